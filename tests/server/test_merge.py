"""Two people wrote one field without seeing each other: who wins, and where the value that lost is kept.

Over 300 lines: each promise beside the bug that is planted in it.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from server_stub import apply as counter
from server_stub import membership, rulings
from server_stub.merge import Merge, without_lost
from support.wire import NOW, WireDevice
from support.world import World
from sync import merging
from sync.kinds import Kind
from sync.protocol import Code, Mutation, Op, Outcome, Row, State, Verdict
from sync.terms import Choice, Policy

SOON = NOW + timedelta(minutes=5)
LATE = NOW + timedelta(minutes=10)


@pytest.fixture(autouse=True)
def _later(world: World) -> None:
    """What is written in these tests has been written before it arrives."""
    world.clock.jump(LATE + timedelta(hours=1) - world.clock.now())


def devices(world: World) -> tuple[WireDevice, WireDevice]:
    """The worker's and the office's, both with right clocks."""
    pair = world.device("worker"), world.device("office")
    for device in pair:
        device.sent_at = world.clock.now()
    return pair


def edit(device: WireDevice, seen: Row, at: Any = NOW, **fields: Any) -> Mutation:
    return device.mutation(Op.CHANGE, Kind(seen.kind), seen.id, base=seen.version, fields=fields, occurred_at=at)


def made(device: WireDevice, mutation: Mutation) -> Row:
    row = device.apply(mutation).row
    assert row is not None
    return row


def value_of(verdict: Verdict, name: str) -> Any:
    assert verdict.row is not None
    return verdict.row.body.get(name)


def refusal(verdict: Verdict) -> Code | None:
    return verdict.refusal.code if verdict.refusal else None


def test_the_later_edit_wins_even_if_it_arrives_first_and_the_loser_is_kept(world: World) -> None:
    worker, office = devices(world)
    lead = made(worker, worker.lead("Ann", phone="1"))
    office.apply(edit(office, lead, LATE, phone="2"))
    (verdict,) = worker.push(edit(worker, lead, SOON, phone="3", need="Pump"))
    assert (verdict.outcome, value_of(verdict, "phone"), value_of(verdict, "need")) == ("merged", "2", "Pump")
    (conflict,) = verdict.conflicts
    assert conflict.version == verdict.version + 1 == world.version()
    assert conflict.body == {
        "subject_kind": "lead",
        "subject_id": lead.id,
        "field": "phone",
        "policy": Policy.LATER,
        "before": "1",
        "kept": "2",
        "kept_by": world.ids["office"],
        "kept_at": "2026-11-20T09:10:00Z",
        "lost": "3",
        "lost_by": world.ids["worker"],
        "lost_at": "2026-11-20T09:05:00Z",
    }


def test_the_later_edit_wins_when_it_arrives_last_too_and_is_simply_applied(world: World) -> None:
    worker, office = devices(world)
    lead = made(worker, worker.lead("Ann", phone="1"))
    office.apply(edit(office, lead, SOON, phone="2"))
    (verdict,) = worker.push(edit(worker, lead, LATE, phone="3"))
    assert (verdict.outcome, value_of(verdict, "phone")) == ("applied", "3")
    (conflict,) = verdict.conflicts
    assert (conflict.body["kept_by"], conflict.body["lost_by"]) == (world.ids["worker"], world.ids["office"])
    assert (conflict.body["before"], conflict.body["kept"], conflict.body["lost"]) == ("1", "3", "2")


def test_a_clock_that_is_wrong_neither_wins_nor_loses_by_it(world: World) -> None:
    worker, office = devices(world)
    lead = made(worker, worker.lead("Ann", phone="1"))
    office.apply(edit(office, lead, LATE, phone="2"))
    fast = timedelta(days=400)
    worker.sent_at = world.clock.now() + fast
    (verdict,) = worker.push(edit(worker, lead, SOON + fast, phone="3"))
    assert (verdict.outcome, verdict.conflicts[0].body["lost_at"]) == ("merged", "2026-11-20T09:05:00Z")
    slow = -timedelta(days=400)
    worker.sent_at = world.clock.now() + slow
    (verdict,) = worker.push(edit(worker, lead, LATE + timedelta(minutes=1) + slow, phone="4"))
    assert (verdict.outcome, value_of(verdict, "phone")) == ("applied", "4")


def test_nothing_was_edited_later_than_it_arrived(world: World) -> None:
    worker, office = devices(world)
    lead = made(worker, worker.lead("Ann", phone="1"))
    worker.apply(edit(worker, lead, world.clock.now() + timedelta(days=9), phone="2"))
    world.clock.advance(60)
    office.sent_at = world.clock.now()
    (verdict,) = office.push(edit(office, lead, office.sent_at, phone="3"))
    assert (verdict.outcome, value_of(verdict, "phone")) == ("applied", "3")


def test_money_stays_what_it_is_until_a_person_decides(world: World) -> None:
    worker, office = devices(world)
    lead = made(worker, worker.lead("Ann"))
    cheap, dear = ({"minor": minor, "currency": "GBP"} for minor in (100, 900))
    office.apply(edit(office, lead, NOW, value=cheap))
    (verdict,) = worker.push(edit(worker, lead, LATE, value=dear))
    assert (verdict.outcome, value_of(verdict, "value")) == ("merged", cheap)
    assert (verdict.conflicts[0].body["policy"], verdict.conflicts[0].body["lost"]) == (Policy.PERSON, dear)
    assert "before" not in verdict.conflicts[0].body


def test_a_status_goes_where_the_state_machine_lets_it_and_else_stays(world: World) -> None:
    worker, office = devices(world)
    mine = world.ids["worker"]
    order = made(office, office.order(status="in_progress", assignee_id=mine))
    office.apply(edit(office, order, NOW, status="on_hold"))
    (verdict,) = worker.push(edit(worker, order, LATE, status="completed", address="Quay 1"))
    assert (verdict.outcome, value_of(verdict, "status"), value_of(verdict, "address")) == (
        "merged",
        "on_hold",
        "Quay 1",
    )
    order = made(office, office.order(status="assigned", assignee_id=mine))
    office.apply(edit(office, order, LATE, status="en_route"))
    (verdict,) = worker.push(edit(worker, order, NOW, status="in_progress"))
    assert (verdict.outcome, value_of(verdict, "status"), len(verdict.conflicts)) == ("applied", "in_progress", 1)


def test_the_office_invoices_what_was_completed_unseen(world: World) -> None:
    worker, office = devices(world)
    order = made(office, office.order(status="in_progress", assignee_id=world.ids["worker"]))
    worker.apply(edit(worker, order, LATE, status="completed"))
    (verdict,) = office.push(edit(office, order, NOW, status="invoiced"))
    assert (verdict.outcome, value_of(verdict, "status")) == ("applied", "invoiced")


@pytest.mark.parametrize(("before", "stands"), [(0, "worker"), (1, "office"), (2, "office")])
def test_edits_of_one_moment_go_by_their_number_and_then_by_the_stream(world: World, before: int, stands: str) -> None:
    """The worker's is number 2, in the older stream; the office has made so many others before its own."""
    worker, office = devices(world)
    lead = made(worker, worker.lead(phone="1"))
    office.push(*(office.lead() for _ in range(before)), edit(office, lead, SOON, phone="office"))
    (verdict,) = worker.push(edit(worker, lead, SOON, phone="worker"))
    assert value_of(verdict, "phone") == stands


