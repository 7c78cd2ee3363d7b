from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from client.session import Session
from client.views import Activity, Mark
from support.clock import FakeClock
from support.crawler import crawl
from support.window import Place, found_copy, open_copy, open_window, settle
from sync.terms import Action, BreakKind, Status
from ui.composition import Workshop
from ui.correction import correct
from ui.crew_card import CrewCard
from ui.still_there import StillThere
from ui.theme import Mode, Theme
from ui.today import TodayScreen
from ui.today_orders import TodayOrders
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.clock import ClockFace
from ui.widgets.menu import MenuItem
from ui.widgets.text import Text
from ui.widgets.timeline import Block, BlockKind, Day, DayTimeline, Gap
from ui.widgets.toast import Toast


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return found_copy(tmp_path_factory.mktemp("company"))


@pytest.fixture
def device(company: Path, tmp_path: Path) -> Iterator[Place]:
    with open_copy(company, tmp_path) as made:
        yield made


@pytest.fixture
def worker(device: Place) -> Session:
    return device.session


@pytest.fixture
def window(worker: Session, theme: Theme, qtbot: QtBot) -> Iterator[Workshop]:
    with open_window(worker, theme, qtbot) as made:
        settle(made, qtbot)
        yield made


def page(window: Workshop) -> TodayScreen:
    found = window.place.shell.page("today")
    assert isinstance(found, TodayScreen)
    return found


def press(window: Workshop, qtbot: QtBot, keys: str) -> None:
    """Like a person: the key goes to whatever has the focus, and the next comes when this is saved."""
    combination: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]  # the stub lacks this operator
    target = QApplication.focusWidget() or window.place.shell
    qtbot.keyClick(target, combination.key(), combination.keyboardModifiers())
    qtbot.waitUntil(lambda: window.place.writer.is_idle)


def shown_buttons(window: Workshop) -> list[str]:
    return [button.text() for button in page(window).clock.findChildren(Button) if button.isVisible()]


def toast(window: Workshop) -> str:
    (found,) = [one for one in window.place.shell.findChildren(Toast) if one.isVisible()]
    return found.accessibleName()


def button(root: QWidget, text: str) -> Button:
    return next(one for one in root.findChildren(Button) if one.text() == text and one.isVisible())


def test_a_day_by_keyboard_alone(window: Workshop, worker: Session, qtbot: QtBot) -> None:
    seen = []
    for keys in ("Ctrl+Shift+I", "Ctrl+Shift+B", "Ctrl+Shift+B", "Ctrl+Shift+I"):
        press(window, qtbot, keys)
        seen.append((worker.time.state().activity, toast(window).split(" ")[0]))
    assert seen == [
        (Activity.WORK, "Clocked"),
        (Activity.BREAK, "Break"),
        (Activity.WORK, "Back"),
        (Activity.OFF, "Clocked"),
    ]
    assert [entry.activity for entry in worker.time.today().entries] == [Activity.WORK, Activity.BREAK, Activity.WORK]


def test_a_job_is_chosen_by_typing_and_the_clock_goes_over_to_it(
    window: Workshop, worker: Session, qtbot: QtBot
) -> None:
    press(window, qtbot, "Ctrl+Shift+I")
    press(window, qtbot, "Ctrl+J")
    search = QApplication.focusWidget()
    assert isinstance(search, QLineEdit)
    qtbot.keyClicks(search, "radi")
    press(window, qtbot, "Return")
    assert worker.time.state().work_order.endswith("Radiator leak")
    assert not search.isVisible()


def test_escape_closes_the_choice_of_jobs_and_nothing_else(window: Workshop, qtbot: QtBot) -> None:
    window.place.shell.show_screen("leads")
    press(window, qtbot, "Ctrl+J")
    search = QApplication.focusWidget()
    assert isinstance(search, QLineEdit)
    press(window, qtbot, "Escape")
    assert not search.isVisible()
    assert window.place.shell.current == "today"


