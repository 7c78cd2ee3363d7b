"""Push: every line gets one final verdict, the same however often it is delivered.

Over 300 lines: what a push promises, rule by rule.
"""


import pytest
from msgspec import Raw

from support.wire import NOW, refusal, trouble_of
from support.world import World
from sync.kinds import Kind
from sync.protocol import Code, Item, Mutation, Op, Outcome, encode


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
