"""Every planted bug is caught: what a simulation finds none of proves nothing."""

from collections.abc import Iterator

import pytest

from simulation.command import live_with
from simulation.planted import CAUGHT
from simulation.seeds import Simulation, simulation

MOST = 200

pytestmark = [pytest.mark.logs, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def made() -> Iterator[Simulation]:
    with simulation() as made:
        yield made


@pytest.mark.parametrize("plant", CAUGHT)
def test_a_planted_bug_is_caught(plant: str, made: Simulation) -> None:
    """At the seed where it was caught before; where the program has changed since then, at another one."""
    seeds = (CAUGHT[plant], *range(1, MOST + 1))
    assert any(live_with(made, plant, seed).broken for seed in seeds)


def test_there_are_enough_of_them() -> None:
    assert len(CAUGHT) >= 40


@pytest.mark.long
@pytest.mark.parametrize("plant", CAUGHT)
def test_a_planted_bug_is_caught_within_two_hundred_seeds(plant: str, made: Simulation) -> None:
    assert any(live_with(made, plant, seed).broken for seed in range(1, MOST + 1))
