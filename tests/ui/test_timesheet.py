import csv
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from client.session import Session
from client.views import Activity
from support.clock import FakeClock
from support.crawler import crawl
from support.window import Place, open_copy, open_window, settle
from sync.kinds import Kind
from sync.terms import SheetStatus
from ui.composition import Workshop
from ui.correction import Correction
from ui.going import open_record
from ui.missed_time import MissedTime
from ui.sheet_card import SheetCard
from ui.theme import Mode, Theme
from ui.timesheet import TimesheetScreen
from ui.timesheet_paper import page as paper_of
from ui.timesheet_rows import DAY
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.field import FormField
from ui.widgets.text import Text
from ui.widgets.toast import Toast

TUESDAY = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> FakeClock:
    monkeypatch.setenv("TZ", "UTC")
    return FakeClock(TUESDAY)


def at(clock: FakeClock, hour: int, minute: int = 0, day: int = 3) -> None:
    wanted = datetime(2026, 3, day, hour, minute, tzinfo=UTC)
    clock.advance((wanted - clock.now()).total_seconds())


def work(session: Session, clock: FakeClock) -> None:
    """Tuesday with a break, Wednesday without an end, and Thursday's morning."""
    at(clock, 8)
    session.time.clock_in()
    at(clock, 12)
    session.time.take_break()
    at(clock, 12, 40)
    session.time.resume()
    at(clock, 17)
    session.time.clock_out()
    at(clock, 8, 5, day=4)
    session.time.clock_in()
    at(clock, 9, day=5)


@pytest.fixture
def device(company: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Place]:
    with open_copy(company, tmp_path, clock=clock) as made:
        work(made.session, clock)
        yield made


@pytest.fixture
def window(device: Place, theme: Theme, qtbot: QtBot) -> Iterator[Workshop]:
    with open_window(device.session, theme, qtbot, device.clock.now) as made:
        made.place.shell.show_screen("timesheet")
        settle(made, qtbot)
        yield made


def page(window: Workshop) -> TimesheetScreen:
    found = window.place.shell.page("timesheet")
    assert isinstance(found, TimesheetScreen)
    return found


def texts(window: Workshop) -> list[list[str]]:
    return [[cell.plain() for cell in row.cells[:4]] for row in page(window)._model.rows]


