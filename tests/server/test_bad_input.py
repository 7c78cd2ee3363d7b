"""The bad-input catalogue: whatever arrives, a clear answer below 500 and nothing half done."""

import gzip
import json
from typing import Any

import pytest
import zstandard

from support.wire import trouble_of
from support.world import World
from sync.protocol import MAX_MUTATIONS, MAX_PUSH_BYTES, PROTOCOL_HEADER, encode

DEEP = 40_000


def lead_with(value: bytes) -> bytes:
    return b'{"name":' + value + b"}"


REST_BODIES: dict[str, tuple[bytes, int]] = {
    "NUL in text": (lead_with(b'"a\\u0000b"'), 422),
    "a lone surrogate": (lead_with(b'"\\ud800"'), 422),
    "an int for a text": (lead_with(b"7"), 422),
    "true for a text": (lead_with(b"true"), 422),
    "a text for an int": (b'{"name":"Ann","value":{"minor":"7","currency":"GBP"}}', 422),
    "true for an int": (b'{"name":"Ann","value":{"minor":true,"currency":"GBP"}}', 422),
    "2^63 for an int": (b'{"name":"Ann","value":{"minor":9223372036854775808,"currency":"GBP"}}', 422),
    "-2^63-1 for an int": (b'{"name":"Ann","value":{"minor":-9223372036854775809,"currency":"GBP"}}', 422),
    "5000 digits": (b'{"name":"Ann","value":{"minor":' + b"1" * 5000 + b',"currency":"GBP"}}', 400),
    "NaN": (lead_with(b"NaN"), 400),
    "Infinity": (lead_with(b"Infinity"), 400),
    "1e400": (lead_with(b"1e400"), 422),
    "nested 900 deep": (lead_with(b"[" * 900 + b"]" * 900), 400),
    "nested 40 000 deep": (lead_with(b"[" * DEEP + b"]" * DEEP), 400),
    "never closed": (b"[" * DEEP, 400),
    "one key twice": (b'{"name":"Ann","name":"Bob"}', 400),
    "one key twice, inside": (b'{"name":"Ann","value":{"minor":1,"minor":2,"currency":"GBP"}}', 400),
    "invalid UTF-8": (lead_with(b'"\xff\xfe"'), 400),
    "UTF-16": ('{"name":"Ann"}'.encode("utf-16"), 400),
    "a byte order mark": (b'\xef\xbb\xbf{"name":"Ann"}', 400),
    "not JSON": (b"name=Ann", 400),
    "empty": (b"", 400),
    "half": (b'{"name":"An', 400),
    "two documents": (b'{"name":"Ann"}{"name":"Bob"}', 400),
    "a list": (b"[]", 422),
    "null": (b"null", 422),
    "an unknown field": (b'{"name":"Ann","nickname":"A"}', 422),
    "tenant_id": (b'{"name":"Ann","tenant_id":2}', 422),
    "role": (b'{"name":"Ann","role":"owner"}', 422),
    "version": (b'{"name":"Ann","version":7}', 422),
    "id": (b'{"name":"Ann","id":"1"}', 422),
    "created_by": (b'{"name":"Ann","created_by":"x"}', 422),
    "no name": (b"{}", 422),
    "a blank name": (b'{"name":"  "}', 422),
    "a name too long": (lead_with(b'"' + b"x" * 201 + b'"'), 422),
    "a lone surrogate in a key": (b'{"\\udfff":1}', 422),
}


@pytest.mark.parametrize("name", REST_BODIES)
def test_a_bad_body_gets_a_clear_answer_and_leaves_nothing(world: World, name: str) -> None:
    body, status = REST_BODIES[name]
    before = world.rows("record")
    reply = world.device().post("/v1/leads", body, **{"Idempotency-Key": "one"})
    assert reply.status_code == status, reply.text
    assert trouble_of(reply).message
    assert world.rows("record") == before


