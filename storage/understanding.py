"""What this program understands of records. When that grows, what an older program kept without showing it shows."""

import contextlib
import hashlib
from functools import cache

import msgspec

from storage.database import Database, Tx
from storage.search_index import fill_anew, words_mark
from storage.show import show
from storage.visible import TABLES
from sync.errors import DiskFull, Unwritable
from sync.kinds import TYPES

_UNSHOWN = """
SELECT c.id FROM confirmed AS c
WHERE c.kind = ? AND c.state = 'present' AND NOT EXISTS (SELECT 1 FROM {table} AS v WHERE v.id = c.id)
"""


def show_what_is_understood_now(database: Database) -> None:
    """At the first start of another program; a full disk is told when something must be saved, not now."""
    marks = _mark(), words_mark()
    with database.read() as tx:
        before = tx.one("SELECT understood, words_of FROM sync_state") or ()
    if before == marks:
        return
    with contextlib.suppress(DiskFull, Unwritable), database.write() as tx:
        if before[1:] != marks[1:]:
            fill_anew(tx)
        for kind, table in TABLES.items():
            show(tx, kind, _unshown(tx, kind, table.name))
        tx.run("UPDATE sync_state SET understood = ?, words_of = ?", marks)


def _unshown(tx: Tx, kind: str, table: str) -> list[str]:
    return [record_id for (record_id,) in tx.all(_UNSHOWN.format(table=table), (kind,))]


@cache
def _mark() -> str:
    """A short text that differs where kinds, fields, their words or their bounds do."""
    shapes = msgspec.json.encode(msgspec.json.schema_components(TYPES.values()), order="deterministic")
    return hashlib.sha256(shapes).hexdigest()[:16]