def test_a_status_that_nobody_else_touched_is_refused_as_ever(world: World) -> None:
    worker, office = devices(world)
    order = made(office, office.order(status="on_hold", assignee_id=world.ids["worker"]))
    office.apply(edit(office, order, NOW, title="Pump"))
    (verdict,) = worker.push(edit(worker, order, LATE, status="completed"))
    assert refusal(verdict) is Code.TRANSITION


def test_who_put_back_what_was_there_loses_nothing(world: World) -> None:
    worker, office = devices(world)
    lead = made(worker, worker.lead("Ann", phone="1"))
    changed = made(office, edit(office, lead, NOW, phone="2"))
    office.apply(edit(office, changed, LATE, phone="1"))
    (verdict,) = worker.push(edit(worker, lead, SOON, phone="3"))
    assert (verdict.outcome, value_of(verdict, "phone"), verdict.conflicts) == ("applied", "3", ())


def test_true_and_one_are_two_values(world: World) -> None:
    worker, office = devices(world)
    order = made(office, office.order(assignee_id=world.ids["worker"]))
    office.apply(edit(office, order, LATE, **{"answers.gas": 1}))
    (verdict,) = worker.push(edit(worker, order, SOON, **{"answers.gas": True}))
    assert (verdict.outcome, verdict.conflicts[0].body["lost"]) == ("merged", True)


