"""A hand beside the engine's thread: the next exchange is under way while the last answer is still being stored."""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from sync.errors import Busy

T = TypeVar("T")

TURN_SECONDS = 0.001


class Begin(Protocol):
    """Begins a call; what comes of it is for whoever asks later."""

    def __call__(self, call: Callable[[], T], /) -> Future[T]: ...


def is_told_to_wait(answer: Future[Any]) -> bool:
    """Whether the server has asked to be left alone; it means all exchanges, not only the one that it said so to."""
    trouble = answer.exception() if answer.done() else None
    return isinstance(trouble, Busy) and trouble.is_crowded


def take_short_turns() -> None:
    """For a whole program: whoever wants the interpreter has it after a millisecond, instead of after five.

    The engine lets go of it for each statement, and the window for each call of Qt; both want it back at once.
    """
    sys.setswitchinterval(TURN_SECONDS)


class Aside:
    """Two hands, so that a push is never kept waiting by a large chunk that is on its way."""

    def __init__(self) -> None:
        self._hands = ThreadPoolExecutor(2, "aside")

    def begin(self, call: Callable[[], T], /) -> Future[T]:
        return self._hands.submit(call)

    def close(self) -> None:
        self._hands.shutdown(wait=False, cancel_futures=True)
