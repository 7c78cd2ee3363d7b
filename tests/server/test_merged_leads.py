"""A lead that was merged into another one: who holds it then, with its notes, and what can't be merged."""

from collections.abc import Callable

import pytest

from server_stub import membership, rulings, shelf
from support.wire import WireDevice
from support.world import World
from sync.kinds import Kind
from sync.protocol import Code, Mutation, Op, Outcome

PLENTY = 10**6


def noted(device: WireDevice, lead_id: str, text: str = "Rang twice") -> Mutation:
    return device.create(
        Kind.NOTE, subject_kind="lead", subject_id=lead_id, text=text, written_at="2026-11-20T08:00:00Z"
    )


def merge(device: WireDevice, lead_id: str, survivor_id: str | None) -> Mutation:
    return device.change(lead_id, Kind.LEAD, PLENTY, merged_into=survivor_id)


def two_leads(world: World) -> tuple[str, str, str]:
    """One of the worker's, one of somebody else's with a note on it; ids of survivor, the other, and the note."""
    office = world.device("office")
    mine = office.lead("Orchard House", assignee_id=world.ids["worker"])
    theirs = office.lead("Orchard Hse", assignee_id=world.ids["other"])
    note = noted(office, theirs.id)
    office.apply(mine), office.apply(theirs), office.apply(note)
    return mine.id, theirs.id, note.id


def test_a_merged_lead_comes_with_its_notes_to_whoever_holds_the_survivor(world: World) -> None:
    survivor, merged, note = two_leads(world)
    office, worker, other = (world.device(name) for name in ("office", "worker", "other"))
    worker.pull()
    assert worker.holds(survivor)
    assert not worker.holds(merged)
    office.apply(merge(office, merged, survivor))
    late = noted(office, merged, "Written by somebody who had not heard of it")
    office.apply(late)
    for device in (worker, other):
        device.pull()
        assert all(device.holds(record_id) for record_id in (merged, note, late.id))
    office.apply(merge(office, merged, None))
    worker.pull()
    other.pull()
    assert not any(worker.holds(record_id) for record_id in (merged, note, late.id))
    assert all(other.holds(record_id) for record_id in (merged, note, late.id))


def test_a_reassigned_survivor_takes_along_what_was_merged_into_it(world: World) -> None:
    survivor, merged, note = two_leads(world)
    office, worker, other = (world.device(name) for name in ("office", "worker", "other"))
    office.apply(merge(office, merged, survivor))
    office.apply(office.change(merged, Kind.LEAD, PLENTY, assignee_id=None))
    worker.pull()
    assert worker.holds(merged), "a change of the lead alone moves nobody"
    for holder, loser in ((worker, other), (other, worker)):
        office.apply(office.change(survivor, Kind.LEAD, PLENTY, assignee_id=holder.user_id))
        holder.pull()
        loser.pull()
        assert all(holder.holds(record_id) for record_id in (survivor, merged, note))
        assert not any(loser.holds(record_id) for record_id in (survivor, merged, note))


def test_nobody_is_merged_in_a_ring_or_into_what_is_gone(world: World) -> None:
    survivor, merged, _note = two_leads(world)
    office, worker = world.device("office"), world.device("worker")
    gone = office.lead("Gone")
    office.apply(gone)
    office.apply(office.mutation(Op.REMOVE, Kind.LEAD, gone.id, base=PLENTY))
    assert worker.push(merge(worker, survivor, merged))[0].refusal is not None, "the worker doesn't hold the other"
    office.apply(merge(office, merged, survivor))
    for mutation, code in (
        (merge(office, survivor, merged), Code.CONFLICT),
        (merge(office, survivor, survivor), Code.INVALID),
        (merge(office, survivor, gone.id), Code.CONFLICT),
        (merge(office, survivor, world.new_id()), Code.NOT_FOUND),
    ):
        verdict = office.push(mutation)[0]
        assert verdict.outcome is Outcome.REFUSED
        assert verdict.refusal is not None
        assert verdict.refusal.code is code


def test_sites_and_contacts_come_to_whoever_works_for_their_customer(world: World) -> None:
    office, worker, other = (world.device(name) for name in ("office", "worker", "other"))
    customer = office.create(Kind.CUSTOMER, name="Hill Street Residents")
    common = {"subject_kind": "customer", "subject_id": customer.id}
    site = office.create(Kind.SITE, **common, name="Boiler house", access="Key at number 3")
    contact = office.create(Kind.CONTACT, **common, name="Ann Webb", role="Caretaker")
    order = office.order(customer_id=customer.id, assignee_id=worker.user_id)
    assert {verdict.outcome for verdict in office.push(customer, site, contact, order)} == {Outcome.APPLIED}
    for device, is_held in ((worker, True), (other, False)):
        device.pull()
        assert [device.holds(record.id) for record in (customer, site, contact)] == [is_held] * 3
    worker.apply(worker.change(contact.id, Kind.CONTACT, PLENTY, phone="020 7946 0018"))
    office.apply(office.change(order.id, Kind.WORK_ORDER, PLENTY, assignee_id=other.user_id))
    worker.pull()
    assert not any(worker.holds(record.id) for record in (customer, site, contact))


def test_a_site_belongs_to_a_customer_and_stays_there(world: World) -> None:
    office = world.device("office")
    lead, customer = office.lead(), office.create(Kind.CUSTOMER, name="Brook")
    office.push(lead, customer)
    for kind in (Kind.SITE, Kind.CONTACT):
        wrong = office.create(kind, subject_kind="lead", subject_id=lead.id, name="Depot")
        right = office.create(kind, subject_kind="customer", subject_id=customer.id, name="Depot")
        moved = office.change(right.id, kind, PLENTY, subject_id=lead.id)
        outcomes = [verdict.outcome for verdict in office.push(wrong, right, moved)]
        assert outcomes == [Outcome.REFUSED, Outcome.APPLIED, Outcome.REFUSED]


def forgets_the_survivor(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(membership, "_audiences_of_survivor", lambda *_: frozenset())


def does_not_read_the_survivor(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(shelf, "_read_leaders", lambda *_: None)


def reads_no_followers_of_merged_leads(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(shelf, "_FOLLOWED_FOLLOWERS", frozenset({Kind.ATTACHMENT}))


def merges_into_anything(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rulings, "check_survivor", lambda *_: None)


def takes_any_subject(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rulings, "SUBJECTS", {kind: frozenset(Kind) for kind in Kind})


@pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("plant", "check"),
    [
        (forgets_the_survivor, test_a_merged_lead_comes_with_its_notes_to_whoever_holds_the_survivor),
        (does_not_read_the_survivor, test_a_reassigned_survivor_takes_along_what_was_merged_into_it),
        (reads_no_followers_of_merged_leads, test_a_reassigned_survivor_takes_along_what_was_merged_into_it),
        (merges_into_anything, test_nobody_is_merged_in_a_ring_or_into_what_is_gone),
        (takes_any_subject, test_a_site_belongs_to_a_customer_and_stays_there),
    ],
    ids=lambda one: one.__name__,
)
def test_planted_bugs_are_caught(
    world: World,
    monkeypatch: pytest.MonkeyPatch,
    plant: Callable[[pytest.MonkeyPatch], None],
    check: Callable[[World], None],
) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, KeyError)):
        check(world)
