"""A thread that sleeps until its work is due or somebody wakes it, with a wall around each turn; it never just ends.

The engine and the carrier of attachments run on one each.
"""

import logging
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

from sync.backoff import CAP
from sync.clock import Clock
from sync.status import Signal

# However long the work wants to rest, it is looked at this often: a lost wake costs half a minute, not the day.
SLICE = 30.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Wake:
    """What came in while the thread slept."""

    signals: tuple[Signal, ...] = ()
    version: int = 0
    is_stop: bool = False


class Waker:
    """One thread waits here, any thread wakes it. A wake that comes before the waiting ends it at once."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._signals: list[Signal] = []
        self._version = 0
        self._is_stopped = False

    def wake(self, signal: Signal) -> None:
        with self._condition:
            if self._signals[-1:] != [signal]:
                self._signals.append(signal)
            self._condition.notify_all()

    def hear(self, version: int) -> None:
        with self._condition:
            self._version = max(self._version, version)
            self._condition.notify_all()

    def stop(self) -> None:
        with self._condition:
            self._is_stopped = True
            self._condition.notify_all()

    def wait(self, seconds: float) -> Wake:
        with self._condition:
            self._condition.wait_for(self._is_awake, timeout=max(0.0, seconds))
            wake = Wake(tuple(self._signals), self._version, self._is_stopped)
            self._signals.clear()
            self._version = 0
            return wake

    def _is_awake(self) -> bool:
        return bool(self._signals) or self._version > 0 or self._is_stopped


class Worker(ABC):
    def __init__(self, name: str, clock: Clock, waker: Waker | None = None) -> None:
        self._clock = clock
        self._waker = waker or Waker()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    @property
    def is_alive(self) -> bool:
        return self._thread.is_alive()

    def start(self) -> None:
        self._thread.start()

    def stop(self, close: Callable[[], None], timeout: float = 5.0) -> bool:
        """End the thread, whether it did within the time; `close` breaks the exchange that it may be in."""
        self._waker.stop()
        close()
        if self._thread.ident is not None:
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def wake(self, signal: Signal) -> None:
        self._waker.wake(signal)

    def beat(self, wake: Wake) -> float:
        """One turn of the loop, and the wall around it: what nobody expected is logged whole, and the loop goes on."""
        try:
            return self._turn(wake)
        except Exception:  # noqa: BLE001 — one of the program's three walls: the thread must go on
            _log.exception("Unexpected trouble on the thread %s; going on at a slow beat", self._thread.name)
        try:
            return self._stumble()
        except Exception:  # noqa: BLE001 — the same wall: what mends may be broken, too
            _log.exception("The trouble could not even be noted")
            return self._clock.monotonic() + CAP

    @abstractmethod
    def _turn(self, wake: Wake) -> float:
        """Do one thing, and say when the next is due."""

    @abstractmethod
    def _stumble(self) -> float:
        """Note trouble that nobody expected, and say when to go on."""

    def _run(self) -> None:
        due = self._clock.monotonic()
        while not (wake := self._waker.wait(min(SLICE, due - self._clock.monotonic()))).is_stop:
            due = self.beat(wake)
