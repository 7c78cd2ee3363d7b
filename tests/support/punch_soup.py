"""Punches as nobody would make them, and what has to hold of their entries all the same."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

from hypothesis import strategies as st

from support.timeclock import CREW_LEAD, WORKER, identify, make_punch, organisation
from support.timesheet import Timesheet
from sync.records import Organisation, Punch
from sync.terms import Action, BreakKind, DayRule
from sync.timekeeping import (
    Activity,
    Flag,
    TimeEntry,
    clock_state,
    compute_entries,
    day_of,
    day_totals,
    flag_at,
    job_totals,
    week_totals,
)

ZONES = ("UTC", "Europe/London", "America/New_York", "Pacific/Auckland", "Australia/Lord_Howe")
# Two nights on which clocks change are near the middle of what is drawn.
CENTRES = (datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 11, 1, 6, tzinfo=UTC))
HOUR = timedelta(hours=1)

_PLAIN = [action for action in Action if action not in (Action.VOID, Action.AMEND)]
_OFTEN_CORRECTED = [*_PLAIN, *[Action.VOID, Action.AMEND] * 2]

settings_drawn = st.builds(
    organisation,
    st.sampled_from(ZONES),
    day_rule=st.sampled_from(DayRule),
    day_starts_minute=st.sampled_from([0, 90, 300, 1439]),
    week_starts_on=st.integers(0, 6),
    long_shift_minutes=st.sampled_from([0, 60, 840, 3000]),
)


@st.composite
def soups(draw: st.DrawFn, *, most: int = 14, corrections: bool = True) -> list[Punch]:
    centre = draw(st.sampled_from(CENTRES))
    # Few different minutes, so that instants coincide; some far away, so that segments are forgotten.
    minutes = st.one_of(st.integers(-12, 12).map(lambda n: n * 15), st.integers(-4000, 4000))
    actions = st.sampled_from(_OFTEN_CORRECTED if corrections else _PLAIN)
    count = draw(st.integers(0, most))
    return [_drawn(draw, number, count, centre, minutes, draw(actions)) for number in range(count)]


def _drawn(
    draw: st.DrawFn, number: int, count: int, centre: datetime, minutes: st.SearchStrategy[int], action: Action
) -> Punch:
    instants = minutes.map(lambda n: centre + timedelta(minutes=n))
    fields: dict[str, object] = {}
    if _is_correction(action):
        fields["target_id"] = draw(st.integers(0, count).map(identify))
        fields["amended_at"] = draw(st.none() | instants)
    if draw(st.booleans()):
        fields["work_order_id"] = draw(st.sampled_from("AB"))
        fields["by_id"] = draw(st.sampled_from([WORKER, CREW_LEAD]))
    if draw(st.integers(0, 7)) == 0:
        fields["corrected_at"] = draw(instants)
    fields["break_kind"] = draw(st.none() | st.sampled_from(BreakKind))
    return make_punch(number, action, draw(instants), **fields)


def _is_correction(action: Action) -> bool:
    return action in (Action.VOID, Action.AMEND)


def check_hours(punches: Sequence[Punch]) -> None:
    """Without corrections and forgotten ends, hours are the time between each punch and the next, out excepted."""
    settings = organisation(long_shift_minutes=14 * 24 * 60)
    entries = compute_entries(punches, settings)
    ordered = sorted(punches, key=lambda p: (p.corrected_at or p.at, p.action is not Action.CLOCK_OUT, p.id))
    instants = [punch.corrected_at or punch.at for punch in ordered]
    on_clock = sum(
        (
            end - start
            for punch, start, end in zip(ordered, instants, instants[1:], strict=False)
            if punch.action is not Action.CLOCK_OUT
        ),
        timedelta(),
    )
    assert sum((entry.end - entry.start for entry in entries if entry.end), timedelta()) == on_clock
    is_on = bool(ordered) and ordered[-1].action is not Action.CLOCK_OUT
    assert [entry.is_open for entry in entries].count(True) == is_on


def check_soup(punches: Sequence[Punch], settings: Organisation) -> None:
    entries = compute_entries(punches, settings)
    _check_order(punches, settings, entries)
    _check_disjoint(entries)
    _check_whole(punches, entries)
    _check_days(entries, settings)
    _check_flags(entries, settings)
    _check_sums(entries, settings)


def _check_order(punches: Sequence[Punch], settings: Organisation, entries: tuple[TimeEntry, ...]) -> None:
    shuffled = [*punches, *punches]
    Random(len(punches)).shuffle(shuffled)
    assert compute_entries(shuffled, settings) == entries


def _check_disjoint(entries: tuple[TimeEntry, ...]) -> None:
    ended = sorted((entry.start, entry.end) for entry in entries if entry.end is not None)
    assert all(start <= end for start, end in ended)
    assert all(end <= start for (_, end), (start, _) in pairwise(ended))
    for entry in entries:
        if entry.is_open:
            assert Flag.OPEN in entry.flags
            is_followed = any(other.start > entry.start for other in entries)
            assert not is_followed or Flag.FORGOTTEN in entry.flags
    assert sum(entry.is_open and Flag.FORGOTTEN not in entry.flags for entry in entries) <= 1
    assert len({(entry.start_punch_id, entry.day) for entry in entries}) == len(entries)


def _check_whole(punches: Sequence[Punch], entries: tuple[TimeEntry, ...]) -> None:
    """Every punch that isn't taken back is to be seen at one end of an entry."""
    seen = {entry.start_punch_id for entry in entries} | {entry.end_punch_id for entry in entries}
    named = {punch.target_id for punch in punches if punch.action is Action.VOID}
    for punch in punches:
        if not _is_correction(punch.action) and punch.id not in named:
            assert punch.id in seen


