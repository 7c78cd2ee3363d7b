"""Work that may wait, for a disk or for the network, on one thread; its outcome comes back to the window's thread."""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar
from weakref import ref

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from sync.errors import StreamFlowError
from sync.language import marked, translate

T = TypeVar("T")
Failed = Callable[[StreamFlowError], None]

UNEXPECTED = marked(
    "trouble", "Something went wrong in this program. What was saved before is safe. The log says what happened."
)

_log = logging.getLogger(__name__)


def _ignore(_result: object) -> None:
    """For jobs whose outcome is seen elsewhere."""


@dataclass(frozen=True)
class _Asked:
    job: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Failed


class Writer(QObject):
    """Does jobs one after another. One instance makes all the user's writes, another waits for the network.

    `done` and `failed` are called on the window's thread; bound methods of a widget that is gone by then are not.
    """

    trouble = Signal(object)
    """A StreamFlowError of a job that came without `failed`."""

    _answered = Signal(int, object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._asked: dict[int, _Asked] = {}
        self._count = 0
        self._numbers: SimpleQueue[int] = SimpleQueue()
        self._answered.connect(self._come_back, Qt.ConnectionType.QueuedConnection)
        self._thread = Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    @property
    def is_idle(self) -> bool:
        """Everything asked for is done and answered."""
        return not self._asked

    def do(self, job: Callable[[], T], done: Callable[[T], None] = _ignore, failed: Failed | None = None) -> None:
        self._count += 1
        self._asked[self._count] = _Asked(job, done, failed or self.trouble.emit)
        self._numbers.put(self._count)

    def close(self) -> None:
        """Waits until everything asked for is done."""
        self._numbers.put(0)
        self._thread.join()

    def _run(self) -> None:
        """Knows a job by its number only: a widget that a job holds must not end on this thread."""
        while number := self._numbers.get():
            self._answered.emit(number, self._outcome(number))

    def _outcome(self, number: int) -> object:
        try:
            return self._asked[number].job()
        except StreamFlowError as trouble:
            return _Trouble(trouble.with_traceback(None))
        except Exception:  # noqa: BLE001 - a wall: logged whole and told plainly, and the thread goes on
            _log.exception("Unexpected trouble in a job")
            return _Trouble(StreamFlowError(translate("trouble", UNEXPECTED)))

    def _come_back(self, number: int, outcome: object) -> None:
        _answers.append((ref(self), number, outcome))
        if len(_answers) == 1:
            QTimer.singleShot(0, _give_one)

    def _answer(self, number: int, outcome: object) -> None:
        asked = self._asked.pop(number)
        if isinstance(outcome, _Trouble):
            _tell(asked.failed, outcome.trouble)
        else:
            _tell(asked.done, outcome)


@dataclass(frozen=True)
class _Trouble:
    trouble: StreamFlowError


_answers: deque[tuple[ref[Writer], int, object]] = deque()
"""Of all threads, on the window's: one at a turn, and what it changes is laid out and painted before the next."""


def _give_one() -> None:
    writer, number, outcome = _answers.popleft()
    if _answers:
        # Not 0: where other timers are due as well, it would be given with this one.
        QTimer.singleShot(1, _give_one)
    if (giver := writer()) is not None:
        giver._answer(number, outcome)


def _tell(callback: Callable[[Any], None], value: object) -> None:
    if not is_gone(callback):
        callback(value)


def is_gone(callback: object) -> bool:
    """Whether it belongs to a widget that has ended."""
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return isinstance(owner, QObject) and not shiboken6.isValid(owner)
