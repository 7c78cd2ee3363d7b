"""A laptop whose disk takes half a second for every commit: the window goes on, and "saved" is said when it is true."""

import sqlite3
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import client.session
from client.views import Activity
from storage.connection import connect
from storage.profile import Profile
from support.watchdog import Watchdog
from support.window import Place, open_copy, open_window
from ui.composition import Workshop
from ui.theme import Theme
from ui.widgets.toast import Toast

FSYNC = 0.5


def connect_slowly(path: Path) -> sqlite3.Connection:
    """Waits where the disk would be waited for: at each commit, on the thread that makes it."""
    made = connect(path)
    made.set_trace_callback(lambda sql: time.sleep(FSYNC) if sql.strip().upper().startswith("COMMIT") else None)
    return made


@pytest.fixture
def device(company: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    monkeypatch.setattr(client.session, "OpenFile", partial(Profile, open_connection=connect_slowly))
    with open_copy(company, tmp_path) as made:
        yield made


def toasts(window: Workshop) -> list[Toast]:
    return [one for one in window.place.shell.findChildren(Toast) if one.isVisible()]


def test_the_window_does_not_wait_for_the_disk(device: Place, theme: Theme, qtbot: QtBot) -> None:
    with open_window(device.session, theme, qtbot) as window:
        device.session.start()
        qtbot.waitUntil(lambda: window.place.bridge.status.pill == "Online · all sent", timeout=10_000)
        with Watchdog() as watchdog:
            began = time.perf_counter()
            window.place.puncher.clock_in()
            answered = time.perf_counter() - began
            assert window.place.puncher.state.activity is Activity.WORK
            assert toasts(window) == []
            qtbot.waitUntil(lambda: window.place.writer.is_idle)
            saved = time.perf_counter() - began
            window.place.shell.show_screen("timesheet")
            window.place.puncher.clock_out()
            qtbot.waitUntil(lambda: window.place.writer.is_idle)
            qtbot.waitUntil(lambda: window.place.bridge.status.pill == "Online · all sent", timeout=10_000)
        assert answered < FSYNC * 0.9
        assert saved >= FSYNC
        assert len(toasts(window)) == 1
    assert watchdog.longest < FSYNC * 0.9
