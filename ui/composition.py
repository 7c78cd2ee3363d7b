"""The upper half of the composition root: a session becomes a window with its screens."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from client.session import Session
from client.settings import Settings
from ui.account_menu import AccountButton
from ui.bridge import Bridge
from ui.frame import Frame
from ui.leads import LeadsScreen
from ui.puncher import Puncher
from ui.shell import Screen, Shell
from ui.theme import Theme
from ui.timesheet import TimesheetScreen
from ui.today import TodayScreen
from ui.widgets.ticker import Now
from ui.workplace import Workplace
from ui.writer import Writer

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


def furnish(session: Session, now: Now, theme: Theme) -> Workshop:
    bridge = Bridge(session.subscribe, session.sync.status)
    writer, messenger, reader = Writer("writer"), Writer("messenger"), Writer("reader")
    puncher = Puncher(session, bridge, writer, now)
    account = AccountButton(session.me, session.profile.organisation, theme, Settings(session.home))
    shell = Shell(_screens(lambda: place), now)
    place = Workplace(session, bridge, writer, messenger, reader, puncher, shell, session.zone, now)
    shell.header.add(account)
    return Workshop(place, Frame(place, account))


def _screens(place: Callable[[], Workplace]) -> tuple[Screen, ...]:
    tr = QCoreApplication.translate

    def built(build: Build) -> Callable[[], QWidget]:
        return lambda: build(place())

    return (
        Screen("today", tr("screens", "Today"), "clock", built(TodayScreen), shows_clock=False),
        Screen("leads", tr("screens", "Leads"), "user-plus", built(LeadsScreen)),
        Screen("timesheet", tr("screens", "Timesheet"), "calendar-days", built(TimesheetScreen)),
    )
