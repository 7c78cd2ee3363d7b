"""What is ruled on a line: conflicts, deletions, references, statuses, punches, and what is sent a second time."""

from datetime import timedelta

import pytest

from support.wire import NOW, refusal
from support.world import World
from sync.kinds import Kind
from sync.protocol import Code, Op, Outcome, State


def test_a_change_of_another_field_is_no_conflict(world: World) -> None:
    device, office = world.device("lead"), world.device("office")
    created = device.apply(device.lead("Ann", phone="1"))
    assert created.row is not None
    office.apply(office.change(created.row.id, Kind.LEAD, created.version, phone="2"))
    verdict = device.apply(device.change(created.row.id, Kind.LEAD, created.version, name="Anne"))
    assert verdict.row is not None
    assert (verdict.row.body["name"], verdict.row.body["phone"]) == ("Anne", "2")


def test_the_same_value_twice_is_no_conflict(world: World) -> None:
    device, office = world.device("lead"), world.device("office")
    created = device.apply(device.lead("Ann"))
    assert created.row is not None
    office.apply(office.change(created.row.id, Kind.LEAD, created.version, name="Anna"))
    device.apply(device.change(created.row.id, Kind.LEAD, created.version, name="Anna"))


def test_an_earlier_change_of_the_same_stream_is_no_conflict(world: World) -> None:
    device = world.device("lead")
    lead = device.lead("Ann")
    first = device.change(lead.id, Kind.LEAD, 0, name="Anna")
    second = device.change(lead.id, Kind.LEAD, 0, name="Anne")
    assert {verdict.outcome for verdict in device.push(lead, first, second)} == {Outcome.APPLIED}


def test_after_a_fork_what_was_named_in_after_is_no_conflict(world: World) -> None:
    device = world.device("lead")
    lead = device.lead("Ann")
    device.push(lead)
    device.stream, device.seq = world.new_id(), 0
    change = device.mutation(Op.CHANGE, Kind.LEAD, lead.id, fields={"name": "Anne"}, after=(lead.key,))
    device.apply(change)


def test_a_base_of_its_own_for_one_field(world: World) -> None:
    device, office = world.device("lead"), world.device("office")
    created = device.apply(device.lead("Ann", phone="1"))
    assert created.row is not None
    changed = office.apply(office.change(created.row.id, Kind.LEAD, created.version, name="Anna"))
    fields = {"name": "Anne", "phone": "2"}
    change = device.mutation(
        Op.CHANGE,
        Kind.LEAD,
        created.row.id,
        base=changed.version,
        bases={"name": created.version},
        fields=fields,
    )
    verdict = device.push(change)[0]
    assert [row.body["field"] for row in verdict.conflicts] == ["name"]


def test_deleted_wins_and_restoring_is_explicit(world: World) -> None:
    device, office = world.device("lead"), world.device("office")
    created = device.apply(device.lead("Ann"))
    assert created.row is not None
    record_id = created.row.id
    removed = office.apply(office.mutation(Op.REMOVE, Kind.LEAD, record_id, base=created.version))
    late = device.push(device.change(record_id, Kind.LEAD, created.version, name="Anne"))[0]
    assert refusal(late) is Code.DELETED
    assert late.row is not None
    assert late.row.state is State.DELETED
    restored = device.apply(device.mutation(Op.RESTORE, Kind.LEAD, record_id, base=removed.version))
    assert restored.row is not None
    assert (restored.row.state, restored.row.body["name"]) == (State.PRESENT, "Ann")


def test_what_somebody_else_has_changed_is_not_deleted_unseen(world: World) -> None:
    device, office = world.device("lead"), world.device("office")
    created = device.apply(device.lead("Ann"))
    assert created.row is not None
    office.apply(office.change(created.row.id, Kind.LEAD, created.version, phone="2"))
    remove = device.mutation(Op.REMOVE, Kind.LEAD, created.row.id, base=created.version)
    assert refusal(device.push(remove)[0]) is Code.CONFLICT


