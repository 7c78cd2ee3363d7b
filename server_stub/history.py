"""Who changed what of a record and of what belongs to it, read off the audit; only for those who hold the record."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, select, tuple_

from server_stub.holdings import Holdings
from server_stub.ledger import Ref
from server_stub.schema import audit, record, stream
from server_stub.scope import read_directory
from server_stub.service import Call
from server_stub.troubles import not_found
from sync.kinds import FOLLOWERS, SERVER_FIELDS, Kind
from sync.moments import from_ms
from sync.protocol import PROTOCOL, History, HistoryEntry, Op
from sync.records import Body

_MOST = 300
_NAMES = ("name", "title", "text")
_LONGEST_NAME = 80
_BY_PEOPLE = frozenset(Op)
"""The server's own notes have other names for what it did."""
_BELONGS = [kind.value for kind in sorted(FOLLOWERS - {Kind.CONFLICT})]
_SELECT_FOLLOWERS = select(record.c.kind, record.c.id, record.c.body).where(
    record.c.org == bindparam("org"), record.c.parent == bindparam("parent"), record.c.kind.in_(_BELONGS)
)
_SELECT_AUDIT = (
    select(
        audit.c.version,
        audit.c.op,
        audit.c.kind,
        audit.c.id,
        audit.c.before,
        audit.c.occurred_at,
        audit.c.received_at,
        stream.c.user_id,
    )
    .join(stream, (stream.c.org == audit.c.org) & (stream.c.number == audit.c.stream), isouter=True)
    .where(
        audit.c.org == bindparam("org"),
        tuple_(audit.c.kind, audit.c.id).in_(bindparam("refs", expanding=True)),
        audit.c.version > 0,
    )
    .order_by(audit.c.version.desc())
    .limit(_MOST + 1)
)


def history(call: Call) -> History:
    kind, record_id, org = call.path["kind"], call.path["record_id"], call.who.org
    with call.service.database.read() as connection:
        scope = read_directory(connection, org).scope_of(call.who)
        found = Holdings(connection, org, scope).named(Kind(kind), [record_id]) if kind in set(Kind) else []
        if not found:
            raise not_found()
        bodies: dict[Ref, dict[str, Any]] = {(Kind(kind), record_id): msgspec.json.decode(found[0].body)}
        bodies |= _followers(connection, org, kind, record_id)
        wanted = {"org": org, "refs": [(one.value, other) for one, other in bodies]}
        rows = list(connection.execute(_SELECT_AUDIT, wanted))
    entries = list(_entries(rows[:_MOST], bodies))
    return History(protocol=PROTOCOL, entries=entries, is_whole=len(rows) <= _MOST)


def _followers(connection: Connection, org: int, kind: str, record_id: str) -> dict[Ref, dict[str, Any]]:
    rows = connection.execute(_SELECT_FOLLOWERS, {"org": org, "parent": record_id})
    found = {(Kind(own), follower): msgspec.json.decode(body) for own, follower, body in rows}
    return {ref: body for ref, body in found.items() if body["subject_kind"] == kind}


def _entries(rows: list[Any], bodies: dict[Ref, dict[str, Any]]) -> Iterator[HistoryEntry]:
    """Backwards from what is there now: what a change replaced is what the one before it had left."""
    for version, op, kind, record_id, before, occurred_at, received_at, user_id in rows:
        body = bodies[Kind(kind), record_id]
        name = _name(body)
        replaced = msgspec.json.decode(before) if before else {}
        fields = {field: (was, body.get(field)) for field, was in replaced.items()}
        body.update(replaced)
        if op not in _BY_PEOPLE:
            continue
        if op == Op.CHANGE and SERVER_FIELDS.get(Kind(kind), frozenset()).issuperset(fields):
            continue
        yield HistoryEntry(
            version=version,
            op=Op(op),
            kind=kind,
            id=record_id,
            name=name,
            user_id=user_id,
            occurred_at=from_ms(occurred_at),
            received_at=from_ms(received_at),
            fields=fields,
        )


def _name(body: Body) -> str:
    return next((str(body[name])[:_LONGEST_NAME] for name in _NAMES if body.get(name)), "")
