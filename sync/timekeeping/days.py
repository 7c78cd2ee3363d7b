"""Days and weeks as the organisation counts them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from sync.records import Organisation

_DAY = timedelta(days=1)
_EARLIEST = datetime(1, 1, 8, tzinfo=UTC)
_LATEST = datetime(9999, 12, 24, tzinfo=UTC)


def day_of(instant: datetime, settings: Organisation) -> date:
    """The working day that an instant falls on, by the organisation's zone and day boundary."""
    bounded = min(max(instant, _EARLIEST), _LATEST)
    zone, minute = settings.time_zone, settings.day_starts_minute
    day = bounded.astimezone(_zone(zone)).date()
    if bounded < _start(zone, minute, day):
        return day - _DAY
    return day + _DAY if bounded >= _start(zone, minute, day + _DAY) else day


def day_starts(day: date, settings: Organisation) -> datetime:
    """The instant at which a working day starts; a day with a change of clocks is 23 or 25 hours long."""
    return _start(settings.time_zone, settings.day_starts_minute, day)


def week_days(settings: Organisation, day: date) -> tuple[date, ...]:
    """The seven days of the workweek that a day belongs to; its start is the organisation's (29 CFR 516.2(a)(5))."""
    first = day - timedelta(days=(day.weekday() - settings.week_starts_on) % 7)
    return tuple(first + timedelta(days=offset) for offset in range(7))


def split_days(start: datetime, end: datetime, settings: Organisation) -> Iterator[tuple[date, datetime, datetime]]:
    """Cut a stretch of time at the day boundaries within it."""
    day = day_of(start, settings)
    while (cut := day_starts(day + _DAY, settings)) < min(end, _LATEST):
        if start < cut:
            yield day, start, cut
        start, day = max(start, cut), day + _DAY
    yield day, start, end


@lru_cache(maxsize=4096)
def _start(zone: str, minute: int, day: date) -> datetime:
    # A boundary that the clocks jump over is read by the offset before the jump, one that comes twice means the first.
    wall = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=_zone(zone))
    return wall.astimezone(UTC)


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo:
    """An unknown zone must not stop anybody from clocking in: such days are counted in UTC."""
    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        return ZoneInfo("UTC")
