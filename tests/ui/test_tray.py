"""The clock in the tray says what the window says, and does the same."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from client.views import Activity, ClockState
from support.desk import Desk
from ui.tray import tray_text

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def offered(desk: Desk) -> list[str]:
    return [action.text() for action in desk.window.tray.menu.actions() if action.isVisible() and action.text()]


def press(desk: Desk, text: str) -> None:
    next(action for action in desk.window.tray.menu.actions() if action.text() == text).trigger()
    desk.settle()


def test_it_follows_the_clock_and_drives_it(desk: Desk) -> None:
    assert offered(desk) == ["Off the clock", "Clock in", "Show the window"]
    press(desk, "Clock in")
    assert desk.mine.time.state().activity is Activity.WORK
    assert offered(desk)[1:] == ["Clock out", "Take an unpaid meal break", "Show the window"]
    press(desk, "Take an unpaid meal break")
    assert desk.mine.time.state().activity is Activity.BREAK
    assert "Back to work" in offered(desk)
    assert "meal break since" in desk.window.tray.icon.toolTip()
    desk.press("Ctrl+Shift+I")
    assert offered(desk)[0] == "Off the clock"


def test_it_says_how_long_and_on_what() -> None:
    state = ClockState(Activity.WORK, NOON - timedelta(minutes=161), work_order="WO-1042 · Boiler service")
    assert tray_text(state, NOON, UTC) == "2 h 41 min · On the clock since 09:19 · WO-1042 · Boiler service"
    assert tray_text(ClockState(Activity.OFF), NOON, UTC) == "Off the clock"


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_click_brings_the_window_back(desk: Desk) -> None:
    shell = desk.window.place.shell
    shell.hide()
    desk.window.tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert not shell.isVisible()
    desk.window.tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert shell.isVisible()
