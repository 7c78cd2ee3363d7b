"""What a page shows is read on another thread, one reading at a time; what is asked for meanwhile is read next."""

from collections.abc import Callable
from typing import Generic, TypeVar

from sync.errors import StreamFlowError
from ui.writer import Failed, Writer, is_gone

T = TypeVar("T")


class Reading(Generic[T]):
    """`take` and `failed` get what comes of it; pass bound methods, so that a page that is gone hears nothing."""

    def __init__(self, reader: Writer, take: Callable[[T], None], failed: Failed) -> None:
        self._reader, self._take, self._failed = reader, take, failed
        self._next: Callable[[], T] | None = None
        self._is_reading = False

    def ask(self, read: Callable[[], T]) -> None:
        self._next = read
        if not self._is_reading:
            self._read()

    def _read(self) -> None:
        read, self._next = self._next, None
        if read is not None:
            self._is_reading = True
            self._reader.do(read, self._taken, self._not_read)

    def _taken(self, answer: T) -> None:
        self._is_reading = False
        if is_gone(self._take):
            return
        self._take(answer)
        if not self._is_reading:
            self._read()

    def _not_read(self, trouble: StreamFlowError) -> None:
        self._is_reading = False
        if is_gone(self._failed):
            return
        self._failed(trouble)
        if not self._is_reading:
            self._read()
