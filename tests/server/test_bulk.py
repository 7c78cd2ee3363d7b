"""A batch is applied in bulk, and one by one only where that fails; nobody can tell the difference afterwards."""

import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from msgspec import Raw

from server_stub import apply as counter
from server_stub import rulings
from support.clock import FakeClock
from support.inprocess import InProcessServer
from support.wire import NOW, WireDevice
from support.world import Companies, World
from sync.kinds import Kind
from sync.protocol import Code, Item, Mutation, Op, Outcome, Verdict, encode


def random_mutations(device: WireDevice, ids: dict[str, str], chance: random.Random, count: int) -> list[Mutation]:
    """Creates and changes that hang together, get in each other's way, and are wrong in many ways."""
    made: list[tuple[Kind, str, str]] = []
    mutations: list[Mutation] = []
    people = [ids[name] for name in ("worker", "lead", "other", "office")]

    def some(kind: Kind) -> str:
        known = [record_id for made_kind, record_id, _key in made if made_kind is kind]
        return chance.choice(known) if known and chance.random() < 0.9 else device.new_id()

    def one(group: str | None) -> Mutation:
        after = tuple(key for _kind, _id, key in chance.sample(made, min(len(made), 2)) if chance.random() < 0.3)
        key = device.new_id()
        values: dict[str, Any] = {"after": after, "group": group, "base": chance.randint(0, 30)}
        kind = chance.choice([Kind.LEAD, Kind.CUSTOMER, Kind.WORK_ORDER, Kind.WORK_ORDER, Kind.NOTE])
        if chance.random() < 0.45 or not made:
            fields: dict[str, Any] = {"name": chance.choice(["Ann", "Bob", ""])}
            if kind is Kind.WORK_ORDER:
                fields = {"title": "Job", "customer_id": some(Kind.CUSTOMER), "assignee_id": chance.choice(people)}
            if kind is Kind.NOTE:
                about = chance.choice([Kind.LEAD, Kind.CUSTOMER, Kind.WORK_ORDER])
                fields = {"subject_kind": about.value, "subject_id": some(about), "text": "Hm", "written_at": NOW_TEXT}
            mutation = device.mutation(Op.CREATE, kind, key=key, fields=fields, **values)
            made.append((kind, mutation.id, key))
            return mutation
        op = chance.choice([Op.CHANGE, Op.CHANGE, Op.CHANGE, Op.REMOVE, Op.RESTORE])
        fields = {}
        if op is not Op.REMOVE and kind is Kind.WORK_ORDER:
            fields = {"assignee_id": chance.choice([*people, None]), "status": chance.choice(["assigned", "completed"])}
            if chance.random() < 0.4:
                fields["customer_id"] = some(Kind.CUSTOMER)
        elif op is not Op.REMOVE:
            fields = {"name": chance.choice(["Cid", "Dee"])}
        return device.mutation(op, kind, some(kind), key=key, fields=fields, **values)

    while len(mutations) < count:
        group = device.new_id() if chance.random() < 0.2 else None
        mutations += [one(group) for _member in range(chance.randint(2, 3) if group else 1)]
    return mutations


NOW_TEXT = "2026-11-20T08:00:00Z"


def _play(world: World, batches: list[tuple[str, list[Item], str]]) -> tuple[list[Verdict], dict[str, Any]]:
    devices: dict[str, WireDevice] = {}
    verdicts: list[Verdict] = []
    for name, items, stream in batches:
        device = devices.setdefault(name, world.device(name))
        device.stream = stream
        verdicts += device.deliver(items).verdicts
    tables = ("record", "receipt", "audit", "event", "scope_entry", "organisation", "stream")
    return verdicts, {table: world.rows(table) for table in tables}


def _world(folder: Path, template: Path, companies: Companies) -> World:
    folder.mkdir()
    shutil.copy(template, folder / "server.db")
    clock = FakeClock(NOW)
    server = InProcessServer(f"sqlite:///{folder / 'server.db'}", clock, random.Random(2))
    return World(server, companies, clock, server.client(), "")


