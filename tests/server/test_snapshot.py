"""The snapshot route: what comes first, who holds what, what a token is worth, and the horizon of what was deleted.

Over 300 lines: each promise beside the bug that is planted in it.
"""

import gzip
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

import httpx
import pytest
import zstandard

from server_stub import check as checking
from server_stub import snapshot as serving
from server_stub.database import Database
from server_stub.holdings import Found, Holdings
from server_stub.packing import pack
from server_stub.principal import Principal
from server_stub.purge import KEPT_DAYS, purge
from server_stub.scope import Scope
from support.wire import WireDevice, trouble_of
from support.world import World
from sync.answers import read_body
from sync.errors import Unreachable
from sync.kinds import Kind
from sync.protocol import Chunk, Op, Part, State, Tallies, decode, encode
from sync.tally import tally

EVERYBODY = 10**6


def ask(device: WireDevice, token: str = "", **query: Any) -> Chunk:
    reply = device.get("/v1/sync/snapshot", token=token, **query)
    assert reply.status_code == 200, reply.text
    return decode(reply.content, Chunk)


def snapshot(device: WireDevice, limit: int = 1_000) -> list[Chunk]:
    chunks = [ask(device, limit=limit)]
    while chunks[-1].token:
        chunks.append(ask(device, chunks[-1].token, limit=limit))
    return chunks


def named(chunks: list[Chunk]) -> set[tuple[str, str]]:
    return {(row.kind, row.id) for chunk in chunks for row in chunk.rows if row.state is State.PRESENT}


def a_day(world: World) -> dict[str, str]:
    office, worker = world.device("office"), world.device("worker")
    customer, other = office.create(Kind.CUSTOMER, name="Harbour Café"), office.create(Kind.CUSTOMER, name="Dale Farm")
    mine = office.order(customer_id=customer.id, assignee_id=worker.user_id, status="assigned")
    done = office.order(customer_id=other.id, assignee_id=worker.user_id, status="completed")
    office.push(customer, other, mine, done, *(office.lead(f"Lead {number}") for number in range(5)))
    worker.push(punch := worker.punch())
    return {"customer": customer.id, "mine": mine.id, "done": done.id, "punch": punch.id}


def test_the_first_chunk_is_what_a_worker_needs_at_once(world: World) -> None:
    made = a_day(world)
    first = ask(world.device("worker"), limit=1_000)
    ids = {row.id for row in first.rows}
    assert first.part is Part.URGENT
    assert {made["mine"], made["customer"]} <= ids
    assert made["done"] not in ids
    assert {row.kind for row in first.rows} >= {"organisation", "user", "crew"}
    assert (first.done, first.total) == (len(first.rows), len(first.rows))


@pytest.mark.parametrize("name", ["worker", "lead", "office", "owner", "other"])
@pytest.mark.parametrize("limit", [1, 3, 1_000])
def test_a_snapshot_holds_what_pulls_would_have_brought(world: World, name: str, limit: int) -> None:
    a_day(world)
    device = world.device(name)
    chunks = snapshot(device, limit)
    device.pull()
    assert named(chunks) == set(device.bodies())
    assert all(len(chunk.rows) <= limit for chunk in chunks)
    versions = {(row.kind, row.id): row.version for row in device.held.values()}
    assert {(row.kind, row.id): row.version for chunk in chunks for row in chunk.rows} == versions


def test_what_moves_during_a_snapshot_arrives_all_the_same(world: World) -> None:
    made = a_day(world)
    office, worker = world.device("office"), world.device("worker")
    first = ask(worker, limit=2)
    office.apply(office.change(made["mine"], Kind.WORK_ORDER, EVERYBODY, title="Changed"))
    office.push(late := office.order(assignee_id=worker.user_id))
    chunks = [first]
    while chunks[-1].token:
        chunks.append(ask(worker, chunks[-1].token, limit=2))
    worker.cursor = chunks[-1].cursor
    pulled = {row.id for row in worker.pull()}
    assert {made["mine"], late.id} <= pulled


def test_another_scope_ends_a_snapshot(world: World) -> None:
    token = ask(world.device("worker"), limit=1).token
    reply = world.device("lead").get("/v1/sync/snapshot", token=token)
    assert (reply.status_code, trouble_of(reply).error) == (410, "cursor_gone")


def test_a_token_is_good_for_nobody_else_and_can_not_be_made_up(world: World) -> None:
    device = world.device("owner")
    token = ask(device, limit=1).token
    cursor = snapshot(device)[-1].cursor
    assert cursor
    for text in (token[:-2] + "AA", "x", "é", "A" * 3_000, cursor):
        assert device.get("/v1/sync/snapshot", token=text).status_code == 410
    assert device.get("/v1/sync/pull", cursor=token).status_code == 400
    stranger = world.device("owner", "zenith").get("/v1/sync/snapshot", token=token)
    unknown = world.device("owner", "zenith").get("/v1/sync/snapshot", token="x")
    assert (stranger.status_code, stranger.content) == (unknown.status_code, unknown.content)


