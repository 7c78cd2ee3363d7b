"""What the time clock computes: entries, with flags where a rule has something to say."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct


class Flag(StrEnum):
    """What a person should look at. A flag never takes hours away, adds any, or holds a punch up."""

    OPEN = "open"
    FORGOTTEN = "forgotten"
    OVERLAP = "overlap"
    DOUBLE_IN = "double_in"
    DOUBLE_BREAK = "double_break"
    NO_CLOCK_IN = "no_clock_in"
    UNMATCHED_OUT = "unmatched_out"
    UNMATCHED_BREAK_END = "unmatched_break_end"
    SHORT_MEAL = "short_meal"
    TOO_LONG = "too_long"
    CORRECTED = "corrected"
    FUTURE = "future"
    SKEW = "skew"
    LOCKED_WEEK = "locked_week"


class Activity(StrEnum):
    WORK = "work"
    TRAVEL = "travel"
    PAID_REST = "paid_rest"
    UNPAID_MEAL = "unpaid_meal"


class TimeEntry(Struct, frozen=True, kw_only=True):
    """A segment of one person's time, or a day's part of one where the organisation splits shifts at its day boundary.

    `end` is None while nobody has said when it ended. `shift_start` is when the person came on the clock;
    `start_punch_id` and `day` together name the entry. A clock-out without a shift is an entry without length.
    """

    user_id: str
    day: date
    kind: Activity
    start: datetime
    end: datetime | None
    shift_start: datetime
    start_punch_id: str
    end_punch_id: str | None = None
    work_order_id: str | None = None
    note: str = ""
    flags: frozenset[Flag] = frozenset()

    @property
    def is_open(self) -> bool:
        return self.end is None

    @property
    def is_unresolved(self) -> bool:
        """Whether only a person can say how long this was: its hours are neither invented nor zero, but unknown."""
        return self.end is None and Flag.FORGOTTEN in self.flags
