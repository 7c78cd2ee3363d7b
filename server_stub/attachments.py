"""Attachments' bytes on the wire: up by tus 1.0 (creation, expiration, termination), down by HTTP ranges.

An upload belongs to one part of one attachment and to the device that sends it, and its address says so. To begin it
again goes on where it was. The bytes are the record's when their number and hash are what the record says.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.utils import format_datetime
from urllib.parse import quote

from server_stub.custody import Claim
from server_stub.files.staging import Occupied, Slot
from server_stub.files.store import PIECE
from server_stub.service import Call, Reply
from server_stub.troubles import TurnedAway, bad_request, invalid, not_found, too_large
from server_stub.uploads import NoRoom
from sync.blobs import (
    BYTES_TYPE,
    EXPIRES,
    LENGTH,
    MAX_CONTENT_BYTES,
    OFFSET,
    TUS,
    TUS_HEADER,
    Part,
    entity_tag,
    hash_of,
    upload_path,
)
from sync.ids import is_id

_EXTENSIONS = "creation,expiration,termination"
_PARTS = frozenset(part.value for part in Part)
_SECONDS_FOR_A_SLOT = 30
_RANGE = re.compile(r"bytes=(\d{1,12})-(\d{0,12})", re.ASCII).fullmatch
_NUMBER = re.compile(r"\d{1,12}", re.ASCII).fullmatch


def spoken(handler: Callable[[Call], Reply]) -> Callable[[Call], Reply]:
    """Only for those who speak this version of tus; says so in every answer."""

    def answer(call: Call) -> Reply:
        if call.headers.get(TUS_HEADER) != TUS:
            raise TurnedAway(
                412, "bad_request", f"Say {TUS_HEADER}: {TUS}.", headers={"Tus-Version": TUS, TUS_HEADER: TUS}
            )
        try:
            reply = handler(call)
        except TurnedAway as turned:
            turned.headers = {**turned.headers, TUS_HEADER: TUS}
            raise
        return Reply(reply.status, {**reply.headers, TUS_HEADER: TUS}, reply.content)

    return answer


def describe_uploads(_call: Call) -> Reply:
    facts = {"Tus-Version": TUS, "Tus-Extension": _EXTENSIONS, "Tus-Max-Size": f"{MAX_CONTENT_BYTES}"}
    return Reply(204, {**facts, TUS_HEADER: TUS})


@spoken
def begin_upload(call: Call) -> Reply:
    """Say how long it is, hear how much of it is here; begun twice, it is the same upload."""
    claim, slot = _claim(call), _slot(call)
    if _number(call, LENGTH) != claim.size:
        raise invalid(f"The record says that this has {claim.size} bytes.", {LENGTH: "Another size than the record."})
    _sweep_now_and_then(call)
    version = None if claim.is_stored else call.service.custody.grant(call.who, claim, call.service.clock.now())
    if version is not None:
        call.service.hub.announce(call.who.org, version)
        return Reply(201, _progress(call, claim, claim.size))
    staging = call.service.depot.staging
    with _held(call, slot):
        if not claim.is_stored:
            _make_room(call, claim, slot)
            if staging.length(slot) is None:
                staging.begin(slot, call.service.clock.now())
        offset = _arrived(call, claim, slot)
    return Reply(201, _progress(call, claim, offset or 0))


@spoken
def upload_offset(call: Call) -> Reply:
    claim, slot = _claim(call), _slot(call)
    with _held(call, slot):
        offset = _arrived(call, claim, slot)
    if offset is None:
        raise not_found()
    return Reply(200, _progress(call, claim, offset))


@spoken
def append_chunk(call: Call) -> Reply:
    """Take what comes at the end of what is there; what is whole then is checked and kept."""
    claim, slot = _claim(call), _slot(call)
    staging = call.service.depot.staging
    with _held(call, slot):
        offset = _arrived(call, claim, slot)
        if offset is None:
            raise not_found()
        if _number(call, OFFSET) != offset:
            raise TurnedAway(409, "offset", f"{offset} bytes are here.", headers=_progress(call, claim, offset))
        if offset + len(call.raw) > claim.size:
            raise too_large(claim.size - offset)
        call.service.uploads.go_on(call.who, slot, claim.size, call.service.clock.now())
        staging.append(slot, call.raw, call.service.clock.now())
        offset = _arrived(call, claim, slot) or 0
    return Reply(204, _progress(call, claim, offset))


@spoken
def give_up_upload(call: Call) -> Reply:
    slot = _slot(call)
    with _held(call, slot):
        if call.service.depot.staging.length(slot) is None:
            raise not_found()
        _discard(call, slot)
    return Reply(204)


def download(call: Call) -> Reply:
    """The bytes, or a range of them; always as a file to be saved, whatever they are."""
    claim = _claim(call)
    if not claim.is_stored:
        raise TurnedAway(404, "not_stored", "The device that has this file has not sent it yet.")
    store, organisation = call.service.depot.store, call.who.organisation_id
    if store.size(organisation, claim.sha256) != claim.size:
        version = call.service.custody.miss(call.who, claim, call.service.clock.now())
        call.service.hub.announce(call.who.org, version)
        raise TurnedAway(404, "not_stored", "The server has lost this file. A device that has it will send it again.")
    start, end = _range(call, claim)
    headers = {
        "Content-Type": BYTES_TYPE,
        "Content-Length": f"{end - start}",
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(claim.attachment.name, safe='')}",
        "ETag": entity_tag(claim.sha256),
        "Accept-Ranges": "bytes",
    }
    pieces = store.read(organisation, claim.sha256, start, end)
    if (start, end) == (0, claim.size):
        return Reply(200, headers, pieces)
    return Reply(206, {**headers, "Content-Range": f"bytes {start}-{end - 1}/{claim.size}"}, pieces)


def _make_room(call: Call, claim: Claim, slot: Slot) -> None:
    """Whoever has begun much finishes some of it first; what is begun already always goes on."""
    try:
        call.service.uploads.begin(call.who, slot, claim.size, call.service.clock.now())
    except NoRoom as full:
        raise TurnedAway(429, "too_many", str(full), retry_after=_SECONDS_FOR_A_SLOT) from None


def _discard(call: Call, slot: Slot) -> None:
    call.service.depot.staging.discard(slot)
    call.service.uploads.end(call.who, slot)


def _claim(call: Call) -> Claim:
    claim = call.service.custody.claim(call.who, *_named(call))
    if claim is None:
        raise not_found()
    return claim


def _slot(call: Call) -> Slot:
    return Slot(call.who.organisation_id, call.who.device_id, *_named(call))


def _named(call: Call) -> tuple[str, Part]:
    attachment_id, part = call.path["attachment_id"], call.path["part"]
    if not is_id(attachment_id) or part not in _PARTS:
        raise not_found()
    return attachment_id, Part(part)


@contextmanager
def _held(call: Call, slot: Slot) -> Iterator[None]:
    try:
        with call.service.depot.staging.hold(slot):
            yield
    except Occupied:
        message = "This is being sent already, in another request."
        raise TurnedAway(409, "busy", message, retry_after=1) from None


def _arrived(call: Call, claim: Claim, slot: Slot) -> int | None:
    """How much is here, None where nothing was begun. What turns out to be whole is checked and kept."""
    staging = call.service.depot.staging
    length = staging.length(slot)
    if claim.is_stored:
        if length is not None:
            _discard(call, slot)
        return claim.size
    if length is None or length < claim.size:
        return length
    with staging.path(slot).open("rb") as stream:
        is_right = hash_of(iter(lambda: stream.read(PIECE), b"")) == claim.sha256
    if not is_right:
        _discard(call, slot)
        message = "What arrived is not what the record describes. It was thrown away; send it again."
        raise TurnedAway(422, "wrong_hash", message)
    service = call.service
    version = service.custody.keep(call.who, claim, staging.path(slot), service.clock.now())
    service.hub.announce(call.who.org, version)
    return claim.size


def _progress(call: Call, claim: Claim, offset: int) -> dict[str, str]:
    place = {"Location": upload_path(claim.attachment.id, claim.part), OFFSET: f"{offset}", LENGTH: f"{claim.size}"}
    expires = call.service.depot.staging.expires(_slot(call)) if offset < claim.size else None
    return {**place, EXPIRES: format_datetime(expires, usegmt=True)} if expires else place


def _sweep_now_and_then(call: Call) -> None:
    """Whoever begins an upload tidies up, for nothing needs tidying where nobody does."""
    service, now = call.service, call.service.clock.now()
    if service.custody.is_sweep_due(now):
        service.custody.sweep(now)
        service.uploads.expire(now)


def _number(call: Call, name: str) -> int:
    text = call.headers.get(name, "")
    if not _NUMBER(text):
        raise bad_request(f"{name} says how many bytes.")
    return int(text)


def _range(call: Call, claim: Claim) -> tuple[int, int]:
    """The first byte asked for and the one after the last; everything where no range of these bytes is asked for."""
    asked = _RANGE(call.headers.get("range", ""))
    if asked is None or call.headers.get("if-range", entity_tag(claim.sha256)) != entity_tag(claim.sha256):
        return 0, claim.size
    start = int(asked[1])
    end = min(claim.size, int(asked[2]) + 1) if asked[2] else claim.size
    if start >= end:
        outside = {"Content-Range": f"bytes */{claim.size}"}
        raise TurnedAway(416, "range", f"There are {claim.size} bytes.", headers=outside)
    return start, end
