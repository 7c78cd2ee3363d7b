"""What each ruling says, word by word: people read it, and the device knows it in other languages by these words."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec import Raw
from msgspec.structs import replace

from server_stub import rulings
from server_stub.purge import KEPT_DAYS, purge
from support.wire import NOW, WireDevice
from support.world import World
from sync.kinds import Kind
from sync.moments import to_ms
from sync.protocol import Code, Mutation, Op, Refusal, Verdict

pytestmark = pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)

SOON = NOW + timedelta(minutes=5)
NOTE: dict[str, Any] = {"text": "Key", "written_at": "2026-11-20T08:00:00Z"}
PART: dict[str, Any] = {"name": "Valve", "quantity": 1_000, "used_at": "2026-11-20T08:00:00Z"}


def told(device: WireDevice, *mutations: Mutation) -> Refusal:
    refusal = device.push(*mutations)[-1].refusal
    assert refusal is not None
    return refusal


def says(code: Code, message: str, fields: dict[str, str] | None = None, **theirs: Any) -> Refusal:
    return Refusal(code=code, message=message, fields=fields or {}, theirs=theirs)


def missing(name: str, what: str) -> Refusal:
    message = f"The {what} that this speaks of was not found."
    return says(Code.NOT_FOUND, message, {name: message})


def test_a_record_that_is_not_there(world: World) -> None:
    office = world.device("office")
    lead, gone = office.lead(), office.lead()
    office.push(lead, gone, office.mutation(Op.REMOVE, Kind.LEAD, gone.id))
    nobodys = office.change(office.new_id(), Kind.WORK_ORDER, 1, title="Mine")
    assert told(office, nobodys) == says(Code.NOT_FOUND, "This work order was not found.")
    again = office.create(Kind.LEAD, lead.id, name="Ann")
    assert told(office, again) == says(Code.ALREADY_EXISTS, "This lead exists already.")
    late = office.change(gone.id, Kind.LEAD, 1, name="Ann")
    assert told(office, late) == says(Code.DELETED, "This lead was deleted. What you entered is kept.")
    world.clock.advance(timedelta(days=KEPT_DAYS + 1).total_seconds())
    purge(world.server.service.database, world.new_id, world.clock.now())
    much_later = replace(late, key=office.new_id())
    assert told(office, much_later) == says(Code.DELETED, "This lead was deleted long ago. What you entered is kept.")


def test_a_record_that_points_at_nothing(world: World) -> None:
    worker, office = world.device(), world.device("office")
    order = worker.order()
    worker.apply(order)
    nowhere = worker.new_id()
    for name, what in (("customer_id", "customer"), ("assignee_id", "assignee"), ("crew_id", "crew")):
        assert told(worker, worker.order(**{name: nowhere})) == missing(name, what)
    note = worker.create(Kind.NOTE, subject_kind="lead", subject_id=nowhere, **NOTE)
    assert told(worker, note) == missing("subject_id", "subject")
    assert told(worker, worker.lead(merged_into=nowhere)) == missing("merged_into", "lead")
    assert told(office, office.punch(user_id=nowhere)) == missing("user_id", "user")
    of_a_lead = worker.create(Kind.PART, subject_kind="lead", subject_id=nowhere, **PART)
    wrong = says(Code.INVALID, "Subject kind does not look right.", {"subject_kind": "Does not look right."})
    assert told(worker, of_a_lead) == wrong
    assert told(worker, worker.create(Kind.PART, subject_id=order.id, **PART)).fields["subject_kind"]


def test_a_lead_that_is_merged_into_none(world: World) -> None:
    lead = world.device("lead")
    one, gone = lead.lead(), lead.lead()
    lead.push(one, gone, lead.mutation(Op.REMOVE, Kind.LEAD, gone.id))
    itself = says(Code.INVALID, "A lead can't be merged into itself.", {"merged_into": "This is the same lead."})
    assert told(lead, lead.change(one.id, Kind.LEAD, 1, merged_into=one.id)) == itself
    message = "The lead that this was merged into is not there any more. Nothing was merged."
    into_gone = lead.change(one.id, Kind.LEAD, 1, merged_into=gone.id)
    assert told(lead, into_gone) == says(Code.CONFLICT, message, {"merged_into": message})


def test_who_may_not(world: World) -> None:
    worker, lead, office = world.device(), world.device("lead"), world.device("office")
    order = worker.order()
    part = office.create(Kind.PART, subject_kind="work_order", subject_id=order.id, **PART)
    worker.apply(order)
    seen = office.apply(part).version
    removal = worker.mutation(Op.REMOVE, Kind.WORK_ORDER, order.id, base=seen)
    assert told(worker, removal) == says(Code.NOT_ALLOWED, "Your role may not remove a work order.")
    of_another = worker.mutation(Op.REMOVE, Kind.PART, part.id, base=seen)
    assert told(worker, of_another) == says(Code.NOT_ALLOWED, "You may only remove what you have added yourself.")
    about = {"subject_kind": "work_order", "subject_id": order.id, "author_id": lead.user_id}
    not_mine = says(Code.NOT_ALLOWED, "Notes are added in your own name.", {"author_id": "Not you."})
    assert told(worker, worker.create(Kind.NOTE, **about, **NOTE)) == not_mine
    other = world.ids["other"]
    by_another = says(Code.NOT_ALLOWED, "A punch is made in your own name.", {"by_id": "Not you."})
    assert told(worker, worker.punch(by_id=other)) == by_another
    for device in (worker, lead):
        for_another = says(Code.NOT_ALLOWED, "You may not punch for this person.", {"user_id": "Not in your crew."})
        assert told(device, device.punch(user_id=other)) == for_another


def test_what_somebody_else_did_meanwhile(world: World) -> None:
    lead, office = world.device("lead"), world.device("office")
    one = lead.lead(phone="1")
    seen = lead.apply(one).version
    first, second = (device.create(Kind.CUSTOMER, name="Ann") for device in (office, lead))
    office.push(first, office.change(one.id, Kind.LEAD, seen, phone="2", customer_id=first.id))
    unseen = says(Code.CONFLICT, "Somebody has changed this since you saw it, so it was not deleted.")
    assert told(lead, lead.mutation(Op.REMOVE, Kind.LEAD, one.id, base=seen)) == unseen
    message = "Somebody else has made a customer of this lead meanwhile. Nothing was made twice; yours is kept."
    twice = lead.change(one.id, Kind.LEAD, seen, customer_id=second.id)
    assert told(lead, second, twice) == says(Code.CONFLICT, message, customer_id=first.id)
    lead.apply(lead.change(one.id, Kind.LEAD, seen, customer_id=None, need="Pump"))
    own = lead.lead()
    made = lead.apply(own).version
    for customer in (first, second):  # one's own mind, changed
        lead.apply(lead.change(own.id, Kind.LEAD, made, customer_id=customer.id))


def contested(lead: WireDevice, office: WireDevice, order: Mutation) -> Verdict:
    """An order with an open conflict about how long it takes: 90 stands, 60 has lost."""
    seen = lead.apply(order).version
    office.apply(office.change(order.id, Kind.WORK_ORDER, seen, planned_minutes=90, assignee_id=lead.user_id))
    (verdict,) = lead.push(lead.change(order.id, Kind.WORK_ORDER, seen, planned_minutes=60))
    assert len(verdict.conflicts) == 1
    return verdict


def test_a_decision_that_is_none(world: World) -> None:
    lead, office = world.device("lead"), world.device("office")
    order = lead.order(planned_minutes=30)
    verdict = contested(lead, office, order)
    (conflict,) = verdict.conflicts

    def decides(*, seen: int = verdict.version, choice: str | None, **fields: Any) -> Refusal:
        group = lead.new_id()
        steps = [lead.change(order.id, Kind.WORK_ORDER, seen, **fields)] if fields else []
        steps.append(lead.change(conflict.id, Kind.CONFLICT, conflict.version, choice=choice))
        grouped = [replace(step, group=group) for step in steps] if fields else steps
        refusals = [one.refusal for one in lead.push(*grouped)]
        return next(one for one in refusals if one is not None and one.code is not Code.GROUP)

    def wrong(message: str) -> Refusal:
        return says(Code.INVALID, message, {"choice": message})

    assert decides(choice=None) == wrong("A decision says which value is to stand.")
    without = wrong("A decision for another value comes together with that value.")
    assert decides(choice="other") == without
    assert decides(choice="lost", address="Quay 1") == without
    of_another = wrong("A decision for the value that lost comes together with that value.")
    assert decides(choice="lost", planned_minutes=75) == of_another
    both: dict[str, Any] = {"planned_minutes": 60, "assignee_id": None}
    meanwhile = "Somebody else has changed planned minutes, assignee meanwhile. Both are kept."
    theirs: dict[str, Any] = {"planned_minutes": 90, "assignee_id": lead.user_id}
    assert decides(seen=1, choice="lost", **both) == says(Code.CONFLICT, meanwhile, **theirs)
    lead.apply(lead.change(conflict.id, Kind.CONFLICT, conflict.version, choice="kept"))
    assert decides(choice="kept") == says(Code.CONFLICT, "Somebody has decided on this already.", choice="kept")


def test_a_decision_on_what_one_may_not_change(world: World) -> None:
    worker, lead, office = world.device(), world.device("lead"), world.device("office")
    customer = office.create(Kind.CUSTOMER, name="Quay")
    seen = office.apply(customer).version
    office.push(office.order(customer_id=customer.id, assignee_id=worker.user_id))
    office.apply(office.change(customer.id, Kind.CUSTOMER, seen, name="Pier"))
    (verdict,) = lead.push(lead.change(customer.id, Kind.CUSTOMER, seen, name="Mole"))
    decision = worker.change(verdict.conflicts[0].id, Kind.CONFLICT, verdict.version, choice="kept")
    assert told(worker, decision) == says(Code.NOT_ALLOWED, "Your role may not change a customer.")


def test_fields_steps_and_what_waits(world: World) -> None:
    worker = world.device()
    nameless = worker.lead("", phone="x" * 5_000)
    refusal = told(worker, nameless)
    assert (refusal.code, set(refusal.fields)) == (Code.INVALID, {"name", "phone"})
    assert refusal.message == " ".join(refusal.fields.values())
    step = "A work order that is draft can't become completed."
    order = worker.order()
    worker.apply(order)
    change = worker.change(order.id, Kind.WORK_ORDER, 1, status="completed")
    assert told(worker, change) == says(Code.TRANSITION, step, {"status": step})
    (waiting,) = worker.push(replace(worker.lead(), after=(nameless.key,)))
    assert (waiting.outcome, waiting.cause) == ("held", nameless.key)
    assert str(rulings.Held("k")) == "This waits behind another change that was not applied."
    assert str(rulings.Refused(Code.INVALID, "No.")) == "No."


def test_what_falls_with_its_group_and_what_is_sent_again(world: World) -> None:
    worker, group = world.device(), world.new_id()
    good, nameless = (replace(one, group=group) for one in (worker.lead(), worker.lead("")))
    items = worker.items(good, nameless)
    fallen, _culprit = worker.deliver(items).verdicts
    message = "Another part of the same step was refused, so this was not applied either."
    assert fallen.refusal == says(Code.GROUP, message)
    worker.confirmed_seq = worker.seq
    worker.deliver([])
    _fallen, again = worker.deliver(items).verdicts
    assert again.refusal == says(Code.INVALID, "This was refused earlier; the reason was confirmed.")
    reused = "This key was used before for something else. Nothing was applied."
    assert told(worker, replace(good, fields={"name": "Bob"})) == says(Code.KEY_REUSED, reused)


def test_what_is_written_down_of_a_line_that_changes_nothing(world: World) -> None:
    worker = world.device()
    never_sent, nameless = worker.lead(), worker.lead("")
    unreadable = replace(worker.items(worker.lead())[0], mutation=Raw(b"[]"))
    worker.deliver([unreadable, worker.withdrawal(never_sent.key), *worker.items(nameless)])
    written = {row[1]: row[3:9] for row in world.rows("audit")}
    assert written[unreadable.key] == ("unreadable", "", "", "refused", 0, None)
    assert written[never_sent.key] == ("withdraw", "", "", "withdrawn", 0, None)
    assert written[nameless.key] == ("create", "lead", nameless.id, "refused", 0, None)


@pytest.mark.logs
def test_what_the_server_fails_on(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    worker = world.device()
    good, bad = worker.lead(), worker.order()
    real = rulings.create

    def create(book: Any, who: Any, kind: Kind, *facts: Any) -> Any:
        return 1 / 0 if kind is Kind.WORK_ORDER else real(book, who, kind, *facts)

    monkeypatch.setattr(rulings, "create", create)
    applied, failed = worker.push(good, bad)
    assert applied.outcome == "applied"
    assert failed.refusal == says(Code.INTERNAL, "The server failed on this. It was not applied, and is kept.")
    logged = [record.getMessage() for record in caplog.records if record.name == "server_stub.apply"]
    in_bulk = "a batch of 2 could not be applied in bulk; going on one by one"
    assert logged == [in_bulk, f"refused {bad.key}: the server failed"]
    caplog.clear()


def test_what_the_server_adds_to_a_record(world: World) -> None:
    """A clock that is off by as much when it sends as it was at the punch: told by the other clock of one start."""
    worker = world.device()
    worker.sent_at = NOW - timedelta(hours=3)
    worker.monotonic_ms, worker.boot_id = 7_200_000, "one start"
    evidence = {"monotonic_ms": 3_600_000, "boot_id": "one start"}
    late, plain = worker.punch(at="2026-11-20T05:00:00Z", evidence=evidence), worker.lead()
    punch, lead = worker.push(late, plain)
    assert punch.row is not None
    assert (punch.row.body["corrected_at"], punch.row.body["flags"]) == ("2026-11-20T08:00:00Z", ["skew"])
    assert lead.row is not None
    assert lead.row.body.get("flags") is None
    worker.boot_id = "another start"
    (unknown,) = worker.push(worker.punch(at="2026-11-20T05:00:00Z", evidence=evidence))
    assert unknown.row is not None
    assert "corrected_at" not in unknown.row.body
    worker.sent_at = NOW
    as_it_is = worker.punch()
    (punch,) = worker.push(as_it_is)
    assert punch.row is not None
    assert punch.row.body == as_it_is.fields


def test_a_record_is_as_old_as_its_last_change(world: World) -> None:
    office = world.device("office")
    lead = office.lead()
    seen = office.apply(lead).version
    world.clock.advance(3_600)
    (verdict,) = office.push(office.mutation(Op.REMOVE, Kind.LEAD, lead.id, base=seen, occurred_at=SOON))
    assert verdict.row is not None
    assert verdict.row.deleted_at == world.clock.now()
    (row,) = (row for row in world.rows("record") if row[2] == lead.id)
    assert row[-2:] == (to_ms(SOON), to_ms(world.clock.now()))
