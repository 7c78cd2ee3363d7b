"""Attachments' bytes on their way: resumable up and down, and proven."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from server_stub import attachments, custody
from server_stub.files.staging import KEPT, Slot, Staging
from server_stub.schema import audit, event
from support.attaching import BYTES, Check, Plant, assert_caught, attached, files, stored_at
from support.sending import append, begin, fetch, give_up, offset_of, send_whole, sha256
from support.wire import WireDevice, trouble_of
from support.world import World
from sync.blobs import CHUNK_TYPE, EXPIRES, LENGTH, MAX_CHUNK_BYTES, OFFSET, TUS, TUS_HEADER, Part, upload_path
from sync.protocol import MEDIA_TYPE


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


@pytest.mark.parametrize("name", ["../../etc/passwd", 'a"; filename="b', "\u202egpj.exe", "é\r\nX: y", "x" * 200])
def test_a_name_stays_a_name(world: World, name: str) -> None:
    device = world.device()
    record_id = attached(device, name=name)
    send_whole(device, record_id, BYTES)
    header = fetch(device, record_id).headers["content-disposition"]
    assert header.isascii()
    assert not set('/"\r\n;') & set(header.removeprefix("attachment; filename*=UTF-8''"))


# Planted bugs.


def takes_any_bytes(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(attachments, "hash_of", lambda _pieces: sha256(BYTES))


def writes_from_the_beginning(patch: pytest.MonkeyPatch) -> None:
    def append_at_zero(self: Staging, slot: Slot, chunk: bytes, _at: object) -> int:
        return self.path(slot).write_bytes(chunk)

    patch.setattr(Staging, "append", append_at_zero)


def notes_nothing(patch: pytest.MonkeyPatch) -> None:
    real = custody.write_book

    def write_without_audit(connection: Any, sql: Any, book: Any) -> None:
        book.new_audits.clear()
        real(connection, sql, book)

    patch.setattr(custody, "write_book", write_without_audit)


def keeps_uploads_for_ever(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Staging, "expire", lambda *_: 0)


@pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("plant", "check"),
    [
        (takes_any_bytes, lambda world, _: test_wrong_bytes_are_thrown_away(world)),
        (writes_from_the_beginning, lambda world, _: test_an_upload_goes_on_at_any_byte(world, 256)),
        (notes_nothing, lambda w, _: test_the_servers_word_has_its_version_its_audit_record_and_its_event(w)),
        (keeps_uploads_for_ever, lambda world, _: test_an_upload_that_nobody_goes_on_with_expires(world)),
    ],
)
def test_a_planted_bug_is_caught(world: World, monkeypatch: pytest.MonkeyPatch, plant: Plant, check: Check) -> None:
    assert_caught(plant, check, world, monkeypatch)
