"""A timer that fires on whole seconds of a running duration, and only while its widget is seen."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

Now = Callable[[], datetime]
_SECOND = 1000


def system_now() -> datetime:
    return datetime.now(UTC)


class Ticker:
    def __init__(self, widget: QWidget, now: Now, tick: Callable[[], None]) -> None:
        self._now, self._tick = now, tick
        self._since: datetime | None = None
        self._timer = QTimer(widget)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fire)

    def start(self, since: datetime) -> None:
        self._since = since
        self._arm()

    def stop(self) -> None:
        self._since = None
        self._timer.stop()

    def elapsed(self) -> timedelta:
        return max(timedelta(), self._now() - self._since) if self._since else timedelta()

    def _fire(self) -> None:
        self._tick()
        self._arm()

    def _arm(self) -> None:
        into_second = self.elapsed().microseconds // 1000
        self._timer.start(_SECOND - into_second)