NOW = "2026-11-20T09:00:00Z"
PUSHES: dict[str, tuple[Any, int]] = {
    "no stream": ({"protocol": 1, "epoch": "", "confirmed_seq": 0, "mutations": []}, 422),
    "a stream that is no id": ({"stream": "x" * 36}, 422),
    "an upper-case stream": ({"stream": "01A1F92D-0EBB-7BE8-AC15-F9CBE1AAB223"}, 422),
    "an unknown field": ({"tenant_id": 1}, 422),
    "a negative confirmation": ({"confirmed_seq": -1}, 422),
    "a sending time without a zone": ({"sent_at": "2026-11-20T09:00:00"}, 422),
    "a sending time that is none": ({"sent_at": "soon"}, 422),
    "seq 0": ({"mutations": [{"seq": 0, "key": "KEY"}]}, 422),
    "a text for seq": ({"mutations": [{"seq": "1", "key": "KEY"}]}, 422),
    "1.0 for seq": ({"mutations": [{"seq": 1.0, "key": "KEY"}]}, 422),
    "true for seq": ({"mutations": [{"seq": True, "key": "KEY"}]}, 422),
    "2^63 for seq": ({"mutations": [{"seq": 2**63, "key": "KEY"}]}, 422),
    "a key that is no id": ({"mutations": [{"seq": 1, "key": "x" * 36}]}, 422),
    "mutations as an object": ({"mutations": {}}, 422),
    "too many mutations": ({"mutations": "MANY"}, 413),
}


@pytest.mark.parametrize("name", PUSHES)
def test_a_broken_envelope_is_turned_away(world: World, name: str) -> None:
    given, status = PUSHES[name]
    key = world.new_id()
    known = {"protocol": 1, "stream": world.new_id(), "epoch": "", "confirmed_seq": 0, "sent_at": NOW, "mutations": []}
    envelope = {**known, **given}
    if name == "no stream":
        del envelope["stream"]
    if given.get("mutations") == "MANY":
        envelope["mutations"] = [{"seq": seq, "key": world.new_id()} for seq in range(1, MAX_MUTATIONS + 2)]
    body = json.dumps(envelope).replace("KEY", key).encode()
    reply = world.device().post("/v1/sync/push", body)
    assert reply.status_code == status, reply.text
    assert trouble_of(reply).message


def test_an_envelope_with_one_key_twice_is_turned_away(world: World) -> None:
    body = encode(world.device().request([])).replace(b'"epoch":""', b'"epoch":"","epoch":""')
    assert world.device().post("/v1/sync/push", body).status_code == 400


def test_spaces_and_another_order_of_keys_are_no_fault(world: World) -> None:
    device = world.device()
    mutation = {
        "fields": {"name": "Ann"},
        "kind": "lead",
        "op": "create",
        "occurred_at": "2026-11-20T09:00:00+01:00",
        "id": world.new_id(),
        "key": world.new_id(),
    }
    item = {"mutation": mutation, "key": mutation["key"], "seq": 1}
    envelope = {
        "mutations": [item],
        "confirmed_seq": 0,
        "sent_at": NOW,
        "epoch": "",
        "stream": device.stream,
        "protocol": 1,
    }
    reply = device.post("/v1/sync/push", json.dumps(envelope, indent=2).encode())
    assert reply.json()["verdicts"][0]["outcome"] == "applied"


@pytest.mark.parametrize("limit", ["0", "-1", "2001", "1000000000", "1e3", "", "x", "１", "1" * 5000, "1.0", " 1"])
def test_a_limit_is_a_number_in_range(world: World, limit: str) -> None:
    reply = world.device().get("/v1/sync/pull", limit=limit)
    assert (reply.status_code, trouble_of(reply).error) == (422, "invalid")


def test_a_parameter_that_stands_there_twice_is_refused(world: World) -> None:
    device = world.device()
    reply = world.http.get("/v1/sync/pull?limit=1&limit=2", headers=device.headers)
    assert reply.status_code == 400


@pytest.mark.parametrize("day", ["", "x", "2026-13-01", "2026-02-30", "20261120", "2026-11-20T00:00", "２026-11-20"])
def test_a_day_is_a_day(world: World, day: str) -> None:
    reply = world.device().get("/v1/time-entries", **{"from": day, "to": "2026-11-20"})
    assert (reply.status_code, trouble_of(reply).error) == (422, "invalid")


@pytest.mark.parametrize("media_type", ["", "text/plain", "application/x-www-form-urlencoded", "application/jsonp"])
def test_another_media_type_is_refused(world: World, media_type: str) -> None:
    reply = world.device().post("/v1/sync/push", b"{}", **{"Content-Type": media_type})
    assert (reply.status_code, trouble_of(reply).error) == (415, "media_type")