def test_the_second_to_convert_a_lead_is_refused_and_told_of_the_first(world: World) -> None:
    worker, office = devices(world)
    lead = made(worker, worker.lead("Ann"))
    first, second = (device.create(Kind.CUSTOMER, name="Ann") for device in (office, worker))
    office.push(first, edit(office, lead, NOW, customer_id=first.id))
    _made, verdict = worker.push(second, edit(worker, lead, LATE, customer_id=second.id))
    assert verdict.refusal is not None
    assert (verdict.refusal.code, verdict.refusal.theirs) == (Code.CONFLICT, {"customer_id": first.id})


def test_what_lost_lies_before_the_next_change_of_the_same_person_too(world: World) -> None:
    """Two changes made offline, one after the other: each is weighed, and neither hides the office's."""
    worker, office = devices(world)
    lead = made(worker, worker.lead("Ann", phone="1"))
    office.apply(edit(office, lead, SOON, phone="2"))
    first, second = worker.push(edit(worker, lead, NOW, phone="3"), edit(worker, lead, LATE, phone="4"))
    assert (first.outcome, second.outcome, value_of(second, "phone")) == ("merged", "applied", "4")
    assert [row.body["lost"] for verdict in (first, second) for row in verdict.conflicts] == ["3", "2"]
    assert [row.body["before"] for verdict in (first, second) for row in verdict.conflicts] == ["1", "1"]


def test_what_both_had_seen_is_what_the_first_unseen_change_replaced(world: World) -> None:
    """Whatever else was changed in between, and although the author has seen more of the other fields."""
    worker, office = devices(world)
    lead = made(worker, worker.lead("Ann", phone="1"))
    seen = made(office, edit(office, lead, NOW, need="Pump"))
    office.apply(edit(office, seen, NOW, phone="2"))
    latest = made(office, edit(office, seen, NOW, source="Fair"))
    change = edit(worker, latest, LATE, phone="3")
    (verdict,) = worker.push(replace(change, bases={"phone": lead.version}))
    assert verdict.conflicts[0].body["before"] == "1"


@pytest.mark.parametrize("is_new_stream", [False, True])
def test_what_its_author_had_written_before_is_nothing_unseen(world: World, *, is_new_stream: bool) -> None:
    worker, office = devices(world)
    lead = made(worker, worker.lead("Ann", phone="1"))
    mine = [edit(worker, lead, NOW, need="Pump"), edit(worker, lead, NOW, phone="2")]
    verdicts = worker.push(*mine)
    if is_new_stream:
        worker.stream, worker.seq = worker.new_id(), 0
    assert verdicts[-1].row is not None
    office.apply(edit(office, verdicts[-1].row, SOON, phone="3"))
    change = edit(worker, lead, LATE, phone="4")
    (verdict,) = worker.push(replace(change, after=tuple(one.key for one in reversed(mine))))
    assert (verdict.outcome, verdict.conflicts[0].body["before"]) == ("applied", "2")


@pytest.mark.parametrize("is_new_stream", [False, True])
def test_nobody_quarrels_with_themselves(world: World, *, is_new_stream: bool) -> None:
    worker, _office = devices(world)
    lead = made(worker, worker.lead("Ann", phone="1"))
    first, second = edit(worker, lead, NOW, phone="2"), edit(worker, lead, NOW, phone="3")
    worker.apply(first)
    if is_new_stream:
        worker.stream, worker.seq = worker.new_id(), 0
        second = replace(second, after=(first.key,))
    (verdict,) = worker.push(second)
    assert (verdict.outcome, value_of(verdict, "phone"), verdict.conflicts) == ("applied", "3", ())


