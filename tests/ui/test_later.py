"""What is built behind what somebody sees: in the order of asking, one part between two pauses."""

from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

import ui.later
from ui.later import Later


@pytest.fixture
def page(qtbot: QtBot) -> QObject:
    qtbot.waitUntil(lambda: not ui.later._line)
    return QObject()


def test_one_part_is_built_at_a_time_and_in_the_order_of_asking(page: QObject, qtbot: QtBot) -> None:
    seen: list[str] = []
    turns = QTimer(page)
    turns.timeout.connect(partial(seen.append, "|"))
    turns.start(0)
    first = Later(page, *(partial(seen.append, part) for part in "abc"))
    second = Later(page, *(partial(seen.append, part) for part in "de"))
    qtbot.waitUntil(lambda: first.is_done and second.is_done)
    built = "".join(seen).strip("|")
    assert [part for part in built.split("|") if part] == ["a", "b", "c", "d", "e"]


def test_what_somebody_waits_for_comes_before_what_is_built_ahead(page: QObject, qtbot: QtBot) -> None:
    seen: list[str] = []
    ahead = Later(page, *(partial(seen.append, part) for part in "abc"))
    qtbot.waitUntil(lambda: seen == ["a"])
    Later(page, *(partial(seen.append, part) for part in "de"), is_awaited=True)
    qtbot.waitUntil(lambda: ahead.is_done)
    assert "".join(seen) == "adebc"


def test_a_page_that_is_gone_or_has_stopped_holds_nobody_up(page: QObject, qtbot: QtBot) -> None:
    seen: list[str] = []
    gone, stopped = QObject(), Later(page, partial(seen.append, "stopped"))
    Later(gone, partial(seen.append, "gone"))
    last = Later(page, partial(seen.append, "last"))
    stopped.stop()
    shiboken6.delete(gone)
    qtbot.waitUntil(lambda: last.is_done)
    assert seen == ["last"]


def test_a_part_that_fails_holds_nobody_up(page: QObject, qtbot: QtBot) -> None:
    seen: list[str] = []
    with qtbot.captureExceptions() as failed:
        Later(page, partial(int, "x"), partial(seen.append, "next"))
        qtbot.waitUntil(lambda: seen == ["next"])
    assert [kind for kind, _, _ in failed] == [ValueError]
