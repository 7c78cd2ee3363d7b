"""The clock, the day and the week."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from client.views.changes import Mark
from sync.records import BreakKind


class Activity(StrEnum):
    OFF = "off"
    WORK = "work"
    BREAK = "break"
    TRAVEL = "travel"


@dataclass(frozen=True)
class ClockState:
    activity: Activity
    since: datetime | None = None  # start of the running segment
    on_clock_since: datetime | None = None  # start of the shift
    work_order_id: str | None = None
    work_order: str = ""  # "WO-1042 · Boiler service"
    break_kind: BreakKind | None = None
    is_forgotten: bool = False  # on the clock for so long that perhaps only the clock-out is missing
    mark: Mark = Mark.SENT

    @property
    def is_on_clock(self) -> bool:
        return self.activity is not Activity.OFF


@dataclass(frozen=True)
class Entry:
    """One computed time entry."""

    id: str
    user_id: str
    user: str
    activity: Activity
    start: datetime
    end: datetime | None
    duration: timedelta  # nothing for one that is unresolved: its hours are unknown
    day: date
    work_order_id: str | None
    work_order: str
    break_kind: BreakKind | None
    note: str
    flags: tuple[str, ...]  # plain sentences
    mark: Mark
    start_punch: str
    end_punch: str | None
    is_unresolved: bool = False  # only a person can say when it ended


@dataclass(frozen=True)
class DayTotal:
    day: date
    worked: timedelta = timedelta()
    travel: timedelta = timedelta()
    paid_break: timedelta = timedelta()
    unpaid_break: timedelta = timedelta()
    overtime: timedelta = timedelta()

    @property
    def on_break(self) -> timedelta:
        return self.paid_break + self.unpaid_break


@dataclass(frozen=True)
class Today:
    day: date
    state: ClockState
    entries: tuple[Entry, ...]
    total: DayTotal
    unresolved: tuple[Entry, ...]  # shifts that nobody clocked out of for too long


@dataclass(frozen=True)
class Week:
    """Seven days from `start` on; `paid` counts towards `weekly_limit`."""

    start: date
    days: tuple[DayTotal, ...]
    entries: tuple[Entry, ...]
    paid: timedelta
    overtime: timedelta
    daily_limit: timedelta
    weekly_limit: timedelta
    to_check: int  # entries with a flag

    def entries_of(self, day: date) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.day == day)


@dataclass(frozen=True)
class Punched:
    """The answer to a punch: it is on the disk. `undo` takes `punch_id`."""

    punch_id: str
    at: datetime
    sentence: str  # "Clocked in 08:02:14 – saved on this device"
    group: tuple[str, ...] = ()
