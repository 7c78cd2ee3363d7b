"""The whole API in one table: who may call what, what goes in, what comes out.

The application and its OpenAPI description are both made from this table; a route that names no policy stops the
server at start-up.

Over 300 lines: one table of routes with what answers each of them.
"""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

import anyio
from sqlalchemy import select

from server_stub import attachments, rest
from server_stub.auth import account_of
from server_stub.check import check
from server_stub.database import DatabaseAway
from server_stub.events import event_lines
from server_stub.history import history
from server_stub.principal import Principal
from server_stub.pull import RawPage, pull
from server_stub.push import push
from server_stub.query import chunk_limit, kinds, pull_limit, single
from server_stub.schema import organisation
from server_stub.service import Call, Service
from server_stub.snapshot import Wish, snapshot
from server_stub.troubles import TurnedAway
from sync.blobs import CHUNK_TYPE, LENGTH, MAX_CHUNK_BYTES, OFFSET, TUS, TUS_HEADER
from sync.protocol import (
    MAX_MUTATIONS,
    MAX_PUSH_BYTES,
    PROTOCOL,
    Account,
    Chunk,
    Health,
    History,
    Page,
    PushReply,
    PushRequest,
    Row,
    SignedIn,
    SignIn,
    Tallies,
)

_SMALL = 100_000
# The mutations' own bytes, and each one's seq and key around them.
_PUSH = MAX_PUSH_BYTES + 200 * MAX_MUTATIONS + 1_000


class Policy(Enum):
    ANYBODY = "anybody"
    SIGNED_IN = "signed in"


@dataclass(frozen=True)
class Parameter:
    name: str
    place: str
    summary: str
    is_required: bool = False


@dataclass(frozen=True)
class Route:
    method: str
    path: str
    summary: str
    handler: Callable[[Call], Any]
    policy: Policy | None = None
    takes: type[Any] | None = None
    gives: Any = None
    status: int = 200
    most: int = _SMALL
    is_pull: bool = False
    is_stream: bool = False
    takes_bytes: str | None = None
    gives_bytes: bool = False
    is_packed: bool = False
    is_slow: bool = False
    parameters: tuple[Parameter, ...] = field(default=())

    @property
    def has_no_body(self) -> bool:
        return self.takes is None and self.takes_bytes is None


_ANY_ORGANISATION = select(organisation.c.org).limit(1)


def health(call: Call) -> Health:
    with call.service.database.read() as connection:
        connection.execute(_ANY_ORGANISATION).all()
    return Health(protocol=PROTOCOL, status="ok", server_time=call.service.clock.now())


def sign_in(call: Call) -> SignedIn:
    return call.service.door.sign_in(call.body, call.service.clock.now())


def sign_out(call: Call) -> None:
    call.service.door.sign_out(call.who, call.service.clock.now())


def me(call: Call) -> Account:
    return account_of(call.service.database, call.who, call.service.clock.now())


def push_mutations(call: Call) -> PushReply:
    service = call.service
    reply = push(service.database, service.new_id, call.who, call.body, service.clock.now())
    service.hub.announce(call.who.org, reply.version)
    return reply


def pull_changes(call: Call) -> RawPage:
    cursor, limit = single(call.query, "cursor") or "", pull_limit(call.query)
    return pull(call.service.database, call.who, cursor, limit, call.service.clock.now())


def take_snapshot(call: Call) -> Chunk:
    wish = Wish(single(call.query, "token") or "", kinds(call.query), chunk_limit(call.query))
    return snapshot(call.service.database, call.who, wish, call.service.clock.now())


def compare(call: Call) -> Tallies:
    return check(call.service.database, call.who, call.service.clock.now())


def listen(call: Call) -> AsyncIterator[str]:
    service, who = call.service, call.who
    authorization = call.headers.get("authorization", "")

    async def look() -> int | None:
        return await anyio.to_thread.run_sync(newest_version, service, who, authorization)

    return event_lines(service.hub, who.org, who.device_id, look)


def newest_version(service: Service, who: Principal, authorization: str) -> int | None:
    """The organisation's version; None ends the stream: the device may not listen any more, or should come again."""
    try:
        service.door.admit(authorization, service.clock.now())
        with service.database.read() as connection:
            return connection.scalar(select(organisation.c.version).where(organisation.c.org == who.org))
    except (TurnedAway, DatabaseAway):
        return None


