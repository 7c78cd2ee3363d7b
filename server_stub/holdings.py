"""What a user holds: the records in their scope as they are now, in the order of kinds and ids."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, Select, bindparam, func, select, text, tuple_

from server_stub.schema import organisation, record, scope_entry
from server_stub.scope import Scope
from sync.kinds import Kind
from sync.protocol import State

Place = tuple[str, str]

_r, _e = record.c, scope_entry.c
_COLUMNS = (_r.kind, _r.id, _r.version, _r.state, _r.body, _r.received_at)
# In letters rather than as a parameter: only so is an index known to serve that covers nothing else.
_IS_DELETED = text("record.state = 'deleted'")
_IS_PRESENT = _r.state == State.PRESENT.value

_o = organisation.c
_POSITION = select(_o.version, _o.horizon, _o.backed_up).where(_o.org == bindparam("org"))
_OF_KIND = select(*_COLUMNS).where(_r.org == bindparam("org"), _r.kind == bindparam("kind"), _IS_PRESENT)
_OF_AUDIENCES = (
    select(*_COLUMNS)
    .join(scope_entry, (_e.org == _r.org) & (_e.kind == _r.kind) & (_e.id == _r.id))
    .where(
        _e.org == bindparam("org"),
        _e.audience.in_(bindparam("audiences", expanding=True)),
        _e.kind == bindparam("kind"),
        _e.is_present,
        _IS_PRESENT,
    )
)


class _Rows(NamedTuple):
    """One way of reading, put together once: for a kind that is held whole, and for one that is held by entries."""

    of_kind: Select[Any]
    of_audiences: Select[Any]


def _rows(narrow: Callable[[Select[Any], Any], Select[Any]]) -> _Rows:
    most: BindParameter[int] = bindparam("most")
    return _Rows(narrow(_OF_KIND, _r.id).limit(most), narrow(_OF_AUDIENCES, _e.id).limit(most))


_AFTER = _rows(lambda rows, key: rows.where(key > bindparam("after")).order_by(key))
_NEWEST = _rows(lambda rows, key: rows.order_by(key.desc()))
_NAMED = _rows(lambda rows, key: rows.where(key.in_(bindparam("ids", expanding=True))).order_by(key))

_COUNT_OF_KINDS = (
    select(func.count())
    .select_from(record)
    .where(_r.org == bindparam("org"), _r.kind.in_(bindparam("kinds", expanding=True)), _r.version > 0)
    # The bodies lie in the primary key's pages; this index has only what is counted.
    .with_hint(record, "INDEXED BY record_version", "sqlite")
)
_COUNT_OF_AUDIENCES = (
    select(func.count())
    .select_from(scope_entry)
    .where(
        _e.org == bindparam("org"),
        _e.audience.in_(bindparam("audiences", expanding=True)),
        _e.kind.in_(bindparam("kinds", expanding=True)),
        _e.is_present,
    )
)
_DELETED = select(*_COLUMNS).where(
    _r.org == bindparam("org"),
    _r.kind.in_(bindparam("kinds", expanding=True)),
    _r.received_at >= bindparam("since"),
    _IS_DELETED,
)


class Found(NamedTuple):
    kind: str
    id: str
    version: int
    state: str
    body: str
    received_at: int

    @property
    def place(self) -> Place:
        return self.kind, self.id


class Position(NamedTuple):
    """The organisation's version; below the `horizon` deletions are forgotten; a backup holds all up to `backed_up`."""

    version: int
    horizon: int
    backed_up: int


def position(connection: Connection, org: int) -> Position:
    return Position(*connection.execute(_POSITION, {"org": org}).one())


class Holdings:
    def __init__(self, connection: Connection, org: int, scope: Scope) -> None:
        self._connection = connection
        self._org = org
        self._scope = scope

    def after(self, kind: Kind, record_id: str, most: int) -> list[Found]:
        """The next records of a kind, by id."""
        return self._read(kind, _AFTER, most, after=record_id)

    def newest(self, kind: Kind, most: int) -> list[Found]:
        """The records of a kind that were made last: ids begin with the time."""
        return self._read(kind, _NEWEST, most)

    def named(self, kind: Kind, ids: Sequence[str]) -> list[Found]:
        return self._read(kind, _NAMED, len(ids), ids=ids) if ids else []

    def every(self, kind: Kind, at_once: int) -> Iterator[Found]:
        last = ""
        while some := self.after(kind, last, at_once):
            yield from some
            last = some[-1].id

    def count(self, kinds: Iterable[Kind]) -> int:
        """About how many there are, deleted ones included; only for people to see how far it is."""
        wanted = {kind.value for kind in kinds}
        whole = sorted(wanted & self._scope.kinds)
        partly = sorted(wanted - self._scope.kinds) if self._scope.audiences else []
        of_kinds = {"org": self._org, "kinds": whole}
        of_audiences = {"org": self._org, "audiences": sorted(self._scope.audiences), "kinds": partly}
        counts = (self._connection.scalar(_COUNT_OF_KINDS, of_kinds) if whole else 0) or 0
        return int(counts + ((self._connection.scalar(_COUNT_OF_AUDIENCES, of_audiences) if partly else 0) or 0))

    def deleted_after(self, kinds: Iterable[Kind], since: int, place: Place, most: int) -> list[Found]:
        """What was deleted since then, of kinds that this user holds whole."""
        whole = sorted(self._scope.kinds.intersection(kinds))
        if not whole:
            return []
        key = tuple_(_r.kind, _r.id)
        rows = _DELETED.where(key > tuple_(*place)).order_by(_r.kind, _r.id).limit(most)
        found = self._connection.execute(rows, {"org": self._org, "kinds": whole, "since": since})
        return [Found(*row) for row in found]

    def _read(self, kind: Kind, rows: _Rows, most: int, **values: Any) -> list[Found]:
        values |= {"org": self._org, "kind": kind.value, "most": most}
        if kind in self._scope.kinds:
            found = self._connection.execute(rows.of_kind, values)
        elif self._scope.audiences:
            found = self._connection.execute(rows.of_audiences, {**values, "audiences": sorted(self._scope.audiences)})
        else:
            return []
        return _once(Found(*row) for row in found)


def _once(rows: Iterable[Found]) -> list[Found]:
    """Two audiences of one user may hold the same record; in order of ids they stand side by side."""
    return list({row.id: row for row in rows}.values())