def test_a_second_delivery_tells_of_the_same_conflicts_and_makes_no_more(world: World) -> None:
    worker, office = devices(world)
    lead = made(worker, worker.lead("Ann", phone="1"))
    office.apply(edit(office, lead, LATE, phone="2"))
    items = worker.items(edit(worker, lead, SOON, phone="3"))
    first, before = worker.deliver(items).verdicts[0], world.version()
    again = worker.deliver(items).verdicts[0]
    assert (again.replayed, again.outcome, again.conflicts) == (True, first.outcome, first.conflicts)
    assert world.version() == before
    worker.confirmed_seq = worker.seq
    worker.deliver([])
    assert worker.deliver(items).verdicts[0].outcome == "merged"


def test_a_conflict_reaches_whoever_holds_its_subject_and_moves_with_it(world: World) -> None:
    worker, office = devices(world)
    other, lead_device = world.device("other"), world.device("lead")
    order = made(office, office.order(assignee_id=world.ids["worker"]))
    office.apply(edit(office, order, LATE, address="Quay 1"))
    (verdict,) = worker.push(edit(worker, order, SOON, address="Quay 2"))
    (conflict,) = verdict.conflicts
    ref = Kind.CONFLICT, conflict.id
    for device in (worker, office, lead_device, other):
        device.pull()
    assert all(device.held[ref].body == conflict.body for device in (worker, office, lead_device))
    assert ref not in other.held
    assert verdict.row is not None
    office.apply(edit(office, verdict.row, LATE, assignee_id=world.ids["other"]))
    for device in (worker, other):
        device.pull()
    assert worker.held[ref].state is State.REMOVED
    assert other.held[ref].body == conflict.body


def test_every_conflict_has_its_audit_record_and_its_event(world: World) -> None:
    worker, office = devices(world)
    lead = made(worker, worker.lead("Ann", phone="1", need="Tap"))
    office.apply(edit(office, lead, LATE, phone="2", need="Pump"))
    events, audits = len(world.rows("event")), len(world.rows("audit"))
    (verdict,) = worker.push(edit(worker, lead, SOON, phone="3", need="Sink"))
    assert len(verdict.conflicts) == 2
    assert (len(world.rows("event")) - events, len(world.rows("audit")) - audits) == (3, 3)
    assert sorted(row.version for row in verdict.conflicts) == [world.version() - 1, world.version()]


def test_the_audit_names_what_was_refused(world: World) -> None:
    worker, _office = devices(world)
    change = worker.change(worker.new_id(), Kind.LEAD, 1, name="Of nobody")
    (verdict,) = worker.push(change)
    assert refusal(verdict) is Code.NOT_FOUND
    (named,) = (row[3:7] for row in world.rows("audit") if row[1] == change.key)
    assert named == ("change", "lead", change.id, "refused")


def contested(world: World) -> tuple[WireDevice, WireDevice, Row, Row]:
    worker, office = devices(world)
    order = made(office, office.order(assignee_id=world.ids["worker"], planned_minutes=30))
    office.apply(edit(office, order, NOW, planned_minutes=60))
    (verdict,) = worker.push(edit(worker, order, LATE, planned_minutes=90))
    assert verdict.row is not None
    return worker, office, verdict.row, verdict.conflicts[0]


def decision(device: WireDevice, order: Row, conflict: Row, choice: Choice, **fields: Any) -> list[Mutation]:
    group = device.new_id()
    steps = [edit(device, order, LATE, **fields)] if fields else []
    steps.append(edit(device, conflict, LATE, choice=choice))
    return [
        Mutation(op=m.op, kind=m.kind, id=m.id, key=m.key, base=m.base, fields=m.fields, group=group, occurred_at=LATE)
        for m in steps
    ]


def test_deciding_for_what_lost_puts_it_in_place(world: World) -> None:
    worker, office, order, conflict = contested(world)
    verdicts = worker.push(*decision(worker, order, conflict, Choice.LOST, planned_minutes=90))
    assert [verdict.outcome for verdict in verdicts] == [Outcome.APPLIED] * 2
    assert value_of(verdicts[0], "planned_minutes") == 90
    decided = verdicts[1].row
    assert decided is not None
    assert (decided.body["choice"], decided.body["decided_by"], decided.body["decided_at"]) == (
        "lost",
        world.ids["worker"],
        "2026-11-20T09:10:00Z",
    )
    office.pull()
    assert office.held[Kind.CONFLICT, conflict.id].body == decided.body


