"""Snapshot: the rows that a user may hold, as they are now, in chunks, the most urgent first.

Rows are read in the order of kinds and ids, which no change alters: whatever is written meanwhile can make a row come
twice, or newer than the ceiling, but never not at all. Pulls bring what is above the ceiling, and every deletion.
Nothing is kept between two chunks; the token says it all, so that a restarted server goes on.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import islice
from typing import NamedTuple

import msgspec
from msgspec import Raw
from msgspec.structs import replace

from server_stub.cursor import cursor_above, epoch_changed, gone, scope_mark
from server_stub.database import Database
from server_stub.holdings import Found, Holdings, Place, position
from server_stub.principal import Principal
from server_stub.scope import Scope, read_directory
from server_stub.seals import seal, unseal
from server_stub.urgent import URGENT_KINDS, urgent_rows
from sync.kinds import Kind
from sync.moments import from_ms, to_ms
from sync.protocol import PROTOCOL, Chunk, FrozenRow, Op, Part, State
from sync.rules import may

KEPT_DAYS = 30
_MOST_BYTES = 8_000_000
_START: Place = ("", "")
_PARTS = tuple(Part)
_FIRST = (Kind.WORK_ORDER, Kind.CUSTOMER, Kind.LEAD, Kind.NOTE, Kind.PART, Kind.PUNCH)
_ORDER = (*_FIRST, *(kind for kind in Kind if kind not in _FIRST))


class Token(msgspec.Struct, frozen=True, array_like=True):
    """How far a device has come. `kinds` is empty for all of them; `after` names the last row that it was given."""

    org: int
    user_id: str
    epoch: str
    scope: str
    kinds: tuple[str, ...]
    ceiling: int
    began: int
    part: Part
    after: Place
    done: int
    total: int


class Wish(NamedTuple):
    """The next chunk of a snapshot or, without a token, the first one; of all kinds, or only of some."""

    token: str
    kinds: tuple[str, ...]
    limit: int


def snapshot(database: Database, who: Principal, wish: Wish, at: datetime) -> Chunk:
    with database.read() as connection:
        version, horizon, _backed_up = position(connection, who.org)
        directory = read_directory(connection, who.org)
        scope = directory.scope_of(who)
        holdings = Holdings(connection, who.org, scope)
        reader = _Reader(holdings, who, directory.crews_of(who.user_id))
        if wish.token:
            token = _open(wish.token, who, scope, database, horizon)
        else:
            token = reader.begin(_fresh(who, scope, database.epoch, wish.kinds, version, at))
        rows, here, following = reader.read(token, wish.limit)
    return Chunk(
        protocol=PROTOCOL,
        epoch=database.epoch,
        part=here.part,
        done=here.done,
        total=max(here.done, here.total),
        version=here.ceiling,
        server_time=at,
        rows=[_frozen(row) for row in rows],
        token=seal(following, database.secret) if following else "",
        cursor="" if following else seal(cursor_above(here.ceiling, who, scope, database.epoch), database.secret),
    )


def _fresh(who: Principal, scope: Scope, epoch: str, kinds: tuple[str, ...], version: int, at: datetime) -> Token:
    mark, began = scope_mark(scope), to_ms(at)
    return Token(who.org, who.user_id, epoch, mark, kinds, version, began, Part.URGENT, _START, 0, 0)


def _open(text: str, who: Principal, scope: Scope, database: Database, horizon: int) -> Token:
    """A token that is no good costs its device a snapshot from the beginning, and nothing else."""
    token = unseal(text, Token, database.secret)
    if token is None or (token.org, token.user_id) != (who.org, who.user_id):
        raise gone("This snapshot is not known here; everything is fetched again.")
    if token.epoch != database.epoch:
        raise epoch_changed(database.epoch)
    if token.scope != scope_mark(scope):
        raise gone("What you may see has changed; everything is fetched again.")
    if token.ceiling < horizon:
        raise gone("This snapshot was begun very long ago; everything is fetched again.")
    return token


class _Reader:
    def __init__(self, holdings: Holdings, who: Principal, crews: frozenset[str]) -> None:
        self._holdings = holdings
        self._who = who
        self._crews = crews

    def begin(self, token: Token) -> Token:
        return self._enter(replace(token, part=Part.REST if token.kinds else Part.URGENT))

    def read(self, token: Token, limit: int) -> tuple[list[Found], Token, Token | None]:
        """Rows of one part, where the device stands after them, and where it goes on, if anywhere."""
        found = self._rows(token, limit + 1)
        rows = _cut(found, limit)
        here = replace(token, done=token.done + len(rows), after=rows[-1].place if rows else token.after)
        if len(rows) < len(found):
            return rows, here, here
        following = self._next_part(here)
        if not rows and following is not None:
            return self.read(following, limit)
        return rows, here, following

    def _next_part(self, token: Token) -> Token | None:
        later = _PARTS[_PARTS.index(token.part) + 1 :]
        candidates = (replace(token, part=part, after=_START, done=0) for part in later)
        return next((self._enter(each) for each in candidates if self._rows(each, 1)), None)

    def _enter(self, token: Token) -> Token:
        return replace(token, total=self._count(token))

    def _count(self, token: Token) -> int:
        match token.part:
            case Part.REST:
                return self._holdings.count(_kinds(token))
            case _:
                return len(self._rows(token, 1_000_000))

    def _rows(self, token: Token, most: int) -> Sequence[Found]:
        match token.part:
            case Part.URGENT:
                rows = urgent_rows(self._holdings, self._who, self._crews, token.began)
                return list(islice((row for row in rows if _rank(row.place) > _rank(token.after)), most))
            case Part.REST:
                return self._rest(token, most)
            case Part.DELETED:
                since = token.began - KEPT_DAYS * 86_400_000
                kinds = [kind for kind in _kinds(token) if may(self._who.role, Op.RESTORE, kind)]
                return self._holdings.deleted_after(kinds, since, token.after, most)

    def _rest(self, token: Token, most: int) -> list[Found]:
        kind, last = token.after
        kinds = _kinds(token)
        rows: list[Found] = []
        for each in kinds[kinds.index(Kind(kind)) if kind else 0 :]:
            rows += self._holdings.after(each, last if each == kind else "", most - len(rows))
            if len(rows) >= most:
                break
        return rows


def _kinds(token: Token) -> tuple[Kind, ...]:
    return tuple(kind for kind in _ORDER if not token.kinds or kind in token.kinds)


def _rank(place: Place) -> tuple[int, str]:
    return (URGENT_KINDS.index(Kind(place[0])), place[1]) if place[0] else (-1, "")


def _cut(rows: Sequence[Found], limit: int) -> list[Found]:
    """As many as fit by count and bytes, but one at least."""
    size = 0
    for place, row in enumerate(rows[:limit]):
        size += len(row.body)
        if place and size > _MOST_BYTES:
            return list(rows[:place])
    return list(rows[:limit])


def _frozen(row: Found) -> FrozenRow:
    body = Raw(row.body.encode())
    if row.state == State.PRESENT.value:
        return FrozenRow(kind=row.kind, id=row.id, version=row.version, body=body)
    return FrozenRow(
        kind=row.kind,
        id=row.id,
        version=row.version,
        state=State(row.state),
        deleted_at=from_ms(row.received_at),
        body=body,
    )
