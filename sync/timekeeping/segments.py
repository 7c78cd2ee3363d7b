"""From punches to entries: a segment starts with one punch and ends with the next.

Hours are never invented and never taken away. What nobody has ended stays open; a clock-in, or after a long shift any
other start, leaves the forgotten segment before it open for a person to resolve instead of filling it up.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import msgspec

from sync.records import Organisation, Punch
from sync.terms import Action, BreakKind, DayRule
from sync.timekeeping.corrections import Mark, resolve
from sync.timekeeping.days import day_of, split_days
from sync.timekeeping.entries import Activity, Flag, TimeEntry
from sync.timekeeping.skew import TOLERANCE

# 29 CFR 785.19: ordinarily 30 minutes or more is long enough for a bona fide meal period.
SHORTEST_MEAL = timedelta(minutes=30)
# A clock-out is somebody's word on when the work ended, so it is believed for longer than any other punch; but a
# stretch of more than a day without a single punch is a forgotten one.
LONGEST_SEGMENT = timedelta(days=1)

_BREAKS = frozenset({Activity.PAID_REST, Activity.UNPAID_MEAL})
_SERVER_FLAGS = {flag.value: flag for flag in (Flag.SKEW, Flag.FUTURE)}


@dataclass(slots=True)
class _Segment:
    """The stretch that is running; `resumes` is what goes on after a break."""

    start: Mark
    kind: Activity
    resumes: Activity
    work_order_id: str | None
    shift_start: datetime
    flags: set[Flag] = field(default_factory=set)


def compute_entries(punches: Iterable[Punch], settings: Organisation) -> tuple[TimeEntry, ...]:
    """Compute one person's entries from that person's punches, in any order, duplicates by id tolerated."""
    return compose(resolve(punches), settings)


def compose(marks: Iterable[Mark], settings: Organisation) -> tuple[TimeEntry, ...]:
    """Compute entries from marks in their order, beginning off the clock."""
    return tuple(_entries(marks, settings))


def is_forgotten(entry: TimeEntry, settings: Organisation, now: datetime) -> bool:
    """Whether an entry is open for so long that its clock-out was probably forgotten."""
    return entry.is_open and (Flag.FORGOTTEN in entry.flags or now - entry.shift_start > long_shift(settings))


def flag_at(entries: Iterable[TimeEntry], settings: Organisation, now: datetime) -> tuple[TimeEntry, ...]:
    """Add the flags that depend on what time it is: forgotten, and future."""
    return tuple(_flagged(entry, settings, now) for entry in entries)


def long_shift(settings: Organisation) -> timedelta:
    """How long a shift may be before it is flagged; an organisation that sets 0 means a whole day."""
    return timedelta(minutes=settings.long_shift_minutes or 24 * 60)


def _flagged(entry: TimeEntry, settings: Organisation, now: datetime) -> TimeEntry:
    added = set()
    if is_forgotten(entry, settings, now):
        added.add(Flag.FORGOTTEN)
    if entry.start - now > TOLERANCE:
        added.add(Flag.FUTURE)
    return msgspec.structs.replace(entry, flags=entry.flags | added) if added else entry


def _entries(marks: Iterable[Mark], settings: Organisation) -> Iterator[TimeEntry]:
    limit = long_shift(settings)
    running: _Segment | None = None
    for mark in marks:
        if mark.is_voided:
            if running is not None:
                running.flags |= {Flag.CORRECTED, Flag.LOCKED_WEEK} if mark.is_late else {Flag.CORRECTED}
            continue
        if running is not None and not _is_believed(running, mark, limit):
            running.flags.add(Flag.FORGOTTEN)
            yield _left_open(running, settings)
            running = None
        following = _follow(running, mark)
        if running is not None:
            yield from _close(running, mark, settings, limit)
        elif following is None:
            yield from _close(_lone_out(mark), mark, settings, limit)
        running = following
    if running is not None:
        yield _left_open(running, settings)


def _is_believed(running: _Segment, mark: Mark, limit: timedelta) -> bool:
    """Whether a punch belongs to the shift that is running, rather than to one after a forgotten clock-out."""
    if mark.action is Action.CLOCK_IN:
        return mark.at - running.shift_start <= limit
    longest = max(limit, LONGEST_SEGMENT) if mark.action is Action.CLOCK_OUT else limit
    return mark.at - running.start.at <= longest


def _follow(before: _Segment | None, mark: Mark) -> _Segment | None:
    """What goes on after a punch; None when the person is off the clock."""
    match mark.action:
        case Action.CLOCK_OUT:
            return None
        case Action.CLOCK_IN:
            return _clock_in(before, mark)
        case Action.BREAK_START:
            return _break_start(before, mark)
        case Action.BREAK_END:
            return _break_end(before, mark)
        case Action.TRAVEL:
            return _start(before, mark, Activity.TRAVEL, mark.work_order_id)
        case _:
            return _start(before, mark, Activity.WORK, mark.work_order_id)


def _start(before: _Segment | None, mark: Mark, kind: Activity, work_order_id: str | None) -> _Segment:
    """Whoever starts something is on the clock from then on: the hours count, a missing clock-in is flagged."""
    if before is None:
        return _Segment(mark, kind, kind, work_order_id, mark.at, {Flag.NO_CLOCK_IN})
    return _Segment(mark, kind, kind, work_order_id, before.shift_start)


def _clock_in(before: _Segment | None, mark: Mark) -> _Segment:
    """A second clock-in, perhaps from another device, goes on with the shift; without a job of its own, on the same."""
    if before is None:
        return _Segment(mark, Activity.WORK, Activity.WORK, mark.work_order_id, mark.at)
    before.flags.add(Flag.OVERLAP)
    following = _start(before, mark, Activity.WORK, mark.work_order_id or before.work_order_id)
    following.flags.add(Flag.DOUBLE_IN)
    return following


def _break_start(before: _Segment | None, mark: Mark) -> _Segment:
    """A break of no stated kind is a paid one: only a bona fide meal is not work time (29 CFR 785.18, .19)."""
    kind = Activity.UNPAID_MEAL if mark.break_kind is BreakKind.UNPAID_MEAL else Activity.PAID_REST
    following = _start(before, mark, kind, mark.work_order_id or (before.work_order_id if before else None))
    following.resumes = before.resumes if before else Activity.WORK
    if before is not None and before.kind in _BREAKS:
        following.flags.add(Flag.DOUBLE_BREAK)
    return following


def _break_end(before: _Segment | None, mark: Mark) -> _Segment:
    """The end of a break goes on with what was before it; without a break it still says that somebody is at work."""
    if before is None:
        return _Segment(mark, Activity.WORK, Activity.WORK, mark.work_order_id, mark.at, {Flag.UNMATCHED_BREAK_END})
    following = _start(before, mark, before.resumes, mark.work_order_id or before.work_order_id)
    if before.kind not in _BREAKS:
        following.flags.add(Flag.UNMATCHED_BREAK_END)
    return following


def _lone_out(mark: Mark) -> _Segment:
    """A clock-out of nobody on the clock: an entry without length, so that a person sees it and can say what it was."""
    return _Segment(mark, Activity.WORK, Activity.WORK, mark.work_order_id, mark.at, {Flag.UNMATCHED_OUT})


def _left_open(segment: _Segment, settings: Organisation) -> TimeEntry:
    flags = frozenset({*segment.flags, *_inherited(segment.start), Flag.OPEN})
    return _entry(segment, _first_day(segment, settings), segment.start.at, None, None, flags)


def _close(segment: _Segment, mark: Mark, settings: Organisation, limit: timedelta) -> Iterator[TimeEntry]:
    start, end = segment.start.at, mark.at
    flags = segment.flags | _inherited(segment.start) | _inherited(mark)
    if segment.kind is Activity.UNPAID_MEAL and end - start < SHORTEST_MEAL:
        flags.add(Flag.SHORT_MEAL)
    if end - segment.shift_start > limit:
        flags.add(Flag.TOO_LONG)
    frozen = frozenset(flags)
    if settings.day_rule is DayRule.START:
        yield _entry(segment, _first_day(segment, settings), start, end, mark.id, frozen)
        return
    for day, part_start, part_end in split_days(start, end, settings):
        yield _entry(segment, day, part_start, part_end, mark.id, frozen)


def _inherited(mark: Mark) -> set[Flag]:
    flags = {_SERVER_FLAGS[name] for name in mark.punch.flags if name in _SERVER_FLAGS}
    if mark.is_late:
        flags.add(Flag.LOCKED_WEEK)
    return flags | {Flag.CORRECTED} if mark.is_corrected else flags


def _first_day(segment: _Segment, settings: Organisation) -> date:
    first = segment.shift_start if settings.day_rule is DayRule.START else segment.start.at
    return day_of(first, settings)


def _entry(
    segment: _Segment, day: date, start: datetime, end: datetime | None, end_id: str | None, flags: frozenset[Flag]
) -> TimeEntry:
    return TimeEntry(
        user_id=segment.start.punch.user_id,
        day=day,
        kind=segment.kind,
        start=start,
        end=end,
        shift_start=segment.shift_start,
        start_punch_id=segment.start.id,
        end_punch_id=end_id,
        work_order_id=segment.work_order_id,
        note=segment.start.note,
        flags=flags,
    )
