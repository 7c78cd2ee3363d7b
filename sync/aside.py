"""A hand beside the engine's thread: the next exchange is under way while the last answer is still being stored."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, TypeVar

T = TypeVar("T")


class Begin(Protocol):
    """Begins a call, and gives back what waits for its end: the result, or the exception."""

    def __call__(self, call: Callable[[], T], /) -> Callable[[], T]: ...


class Aside:
    """Two hands, so that a push is never kept waiting by a large chunk that is on its way."""

    def __init__(self) -> None:
        self._hands = ThreadPoolExecutor(2, "aside")

    def begin(self, call: Callable[[], T], /) -> Callable[[], T]:
        return self._hands.submit(call).result

    def close(self) -> None:
        self._hands.shutdown(wait=False, cancel_futures=True)
