"""Batch sizes, turns and waits as pure functions."""

import heapq
import random
import statistics
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tenacity import wait_fixed

from sync.backoff import CAP, FullJitter, pause
from sync.lanes import Lane
from sync.plan import (
    AIM,
    EQUAL_FAILURES,
    FEWEST_BYTES,
    MOST_BYTES,
    PATIENCE,
    PROOFS,
    Facts,
    Pace,
    Sizing,
    choose,
    is_wedged,
)
from sync.protocol import MAX_MUTATIONS
from sync.status import Phase


def test_full_jitter_lies_under_a_ceiling_that_doubles_up_to_the_cap() -> None:
    wait = FullJitter(random.Random(1))
    for failures in range(1, 40):
        ceiling = min(CAP, 2.0 ** (failures - 1))
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


def test_a_push_without_an_answer_halves_what_is_tried_next() -> None:
    assert Pace(200_000).slower() == Pace(100_000)


def facts(**changed: object) -> Facts:
    known: dict[str, object] = {
        "now": 100.0,
        "waiting": 0,
        "push": Lane(),
        "pull": Lane(),
        "pull_at": 150.0,
        "last_turn": Phase.PULLING,
    }
    return Facts(**{**known, **changed})  # type: ignore[arg-type]  # the values come from one table


@pytest.mark.parametrize(
    ("known", "chosen"),
    [
        (facts(), (Phase.IDLE, 150.0)),
        (facts(waiting=1), (Phase.PUSHING, 100.0)),
        (facts(pull_at=99.0), (Phase.PULLING, 100.0)),
        (facts(waiting=1, pull_at=99.0, last_turn=Phase.PUSHING), (Phase.PUSHING, 100.0)),
        (facts(waiting=1, pull_at=100.0 - PATIENCE, last_turn=Phase.PUSHING), (Phase.PULLING, 100.0)),
        (facts(waiting=1, pull_at=100.0 - PATIENCE, last_turn=Phase.PULLING), (Phase.PUSHING, 100.0)),
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
    for phase in (Phase.PAUSED, Phase.SIGN_IN_NEEDED, Phase.REVOKED):
        assert not is_wedged(1_000.0, phase, 1, 100.0, 500.0)
