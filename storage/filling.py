"""Many rows of one kind that are new here: made ready on any thread, and stored in a few long statements.

A first sync is bound by the thread that writes. What needs no file is done before it comes to that, and while SQLite
works through a thousand rows the interpreter is free to read the next chunk. All else is absorbed row by row.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

import msgspec

from storage.confirmed import newest_by_kind, read_versions
from storage.database import Tx
from storage.pending import read_pending
from storage.subjects import subjects
from storage.visible import TABLES, Table, understood
from sync.kinds import Kind
from sync.protocol import Chunk, FrozenRow, State

WORTH_IT = 500
# SQLite takes 32 766 values with one statement.
AT_ONCE = 1_000

# Of punches entries are made, and the organisation's settings change them all.
_FILLED = {kind.value: table for kind, table in TABLES.items() if kind not in (Kind.PUNCH, Kind.ORGANISATION)}

_CONFIRMED = ("id", "version", "body")


class Filling(NamedTuple):
    """Rows of one kind: value behind value, as the long statements want them."""

    table: Table
    ids: list[str]
    confirmed: list[Any]
    visible: list[Any]
    words: list[str]

    @property
    def columns(self) -> tuple[str, ...]:
        return ("id", *self.table.columns, "body")

    def without(self, ids: Collection[str]) -> "Filling":
        kept = [n for n, record_id in enumerate(self.ids) if record_id not in ids]

        def rows_of(values: list[Any], width: int) -> list[Any]:
            return [value for n in kept for value in values[n * width : (n + 1) * width]]

        return Filling(
            self.table,
            rows_of(self.ids, 1),
            rows_of(self.confirmed, len(_CONFIRMED)),
            rows_of(self.visible, len(self.columns)),
            rows_of(self.words, 1),
        )


class ReadyChunk(Chunk, frozen=True, kw_only=True):
    fillings: Mapping[str, Filling] = {}


def make_ready(chunk: Chunk) -> ReadyChunk:
    kinds = newest_by_kind(chunk.rows)
    fillings = {
        kind: _made_ready(_FILLED[kind], rows)
        for kind, rows in kinds.items()
        if kind in _FILLED and len(rows) >= WORTH_IT
    }
    return ReadyChunk(**msgspec.structs.asdict(chunk), fillings=fillings)


def fill(tx: Tx, chunk: Chunk) -> Sequence[FrozenRow]:
    """Store what is ready and new, and answer with the rows that are left."""
    if not isinstance(chunk, ReadyChunk):
        return chunk.rows
    filled = {kind: frozenset(_fill(tx, filling)) for kind, filling in chunk.fillings.items()}
    return [row for row in chunk.rows if row.id not in filled.get(row.kind, ())]


def _made_ready(table: Table, rows: Mapping[str, FrozenRow]) -> Filling:
    """Of all that are simply there and understood."""
    kind, values, words_of = table.kind, table.values, table.words
    ids: list[str] = []
    confirmed: list[Any] = []
    visible: list[Any] = []
    words: list[str] = []
    for record_id, row in rows.items():
        body = bytes(row.body)
        record = understood(kind, record_id, body) if row.state is State.PRESENT else None
        if record is None:
            continue
        ids.append(record_id)
        confirmed += record_id, row.version, body
        visible += record_id, *values(record), body
        if words_of is not None:
            words.append(words_of(record))
    return Filling(table, ids, confirmed, visible, words)


def _fill(tx: Tx, filling: Filling) -> Sequence[str]:
    """Store what is known neither by the server's word nor by a change of ours; the answer is what was stored."""
    known = _known(tx, filling)
    if known:
        filling = filling.without(known)
    table, ids = filling.table, filling.ids
    if not ids:
        return ids
    generation = tx.value("SELECT generation FROM sync_state")
    first = tx.value(f"SELECT coalesce(max(n), 0) + 1 FROM {table.name}")
    into = f"confirmed (kind, state, generation, {', '.join(_CONFIRMED)})"
    _insert(tx, into, len(_CONFIRMED), filling.confirmed, f"'{table.name}', 'present', {generation}, ")
    _insert(tx, f"{table.name} ({', '.join(filling.columns)})", len(filling.columns), filling.visible)
    if filling.words:
        numbered = list(chain.from_iterable(enumerate(filling.words, first)))
        _insert(tx, f"{table.name}_words (rowid, words)", 2, numbered)
    tx.touch(subjects(table.name, ids))
    return ids


def _known(tx: Tx, filling: Filling) -> set[str]:
    """In a first snapshot that is nothing, or a little that came before because it is urgent."""
    kind, ids = filling.table.name, filling.ids
    return {*read_pending(tx, ids, kind), *read_versions(tx, kind, ids)}


def _insert(tx: Tx, into: str, width: int, values: list[Any], same: str = "") -> None:
    """`width` values make a row, behind those that are the same in each."""
    row = f"({same}{', '.join('?' * width)})"
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
