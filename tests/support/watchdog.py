"""Measures how long the window's thread was away from its events: the longest gap between two beats."""

import time
from types import TracebackType

from PySide6.QtCore import Qt, QTimer

_BEAT = 2


class Watchdog:
    """In seconds, of what ran between entering and leaving: `longest` by the clock on the wall, `busiest` by the
    thread's own processor time, which a crowded machine hardly makes longer."""

    def __init__(self) -> None:
        self.longest = self.busiest = 0.0
        self._last = self._worked = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def __enter__(self) -> "Watchdog":
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer.start(_BEAT)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, now - self._last - _BEAT / 1000)
        self.busiest = max(self.busiest, worked - self._worked)
        self._last, self._worked = now, worked
