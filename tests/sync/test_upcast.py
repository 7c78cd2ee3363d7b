"""A mutation of an older schema reads in today's words, and its bytes stay what they were."""

import json
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol import Mutation, Op, encode
from sync.upcast import Step, is_from_the_future, reader, upcast

KEY = "0190a000-0000-7000-8000-00000000000a"
ID = "0190a000-0000-7000-8000-00000000000b"
OLD = {"key": KEY, "op": "create", "kind": "lead", "id": ID, "occurred_at": "2026-03-02T08:00:00Z"}


def customer_was_client(mutation: dict[str, Any]) -> dict[str, Any]:
    kinds = {"client": "customer"}
    return {**mutation, "kind": kinds.get(mutation["kind"], mutation["kind"])}


def phone_was_telephone(mutation: dict[str, Any]) -> dict[str, Any]:
    names = {"telephone": "phone"}
    return {**mutation, "fields": {names.get(name, name): value for name, value in mutation["fields"].items()}}


STEPS: dict[int, Step] = {1: customer_was_client, 2: phone_was_telephone}
read = reader(STEPS, newest=3)


def frozen(**changed: Any) -> bytes:
    return json.dumps({**OLD, "fields": {}, **changed}).encode()


def test_each_step_is_taken_from_the_schema_that_a_mutation_names() -> None:
    first = read(frozen(kind="client", fields={"telephone": "1"}))
    assert (first.schema, first.kind, first.fields) == (3, "customer", {"phone": "1"})
    second = read(frozen(schema=2, kind="client", fields={"telephone": "1"}))
    assert (second.schema, second.kind, second.fields) == (3, "client", {"phone": "1"})
    today = read(frozen(schema=3, kind="client", fields={"telephone": "1"}))
    assert (today.schema, today.kind, today.fields) == (3, "client", {"telephone": "1"})


@given(st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5), max_size=4))
def test_a_step_changes_nothing_that_it_does_not_speak_of(fields: dict[str, Any]) -> None:
    fields.pop("telephone", None)
    old = {**OLD, "fields": fields, "base": 7, "after": [KEY]}
    before = json.dumps(old)
    assert upcast(old, STEPS, 3) == {**old, "schema": 3}
    assert json.dumps(old) == before


def test_what_is_newer_is_told_from_what_is_broken() -> None:
    assert is_from_the_future(frozen(schema=9, colour="green"), newest=3)
    assert not is_from_the_future(frozen(schema=3), newest=3)
    for garbage in (b"", b"{", b"[]", b'{"schema":"9"}', b"\xff", b"[" * 100_000):
        assert not is_from_the_future(garbage, newest=3)


@pytest.mark.parametrize("garbage", [b"", b"{", b"[]", b"{}", b'{"schema":1}', b'{"schema":0}', b'{"schema":-5}'])
def test_garbage_is_a_decode_error_and_nothing_else(garbage: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        read(garbage)


def test_without_steps_a_mutation_is_read_as_it_is() -> None:
    now = datetime(2026, 3, 2, 8, tzinfo=UTC)
    mutation = Mutation(key=KEY, op=Op.CREATE, kind="lead", id=ID, occurred_at=now)
    assert reader()(encode(mutation)) == mutation