def test_a_record_is_created_once(world: World) -> None:
    device = world.device()
    lead = device.lead("Ann")
    device.apply(lead)
    verdict = device.push(device.create(Kind.LEAD, lead.id, name="Bob"))[0]
    assert refusal(verdict) is Code.ALREADY_EXISTS


def test_references_have_to_exist_but_a_punch_is_never_refused_for_one(world: World) -> None:
    device = world.device()
    for name in ("customer_id", "assignee_id", "crew_id"):
        verdict = device.push(device.order(**{name: world.new_id()}))[0]
        assert refusal(verdict) is Code.NOT_FOUND
        assert verdict.refusal is not None
        assert list(verdict.refusal.fields) == [name]
    note = device.create(
        Kind.NOTE, subject_kind="lead", subject_id=world.new_id(), text="Hm", written_at="2026-11-20T08:00:00Z"
    )
    assert refusal(device.push(note)[0]) is Code.NOT_FOUND
    device.apply(device.punch(work_order_id=world.new_id(), target_id=world.new_id()))


def test_work_orders_are_numbered_as_they_arrive(world: World) -> None:
    device = world.device()
    verdicts = device.push(device.order(), device.order(title=""), device.order())
    numbers = [v.row.body.get("number") for v in verdicts if v.row is not None and v.outcome is Outcome.APPLIED]
    assert numbers == [None, None] or numbers == [1, 2]
    owner = world.device("owner")
    owner.pull()
    assert sorted(body["number"] for (kind, _), body in owner.bodies().items() if kind == "work_order") == [1, 2]


def test_the_status_follows_its_machine(world: World) -> None:
    device = world.device("office")
    created = device.apply(device.order())
    assert created.row is not None
    verdict = device.push(device.change(created.row.id, Kind.WORK_ORDER, created.version, status="completed"))[0]
    assert refusal(verdict) is Code.TRANSITION


def test_a_worker_does_not_write_what_only_the_office_writes(world: World) -> None:
    device, office = world.device(), world.device("office")
    created = office.apply(office.order(assignee_id=device.user_id))
    assert created.row is not None
    remove = device.mutation(Op.REMOVE, Kind.WORK_ORDER, created.row.id, base=created.version)
    assert refusal(device.push(remove)[0]) is Code.NOT_ALLOWED


def test_who_punches_for_whom(world: World) -> None:
    worker, lead, office = world.device("worker"), world.device("lead"), world.device("office")
    mine, other = world.ids["worker"], world.ids["other"]
    lead.apply(lead.punch(user_id=mine))
    office.apply(office.punch(user_id=other))
    for device, fields in (
        (worker, {"user_id": other}),
        (worker, {"by_id": other}),
        (lead, {"user_id": other}),
        (office, {"by_id": mine}),
    ):
        assert refusal(device.push(device.punch(**fields))[0]) is Code.NOT_ALLOWED


@pytest.mark.parametrize("at", ["1970-01-01T00:00:00Z", "9998-12-31T23:59:59Z", "2036-11-20T08:00:00+14:00"])
def test_no_claimed_time_refuses_a_punch(world: World, at: str) -> None:
    device = world.device()
    device.apply(device.punch(at=at))
    mutation = device.mutation(Op.CREATE, Kind.LEAD, fields={"name": "Ann"}, occurred_at=NOW + timedelta(days=3000))
    device.apply(mutation)


def test_a_clock_that_was_off_is_corrected_beside_the_claim(world: World) -> None:
    device = world.device()
    evidence = {
        "monotonic_ms": 1,
        "server_at": "2026-11-20T07:50:00Z",
        "server_offset_ms": -3_600_000,
        "offset_age_ms": 600_000,
    }
    verdict = device.apply(device.punch(at="2026-11-20T09:00:00Z", evidence=evidence))
    assert verdict.row is not None
    assert verdict.row.body["at"] == "2026-11-20T09:00:00Z"
    assert verdict.row.body["corrected_at"] == "2026-11-20T08:00:00Z"
    assert verdict.row.body["flags"] == ["skew"]


