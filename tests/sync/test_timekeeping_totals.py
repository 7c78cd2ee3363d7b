"""Sums by day, week and job, overtime, and whether somebody is on the clock."""

from datetime import UTC, date, datetime, timedelta

import pytest

from support.timeclock import make_punch, organisation, read_punches
from sync.records import Organisation
from sync.terms import Action, DayRule
from sync.timekeeping import (
    Activity,
    ClockState,
    Mode,
    Overtime,
    TimeEntry,
    Total,
    clock_state,
    compute_entries,
    day_totals,
    job_totals,
    overtime,
    week_totals,
)
from sync.timekeeping.days import split_days

DAY = date(2026, 8, 4)
NEXT = date(2026, 8, 5)
WHOLE_DAY = "08:00 in A\n10:00 rest\n10:15 end\n12:00 meal\n12:45 end\n15:00 switch B\n16:00 travel\n16:30 out"
HOUR = 3600


def entries_of(lines: str, settings: Organisation) -> tuple[TimeEntry, ...]:
    return compute_entries(read_punches(lines, settings, DAY), settings)


def at(clock: str, day: date = DAY) -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=UTC)


def test_a_day() -> None:
    settings = organisation()
    totals = day_totals(entries_of(WHOLE_DAY, settings), settings, at("20:00"))
    expected = Total(work=7 * HOUR, travel=1800, paid_rest=900, unpaid_meal=2700)
    assert totals == {DAY: expected}
    assert expected.worked == 7 * HOUR + 1800 + 900


def test_jobs() -> None:
    settings = organisation()
    totals = job_totals(entries_of(WHOLE_DAY, settings), settings, at("20:00"))
    assert {job: total.worked for job, total in totals.items()} == {"A": 6 * HOUR + 900, "B": HOUR, None: 1800}


def test_a_running_entry_counts_up_to_now() -> None:
    settings = organisation()
    entries = entries_of("08:00 in A", settings)
    assert day_totals(entries, settings, at("08:00:59.9")) == {DAY: Total(work=59)}
    assert day_totals(entries, settings, at("07:00")) == {DAY: Total()}


def test_a_running_night_is_split_as_it_will_be() -> None:
    settings = organisation(day_rule=DayRule.SPLIT)
    entries = entries_of("22:00 in A", settings)
    assert day_totals(entries, settings, at("01:30", NEXT)) == {DAY: Total(work=2 * HOUR), NEXT: Total(work=5400)}
    kept = organisation(day_rule=DayRule.START)
    assert day_totals(entries_of("22:00 in A", kept), kept, at("01:30", NEXT)) == {DAY: Total(work=12600)}


def test_a_forgotten_entry_is_neither_nothing_nor_made_up() -> None:
    settings = organisation()
    entries = entries_of("08:00 in A\n12:00 meal\n12:30 end", settings)
    assert day_totals(entries, settings, at("22:00")) == {DAY: Total(work=4 * HOUR + 34200, unpaid_meal=1800)}
    later = day_totals(entries, settings, at("22:01"))
    assert later == {DAY: Total(work=4 * HOUR, unpaid_meal=1800, unresolved=1)}


def test_weeks_start_where_the_organisation_says() -> None:
    sunday_first = organisation(week_starts_on=6)
    lines = "08:00 in\n09:00 out\n+5 08:00 in\n+5 10:00 out"
    now = at("20:00", date(2026, 8, 20))
    weeks = week_totals(entries_of(lines, sunday_first), sunday_first, now)
    assert {first: total.work for first, total in weeks.items()} == {
        date(2026, 8, 2): HOUR,
        date(2026, 8, 9): 2 * HOUR,
    }
    monday_first = organisation()
    weeks = week_totals(entries_of(lines, monday_first), monday_first, now)
    assert {first: total.work for first, total in weeks.items()} == {date(2026, 8, 3): 3 * HOUR}


