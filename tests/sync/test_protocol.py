"""The wire: what we write we can read, and what others write is never taken for ours."""

import hashlib
import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync import protocol as wire
from sync.errors import Unreachable

NOW = datetime(2026, 8, 4, 8, 2, 14, 123456, tzinfo=UTC)
KEY = "0190a000-0000-7000-8000-00000000000a"

keys = st.uuids().map(str)
versions = st.integers(0, 2**53)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
zones = st.integers(-840, 840).map(lambda minutes: timezone(timedelta(minutes=minutes)))
instants = st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1), timezones=zones)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
bodies = st.dictionaries(texts, json_values, max_size=4)
mutations = st.builds(
    wire.Mutation,
    key=keys,
    op=st.sampled_from(wire.Op),
    kind=texts,
    id=keys,
    occurred_at=instants,
    schema=st.integers(1, 9),
    base=versions,
    bases=st.dictionaries(texts, versions, max_size=2),
    fields=bodies,
    after=st.lists(keys, max_size=2).map(tuple),
    group=st.none() | keys,
    supersedes=st.none() | keys,
)
rows = st.builds(wire.Row, kind=texts, id=keys, version=versions, state=st.sampled_from(wire.State), body=bodies)
refusals = st.builds(
    wire.Refusal,
    code=st.sampled_from(wire.Code),
    message=texts,
    fields=st.dictionaries(texts, texts, max_size=2),
    theirs=bodies,
)
verdicts = st.builds(
    wire.Verdict,
    key=keys,
    outcome=st.sampled_from(wire.Outcome),
    version=versions,
    row=st.none() | rows,
    refusal=st.none() | refusals,
    cause=st.none() | keys,
    replayed=st.booleans(),
)
replies = st.builds(
    wire.PushReply,
    protocol=st.just(1),
    epoch=texts,
    last_seq=versions,
    version=versions,
    server_time=instants,
    verdicts=st.lists(verdicts, max_size=3),
)
pages = st.builds(
    wire.Page,
    protocol=st.just(1),
    epoch=texts,
    rows=st.lists(rows, max_size=3),
    cursor=texts,
    more=st.booleans(),
    version=versions,
    server_time=instants,
)


@given(mutations | rows | verdicts | replies | pages)
def test_what_is_written_is_read(message: msgspec.Struct) -> None:
    data = wire.encode(message)
    assert wire.decode(data, type(message)) == message
    assert wire.decode_reply(data, type(message)) == message


@given(mutations, st.integers(1, 2**53))
def test_a_mutation_travels_in_its_frozen_bytes(mutation: wire.Mutation, seq: int) -> None:
    """Inside an item, and that inside a request, the bytes stay what they were, and so does their hash."""
    frozen = wire.encode(mutation)
    item = wire.Item(seq=seq, key=mutation.key, mutation=msgspec.Raw(frozen))
    fence = wire.Item(seq=seq, key=mutation.key)
    line = [item, fence]
    request = wire.PushRequest(protocol=1, stream=KEY, epoch="", confirmed_seq=0, sent_at=NOW, mutations=line)
    read = wire.decode(wire.encode(request), wire.PushRequest).mutations
    assert bytes(read[0].mutation) == frozen
    assert [line.is_withdrawal for line in read] == [False, True]
    assert wire.body_hash(bytes(read[0].mutation)) == hashlib.sha256(frozen).digest()[:16]


def test_a_withdrawal_is_a_line_without_a_mutation() -> None:
    assert json.loads(wire.encode(wire.Item(seq=1, key=KEY))) == {"seq": 1, "key": KEY}
    empty = wire.decode(json.dumps({"seq": 1, "key": KEY, "mutation": None}).encode(), wire.Item)
    assert not empty.is_withdrawal


def test_instants_end_in_z() -> None:
    mutation = wire.Mutation(key=KEY, op=wire.Op.CREATE, kind="lead", id=KEY, occurred_at=NOW)
    assert json.loads(wire.encode(mutation)) == {
        "key": KEY,
        "op": "create",
        "kind": "lead",
        "id": KEY,
        "occurred_at": "2026-08-04T08:02:14.123456Z",
    }


def mutation_fields(**changes: Any) -> bytes:
    fields = {"key": KEY, "op": "create", "kind": "lead", "id": KEY, "occurred_at": "2026-08-04T08:02:14Z"}
    return json.dumps({name: value for name, value in {**fields, **changes}.items() if value is not ...}).encode()


