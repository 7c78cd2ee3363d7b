"""Batch sizes, turns and waits as pure functions."""

import heapq
import random
import statistics
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tenacity import wait_fixed

from sync.backoff import BASE, CAP, FullJitter, pause
from sync.lanes import CROWD_BASE, CROWD_CAP, Lane
from sync.plan import (
    AIM,
    EQUAL_FAILURES,
    FEWEST_BYTES,
    FEWEST_ROWS,
    MOST_BYTES,
    PATIENCE,
    PROOFS,
    Facts,
    Pace,
    Sizing,
    choose,
    fewer_rows,
    is_wedged,
    more_rows,
)
from sync.protocol import MAX_MUTATIONS, MAX_PAGE_ROWS
from sync.status import Phase


@pytest.mark.parametrize(("base", "cap"), [(BASE, CAP), (CROWD_BASE, CROWD_CAP)])
def test_full_jitter_lies_under_a_ceiling_that_doubles_up_to_the_cap(base: float, cap: float) -> None:
    wait = FullJitter(random.Random(1), base, cap)
    for failures in range(1, 40):
        ceiling = min(cap, base * 2.0 ** (failures - 1))
        waits = [pause(wait, failures) for _ in range(400)]
        assert min(waits) >= 0
        assert max(waits) <= ceiling
        assert statistics.mean(waits) == pytest.approx(ceiling / 2, rel=0.15)


def test_chance_is_injected_and_nothing_else_is_asked() -> None:
    first, second = FullJitter(random.Random(7)), FullJitter(random.Random(7))
    assert [pause(first, n) for n in range(1, 20)] == [pause(second, n) for n in range(1, 20)]
    assert pause(wait_fixed(3), 5) == 3


def test_a_thousand_devices_do_not_come_back_together() -> None:
    """The server is away for ten seconds, then takes 50 a second: the herd is through in 3.5 times the ideal time."""
    wait = FullJitter(random.Random(3))
    due = [(number / 1_000, 1) for number in range(1_000)]
    served: list[float] = []
    calls = 0
    while due:
        now, failures = heapq.heappop(due)
        calls += 1
        if now >= 10 and len(served[-50:]) - sum(at <= now - 1 for at in served[-50:]) < 50:
            served.append(now)
        else:
            heapq.heappush(due, (now + pause(wait, failures), failures + 1))
    assert calls / 1_000 <= 9
    assert served[-1] - 10 <= 3.5 * 1_000 / 50


def test_three_equal_failures_halve_and_ask_for_a_proof() -> None:
    sizing = Sizing()
    for _ in range(EQUAL_FAILURES - 1):
        sizing = sizing.fail("500", 800, may_be_poison=True)
        assert sizing.most == MAX_MUTATIONS
    sizing = sizing.fail("500", 800, may_be_poison=True)
    assert (sizing.most, sizing.wants_proof) == (400, True)


def test_unequal_failures_do_not_add_up() -> None:
    sizing = Sizing()
    for number in range(12):
        sizing = sizing.fail("500" if number % 2 else "cut", 800, may_be_poison=True)
    assert sizing.most == MAX_MUTATIONS


def test_a_crowded_server_halves_but_never_casts_suspicion() -> None:
    sizing = Sizing()
    for _ in range(60):
        sizing = sizing.fail("429", max(1, sizing.most), may_be_poison=False)
    assert sizing.most == 1
    assert not sizing.wants_proof
    assert not sizing.is_convicted


def test_a_suspect_batch_is_halved_at_each_failure_and_a_single_one_needs_many_proofs() -> None:
    sizing = Sizing()
    for _ in range(EQUAL_FAILURES):
        sizing = sizing.fail("500", 1_000, may_be_poison=True)
    sizing = sizing.prove(1_000)
    assert not sizing.is_convicted
    halvings = 0
    while sizing.most > 1:
        sizing = sizing.fail("500", sizing.most, may_be_poison=True)
        halvings += 1
    assert halvings == 8
    for _ in range(PROOFS):
        assert not sizing.is_convicted
        sizing = sizing.fail("500", 1, may_be_poison=True)
        assert sizing.wants_proof
        sizing = sizing.prove(1)
    assert sizing.is_convicted


