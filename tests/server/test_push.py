"""Push: every line gets one final verdict, the same however often it is delivered."""

from datetime import timedelta

import pytest
from msgspec import Raw

from support.wire import NOW, trouble_of
from support.world import World
from sync.kinds import Kind
from sync.protocol import Code, Item, Mutation, Op, Outcome, State, Verdict, encode


def refusal(verdict: Verdict) -> Code:
    assert verdict.outcome is Outcome.REFUSED, verdict
    assert verdict.refusal is not None
    return verdict.refusal.code


def test_a_new_record_is_applied_and_comes_back_whole(world: World) -> None:
    device, before = world.device(), world.version()
    verdict = device.apply(device.lead("Ann", phone="020"))
    assert verdict.version == before + 1 == world.version()
    assert verdict.row is not None
    assert verdict.row.body == {"name": "Ann", "phone": "020", "created_by": device.user_id}


def test_everything_about_a_mutation_is_written_together(world: World) -> None:
    device = world.device()
    world.clock.advance(60)
    mutation = device.lead("Ann")
    verdict = device.apply(mutation)
    at, received = int(NOW.timestamp() * 1000), int(world.clock.now().timestamp() * 1000)
    receipt = next(row for row in world.rows("receipt") if mutation.key in row)
    audit = next(row for row in world.rows("audit") if mutation.key in row)
    event = next(row for row in world.rows("event") if mutation.id in row)
    record = next(row for row in world.rows("record") if mutation.id in row)
    assert verdict.version in receipt
    assert audit[-2:] == event[-2:] == record[-2:] == (at, received)
    assert "lead.create" in event


def test_a_second_delivery_gets_the_same_verdict_and_no_second_effect(world: World) -> None:
    device = world.device()
    items = device.items(device.lead("Ann"), device.lead(""), device.order())
    first = device.deliver(items)
    version = world.version()
    second = device.deliver(items)
    assert [verdict.replayed for verdict in second.verdicts] == [True] * 3
    assert [(v.key, v.outcome, v.version, v.refusal) for v in second.verdicts] == [
        (v.key, v.outcome, v.version, v.refusal) for v in first.verdicts
    ]
    assert world.version() == version
    assert second.last_seq == first.last_seq == 3


def test_a_replay_shows_the_row_as_it_is_now(world: World) -> None:
    device, office = world.device("lead"), world.device("office")
    items = device.items(device.lead("Ann"))
    created = device.deliver(items).verdicts[0]
    assert created.row is not None
    office.apply(office.change(created.row.id, Kind.LEAD, created.version, name="Anne"))
    replayed = device.deliver(items).verdicts[0]
    assert replayed.version == created.version
    assert replayed.row is not None
    assert replayed.row.body["name"] == "Anne"


def test_a_known_key_with_another_body_is_refused_and_changes_nothing(world: World) -> None:
    device = world.device()
    first = device.lead("Ann")
    device.apply(first)
    before = world.rows("record"), world.rows("receipt")
    again = device.mutation(Op.CREATE, Kind.LEAD, key=first.key, fields={"name": "Bob"})
    assert refusal(device.push(again)[0]) is Code.KEY_REUSED
    assert (world.rows("record"), world.rows("receipt")) == before


def test_the_same_key_twice_in_one_batch_is_applied_once(world: World) -> None:
    device, before = world.device(), world.version()
    mutation = device.lead("Ann")
    first, second = device.push(mutation, mutation)
    assert not first.replayed
    assert second.replayed
    assert second.version == first.version == before + 1 == world.version()


def test_a_gap_names_the_number_that_is_missing(world: World) -> None:
    device = world.device()
    device.apply(device.lead())
    device.seq += 3
    reply = device.send(device.items(device.lead()))
    assert reply.status_code == 409
    assert (trouble_of(reply).error, trouble_of(reply).expected_seq) == ("seq_gap", 2)


def test_a_copy_of_the_profile_is_found_out(world: World) -> None:
    device, clone = world.device(), world.device()
    clone.stream = device.stream
    device.push(device.lead("Ann"), device.lead("Bob"))
    reply = clone.send(clone.items(clone.lead("Cid")))
    assert (reply.status_code, trouble_of(reply).error) == (409, "forked")


def test_after_a_fork_known_keys_answer_by_receipt(world: World) -> None:
    device, before = world.device(), world.version()
    known, fresh = device.lead("Ann"), device.lead("Bob")
    device.push(known)
    device.stream, device.seq = world.new_id(), 0
    first, second = device.push(known, fresh)
    assert first.replayed
    assert second.outcome is Outcome.APPLIED
    assert world.version() == before + 2