_ATTACHMENT = Parameter("attachment_id", "path", "The attachment's record", True)
_KIND = Parameter("kind", "path", "The record's kind, such as work_order", True)
_RECORD = Parameter("record_id", "path", "The record's id", True)
_PART = Parameter("part", "path", "content or preview", True)
_TUS = Parameter(TUS_HEADER, "header", f"{TUS}, the version of tus that is spoken here", True)
_LENGTH = Parameter(LENGTH, "header", "How many bytes it has; the record says the same", True)
_OFFSET = Parameter(OFFSET, "header", "Where these bytes go: how many are there already", True)
_RANGE = Parameter("Range", "header", "bytes=first-last, to go on after a cut")
_CURSOR = Parameter("cursor", "query", "Where the last page ended; empty for the beginning")
_LIMIT = Parameter("limit", "query", "How many rows at most")
_TOKEN = Parameter("token", "query", "What the last chunk named; empty for a new snapshot")
_SOME = Parameter("kinds", "query", "Only these kinds, with commas between them")
_KEY = Parameter("Idempotency-Key", "header", "Names this one write; X-Idempotency-Key is read as well", True)
_FROM = Parameter("from", "query", "First day, as 2026-03-09", True)
_TO = Parameter("to", "query", "Last day", True)
_USER = Parameter("user_id", "query", "Whose entries; all that you may see if left out")

IN = Policy.SIGNED_IN

_UPLOAD = "/v1/attachments/{attachment_id}/uploads/{part}"

ROUTES: tuple[Route, ...] = (
    Route("GET", "/v1/health", "Whether the server and its database answer", health, Policy.ANYBODY, gives=Health),
    Route(
        "POST", "/v1/sign-in", "Register a device", sign_in, Policy.ANYBODY, takes=SignIn, gives=SignedIn, is_slow=True
    ),
    Route("POST", "/v1/sign-out", "End this device's token", sign_out, IN, status=204),
    Route("GET", "/v1/me", "Who is signed in", me, IN, gives=Account),
    Route("POST", "/v1/sync/push", "Send mutations", push_mutations, IN, PushRequest, PushReply, most=_PUSH),
    Route(
        "GET",
        "/v1/sync/pull",
        "What changed",
        pull_changes,
        IN,
        gives=Page,
        is_pull=True,
        is_packed=True,
        parameters=(_CURSOR, _LIMIT),
    ),
    Route(
        "GET",
        "/v1/sync/snapshot",
        "Everything as it is now, in chunks",
        take_snapshot,
        IN,
        gives=Chunk,
        is_pull=True,
        is_packed=True,
        parameters=(_TOKEN, _LIMIT, _SOME),
    ),
    Route("GET", "/v1/sync/check", "Count and checksum of what you hold", compare, IN, gives=Tallies, is_pull=True),
    Route(
        "GET",
        "/v1/history/{kind}/{record_id}",
        "Who changed what of a record that you hold",
        history,
        IN,
        gives=History,
        parameters=(_KIND, _RECORD),
    ),
    Route("GET", "/v1/sync/events", "Hear of new versions (server-sent events)", listen, IN, is_stream=True),
    Route(
        "POST",
        "/v1/leads",
        "Add a lead",
        rest.add_lead,
        IN,
        takes=dict[str, Any],
        gives=Row,
        status=201,
        parameters=(_KEY,),
    ),
    Route(
        "POST",
        "/v1/work-orders",
        "Add a work order",
        rest.add_work_order,
        IN,
        takes=dict[str, Any],
        gives=Row,
        status=201,
        parameters=(_KEY,),
    ),
    Route(
        "POST",
        "/v1/punches",
        "Add a punch",
        rest.add_punch,
        IN,
        takes=dict[str, Any],
        gives=Row,
        status=201,
        parameters=(_KEY,),
    ),
    Route(
        "OPTIONS",
        _UPLOAD,
        "What of tus is spoken here",
        attachments.describe_uploads,
        IN,
        status=204,
        parameters=(_ATTACHMENT, _PART),
    ),
    Route(
        "POST",
        _UPLOAD,
        "Begin to send an attachment's bytes, or go on",
        attachments.begin_upload,
        IN,
        status=201,
        parameters=(_ATTACHMENT, _PART, _TUS, _LENGTH),
    ),
    Route(
        "HEAD",
        _UPLOAD,
        "How much of it is there",
        attachments.upload_offset,
        IN,
        parameters=(_ATTACHMENT, _PART, _TUS),
    ),
    Route(
        "PATCH",
        _UPLOAD,
        "Send the next bytes",
        attachments.append_chunk,
        IN,
        status=204,
        most=MAX_CHUNK_BYTES,
        takes_bytes=CHUNK_TYPE,
        parameters=(_ATTACHMENT, _PART, _TUS, _OFFSET),
    ),
    Route(
        "DELETE",
        _UPLOAD,
        "Give an upload up",
        attachments.give_up_upload,
        IN,
        status=204,
        parameters=(_ATTACHMENT, _PART, _TUS),
    ),
    Route(
        "GET",
        "/v1/attachments/{attachment_id}/{part}",
        "Fetch an attachment's bytes, or a range of them",
        attachments.download,
        IN,
        gives_bytes=True,
        parameters=(_ATTACHMENT, _PART, _RANGE),
    ),
    Route(
        "GET",
        "/v1/time-entries",
        "Time entries, computed from punches",
        rest.list_time_entries,
        IN,
        gives=rest.TimeEntries,
        parameters=(_FROM, _TO, _USER),
    ),
)
