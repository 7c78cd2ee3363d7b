"""What holds for any punches whatever, made by any number of people and devices with clocks as they please."""

from time import process_time

from hypothesis import given
from hypothesis import settings as run
from hypothesis import strategies as st

from support.punch_soup import (
    CENTRES,
    HOUR,
    check_hours,
    check_incremental,
    check_soup,
    settings_drawn,
    soups,
)
from support.timeclock import make_punch, organisation
from support.timesheet import Timesheet
from sync.records import Organisation, Punch
from sync.terms import Action
from sync.timekeeping import compute_entries


@given(soups(), settings_drawn)
def test_any_soup_has_entries(punches: list[Punch], settings: Organisation) -> None:
    check_soup(punches, settings)


@given(soups(corrections=False))
def test_hours_are_those_between_punches(punches: list[Punch]) -> None:
    check_hours(punches)


@run(max_examples=150)
@given(soups(most=10), settings_drawn, st.integers(0, 2**16))
def test_a_timesheet_kept_punch_by_punch_is_the_computed_one(
    punches: list[Punch], settings: Organisation, seed: int
) -> None:
    check_incremental(punches, settings, seed)


def many_days(count: int) -> list[Punch]:
    actions = [Action.CLOCK_IN, Action.BREAK_START, Action.BREAK_END, Action.SWITCH, Action.CLOCK_OUT]
    return [
        make_punch(number, actions[number % 5], CENTRES[0] + number // 5 * 24 * HOUR + number % 5 * 2 * HOUR)
        for number in range(count)
    ]


def test_a_late_punch_reads_one_shift() -> None:
    sheet = Timesheet(organisation())
    for punch in many_days(100):
        sheet.put(punch)
        assert sheet.read <= 6
    sheet.put(make_punch(900, Action.SWITCH, CENTRES[0] + 10 * 24 * HOUR + HOUR))
    assert sheet.read <= 7


def test_a_thousand_punches_are_quick() -> None:
    """15 ms is what is promised; processor time, best of five, so that a busy machine doesn't count."""
    punches, settings = many_days(1_000), organisation("Europe/London")
    assert min(_seconds(punches, settings) for _ in range(5)) < 0.015


def test_long_chains_of_corrections_are_no_trouble() -> None:
    """A thousand corrections of corrections: neither too deep nor slower than their number."""
    start = make_punch(0, Action.CLOCK_IN, CENTRES[0])
    for action in (Action.VOID, Action.AMEND):
        chain = [
            make_punch(n, action, CENTRES[0], target_id=make_punch(n - 1, action, CENTRES[0]).id)
            for n in range(1, 1_001)
        ]
        assert min(_seconds([start, *chain], organisation()) for _ in range(3)) < 0.05
        assert len(compute_entries([start, *chain], organisation())) == 1


def _seconds(punches: list[Punch], settings: Organisation) -> float:
    began = process_time()
    compute_entries(punches, settings)
    return process_time() - began