def test_nobody_sees_another_organisation_in_it(world: World) -> None:
    a_day(world)
    theirs = snapshot(world.device("owner", "zenith"))
    tallies = world.device("owner", "zenith").get("/v1/sync/check").content
    assert not named(theirs) & named(snapshot(world.device("owner")))
    world.device("owner").apply(world.device("owner").lead("More"))
    again = snapshot(world.device("owner", "zenith"))
    assert [chunk.rows for chunk in again] == [chunk.rows for chunk in theirs]
    assert decode(world.device("owner", "zenith").get("/v1/sync/check").content, Tallies) == decode(tallies, Tallies)


@pytest.mark.parametrize("query", [{"limit": "0"}, {"limit": "10001"}, {"kinds": "Lead"}, {"kinds": "a,,b"}])
def test_a_query_that_makes_no_sense(world: World, query: dict[str, str]) -> None:
    assert world.device("owner").get("/v1/sync/snapshot", **query).status_code == 422


@pytest.mark.parametrize(("accepted", "used"), [("zstd, gzip", "zstd"), ("gzip", "gzip"), ("zstd;q=0", None)])
def test_a_chunk_goes_out_packed_as_the_device_can_unpack_it(world: World, accepted: str, used: str | None) -> None:
    a_day(world)
    device = world.device("owner")
    headers = {**device.headers, "Accept-Encoding": accepted}
    with device.http.stream("GET", "/v1/sync/snapshot", headers=headers) as reply:
        packed = b"".join(reply.iter_raw())
    assert reply.headers.get("content-encoding") == used
    unpack = {"zstd": lambda data: zstandard.ZstdDecompressor().decompress(data), "gzip": gzip.decompress}
    assert decode(unpack.get(used or "", bytes)(packed), Chunk).rows


def test_no_damaged_byte_of_a_packed_answer_goes_unseen() -> None:
    """Plain JSON shows a zero byte by itself; packed, some places would unpack to other words."""
    content = encode([{"id": f"019cae6b-{n:04x}-7010", "name": f"acme van {n}"} for n in range(40)])
    packed, headers = pack(content, "zstd")
    for at in range(len(packed)):
        damaged = httpx.ByteStream(packed[:at] + b"\x00" + packed[at + 1 :])
        with suppress(Unreachable):
            assert read_body(httpx.Response(200, headers=headers, stream=damaged), lambda: 1.0) == content


def test_what_was_deleted_lately_comes_last_for_those_who_may_bring_it_back(world: World) -> None:
    office = world.device("office")
    verdict = office.apply(lead := office.lead("Gone"))
    office.apply(office.mutation(Op.REMOVE, Kind.LEAD, lead.id, base=verdict.version))
    (row,) = snapshot(office)[-1].rows
    assert (row.id, row.state, row.deleted_at) == (lead.id, State.DELETED, world.clock.now())
    assert decode(bytes(row.body), dict)["name"] == "Gone"
    assert lead.id not in {row.id for chunk in snapshot(world.device("worker")) for row in chunk.rows}
    office.apply(office.mutation(Op.RESTORE, Kind.LEAD, lead.id))
    assert (Kind.LEAD, lead.id) in named(snapshot(office))


def test_below_the_horizon_everything_is_fetched_again_and_nothing_returns(world: World) -> None:
    office, away, here = world.device("office"), world.device("owner"), world.device("lead")
    verdict = office.apply(lead := office.lead("Gone"))
    away.pull()
    token = ask(away, limit=1).token
    office.apply(office.mutation(Op.REMOVE, Kind.LEAD, lead.id, base=verdict.version))
    here.pull()
    world.clock.advance(timedelta(days=KEPT_DAYS + 1).total_seconds())
    office.apply(office.lead("Other"))
    database = world.server.service.database
    assert purge(database, world.new_id, world.clock.now()) == 1
    assert purge(database, world.new_id, world.clock.now()) == 0
    assert away.get("/v1/sync/pull", cursor=away.cursor).status_code == 410
    assert away.get("/v1/sync/snapshot", token=token).status_code == 410
    assert here.get("/v1/sync/pull", cursor=here.cursor).status_code == 200
    assert not any(row.id == lead.id for chunk in snapshot(away) for row in chunk.rows)
    change = away.change(lead.id, Kind.LEAD, verdict.version, name="Still there?")
    anew = away.create(Kind.LEAD, lead.id, name="Again")
    for mutation in (change, anew):
        (refused,) = away.push(mutation)
        assert refused.refusal is not None
        assert refused.refusal.code == "deleted"