@pytest.mark.parametrize("second", [Choice.KEPT, Choice.LOST, Choice.OTHER])
@pytest.mark.parametrize("first", [Choice.KEPT, Choice.LOST, Choice.OTHER])
def test_the_second_to_decide_is_refused_and_changes_nothing(world: World, first: Choice, second: Choice) -> None:
    worker, office, order, conflict = contested(world)
    wanted = {Choice.KEPT: {}, Choice.LOST: {"planned_minutes": 90}, Choice.OTHER: {"planned_minutes": 75}}
    worker.push(*decision(worker, order, conflict, first, **wanted[first]))
    before = world.rows("record")
    wanted[Choice.OTHER] = {"planned_minutes": 80}
    verdicts = office.push(*decision(office, order, conflict, second, **wanted[second]))
    assert {verdict.outcome for verdict in verdicts} == {Outcome.REFUSED}
    assert Code.CONFLICT in {refusal(verdict) for verdict in verdicts}
    assert world.rows("record") == before


def test_a_decision_is_refused_where_the_subject_has_changed_meanwhile(world: World) -> None:
    worker, office, order, conflict = contested(world)
    office.apply(edit(office, order, LATE, planned_minutes=45))
    verdicts = worker.push(*decision(worker, order, conflict, Choice.LOST, planned_minutes=90))
    assert [refusal(verdict) for verdict in verdicts] == [Code.CONFLICT, Code.GROUP]
    assert verdicts[0].refusal is not None
    assert verdicts[0].refusal.theirs == {"planned_minutes": 45}


def test_a_decision_brings_the_value_that_it_is_for(world: World) -> None:
    worker, _office, order, conflict = contested(world)
    for steps in (
        decision(worker, order, conflict, Choice.LOST),
        decision(worker, order, conflict, Choice.OTHER),
        decision(worker, order, conflict, Choice.OTHER, title="Pump"),
        decision(worker, order, conflict, Choice.LOST, planned_minutes=75),
    ):
        assert refusal(worker.push(*steps)[-1]) is Code.INVALID
    assert refusal(worker.push(edit(worker, conflict, LATE, choice=None))[0]) is Code.INVALID
    assert refusal(worker.push(edit(worker, conflict, LATE, lost="Mine"))[0]) is Code.INVALID


def test_only_who_may_change_the_subject_decides(world: World) -> None:
    lead, office = world.device("lead"), world.device("office")
    worker = world.device("worker")
    for device in (lead, office, worker):
        device.sent_at = world.clock.now()
    customer = made(office, office.create(Kind.CUSTOMER, name="Quay", phone="1"))
    made(office, office.order(customer_id=customer.id, assignee_id=world.ids["worker"]))
    office.apply(edit(office, customer, LATE, phone="2"))
    (verdict,) = lead.push(edit(lead, customer, SOON, phone="3"))
    conflict = verdict.conflicts[0]
    assert refusal(worker.push(edit(worker, conflict, LATE, choice="kept"))[0]) is Code.NOT_ALLOWED
    lead.apply(edit(lead, conflict, LATE, choice="kept"))


def test_nobody_makes_or_removes_a_conflict(world: World) -> None:
    worker, _office, order, conflict = contested(world)
    forged = worker.create(Kind.CONFLICT, subject_kind="work_order", subject_id=order.id, field="title")
    removal = worker.mutation(Op.REMOVE, Kind.CONFLICT, conflict.id, base=conflict.version)
    assert [refusal(verdict) for verdict in worker.push(forged, removal)] == [Code.NOT_ALLOWED] * 2


def test_deleted_wins_and_an_edit_of_it_makes_no_conflict(world: World) -> None:
    worker, office = devices(world)
    lead = made(worker, worker.lead("Ann"))
    office.apply(office.mutation(Op.REMOVE, Kind.LEAD, lead.id, base=lead.version))
    before = world.rows("record")
    assert refusal(worker.push(edit(worker, lead, LATE, name="Anne"))[0]) is Code.DELETED
    assert world.rows("record") == before


