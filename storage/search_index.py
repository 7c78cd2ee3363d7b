"""The words that a search finds records by: one index for each kind that has some, filled in the same transactions.

The index keeps no text of its own. To take a record out of it, what was put in is said again, word by word; that
follows from the body that showed. So when a program makes other words of a body, each index is filled anew.
"""

import hashlib
from collections.abc import Sequence
from functools import cache

import msgspec

from storage.database import Tx
from storage.visible import TABLES, Table, understood

Words = tuple[int, str]
"""A row's number in its table, and its words."""

SEARCHED = tuple(table for table in TABLES.values() if table.words is not None)

_ADD = "INSERT INTO {name}_words (rowid, words) VALUES (?, ?)"
_DROP = "INSERT INTO {name}_words ({name}_words, rowid, words) VALUES ('delete', ?, ?)"
_EMPTY = "INSERT INTO {name}_words ({name}_words) VALUES ('delete-all')"
_ALL = "SELECT n, id, body FROM {name} WHERE n > ? ORDER BY n LIMIT ?"
_AT_ONCE = 5_000

_SPECIMEN = {
    "name": "Zoë Ångström", "phone": "+44 (0)20 ٧٩٤٦ 0018", "email": "Zoe@Example.org", "address": "1½ Élan Road",
    "need": "Boiler", "source": "Fair", "role": "Owner", "title": "Boiler", "number": 7, "description": "Old one",
    "subject_kind": "customer", "subject_id": "00000000-0000-7000-8000-000000000000",
}  # fmt: skip  # one line for each field hides how little it says


def add_words(tx: Tx, table: Table, rows: Sequence[Words]) -> None:
    tx.many(_ADD.format(name=table.name), rows)


def drop_words(tx: Tx, table: Table, rows: Sequence[Words]) -> None:
    tx.many(_DROP.format(name=table.name), rows)


def drop_all_words(tx: Tx) -> None:
    for table in SEARCHED:
        tx.run(_EMPTY.format(name=table.name))


def fill_anew(tx: Tx) -> None:
    drop_all_words(tx)
    for table in SEARCHED:
        last = 0
        while rows := tx.all(_ALL.format(name=table.name), (last, _AT_ONCE)):
            add_words(tx, table, [(n, words_in(table, record_id, body)) for n, record_id, body in rows])
            last = rows[-1][0]


def words_in(table: Table, record_id: str, frozen: bytes) -> str:
    """None in a body that another program has shown and this one can't understand."""
    record = understood(table.kind, record_id, frozen)
    return table.words(record) if record is not None and table.words is not None else ""


@cache
def words_mark() -> str:
    """A short text that differs where another program makes other words of the same body."""
    frozen, record_id = msgspec.json.encode(_SPECIMEN), str(_SPECIMEN["subject_id"])
    of_each = [words_in(table, record_id, frozen) for table in SEARCHED]
    return hashlib.sha256(msgspec.json.encode(of_each)).hexdigest()[:16]
