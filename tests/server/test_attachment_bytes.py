"""Attachments' bytes on the server: resumable up and down, proven, walled off, and gone when their records are."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from msgspec import DecodeError
from sqlalchemy import select
from sqlalchemy.exc import NoResultFound

from server_stub import attachments, custody
from server_stub.custody import GRACE, SWEEP_EVERY, Custody
from server_stub.files.latches import LATCHES
from server_stub.files.staging import KEPT, MOST_OPEN, Slot, Staging
from server_stub.schema import audit, event
from support.sending import append, attachment, begin, fetch, give_up, offset_of, send_whole, sha256
from support.wire import WireDevice, trouble_of
from support.world import World
from sync.blobs import CHUNK_TYPE, EXPIRES, LENGTH, MAX_CHUNK_BYTES, OFFSET, TUS, TUS_HEADER, Part, upload_path
from sync.kinds import Kind
from sync.protocol import MEDIA_TYPE, Account, Op, State, decode
from sync.terms import Role

BYTES = bytes(range(256)) * 5


def attached(device: WireDevice, content: bytes = BYTES, **fields: Any) -> str:
    """A lead with an attachment; answers with the attachment's id."""
    lead = device.lead()
    device.apply(lead)
    record = attachment(device, lead, content, **fields)
    device.apply(record)
    return record.id


def stored_at(device: WireDevice, record_id: str) -> Any:
    device.pull()
    return device.held["attachment", record_id].body.get("stored_at")


def files(world: World, folder: str = "") -> list[Path]:
    root = Path(world.server.service.depot.store._folder) / folder
    return sorted(path for path in root.rglob("*") if path.is_file() and path.name != LATCHES)


def test_what_is_sent_is_what_is_fetched(world: World) -> None:
    device = world.device()
    record_id = attached(device)
    before = world.version()
    assert begin(device, record_id, len(BYTES)).status_code == 201
    sent = append(device, record_id, 0, BYTES)
    assert (sent.status_code, sent.headers[OFFSET], sent.content) == (204, f"{len(BYTES)}", b"")
    assert stored_at(device, record_id) == "2026-11-20T09:00:00Z"
    assert world.version() == before + 1
    got = fetch(device, record_id)
    assert (got.status_code, got.content) == (200, BYTES)
    assert got.headers["content-type"] == "application/octet-stream"
    assert got.headers["content-disposition"] == "attachment; filename*=UTF-8''boiler.jpg"
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["etag"] == f'"{sha256(BYTES)}"'


def test_the_servers_word_has_its_version_its_audit_record_and_its_event(world: World) -> None:
    device = world.device()
    record_id = attached(device)
    send_whole(device, record_id, BYTES)
    with world.server.service.database.read() as connection:
        noted = connection.execute(select(audit).where(audit.c.id == record_id, audit.c.op == "stored")).one()
        told = connection.execute(select(event).where(event.c.name == "attachment.stored")).one()
    assert noted.version == told.version == world.version()
    assert (told.id, noted.outcome) == (record_id, "applied")


@pytest.mark.parametrize("cut", [1, 2, 255, 256, 640, len(BYTES) - 1])
def test_an_upload_goes_on_at_any_byte(world: World, cut: int) -> None:
    device = world.device()
    record_id = attached(device)
    begin(device, record_id, len(BYTES))
    append(device, record_id, 0, BYTES[:cut])
    head = offset_of(device, record_id)
    assert (head.status_code, head.headers[OFFSET], head.headers[LENGTH]) == (200, f"{cut}", f"{len(BYTES)}")
    again = begin(device, record_id, len(BYTES))
    assert (again.status_code, again.headers[OFFSET]) == (201, f"{cut}")
    append(device, record_id, cut, BYTES[cut:])
    assert fetch(device, record_id).content == BYTES


def test_what_arrived_of_a_request_that_was_cut_is_kept(world: World) -> None:
    device = world.device()
    record_id = attached(device)
    begin(device, record_id, len(BYTES))
    send_half(world, device, record_id, BYTES[:100])
    assert offset_of(device, record_id).headers[OFFSET] == "100"


