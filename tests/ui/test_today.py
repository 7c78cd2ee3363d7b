from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from client.session import Session
from client.views import Activity, Mark
from support.clock import FakeClock
from support.crawler import crawl
from support.today import button, page, press, shown_buttons, toast
from support.window import Place, open_copy, open_window, settle
from sync.terms import Action, BreakKind, Status
from ui.composition import Workshop
from ui.correction import correct
from ui.crew_card import CrewCard
from ui.theme import Mode, Theme
from ui.today_orders import TodayOrders
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.clock import ClockFace
from ui.widgets.menu import MenuItem
from ui.widgets.timeline import DayTimeline
from ui.widgets.toast import Toast


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
    settle(window, qtbot)
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


def test_what_was_read_before_a_click_does_not_take_it_back(window: Workshop, qtbot: QtBot) -> None:
    place, shown, is_read = window.place, [], Event()
    settle(window, qtbot)
    place.puncher.state_changed.connect(lambda state: shown.append(state.activity))
    place.puncher._read()
    place.reader.do(is_read.set)
    assert is_read.wait(30)
    place.puncher.clock_in()
    settle(window, qtbot)
    assert set(shown) == {Activity.WORK}


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
    press(window, qtbot, "Space")  # no second press of the same key ends the shift
    assert worker.time.state().activity is Activity.WORK


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
    assert "You are still on the clock since" in asked.accessibleName()
    assert "Go on if you are at work" in asked.accessibleName()
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
        settle(window, qtbot)
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
