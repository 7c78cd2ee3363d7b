"""Where somebody punched: theirs to say and to take back, seen by who sees the punch, and deleted in time."""

import pytest

from server_stub import purge
from support.world import World
from sync.kinds import Kind
from sync.protocol import Op, State, Verdict


def refusal(verdict: Verdict) -> str:
    return verdict.refusal.code if verdict.refusal else verdict.outcome


@pytest.mark.parametrize("role", ["lead", "office", "owner"])
def test_nobody_says_where_somebody_else_was(world: World, role: str) -> None:
    device, worker = world.device(role), world.device("worker")
    punch = worker.punch()
    worker.apply(punch)
    assert refusal(device.push(device.location(punch.id, user_id=worker.user_id))[0]) == "not_allowed"


def test_who_sees_the_punch_sees_where_it_was(world: World) -> None:
    worker = world.device("worker")
    punch = worker.punch()
    found = worker.location(punch.id)
    worker.push(punch, found)
    for role in ("worker", "lead", "office", "owner"):
        device = world.device(role)
        device.pull()
        assert device.held[Kind.LOCATION, found.id].state is State.PRESENT, role
    other = world.device("other")
    other.pull()
    assert (Kind.LOCATION, found.id) not in other.held


def test_only_they_themselves_take_it_back(world: World) -> None:
    worker = world.device("worker")
    punch = worker.punch()
    found = worker.location(punch.id)
    base = worker.push(punch, found)[-1].version or 0
    for role in ("lead", "office", "owner"):
        device = world.device(role)
        device.pull()
        assert refusal(device.push(device.mutation(Op.REMOVE, Kind.LOCATION, found.id, base=base))[0]) == "not_allowed"
    worker.pull()
    worker.apply(worker.mutation(Op.REMOVE, Kind.LOCATION, found.id, base=base))
    worker.pull()
    assert worker.held[Kind.LOCATION, found.id].state is State.DELETED
    assert worker.held[Kind.PUNCH, punch.id].state is State.PRESENT


def test_it_never_changes(world: World) -> None:
    worker = world.device("worker")
    punch = worker.punch()
    found = worker.location(punch.id)
    base = worker.push(punch, found)[-1].version or 0
    assert refusal(worker.push(worker.change(found.id, Kind.LOCATION, base, latitude=1.0))[0]) == "not_allowed"


def test_it_is_deleted_in_time_and_the_punch_stays(world: World) -> None:
    worker = world.device("worker")
    punch = worker.punch()
    found = worker.location(punch.id)
    worker.push(punch, found)
    worker.pull()
    database = world.server.service.database
    world.clock.advance(86_400 * (purge.LOCATIONS_KEPT_DAYS - 1))
    assert purge.prune_locations(database, world.new_id, world.clock.now()) == 0
    world.clock.advance(86_400 * 2)
    assert purge.prune_locations(database, world.new_id, world.clock.now()) == 1
    assert purge.prune_locations(database, world.new_id, world.clock.now()) == 0
    worker.pull()
    assert worker.held[Kind.LOCATION, found.id].state is State.DELETED
    assert worker.held[Kind.PUNCH, punch.id].state is State.PRESENT