def send_half(world: World, device: WireDevice, record_id: str, arrived: bytes) -> None:
    """A PATCH whose sender goes away after some bytes."""
    headers = {**device.headers, TUS_HEADER: TUS, OFFSET: "0", "Content-Type": CHUNK_TYPE}
    headers["Content-Length"] = f"{len(BYTES)}"
    messages = [
        {"type": "http.request", "body": arrived, "more_body": True},
        {"type": "http.disconnect"},
    ]
    scope = {
        "type": "http",
        "method": "PATCH",
        "path": upload_path(record_id, Part.CONTENT),
        "query_string": b"",
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
    }

    async def receive() -> Any:
        return messages.pop(0)

    async def send(_message: Any) -> None:
        pass

    asyncio.run(world.server.app(scope, receive, send))


@pytest.mark.parametrize("start", [0, 1, 700, len(BYTES) - 1])
def test_a_download_goes_on_at_any_byte(world: World, start: int) -> None:
    device = world.device()
    record_id = attached(device)
    send_whole(device, record_id, BYTES)
    tag = f'"{sha256(BYTES)}"'
    rest = fetch(device, record_id, headers={"Range": f"bytes={start}-", "If-Range": tag})
    assert rest.content == BYTES[start:]
    assert rest.status_code == (206 if start else 200)
    if start:
        assert rest.headers["content-range"] == f"bytes {start}-{len(BYTES) - 1}/{len(BYTES)}"
    part = fetch(device, record_id, headers={"Range": f"bytes={start}-{start + 4}"})
    assert part.content == BYTES[start : start + 5]


def test_a_range_of_other_bytes_or_no_range_brings_all(world: World) -> None:
    device = world.device()
    record_id = attached(device)
    send_whole(device, record_id, BYTES)
    for headers in ({"Range": "bytes=5-", "If-Range": '"other"'}, {"Range": "lines=5-"}, {"Range": "bytes=-5"}):
        whole = fetch(device, record_id, headers=headers)
        assert (whole.status_code, whole.content) == (200, BYTES)
    beyond = fetch(device, record_id, headers={"Range": f"bytes={len(BYTES)}-"})
    assert (beyond.status_code, beyond.headers["content-range"]) == (416, f"bytes */{len(BYTES)}")


def test_wrong_bytes_are_thrown_away(world: World) -> None:
    device = world.device()
    record_id = attached(device)
    begin(device, record_id, len(BYTES))
    wrong = append(device, record_id, 0, bytes(len(BYTES)))
    assert (wrong.status_code, trouble_of(wrong).error) == (422, "wrong_hash")
    assert (stored_at(device, record_id), files(world)) == (None, [])
    assert fetch(device, record_id).status_code == 404
    assert offset_of(device, record_id).status_code == 404
    assert send_whole(device, record_id, BYTES).status_code == 204


def test_another_size_than_the_record_says(world: World) -> None:
    device = world.device()
    record_id = attached(device)
    assert begin(device, record_id, len(BYTES) + 1).status_code == 422
    begin(device, record_id, len(BYTES))
    assert append(device, record_id, 0, BYTES + b"x").status_code == 413
    assert offset_of(device, record_id).headers[OFFSET] == "0"


def test_bytes_at_the_wrong_place_are_not_taken(world: World) -> None:
    device = world.device()
    record_id = attached(device)
    assert append(device, record_id, 0, BYTES).status_code == 404
    begin(device, record_id, len(BYTES))
    append(device, record_id, 0, BYTES[:10])
    for wrong in (0, 9, 11):
        reply = append(device, record_id, wrong, BYTES[wrong:])
        assert (reply.status_code, reply.headers[OFFSET]) == (409, "10")
    assert offset_of(device, record_id).headers[OFFSET] == "10"


def test_a_lost_answer_to_the_last_bytes_does_no_harm(world: World) -> None:
    device = world.device()
    record_id = attached(device)
    send_whole(device, record_id, BYTES)
    version = world.version()
    assert offset_of(device, record_id).headers[OFFSET] == f"{len(BYTES)}"
    assert begin(device, record_id, len(BYTES)).headers[OFFSET] == f"{len(BYTES)}"
    assert append(device, record_id, 0, BYTES).status_code == 409
    assert world.version() == version


