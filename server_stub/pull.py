"""Pull: what changed for this user since the cursor, in version order, under a ceiling that a run's first page froze.

Two slices are merged: the kinds that the user holds whole, by the records' own versions; and the memberships of the
user's audiences, by theirs. Both are read at one moment of the database.
"""

import heapq
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

import msgspec
from msgspec import Raw
from sqlalchemy import Connection, bindparam, select, tuple_

from server_stub.cursor import Cursor, Place, open_cursor
from server_stub.database import Database
from server_stub.holdings import position
from server_stub.principal import Principal
from server_stub.schema import record, scope_entry
from server_stub.scope import Scope, read_directory
from server_stub.seals import seal
from sync.kinds import Kind
from sync.moments import from_ms
from sync.protocol import PROTOCOL, FrozenRow, State, Version

_MAX_PAGE_BYTES = 8_000_000


class RawPage(msgspec.Struct, frozen=True, kw_only=True):
    """`protocol.Page` with bodies that go out in the bytes in which they are kept."""

    protocol: int
    epoch: str
    rows: list[FrozenRow]
    cursor: str
    more: bool
    version: Version
    server_time: datetime
    backed_up: Version


class Found(NamedTuple):
    """`version` is the place in the line: the record's own, or that of its entry into an audience."""

    version: int
    kind: str
    id: str
    record_version: int
    state: str
    body: str
    changed_at: int
    is_present: bool

    @property
    def place(self) -> Place:
        return self.version, self.kind, self.id


def _between(version: Any, kind: Any, record_id: Any) -> Any:
    after = tuple_(bindparam("version"), bindparam("kind"), bindparam("id"))
    return (tuple_(version, kind, record_id) > after) & (version <= bindparam("ceiling"))


_BY_KIND = (
    select(
        record.c.version,
        record.c.kind,
        record.c.id,
        record.c.version,
        record.c.state,
        record.c.body,
        record.c.received_at,
    )
    .where(
        record.c.org == bindparam("org"),
        record.c.kind.in_(bindparam("kinds", expanding=True)),
        _between(record.c.version, record.c.kind, record.c.id),
    )
    .order_by(record.c.version, record.c.kind, record.c.id)
    .limit(bindparam("most"))
)
_BY_AUDIENCE = (
    select(
        scope_entry.c.version,
        scope_entry.c.kind,
        scope_entry.c.id,
        record.c.version,
        record.c.state,
        record.c.body,
        record.c.received_at,
        scope_entry.c.is_present,
    )
    .join(
        record,
        (record.c.org == scope_entry.c.org) & (record.c.kind == scope_entry.c.kind) & (record.c.id == scope_entry.c.id),
    )
    .where(
        scope_entry.c.org == bindparam("org"),
        scope_entry.c.audience == bindparam("audience"),
        _between(scope_entry.c.version, scope_entry.c.kind, scope_entry.c.id),
    )
    .order_by(scope_entry.c.version, scope_entry.c.kind, scope_entry.c.id)
    .limit(bindparam("most"))
)
_SELECT_HELD = select(scope_entry.c.kind, scope_entry.c.id).where(
    scope_entry.c.org == bindparam("org"),
    scope_entry.c.kind.in_(bindparam("kinds", expanding=True)),
    scope_entry.c.audience.in_(bindparam("audiences", expanding=True)),
    scope_entry.c.id.in_(bindparam("ids", expanding=True)),
    scope_entry.c.is_present,
)


def pull(database: Database, who: Principal, cursor_text: str, limit: int, at: datetime) -> RawPage:
    with database.read() as connection:
        version, horizon, backed_up = position(connection, who.org)
        scope = read_directory(connection, who.org).scope_of(who)
        cursor = open_cursor(cursor_text, who, scope, database.epoch, database.secret, horizon)
        if not cursor.ceiling:
            cursor = msgspec.structs.replace(cursor, ceiling=version)
        found, is_last = _cut(_merge(_slices(connection, who.org, scope, cursor, limit + 1)), limit)
        rows = list(_rows(connection, who.org, scope, cursor, found))
    return RawPage(
        protocol=PROTOCOL,
        epoch=database.epoch,
        rows=rows,
        cursor=seal(_advance(cursor, found, is_last=is_last), database.secret),
        more=not is_last,
        version=version,
        server_time=at,
        backed_up=backed_up,
    )


def _slices(connection: Connection, org: int, scope: Scope, cursor: Cursor, most: int) -> Iterator[list[Found]]:
    version, kind, record_id = cursor.place
    span = {
        "org": org,
        "version": version,
        "kind": kind,
        "id": record_id,
        "ceiling": cursor.ceiling,
        "most": most,
    }
    rows = connection.execute(_BY_KIND, {**span, "kinds": sorted(scope.kinds)})
    yield [Found(*row, True) for row in rows]
    for audience in sorted(scope.audiences):
        yield [Found(*row) for row in connection.execute(_BY_AUDIENCE, {**span, "audience": audience})]


def _merge(slices: Iterable[list[Found]]) -> Iterator[Found]:
    """In order of place, each record once per version; being present in one slice is being present."""
    latest: Found | None = None
    for found in heapq.merge(*slices, key=lambda found: found.place):
        if latest is not None and latest.place != found.place:
            yield latest
            latest = found
        elif latest is None or found.is_present:
            latest = found
    if latest is not None:
        yield latest


def _cut(merged: Iterator[Found], limit: int) -> tuple[list[Found], bool]:
    """One page by count and bytes, and whether it is the last."""
    page: list[Found] = []
    size = 0
    for found in merged:
        size += len(found.body)
        if page and (len(page) == limit or size > _MAX_PAGE_BYTES):
            return page, False
        page.append(found)
    return page, True


def _rows(connection: Connection, org: int, scope: Scope, cursor: Cursor, page: list[Found]) -> Iterator[FrozenRow]:
    held = _held_elsewhere(connection, org, scope, page)
    for found in page:
        is_held = found.is_present or Kind(found.kind) in scope.kinds or (found.kind, found.id) in held
        state = State(found.state) if is_held else State.REMOVED
        if state is State.PRESENT or not cursor.is_first:
            yield _frozen(found, state)


def _frozen(found: Found, state: State) -> FrozenRow:
    if state is State.REMOVED:
        return FrozenRow(kind=found.kind, id=found.id, version=found.version, state=state)
    return FrozenRow(
        kind=found.kind,
        id=found.id,
        version=found.record_version,
        state=state,
        deleted_at=from_ms(found.changed_at) if state is State.DELETED else None,
        body=Raw(found.body.encode()),
    )


def _held_elsewhere(connection: Connection, org: int, scope: Scope, page: list[Found]) -> set[tuple[str, str]]:
    """Of the records that left an audience, those that another of the user's audiences still holds."""
    left = [found for found in page if not found.is_present]
    if not left:
        return set()
    kinds, ids = sorted({found.kind for found in left}), [found.id for found in left]
    wanted = {"org": org, "audiences": sorted(scope.audiences), "kinds": kinds, "ids": ids}
    return {(kind, record_id) for kind, record_id in connection.execute(_SELECT_HELD, wanted)}


def _advance(cursor: Cursor, page: list[Found], *, is_last: bool) -> Cursor:
    if is_last:
        return msgspec.structs.replace(cursor, place=(cursor.ceiling + 1, "", ""), ceiling=0, is_first=False)
    return msgspec.structs.replace(cursor, place=page[-1].place)
