"""A person gets another role or goes to another crew, and with them who holds what."""

from collections.abc import Callable
from typing import Any

import pytest

from server_stub import moves
from support.wire import WireDevice
from support.world import World
from sync.errors import InvalidInput
from sync.kinds import Kind
from sync.protocol import State
from sync.records import Crew
from sync.terms import Role


def holds(device: WireDevice, record_id: str) -> bool:
    """What a fresh pull brings: a device whose scope has changed pulls everything anew."""
    device.cursor = ""
    device.held.clear()
    device.pull()
    return any(row.id == record_id and row.state is State.PRESENT for row in device.held.values())


def given(world: World, name: str) -> tuple[str, str, str]:
    """A work order of this person's, with its customer and a note."""
    office = world.device("office")
    customer = office.create(Kind.CUSTOMER, name="Quay Lane")
    order = office.order(customer_id=customer.id, assignee_id=world.ids[name])
    note = office.create(
        Kind.NOTE, subject_kind="work_order", subject_id=order.id, text="Key", written_at="2026-11-20T08:00:00Z"
    )
    office.push(customer, order, note)
    return order.id, customer.id, note.id


def check_crew(world: World) -> None:
    """The worker goes to a crew that somebody else leads: their work goes from the old lead to the new one."""
    organisation, old, new = world.ids["organisation"], world.device("lead"), world.device("other")
    office = world.server.office
    crew = office.add_crew(organisation, Crew(id=world.new_id(), name="South", lead_id=world.ids["other"]))
    office.set_role(organisation, "other@acme.test", Role.CREW_LEAD)
    order, _customer, note = given(world, "worker")
    punch = world.device("worker").punch()
    world.device("worker").apply(punch)
    assert holds(old, order)
    old.pull()
    office.move_to_crew(organisation, "worker@acme.test", crew)
    assert {row.id: row.state for row in old.pull() if row.id in (order, note, punch.id)} == dict.fromkeys(
        (order, note, punch.id), State.REMOVED
    )
    for record_id in (order, note, punch.id):
        assert holds(new, record_id)
        assert holds(world.device("worker"), record_id)


def check_role(world: World) -> None:
    """Who worked in the office holds as a worker what is theirs, and nothing else."""
    organisation = world.ids["organisation"]
    mine, customer, note = given(world, "office")
    theirs, *_ = given(world, "worker")
    assert holds(world.device("office"), theirs)
    world.server.office.set_role(organisation, "office@acme.test", Role.WORKER)
    device = world.device("office")
    assert [holds(device, record_id) for record_id in (mine, customer, note, theirs)] == [True, True, True, False]
    assert device.bodies()[Kind.USER, world.ids["office"]]["role"] == "worker"


@pytest.mark.parametrize("check", [check_crew, check_role])
def test_moving_people(world: World, check: Callable[[World], None]) -> None:
    version, audits, events = world.version(), len(world.rows("audit")), len(world.rows("event"))
    check(world)
    assert len(world.rows("audit")) - audits == len(world.rows("event")) - events == world.version() - version


def test_an_old_cursor_is_gone_with_the_old_role(world: World) -> None:
    device = world.device("office")
    device.pull()
    world.server.office.set_role(world.ids["organisation"], "office@acme.test", Role.WORKER)
    assert device.get("/v1/sync/pull", cursor=device.cursor).status_code == 410


def test_who_or_where_is_not_known(world: World) -> None:
    office, organisation, before = world.server.office, world.ids["organisation"], world.rows("record")
    with pytest.raises(InvalidInput, match="Nobody has"):
        office.set_role(organisation, "nobody@acme.test", Role.OWNER)
    with pytest.raises(InvalidInput, match="no crew"):
        office.move_to_crew(organisation, "worker@acme.test", world.new_id())
    assert world.rows("record") == before


@pytest.mark.parametrize("check", [check_crew, check_role])
def test_a_planted_fault_is_caught(
    world: World, monkeypatch: pytest.MonkeyPatch, check: Callable[[World], None]
) -> None:
    def forget(*_: Any) -> None:
        return None

    monkeypatch.setattr(moves, "settle_anew", forget)
    with pytest.raises(AssertionError):
        check(world)