def test_a_server_that_was_killed_with_all_bytes_there_finishes_when_it_is_asked(world: World) -> None:
    device = world.device()
    record_id = attached(device)
    begin(device, record_id, len(BYTES))
    append(device, record_id, 0, BYTES[:-1])
    with files(world)[0].open("ab") as stream:
        stream.write(BYTES[-1:])
    assert offset_of(device, record_id).headers[OFFSET] == f"{len(BYTES)}"
    assert stored_at(device, record_id)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({TUS_HEADER: "0.9"}, 412),
        ({OFFSET: "-1"}, 400),
        ({OFFSET: "x"}, 400),
        ({OFFSET: ""}, 400),
        ({OFFSET: "9" * 30}, 400),
        ({"Content-Type": MEDIA_TYPE}, 415),
        ({"Content-Encoding": "gzip"}, 415),
        ({"Content-Length": f"{MAX_CHUNK_BYTES + 1}"}, 413),
    ],
)
def test_bad_requests(world: World, headers: dict[str, str], status: int) -> None:
    device = world.device()
    record_id = attached(device)
    begin(device, record_id, len(BYTES))
    reply = append(device, record_id, 0, BYTES, headers=headers)
    assert (reply.status_code, reply.headers[TUS_HEADER] if status != 415 and status != 413 else TUS) == (status, TUS)
    assert offset_of(device, record_id).headers[OFFSET] == "0"


def test_what_is_spoken_is_told(world: World) -> None:
    device = world.device()
    reply = device.http.options(upload_path(world.new_id(), Part.CONTENT), headers=device.headers)
    assert reply.status_code == 204
    assert reply.headers["tus-version"] == TUS
    assert reply.headers["tus-extension"] == "creation,expiration,termination"


def test_a_preview_comes_by_itself(world: World) -> None:
    device, small = world.device(), b"a small picture"
    record_id = attached(device, preview_sha256=sha256(small), preview_size=len(small))
    assert send_whole(device, record_id, small, Part.PREVIEW).status_code == 204
    assert fetch(device, record_id, Part.PREVIEW).content == small
    assert fetch(device, record_id).status_code == 404
    assert stored_at(device, record_id) is None
    without = attached(device)
    assert begin(device, without, 5, Part.PREVIEW).status_code == 404


def test_an_upload_may_be_given_up(world: World) -> None:
    device = world.device()
    record_id = attached(device)
    begin(device, record_id, len(BYTES))
    append(device, record_id, 0, BYTES[:10])
    assert give_up(device, record_id).status_code == 204
    assert give_up(device, record_id).status_code == 404
    assert offset_of(device, record_id).status_code == 404


def test_an_upload_that_nobody_goes_on_with_expires(world: World) -> None:
    device = world.device()
    left, other = attached(device), attached(device, b"other")
    begun = begin(device, left, len(BYTES))
    assert begun.headers[EXPIRES] == "Fri, 27 Nov 2026 09:00:00 GMT"
    world.clock.advance((KEPT + timedelta(hours=1)).total_seconds())
    begin(device, other, 5)
    assert offset_of(device, left).status_code == 404
    assert offset_of(device, other).status_code == 200


def test_a_device_has_only_so_many_uploads_open(world: World) -> None:
    device = world.device()
    lead = device.lead()
    device.apply(lead)
    records = [attachment(device, lead, bytes([n])) for n in range(MOST_OPEN + 1)]
    device.push(*records)
    statuses = [begin(device, record.id, 1).status_code for record in records]
    assert statuses == [201] * MOST_OPEN + [429]


# Who may.


def test_a_hash_that_one_knows_is_no_way_to_the_bytes(world: World) -> None:
    """The other worker makes a record that names the same hash, and has to bring the bytes all the same."""
    owner, thief = world.device("owner"), world.device("other")
    send_whole(owner, attached(owner), BYTES)
    claim = attached(thief)
    assert fetch(thief, claim).status_code == 404
    assert begin(thief, claim, len(BYTES)).headers[OFFSET] == "0"
    assert stored_at(thief, claim) is None
    send_whole(thief, claim, BYTES)
    assert fetch(thief, claim).content == BYTES
    assert len(files(world)) == 1


def test_who_can_read_the_same_bytes_need_not_send_them(world: World) -> None:
    owner = world.device("owner")
    send_whole(owner, attached(owner), BYTES)
    second = attached(owner)
    assert begin(owner, second, len(BYTES)).headers[OFFSET] == f"{len(BYTES)}"
    assert fetch(owner, second).content == BYTES


