"""Work that may wait, for a disk or for the network, on one thread; its outcome comes back to the window's thread."""

import logging
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from sync.errors import StreamFlowError

T = TypeVar("T")
Failed = Callable[[StreamFlowError], None]
_Job = Callable[[], Callable[[], None]]

_log = logging.getLogger(__name__)


def _ignore(_result: object) -> None:
    """For jobs whose outcome is seen elsewhere."""


class Writer(QObject):
    """Does jobs one after another. One instance makes all the user's writes, another waits for the network.

    `done` and `failed` are called on the window's thread; bound methods of a widget that is gone by then are not.
    """

    trouble = Signal(object)
    """A StreamFlowError of a job that came without `failed`."""

    _answered = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._open = 0
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._thread = Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    @property
    def is_idle(self) -> bool:
        """Everything asked for is done and answered."""
        return self._open == 0

    def do(self, job: Callable[[], T], done: Callable[[T], None] = _ignore, failed: Failed | None = None) -> None:
        self._open += 1
        self._jobs.put(partial(_outcome, job, done, failed or self.trouble.emit))

    def close(self) -> None:
        """Waits until everything asked for is done."""
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            self._answered.emit(job())

    def _answer(self, tell: Callable[[], None]) -> None:
        self._open -= 1
        tell()


def _outcome(job: Callable[[], T], done: Callable[[T], None], failed: Failed) -> Callable[[], None]:
    try:
        result = job()
    except StreamFlowError as trouble:
        return partial(_tell, failed, trouble)
    except Exception:  # noqa: BLE001 - a wall: logged whole and told plainly, and the thread goes on
        _log.exception("Unexpected trouble in a job")
        return partial(_tell, failed, StreamFlowError(UNEXPECTED))
    return partial(_tell, done, result)


def _tell(callback: Callable[[T], None], value: T) -> None:
    if not _is_gone(callback):
        callback(value)


def _is_gone(callback: object) -> bool:
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return isinstance(owner, QObject) and not shiboken6.isValid(owner)


UNEXPECTED = "Something went wrong in this program. What was saved before is safe. The log says what happened."
