"""Measures how long the window's thread was away from its events: the longest gap between two beats."""

import time
from types import TracebackType

from PySide6.QtCore import Qt, QTimer

_BEAT = 2


class Watchdog:
    """`longest` in seconds, of what ran between entering and leaving."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def __enter__(self) -> "Watchdog":
        self._last = time.perf_counter()
        self._timer.start(_BEAT)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last - _BEAT / 1000)
        self._last = now