def test_the_click_shows_at_once_and_saved_is_said_after_the_commit(
    window: Workshop, worker: Session, qtbot: QtBot
) -> None:
    assert shown_buttons(window) == ["Clock in", "Clock in on a job…"]
    qtbot.mouseClick(button(page(window), "Clock in"), Qt.MouseButton.LeftButton)
    assert shown_buttons(window) == ["Clock out", "Take a break", "Switch job…", "Travel"]
    assert not [one for one in window.place.shell.findChildren(Toast) if one.isVisible()]
    qtbot.waitUntil(lambda: window.place.writer.is_idle)
    assert "saved on this device" in toast(window)
    assert worker.time.state().activity is Activity.WORK
    assert page(window).findChild(ClockFace).shown.startswith("0:00:0")


def test_undo_takes_it_back(window: Workshop, worker: Session, qtbot: QtBot) -> None:
    press(window, qtbot, "Ctrl+Shift+I")
    qtbot.mouseClick(button(window.place.shell, "Undo"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.place.writer.is_idle)
    assert worker.time.state().activity is Activity.OFF
    assert shown_buttons(window)[0] == "Clock in"


def test_a_double_click_is_one_click(worker: Session, theme: Theme, qtbot: QtBot) -> None:
    hand = FakeClock()
    with open_window(worker, theme, qtbot, elapsed=hand.monotonic) as window:
        QApplication.setDoubleClickInterval(400)
        seen = []
        for seconds in (0.0, 0.0, 0.39, 0.02):
            hand.advance(seconds)
            page(window).clock.findChildren(Button)[0].click()
            qtbot.waitUntil(lambda: window.place.writer.is_idle)
            seen.append(worker.time.state().activity)
    assert seen == [*3 * [Activity.WORK], Activity.OFF]


def test_a_click_while_the_one_before_is_being_saved_is_none(
    window: Workshop, worker: Session, qtbot: QtBot
) -> None:
    for _ in range(2):
        page(window).clock.findChildren(Button)[0].click()
    qtbot.waitUntil(lambda: window.place.writer.is_idle)
    assert worker.time.state().activity is Activity.WORK


def test_a_break_is_paid_or_unpaid(window: Workshop, worker: Session, qtbot: QtBot) -> None:
    press(window, qtbot, "Ctrl+Shift+I")
    qtbot.mouseClick(button(page(window), "Take a break"), Qt.MouseButton.LeftButton)
    offered = [one for one in window.place.shell.findChildren(MenuItem) if one.isVisible()]
    assert [item.text() for item in offered] == ["Unpaid meal", "Paid rest"]
    assert crawl(window.place.shell) == []
    press(window, qtbot, "Down")
    press(window, qtbot, "Return")
    qtbot.waitUntil(lambda: window.place.writer.is_idle)
    assert worker.time.state().break_kind is BreakKind.PAID_REST
    assert shown_buttons(window) == ["Back to work", "Clock out", "Switch job…", "Travel"]


def test_start_moves_the_work_order_on_and_the_clock_to_it(window: Workshop, worker: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(page(window), "Start"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.place.writer.is_idle)
    state = worker.time.state()
    assert state.work_order_id
    detail = worker.work_orders.get(state.work_order_id)
    assert detail
    assert detail.line.status is Status.IN_PROGRESS
    orders = page(window).findChild(TodayOrders)
    qtbot.waitUntil(lambda: [one.text() for one in orders.findChildren(Button) if one.isVisible()] == ["Start"])
    table = orders.findChild(QTableView)
    assert table.model().rows[table.currentIndex().row()].id == state.work_order_id


def test_what_is_not_sent_is_marked_until_it_is(window: Workshop, worker: Session, qtbot: QtBot) -> None:
    press(window, qtbot, "Ctrl+Shift+I")
    assert worker.time.state().mark is Mark.SAVED_HERE
    line = page(window).findChild(DayTimeline)
    qtbot.waitUntil(lambda: "not sent yet" in line.accessibleDescription())
    worker.start()
    qtbot.waitUntil(lambda: "not sent yet" not in line.accessibleDescription())


def test_offline_is_told_calmly_with_what_is_kept(
    window: Workshop, worker: Session, device: Place, qtbot: QtBot
) -> None:
    banner = next(one for one in page(window).findChildren(Banner))
    assert not banner.isVisible()
    device.line.is_cut = True
    worker.start()
    press(window, qtbot, "Ctrl+Shift+I")
    qtbot.waitUntil(banner.isVisible)
    qtbot.waitUntil(lambda: "1 record is saved on this device" in banner.accessibleName())
    assert window.place.shell.pill.text() == worker.sync.status().pill == "Offline · 1 saved here"
    device.line.is_cut = False
    worker.sync.sync_now()
    qtbot.waitUntil(lambda: not banner.isVisible(), timeout=10_000)
    qtbot.waitUntil(lambda: window.place.shell.pill.text() == "Online · all sent", timeout=5_000)


def test_the_running_clock_is_in_the_header_elsewhere_and_clocks_out_there(
    window: Workshop, worker: Session, qtbot: QtBot
) -> None:
    press(window, qtbot, "Ctrl+Shift+I")
    shell = window.place.shell
    assert not shell.clock.isVisible()
    shell.show_screen("timesheet")
    assert shell.clock.isVisible()
    qtbot.mouseClick(button(shell.clock, "Clock out"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.place.writer.is_idle)
    assert worker.time.state().activity is Activity.OFF
    assert not shell.clock.isVisible()


def test_models_keep_qts_contract(window: Workshop, qtbot: QtBot) -> None:
    tables = page(window).findChildren(QTableView)
    testers = [
        QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Warning)
        for table in tables
    ]
    press(window, qtbot, "Ctrl+J")
    qtbot.mouseClick(button(page(window), "Start"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.place.writer.is_idle)
    assert len(testers) == 2


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("size", [(1024, 640), (1440, 900)])
def test_today_has_no_fault(window: Workshop, theme: Theme, qtbot: QtBot, mode: Mode, size: tuple[int, int]) -> None:
    theme.apply(mode)
    window.place.shell.resize(*size)
    for keys in ("", "Ctrl+Shift+I", "Ctrl+Shift+B", "Ctrl+J"):
        if keys:
            press(window, qtbot, keys)
        settle(window, qtbot)
        window.place.shell.grab()
        assert crawl(window.place.shell) == [], keys


def test_a_shift_that_runs_too_long_is_asked_about_and_goes_on(
    window: Workshop, worker: Session, qtbot: QtBot
) -> None:
    since = datetime.now(UTC) - timedelta(hours=16)
    time = worker.time
    worker._desk.save(time._draft(Action.CLOCK_IN, worker.me.id, since, {}))
    qtbot.waitUntil(lambda: window.place.puncher.state.is_on_clock)
    page(window).refetch()
    settle(window, qtbot)
    asked = page(window)._unresolved
    assert not asked.isHidden()
    assert "You are still on the clock since" in asked._text.text()
    assert "Go on if you are at work" in asked._text.text()
    (entry,) = time.today().unresolved
    correct(worker, entry, entry.start, since + timedelta(hours=8), "Forgot to clock out")
    assert not time.state().is_on_clock
    assert time.today().unresolved == ()
    assert len(worker.sync.waiting()) == 2


def test_today_has_no_fault_offline_in_large_letters(
    window: Workshop, worker: Session, device: Place, theme: Theme, qtbot: QtBot
) -> None:
    theme.apply(Mode.LIGHT, 1.5)
    window.place.shell.resize(1024, 640)
    device.line.is_cut = True
    worker.start()
    press(window, qtbot, "Ctrl+Shift+I")
    qtbot.waitUntil(page(window).findChildren(Banner)[0].isVisible)
    assert crawl(window.place.shell) == []


def test_a_crew_lead_clocks_the_crew_in_and_can_undo_it(
    company: Path, tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    with open_copy(company, tmp_path, "lead") as device, open_window(device.session, theme, qtbot) as window:
        crew = page(window).findChild(CrewCard)
        assert isinstance(crew, CrewCard)
        (worker,) = [person for person in device.session.time.crew() if person.name == "Worker"]
        assert crawl(window.place.shell) == []
        qtbot.mouseClick(button(crew, "Clock in"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: window.place.writer.is_idle)
        assert device.session.time.state(for_user=worker.id).activity is Activity.WORK
        assert device.session.time.state().activity is Activity.OFF
        assert toast(window).startswith("Worker: Clocked in")
        qtbot.mouseClick(button(window.place.shell, "Undo"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: window.place.writer.is_idle)
        assert device.session.time.state(for_user=worker.id).activity is Activity.OFF


def test_a_worker_has_no_crew_to_clock(window: Workshop) -> None:
    assert page(window).findChild(CrewCard) is None


@pytest.fixture
def line(window: Workshop) -> DayTimeline:
    found = page(window).findChild(DayTimeline)
    assert isinstance(found, DayTimeline)
    return found


def show_day(line: DayTimeline, *blocks: tuple[int, int]) -> None:
    """A day from 7 to 17 with work from and to these hours; it is 15 o'clock."""
    at = partial(datetime, 2026, 11, 20, tzinfo=UTC)
    made = tuple(Block(BlockKind.WORK, at(start), at(end)) for start, end in blocks)
    line.set_day(Day(at(7), at(17), UTC, at(15), made))


def hours(gaps: Iterable[Gap]) -> list[tuple[int, int]]:
    return [(gap.start.hour, gap.end.hour) for gap in gaps]


def test_gaps_are_where_nothing_is_recorded_up_to_now(line: DayTimeline) -> None:
    show_day(line)
    assert hours(line.gaps) == [(7, 15)]
    show_day(line, (8, 10), (12, 15))
    assert hours(line.gaps) == [(7, 8), (10, 12)]
    assert "Nothing recorded, 10:00 to 12:00" in line.accessibleDescription()
    show_day(line, (7, 17))
    assert line.gaps == ()
    assert line.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_gap_is_chosen_by_a_click_and_by_keys(window: Workshop, line: DayTimeline, qtbot: QtBot) -> None:
    show_day(line, (8, 10), (12, 15))
    chosen: list[Gap] = []
    line.gap_chosen.connect(chosen.append)
    for gap in line.gaps:
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.gap_box(gap).center().toPoint())
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.block_box(line._day.blocks[0]).center().toPoint())
    line.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Space):
        qtbot.keyClick(line, key)
    assert hours(chosen) == [(7, 8), (10, 12), (10, 12), (7, 8)]


def test_missed_time_is_added_with_a_reason(window: Workshop, worker: Session, qtbot: QtBot) -> None:
    form = page(window)._missed
    end = worker.now().replace(microsecond=0) - timedelta(minutes=5)
    page(window)._add_missed(Gap(end - timedelta(minutes=30), end))
    assert form.isVisible()
    press(window, qtbot, "Return")
    assert form._reason.error == "Please say why."
    form._job.setCurrentIndex(1)
    form._why.setText("Forgot the tablet")
    press(window, qtbot, "Return")
    assert not form.isVisible()
    (entry,) = worker.time.week(worker.local(end).date()).entries
    assert (entry.start, entry.end) == (end - timedelta(minutes=30), end)
    assert entry.work_order == worker.work_orders.today()[0].label
    assert toast(window).startswith("Added ")


def test_what_is_wrong_with_missed_time_is_said_beside_it(window: Workshop, worker: Session, qtbot: QtBot) -> None:
    form = page(window)._missed
    now = worker.now()
    page(window)._add_missed(Gap(now - timedelta(hours=2), now - timedelta(hours=1)))
    form._why.setText("why")
    form._end.line.setText("half past")
    form.save()
    assert form._end.has_error
    form.fill(now - timedelta(hours=1), now + timedelta(hours=2))
    form.save()
    qtbot.waitUntil(lambda: window.place.writer.is_idle)
    assert "has not happened yet" in form._end.error
    assert worker.time.week().entries == ()


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize(("size", "scale"), [((1440, 900), 1.0), ((1024, 640), 1.0), ((1024, 640), 1.5)])
def test_the_form_for_missed_time_has_no_fault(
    window: Workshop, worker: Session, theme: Theme, mode: Mode, size: tuple[int, int], scale: float
) -> None:
    theme.apply(mode, scale)
    window.place.shell.resize(*size)
    now = worker.now()
    page(window)._add_missed(Gap(now - timedelta(hours=2), now - timedelta(hours=1)))
    page(window)._missed.save()
    window.place.shell.grab()
    assert crawl(window.place.shell) == []


def sleeping(window: Workshop, worker: Session, clock: FakeClock) -> StillThere:
    """On the clock at eight; from ten to one the machine sleeps."""
    worker.time.clock_in()
    for hours in (2, 3):
        clock.advance(hours * 3_600)
        window.watching.look()
    return page(window).still_there


@pytest.fixture
def morning(company: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    monkeypatch.setenv("TZ", "UTC")
    with open_copy(company, tmp_path, clock=FakeClock()) as made:
        yield made


def open_watched(place: Place, theme: Theme, qtbot: QtBot) -> AbstractContextManager[Workshop]:
    assert isinstance(place.clock, FakeClock)
    return open_window(place.session, theme, qtbot, place.clock.now, place.clock.monotonic)


def test_after_a_sleep_it_is_asked_calmly_and_nothing_changes_by_itself(
    morning: Place, theme: Theme, qtbot: QtBot
) -> None:
    assert isinstance(morning.clock, FakeClock)
    with open_watched(morning, theme, qtbot) as window:
        focus = QApplication.focusWidget()
        card = sleeping(window, morning.session, morning.clock)
        qtbot.waitUntil(card.isVisible)
        assert QApplication.focusWidget() is focus
        shown = [one.text() for one in card.findChildren(Text) if one.isVisible()]
        assert "This computer slept from 10:00 to 13:00 while you were on the clock." in shown
        for mode, size in ((Mode.LIGHT, (1440, 900)), (Mode.DARK, (1024, 640))):
            theme.apply(mode)
            window.place.shell.resize(*size)
            assert crawl(window.place.shell) == []
        assert morning.session.time.today().total.worked == timedelta(hours=5)
        qtbot.mouseClick(button(card, "It was a break"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not card.isVisible())
        assert morning.session.time.today().total.worked == timedelta(hours=2)


def test_on_another_screen_a_word_leads_to_the_question(morning: Place, theme: Theme, qtbot: QtBot) -> None:
    assert isinstance(morning.clock, FakeClock)
    with open_watched(morning, theme, qtbot) as window:
        window.place.shell.show_screen("leads")
        card = sleeping(window, morning.session, morning.clock)
        assert window.place.shell.current == "leads"
        qtbot.mouseClick(button(window.place.shell, "Look at it"), Qt.MouseButton.LeftButton)
        assert window.place.shell.current == "today"
        qtbot.waitUntil(card.isVisible)
        card.findChild(QLineEdit).setText("25:00")
        qtbot.mouseClick(button(card, "It ended then"), Qt.MouseButton.LeftButton)
        assert card.isVisible()
        card.findChild(QLineEdit).setText("10:30")
        qtbot.mouseClick(button(card, "It ended then"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not card.isVisible())
        (entry,) = morning.session.time.today().entries
        assert entry.duration == timedelta(hours=2, minutes=30)