def test_success_doubles_up_to_the_roof_that_a_413_set() -> None:
    sizing = Sizing().shrink(1_000).shrink(500)
    assert sizing.most == sizing.roof == 250
    sizing = sizing.fail("x", 250, may_be_poison=True)
    assert sizing.succeed().most == 250
    assert Sizing(most=100).succeed().most == 200


def test_after_a_halving_equal_failures_are_counted_anew() -> None:
    sizing, seen = Sizing(), []
    for _ in range(3 * EQUAL_FAILURES):
        sizing = sizing.fail("429", 1_000, may_be_poison=False)
        seen.append(sizing.most)
    assert seen == [1_000, 1_000, 500, 500, 500, 250, 250, 250, 125]


def test_suspicion_lasts_until_a_whole_batch_goes_through_again() -> None:
    searching = Sizing(most=MAX_MUTATIONS // 4, is_suspect=True).succeed()
    assert (searching.most, searching.is_suspect) == (MAX_MUTATIONS // 2, True)
    assert (searching.succeed().most, searching.succeed().is_suspect) == (MAX_MUTATIONS, False)
    assert not Sizing(most=MAX_MUTATIONS // 4).succeed().is_suspect


def test_one_that_waits_alone_is_proved_against_however_many_might_be_sent() -> None:
    sizing = Sizing(most=8, is_suspect=True)
    assert sizing.fail("500", 1, may_be_poison=True).wants_proof
    assert not sizing.fail("500", 2, may_be_poison=True).wants_proof
    assert (sizing.prove(1).proofs, sizing.prove(2).proofs) == (1, 0)


def test_pages_halve_and_double_within_their_bounds() -> None:
    assert [fewer_rows(1_000), fewer_rows(FEWEST_ROWS + 1)] == [500, FEWEST_ROWS]
    assert [more_rows(500), more_rows(MAX_PAGE_ROWS - 1), more_rows(500, 700)] == [1_000, MAX_PAGE_ROWS, 700]


@dataclass(frozen=True)
class Wire:
    """A line: seconds for any answer at all, and bytes a second."""

    answer: float
    rate: float

    def seconds(self, size: int) -> float:
        return self.answer + size / self.rate


WIRES = st.builds(Wire, st.floats(0.001, AIM * 0.9), st.floats(1_500, 1e9))


def pushed(wire: Wire, times: int, pace: Pace | None = None) -> Pace:
    pace = pace or Pace()
    for _ in range(times):
        pace = pace.after(pace.most_bytes, wire.seconds(pace.most_bytes))
    return pace


def fits(wire: Wire, pace: Pace) -> bool:
    took = wire.seconds(pace.most_bytes)
    is_short_enough = took <= AIM * 1.05 or pace.most_bytes == FEWEST_BYTES
    return is_short_enough and (took >= AIM / 2 or pace.most_bytes == MOST_BYTES)


@given(WIRES, WIRES)
def test_a_push_comes_to_take_the_time_that_is_aimed_at_on_any_line_and_on_the_next(one: Wire, other: Wire) -> None:
    pace = pushed(one, 60)
    assert fits(one, pace)
    assert fits(other, pushed(other, 60, pace))


def test_a_quick_line_is_filled_after_few_pushes_and_a_slow_one_never_waits_for_long() -> None:
    assert pushed(Wire(0.02, 1e8), 5).most_bytes == MOST_BYTES
    slow = Wire(0.5, 20_000)
    assert max(slow.seconds(pushed(slow, times).most_bytes) for times in range(20)) < AIM * 1.3


@given(st.integers(1, 10**7), st.floats(0, 1e6), st.integers(0, 40))
def test_no_measurement_leaves_the_bounds(size: int, seconds: float, failures: int) -> None:
    pace = Pace().after(size, seconds)
    for _ in range(failures):
        pace = pace.slower()
    assert FEWEST_BYTES <= pace.most_bytes <= MOST_BYTES


@pytest.mark.parametrize(
    ("size", "seconds", "most_bytes"),
    [
        pytest.param(100_000, 2 * AIM, 50_000, id="twice as long: half as much"),
        pytest.param(60_000, 2 * AIM, 30_000, id="by what was sent, not by what might have been"),
        pytest.param(60_000, AIM, 100_000, id="as long as is aimed at"),
        pytest.param(60_000, 0.6 * AIM, 100_000, id="somewhat quicker"),
        pytest.param(100_000, AIM / 2, 200_000, id="twice as quick: twice as much"),
        pytest.param(10_000, AIM / 2, 100_000, id="a small one says nothing about a large one"),
        pytest.param(50_000, AIM / 4, 200_000, id="quick, and as much as would fit"),
        pytest.param(100_000, 0.0, 800_000, id="never more than eight times as much at once"),
    ],
)
def test_how_much_a_push_may_hold_follows_how_long_the_last_one_took(
    size: int, seconds: float, most_bytes: int
) -> None:
    assert Pace(100_000).after(size, seconds) == Pace(most_bytes)


def test_a_push_without_an_answer_halves_what_is_tried_next() -> None:
    assert Pace(200_001).slower() == Pace(100_000)
    assert isinstance(Pace(200_001).slower().most_bytes, int)


def facts(**changed: object) -> Facts:
    known: dict[str, object] = {
        "now": 100.0,
        "waiting": 0,
        "push": Lane(),
        "pull": Lane(),
        "pull_at": 150.0,
        "pulled_at": 0.0,
    }
    return Facts(**{**known, **changed})  # type: ignore[arg-type]  # the values come from one table


@pytest.mark.parametrize(
    ("known", "chosen"),
    [
        (facts(), (Phase.IDLE, 150.0)),
        (facts(waiting=1), (Phase.PUSHING, 100.0)),
        (facts(pull_at=99.0), (Phase.PULLING, 100.0)),
        (facts(waiting=1, pull_at=99.0), (Phase.PUSHING, 100.0)),
        (facts(waiting=1, pull_at=100.0 - PATIENCE), (Phase.PULLING, 100.0)),
        (facts(waiting=1, pull_at=90.0, pulled_at=99.0), (Phase.PUSHING, 100.0)),
        (facts(waiting=1, pull_at=90.0, pulled_at=100.0 - PATIENCE), (Phase.PULLING, 100.0)),
        (facts(waiting=1, push=Lane(1, 120.0)), (Phase.WAITING, 120.0)),
        (facts(waiting=1, push=Lane(1, 0.0, 130.0)), (Phase.WAITING, 130.0)),
        (facts(waiting=1, push=Lane(1, 120.0), pull_at=90.0), (Phase.PULLING, 100.0)),
        (facts(pull=Lane(1, 110.0), pull_at=90.0), (Phase.WAITING, 110.0)),
        (facts(is_update_needed=True), (Phase.UPDATE_NEEDED, 150.0)),
        (facts(is_update_needed=True, waiting=1), (Phase.PUSHING, 100.0)),
    ],
)
def test_choose(known: Facts, chosen: tuple[Phase, float]) -> None:
    assert choose(known) == chosen


def test_wedged_is_work_that_nobody_tries() -> None:
    assert is_wedged(1_000.0, Phase.WAITING, 1, 100.0, 500.0)
    assert not is_wedged(1_000.0, Phase.WAITING, 0, 100.0, 500.0)
    assert not is_wedged(1_000.0, Phase.WAITING, 1, 900.0, 500.0)
    assert not is_wedged(1_000.0, Phase.WAITING, 1, 500.0, 500.0)
    for phase in (Phase.PAUSED, Phase.SIGN_IN_NEEDED, Phase.REVOKED):
        assert not is_wedged(1_000.0, phase, 1, 100.0, 500.0)
