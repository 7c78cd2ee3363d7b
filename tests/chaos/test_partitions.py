"""Whatever lines failed, and however: when they are back, everything goes out and comes in by itself (P10, I13)."""

import math
from collections.abc import Callable

import pytest

import sync.plan
import sync.pulling
from chaos.partitions import SETTLED_WITHIN, run
from sync.engine import Engine
from sync.lanes import Lanes
from sync.plan import Facts
from sync.status import Phase

SLICE, LONG = 400, 5_000


def test_a_slice_of_the_schedules() -> None:
    tally = run(range(SLICE))
    assert tally.wedged == []
    assert tally.schedules == SLICE
    assert set(+tally.faults) == {"cut", "hang", "half_open", "drip"}
    assert tally.entries > SLICE
    assert 0 < tally.slowest < SETTLED_WITHIN


@pytest.mark.long
@pytest.mark.timeout(1_200)
def test_all_schedules() -> None:
    tally = run(range(LONG))
    assert tally.wedged == []
    assert tally.schedules == LONG


def _gives_up(honest: Callable[..., None]) -> Callable[..., None]:
    def back_off(lanes: Lanes, phase: Phase, trouble: str) -> None:
        honest(lanes, phase, trouble)
        if lanes[phase].failures > 4:
            lanes.rest(phase, math.inf, trouble)

    return back_off


BUGS: dict[str, tuple[object, str, object]] = {
    "it gives up after some failures": (Lanes, "back_off", _gives_up(Lanes.back_off)),
    "offline waits to be called": (Engine, "_stay_offline", lambda _: Phase.OFFLINE),
    "nobody polls where no event comes": (sync.pulling, "POLL", (math.inf, math.inf)),
    "a push that failed is not due again": (
        Facts,
        "push_due",
        property(lambda facts: math.inf if facts.push.failures or not facts.waiting else facts.push.due),
    ),
}


@pytest.mark.parametrize("bug", BUGS)
def test_a_planted_wedge_is_found(monkeypatch: pytest.MonkeyPatch, bug: str) -> None:
    where, name, wrong = BUGS[bug]
    monkeypatch.setattr(where, name, wrong)
    assert run(range(40)).wedged
