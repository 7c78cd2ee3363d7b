"""Records that a restored server lacks: they leave the list when they are back, or when a person lets them go."""

from collections.abc import Iterable

from storage.database import Database, Tx
from storage.subjects import ATTENTION, Subject

_RETURNED = """
DELETE FROM set_aside WHERE EXISTS (
    SELECT 1 FROM confirmed AS c WHERE c.kind = set_aside.kind AND c.id = set_aside.id
)
"""
_LET_GO = "DELETE FROM set_aside WHERE kind = ? AND id = ?"


def forget_returned(tx: Tx) -> None:
    if tx.run(_RETURNED).rowcount:
        tx.touch({Subject(ATTENTION)})


def let_go(database: Database, refs: Iterable[tuple[str, str]]) -> None:
    with database.write() as tx:
        tx.many(_LET_GO, list(refs))
        tx.touch({Subject(ATTENTION)})
