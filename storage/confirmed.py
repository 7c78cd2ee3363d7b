"""The server's last word on each record."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from storage.database import Tx
from storage.lists import json_list
from sync.protocol import Row, State
from sync.records import Body

_encode = msgspec.json.Encoder().encode
_decode: Any = msgspec.json.Decoder(dict[str, Any]).decode

_READ = """
SELECT c.id, c.version, c.state, c.generation, c.body
FROM json_each(?2) AS wanted CROSS JOIN confirmed AS c ON c.kind = ?1 AND c.id = wanted.value
"""
_VERSIONS = """
SELECT c.id, c.version, c.generation
FROM json_each(?2) AS wanted CROSS JOIN confirmed AS c ON c.kind = ?1 AND c.id = wanted.value
"""
_STORE = """
INSERT INTO confirmed (kind, id, version, state, generation, body) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (kind, id) DO UPDATE SET
    version = excluded.version, state = excluded.state, generation = excluded.generation, body = excluded.body
"""
_BURY = """
INSERT INTO confirmed (kind, id, version, state, generation, body) VALUES (?, ?, ?, 'deleted', ?, '{}')
ON CONFLICT (kind, id) DO UPDATE SET
    version = excluded.version, state = excluded.state, generation = excluded.generation
"""
_FORGET = "DELETE FROM confirmed WHERE kind = ? AND id = ?"


class Confirmed(NamedTuple):
    """What the server has: its version, and a body where the record is present."""

    version: int
    body: Body | None


NOTHING = Confirmed(0, None)


def read_confirmed(tx: Tx, kind: str, ids: Iterable[str]) -> dict[str, Confirmed]:
    """The server's word on each of these records; what it never spoke of is left out."""
    return {
        record_id: Confirmed(version, _decode(body) if state == State.PRESENT else None)
        for record_id, version, state, _, body in tx.all(_READ, (kind, json_list(ids)))
    }


def store_rows(tx: Tx, rows: Sequence[Row]) -> dict[str, dict[str, Confirmed]]:
    """Keep what is news, and answer with it by kind and id. An older row than ours is no news."""
    generation = tx.value("SELECT generation FROM sync_state")
    news: dict[str, dict[str, Confirmed]] = {}
    for kind, of_kind in _by_kind(rows).items():
        news[kind] = _store_kind(tx, kind, of_kind, generation)
    return news


def _store_kind(tx: Tx, kind: str, rows: dict[str, Row], generation: int) -> dict[str, Confirmed]:
    ours = {i: (version, seen) for i, version, seen in tx.all(_VERSIONS, (kind, json_list(rows)))}
    fresh, gone, buried = [], [], []
    news: dict[str, Confirmed] = {}
    for record_id, row in rows.items():
        version, seen = ours.get(record_id, (-1, generation))
        if seen == generation and row.version <= version:
            continue
        match str(row.state):
            case State.PRESENT:
                fresh.append((kind, record_id, row.version, "present", generation, _encode(row.body)))
                news[record_id] = Confirmed(row.version, row.body)
            case State.DELETED:
                buried.append((kind, record_id, row.version, generation))
                news[record_id] = Confirmed(row.version, None)
            case State.REMOVED:
                gone.append((kind, record_id))
                news[record_id] = NOTHING
            case unknown:  # a newer server's word: kept, and shown by a program that knows it
                fresh.append((kind, record_id, row.version, unknown, generation, _encode(row.body)))
                news[record_id] = Confirmed(row.version, None)
    tx.many(_STORE, fresh)
    tx.many(_BURY, buried)
    tx.many(_FORGET, gone)
    return news


def _by_kind(rows: Sequence[Row]) -> dict[str, dict[str, Row]]:
    """The newest row of each record, by kind."""
    kinds: dict[str, dict[str, Row]] = {}
    for row in rows:
        of_kind = kinds.setdefault(row.kind, {})
        known = of_kind.get(row.id)
        if known is None or row.version >= known.version:
            of_kind[row.id] = row
    return kinds
