"""Every planted bug is caught, and every check catches one: what a simulation finds none of proves nothing."""

from collections.abc import Callable, Iterator

import pytest

from simulation.command import live_with
from simulation.oracle.judging import Judge
from simulation.oracle.promises import CHECKS, Broken
from simulation.planted import PLANTS
from simulation.planted.caught import CAUGHT, RED
from simulation.seeds import Life, Simulation, simulation
from simulation.world import CARRYING_SINCE, CONVERTING_SINCE, World

MOST = 200
RELEASED = "what waited is released"
TRASH = ("place", "key", "kind", "id", "op", "occurred_at", "trashed_at", "why", "root", "frozen")
FORGED = {
    "a group stands or falls together": "UPDATE receipt SET outcome = 'refused' WHERE key IN ("
    "SELECT key FROM audit WHERE kind = 'customer')",
    "one device's changes keep their order": "UPDATE receipt SET version = 1000000 - version WHERE version > 0",
    "no child without its parent": "DELETE FROM record WHERE kind = 'customer'",
    "the time on a job is that of its punches": "UPDATE record SET body = json_set(body, '$.time_spent',"
    " json_array(json_object('user_id', 'somebody', 'seconds', 99))) WHERE kind = 'work_order'",
}
"""What no bug of the server's alone brings about often enough, or without the reference objecting sooner."""
FOUND = {**dict(RED.values()), **CAUGHT}

pytestmark = [pytest.mark.logs, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def made() -> Iterator[Simulation]:
    with simulation() as made:
        yield made


def is_met(made: Simulation, plant: str, known: int, by: Callable[[Life], object]) -> bool:
    """At the seed where it was before; where the program has changed since then, at another one."""
    return any(by(live_with(made, plant, seed)) for seed in (known, *seeds_beside(known)))


def seeds_beside(known: int) -> range:
    """The first ones, or the first in which people do what it takes."""
    first = max(since for since in (1, CONVERTING_SINCE, CARRYING_SINCE) if known >= since)
    return range(first, first + MOST)


@pytest.mark.parametrize("check", RED)
def test_a_check_turns_red(check: str, made: Simulation) -> None:
    plant, known = RED[check]
    assert is_met(made, plant, known, lambda life: life.check == check)


@pytest.mark.parametrize("plant", CAUGHT)
def test_a_planted_bug_is_caught(plant: str, made: Simulation) -> None:
    assert is_met(made, plant, CAUGHT[plant], lambda life: life.broken)


def test_forged_books_turn_checks_red(made: Simulation) -> None:
    """In the first worlds that have what is forged."""
    found: set[str] = set()
    for seed in range(1, 30):
        if found == FORGED.keys():
            break
        with made.world(seed) as world:
            world.live(60)
            world.come_to_rest()
            Judge(world.server, world.journal, world.counter).judge_books()
            found |= {check for check, forgery in FORGED.items() if check == found_in_forged_books(world, forgery)}
    assert found == FORGED.keys()


def found_in_forged_books(world: World, forgery: str) -> str:
    world.server.all("BEGIN")
    try:
        world.server.all(forgery)
        Judge(world.server, world.journal, world.counter).judge_books()
    except Broken as broken:
        return broken.check
    finally:
        world.server.all("ROLLBACK")
    return ""


@pytest.mark.parametrize(
    "over",
    [
        "INSERT INTO successor (key, next_key) VALUES ('a', 'b')",
        f"INSERT INTO trash ({', '.join(TRASH)}) VALUES (2, 'a', 'lead', 'i', 'create', 0, 0, 'discarded', 'a', x'')",
    ],
)
def test_a_forged_file_turns_a_check_red(over: str, made: Simulation) -> None:
    """What is held behind something that was tried anew or thrown away, and was left behind there."""
    with made.world(1) as world:
        device, judge = world.devices["van"], Judge(world.server, world.journal, world.counter)
        judge.nothing_waits_for_what_is_over(device)
        device.all("BEGIN")
        device.all(over)
        held = "INSERT INTO attention (place, key, kind, id, op, occurred_at, parked_at, outcome, cause, frozen)"
        device.all(f"{held} VALUES (1, 'k', 'lead', 'i', 'change', 0, 0, 'held', 'a', x'')")
        with pytest.raises(Broken) as broken:
            judge.nothing_waits_for_what_is_over(device)
        device.all("ROLLBACK")
    assert broken.value.check == RELEASED


def test_no_check_proves_nothing() -> None:
    assert RED.keys() | FORGED.keys() | {RELEASED} == CHECKS
    assert FOUND.keys() == PLANTS.keys()


@pytest.mark.long
@pytest.mark.parametrize("plant", FOUND)
def test_a_planted_bug_is_caught_within_two_hundred_seeds(plant: str, made: Simulation) -> None:
    assert any(live_with(made, plant, seed).broken for seed in seeds_beside(FOUND[plant]))
