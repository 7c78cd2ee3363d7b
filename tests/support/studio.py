"""A window on a real session that pictures are taken of, at a time of day that a story has reached."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from time import monotonic
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from client.session import Session
from server_stub import demo
from ui.composition import Workshop, furnish
from ui.theme import Mode, Theme

_LONG_AGO = 1_000_000.0
"""The clock begins before the computer did, and may not go below nothing."""
SIZE, SMALL = (1280, 800), (1024, 640)
ZONE = ZoneInfo(demo.ZONE)


class WoundClock:
    """Today's real pace, at the time of day that the story has reached."""

    def __init__(self) -> None:
        self._shift = timedelta()
        self.wind_to(7, 50)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._shift

    def monotonic(self) -> float:
        return monotonic() + _LONG_AGO + self._shift.total_seconds()

    def wind_to(self, hour: int, minute: int) -> None:
        today = datetime.now(ZONE).date()
        self._shift = datetime.combine(today, time(hour, minute, 20), tzinfo=ZONE) - datetime.now(UTC)


@dataclass
class Studio:
    """Where pictures are taken of any widget."""

    folder: Path
    theme: Theme
    taken: int = 0

    def take(self, widget: QWidget, name: str, *, small: bool = False) -> None:
        """Light and dark; `small` adds one at the smallest size that is promised."""
        for mode in (Mode.LIGHT, Mode.DARK):
            self._draw(widget, f"{name}-{mode}", mode, SIZE)
        if small:
            self._draw(widget, f"{name}-1024x640", Mode.LIGHT, SMALL)
        self.theme.apply(Mode.LIGHT)

    def _draw(self, widget: QWidget, name: str, mode: Mode, size: tuple[int, int]) -> None:
        self.theme.dress(widget)
        widget.resize(*size)
        widget.show()
        self.theme.apply(mode)
        rest(0.15)
        widget.grab().save(str(self.folder / f"{name}.png"))
        self.taken += 1


@dataclass
class Stage:
    """A window on a session, and the ways to move through it."""

    studio: Studio
    workshop: Workshop

    def take(self, name: str, *, small: bool = False) -> None:
        self.settle()
        self.studio.take(self.workshop.place.shell, name, small=small)

    def go(self, key: str) -> Any:
        shell = self.workshop.place.shell
        shell.show_screen(key)
        shell.show()
        self.settle()
        return shell.page(key)

    def scroll_to(self, part: QWidget) -> None:
        """To the end, and back until the part begins at the top."""
        around = part.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        assert around is not None
        self.settle()
        inner = around.widget()
        around.verticalScrollBar().setValue(part.mapTo(inner, QPoint()).y() - 16)

    def settle(self) -> None:
        place = self.workshop.place
        place.bridge.look_at_status()
        workers = (place.writer, place.messenger, place.reader)
        until(lambda: all(worker.is_idle for worker in workers))
        rest(0.3)
        until(lambda: all(worker.is_idle for worker in workers))


def until(is_so: Callable[[], bool], seconds: float = 20.0) -> None:
    deadline = QDeadlineTimer(round(seconds * 1000))
    while not is_so():
        if deadline.hasExpired():
            raise TimeoutError("the window did not come to rest")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def rest(seconds: float) -> None:
    deadline = QDeadlineTimer(round(seconds * 1000))
    until(deadline.hasExpired)


@contextmanager
def open_stage(studio: Studio, session: Session, now: Callable[[], datetime]) -> Iterator[Stage]:
    workshop = furnish(session, now, studio.theme)
    try:
        yield Stage(studio, workshop)
    finally:
        workshop.place.shell.close()
        workshop.close()