@pytest.mark.parametrize("role", ["worker", "lead", "office", "owner"])
def test_the_other_companys_attachments_answer_as_those_that_nobody_has(world: World, role: str) -> None:
    theirs = world.device("owner", "zenith")
    foreign = attached(theirs)
    send_whole(theirs, foreign, BYTES)
    mine = world.device(role)
    answers = [_every_way(mine, record_id) for record_id in (foreign, world.new_id())]
    assert answers[0] == answers[1]
    assert {status for status, _content in answers[0]} == {404}
    own = attached(mine)
    assert begin(mine, own, len(BYTES)).headers[OFFSET] == "0"


def _every_way(device: WireDevice, record_id: str) -> list[tuple[int, bytes]]:
    replies: list[httpx.Response] = [
        begin(device, record_id, len(BYTES)),
        offset_of(device, record_id),
        append(device, record_id, 0, BYTES),
        give_up(device, record_id),
        fetch(device, record_id),
        fetch(device, record_id, Part.PREVIEW),
    ]
    return [(reply.status_code, reply.content) for reply in replies]


@pytest.mark.parametrize("name", ["..", "%2e%2e", "x" * 36, "a/b", "00000000-0000-0000-0000-00000000000g"])
def test_an_id_that_is_none_is_not_found(world: World, name: str) -> None:
    device = world.device("owner")
    assert {status for status, _content in _every_way(device, name)} <= {404, 405}


def test_out_of_scope_is_not_found_and_in_scope_is_shared(world: World) -> None:
    office, worker, other = world.device("office"), world.device(), world.device("other")
    order = office.order(assignee_id=worker.user_id)
    office.apply(order)
    record = attachment(office, order, BYTES)
    office.apply(record)
    send_whole(office, record.id, BYTES)
    assert fetch(worker, record.id).content == BYTES
    assert fetch(other, record.id).status_code == 404
    worker.pull()
    assert worker.holds(record.id)
    base = office.push(office.change(order.id, Kind.WORK_ORDER, world.version(), assignee_id=other.user_id))[0]
    assert base.outcome == "applied"
    assert (fetch(worker, record.id).status_code, fetch(other, record.id).status_code) == (404, 200)
    worker.pull()
    assert worker.held["attachment", record.id].state is State.REMOVED


def test_two_devices_do_not_share_an_upload(world: World) -> None:
    office, owner = world.device("office"), world.device("owner")
    record_id = attached(office)
    begin(office, record_id, len(BYTES))
    append(office, record_id, 0, BYTES[:100])
    assert offset_of(owner, record_id).status_code == 404
    assert begin(owner, record_id, len(BYTES)).headers[OFFSET] == "0"


def test_a_worker_removes_only_what_they_have_attached(world: World) -> None:
    office, worker = world.device("office"), world.device()
    order = office.order(assignee_id=worker.user_id)
    office.apply(order)
    theirs, own = attachment(office, order, BYTES), attachment(worker, order, b"mine")
    office.apply(theirs)
    worker.apply(own)
    refused = worker.push(worker.mutation(Op.REMOVE, Kind.ATTACHMENT, theirs.id, base=world.version()))[0]
    assert refused.refusal is not None
    assert refused.refusal.code == "not_allowed"
    worker.apply(worker.mutation(Op.REMOVE, Kind.ATTACHMENT, own.id, base=world.version()))


def test_only_the_name_changes_and_the_server_alone_says_stored(world: World) -> None:
    device = world.device()
    record_id = attached(device)
    for fields in (
        {"sha256": "0" * 64},
        {"size": 1},
        {"subject_id": world.new_id()},
        {"stored_at": "2026-11-20T08:00Z"},
    ):
        verdict = device.push(device.change(record_id, Kind.ATTACHMENT, world.version(), **fields))[0]
        assert verdict.refusal is not None
        assert verdict.refusal.code == "invalid"
    device.apply(device.change(record_id, Kind.ATTACHMENT, world.version(), name="Boiler, left.jpg"))


def test_the_servers_word_is_no_edit_that_a_removal_conflicts_with(world: World) -> None:
    device, office = world.device(), world.device("office")
    record_id = attached(device)
    base = world.version()
    office.pull()
    send_whole(device, record_id, BYTES)
    office.apply(office.mutation(Op.REMOVE, Kind.ATTACHMENT, record_id, base=base))


# What becomes of the bytes.


