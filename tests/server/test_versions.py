"""Programs of other ages: what they may do here, and that what they recorded is read for ever."""

import json
from typing import Any

import pytest
from msgspec import Raw
from msgspec.structs import replace

from server_stub import lines
from server_stub.handshake import Program
from server_stub.schema import record
from support.wire import trouble_of
from support.world import World
from sync.kinds import Kind
from sync.protocol import PROTOCOL_HEADER, Code, Outcome, encode
from sync.upcast import Step, reader


@pytest.fixture
def newer_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server speaks schema 2, in which a lead's telephone has become its phone."""

    def rename(mutation: dict[str, Any]) -> dict[str, Any]:
        fields = {"phone" if name == "telephone" else name: value for name, value in mutation["fields"].items()}
        return {**mutation, "fields": fields}

    steps: dict[int, Step] = {1: rename}
    monkeypatch.setattr(lines, "_read", reader(steps, newest=2))
    monkeypatch.setattr(lines, "SCHEMA", 2)


def test_what_an_older_program_recorded_is_read_in_todays_words(world: World, newer_schema: None) -> None:
    device = world.device()
    mutation = device.lead(telephone="1")
    (verdict,) = device.push(mutation)
    assert verdict.outcome is Outcome.APPLIED
    assert verdict.row is not None
    assert (verdict.row.body["phone"], "telephone" in verdict.row.body) == ("1", False)


def test_it_is_known_again_by_its_own_bytes(world: World, newer_schema: None) -> None:
    device = world.device()
    items = device.items(device.lead(telephone="1"))
    first, again = (device.deliver(items).verdicts[0] for _ in range(2))
    assert (first.version, first.replayed, again.replayed) == (again.version, False, True)


@pytest.mark.parametrize("extra", [{}, {"mood": "new in schema 9"}])
def test_what_a_newer_program_recorded_is_kept_by_it(world: World, extra: dict[str, str]) -> None:
    device = world.device()
    newer, known = device.items(device.lead(), device.lead())
    frozen = json.dumps({**json.loads(bytes(newer.mutation)), "schema": 9, **extra}).encode()
    refused, applied = device.deliver([replace(newer, mutation=Raw(frozen)), known]).verdicts
    assert refused.refusal is not None
    assert refused.refusal.code is Code.UNKNOWN_SCHEMA
    assert "newer program" in refused.refusal.message
    assert applied.outcome is Outcome.APPLIED


@pytest.mark.parametrize(("agent", "status"), [("0.1.9", 426), ("0.2.0", 200), ("0.10.0", 200), ("1.0.0", 200)])
def test_an_operator_may_ask_for_an_update_before_anything_is_received(world: World, agent: str, status: int) -> None:
    world.server.service.oldest_program = Program.read("0.2.0")
    device = world.device()
    headers = {**device.headers, "User-Agent": f"StreamFlow-Field/{agent}"}
    reply = world.http.get("/v1/sync/pull", headers=headers)
    assert reply.status_code == status
    if status == 426:
        trouble = trouble_of(reply)
        assert (trouble.error, trouble.min_version) == ("update_needed", "0.2.0")
        assert "yours are sent" in trouble.message
    pushed = device.post("/v1/sync/push", encode(device.request([])), **{"User-Agent": f"StreamFlow-Field/{agent}"})
    assert pushed.status_code == 200


def test_a_program_that_names_no_version_may_pull(world: World) -> None:
    world.server.service.oldest_program = Program.read("0.2.0")
    assert world.http.get("/v1/sync/pull", headers=world.device().headers).status_code == 200


@pytest.mark.parametrize("text", ["", "1", "1.2", "1.2.3.4", "a.b.c", "1.2.3 ", "-1.0.0"])
def test_a_version_is_three_numbers(text: str) -> None:
    with pytest.raises(ValueError, match="no version"):
        Program.read(text)


def test_a_protocol_that_is_no_longer_spoken_may_push_and_not_pull(world: World) -> None:
    device = world.device()
    older = {PROTOCOL_HEADER: "0"}
    assert device.post("/v1/sync/push", encode(device.request([])), **older).status_code == 200
    assert world.http.get("/v1/sync/pull", headers={**device.headers, **older}).status_code == 426


def test_a_field_of_a_newer_server_survives_an_older_programs_edit(world: World) -> None:
    device = world.device("owner")
    lead = device.push(device.lead())[0].row
    assert lead is not None
    with world.server.service.database.write() as connection:
        body = json.dumps({**lead.body, "colour": "green"})
        connection.execute(record.update().where(record.c.id == lead.id).values(body=body))
    (verdict,) = device.push(device.change(lead.id, Kind.LEAD, lead.version, phone="2"))
    assert verdict.row is not None
    assert (verdict.row.body["phone"], verdict.row.body["colour"]) == ("2", "green")
