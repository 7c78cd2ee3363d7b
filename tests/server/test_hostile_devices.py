"""A device that speaks the protocol and lies: about ids, clocks and what it has seen."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from server_stub import apply as counter
from server_stub import history, ledger
from server_stub.purge import KEPT_DAYS, purge
from support.wire import WireDevice
from support.world import World
from sync import moments
from sync.kinds import Kind
from sync.protocol import History, Mutation, Op, Outcome, decode

# What is looked at there happens before any database is asked.
before_any_database = pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)

LONG_AGO = datetime(2, 1, 1, tzinfo=UTC)
FAR_AHEAD = datetime(9998, 1, 1, tzinfo=UTC)


def note_on(device: WireDevice, order_id: str, text: str) -> Mutation:
    written = "2026-11-20T08:00:00Z"
    return device.create(Kind.NOTE, subject_kind="work_order", subject_id=order_id, text=text, written_at=written)


def order_that_left(world: World) -> tuple[str, WireDevice, WireDevice]:
    """A work order that one worker held once and another one holds now, with a note on it since."""
    former, holder, office = world.device(), world.device("other"), world.device("office")
    order = office.order(assignee_id=former.user_id)
    created = office.apply(order)
    former.pull()
    office.apply(office.change(order.id, Kind.WORK_ORDER, created.version, assignee_id=holder.user_id))
    office.apply(note_on(office, order.id, "The key is under the mat"))
    holder.pull()
    former.pull()
    return order.id, former, holder


def test_a_record_under_the_id_of_another_kind_takes_nothing_of_it(world: World) -> None:
    order_id, former, holder = order_that_left(world)
    (note,) = (record_id for kind, record_id in holder.bodies() if kind == Kind.NOTE)
    lead = former.create(Kind.LEAD, order_id, name="Mine", assignee_id=former.user_id)
    former.push(lead)
    former.push(former.change(order_id, Kind.LEAD, 0, assignee_id=None))
    for device in (former, holder):
        device.pull()
    assert not former.holds(note)
    assert holder.holds(note)
    told = former.get(f"/v1/history/lead/{order_id}")
    if told.status_code == 200:
        assert {entry.kind for entry in decode(told.content, History).entries} == {Kind.LEAD}


@before_any_database
def test_an_edit_from_before_all_time_spoils_no_field_for_others(world: World) -> None:
    liar, honest = world.device("office"), world.device("owner")
    order = liar.order("Boiler")
    seen = liar.apply(order).version
    liar.sent_at = FAR_AHEAD
    told = liar.change(order.id, Kind.WORK_ORDER, seen, title="Mine")
    (lie,) = liar.push(replace(told, occurred_at=LONG_AGO))
    assert lie.outcome is Outcome.APPLIED
    (verdict,) = honest.push(honest.change(order.id, Kind.WORK_ORDER, seen, title="Theirs"))
    assert (verdict.outcome, verdict.refusal) == (Outcome.APPLIED, None)


@before_any_database
def test_nobody_is_told_in_a_refusal_what_they_may_not_see(world: World) -> None:
    order_id, former, _holder = order_that_left(world)
    office = world.device("office")
    office.apply(office.change(order_id, Kind.WORK_ORDER, 10**6, description="Safe code 4410"))
    office.pull()
    group = former.new_id()
    probe = former.mutation(Op.CHANGE, Kind.WORK_ORDER, order_id, base=1, fields={"description": "?"}, group=group)
    decoy = former.mutation(Op.CHANGE, Kind.CONFLICT, former.new_id(), base=1, fields={"choice": "kept"}, group=group)
    verdicts = former.push(probe, decoy)
    assert "4410" not in repr(verdicts)


def test_a_moment_that_is_none_in_utc_hides_no_history(world: World) -> None:
    device = world.device()
    for claim in ("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"):
        lead = device.lead()
        device.apply(replace(lead, occurred_at=datetime.fromisoformat(claim)))
        told = device.get(f"/v1/history/lead/{lead.id}")
        assert told.status_code == 200
        (entry,) = decode(told.content, History).entries
        assert 1 < entry.occurred_at.year < 9999


def test_a_lead_of_a_customer_who_is_not_held_becomes_a_work_order(world: World) -> None:
    """The lead names them; what it becomes brings them along."""
    office, worker = world.device("office"), world.device("worker")
    customer = office.create(Kind.CUSTOMER, name="Hill Street")
    lead = office.lead(assignee_id=worker.user_id, customer_id=customer.id)
    office.push(customer, lead)
    worker.pull()
    assert not worker.holds(customer.id)
    worker.apply(worker.order("Boiler", customer_id=customer.id, assignee_id=worker.user_id))
    worker.pull()
    assert worker.holds(customer.id)
    (verdict,) = worker.push(worker.order(customer_id=worker.new_id()))
    assert verdict.refusal is not None
    assert (verdict.refusal.code, set(verdict.refusal.fields)) == ("not_found", {"customer_id"})


def test_work_on_a_customer_arrives_although_they_have_gone_to_somebody_else(world: World) -> None:
    office, worker = world.device("office"), world.device("worker")
    customer = office.create(Kind.CUSTOMER, name="Hill Street")
    order = office.order(customer_id=customer.id, assignee_id=worker.user_id)
    office.push(customer, order)
    office.apply(office.change(order.id, Kind.WORK_ORDER, 10**6, assignee_id=world.ids["other"]))
    worker.apply(worker.order("Follow-up", customer_id=customer.id))


def test_who_held_a_record_long_ago_has_nothing_to_say_on_it(world: World) -> None:
    order_id, former, _holder = order_that_left(world)
    office, claimed = world.device("office"), former.change(order_id, Kind.WORK_ORDER, 1, description="Mine")
    former.apply(claimed)
    office.push(lead := office.lead(), office.mutation(Op.REMOVE, Kind.LEAD, lead.id))
    world.clock.advance(timedelta(days=KEPT_DAYS + 1).total_seconds())
    assert purge(world.server.service.database, world.new_id, world.clock.now()) == 1
    for late in (replace(claimed, key=former.new_id()), note_on(former, order_id, "Hello")):
        (verdict,) = former.push(late)
        assert verdict.refusal is not None
        assert verdict.refusal.code == "not_found"


def believes_whoever_held_it_ever(patch: pytest.MonkeyPatch) -> None:
    real = ledger.Book

    def without_horizon(*facts: Any) -> ledger.Book:
        book = real(*facts)
        book.horizon = 0
        return book

    patch.setattr("server_stub.shelf.Book", without_horizon)


def takes_one_id_for_one_record(patch: pytest.MonkeyPatch) -> None:
    real = history._followers
    patch.setattr(history, "_followers", lambda connection, org, _kind, told: real(connection, org, "work_order", told))


def believes_in_any_past(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(counter, "edited_at", lambda occurred, sent, received: min(occurred + received - sent, received))


def tells_everybody(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(counter.Clerk, "_fit_to_tell", lambda _clerk, _line, refusal: refusal)


def keeps_any_moment(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(moments, "_FIRST", -(2**62))
    patch.setattr(moments, "_LAST", 2**62)


@before_any_database
@pytest.mark.logs
@pytest.mark.parametrize(
    ("plant", "check"),
    [
        (takes_one_id_for_one_record, test_a_record_under_the_id_of_another_kind_takes_nothing_of_it),
        (believes_in_any_past, test_an_edit_from_before_all_time_spoils_no_field_for_others),
        (tells_everybody, test_nobody_is_told_in_a_refusal_what_they_may_not_see),
        (believes_whoever_held_it_ever, test_who_held_a_record_long_ago_has_nothing_to_say_on_it),
        (keeps_any_moment, test_a_moment_that_is_none_in_utc_hides_no_history),
    ],
)
def test_a_planted_fault_is_caught(
    world: World, monkeypatch: pytest.MonkeyPatch, plant: Callable[..., None], check: Callable[[World], None]
) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, OverflowError)):
        check(world)
