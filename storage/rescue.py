"""All that only this device has, as one piece: to take it to another device, where it goes on under the same keys."""

from typing import Any

import msgspec
from msgspec import Struct

from storage.database import Database, Tx
from storage.minting import ADVANCE
from storage.show import show
from storage.streams import move_to_new_stream
from storage.subjects import ATTENTION, OUTBOX, Subject
from sync.errors import InvalidInput, Problem
from sync.ids import NewId
from sync.language import translate

_FORMAT = 1
_COMMON = ("key", "kind", "id", "op", "group_key", "occurred_at", "frozen")
_COLUMNS = {
    "outbox": _COMMON,
    "attention": (*_COMMON, "parked_at", "outcome", "code", "message", "fields", "theirs", "cause"),
    "trash": (*_COMMON, "trashed_at", "why", "root"),
}
_READ = "SELECT place, {columns} FROM {table} {where} ORDER BY place"
_IS_KNOWN = """
SELECT EXISTS (SELECT 1 FROM outbox WHERE key = ?1) OR EXISTS (SELECT 1 FROM attention WHERE key = ?1)
    OR EXISTS (SELECT 1 FROM trash WHERE key = ?1) OR EXISTS (SELECT 1 FROM sent WHERE key = ?1)
"""
_NUMBERS = "SELECT next_seq, next_place FROM sync_state"


class _Item(Struct, frozen=True):
    table: str
    place: int
    values: tuple[Any, ...]


class _Content(Struct, frozen=True):
    format: int
    items: list[_Item]


def pack(database: Database) -> tuple[bytes, int]:
    """The piece, and how many changes are in it that were not sent. What was taken back is not among them."""
    with database.read() as tx:
        items = sorted((item for table in _COLUMNS for item in _read(tx, table)), key=lambda item: item.place)
    unsent = sum(item.table != "trash" for item in items)
    return msgspec.json.encode(_Content(_FORMAT, items)), unsent


def unpack(database: Database, piece: bytes) -> int:
    """Take over what is not known here yet, in the old order and with its keys; how many changes that were."""
    try:
        content = msgspec.json.decode(piece, type=_Content)
    except msgspec.DecodeError as trouble:
        raise _unreadable() from trouble
    if content.format != _FORMAT or any(item.table not in _COLUMNS for item in content.items):
        raise _unreadable()
    with database.write() as tx:
        taken = [item for item in content.items if not tx.value(_IS_KNOWN, (item.values[0],))]
        _append(tx, taken)
        for item in taken:
            show(tx, item.values[1], [item.values[2]])
        tx.touch({Subject(OUTBOX), Subject(ATTENTION)})
    return sum(item.table != "trash" for item in taken)


def discard(database: Database, new_id: NewId) -> int:
    """A person has decided: nothing of what was not sent is kept."""
    with database.write() as tx:
        items = [item for table in _COLUMNS for item in _read(tx, table)]
        for table in _COLUMNS:
            tx.run(f"DELETE FROM {table}")
        for item in items:
            show(tx, item.values[1], [item.values[2]])
        move_to_new_stream(tx, new_id())
        tx.touch({Subject(OUTBOX), Subject(ATTENTION)})
    return sum(item.table != "trash" for item in items)


def _read(tx: Tx, table: str) -> list[_Item]:
    where = "WHERE is_withdrawn = 0" if table == "outbox" else ""
    rows = tx.all(_READ.format(columns=", ".join(_COLUMNS[table]), table=table, where=where))
    return [_Item(table, place, tuple(_text(value) for value in values)) for place, *values in rows]


def _append(tx: Tx, items: list[_Item]) -> None:
    seq, place = tx.one(_NUMBERS) or (1, 1)
    for item in items:
        columns, values = ["place", *_COLUMNS[item.table]], [place, *item.values]
        values[columns.index("frozen")] = str(item.values[_COMMON.index("frozen")]).encode()
        if item.table == "outbox":
            columns, values, seq = ["seq", *columns], [seq, *values], seq + 1
        marks = ", ".join("?" * len(columns))
        tx.run(f"INSERT INTO {item.table} ({', '.join(columns)}) VALUES ({marks})", values)
        place += 1
    tx.run(ADVANCE, (seq, place))
    if items:
        tx.minted_place = place - 1


def _text(value: Any) -> Any:
    return value.decode() if isinstance(value, bytes) else value


def _unreadable() -> InvalidInput:
    return InvalidInput(
        Problem("file", "unreadable", translate("storage", "This is not a rescue file that this program can read."))
    )
