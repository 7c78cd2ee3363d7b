import csv
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from client.session import Session
from client.views import Activity
from support.clock import FakeClock
from support.crawler import crawl
from support.window import Place, found_copy, open_copy, open_window
from ui.composition import Workshop
from ui.correction import Correction
from ui.theme import Mode, Theme
from ui.timesheet import TimesheetScreen
from ui.timesheet_rows import DAY
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.field import FormField

TUESDAY = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return found_copy(tmp_path_factory.mktemp("company"))


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


def fill(window: Workshop, **values: str) -> None:
    fields = {one.editor.accessibleName(): one.editor for one in page(window).findChildren(FormField)}
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


def test_a_forgotten_clock_out_is_added_when_it_was(window: Workshop, device: Place, qtbot: QtBot) -> None:
    open_row(window, "08:05")
    fill(window, End="16:05", Reason="Battery was empty")
    press(qtbot, window, "Save correction")
    qtbot.waitUntil(lambda: ["08:05", "16:05", "8 h 0 min", "Work"] in texts(window))
    assert device.session.time.state().activity is Activity.OFF


def test_the_week_as_a_file(window: Workshop, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "week.csv"
    page(window).export_to(file)
    qtbot.waitUntil(lambda: window.place.messenger.is_idle)
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == 4
    assert rows[0]["hours"] == "4:00"


def test_a_crew_lead_sees_their_crew(
    company: Path, tmp_path: Path, clock: FakeClock, theme: Theme, qtbot: QtBot
) -> None:
    with open_copy(company, tmp_path, "lead", clock) as device:
        (other,) = [one for one in device.session.time.crew() if one.name == "Worker"]
        device.session.time.clock_in(for_user=other.id)
        clock.advance(timedelta(hours=1).total_seconds())
        with open_window(device.session, theme, qtbot, clock.now) as window:
            window.place.shell.show_screen("timesheet")
            choice = page(window).findChild(Choice)
            assert choice.isVisible()
            assert texts(window) == []
            choice.setCurrentText("Worker")
            choice.activated.emit(choice.currentIndex())
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