# The tests' own test: merging is broken on purpose, and each fault turns one of the tests above red.


def overwrites_unseen(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Merge, "contests", lambda _: [])


def goes_by_arrival(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(counter.Clerk, "_edited", lambda clerk, _: clerk._received)


def trusts_the_devices_clock(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(counter, "edited_at", lambda occurred, _sent, _received: occurred)


def believes_in_the_future(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(counter, "edited_at", lambda occurred, sent, received: occurred + received - sent)


def lets_the_clock_decide_on_money(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(merging, "_POLICIES", {})


def forgets_what_was_before(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Merge, "_before", lambda *_: None)


def says_applied_where_something_lost(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(counter, "without_lost", lambda mutation, _: without_lost(mutation, ()))


def keeps_a_conflict_to_itself(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(counter, "enter", lambda *_: None)


def leaves_conflicts_behind(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(membership, "_settle_followers", lambda *_: None)


def lets_everybody_decide_again(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rulings, "check_decision", lambda *_: None)


def merges_a_decision(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rulings, "check_decided_on", lambda *_: None)


def tells_of_a_conflict_only_once(patch: pytest.MonkeyPatch) -> None:
    real = counter.Clerk._repeat

    def repeat(clerk: Any, line: Any, receipt: Any) -> Any:
        return real(clerk, line, type(receipt)(receipt.hash, receipt.stream, receipt.outcome, None, receipt.version))

    patch.setattr(counter.Clerk, "_repeat", repeat)


def writes_no_event_of_a_conflict(patch: pytest.MonkeyPatch) -> None:
    real = counter.Clerk._announce

    def announce(clerk: Any, ref: Any, stored: Any, op: Any) -> None:
        if ref[0] is not Kind.CONFLICT:
            real(clerk, ref, stored, op)

    patch.setattr(counter.Clerk, "_announce", announce)


def second_decision(world: World) -> None:
    test_the_second_to_decide_is_refused_and_changes_nothing(world, Choice.KEPT, Choice.KEPT)


PLANTED: tuple[tuple[Callable[[pytest.MonkeyPatch], None], Callable[[World], None]], ...] = (
    (overwrites_unseen, test_the_later_edit_wins_even_if_it_arrives_first_and_the_loser_is_kept),
    (goes_by_arrival, test_the_later_edit_wins_even_if_it_arrives_first_and_the_loser_is_kept),
    (trusts_the_devices_clock, test_a_clock_that_is_wrong_neither_wins_nor_loses_by_it),
    (believes_in_the_future, test_nothing_was_edited_later_than_it_arrived),
    (lets_the_clock_decide_on_money, test_money_stays_what_it_is_until_a_person_decides),
    (forgets_what_was_before, test_who_put_back_what_was_there_loses_nothing),
    (says_applied_where_something_lost, test_money_stays_what_it_is_until_a_person_decides),
    (keeps_a_conflict_to_itself, test_a_conflict_reaches_whoever_holds_its_subject_and_moves_with_it),
    (leaves_conflicts_behind, test_a_conflict_reaches_whoever_holds_its_subject_and_moves_with_it),
    (lets_everybody_decide_again, second_decision),
    (merges_a_decision, test_a_decision_is_refused_where_the_subject_has_changed_meanwhile),
    (tells_of_a_conflict_only_once, test_a_second_delivery_tells_of_the_same_conflicts_and_makes_no_more),
    (writes_no_event_of_a_conflict, test_every_conflict_has_its_audit_record_and_its_event),
)


@pytest.mark.parametrize("check", list(dict.fromkeys(check for _, check in PLANTED)))
def test_the_sound_server_passes(world: World, check: Callable[[World], None]) -> None:
    check(world)


@pytest.mark.logs
@pytest.mark.parametrize(("plant", "check"), PLANTED)
def test_a_planted_fault_is_caught(
    world: World,
    monkeypatch: pytest.MonkeyPatch,
    plant: Callable[[pytest.MonkeyPatch], None],
    check: Callable[[World], None],
) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, IndexError, KeyError, ValueError)):
        check(world)
