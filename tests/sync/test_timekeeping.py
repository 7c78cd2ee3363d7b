"""What a day on the clock comes to."""

from datetime import UTC, date, datetime, timedelta

import pytest

from support.timeclock import CREW_LEAD, Scenario, make_punch, organisation, read_punches
from support.timeclock_days import SCENARIOS
from sync.terms import Action, DayRule
from sync.timekeeping import Flag, compute_entries, day_of, day_starts, flag_at, week_days

DAY = date(2026, 8, 4)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_day(scenario: Scenario) -> None:
    scenario.check()


def test_travel_through_zones_is_exact() -> None:
    """Clocked in by London time, out by New York time: the length is that of the instants."""
    start = datetime.fromisoformat("2026-08-04T09:00:00+01:00")
    end = datetime.fromisoformat("2026-08-04T13:30:00-04:00")
    punches = [
        make_punch(1, Action.CLOCK_IN, start, zone="Europe/London", utc_offset_minutes=60),
        make_punch(2, Action.CLOCK_OUT, end, zone="America/New_York", utc_offset_minutes=-240),
    ]
    (entry,) = compute_entries(punches, organisation("Europe/London"))
    assert entry.end is not None
    assert entry.end - entry.start == timedelta(hours=9, minutes=30)
    assert entry.day == DAY


def test_the_organisation_s_zone_decides_the_day() -> None:
    late = datetime(2026, 8, 4, 23, 30, tzinfo=UTC)
    assert day_of(late, organisation("UTC")) == date(2026, 8, 4)
    assert day_of(late, organisation("Europe/London")) == date(2026, 8, 5)
    assert day_of(late, organisation("America/New_York")) == date(2026, 8, 4)


@pytest.mark.parametrize("zone", ["Nowhere/Land", "", "../../etc/passwd", "\x00", "UTC "])
def test_an_unknown_zone_stops_nobody(zone: str) -> None:
    punches = [make_punch(1, Action.CLOCK_IN, datetime(2026, 8, 4, 23, 30, tzinfo=UTC))]
    (entry,) = compute_entries(punches, organisation(zone))
    assert entry.day == DAY


@pytest.mark.parametrize(
    ("zone", "minute", "day", "hours"),
    [
        ("Europe/London", 0, date(2026, 3, 29), 23),
        ("Europe/London", 0, date(2026, 10, 25), 25),
        ("America/New_York", 0, date(2026, 3, 8), 23),
        ("America/New_York", 0, date(2026, 11, 1), 25),
        ("Asia/Beirut", 0, date(2026, 3, 29), 23),  # midnight itself is jumped over
        ("Australia/Lord_Howe", 0, date(2026, 10, 4), 23.5),
        ("Pacific/Apia", 0, date(2011, 12, 30), 0),  # a day that never was
        ("Europe/London", 90, date(2026, 3, 28), 24),
    ],
)
def test_days_follow_each_other(zone: str, minute: int, day: date, hours: float) -> None:
    settings = organisation(zone, day_starts_minute=minute)
    start, end = day_starts(day, settings), day_starts(day + timedelta(days=1), settings)
    assert end - start == timedelta(hours=hours)
    tick = timedelta(microseconds=1)
    assert day_of(end, settings) == day + timedelta(days=1)
    assert day_of(start - tick, settings) < day
    if hours:
        assert day_of(start, settings) == day_of(end - tick, settings) == day


@pytest.mark.parametrize("first", range(7))
def test_week(first: int) -> None:
    settings = organisation(week_starts_on=first)
    for offset in range(8):
        day = DAY + timedelta(days=offset)
        week = week_days(settings, day)
        assert day in week
        assert len(week) == 7
        assert week[0].weekday() == first


def test_flags_that_depend_on_the_hour() -> None:
    settings = organisation()
    entries = compute_entries(read_punches("08:00 in", settings, DAY), settings)
    start = entries[0].start
    for now, expected in [
        (start, {Flag.OPEN}),
        (start - timedelta(minutes=1), {Flag.OPEN}),
        (start - timedelta(minutes=3), {Flag.OPEN, Flag.FUTURE}),
        (start + timedelta(hours=14), {Flag.OPEN}),
        (start + timedelta(hours=14, seconds=1), {Flag.OPEN, Flag.FORGOTTEN}),
    ]:
        (entry,) = flag_at(entries, settings, now)
        assert entry.flags == expected
        assert entry.end is None


def test_a_punch_by_the_crew_lead_stays_the_worker_s() -> None:
    settings = organisation()
    punches = read_punches("08:00 in by-lead\n09:00 out", settings, DAY)
    (entry,) = compute_entries(punches, settings)
    assert punches[0].by_id == CREW_LEAD
    assert entry.user_id == punches[0].user_id != CREW_LEAD


@pytest.mark.parametrize("rule", list(DayRule))
@pytest.mark.parametrize("moment", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_the_ends_of_time(rule: DayRule, moment: datetime) -> None:
    day = timedelta(days=1 if moment.year == 1 else -1)
    settings = organisation("Pacific/Auckland", day_rule=rule)
    first, last = sorted([moment, moment + day])
    punches = [make_punch(1, Action.CLOCK_IN, first), make_punch(2, Action.CLOCK_OUT, last)]
    entries = compute_entries(punches, settings)
    assert sum(((entry.end or first) - entry.start for entry in entries), timedelta()) == timedelta(hours=24)
    assert flag_at(compute_entries(punches[:1], settings), settings, datetime(2026, 8, 4, tzinfo=UTC))


def test_a_clock_set_to_1970_makes_no_twenty_thousand_days() -> None:
    settings = organisation(day_rule=DayRule.SPLIT)
    punches = [
        make_punch(1, Action.CLOCK_IN, datetime(1970, 1, 1, tzinfo=UTC)),
        make_punch(2, Action.CLOCK_OUT, datetime(2026, 8, 4, tzinfo=UTC)),
    ]
    left_open, lone_out = compute_entries(punches, settings)
    assert left_open.is_unresolved
    assert Flag.UNMATCHED_OUT in lone_out.flags
