"""Sums over entries, in seconds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from sync.records import Organisation
from sync.terms import DayRule
from sync.timekeeping.days import split_days, week_days
from sync.timekeeping.entries import Activity, TimeEntry
from sync.timekeeping.segments import is_forgotten


@dataclass(frozen=True)
class Total:
    """Seconds by activity; `unresolved` counts entries that only a person can end and that are in no sum."""

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


Key = TypeVar("Key")
Piece = tuple[date, TimeEntry, timedelta | None]


def day_totals(entries: Iterable[TimeEntry], settings: Organisation, now: datetime) -> dict[date, Total]:
    """Sums per working day (29 CFR 516.2(a)(7)); a running entry counts up to now."""
    return _sum((day, entry, length) for day, entry, length in _pieces(entries, settings, now))


def week_totals(entries: Iterable[TimeEntry], settings: Organisation, now: datetime) -> dict[date, Total]:
    """Sums per workweek, by its first day (29 CFR 516.2(a)(7))."""
    return _sum((week_days(settings, day)[0], entry, length) for day, entry, length in _pieces(entries, settings, now))


def job_totals(entries: Iterable[TimeEntry], settings: Organisation, now: datetime) -> dict[str | None, Total]:
    """Sums per work order; None is time on no job."""
    return _sum((entry.work_order_id, entry, length) for _, entry, length in _pieces(entries, settings, now))


def overtime(days: Mapping[date, Total], settings: Organisation) -> dict[date, Overtime]:
    """Overtime per workweek, by its first day; no minute counts twice, and a threshold of 0 is none."""
    weeks: dict[date, list[int]] = defaultdict(list)
    for day, total in days.items():
        weeks[week_days(settings, day)[0]].append(total.worked)
    return {first: _overtime(worked, settings) for first, worked in weeks.items()}


def _overtime(worked: list[int], settings: Organisation) -> Overtime:
    daily = sum(_beyond(seconds, settings.overtime_daily_minutes) for seconds in worked)
    weekly = _beyond(sum(worked) - daily, settings.overtime_weekly_minutes)
    return Overtime(daily // 60, weekly // 60)


def _beyond(seconds: int, minutes: int) -> int:
    return max(0, seconds - minutes * 60) if minutes else 0


def _pieces(entries: Iterable[TimeEntry], settings: Organisation, now: datetime) -> Iterator[Piece]:
    """Every entry with its length, None where that is unknown; a running one is cut as it will be once it has ended."""
    for entry in entries:
        if entry.end is not None:
            yield entry.day, entry, entry.end - entry.start
        elif is_forgotten(entry, settings, now):
            yield entry.day, entry, None
        elif settings.day_rule is DayRule.START or now <= entry.start:
            yield entry.day, entry, max(now - entry.start, timedelta())
        else:
            for day, start, end in split_days(entry.start, now, settings):
                yield day, entry, end - start


def _sum(pieces: Iterable[tuple[Key, TimeEntry, timedelta | None]]) -> dict[Key, Total]:
    lengths: dict[Key, dict[Activity, timedelta]] = {}
    unresolved: dict[Key, int] = defaultdict(int)
    for key, entry, length in pieces:
        sums = lengths.setdefault(key, dict.fromkeys(Activity, timedelta()))
        sums[entry.kind] += length or timedelta()
        unresolved[key] += length is None
    return {key: _total(sums, unresolved[key]) for key, sums in lengths.items()}


def _total(sums: Mapping[Activity, timedelta], unresolved: int) -> Total:
    seconds = {kind.value: length // timedelta(seconds=1) for kind, length in sums.items()}
    return Total(**seconds, unresolved=unresolved)