def _check_days(entries: tuple[TimeEntry, ...], settings: Organisation) -> None:
    for entry in entries:
        if settings.day_rule is DayRule.START:
            assert entry.day == day_of(entry.shift_start, settings)
        else:
            assert entry.day == day_of(entry.start, settings)
            if entry.end is not None and entry.end > entry.start:
                assert entry.day == day_of(entry.end - timedelta(microseconds=1), settings)


def _check_flags(entries: tuple[TimeEntry, ...], settings: Organisation) -> None:
    limit = timedelta(minutes=settings.long_shift_minutes or 1440)
    for entry in entries:
        assert entry.shift_start <= entry.start
        assert (Flag.OPEN in entry.flags) == entry.is_open == (entry.end_punch_id is None)
        if entry.end is not None and entry.end - entry.shift_start > limit:
            assert Flag.TOO_LONG in entry.flags
        is_short = entry.end is not None and entry.end - entry.start < timedelta(minutes=30)
        if is_short and entry.kind is Activity.UNPAID_MEAL and settings.day_rule is DayRule.START:
            assert Flag.SHORT_MEAL in entry.flags


def _check_sums(entries: tuple[TimeEntry, ...], settings: Organisation) -> None:
    for now in (CENTRES[0] - 100 * HOUR, CENTRES[0] + 5 * HOUR, CENTRES[1] + 100 * HOUR):
        flagged = flag_at(entries, settings, now)
        sums = [function(flagged, settings, now) for function in (day_totals, week_totals, job_totals)]
        days, weeks, jobs = [list(totals.values()) for totals in sums]
        for name in ("work", "travel", "paid_rest", "unpaid_meal", "unresolved"):
            by_days, by_weeks, by_jobs = [sum(getattr(t, name) for t in totals) for totals in (days, weeks, jobs)]
            assert by_days == by_weeks == by_jobs
        state = clock_state(flagged, settings, now)
        is_running = any(entry.is_open and Flag.FORGOTTEN not in entry.flags for entry in entries)
        assert (state.since is not None) >= is_running


def check_incremental(punches: Sequence[Punch], settings: Organisation, seed: int) -> None:
    """Kept up to date punch by punch, in any order, with changes and departures, a timesheet is the computed one."""
    random = Random(seed)
    sheet = Timesheet(settings)
    for punch in random.sample(list(punches), len(punches)):
        sheet.put(punch)
        _check_sheet(sheet)
    for punch in random.sample(list(punches), len(punches) // 2):
        if random.random() < 0.5:
            sheet.drop(punch.id)
        else:
            moved = punch.at + random.choice([-5, -1, 1, 5]) * HOUR
            sheet.put(make_punch(int(punch.id[-12:]), punch.action, moved, version=1, target_id=punch.target_id))
        _check_sheet(sheet)


def _check_sheet(sheet: Timesheet) -> None:
    expected = compute_entries(sheet.punches.values(), sheet.settings)
    by_name = {(entry.start_punch_id, entry.day): entry for entry in sheet.entries}
    assert len(by_name) == len(sheet.entries)
    assert by_name == {(entry.start_punch_id, entry.day): entry for entry in expected}
