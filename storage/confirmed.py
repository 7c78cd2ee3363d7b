"""The server's last word on each record."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import msgspec

from storage.database import Tx
from storage.lists import json_list
from sync.moments import to_us
from sync.protocol import FrozenRow, Row, State, Tally
from sync.records import Body
from sync.tally import tally

_encode = msgspec.json.Encoder().encode
_decode: Any = msgspec.json.Decoder(dict[str, Any]).decode

_READ = """
SELECT c.id, c.version, c.state, c.body
FROM json_each(?2) AS wanted CROSS JOIN confirmed AS c ON c.kind = ?1 AND c.id = wanted.value
"""
_IS_ANY = "SELECT EXISTS (SELECT 1 FROM confirmed WHERE kind = ? AND id BETWEEN ? AND ?)"
_VERSIONS = """
SELECT c.id, c.version, c.generation
FROM json_each(?2) AS wanted CROSS JOIN confirmed AS c ON c.kind = ?1 AND c.id = wanted.value
"""
_STORE = """
INSERT INTO confirmed (kind, id, version, state, generation, deleted_at, body) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version, state = excluded.state,
    generation = excluded.generation, deleted_at = excluded.deleted_at, body = excluded.body
"""
_GENERATION = "SELECT generation, cursor = '' AND token = '' FROM sync_state"
_PRESENT = "SELECT id, version, body FROM confirmed WHERE kind = ? AND state = 'present'"
_FORGET = "DELETE FROM confirmed WHERE kind = ? AND id = ?"

AnyRow = Row | FrozenRow
R = TypeVar("R", Row, FrozenRow, AnyRow)


class Confirmed(NamedTuple):
    """What the server has: a version, a state and a body. What is in a state that only a newer server knows of is kept,
    and shown by a program that knows it.
    """

    version: int
    kept: bytes
    state: str = State.PRESENT

    @property
    def frozen(self) -> bytes | None:
        """What shows where nothing of ours lies on top."""
        return self.kept if self.state == State.PRESENT else None

    @property
    def body(self) -> Body | None:
        return _decode(self.kept) if self.state == State.PRESENT else None

    @property
    def buried(self) -> Body | None:
        """What was deleted, to be brought back."""
        return _decode(self.kept) if self.state == State.DELETED else None


NOTHING = Confirmed(0, b"{}", State.REMOVED)


def read_confirmed(tx: Tx, kind: str, ids: Iterable[str]) -> dict[str, Confirmed]:
    """The server's word on each of these records; what it never spoke of is left out."""
    return {
        record_id: Confirmed(version, body, state)
        for record_id, version, state, body in tx.all(_READ, (kind, json_list(ids)))
    }


def store_rows(tx: Tx, rows: Sequence[AnyRow], *, is_verdict: bool = False) -> dict[str, dict[str, Confirmed]]:
    """Keep what is news, and answer with it by kind and id. An older row than ours is no news.

    What a verdict says before a snapshot has begun, that snapshot has still to name, or it is swept: it may leave this
    user's scope before the first chunk is made, and then nobody speaks of it again.
    """
    generation, is_at_the_beginning = tx.one(_GENERATION) or (1, 0)
    mark = generation
    if is_verdict and is_at_the_beginning and rows:
        mark = -generation  # below every one that is swept, and told apart from what an earlier snapshot had named
        tx.run("UPDATE sync_state SET is_sweeping = 1")
    return {kind: _store_kind(tx, kind, of_kind, generation, mark) for kind, of_kind in newest_by_kind(rows).items()}


def newest_by_kind(rows: Iterable[R]) -> dict[str, dict[str, R]]:
    """The newest row of each record, by kind."""
    kinds: dict[str, dict[str, R]] = {}
    for row in rows:
        of_kind = kinds.setdefault(row.kind, {})
        known = of_kind.get(row.id)
        if known is None or row.version >= known.version:
            of_kind[row.id] = row
    return kinds


def tallies(tx: Tx) -> dict[str, Tally] | None:
    """What is here, counted by kind; None while the sweep has something left to take."""
    if tx.value("SELECT is_sweeping FROM sync_state"):
        return None
    kinds = [kind for (kind,) in tx.all("SELECT DISTINCT kind FROM confirmed")]
    return {kind: tally(kind, tx.run(_PRESENT, (kind,))) for kind in kinds}


def _store_kind(tx: Tx, kind: str, rows: Mapping[str, AnyRow], generation: int, mark: int) -> dict[str, Confirmed]:
    ours = read_versions(tx, kind, rows)
    fresh, gone = [], []
    news: dict[str, Confirmed] = {}
    for record_id, row in rows.items():
        version, seen = ours.get(record_id, (-1, generation))
        if seen == generation and row.version <= version:
            continue
        if row.state is State.REMOVED:
            gone.append((kind, record_id))
            news[record_id] = NOTHING
            continue
        frozen = bytes(row.body) if isinstance(row, FrozenRow) else _encode(row.body)
        deleted_at = to_us(row.deleted_at) if row.deleted_at is not None else None
        fresh.append((kind, record_id, row.version, row.state.value, mark, deleted_at, frozen))
        news[record_id] = Confirmed(row.version, frozen, row.state)
    tx.many(_STORE, fresh)
    tx.many(_FORGET, gone)
    return news


def read_versions(tx: Tx, kind: str, ids: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Version and generation of what we have of these. In a first snapshot that is nothing, and one look at the range
    tells."""
    wanted = sorted(ids)
    if not wanted or not tx.value(_IS_ANY, (kind, wanted[0], wanted[-1])):
        return {}
    return {record_id: (version, seen) for record_id, version, seen in tx.all(_VERSIONS, (kind, json_list(wanted)))}
