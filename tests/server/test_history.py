"""Who changed what: only for those who hold the record, and every value that was ever there."""

from typing import Any

import pytest

from server_stub import history as subject
from support.wire import WireDevice
from support.world import World
from sync.kinds import Kind
from sync.protocol import History, HistoryEntry, Op, decode


def ask(device: WireDevice, kind: str, record_id: str) -> History | None:
    reply = device.get(f"/v1/history/{kind}/{record_id}")
    assert reply.status_code in (200, 404), reply.text
    return decode(reply.content, History) if reply.status_code == 200 else None


def entries(device: WireDevice, kind: str, record_id: str) -> list[HistoryEntry]:
    found = ask(device, kind, record_id)
    assert found is not None
    return found.entries


def check_only_holders_are_told(world: World) -> None:
    worker, other = world.device(), world.device("other")
    order = worker.order(assignee_id=worker.user_id)
    worker.apply(order)
    assert len(entries(worker, "work_order", order.id)) == 1
    for stranger in (other, world.device("owner", "zenith")):
        assert ask(stranger, "work_order", order.id) is None
    for kind, record_id in (("nonsense", order.id), ("lead", order.id), ("work_order", world.new_id())):
        assert ask(worker, kind, record_id) is None


def test_only_holders_are_told(world: World) -> None:
    check_only_holders_are_told(world)


def test_a_history_for_everybody_is_caught(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    real: Any = subject.read_directory

    class Open:
        def scope_of(self, _who: object) -> Any:
            service, token = world.server.service, world.companies.tokens["acme", "owner"]
            owner = service.door.admit(f"Bearer {token}", world.clock.now())
            with service.database.read() as connection:
                return real(connection, owner.org).scope_of(owner)

    monkeypatch.setattr(subject, "read_directory", lambda *_: Open())
    with pytest.raises(AssertionError):
        check_only_holders_are_told(world)


def test_each_change_has_what_was_there_before_and_after(world: World) -> None:
    worker, office = world.device(), world.device("office")
    order = worker.order("Boiler", assignee_id=worker.user_id)
    worker.apply(order)
    for device, title in ((office, "Radiator"), (worker, "Pump")):
        device.apply(device.change(order.id, Kind.WORK_ORDER, world.version(), title=title))
    note = office.create(
        Kind.NOTE, subject_kind="work_order", subject_id=order.id, text="Key", written_at="2026-11-20T08:00:00Z"
    )
    office.apply(note)
    refused = worker.push(worker.change(order.id, Kind.WORK_ORDER, world.version(), title=""))[0]
    assert refused.refusal is not None
    found = entries(worker, "work_order", order.id)
    people = {worker.user_id: "worker", office.user_id: "office"}
    assert [(people[one.user_id or ""], one.op, one.name, one.fields) for one in found] == [
        ("office", Op.CREATE, "Key", {}),
        ("worker", Op.CHANGE, "Pump", {"title": ("Radiator", "Pump")}),
        ("office", Op.CHANGE, "Radiator", {"title": ("Boiler", "Radiator")}),
        ("worker", Op.CREATE, "Boiler", {}),
    ]


def test_what_the_server_notes_by_itself_is_nobodys_change(world: World) -> None:
    worker = world.device()
    order = worker.order("Boiler", assignee_id=worker.user_id)
    worker.apply(order)
    for action, at in (("clock_in", "2026-11-20T08:00:00Z"), ("clock_out", "2026-11-20T09:00:00Z")):
        worker.apply(worker.punch(action, at=at, work_order_id=order.id if action == "clock_in" else None))
    worker.pull()
    assert worker.bodies()["work_order", order.id]["time_spent"]
    assert [one.op for one in entries(worker, "work_order", order.id)] == [Op.CREATE]