def press(qtbot: QtBot, window: Workshop, name: str) -> None:
    button = next(
        one
        for one in page(window).findChildren(Button)
        if name in (one.text(), one.accessibleName()) and one.isVisible()
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(window, qtbot)


def fill(window: Workshop, **values: str) -> None:
    shown = [one for one in page(window).findChildren(FormField) if one.isVisible()]
    fields = {one.editor.accessibleName(): one.editor for one in shown}
    for label, text in values.items():
        editor = fields[label]
        assert isinstance(editor, QLineEdit)
        editor.setText(text)


def open_row(window: Workshop, start: str) -> None:
    screen = page(window)
    row = next(
        place
        for place, row in enumerate(screen._model.rows)
        if row.cells[0].plain() == start and not row.id.startswith(DAY)
    )
    screen._table.opened.emit(screen._model.index(row, 0))


def test_a_week_by_day_with_its_sums(window: Workshop) -> None:
    assert texts(window) == [
        ["Tue 3 Mar", "", "8 h 20 min", ""],
        ["08:00", "12:00", "4 h 0 min", "Work"],
        ["12:00", "12:40", "40 min", "Unpaid meal"],
        ["12:40", "17:00", "4 h 20 min", "Work"],
        ["Wed 4 Mar", "", "0 min", ""],
        ["08:05", "missing", "–", "Work"],
    ]


def test_other_weeks(window: Workshop, qtbot: QtBot) -> None:
    press(qtbot, window, "Week before")
    assert texts(window) == []
    press(qtbot, window, "Week after")
    assert len(texts(window)) == 6
    press(qtbot, window, "Week after")
    press(qtbot, window, "This week")
    assert len(texts(window)) == 6


def test_a_time_is_corrected_with_a_reason(window: Workshop, device: Place, qtbot: QtBot) -> None:
    open_row(window, "12:40")
    fill(window, Start="12:30", End="nine")
    press(qtbot, window, "Save correction")
    errors = {one.editor.accessibleName(): one.error for one in page(window).findChildren(FormField) if one.has_error}
    assert errors == {"End": "A time, like 16:30.", "Reason": "Please say why."}
    assert crawl(window.place.shell) == []
    fill(window, End="17:15", Reason="Wrote it down late")
    press(qtbot, window, "Save correction")
    qtbot.waitUntil(lambda: ["12:30", "17:15", "4 h 45 min", "Work"] in texts(window))
    qtbot.waitUntil(lambda: not page(window).findChild(Correction).isVisible())


def test_a_correction_is_saved_by_its_key_and_one_that_changes_nothing_is_none(
    window: Workshop, device: Place, qtbot: QtBot
) -> None:
    open_row(window, "12:40")
    form = page(window)._correction
    fill(window, Reason="Looked at it again")
    qtbot.keyClick(form._why, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert form._start.error == "The times are as they were. Change one of them, or close this."
    fill(window, Start="12:35")
    qtbot.keyClick(form._why, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: ["12:35", "17:00", "4 h 25 min", "Work"] in texts(window))


def test_what_wants_checking_is_opened_one_after_the_other_from_today_as_well(
    window: Workshop, device: Place, clock: FakeClock, qtbot: QtBot
) -> None:
    time, shell = device.session.time, window.place.shell
    time.clock_in()
    at(clock, 12, day=5)
    time.take_break()
    at(clock, 12, 10, day=5)
    time.resume()
    shell.show_screen("today")
    settle(window, qtbot)
    asking = next(one for one in shell.findChildren(Button) if one.text() == "2 entries to check" and one.isVisible())
    qtbot.mouseClick(asking, Qt.MouseButton.LeftButton)
    settle(window, qtbot)
    form = page(window)._correction
    opened = [form._about.text()]
    for _turn in range(2):
        press(qtbot, window, "2 entries to check")
        opened.append(form._about.text())
    assert opened == ["Wed 4 Mar · Work", "Thu 5 Mar · Unpaid meal", "Wed 4 Mar · Work"]


def test_a_forgotten_clock_out_is_added_when_it_was(window: Workshop, device: Place, qtbot: QtBot) -> None:
    open_row(window, "08:05")
    fill(window, End="16:05", Reason="Battery was empty")
    press(qtbot, window, "Save correction")
    qtbot.waitUntil(lambda: ["08:05", "16:05", "8 h 0 min", "Work"] in texts(window))
    assert device.session.time.state().activity is Activity.OFF


def test_the_week_as_a_file(window: Workshop, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "week.csv"
    page(window).files.save_table(file)
    qtbot.waitUntil(lambda: window.place.messenger.is_idle)
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == 4
    assert rows[0]["hours"] == "4:00"
    said = [toast.accessibleName() for toast in window.place.shell.findChildren(Toast)]
    assert any(text.startswith("4 entries are in week.csv") for text in said)


def test_the_week_on_paper(window: Workshop, tmp_path: Path) -> None:
    paper, printed = tmp_path / "week.pdf", tmp_path / "printed.pdf"
    page(window).files.save_paper(paper)
    page(window).files.print_it()
    (dialog,) = page(window).files.findChildren(QPrintDialog)
    dialog.printer().setOutputFileName(str(printed))
    dialog.done(QDialog.DialogCode.Accepted.value)
    for file in (paper, printed):
        assert file.read_bytes().startswith(b"%PDF")
    page(window).files.save_paper(tmp_path / "nowhere" / "week.pdf")
    assert "week.pdf can't be written there" in window.place.shell.findChildren(Toast)[-1].accessibleName()
    session = window.place.session
    text = paper_of(session.timesheet.report(), session.local)
    for told in ("Worker", "2 – 8 March 2026", "12:40:00", "4:20:00", "The clock-out is missing", "8 h 20 min"):
        assert told in text


def test_the_week_as_a_grid(window: Workshop, qtbot: QtBot) -> None:
    press(qtbot, window, "Grid")
    rows = [[cell.plain() for cell in row.cells] for row in page(window)._grid_model.rows]
    assert rows == [
        ["No job", "–", "8:20", "–", "–", "–", "–", "–", "8:20"],
        ["Total", "–", "8:20", "–", "–", "–", "–", "–", "8:20"],
    ]
    tester = QAbstractItemModelTester(page(window)._grid_model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert crawl(window.place.shell) == []
    press(qtbot, window, "Week before")
    assert tester.model().rowCount() == 0


def test_missed_time_is_added_to_any_day_of_the_week(window: Workshop, device: Place, qtbot: QtBot) -> None:
    press(qtbot, window, "Add missed time…")
    assert crawl(window.place.shell) == []
    day = next(one.editor for one in page(window).findChildren(FormField) if one.editor.accessibleName() == "Day")
    assert isinstance(day, Choice)
    assert [day.itemText(row) for row in range(day.count())] == ["Mon 2 Mar", "Tue 3 Mar", "Wed 4 Mar", "Thu 5 Mar"]
    day.setCurrentIndex(0)
    missed = page(window).findChild(MissedTime)
    press(qtbot, window, "Add time")
    assert held() == "Start"
    for name, text, wrong_next in (("Start", "7", "End"), ("End", "9h30", "Reason"), ("Reason", "No tablet", "")):
        field = next(one for one in missed.findChildren(FormField) if one.editor.accessibleName() == name)
        assert isinstance(field.editor, QLineEdit)
        field.editor.setText(text)
        press(qtbot, window, "Add time")
        assert not wrong_next or held() == wrong_next
    qtbot.waitUntil(lambda: ["07:00", "09:30", "2 h 30 min", "Work"] in texts(window))
    assert texts(window)[0] == ["Mon 2 Mar", "", "2 h 30 min", ""]


@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_Return])
def test_missed_time_is_saved_by_its_key_from_any_of_its_fields(
    window: Workshop, device: Place, qtbot: QtBot, key: Qt.Key
) -> None:
    page(window).add_missed()
    form = page(window)._missed
    fill(window, Start="13:00", End="14:00")
    qtbot.keyClick(form._start.line, key, Qt.KeyboardModifier.ControlModifier)
    assert (form._reason.error, held()) == ("Please say why.", "Reason")
    form._on.setCurrentIndex(0)
    fill(window, Reason="No tablet")
    qtbot.keyClick(form._on, key, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: ["13:00", "14:00", "1 h 0 min", "Work"] in texts(window))
    assert not form.isVisible()


def held() -> str:
    """Where the keys are."""
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus is not None else ""


def said(window: Workshop) -> list[str]:
    (card,) = page(window).findChildren(SheetCard)
    shown = [one.text() for one in card.findChildren(Text) if one.isVisible() and one.text()]
    return [*shown, *(one.text() for one in card.findChildren(Button) if one.isVisible())]


def test_a_week_is_handed_in_and_says_what_changed_since(window: Workshop, device: Place, qtbot: QtBot) -> None:
    assert said(window) == ["Hand it in when it is complete.", "Hand in this week"]
    press(qtbot, window, "Hand in this week")
    qtbot.waitUntil(lambda: said(window) == ["It waits for your crew lead or the office."])
    start = next(one for one in device.session.time.week().entries if one.end).start_punch
    device.session.time.amend(start, TUESDAY - timedelta(minutes=30), "Came earlier")
    changed = "Changed since it was handed in: 8 h 20 min then, 8 h 50 min now."
    qtbot.waitUntil(lambda: said(window)[1:] == [changed, "Hand in this week"])
    assert crawl(window.place.shell) == []


@pytest.mark.parametrize(("view", "name"), [("List", "Time entries of"), ("Grid", "Hours of the week")])
def test_the_keys_are_in_the_week_when_it_is_handed_in(
    window: Workshop, device: Place, qtbot: QtBot, view: str, name: str
) -> None:
    press(qtbot, window, view)
    press_by_key(qtbot, window, "Hand in this week")
    qtbot.waitUntil(lambda: said(window) == ["It waits for your crew lead or the office."])
    assert held().startswith(name)


def test_who_went_on_while_a_week_was_handed_in_is_not_called_back(window: Workshop, qtbot: QtBot) -> None:
    page(window).add_missed()
    reason = page(window)._missed._why
    reason.setFocus()
    page(window)._sheet.stepped.emit("Handed in – saved on this device")
    settle(window, qtbot)
    assert reason.hasFocus()


def press_by_key(qtbot: QtBot, window: Workshop, name: str) -> None:
    button = next(one for one in page(window).findChildren(Button) if one.text() == name and one.isVisible())
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    settle(window, qtbot)


def test_handing_in_says_beforehand_that_time_is_running_and_what_becomes_of_it(
    window: Workshop, device: Place, clock: FakeClock, qtbot: QtBot
) -> None:
    device.session.time.clock_in()
    qtbot.waitUntil(lambda: len(said(window)) == 3)
    assert said(window)[1] == (
        "Time is still running. What is clocked after handing in counts as well: "
        "the week then says that it has changed, and can be handed in again."
    )
    assert crawl(window.place.shell) == []
    press(qtbot, window, "Hand in this week")
    qtbot.waitUntil(lambda: said(window) == ["It waits for your crew lead or the office."])
    clock.advance(3_600)
    device.session.time.clock_out()
    qtbot.waitUntil(lambda: said(window)[-1] == "Hand in this week")
    assert said(window)[1].startswith("Changed since it was handed in")
    assert len(said(window)) == 3, "nothing runs any more"


def test_a_crew_lead_returns_and_approves_and_the_week_is_locked(
    company: Path, tmp_path: Path, clock: FakeClock, theme: Theme, qtbot: QtBot
) -> None:
    with open_copy(company, tmp_path, "lead", clock) as device:
        session = device.session
        (other,) = [one for one in session.time.crew() if one.name == "Worker"]
        session.time.clock_in(for_user=other.id)
        clock.advance(3_600)
        session.time.clock_out(for_user=other.id)
        session.weeks.hand_in(session.weeks.sheet(None, other.id))
        with open_window(session, theme, qtbot, clock.now) as window:
            window.place.shell.show_screen("timesheet")
            settle(window, qtbot)
            press(qtbot, window, "1 week to approve")
            assert said(window) == ["Worker waits for your decision.", "Return…", "Approve"]
            press(qtbot, window, "Return…")
            assert crawl(window.place.shell) == []
            press(qtbot, window, "Return the week")
            assert session.weeks.sheet(None, other.id).status is SheetStatus.SUBMITTED
            assert held() == "Reason"
            fill(window, Reason="Where is Friday?")
            press_by_key(qtbot, window, "Return the week")
            qtbot.waitUntil(lambda: said(window)[0] == "To change: Where is Friday?")
            assert held().startswith("Time entries of")
            session.weeks.hand_in(session.weeks.sheet(None, other.id))
            qtbot.waitUntil(lambda: "Approve" in said(window))
            press(qtbot, window, "Return…")
            press_by_key(qtbot, window, "Approve")
            qtbot.waitUntil(lambda: said(window)[-1] == "Return…")
            assert held().startswith("Time entries of")
            open_row(window, "08:00")
            correction = page(window).findChild(Correction)
            shown = [one.text() for one in correction.findChildren(Text) if one.isVisible()]
            assert "This week is approved. It is returned first, and corrected then." in shown
            assert "Tue 3 Mar 08:00 · Clock in 08:00 · by Lead" in shown[2]
            assert [one.text() for one in correction.findChildren(Button) if one.isVisible()] == ["Close"]
            assert crawl(window.place.shell) == []
            press(qtbot, window, "Week before")
            assert texts(window) == []
            open_record(window.place.shell, Kind.TIMESHEET, str(session.weeks.sheet(None, other.id).id))
            settle(window, qtbot)
            assert texts(window)[1][:2] == ["08:00", "09:00"]
            assert said(window)[-1] == "Return…"


def test_a_crew_lead_sees_their_crew(
    company: Path, tmp_path: Path, clock: FakeClock, theme: Theme, qtbot: QtBot
) -> None:
    with open_copy(company, tmp_path, "lead", clock) as device:
        (other,) = [one for one in device.session.time.crew() if one.name == "Worker"]
        device.session.time.clock_in(for_user=other.id)
        clock.advance(timedelta(hours=1).total_seconds())
        with open_window(device.session, theme, qtbot, clock.now) as window:
            window.place.shell.show_screen("timesheet")
            settle(window, qtbot)
            choice = page(window).findChild(Choice)
            assert choice.isVisible()
            assert texts(window) == []
            choice.setCurrentText("Worker")
            choice.activated.emit(choice.currentIndex())
            settle(window, qtbot)
            assert texts(window)[1][:2] == ["08:00", "running"]
            assert crawl(window.place.shell) == []


def test_a_worker_is_offered_nobody_else(window: Workshop) -> None:
    assert not page(window).findChild(Choice).isVisible()


def test_the_model_keeps_qts_contract(window: Workshop, qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(page(window)._model, QAbstractItemModelTester.FailureReportingMode.Warning)
    press(qtbot, window, "Week before")
    press(qtbot, window, "This week")
    assert tester.model().rowCount() == 6


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("size", [(1024, 640), (1440, 900)])
@pytest.mark.parametrize("is_empty", [True, False])
def test_the_timesheet_has_no_fault(
    window: Workshop, theme: Theme, qtbot: QtBot, mode: Mode, size: tuple[int, int], is_empty: bool
) -> None:
    theme.apply(mode)
    window.place.shell.resize(*size)
    if is_empty:
        press(qtbot, window, "Week before")
    else:
        open_row(window, "08:00")
    assert crawl(window.place.shell) == []


def test_a_shift_that_was_never_ended_is_asked_about_on_today(window: Workshop, device: Place, qtbot: QtBot) -> None:
    shell = window.place.shell
    shell.show_screen("today")
    button = next(one for one in shell.findChildren(Button) if one.text() == "Say when" and one.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shell.current == "timesheet"
    editor = page(window).findChild(Correction).findChildren(QLineEdit)[1]
    assert editor.accessibleName() == "End"
    assert editor.hasFocus()


def test_missed_time_is_asked_for_before_the_week_is_read(
    device: Place, theme: Theme, qtbot: QtBot
) -> None:
    with open_window(device.session, theme, qtbot, device.clock.now) as window:
        window.place.shell.show_screen("timesheet")
        page(window).add_missed()
        form = page(window)._missed
        assert form.isVisible()
        assert form._on.count() == 4


def test_a_form_is_brought_into_view_and_the_keys_come_back_to_the_week(window: Workshop, qtbot: QtBot) -> None:
    window.place.shell.resize(1024, 640)
    area = window.place.shell._areas["timesheet"]
    settle(window, qtbot)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    open_row(window, "08:05")
    form = page(window)._correction
    qtbot.waitUntil(lambda: area.viewport().rect().contains(form.mapTo(area.viewport(), form.rect().center())))
    qtbot.keyClick(window.place.shell, Qt.Key.Key_Escape)
    assert (window.place.shell.current, form.isVisible()) == ("timesheet", False)
    page(window).add_missed()
    fill(window, Start="07:00", End="08:00", Reason="Forgot the tablet")
    press(qtbot, window, "Add time")
    assert window.place.shell.focusWidget() is page(window)._table
