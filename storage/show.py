"""What a visible row must be, and how it comes to that: visible = project(confirmed, pending)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

import msgspec

from storage.confirmed import NOTHING, Confirmed, read_confirmed
from storage.database import Tx
from storage.lists import json_list
from storage.pending import Pending, read_pending
from storage.search_index import Words, add_words, drop_words, words_in
from storage.subjects import subjects
from storage.time_entries import follow_punches, recompute_all
from storage.visible import TABLES, Table, understood
from sync.kinds import Kind
from sync.project import project
from sync.records import Record

CHUNK = 1_000

_encode = msgspec.json.Encoder().encode


class _Statements(NamedTuple):
    old: str
    is_any: str
    insert: str
    update: str
    update_body: str
    delete: str


def _statements(table: Table) -> _Statements:
    columns = (*table.columns, "body")
    return _Statements(
        old=f"SELECT v.id, v.n, {', '.join('v.' + c for c in columns)} "
        f"FROM json_each(?) AS wanted CROSS JOIN {table.name} AS v ON v.id = wanted.value",
        is_any=f"SELECT EXISTS (SELECT 1 FROM {table.name} WHERE id BETWEEN ? AND ?)",
        insert=f"INSERT INTO {table.name} (n, id, {', '.join(columns)}) VALUES (?, ?{', ?' * len(columns)})",
        update=f"UPDATE {table.name} SET {', '.join(c + ' = ?' for c in columns)} WHERE n = ?",
        update_body=f"UPDATE {table.name} SET body = ? WHERE n = ?",
        delete=f"DELETE FROM {table.name} WHERE n = ?",
    )


_STATEMENTS = {kind: _statements(table) for kind, table in TABLES.items()}

_KINDS = {kind.value: kind for kind in Kind}


def show(tx: Tx, kind: str, ids: Iterable[str], known: Mapping[str, Confirmed] | None = None) -> None:
    """Make these records' visible rows what they must be. `known` spares reading what the caller has just stored."""
    table = TABLES.get(_KINDS[kind]) if kind in _KINDS else None
    if table is None:
        return
    for chunk in _chunks(ids):
        confirmed = read_confirmed(tx, kind, chunk) if known is None else known
        _Pass(tx, table).show(chunk, confirmed)


def _chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(dict.fromkeys(ids))
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


class _Pass:
    """One chunk of one kind: compare what is there with what must be, then write the difference in bulk."""

    def __init__(self, tx: Tx, table: Table) -> None:
        self._tx = tx
        self._table = table
        self._words = table.words
        self._sql = _STATEMENTS[table.kind]
        self._next_n = (tx.value(f"SELECT max(n) FROM {table.name}") or 0) + 1
        self._inserts: list[tuple[Any, ...]] = []
        self._updates: list[tuple[Any, ...]] = []
        self._body_updates: list[tuple[bytes, int]] = []
        self._deletes: list[tuple[int]] = []
        self._lost_words: list[Words] = []
        self._new_words: list[Words] = []
        self._changed: list[tuple[str, bytes | None, Record | None]] = []

    def show(self, ids: list[str], confirmed: Mapping[str, Confirmed]) -> None:
        pending = read_pending(self._tx, ids, self._table.name)
        old = self._old(ids)
        for record_id in ids:
            self._compare(record_id, old.get(record_id), confirmed.get(record_id, NOTHING), pending.get(record_id, ()))
        self._write()

    def _old(self, ids: list[str]) -> dict[str, tuple[Any, ...]]:
        """What shows now. In a first snapshot that is nothing, and one look at the range tells."""
        if not self._tx.value(self._sql.is_any, (min(ids), max(ids))):
            return {}
        return {row[0]: row[1:] for row in self._tx.all(self._sql.old, (json_list(ids),))}

    def _compare(
        self, record_id: str, old: tuple[Any, ...] | None, confirmed: Confirmed, pending: Sequence[Pending]
    ) -> None:
        frozen = _shown(confirmed, pending)
        if old is not None and old[-1] == frozen:
            return
        record = None if frozen is None else understood(self._table.kind, record_id, frozen)
        if record is None and old is None:
            return
        self._changed.append((record_id, old[-1] if old else None, record))
        if record is None or frozen is None:
            self._drop(record_id, old or ())
        elif old is None:
            self._add(record_id, record, frozen)
        else:
            self._change(record_id, old, record, frozen)

    def _add(self, record_id: str, record: Record, frozen: bytes) -> None:
        self._inserts.append((self._next_n, record_id, *self._table.values(record), frozen))
        if self._words is not None:
            self._new_words.append((self._next_n, self._words(record)))
        self._next_n += 1

    def _change(self, record_id: str, old: tuple[Any, ...], record: Record, frozen: bytes) -> None:
        """Only what differs is written: where the body alone does, no index is touched."""
        n, *before, body = old
        values = self._table.values(record)
        if values == tuple(before):
            self._body_updates.append((frozen, n))
        else:
            self._updates.append((*values, frozen, n))
        if self._words is None:
            return
        lost, new = words_in(self._table, record_id, body), self._words(record)
        if lost != new:
            self._lost_words.append((n, lost))
            self._new_words.append((n, new))

    def _drop(self, record_id: str, old: tuple[Any, ...]) -> None:
        n, *_, body = old
        self._deletes.append((n,))
        if self._words is not None:
            self._lost_words.append((n, words_in(self._table, record_id, body)))

    def _write(self) -> None:
        tx, sql = self._tx, self._sql
        if self._lost_words:
            drop_words(tx, self._table, self._lost_words)
        for statement, rows in (
            (sql.delete, self._deletes),
            (sql.update, self._updates),
            (sql.update_body, self._body_updates),
            (sql.insert, self._inserts),
        ):
            if rows:
                tx.many(statement, rows)
        if self._new_words:
            add_words(tx, self._table, self._new_words)
        if not self._changed:
            return
        tx.touch(subjects(self._table.name, [record_id for record_id, _, _ in self._changed]))
        match self._table.kind:
            case Kind.PUNCH:
                follow_punches(tx, self._changed)
            case Kind.ORGANISATION:
                recompute_all(tx)
            case _:
                pass


def _shown(confirmed: Confirmed, pending: Sequence[Pending]) -> bytes | None:
    """The visible body in bytes: the server's own where nothing of ours lies on top."""
    if not pending:
        return confirmed.frozen
    body = project(confirmed.body, pending, confirmed.buried)
    return None if body is None else _encode(body)
