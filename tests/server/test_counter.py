"""The counter where lines are ruled on, at its edges: an outage, a half-known group, records of others."""

from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from server_stub import apply as counter
from server_stub import streams
from server_stub.database import DatabaseAway
from server_stub.epochs import Epochs
from server_stub.job_time import TimeBook
from server_stub.ledger import Book, Receipt
from server_stub.merge import without_overtaken
from server_stub.principal import Principal
from server_stub.scope import Directory
from support.wire import NOW, WireDevice, trouble_of
from support.world import World
from sync.kinds import Kind
from sync.protocol import Code, Mutation, Op, Outcome, Verdict
from sync.records import Organisation
from sync.terms import Role

ORGANISATION = "0190e000-0000-7000-8000-000000000007"
OUTAGE = OperationalError("INSERT", {}, Exception("the disk is gone"))


def refusal(verdict: Verdict) -> tuple[Code, set[str]]:
    assert verdict.refusal is not None
    return verdict.refusal.code, set(verdict.refusal.fields)


def part(device: WireDevice, kind: Kind, record_id: str, **fields: Any) -> Mutation:
    given: dict[str, Any] = {"name": "Valve", "quantity": 1_000, "used_at": "2026-11-20T08:00:00Z"}
    return device.create(Kind.PART, subject_kind=kind.value, subject_id=record_id, **given, **fields)


def failing(patch: pytest.MonkeyPatch, *troubles: Exception) -> None:
    """Each trouble strikes one writing of the book."""
    real, left = counter.write_book, list(troubles)

    def write_book(*arguments: Any) -> None:
        if left:
            raise left.pop(0)
        real(*arguments)

    patch.setattr(counter, "write_book", write_book)


@pytest.mark.logs
@pytest.mark.parametrize("troubles", [(OUTAGE,), (RuntimeError("a bug"), OUTAGE)], ids=["in bulk", "one by one"])
def test_an_outage_decides_nothing_and_the_same_may_come_again(
    world: World, monkeypatch: pytest.MonkeyPatch, troubles: tuple[Exception, ...]
) -> None:
    device = world.device()
    items = device.items(device.lead("Ann"), device.lead("Bob"))
    failing(monkeypatch, *troubles)
    reply = device.send(items)
    assert reply.status_code == 503
    assert trouble_of(reply).error == "unavailable"
    assert world.rows("receipt") == []
    assert [verdict.outcome for verdict in device.deliver(items).verdicts] == [Outcome.APPLIED] * 2


