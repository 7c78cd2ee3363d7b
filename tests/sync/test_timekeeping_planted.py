"""Bugs planted in the time clock: each has to be noticed by the checks that watch over it."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import Phase, given, seed
from hypothesis import settings as run
from hypothesis import strategies as st

from support.punch_soup import check_hours, check_incremental, check_soup, settings_drawn, soups
from support.timeclock_days import SCENARIOS
from sync.records import Organisation, Punch
from sync.timekeeping import corrections, days, segments, span
from sync.timekeeping.corrections import Mark

_quick = run(max_examples=250, phases=[Phase.generate], database=None, deadline=None)


@seed(1)
@_quick
@given(soups(), settings_drawn)
def any_soup(punches: list[Punch], settings: Organisation) -> None:
    check_soup(punches, settings)


@seed(2)
@_quick
@given(soups(corrections=False))
def hours(punches: list[Punch]) -> None:
    check_hours(punches)


@seed(3)
@_quick
@given(soups(most=8), settings_drawn, st.integers(0, 99))
def incremental(punches: list[Punch], settings: Organisation, order: int) -> None:
    check_incremental(punches, settings, order)


def scenarios() -> None:
    for scenario in SCENARIOS:
        scenario.check()


original_marks = corrections.resolve
original_holds = span.Span.holds


def forgets_punches_of_one_instant(punches: Iterable[Punch]) -> list[Mark]:
    return list({mark.at: mark for mark in original_marks(punches)}.values())


def puts_clock_outs_last(punches: Iterable[Punch]) -> list[Mark]:
    return sorted(original_marks(punches), key=lambda mark: (mark.at, -mark.rank, mark.id))


def keeps_the_order_of_arrival(punches: Iterable[Punch]) -> list[Mark]:
    arrived = list(corrections.distinct(punches))
    return sorted(original_marks(punches), key=lambda mark: (mark.at, arrived.index(mark.id)))


def takes_the_first_amend(amends: Iterable[Punch]) -> dict[str, tuple[Punch, ...]]:
    return {root: chain[:1] for root, chain in original_amended(amends).items()}


original_amended = corrections.amended_by


def believes_every_void(punches: Iterable[Punch]) -> dict[str, Punch]:
    return {punch.target_id: punch for punch in punches if punch.target_id and punch.action == "void"}


def counts_days_in_utc(instant: datetime, settings: Organisation) -> object:
    return instant.astimezone(UTC).date()


def makes_every_day_24_hours_long(zone: str, minute: int, day: Any) -> datetime:
    first = datetime(2026, 1, 1, minute // 60, minute % 60, tzinfo=days._zone(zone)).astimezone(UTC)
    return first + timedelta(days=(day - first.date()).days)


def believes_everything(*_: object) -> bool:
    return True


def holds_the_clock_out_before(self: span.Span, mark: Mark) -> bool:
    return original_holds(self, mark) or mark.at == self.after


def goes_by_what_changed_alone(changed: Iterable[Punch], related: Iterable[Punch]) -> frozenset[str]:
    return frozenset(punch.id for punch in changed)


PLANTED: list[tuple[object, str, object, Callable[[], None]]] = [
    (segments, "resolve", forgets_punches_of_one_instant, any_soup),
    (segments, "resolve", puts_clock_outs_last, scenarios),
    (segments, "resolve", puts_clock_outs_last, hours),
    (segments, "resolve", keeps_the_order_of_arrival, any_soup),
    (corrections, "amended_by", takes_the_first_amend, scenarios),
    (corrections, "voided_by", believes_every_void, scenarios),
    (segments, "day_of", counts_days_in_utc, any_soup),
    (days, "_start", makes_every_day_24_hours_long, scenarios),
    (segments, "_is_believed", believes_everything, scenarios),
    (segments, "SHORTEST_MEAL", timedelta(0), scenarios),
    (segments, "_lone_out", lambda mark: None, scenarios),
    (span.Span, "holds", holds_the_clock_out_before, incremental),
    (span, "_concerned", goes_by_what_changed_alone, incremental),
]


@pytest.mark.parametrize("check", [scenarios, any_soup, hours, incremental], ids=lambda check: check.__name__)
def test_nothing_planted_nothing_noticed(check: Callable[[], None]) -> None:
    check()


@pytest.mark.parametrize(("place", "name", "bug", "check"), PLANTED)
def test_planted_bug_is_noticed(
    monkeypatch: pytest.MonkeyPatch, place: object, name: str, bug: object, check: Callable[[], None]
) -> None:
    monkeypatch.setattr(place, name, bug)
    with pytest.raises((AssertionError, AttributeError, ExceptionGroup)):
        check()