def test_another_epoch_stops_the_push(world: World) -> None:
    device = world.device()
    device.epoch = "another"
    reply = device.send(device.items(device.lead()))
    assert (reply.status_code, trouble_of(reply).error) == (409, "epoch")
    assert trouble_of(reply).epoch == world.server.service.database.epoch


def test_a_stream_belongs_to_one_user(world: World) -> None:
    device, thief = world.device(), world.device("owner")
    device.apply(device.lead())
    thief.stream = device.stream
    reply = thief.send(thief.items(thief.lead()))
    assert (reply.status_code, trouble_of(reply).error) == (403, "wrong_user")


def test_an_empty_push_is_answered(world: World) -> None:
    assert world.device().deliver([]).verdicts == []


def test_numbers_out_of_line_are_a_broken_envelope(world: World) -> None:
    device = world.device()
    one, two = device.items(device.lead(), device.lead())
    reply = device.send([two, one])
    assert (reply.status_code, trouble_of(reply).error) == (422, "invalid")


def test_a_withdrawal_fences_the_key(world: World) -> None:
    device = world.device()
    late = device.lead("Ann")
    assert device.deliver([device.withdrawal(late.key)]).verdicts[0].outcome is Outcome.WITHDRAWN
    verdict = device.push(late)[0]
    assert (verdict.outcome, verdict.replayed) == (Outcome.WITHDRAWN, True)
    assert late.id not in repr(world.rows("record"))


def test_a_withdrawal_of_what_was_applied_answers_applied(world: World) -> None:
    device = world.device()
    mutation = device.lead("Ann")
    applied = device.apply(mutation)
    verdict = device.deliver([device.withdrawal(mutation.key)]).verdicts[0]
    assert (verdict.outcome, verdict.version, verdict.replayed) == (Outcome.APPLIED, applied.version, True)


@pytest.mark.parametrize("cause", ["refused", "held", "withdrawn"])
def test_what_waits_behind_something_not_applied_is_held(world: World, cause: str) -> None:
    device = world.device()
    bad = device.lead("")
    middle = device.mutation(Op.CREATE, Kind.LEAD, fields={"name": "Mid"}, after=(bad.key,))
    if cause == "withdrawn":
        device.deliver([device.withdrawal(bad.key)])
    else:
        device.push(bad)
    after = middle.key if cause == "held" else bad.key
    if cause == "held":
        device.push(middle)
    verdict = device.push(device.mutation(Op.CREATE, Kind.LEAD, fields={"name": "Ann"}, after=(after,)))[0]
    assert (verdict.outcome, verdict.cause) == (Outcome.HELD, after)


def test_what_does_not_depend_on_a_refused_line_is_applied(world: World) -> None:
    device = world.device()
    outcomes = [verdict.outcome for verdict in device.push(device.lead(""), device.lead("Ann"))]
    assert outcomes == [Outcome.REFUSED, Outcome.APPLIED]


def test_an_unknown_key_counts_as_settled(world: World) -> None:
    device = world.device()
    device.apply(device.mutation(Op.CREATE, Kind.LEAD, fields={"name": "Ann"}, after=(world.new_id(),)))


def grouped(world: World, *names: str) -> list[Mutation]:
    device, group = world.device(), world.new_id()
    return [device.mutation(Op.CREATE, Kind.LEAD, fields={"name": name}, group=group) for name in names]


def test_a_group_is_applied_whole(world: World) -> None:
    assert {verdict.outcome for verdict in world.device().push(*grouped(world, "Ann", "Bob"))} == {Outcome.APPLIED}


def test_a_group_falls_whole(world: World) -> None:
    device, before = world.device(), world.version()
    verdicts = device.push(device.lead("Before"), *grouped(world, "Ann", "", "Cid"), device.lead("After"))
    assert verdicts[0].outcome is verdicts[4].outcome is Outcome.APPLIED
    assert [refusal(verdict) for verdict in verdicts[1:4]] == [Code.GROUP, Code.INVALID, Code.GROUP]
    assert world.version() == before + 2
    assert [verdicts[0].version, verdicts[4].version] == [before + 1, before + 2]
    assert "Cid" not in repr(world.rows("record"))


