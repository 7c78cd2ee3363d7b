"""The plain form for integrators: through the same door, with an idempotency key of the caller's."""

from typing import Any

import pytest

from server_stub import purge
from support.wire import trouble_of
from support.world import World
from sync.kinds import Kind
from sync.protocol import Op, encode

PUNCH = {
    "action": "clock_in",
    "at": "2026-11-20T08:00:00Z",
    "zone": "UTC",
    "utc_offset_minutes": 0,
    "evidence": {"monotonic_ms": 1},
}
BODIES = {"/v1/leads": {"name": "Ann"}, "/v1/work-orders": {"title": "Boiler service"}, "/v1/punches": PUNCH}


@pytest.mark.parametrize("path", BODIES)
@pytest.mark.parametrize("header", ["Idempotency-Key", "X-Idempotency-Key"])
def test_a_record_is_added_once_however_often_it_is_sent(world: World, path: str, header: str) -> None:
    device, before = world.device("office"), world.version()
    replies = [device.post(path, encode(BODIES[path]), **{header: "order 66"}) for _try in range(3)]
    assert [reply.status_code for reply in replies] == [201] * 3
    assert len({reply.content for reply in replies}) == 1
    assert world.version() == before + 1
    row = replies[0].json()
    device.pull()
    assert device.bodies()[row["kind"], row["id"]] == row["body"]
    for table in ("receipt", "audit", "event"):
        assert len([line for line in world.rows(table) if row["version"] in line]) == 1


def test_the_same_key_with_another_body_is_refused(world: World) -> None:
    device, headers = world.device(), {"Idempotency-Key": "one"}
    assert device.post("/v1/leads", b'{"name":"Ann"}', **headers).status_code == 201
    for path, body in (("/v1/leads", b'{"name":"Bob"}'), ("/v1/work-orders", b'{"name":"Ann"}')):
        reply = device.post(path, body, **headers)
        assert (reply.status_code, trouble_of(reply).error) == (422, "key_reused")


def test_a_key_is_the_callers_own(world: World) -> None:
    headers = {"Idempotency-Key": "one"}
    replies = [
        device.post("/v1/leads", b'{"name":"Ann"}', **headers)
        for device in (world.device("worker"), world.device("owner"), world.device("worker", "zenith"))
    ]
    assert [reply.status_code for reply in replies] == [201] * 3
    assert len({reply.json()["id"] for reply in replies}) == 3


def test_the_reason_of_a_refusal_goes_after_a_month_and_the_verdict_stays(world: World) -> None:
    device, headers = world.device(), {"Idempotency-Key": "one"}
    device.push(device.mutation(Op.CREATE, Kind.LEAD, fields={"name": ""}))
    assert device.post("/v1/leads", b'{"name":""}', **headers).status_code == 422
    database = world.server.service.database
    world.clock.advance(86_400 * purge.REASONS_KEPT_DAYS - 1)
    assert purge.prune_reasons(database, world.clock.now()) == 0
    world.clock.advance(2)
    assert [purge.prune_reasons(database, world.clock.now()) for _try in range(2)] == [1, 0]
    assert len([row for row in world.rows("receipt") if "Name is needed" in str(row)]) == 1
    again = device.post("/v1/leads", b'{"name":""}', **headers)
    assert (again.status_code, trouble_of(again).error) == (422, "invalid")


def test_a_refusal_is_final_too_and_names_the_field(world: World) -> None:
    device, headers = world.device(), {"Idempotency-Key": "one"}
    replies = [device.post("/v1/leads", b'{"name":""}', **headers) for _try in range(2)]
    assert {reply.status_code for reply in replies} == {422}
    assert replies[0].content == replies[1].content
    assert list(trouble_of(replies[0]).fields) == ["name"]


def test_a_worker_does_not_punch_for_others(world: World) -> None:
    body = encode({**PUNCH, "user_id": world.ids["other"]})
    reply = world.device().post("/v1/punches", body, **{"Idempotency-Key": "one"})
    assert (reply.status_code, trouble_of(reply).error) == (403, "not_allowed")


def entries(world: World, name: str, **query: Any) -> list[dict[str, Any]]:
    reply = world.device(name).get("/v1/time-entries", **{"from": "2026-11-16", "to": "2026-11-22", **query})
    assert reply.status_code == 200, reply.text
    found: list[dict[str, Any]] = reply.json()["entries"]
    return found


def test_time_entries_are_computed_from_punches_and_seen_by_those_who_may(world: World) -> None:
    for name in ("worker", "other"):
        device = world.device(name)
        device.push(device.punch(at="2026-11-19T08:00:00Z"), device.punch("clock_out", at="2026-11-19T16:00:00Z"))
    worker, other = world.ids["worker"], world.ids["other"]
    expected = {
        "worker": {worker},
        "other": {other},
        "lead": {worker},
        "office": {worker, other},
        "owner": {worker, other},
    }
    for name, users in expected.items():
        found = entries(world, name)
        assert {entry["user_id"] for entry in found} == users
        assert {(entry["start"], entry["end"]) for entry in found} == {("2026-11-19T08:00:00Z", "2026-11-19T16:00:00Z")}
    assert {entry["user_id"] for entry in entries(world, "owner", user_id=other)} == {other}
    assert entries(world, "owner", **{"from": "2026-11-20"}) == []


def test_the_span_of_days_is_bounded(world: World) -> None:
    for first, last in (("2026-11-20", "2026-11-19"), ("2020-01-01", "2026-11-20"), ("0001-01-01", "9999-12-31")):
        reply = world.device().get("/v1/time-entries", **{"from": first, "to": last})
        assert reply.status_code == 422


def test_the_description_names_every_route_and_resolves(world: World) -> None:
    text = world.http.get("/v1/openapi.json")
    description = text.json()
    assert description["openapi"] == "3.1.0"
    assert {"/v1/sync/push", "/v1/leads", "/v1/time-entries"} <= description["paths"].keys()
    schemas = description["components"]["schemas"]
    named = {part.split('"')[0] for part in text.text.split("#/components/schemas/")[1:]}
    assert named <= schemas.keys()
    assert description["paths"]["/v1/me"]["get"]["security"] == [{"device": []}]
    assert "security" not in description["paths"]["/v1/health"]["get"]
