"""Sums over entries, in seconds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sync.records import Organisation
from sync.timekeeping.entries import TimeEntry


@dataclass(frozen=True)
class Total:
    """Seconds by activity; `unresolved` counts entries that were never ended and so are in no sum."""

    work: int = 0
    travel: int = 0
    paid_rest: int = 0
    unpaid_meal: int = 0
    unresolved: int = 0

    @property
    def worked(self) -> int:
        """Work time: short rests count (29 CFR 785.18), so does travel in a day (785.38), real meals do not (.19)."""
        return self.work + self.travel + self.paid_rest


@dataclass(frozen=True)
class Overtime:
    """Minutes beyond the day's threshold, and of the rest of the week those beyond the week's."""

    daily: int
    weekly: int

    @property
    def minutes(self) -> int:
        return self.daily + self.weekly


def day_totals(entries: Iterable[TimeEntry], settings: Organisation, now: datetime) -> dict[date, Total]:
    """Sums per working day; a running entry counts up to now."""
    raise NotImplementedError


def week_totals(entries: Iterable[TimeEntry], settings: Organisation, now: datetime) -> dict[date, Total]:
    """Sums per workweek, by its first day."""
    raise NotImplementedError


def job_totals(entries: Iterable[TimeEntry], settings: Organisation, now: datetime) -> dict[str | None, Total]:
    """Sums per work order; None is time on no job."""
    raise NotImplementedError


def overtime(days: dict[date, Total], settings: Organisation) -> dict[date, Overtime]:
    """Overtime per workweek, by its first day; no minute counts twice."""
    raise NotImplementedError