@pytest.mark.parametrize(
    ("hours", "limits", "expected"),
    [
        ([8, 8, 8, 8, 8], (480, 2400), (0, 0)),
        ([9, 8, 8, 8, 8], (480, 2400), (60, 0)),  # the ninth hour is not counted twice
        ([8, 8, 8, 8, 8, 4], (480, 2400), (0, 240)),
        ([10, 8, 8, 8, 8, 4], (480, 2400), (120, 240)),
        ([10, 10, 10, 10, 1], (0, 2400), (0, 60)),  # no daily threshold, as in the FLSA
        ([10, 10, 10, 10, 10], (480, 0), (600, 0)),
        ([24], (0, 0), (0, 0)),
    ],
)
def test_overtime(hours: list[int], limits: tuple[int, int], expected: tuple[int, int]) -> None:
    settings = organisation(overtime_daily_minutes=limits[0], overtime_weekly_minutes=limits[1])
    monday = date(2026, 8, 3)
    days = {monday + timedelta(days=n): Total(work=worked * HOUR) for n, worked in enumerate(hours)}
    assert overtime(days, settings) == {monday: Overtime(*expected)}
    assert Overtime(*expected).minutes == sum(expected)


def test_a_meal_is_no_overtime_but_travel_and_rest_are_work() -> None:
    settings = organisation(overtime_daily_minutes=60)
    days = {DAY: Total(work=1800, travel=1800, paid_rest=600, unpaid_meal=7200)}
    assert overtime(days, settings)[date(2026, 8, 3)].daily == 10


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("", ClockState()),
        ("08:00 in A\n09:00 out", ClockState()),
        ("08:00 in A", ClockState(Mode.WORKING, at("08:00"), at("08:00"), "A")),
        ("08:00 in A\n09:00 travel B", ClockState(Mode.TRAVELLING, at("09:00"), at("08:00"), "B")),
        (
            "08:00 in A\n09:00 meal",
            ClockState(Mode.ON_BREAK, at("09:00"), at("08:00"), "A", Activity.UNPAID_MEAL),
        ),
        ("08:00 in A\n08:00 in B", ClockState(Mode.WORKING, at("08:00"), at("08:00"), "B")),
        ("08:00 in A\n09:00 out\n09:00 in B", ClockState(Mode.WORKING, at("09:00"), at("09:00"), "B")),
        ("08:00 in A\n09:00 out\n09:01 void #2", ClockState(Mode.WORKING, at("08:00"), at("08:00"), "A")),
        ("08:00 in A\n09:00 out\n09:01 void #1", ClockState()),
    ],
)
def test_clock_state(lines: str, expected: ClockState) -> None:
    settings = organisation()
    for entries in (entries_of(lines, settings), entries_of(lines, settings)[::-1]):
        assert clock_state(entries, settings, at("12:00")) == expected


def test_a_forgotten_shift_is_still_on_the_clock_and_says_so() -> None:
    settings = organisation()
    state = clock_state(entries_of("08:00 in A", settings), settings, at("08:00", NEXT))
    assert state.mode is Mode.WORKING
    assert state.is_forgotten


def test_a_second_is_the_sum_of_its_parts() -> None:
    """Fractions are cut once per sum, not once per entry."""
    settings = organisation()
    start = at("08:00")
    punches = [
        make_punch(n, Action.SWITCH if n else Action.CLOCK_IN, start + timedelta(milliseconds=300 * n))
        for n in range(11)
    ]
    totals = day_totals(compute_entries(punches, settings), settings, start + timedelta(seconds=3))
    assert totals == {DAY: Total(work=3)}


def test_a_day_that_a_country_leaves_out_holds_no_time() -> None:
    """Samoa went from 29 December 2011 to the 31st at midnight."""
    samoa = organisation("Pacific/Apia")
    start, end = (datetime(2011, 12, day, 20, tzinfo=UTC) for day in (29, 30))
    parts = list(split_days(start, end, samoa))
    assert [day.day for day, _, _ in parts] == [29, 31]
    assert [(first, last) for _, first, last in parts] == [
        (start, datetime(2011, 12, 30, 10, tzinfo=UTC)),
        (datetime(2011, 12, 30, 10, tzinfo=UTC), end),
    ]
