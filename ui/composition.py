"""The upper half of the composition root: a session becomes a window with its screens."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from client.session import Session
from sync.records import Status
from ui.bridge import Bridge
from ui.frame import Frame
from ui.puncher import Puncher
from ui.shell import Screen, Shell
from ui.today import TodayScreen
from ui.widgets.ticker import Now
from ui.workplace import Workplace
from ui.writer import Writer

_OPEN = (Status.ASSIGNED, Status.EN_ROUTE, Status.IN_PROGRESS, Status.ON_HOLD)
Build = Callable[[Workplace], QWidget]


@dataclass(frozen=True)
class Workshop:
    """Everything that lives as long as one session is shown."""

    place: Workplace
    frame: Frame

    def close(self) -> None:
        """What was asked for is finished and saved."""
        self.place.bridge.close()
        for worker in (self.place.writer, self.place.messenger, self.place.reader):
            worker.close()
        self.place.session.stop()


def furnish(session: Session, now: Now) -> Workshop:
    bridge = Bridge(session.subscribe, session.sync.status)
    writer, messenger, reader = Writer("writer"), Writer("messenger"), Writer("reader")
    puncher = Puncher(session, bridge, writer, now)
    shell = Shell(_screens(session, bridge, lambda: place), now)
    place = Workplace(session, bridge, writer, messenger, reader, puncher, shell, session.zone, now)
    return Workshop(place, Frame(place))


def _screens(session: Session, bridge: Bridge, place: Callable[[], Workplace]) -> tuple[Screen, ...]:
    tr = QCoreApplication.translate
    device = tr("screens", "This device")

    def built(build: Build) -> Callable[[], QWidget]:
        return lambda: build(place())

    return (
        Screen("today", tr("screens", "Today"), "clock", built(TodayScreen), shows_clock=False),
    )