def test_a_removal_in_a_new_stream_is_not_in_conflict_with_the_same_authors_own_changes(world: World) -> None:
    """The reply was lost and the profile forked; the removal names only the last change that it was minted behind."""
    device = world.device("lead")
    lead = device.lead("Ann")
    second = device.mutation(Op.CHANGE, Kind.LEAD, lead.id, fields={"phone": "1"}, after=(lead.key,))
    third = device.mutation(Op.CHANGE, Kind.LEAD, lead.id, fields={"need": "Pump"}, after=(second.key,))
    device.push(lead, second, third)
    device.stream, device.seq = world.new_id(), 0
    removal = device.mutation(Op.REMOVE, Kind.LEAD, lead.id, after=(third.key,))
    assert [verdict.outcome for verdict in device.push(lead, second, third, removal)] == [Outcome.APPLIED] * 4


def test_others_changes_stay_in_conflict_with_a_new_stream(world: World) -> None:
    device, office = world.device(), world.device("office")
    lead = device.lead("Ann")
    created, changed = device.push(
        lead, own := device.mutation(Op.CHANGE, Kind.LEAD, lead.id, fields={"phone": "1"}, after=(lead.key,))
    )
    office.apply(office.change(lead.id, Kind.LEAD, changed.version, phone="2"))
    device.stream, device.seq = world.new_id(), 0
    last = device.mutation(Op.CHANGE, Kind.LEAD, lead.id, base=created.version, fields={"phone": "3"}, after=(own.key,))
    assert [row.body["field"] for row in device.push(lead, own, last)[2].conflicts] == ["phone"]


def test_a_creation_that_is_retried_although_it_had_arrived_is_applied_as_what_it_says_otherwise(world: World) -> None:
    """Taken back while it was on its way, which came too late, and then brought back with another phone number."""
    device = world.device()
    first = device.lead("Ann", phone="1")
    device.push(first)
    second = device.mutation(Op.CREATE, Kind.LEAD, first.id, fields={"name": "Ann", "phone": "2"}, supersedes=first.key)
    verdict = device.apply(second)
    assert verdict.row is not None
    assert (verdict.row.body["name"], verdict.row.body["phone"]) == ("Ann", "2")
    assert verdict.row.body["created_by"] == device.user_id


def test_a_punch_that_is_retried_although_it_had_arrived_is_there_once_and_unchanged(world: World) -> None:
    device = world.device()
    first = device.punch()
    created = device.apply(first)
    second = device.mutation(Op.CREATE, Kind.PUNCH, first.id, fields=first.fields, supersedes=first.key)
    verdict = device.apply(second)
    assert created.row is not None
    assert verdict.row is not None
    assert verdict.row.body == created.row.body
    other = device.mutation(
        Op.CREATE, Kind.PUNCH, first.id, fields={**first.fields, "action": "clock_out"}, supersedes=first.key
    )
    assert refusal(device.push(other)[0]) is Code.NOT_ALLOWED


def test_only_the_attempt_that_made_a_record_is_superseded_by_its_creation(world: World) -> None:
    device, office = world.device(), world.device("office")
    mine, theirs = device.lead("Mine"), office.lead("Theirs")
    device.push(mine)
    office.push(theirs)
    stolen = device.mutation(Op.CREATE, Kind.LEAD, theirs.id, fields={"name": "Stolen"}, supersedes=mine.key)
    assert refusal(device.push(stolen)[0]) is Code.ALREADY_EXISTS
    stolen = device.mutation(Op.CREATE, Kind.LEAD, theirs.id, fields={"name": "Stolen"}, supersedes=theirs.key)
    assert refusal(device.push(stolen)[0]) is Code.NOT_FOUND


def test_a_retried_creation_overwrites_nothing_that_another_changed_since(world: World) -> None:
    device, office = world.device(), world.device("office")
    first = device.lead("Ann", phone="1")
    created = device.apply(first)
    office.apply(office.change(first.id, Kind.LEAD, created.version, phone="2"))
    second = device.mutation(Op.CREATE, Kind.LEAD, first.id, fields=first.fields, supersedes=first.key)
    verdict = device.push(second)[0]
    assert [(row.body["field"], row.body["before"]) for row in verdict.conflicts] == [("phone", "1")]