def test_the_smallest_mutation_is_read() -> None:
    assert wire.decode(mutation_fields(), wire.Mutation).schema == wire.SCHEMA


@pytest.mark.parametrize(
    "changes",
    [
        {"key": "short"},
        {"key": KEY + "x"},
        {"key": 7},
        {"key": ...},
        {"op": "explode"},
        {"op": None},
        {"id": ...},
        {"occurred_at": "2026-08-04T08:02:14"},
        {"occurred_at": "yesterday"},
        {"occurred_at": 1_700_000_000},
        {"base": -1},
        {"base": 2**53 + 1},
        {"base": 1.5},
        {"bases": {"name": -1}},
        {"fields": []},
        {"fields": None},
        {"after": ["x"]},
        {"after": KEY},
        {"group": "x"},
        {"seq": 1},
        {"surprise": True},
    ],
)
def test_a_mutation_of_another_shape_is_not_read(changes: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        wire.decode(mutation_fields(**changes), wire.Mutation)


@pytest.mark.parametrize("seq", [0, -1, 2**53 + 1, "1", 1.5, True, None])
def test_a_line_number_is_a_positive_integer(seq: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        wire.decode(json.dumps({"seq": seq, "key": KEY}).encode(), wire.Item)


NOT_OURS = [
    b"",
    b" ",
    b"\x00",
    b"null",
    b"true",
    b"[]",
    b"{}",
    b'"ok"',
    b"OK",
    b"<!DOCTYPE html><html><body>Please accept the terms of our guest network</body></html>",
    b'{"status": "ok"}',
    b'{"protocol": 1}',
    b'{"protocol": "1", "status": "ok", "server_time": "2026-08-04T08:00:00Z"}',
    b'{"protocol": 1, "status": "ok", "server_time": "2026-08-04T08:00:00"}',
    b'{"protocol": 1, "status": "\xff", "server_time": "2026-08-04T08:00:00Z"}',
    b'{"protocol": 1, "status": "\\ud800", "server_time": "2026-08-04T08:00:00Z"}',
    b'{"protocol": NaN, "status": "ok", "server_time": "2026-08-04T08:00:00Z"}',
    b'{"protocol": 1e999, "status": "ok", "server_time": "2026-08-04T08:00:00Z"}',
    b'{"protocol": ' + b"9" * 10_000 + b', "status": "ok", "server_time": "2026-08-04T08:00:00Z"}',
    b"\xef\xbb\xbf" + b'{"protocol": 1, "status": "ok", "server_time": "2026-08-04T08:00:00Z"}',
    b"\x1f\x8b\x08\x00\x00\x00\x00\x00",
    b"[" * 100_000,
    b'{"protocol":' + b"[" * 100_000,
    b'{"unknown":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
]


@pytest.mark.parametrize("data", NOT_OURS, ids=lambda data: repr(data[:24]))
@pytest.mark.parametrize("shape", [wire.Health, wire.PushReply, wire.Page, wire.SignedIn, wire.Trouble])
def test_an_answer_of_the_network_is_no_success(data: bytes, shape: type[msgspec.Struct]) -> None:
    with pytest.raises(Unreachable):
        wire.decode_reply(data, shape)


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    for shape in (wire.Health, wire.PushReply, wire.Page):
        with pytest.raises(Unreachable):
            wire.decode_reply(data, shape)


@given(replies, st.data())
def test_a_cut_answer_is_no_success(reply: wire.PushReply, data: st.DataObject) -> None:
    whole = wire.encode(reply)
    with pytest.raises(Unreachable):
        wire.decode_reply(whole[: data.draw(st.integers(0, len(whole) - 1))], wire.PushReply)


def test_a_newer_server_may_say_more() -> None:
    """Answers may grow fields; a request of another shape is refused, for the server has to know what it is asked."""
    answer = {"protocol": 1, "status": "ok", "server_time": "2026-08-04T08:00:00Z", "region": "eu"}
    assert wire.decode_reply(json.dumps(answer).encode(), wire.Health).status == "ok"
    sign_in = {"organisation": "a", "email": "b", "password": "c", "device": "d", "is_admin": True}
    with pytest.raises(msgspec.ValidationError):
        wire.decode(json.dumps(sign_in).encode(), wire.SignIn)
