"""What is opened late is opened once, at the first question, and never again after it was closed."""

import threading

import pytest

from sync.errors import Unreachable
from sync.late import late


class Line:
    opened = 0
    closed = 0

    def __init__(self) -> None:
        Line.opened += 1

    def ask(self) -> str:
        return "answer"

    def close(self) -> None:
        Line.closed += 1


@pytest.fixture(autouse=True)
def _afresh() -> None:
    Line.opened = Line.closed = 0


def test_nothing_is_opened_before_it_is_asked_for() -> None:
    line = late(Line)
    assert Line.opened == 0
    assert [line.ask(), line.ask()] == ["answer", "answer"]
    assert Line.opened == 1
    line.close()
    assert Line.closed == 1


def test_what_was_never_asked_for_is_closed_without_being_opened() -> None:
    line = late(Line)
    line.close()
    assert (Line.opened, Line.closed) == (0, 0)
    with pytest.raises(Unreachable, match="closed"):
        line.ask()
    assert Line.opened == 0


def test_two_threads_that_ask_at_once_get_the_same_line() -> None:
    first_is_in, may_go_on = threading.Event(), threading.Event()

    def open_slowly() -> Line:
        first_is_in.set()
        assert may_go_on.wait(10)
        return Line()

    line = late(open_slowly)
    threads = [threading.Thread(target=lambda: line.ask()) for _ in range(2)]  # noqa: PLW0108 asked on the thread
    for thread in threads:
        thread.start()
    assert first_is_in.wait(10)
    may_go_on.set()
    for thread in threads:
        thread.join(10)
    assert Line.opened == 1