@pytest.mark.logs
@pytest.mark.parametrize("seed", range(25))
def test_in_bulk_and_one_by_one_come_to_the_same(
    tmp_path: Path, sqlite_template: tuple[Path, Companies], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    template, companies = sqlite_template
    bulk, single = (_world(tmp_path / name, template, companies) for name in ("bulk", "single"))
    try:
        batches = _batches(bulk, random.Random(seed))
        in_bulk = _play(bulk, batches)
        real = counter._apply_units

        def only_alone(desk: counter.Desk, units: Any) -> counter.Answer:
            if len(units) > 1:
                raise RuntimeError("not in bulk")
            return real(desk, units)

        monkeypatch.setattr(counter, "_apply_units", only_alone)
        one_by_one = _play(single, batches)
    finally:
        bulk.server.close()
        single.server.close()
    assert in_bulk[0] == one_by_one[0]
    assert in_bulk[1] == one_by_one[1]
    outcomes = {verdict.outcome for verdict in in_bulk[0]}
    assert {Outcome.APPLIED, Outcome.REFUSED} <= outcomes


def _batches(world: World, chance: random.Random) -> list[tuple[str, list[Item], str]]:
    ids = world.ids
    writers = {name: world.device(name) for name in ("worker", "lead", "office")}
    shared = random_mutations(writers["office"], ids, chance, 40)
    batches = [("office", writers["office"].items(*shared), writers["office"].stream)]
    for name in ("worker", "lead"):
        device = writers[name]
        theirs = random_mutations(device, ids, chance, 20)
        theirs += [
            device.mutation(Op.CHANGE, Kind(old.kind), old.id, base=chance.randint(0, 60), fields={"assignee_id": None})
            for old in chance.sample(shared, 8)
            if old.kind == Kind.WORK_ORDER
        ]
        batches.append((name, device.items(*theirs), device.stream))
    return batches


@pytest.mark.logs
def test_a_line_that_the_server_fails_on_fails_alone(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    real = rulings.check_references

    def trip(book: Any, scope: Any, kind: Kind, fields: dict[str, Any]) -> None:
        if fields.get("name") == "poison":
            raise ZeroDivisionError
        real(book, scope, kind, fields)

    monkeypatch.setattr(rulings, "check_references", trip)
    device, before = world.device(), world.version()
    items = device.items(device.lead("poison"), *(device.lead(f"Lead {place}") for place in range(50)))
    first, *rest = device.deliver(items).verdicts
    assert first.refusal is not None
    assert first.refusal.code is Code.INTERNAL
    assert {verdict.outcome for verdict in rest} == {Outcome.APPLIED}
    assert world.version() == before + 50
    again = device.deliver(items).verdicts[0]
    assert again.refusal is not None
    assert (again.refusal.code, again.replayed) == (Code.INTERNAL, True)


@pytest.mark.logs
def test_a_group_that_the_server_fails_on_falls_whole(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    real = rulings.check_references

    def trip(book: Any, scope: Any, kind: Kind, fields: dict[str, Any]) -> None:
        if fields.get("name") == "poison":
            raise ZeroDivisionError
        real(book, scope, kind, fields)

    monkeypatch.setattr(rulings, "check_references", trip)
    device, group = world.device(), world.new_id()
    members = [device.mutation(Op.CREATE, Kind.LEAD, fields={"name": name}, group=group) for name in ("Ann", "poison")]
    outcomes = [verdict.outcome for verdict in device.push(*members, device.lead("Bob"))]
    assert outcomes == [Outcome.REFUSED, Outcome.REFUSED, Outcome.APPLIED]
    assert "Ann" not in repr(world.rows("record"))


def test_a_batch_of_a_thousand_goes_in_one_piece(world: World) -> None:
    device, before = world.device("owner"), world.version()
    mutations = [device.lead(f"Lead {place}") for place in range(1000)]
    items = [Item(seq=place, key=m.key, mutation=Raw(encode(m))) for place, m in enumerate(mutations, 1)]
    reply = device.deliver(items)
    assert [verdict.version for verdict in reply.verdicts] == list(range(before + 1, before + 1001))
    assert reply.version == world.version() == before + 1000
