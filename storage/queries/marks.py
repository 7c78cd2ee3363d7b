"""Where a record's changes are: on this device, on their way, with the server, or with a person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec

from storage.database import Database, Tx
from storage.deliveries import Deliveries
from storage.lists import json_list
from storage.queries.filters import Filter
from storage.queries.words import spelled_out
from storage.visible import typed
from sync.kinds import Kind
from sync.records import Record
from sync.status import Mark

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Marked(Generic[R]):
    """A record as it is to be shown, with its state of sync."""

    record: R
    mark: Mark


_WAITING = """
SELECT m.id, min(m.seq) FROM json_each(?) AS wanted CROSS JOIN outbox AS m ON m.id = wanted.value
WHERE m.is_withdrawn = 0 GROUP BY m.id
"""
_NEEDY = """
SELECT m.id FROM json_each(?1) AS wanted CROSS JOIN attention AS m ON m.id = wanted.value
UNION ALL
SELECT c.subject_id FROM json_each(?1) AS wanted CROSS JOIN conflict AS c ON c.subject_id = wanted.value
WHERE c.is_open = 1
"""

decode_body: Any = msgspec.json.Decoder(dict[str, Any]).decode


class Asking:
    """What every set of queries needs: the file, and how far the sending has got."""

    def __init__(self, database: Database, deliveries: Deliveries) -> None:
        self._database = database
        self._deliveries = deliveries

    def _marks(self, tx: Tx, ids: Iterable[str]) -> dict[str, Mark]:
        """The marks of those records that have one other than sent."""
        wanted, sending = json_list(ids), self._deliveries.up_to
        marks = {
            record_id: Mark.SENDING if seq <= sending else Mark.SAVED_HERE
            for record_id, seq in tx.all(_WAITING, (wanted,))
        }
        marks.update((record_id, Mark.NEEDS_ATTENTION) for (record_id,) in tx.all(_NEEDY, (wanted,)))
        return marks

    def _page(self, tx: Tx, kind: Kind, wanted: Filter, limit: int, offset: int) -> tuple[Marked[Any], ...]:
        from storage.queries.statements import page_of  # a start does without SQLAlchemy

        return self._typed(tx, kind, tx.all(*page_of(wanted, spelled_out(tx, kind, wanted.words), limit, offset)))

    def _count(self, kind: Kind, wanted: Filter) -> int:
        from storage.queries.statements import count_of  # a start does without SQLAlchemy

        with self._database.read() as tx:
            return int(tx.value(*count_of(wanted, spelled_out(tx, kind, wanted.words))))

    def _typed(self, tx: Tx, kind: Kind, rows: Sequence[Any]) -> tuple[Marked[Any], ...]:
        """Of rows of id, body and version."""
        marks = self._marks(tx, (row[0] for row in rows))
        return tuple(
            Marked(typed(kind, record_id, version or 0, body), marks.get(record_id, Mark.SENT))
            for record_id, body, version in rows
        )

    def _one(self, kind: Kind, record_id: str) -> Marked[Any] | None:
        with self._database.read() as tx:
            return self._find(tx, kind, record_id)

    def _find(self, tx: Tx, kind: Kind, record_id: str) -> Marked[Any] | None:
        row = tx.one(
            f"SELECT v.body, c.version FROM {kind} AS v "
            "LEFT JOIN confirmed AS c ON c.kind = ?1 AND c.id = v.id WHERE v.id = ?2",
            (kind, record_id),
        )
        if row is None:
            return None
        mark = self._marks(tx, (record_id,)).get(record_id, Mark.SENT)
        return Marked(typed(kind, record_id, row[1] or 0, row[0]), mark)