def test_a_charset_beside_the_media_type_is_fine(world: World) -> None:
    device = world.device()
    body = encode(device.request([]))
    assert device.post("/v1/sync/push", body, **{"Content-Type": "application/json; charset=utf-8"}).status_code == 200


def test_another_method_and_another_path(world: World) -> None:
    device = world.device()
    reply = device.get("/v1/sync/push")
    assert (reply.status_code, trouble_of(reply).error) == (405, "method_not_allowed")
    assert reply.headers["allow"] == "POST"
    for path in ("/", "/v1", "/v1/sync/push/", "/v1//me", "/v1/%2e%2e/etc/passwd", "/v2/me", "/v1/me%0d%0aX:%20y"):
        reply = device.get(path)
        assert (reply.status_code, trouble_of(reply).error) == (404, "not_found")


def test_a_body_that_announces_too_much_is_not_read(world: World) -> None:
    reply = world.device().post("/v1/sync/push", b"x" * (2 * MAX_PUSH_BYTES))
    assert (reply.status_code, trouble_of(reply).error) == (413, "too_large")
    reply = world.device().post("/v1/sync/push", b"x" * 10, **{"Content-Length": "999999999999"})
    assert reply.status_code == 413


def test_a_body_that_announces_too_little_is_stopped_while_reading(world: World) -> None:
    reply = world.device().post("/v1/leads", b"x" * 200_000, **{"Content-Length": "10", "Idempotency-Key": "k"})
    assert reply.status_code == 413


@pytest.mark.parametrize("encoding", ["gzip", "zstd"])
def test_compressed_bodies_are_read_up_to_the_same_size(world: World, encoding: str) -> None:
    device = world.device()
    pack = gzip.compress if encoding == "gzip" else zstandard.ZstdCompressor().compress
    body = pack(encode(device.request([])))
    assert device.post("/v1/sync/push", body, **{"Content-Encoding": encoding}).status_code == 200
    bomb = pack(b" " * 50_000_000)
    assert device.post("/v1/sync/push", bomb, **{"Content-Encoding": encoding}).status_code == 413
    for broken in (b"", b"nonsense", body[: len(body) // 2]):
        assert device.post("/v1/sync/push", broken, **{"Content-Encoding": encoding}).status_code == 400


def test_another_compression_is_refused(world: World) -> None:
    assert world.device().post("/v1/sync/push", b"", **{"Content-Encoding": "br"}).status_code == 415


def test_a_newer_device_may_push_but_not_pull(world: World) -> None:
    device = world.device()
    newer = {PROTOCOL_HEADER: "2"}
    assert device.post("/v1/sync/push", encode(device.request([])), **newer).status_code == 200
    reply = world.http.get("/v1/sync/pull", headers={**device.headers, **newer})
    assert (reply.status_code, trouble_of(reply).error) == (426, "update_needed")
    for nonsense in ("x", "-1", "1.0", "9" * 50):
        reply = world.http.get("/v1/sync/pull", headers={**device.headers, PROTOCOL_HEADER: nonsense})
        assert reply.status_code == 400


@pytest.mark.parametrize("key", ["", "k" * 256, "é", "tab\tin it"])
def test_an_idempotency_key_is_printable_and_not_too_long(world: World, key: str) -> None:
    device = world.device()
    known = {name.encode(): value.encode() for name, value in device.headers.items()}
    headers = {**known, b"Idempotency-Key": key.encode()}
    reply = world.http.post("/v1/leads", content=b'{"name":"Ann"}', headers=headers)
    assert (reply.status_code, trouble_of(reply).error) == (400, "bad_request")


def test_a_missing_idempotency_key_or_two_of_them(world: World) -> None:
    device = world.device()
    assert device.post("/v1/leads", b'{"name":"Ann"}').status_code == 400
    both = {"Idempotency-Key": "one", "X-Idempotency-Key": "two"}
    assert device.post("/v1/leads", b'{"name":"Ann"}', **both).status_code == 400


def test_every_answer_carries_the_protocol_and_forbids_sniffing(world: World) -> None:
    device = world.device()
    for reply in (device.get("/v1/me"), device.get("/nothing"), device.get("/v1/sync/pull", limit="x")):
        assert reply.headers[PROTOCOL_HEADER] == "1"
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert reply.headers["content-type"] == "application/json"