def test_the_bytes_follow_their_records(world: World) -> None:
    device = world.device("owner")
    first, second = attached(device), attached(device)
    for record_id in (first, second):
        send_whole(device, record_id, BYTES)
    assert len(files(world)) == 1
    device.apply(device.mutation(Op.REMOVE, Kind.ATTACHMENT, first, base=world.version()))
    sweep(world, GRACE + timedelta(days=1))
    assert fetch(device, second).content == BYTES
    device.apply(device.mutation(Op.REMOVE, Kind.ATTACHMENT, second, base=world.version()))
    sweep(world, GRACE - timedelta(hours=1))
    assert len(files(world)) == 1
    device.apply(device.mutation(Op.RESTORE, Kind.ATTACHMENT, second, base=world.version()))
    sweep(world, timedelta(hours=2))
    assert fetch(device, second).content == BYTES
    device.apply(device.mutation(Op.REMOVE, Kind.ATTACHMENT, second, base=world.version()))
    sweep(world, GRACE + timedelta(hours=1))
    assert files(world) == []


def sweep(world: World, later: timedelta) -> None:
    world.clock.advance(later.total_seconds())
    world.server.service.custody.sweep(world.clock.now())


def test_a_record_restored_after_its_bytes_went_asks_for_them_again(world: World) -> None:
    device = world.device("owner")
    record_id = attached(device)
    send_whole(device, record_id, BYTES)
    device.apply(device.mutation(Op.REMOVE, Kind.ATTACHMENT, record_id, base=world.version()))
    sweep(world, GRACE + timedelta(hours=1))
    device.apply(device.mutation(Op.RESTORE, Kind.ATTACHMENT, record_id, base=world.version()))
    assert stored_at(device, record_id) is None
    assert send_whole(device, record_id, BYTES).status_code == 204
    assert fetch(device, record_id).content == BYTES


def test_a_file_that_the_store_has_lost_is_asked_for_again(world: World) -> None:
    device = world.device()
    record_id = attached(device)
    send_whole(device, record_id, BYTES)
    files(world)[0].unlink()
    assert trouble_of(fetch(device, record_id)).error == "not_stored"
    assert stored_at(device, record_id) is None
    send_whole(device, record_id, BYTES)
    assert fetch(device, record_id).content == BYTES


@pytest.mark.logs
def test_a_store_that_is_away_loses_nothing(world: World) -> None:
    device = world.device()
    record_id = attached(device)
    send_whole(device, record_id, BYTES)
    root = Path(world.server.service.depot.store._folder)
    root.rename(root.with_suffix(".away"))
    away = fetch(device, record_id)
    assert (away.status_code, away.headers["retry-after"]) == (503, "30")
    root.with_suffix(".away").rename(root)
    assert fetch(device, record_id).content == BYTES


def test_sweeping_is_due_now_and_then(world: World) -> None:
    custody, clock = world.server.service.custody, world.clock
    assert custody.is_sweep_due(clock.now())
    assert not custody.is_sweep_due(clock.now())
    clock.advance(SWEEP_EVERY.total_seconds())
    assert custody.is_sweep_due(clock.now())


@pytest.mark.parametrize("name", ["../../etc/passwd", 'a"; filename="b', "\u202egpj.exe", "é\r\nX: y", "x" * 200])
def test_a_name_stays_a_name(world: World, name: str) -> None:
    device = world.device()
    record_id = attached(device, name=name)
    send_whole(device, record_id, BYTES)
    header = fetch(device, record_id).headers["content-disposition"]
    assert header.isascii()
    assert not set('/"\r\n;') & set(header.removeprefix("attachment; filename*=UTF-8''"))


def lock_out_first(world: World, device: WireDevice, patch: pytest.MonkeyPatch, owner: type, name: str) -> None:
    """The device was let in, and is locked out right before this is called."""
    account = decode(device.get("/v1/me").content, Account)
    real = getattr(owner, name)

    def late(*arguments: Any) -> Any:
        world.server.office.revoke_device(world.ids["organisation"], account.device_id)
        return real(*arguments)

    patch.setattr(owner, name, late)


