"""The three lanes: who waits for whom, for how long, and what each kind of waking forgets."""

import random

import pytest

from support.clock import FakeClock
from sync.backoff import BASE, CAP
from sync.lanes import CROWD_BASE, CROWD_CAP, LONGEST_ASKED, Lane, Lanes
from sync.status import Phase

PROBE, PUSH, PULL = Phase.PROBING, Phase.PUSHING, Phase.PULLING
ALL = (PROBE, PUSH, PULL)


class Unlucky(random.Random):
    """Chance that always hits the upper bound, so that a wait is the ceiling itself."""

    def uniform(self, a: float, b: float) -> float:
        assert a == 0
        return b


@pytest.fixture
def clock() -> FakeClock:
    """Right after the machine was started, so that no instant is long past by itself."""
    return FakeClock(monotonic=0.0)


@pytest.fixture
def lanes(clock: FakeClock) -> Lanes:
    return Lanes(clock, Unlucky())


def waits(lanes: Lanes, clock: FakeClock) -> dict[Phase, float]:
    """How long each lane has still to wait."""
    return {phase: max(0.0, lanes[phase].due - clock.monotonic()) for phase in ALL}


def crowded(lanes: Lanes, clock: FakeClock, seconds: float = 0.0) -> float:
    """Be told to come back later; how long that is."""
    lanes.overrule()
    lanes.hold_all(seconds)
    (wait,) = set(waits(lanes, clock).values())
    return wait


def test_nothing_waits_at_first(lanes: Lanes, clock: FakeClock) -> None:
    assert list(lanes) == [Lane()] * 3
    assert waits(lanes, clock) == {PROBE: 0, PUSH: 0, PULL: 0}
    assert (lanes.asked, lanes.trouble) == (0, "")


@pytest.mark.parametrize("phase", Phase)
def test_what_is_no_exchange_counts_as_a_probe(lanes: Lanes, phase: Phase) -> None:
    assert lanes.lane_of(phase) is (phase if phase in ALL else PROBE)


@pytest.mark.parametrize("phase", ALL)
def test_a_lane_that_fails_waits_twice_as_long_each_time_and_no_other_waits_with_it(
    lanes: Lanes, clock: FakeClock, phase: Phase
) -> None:
    seen = []
    for failures in range(1, 12):
        lanes.back_off(phase, "no line")
        assert lanes[phase].failures == failures
        seen.append(waits(lanes, clock)[phase])
    assert seen == [min(CAP, BASE * 2**n) for n in range(11)]
    assert [other for other, wait in waits(lanes, clock).items() if wait] == [phase]
    assert lanes.trouble == "no line"
    lanes.clear(phase)
    assert lanes[phase] == Lane()


def test_a_search_goes_on_soon_however_often_it_has_failed(lanes: Lanes, clock: FakeClock) -> None:
    for _ in range(6):
        lanes.back_off(PUSH, "crash")
    lanes.try_soon(PUSH, "another crash")
    assert waits(lanes, clock) == {PROBE: 0, PUSH: BASE, PULL: 0}
    assert (lanes[PUSH].failures, lanes.trouble) == (1, "another crash")


def test_what_was_mended_is_tried_at_once_and_then_at_a_growing_distance(lanes: Lanes, clock: FakeClock) -> None:
    seen = []
    for _ in range(4):
        lanes.repeat(PULL, "cursor gone")
        seen.append(waits(lanes, clock)[PULL])
    assert seen == [0, BASE, 2 * BASE, 4 * BASE]
    assert lanes.trouble == "cursor gone"


def test_a_rest_is_exactly_as_long_as_it_is_meant_to_be_and_counts_as_a_failure(
    lanes: Lanes, clock: FakeClock
) -> None:
    lanes.rest(PUSH, 300, "a bug")
    lanes.rest(PUSH, 30, "a full disk")
    assert waits(lanes, clock) == {PROBE: 0, PUSH: 30, PULL: 0}
    assert (lanes[PUSH].failures, lanes.trouble) == (2, "a full disk")


@pytest.mark.parametrize("seconds", [CROWD_BASE, 77.0, LONGEST_ASKED])
def test_what_the_server_asks_for_holds_all_lanes(lanes: Lanes, clock: FakeClock, seconds: float) -> None:
    assert crowded(lanes, clock, seconds) == seconds
    assert lanes.asked == clock.monotonic() + seconds


def test_no_slip_of_the_servers_clock_silences_for_ever(lanes: Lanes, clock: FakeClock) -> None:
    assert crowded(lanes, clock, 10**9) == LONGEST_ASKED


def test_a_shorter_word_of_the_server_takes_back_no_longer_one(lanes: Lanes, clock: FakeClock) -> None:
    lanes.hold_all(1_000)
    lanes.hold_all(100)
    assert waits(lanes, clock) == dict.fromkeys(ALL, 1_000)


def test_while_it_stays_crowded_each_adds_more_of_its_own_up_to_a_minute(lanes: Lanes, clock: FakeClock) -> None:
    assert [crowded(lanes, clock) for _ in range(4)] == [CROWD_BASE, 2 * CROWD_BASE, CROWD_CAP, CROWD_CAP]


def test_each_call_that_is_served_takes_one_step_back(lanes: Lanes, clock: FakeClock) -> None:
    for _ in range(2):
        crowded(lanes, clock)
    lanes.clear(PULL)
    assert crowded(lanes, clock) == 2 * CROWD_BASE
    for _ in range(9):
        lanes.clear(PUSH)
    assert crowded(lanes, clock) == CROWD_BASE


def test_what_the_server_asks_for_is_random_above_it_so_that_not_all_come_back_together(clock: FakeClock) -> None:
    seen = {crowded(Lanes(clock, random.Random(seed)), clock, 2.0) for seed in range(50)}
    assert min(seen) == 2
    assert len(seen) > 30
    assert max(seen) <= CROWD_BASE


def test_a_hint_ends_our_own_waits_and_never_the_servers(lanes: Lanes, clock: FakeClock) -> None:
    lanes.hold_all(20)
    for phase in ALL:
        lanes.rest(phase, 300, "trouble")
    lanes.hurry(PUSH)
    assert waits(lanes, clock) == {PROBE: 300, PUSH: 20, PULL: 300}
    lanes.hurry()
    assert waits(lanes, clock) == dict.fromkeys(ALL, 20)
    assert {lane.not_before for lane in lanes} == {0}
    assert (lanes[PUSH].failures, lanes.trouble) == (1, "trouble")


def test_a_person_overrules_the_server_too_and_the_failures_stay_counted(lanes: Lanes, clock: FakeClock) -> None:
    lanes.hold_all(20)
    lanes.rest(PULL, 300, "trouble")
    lanes.overrule()
    assert waits(lanes, clock) == dict.fromkeys(ALL, 0)
    assert (lanes[PULL].failures, lanes.trouble) == (1, "trouble")


def test_a_new_start_forgets_everything(lanes: Lanes, clock: FakeClock) -> None:
    for _ in range(3):
        lanes.hold_all(20)
    lanes.rest(PULL, 300, "trouble")
    lanes.reset()
    assert list(lanes) == [Lane()] * 3
    assert crowded(lanes, clock) == CROWD_BASE


def test_a_person_is_told_the_pushs_trouble_first_then_the_pulls(lanes: Lanes) -> None:
    told = []
    for phase in (PROBE, PULL, PUSH):
        lanes.rest(phase, 1, phase.value)
        told.append(lanes.trouble)
    assert told == ["probing", "pulling", "pushing"]
