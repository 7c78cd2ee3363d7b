"""Many rows of one kind of which nothing is known here yet: made ready on any thread, and stored in a few long
statements.

A first sync is bound by the thread that writes. What needs no file is done before it comes to that, and while SQLite
works through a thousand rows the interpreter is free to read the next chunk. All else is absorbed row by row.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

import msgspec

from storage.confirmed import newest_by_kind
from storage.database import Tx
from storage.pending import read_pending
from storage.subjects import subjects
from storage.visible import TABLES, Table, typed
from sync.kinds import Kind
from sync.protocol import Chunk, FrozenRow, State

WORTH_IT = 500
# SQLite takes 32 766 values with one statement.
AT_ONCE = 1_000

# Of punches entries are made, and the organisation's settings change them all.
_FILLED = {kind.value: table for kind, table in TABLES.items() if kind not in (Kind.PUNCH, Kind.ORGANISATION)}

_IS_ANY = """
SELECT EXISTS (SELECT 1 FROM confirmed WHERE kind = '{name}' AND id BETWEEN ?1 AND ?2)
OR EXISTS (SELECT 1 FROM {name} WHERE id BETWEEN ?1 AND ?2)
"""


class Filling(NamedTuple):
    """All rows of one kind in a chunk: value behind value, as the long statements want them."""

    table: Table
    ids: Collection[str]
    confirmed: list[Any]
    visible: list[Any]
    words: list[str]


class ReadyChunk(Chunk, frozen=True, kw_only=True):
    fillings: Mapping[str, Filling] = {}


def make_ready(chunk: Chunk) -> ReadyChunk:
    found = {kind: _filling(kind, rows) for kind, rows in newest_by_kind(chunk.rows).items()}
    fillings = {kind: filling for kind, filling in found.items() if filling is not None}
    return ReadyChunk(**msgspec.structs.asdict(chunk), fillings=fillings)


def fill(tx: Tx, chunk: Chunk) -> Sequence[FrozenRow]:
    """Store what is ready and new, and answer with the rows that are left."""
    if not isinstance(chunk, ReadyChunk):
        return chunk.rows
    filled = {kind for kind, filling in chunk.fillings.items() if _fill(tx, filling)}
    return [row for row in chunk.rows if row.kind not in filled]


def _filling(kind: str, rows: Mapping[str, FrozenRow]) -> Filling | None:
    """None where they are few, or where one of them is not simply there and understood."""
    table = _FILLED.get(kind)
    if table is None or len(rows) < WORTH_IT or any(row.state is not State.PRESENT for row in rows.values()):
        return None
    try:
        return _made_ready(table, rows)
    except msgspec.ValidationError:
        return None


def _made_ready(table: Table, rows: Mapping[str, FrozenRow]) -> Filling:
    kind, values, words_of = table.kind, table.values, table.words
    confirmed: list[Any] = []
    visible: list[Any] = []
    words: list[str] = []
    for record_id, row in rows.items():
        body = bytes(row.body)
        record = typed(kind, record_id, 0, body)
        confirmed += record_id, row.version, body
        visible += record_id, *values(record), body
        if words_of is not None:
            words.append(words_of(record))
    return Filling(table, rows.keys(), confirmed, visible, words)


def _fill(tx: Tx, filling: Filling) -> bool:
    """Not where any of it is known, or may have been: neither by the server's word nor by a change of ours."""
    table, ids = filling.table, filling.ids
    if tx.value(_IS_ANY.format(name=table.name), (min(ids), max(ids))) or read_pending(tx, ids):
        return False
    generation = tx.value("SELECT generation FROM sync_state")
    first = tx.value(f"SELECT coalesce(max(n), 0) + 1 FROM {table.name}")
    known = f"'{table.name}', 'present', {generation}, "
    _insert(tx, "confirmed (kind, state, generation, id, version, body)", 3, filling.confirmed, known)
    columns = ("id", *table.columns, "body")
    _insert(tx, f"{table.name} ({', '.join(columns)})", len(columns), filling.visible)
    if filling.words:
        numbered = list(chain.from_iterable(enumerate(filling.words, first)))
        _insert(tx, f"{table.name}_words (rowid, words)", 2, numbered)
    tx.touch(subjects(table.name, list(ids)))
    return True


def _insert(tx: Tx, into: str, width: int, values: list[Any], known: str = "") -> None:
    """`width` values make a row, behind those that are `known` and the same in each."""
    row = f"({known}{', '.join('?' * width)})"
    at_once = width * AT_ONCE
    behind = len(values) - len(values) % at_once
    for start in range(0, behind, at_once):
        tx.run(_rows(into, row, AT_ONCE), values[start : start + at_once])
    rest = values[behind:]
    tx.many(f"INSERT INTO {into} VALUES {row}", list(zip(*[iter(rest)] * width, strict=True)))


@cache
def _rows(into: str, row: str, count: int) -> str:
    """One text for all chunks, so that SQLite reads it once."""
    return f"INSERT INTO {into} VALUES {', '.join([row] * count)}"
