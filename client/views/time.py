"""The clock, the day and the week."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sync.status import Mark
from sync.terms import BreakKind, SheetStatus


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
    is_to_check: bool = False  # has a flag that a person should look at

    @property
    def is_work_time(self) -> bool:
        """Short rests and travel count, real meals do not."""
        return self.break_kind is not BreakKind.UNPAID_MEAL


@dataclass(frozen=True)
class PunchPlace:
    """Where a punch was made: degrees of WGS 84, metres."""

    id: str
    punch_id: str
    at: datetime
    latitude: float
    longitude: float
    accuracy_m: float
    is_mine: bool


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
    """The organisation's day, from `starts` to `ends`: elsewhere another stretch of time than the day there."""

    day: date
    starts: datetime
    ends: datetime
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

    @property
    def to_check(self) -> int:
        return sum(entry.is_to_check for entry in self.entries)

    def entries_of(self, day: date) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.day == day)


@dataclass(frozen=True)
class Punched:
    """The answer to a punch: it is on the disk. `undo` takes `punch_id`."""

    punch_id: str
    at: datetime
    sentence: str  # "Clocked in 08:02:14 – saved on this device"
    group: tuple[str, ...] = ()


@dataclass(frozen=True)
class JobTotal:
    """What was worked on one job in a week; no label is time on no job."""

    work_order_id: str | None
    label: str
    worked: timedelta


@dataclass(frozen=True)
class PunchLine:
    """One punch or correction behind an entry; `by` is empty where it was the worker."""

    at: datetime
    what: str  # "Clock in 08:02", "Correction → 07:45"
    by: str
    reason: str
    mark: Mark


@dataclass(frozen=True)
class Sheet:
    """One person's week on its way to being approved; `status` is None before it was handed in.

    `digest` and `worked` are of the week as it was looked at, `stepped_worked` as it was at the last step.
    """

    user_id: str
    user: str
    week: date
    digest: str
    worked: timedelta
    id: str | None = None
    status: SheetStatus | None = None
    stepped_worked: timedelta = timedelta()
    is_changed: bool = False  # something was recorded or corrected since the last step
    is_running: bool = False  # the clock counts into this week: it will change by itself
    comment: str = ""
    by: str = ""  # who took the last step; empty until the server has said so
    at: datetime | None = None
    mark: Mark = Mark.SENT
    may_hand_in: bool = False
    may_approve: bool = False
    may_return: bool = False


@dataclass(frozen=True)
class TimeReport:
    """A week on paper, or in a file: readable without the server."""

    organisation: str
    week: Week
    sheet: Sheet
    jobs: tuple[JobTotal, ...]
    made_at: datetime
    made_by: str


class Why(StrEnum):
    """What raised a doubt: the machine slept, or it is long after the usual end."""

    AWAY = "away"
    LATE = "late"


class Answer(StrEnum):
    """It was work; it ended then; the stretch is left out and the clock goes on behind it; it was a break."""

    KEEP = "keep"
    ENDED = "ended"
    LEAVE_OUT = "leave out"
    BREAK = "break"


@dataclass(frozen=True)
class Doubt:
    """A stretch on the clock that perhaps was no work, of the entry that this punch starts."""

    why: Why
    start_punch: str
    work_order: str
    since: datetime
    until: datetime

    def is_same(self, other: "Doubt | None") -> bool:
        """Whether the same is asked, if perhaps a minute later."""
        return other is not None and (self.why, self.start_punch, self.since) == (
            other.why,
            other.start_punch,
            other.since,
        )
