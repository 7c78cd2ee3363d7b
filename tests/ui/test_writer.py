import threading
import time
from collections.abc import Iterator
from functools import partial
from threading import Event

import pytest
import shiboken6
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from support.watchdog import Watchdog
from sync.errors import DiskFull, InvalidInput, Problem, StreamFlowError
from ui.reading import Reading
from ui.writer import UNEXPECTED, Writer


@pytest.fixture
def writer(qapp: object) -> Iterator[Writer]:
    made = Writer("writer")
    yield made
    made.close()


def test_jobs_are_done_in_order_on_one_other_thread_and_answered_here(qtbot: QtBot, writer: Writer) -> None:
    done: list[int] = []
    threads: set[int] = set()
    answered_on: set[int] = set()

    def job(number: int) -> int:
        threads.add(threading.get_ident())
        return number

    def note(number: int) -> None:
        answered_on.add(threading.get_ident())
        done.append(number)

    for number in range(100):
        writer.do(partial(job, number), note)
    assert not writer.is_idle
    qtbot.waitUntil(lambda: writer.is_idle)
    assert done == list(range(100))
    assert answered_on == {threading.get_ident()}
    assert len(threads) == 1
    assert threads.isdisjoint(answered_on)


@pytest.mark.parametrize("trouble", [DiskFull("The disk is full."), InvalidInput(Problem("name", "required", "Name?"))])
def test_trouble_comes_back_as_a_value(qtbot: QtBot, writer: Writer, trouble: StreamFlowError) -> None:
    heard: list[StreamFlowError] = []

    def job() -> None:
        raise trouble

    writer.do(job, failed=heard.append)
    qtbot.waitUntil(lambda: writer.is_idle)
    assert heard == [trouble]


def test_trouble_that_nobody_asked_for_is_told_by_the_writer(qtbot: QtBot, writer: Writer) -> None:
    def job() -> None:
        raise DiskFull("The disk is full.")

    with qtbot.waitSignal(writer.trouble) as told:
        writer.do(job)
    assert str(told.args[0]) == "The disk is full."


def test_a_bug_is_logged_whole_and_told_plainly(qtbot: QtBot, writer: Writer, caplog: pytest.LogCaptureFixture) -> None:
    heard: list[str] = []
    writer.do(lambda: 1 // 0, failed=lambda trouble: heard.append(str(trouble)))
    writer.do(lambda: 1)
    qtbot.waitUntil(lambda: writer.is_idle)
    assert heard == [UNEXPECTED]
    assert "ZeroDivisionError" in caplog.text


def test_a_widget_that_is_gone_is_not_called(qtbot: QtBot, writer: Writer) -> None:
    label = QLabel()
    gate = threading.Event()

    def job() -> str:
        gate.wait(5)
        return "late"

    writer.do(job, label.setText)
    writer.do(job, partial(label.setText))
    with qtbot.waitSignal(label.destroyed):
        label.deleteLater()
    gate.set()
    qtbot.waitUntil(lambda: writer.is_idle)


def test_a_slow_disk_does_not_hold_the_window(qtbot: QtBot, writer: Writer) -> None:
    with Watchdog() as watchdog:
        for _ in range(5):
            writer.do(lambda: time.sleep(0.1))
        qtbot.waitUntil(lambda: writer.is_idle)
    assert watchdog.longest < 0.09  # 50 ms on a quiet machine; this one may be shared


def test_closing_finishes_what_was_asked_for(qapp: object) -> None:
    done: list[int] = []
    writer = Writer("writer")
    for number in range(50):
        writer.do(partial(done.append, number))
    writer.close()
    assert done == list(range(50))


def test_what_one_answer_changes_is_painted_before_the_next_is_given(qtbot: QtBot, writer: Writer) -> None:
    label, other = QLabel("0"), Writer("other")
    qtbot.addWidget(label)
    with qtbot.waitExposed(label):
        label.show()
    seen: list[str] = []

    def paint(_event: QPaintEvent) -> None:
        seen.append(label.text())

    label.paintEvent = paint  # type: ignore[method-assign]  # a picture of what is on the screen
    are_done = Event(), Event()
    for number, (one, is_done) in enumerate(zip((writer, other), are_done, strict=True), 1):
        one.do(partial(str, number), label.setText)
        one.do(is_done.set)
    assert all(is_done.wait(30) for is_done in are_done)
    qtbot.waitUntil(lambda: writer.is_idle and other.is_idle)
    qtbot.waitUntil(lambda: seen[-1:] in (["1"], ["2"]))
    other.close()
    assert {"1", "2"} <= set(seen)


def test_a_page_that_is_gone_hears_nothing_of_what_was_read_for_it(qtbot: QtBot, writer: Writer) -> None:
    page = QLabel()
    reading = Reading(writer, page.setText, writer.trouble.emit)
    reading.ask(partial(str, 1))
    shiboken6.delete(page)
    with qtbot.captureExceptions() as raised:
        qtbot.waitUntil(lambda: writer.is_idle)
    assert raised == []