def test_crew_leads_do_not_get_what_only_the_office_may_bring_back(world: World) -> None:
    office = world.device("office")
    verdict = office.apply(customer := office.create(Kind.CUSTOMER, name="Gone"))
    office.apply(office.mutation(Op.REMOVE, Kind.CUSTOMER, customer.id, base=verdict.version))
    assert customer.id in {row.id for chunk in snapshot(office) for row in chunk.rows}
    assert customer.id not in {row.id for chunk in snapshot(world.device("lead")) for row in chunk.rows}


@pytest.mark.parametrize("name", ["worker", "lead", "owner", "other"])
def test_the_check_counts_what_a_snapshot_brings(world: World, name: str) -> None:
    a_day(world)
    office = world.device("office")
    verdict = office.apply(gone := office.lead("Gone"))
    office.apply(office.mutation(Op.REMOVE, Kind.LEAD, gone.id, base=verdict.version))
    device = world.device(name)
    brought = {(row.kind, row.id): row for chunk in snapshot(device) for row in chunk.rows if row.body}
    present = [row for row in brought.values() if row.state is State.PRESENT]
    told = decode(device.get("/v1/sync/check").content, Tallies)
    assert told.version == world.version()
    for tallied in told.kinds:
        rows = ((row.id, row.version, bytes(row.body)) for row in present if row.kind == tallied.kind)
        assert tallied == tally(tallied.kind, rows)
    assert {tallied.kind for tallied in told.kinds} >= {row.kind for row in present}


# Planted bugs, in the snapshot and in the check.


def goes_on_behind_the_next_row(patch: pytest.MonkeyPatch) -> None:
    real = Holdings.after

    def after(holdings: Holdings, kind: Kind, record_id: str, most: int) -> list[Found]:
        found = real(holdings, kind, record_id, most + 1)
        return found[1:] if record_id else found[:most]

    patch.setattr(Holdings, "after", after)


def begins_with_anything(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(serving, "urgent_rows", lambda *_: [])


def goes_on_from_now(patch: pytest.MonkeyPatch) -> None:
    real = serving.cursor_above
    patch.setattr(serving, "cursor_above", lambda _ceiling, *rest: real(10**9, *rest))


def takes_anybodys_token(patch: pytest.MonkeyPatch) -> None:
    real = serving._open

    def open_for_anybody(text: str, who: Principal, scope: Scope, database: Database, horizon: int) -> serving.Token:
        token = serving.unseal(text, serving.Token, database.secret)
        return token or real(text, who, scope, database, horizon)

    patch.setattr(serving, "_open", open_for_anybody)


def keeps_the_deleted_back(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Holdings, "deleted_after", lambda *_: [])


def gives_the_deleted_to_all(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(serving, "may", lambda *_: True)


def forgets_the_horizon(patch: pytest.MonkeyPatch) -> None:
    real = serving._open
    patch.setattr(serving, "_open", lambda text, who, scope, database, _horizon: real(text, who, scope, database, 0))


def counts_bodies_alone(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(checking, "tally", lambda kind, rows: tally(kind, ((row[0], 1, row[2]) for row in rows)))


def leaves_a_kind_out(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(checking, "Kind", [kind for kind in Kind if kind is not Kind.CUSTOMER])


def counts_for_everybody(patch: pytest.MonkeyPatch) -> None:
    everything = Scope(frozenset(Kind), frozenset())
    patch.setattr(checking, "Holdings", lambda connection, org, _scope: Holdings(connection, org, everything))


def counts_no_further_than_a_portion(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Holdings, "every", lambda holdings, kind, _at_once: iter(holdings.after(kind, "", 2)))


@pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("plant", "check"),
    [
        (goes_on_behind_the_next_row, lambda w: test_a_snapshot_holds_what_pulls_would_have_brought(w, "office", 1)),
        (begins_with_anything, test_the_first_chunk_is_what_a_worker_needs_at_once),
        (goes_on_from_now, test_what_moves_during_a_snapshot_arrives_all_the_same),
        (takes_anybodys_token, test_a_token_is_good_for_nobody_else_and_can_not_be_made_up),
        (keeps_the_deleted_back, test_what_was_deleted_lately_comes_last_for_those_who_may_bring_it_back),
        (gives_the_deleted_to_all, test_crew_leads_do_not_get_what_only_the_office_may_bring_back),
        (forgets_the_horizon, test_below_the_horizon_everything_is_fetched_again_and_nothing_returns),
        (counts_bodies_alone, lambda world: test_the_check_counts_what_a_snapshot_brings(world, "owner")),
        (leaves_a_kind_out, lambda world: test_the_check_counts_what_a_snapshot_brings(world, "owner")),
        (counts_for_everybody, lambda world: test_the_check_counts_what_a_snapshot_brings(world, "worker")),
        (counts_no_further_than_a_portion, lambda world: test_the_check_counts_what_a_snapshot_brings(world, "owner")),
    ],
)
def test_a_planted_bug_is_caught(
    world: World,
    monkeypatch: pytest.MonkeyPatch,
    plant: Callable[[pytest.MonkeyPatch], None],
    check: Callable[[World], None],
) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, ValueError)):
        check(world)
