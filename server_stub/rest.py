"""The plain form for integrators: one record per request, through the same door as a push."""

import re
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, select
from starlette.datastructures import Headers

from server_stub.apply import Desk, apply
from server_stub.auth import admit_again
from server_stub.derived_ids import derived_id
from server_stub.ledger import Line
from server_stub.lines import fault
from server_stub.principal import Principal
from server_stub.query import day, single
from server_stub.schema import record, scope_entry
from server_stub.scope import Directory, read_directory
from server_stub.service import Call
from server_stub.streams import lock_stream
from server_stub.troubles import TurnedAway, bad_request, invalid, not_found
from sync.kinds import Kind
from sync.protocol import Code, Mutation, Op, Row, State, Verdict, body_hash
from sync.records import Punch, read
from sync.terms import OFFICE, Role
from sync.timekeeping import TimeEntry, compute_entries, flag_at

_PRINTABLE = re.compile(r"[\x20-\x7e]{1,255}", re.ASCII).fullmatch
_STATUS = {
    Code.NOT_ALLOWED: 403,
    Code.NOT_FOUND: 422,
    Code.ALREADY_EXISTS: 409,
    Code.KEY_REUSED: 422,
    Code.INTERNAL: 500,
}
_MOST_DAYS = 400


class TimeEntries(msgspec.Struct, frozen=True):
    entries: list[TimeEntry]


def add_lead(call: Call) -> Row:
    return _add(call, Kind.LEAD, call.body)


def add_work_order(call: Call) -> Row:
    return _add(call, Kind.WORK_ORDER, call.body)


def add_punch(call: Call) -> Row:
    """A punch is made by the credential's user, for themselves unless it says otherwise."""
    return _add(call, Kind.PUNCH, {"user_id": call.who.user_id, "by_id": call.who.user_id, **call.body})


def _add(call: Call, kind: Kind, fields: dict[str, Any]) -> Row:
    who, service = call.who, call.service
    key = f"{who.device_id}/{_idempotency_key(call.headers)}"
    at = service.clock.now()
    if b"\\u0000" in call.raw:
        raise invalid("Text with a NUL character can't be kept.")
    record_id = derived_id(f"{who.org}/{kind.value}/{key}")  # a repeated request finds what the first one made
    mutation = Mutation(key=key, op=Op.CREATE, kind=kind.value, id=record_id, occurred_at=at, fields=fields)
    line = Line(key, 0, body_hash(kind.value.encode() + b"\n" + call.raw), mutation, refusal=fault(key, mutation))
    with service.database.write() as connection:
        stream = lock_stream(connection, who, who.device_id)
        admit_again(connection, who)
        answer = apply(Desk(connection, service.database.sql, service.new_id, who, stream.number, at, at), [line])
    service.hub.announce(who.org, answer.version)
    return _row_or_trouble(answer.verdicts[0])


def _idempotency_key(headers: Headers) -> str:
    keys = {value for name in ("idempotency-key", "x-idempotency-key") for value in headers.getlist(name)}
    if len(keys) != 1:
        raise bad_request("Name this write with one Idempotency-Key, so that sending it again does no harm.")
    key = keys.pop()
    if not _PRINTABLE(key):
        raise bad_request("An Idempotency-Key has at most 255 printable characters.")
    return key


def _row_or_trouble(verdict: Verdict) -> Row:
    if verdict.refusal is None and verdict.row is not None:
        return verdict.row
    refusal = verdict.refusal
    if refusal is None:
        raise not_found()
    raise TurnedAway(_STATUS.get(refusal.code, 422), refusal.code.value, refusal.message, fields=refusal.fields)


def list_time_entries(call: Call) -> TimeEntries:
    first, last = day(call.query, "from"), day(call.query, "to")
    if not 0 <= (last - first).days <= _MOST_DAYS:
        raise invalid(f"Ask for 1 to {_MOST_DAYS} days, the first one first.", {"to": "Out of range."})
    wanted = single(call.query, "user_id")
    who = call.who
    now = call.service.clock.now()
    with call.service.database.read() as connection:
        directory = read_directory(connection, who.org)
        users = _visible_users(directory, who)
        if wanted is not None and wanted not in users:
            raise not_found()
        punches = _punches(connection, who.org, directory, frozenset({wanted}) if wanted else users)
    settings = directory.settings
    found = [
        entry
        for worker in sorted(punches)
        for entry in flag_at(compute_entries(punches[worker], settings), settings, now)
        if first <= entry.day <= last
    ]
    return TimeEntries(found)


def _visible_users(directory: Directory, who: Principal) -> frozenset[str]:
    if who.role in OFFICE:
        return frozenset(directory.users)
    if who.role is Role.CREW_LEAD:
        crews = directory.crews_of(who.user_id)
        return frozenset({who.user_id} | {user for user in directory.users if directory.crew_of(user) in crews})
    return frozenset({who.user_id})


_SELECT_KIND = select(record.c.id, record.c.version, record.c.body).where(
    record.c.org == bindparam("org"), record.c.kind == bindparam("kind"), record.c.state == State.PRESENT.value
)


_SELECT_HELD = _SELECT_KIND.join(
    scope_entry,
    (scope_entry.c.org == record.c.org) & (scope_entry.c.kind == record.c.kind) & (scope_entry.c.id == record.c.id),
).where(scope_entry.c.audience.in_(bindparam("audiences", expanding=True)), scope_entry.c.is_present)


def _punches(connection: Connection, org: int, directory: Directory, users: frozenset[str]) -> dict[str, list[Punch]]:
    """By person; found by who holds them, unless somebody holds everything anyway, which is not written down."""
    punches: dict[str, list[Punch]] = {user_id: [] for user_id in users}
    wanted: dict[str, Any] = {"org": org, "kind": Kind.PUNCH.value}
    audiences = directory.audiences(users)
    if len(audiences) == len(users):
        found = connection.execute(_SELECT_HELD, {**wanted, "audiences": sorted(audiences)})
    else:
        found = connection.execute(_SELECT_KIND, wanted)
    for record_id, version, body in found:
        punch = read(Punch, record_id, version, msgspec.json.decode(body))
        if punch.user_id in punches:
            punches[punch.user_id].append(punch)
    return punches