@pytest.mark.logs
def test_an_outage_while_hours_are_added_up_decides_nothing_either(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def follow(*_: object) -> None:
        raise OUTAGE

    device = world.device()
    items = device.items(device.punch())
    with monkeypatch.context() as patch:
        patch.setattr(TimeBook, "follow", follow)
        assert device.send(items).status_code == 503
    assert world.rows("receipt") == []
    assert device.deliver(items).verdicts[0].outcome is Outcome.APPLIED


def test_what_was_decided_before_stays_decided_though_its_group_falls(world: World) -> None:
    """No program of ours sends half a group; whoever does gets no verdict that changes afterwards."""
    device, group = world.device(), world.new_id()
    first, second = (device.mutation(Op.CREATE, Kind.LEAD, fields={"name": n}, group=group) for n in ("Ann", ""))
    half = device.items(first)
    (alone,) = device.deliver(half).verdicts
    known, fallen = device.deliver([*half, *device.items(second)]).verdicts
    assert (known.outcome, known.version, known.replayed) == (Outcome.APPLIED, alone.version, True)
    assert refusal(fallen) == (Code.INVALID, {"name"})


def test_what_is_used_is_noted_in_ones_own_name_and_about_a_record_that_may_have_it(world: World) -> None:
    worker, office = world.device("worker"), world.device("office")
    order, lead = office.order(assignee_id=world.ids["worker"]), office.lead()
    office.push(order, lead)

    in_anothers_name, about_a_lead, about_nothing, right = worker.push(
        part(worker, Kind.WORK_ORDER, order.id, author_id=world.ids["office"]),
        part(worker, Kind.LEAD, lead.id),
        part(worker, Kind.WORK_ORDER, world.new_id()),
        part(worker, Kind.WORK_ORDER, order.id),
    )
    assert refusal(in_anothers_name) == (Code.NOT_ALLOWED, {"author_id"})
    assert refusal(about_a_lead) == (Code.INVALID, {"subject_kind"})
    assert refusal(about_nothing) == (Code.NOT_FOUND, {"subject_id"})
    assert right.row is not None
    assert right.row.body["author_id"] == world.ids["worker"]


def test_only_a_change_arrives_after_the_record_has_gone_to_somebody_else(world: World) -> None:
    worker, office = world.device("worker"), world.device("office")
    order = office.order(assignee_id=world.ids["worker"], crew_id=world.ids["crew"])
    seen = office.apply(order).version
    used = part(worker, Kind.WORK_ORDER, order.id)
    base = worker.apply(used).version
    office.apply(office.change(order.id, Kind.WORK_ORDER, seen, assignee_id=world.ids["other"], crew_id=None))
    changed, behind, removed, later = worker.push(
        worker.change(used.id, Kind.PART, base, name="Gate valve"),
        worker.mutation(Op.CHANGE, Kind.PART, used.id, after=(used.key,), fields={"quantity": 2_000}),
        worker.mutation(Op.REMOVE, Kind.PART, used.id, base=base),
        worker.change(used.id, Kind.PART, 10**6, name="Ball valve"),
    )
    assert changed.outcome is behind.outcome is Outcome.APPLIED
    assert [refusal(removed), refusal(later)] == [(Code.NOT_FOUND, set())] * 2


def test_a_group_whose_first_step_waits_is_held_whole_behind_the_same_cause(world: World) -> None:
    device, group = world.device(), world.new_id()
    cause = device.lead("")
    first, second = (
        device.mutation(Op.CREATE, Kind.LEAD, fields={"name": name}, group=group, after=after)
        for name, after in (("Ann", (cause.key,)), ("Bob", ()))
    )
    refused, *held = device.push(cause, first, second)
    assert refusal(refused) == (Code.INVALID, {"name"})
    assert [(verdict.outcome, verdict.cause) for verdict in held] == [(Outcome.HELD, cause.key)] * 2


def test_nobody_punches_for_somebody_who_is_not_there(world: World) -> None:
    office = world.device("office")
    (verdict,) = office.push(office.punch(user_id=world.new_id()))
    assert refusal(verdict) == (Code.NOT_FOUND, {"user_id"})


def test_a_stream_that_others_open_again_and_again_is_an_outage_and_no_endless_loop(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []
    monkeypatch.setattr(streams, "_open", lambda _connection, _who, stream_id: tried.append(stream_id))
    who = Principal(1, world.ids["organisation"], world.ids["worker"], "Worker", Role.WORKER, "device")
    with world.server.service.database.write() as connection, pytest.raises(DatabaseAway):
        streams.lock_stream(connection, who, world.new_id())
    assert 1 < len(tried) < 100


def book(epochs: Epochs) -> Book:
    settings = Organisation(id=ORGANISATION, name="Acme", time_zone="UTC")
    return Book(org=1, directory=Directory({}, {}, settings), version=100, next_number=1, epochs=epochs, horizon=0)


def test_what_a_group_did_is_taken_back_to_the_last_mark() -> None:
    one = book(Epochs((50,)))
    before = repr(one)
    take_back = one.attempt()
    one.put_receipt("k", Receipt(b"", 1, Outcome.APPLIED), 1)
    one.put_entry((Kind.LEAD, "a"), "everybody", 101, is_present=True)
    one.regain(101, 7, 6)
    one.version, one.next_number = 101, 2
    assert (len(one.new_receipts), one.new_regained) == (1, [(1, 101, 7, 6)])
    take_back()
    one.entries.clear()
    one.changed_entries.clear()
    assert repr(one) == before


def test_what_comes_back_to_a_record_that_is_lost_is_left_whole_to_the_rules() -> None:
    """They say that the record is missing; the device asks again when somebody has brought it."""
    change = Mutation(
        key=ORGANISATION, op=Op.CHANGE, kind=Kind.LEAD, id=ORGANISATION, occurred_at=NOW, base=6, fields={"name": "Ann"}
    )
    assert without_overtaken(book(Epochs((50,))), None, change, 7) is change


@pytest.mark.parametrize(("was", "is_past"), [(0, False), (7, True), (49, True), (50, False)])
def test_only_a_number_from_before_the_restore_is_regained(was: int, is_past: bool) -> None:
    one = book(Epochs((20, 50)))
    one.regain(101, was, 0)
    assert bool(one.new_regained) is is_past


@pytest.mark.logs
@pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)
def test_planted_an_outage_is_taken_for_a_fault(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counter, "is_outage", lambda _error: False)
    with pytest.raises(AssertionError):
        test_an_outage_decides_nothing_and_the_same_may_come_again(
            world, monkeypatch, (RuntimeError("a bug"), OUTAGE)
        )