def test_who_is_locked_out_in_the_middle_of_a_request_leaves_no_bytes(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = world.device()
    record_id = attached(device)
    begin(device, record_id, len(BYTES))
    lock_out_first(world, device, monkeypatch, Staging, "hold")
    assert refused_as_locked_out(append(device, record_id, 0, BYTES))
    assert [file.stat().st_size for file in files(world, "staged")] == [0]


@pytest.mark.parametrize("way", ["keep", "grant", "miss"])
def test_nothing_is_written_for_who_was_locked_out_meanwhile(
    world: World, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    device = world.device()
    record_id = attached(device)
    if way == "grant":
        send_whole(device, attached(device), BYTES)
    if way == "miss":
        send_whole(device, record_id, BYTES)
        for file in files(world):
            file.unlink()
    if way == "keep":
        begin(device, record_id, len(BYTES))
    version = world.version()
    lock_out_first(world, device, monkeypatch, Custody, way)
    match way:
        case "keep":
            reply = append(device, record_id, 0, BYTES)
        case "grant":
            reply = begin(device, record_id, len(BYTES))
        case _:
            reply = fetch(device, record_id)
    assert refused_as_locked_out(reply)
    assert world.version() == version + 1  # the lock-out itself


def refused_as_locked_out(reply: httpx.Response) -> bool:
    return reply.status_code == 403 and trouble_of(reply).error == "device_revoked"


# Planted bugs.


def takes_any_bytes(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(attachments, "hash_of", lambda _pieces: sha256(BYTES))


def writes_from_the_beginning(patch: pytest.MonkeyPatch) -> None:
    def append_at_zero(self: Staging, slot: Slot, chunk: bytes, _at: object) -> int:
        return self.path(slot).write_bytes(chunk)

    patch.setattr(Staging, "append", append_at_zero)


def believes_who_knows_a_hash(patch: pytest.MonkeyPatch) -> None:
    real = custody._held
    patch.setattr(custody, "_held", lambda connection, who: real(connection, replace(who, role=Role.OWNER)))


def shows_every_claim(patch: pytest.MonkeyPatch) -> None:
    real = Custody.claim
    patch.setattr(Custody, "claim", lambda self, who, *named: real(self, replace(who, role=Role.OWNER), *named))


def notes_nothing(patch: pytest.MonkeyPatch) -> None:
    real = custody.write_book

    def write_without_audit(connection: Any, sql: Any, book: Any) -> None:
        book.new_audits.clear()
        real(connection, sql, book)

    patch.setattr(custody, "write_book", write_without_audit)


def never_lets_go(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Custody, "_let_go", lambda *_: None)


def looks_once(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(custody, "admit_again", lambda *_: None)


def goes_on_with_anybodys_upload(patch: pytest.MonkeyPatch) -> None:
    real = attachments._slot
    patch.setattr(attachments, "_slot", lambda call: real(call)._replace(device="any"))


def keeps_uploads_for_ever(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Staging, "expire", lambda *_: 0)


@pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("plant", "check"),
    [
        (takes_any_bytes, lambda world, _: test_wrong_bytes_are_thrown_away(world)),
        (writes_from_the_beginning, lambda world, _: test_an_upload_goes_on_at_any_byte(world, 256)),
        (believes_who_knows_a_hash, lambda world, _: test_a_hash_that_one_knows_is_no_way_to_the_bytes(world)),
        (shows_every_claim, lambda world, _: test_out_of_scope_is_not_found_and_in_scope_is_shared(world)),
        (notes_nothing, lambda w, _: test_the_servers_word_has_its_version_its_audit_record_and_its_event(w)),
        (never_lets_go, lambda world, _: test_the_bytes_follow_their_records(world)),
        (looks_once, test_who_is_locked_out_in_the_middle_of_a_request_leaves_no_bytes),
        (looks_once, lambda w, patch: test_nothing_is_written_for_who_was_locked_out_meanwhile(w, patch, "keep")),
        (looks_once, lambda w, patch: test_nothing_is_written_for_who_was_locked_out_meanwhile(w, patch, "grant")),
        (looks_once, lambda w, patch: test_nothing_is_written_for_who_was_locked_out_meanwhile(w, patch, "miss")),
        (goes_on_with_anybodys_upload, lambda world, _: test_two_devices_do_not_share_an_upload(world)),
        (keeps_uploads_for_ever, lambda world, _: test_an_upload_that_nobody_goes_on_with_expires(world)),
    ],
)
def test_a_planted_bug_is_caught(
    world: World,
    monkeypatch: pytest.MonkeyPatch,
    plant: Callable[[pytest.MonkeyPatch], None],
    check: Callable[[World, pytest.MonkeyPatch], None],
) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, NoResultFound, DecodeError)):
        check(world, monkeypatch)
