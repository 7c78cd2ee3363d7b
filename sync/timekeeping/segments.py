"""From punches to entries: a segment starts with one punch and ends with the next."""

from collections.abc import Iterable
from datetime import datetime

from sync.records import Organisation, Punch
from sync.timekeeping.entries import TimeEntry


def compute_entries(punches: Iterable[Punch], settings: Organisation) -> tuple[TimeEntry, ...]:
    """Compute one person's entries from that person's punches, in any order, duplicates by id tolerated."""
    raise NotImplementedError


def is_forgotten(entry: TimeEntry, settings: Organisation, now: datetime) -> bool:
    """Whether an entry is open for so long that its clock-out was probably forgotten."""
    raise NotImplementedError


def flag_at(entries: Iterable[TimeEntry], settings: Organisation, now: datetime) -> tuple[TimeEntry, ...]:
    """Add the flags that depend on what time it is: forgotten, and future."""
    raise NotImplementedError
