"""Mutations as they lie in the outbox, in attention or in the trash: what builds on them, and throwing them away."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from storage.database import Tx
from storage.lists import json_list
from storage.pending import thaw
from storage.show import show
from storage.subjects import ATTENTION, OUTBOX, Subject
from sync.protocol import Mutation

COLUMNS = "place, key, kind, id, op, group_key, frozen"
REMOVE = "DELETE FROM {table} WHERE key IN (SELECT value FROM json_each(?))"
_TO_TRASH = """
INSERT OR REPLACE INTO trash (place, key, kind, id, op, group_key, occurred_at, trashed_at, why, root, frozen)
SELECT place, key, kind, id, op, group_key, occurred_at, ?2, ?3, ?4, frozen
FROM {table} WHERE key IN (SELECT value FROM json_each(?1))
"""
_LATER = f"""
SELECT {COLUMNS} FROM outbox
WHERE is_withdrawn = 0 AND seq > (SELECT seq FROM outbox WHERE key = ?) ORDER BY seq
"""


class Entry(NamedTuple):
    place: int
    key: str
    kind: str
    id: str
    op: str
    group: str | None
    frozen: bytes

    @property
    def mutation(self) -> Mutation:
        mutation: Mutation = thaw(self.frozen)
        return mutation


def dependants(tx: Tx, members: Sequence[Entry]) -> list[Entry]:
    """What in the outbox names these in its `after`, and what names those, each with its group: all made later."""
    gone = {entry.key for entry in members}
    found = []
    later = map(Entry._make, tx.run(_LATER, (members[0].key,)))
    for _group, mates in groupby(later, lambda entry: entry.group or entry.key):
        unit = [entry for entry in mates if entry.key not in gone]
        if any(not gone.isdisjoint(entry.mutation.after) for entry in unit):
            gone.update(entry.key for entry in unit)
            found += unit
    return found


def withdraw(tx: Tx, entries: Sequence[Entry], now: int, root: str) -> None:
    """To the trash, and their lines go out as withdrawals."""
    trash(tx, "outbox", entries, now, "undone", root)
    tx.many("UPDATE outbox SET is_withdrawn = 1 WHERE key = ?", [(entry.key,) for entry in entries])
    show_entries(tx, entries)


def trash(tx: Tx, table: str, entries: Sequence[Entry], now: int, why: str, root: str) -> None:
    keys = keys_of(entries)
    tx.run(_TO_TRASH.format(table=table), (keys, now, why, root))
    if table == "attention":
        tx.run(REMOVE.format(table=table), (keys,))


def show_entries(tx: Tx, entries: Iterable[Entry]) -> None:
    kinds: dict[str, list[str]] = {}
    for entry in entries:
        kinds.setdefault(entry.kind, []).append(entry.id)
    for kind, ids in kinds.items():
        show(tx, kind, ids)
    tx.touch({Subject(ATTENTION), Subject(OUTBOX)})


def keys_of(entries: Iterable[Entry]) -> str:
    return json_list(entry.key for entry in entries)
