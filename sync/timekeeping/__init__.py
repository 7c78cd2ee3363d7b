"""The time clock: entries, totals and flags, computed from punches alike on the device and on the server.

A punch is an immutable event; whatever is shown or paid is computed from punches. Rules flag, they never refuse, delay
or drop: all time "suffered or permitted" counts (29 CFR 785.11, 785.48(a)), and no short entry is too small to keep
(785.47). Instants are exact; rounding (785.48(b)) would be a matter of a report.
"""

from sync.timekeeping.days import day_of, day_starts, week_days
from sync.timekeeping.entries import Activity, Flag, TimeEntry
from sync.timekeeping.segments import compute_entries, flag_at, long_shift
from sync.timekeeping.skew import Sending, Skew, compute_skew
from sync.timekeeping.span import Recomputed, Span, recompute, touched
from sync.timekeeping.state import ClockState, Mode, clock_state
from sync.timekeeping.totals import Overtime, Total, day_totals, job_totals, overtime, week_totals

__all__ = [
    "Activity",
    "ClockState",
    "Flag",
    "Mode",
    "Overtime",
    "Recomputed",
    "Sending",
    "Skew",
    "Span",
    "TimeEntry",
    "Total",
    "clock_state",
    "compute_entries",
    "compute_skew",
    "day_of",
    "day_starts",
    "day_totals",
    "flag_at",
    "job_totals",
    "long_shift",
    "overtime",
    "recompute",
    "touched",
    "week_days",
    "week_totals",
]