def test_a_group_that_fell_answers_alike_again(world: World) -> None:
    device = world.device()
    items = device.items(*grouped(world, "Ann", ""))
    first = device.deliver(items).verdicts
    again = device.deliver(items).verdicts
    assert [(v.outcome, v.refusal) for v in again] == [(v.outcome, v.refusal) for v in first]


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


def test_confirming_verdicts_drops_their_words_but_not_the_receipt(world: World) -> None:
    device = world.device()
    items = device.items(device.lead(""))
    device.deliver(items)
    device.confirmed_seq = 1
    device.deliver([])
    assert [row[-1] for row in world.rows("receipt")] == [None]
    replayed = device.deliver(items).verdicts[0]
    assert refusal(replayed) is Code.INVALID
    assert replayed.replayed


@pytest.mark.parametrize(
    ("frozen", "code"),
    [
        (b"null", Code.MALFORMED),
        (b"[]", Code.MALFORMED),
        (b'{"key":"KEY","op":"create"}', Code.MALFORMED),
        (b'{"key":"KEY","op":"burn","kind":"lead","id":"KEY","occurred_at":"2026-11-20T08:00:00Z"}', Code.MALFORMED),
        (
            b'{"key":"KEY","op":"create","kind":"lead","id":"KEY","occurred_at":"2026-11-20T08:00:00Z","role":"owner"}',
            Code.MALFORMED,
        ),
        (
            b'{"key":"KEY","op":"create","kind":"ship","id":"KEY","occurred_at":"2026-11-20T08:00:00Z"}',
            Code.UNKNOWN_KIND,
        ),
        (
            b'{"key":"KEY","op":"create","kind":"user","id":"KEY","occurred_at":"2026-11-20T08:00:00Z"}',
            Code.NOT_ALLOWED,
        ),
        (
            b'{"key":"KEY","op":"create","kind":"lead","id":"KEY","occurred_at":"2026-11-20T08:00:00Z","schema":9}',
            Code.UNKNOWN_SCHEMA,
        ),
        (
            (
                b'{"key":"KEY","op":"create","kind":"lead","id":"KEY","occurred_at":"2026-11-20T08:00:00Z",'
                b'"fields":{"name":"a","name":"b"}}'
            ),
            Code.MALFORMED,
        ),
        (
            (
                b'{"key":"KEY","op":"create","kind":"lead","id":"KEY","occurred_at":"2026-11-20T08:00:00Z",'
                b'"fields":{"name":"a\\u0000b"}}'
            ),
            Code.MALFORMED,
        ),
        (
            (
                b'{"key":"KEY","op":"create","kind":"lead","id":"KEY","occurred_at":"2026-11-20T08:00:00Z",'
                b'"fields":{"name":' + b"[" * 900 + b"]" * 900 + b"}}"
            ),
            Code.MALFORMED,
        ),
        (
            (
                b'{"key":"KEY","op":"create","kind":"lead","id":"KEY","occurred_at":"2026-11-20T08:00:00Z",'
                b'"fields":{"name":"Ann","version":7,"tenant_id":1,"created_by":"x"}}'
            ),
            Code.INVALID,
        ),
        (
            (
                b'{"key":"KEY","op":"create","kind":"lead","id":"not-an-id-but-thirty-six-characters-x",'
                b'"occurred_at":"2026-11-20T08:00:00Z","fields":{"name":"Ann"}}'
            ),
            Code.MALFORMED,
        ),
    ],
)
def test_an_unreadable_line_gets_a_verdict_and_fails_nobody_else(world: World, frozen: bytes, code: Code) -> None:
    device = world.device()
    key = world.new_id()
    device.seq += 1
    bad = Item(seq=1, key=key, mutation=Raw(frozen.replace(b"KEY", key.encode())))
    first, second = device.deliver([bad, *device.items(device.lead())]).verdicts
    assert refusal(first) is code
    assert second.outcome is Outcome.APPLIED


def test_a_line_whose_mutation_names_another_key_is_malformed(world: World) -> None:
    device = world.device()
    device.seq += 1
    item = Item(seq=1, key=world.new_id(), mutation=Raw(encode(device.lead())))
    assert refusal(device.deliver([item]).verdicts[0]) is Code.MALFORMED


def test_sql_in_a_field_is_text(world: World) -> None:
    device = world.device()
    name = "'; DROP TABLE record; -- %s ? :x"
    verdict = device.apply(device.lead(name))
    assert verdict.row is not None
    assert verdict.row.body["name"] == name


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
