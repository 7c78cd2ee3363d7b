"""Taking an import back: what has not been sent is withdrawn, what has been is deleted, and the file may come again."""

from collections.abc import Sequence
from dataclasses import dataclass

from storage.database import Database, Tx
from storage.deliveries import Deliveries
from storage.entries import COLUMNS, Entry, dependants, withdraw
from storage.lists import json_list
from storage.outbox import IMPORT_CHUNK, Draft, Outbox, Progress
from sync.clock import Clock
from sync.kinds import Kind
from sync.moments import to_us
from sync.protocol import Op

_UNSENT = f"""
SELECT {COLUMNS} FROM outbox
WHERE id IN (SELECT value FROM json_each(?1)) AND is_withdrawn = 0 AND op = 'create' AND seq > ?2 ORDER BY place
"""
_SENT = """
SELECT v.id FROM json_each(?) AS wanted CROSS JOIN lead AS v ON v.id = wanted.value
WHERE NOT EXISTS (SELECT 1 FROM attention AS a WHERE a.id = v.id)
"""
_FORGET = "DELETE FROM import_digest WHERE id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True)
class TakenBack:
    """`left`: what had been sent already, in hands that may not delete a lead; or what needs a person anyway."""

    withdrawn: int = 0
    deleted: int = 0
    left: int = 0

    def __add__(self, other: "TakenBack") -> "TakenBack":
        return TakenBack(
            self.withdrawn + other.withdrawn, self.deleted + other.deleted, self.left + other.left
        )


class ImportUndo:
    def __init__(self, database: Database, outbox: Outbox, deliveries: Deliveries, clock: Clock) -> None:
        self._database = database
        self._outbox = outbox
        self._deliveries = deliveries
        self._clock = clock

    def take_back(self, ids: Sequence[str], *, may_delete: bool, progress: Progress | None = None) -> TakenBack:
        """The last first, a chunk per transaction: who looks for what builds on them then finds little."""
        taken = TakenBack()
        starts = range((len(ids) - 1) // IMPORT_CHUNK * IMPORT_CHUNK, -1, -IMPORT_CHUNK)
        for done, start in enumerate(starts, 1):
            taken += self._take_back(ids[start : start + IMPORT_CHUNK], may_delete=may_delete)
            if progress is not None:
                progress(min(done * IMPORT_CHUNK, len(ids)))
        return taken

    def _take_back(self, ids: Sequence[str], *, may_delete: bool) -> TakenBack:
        with self._database.write() as tx:
            creates = self._withdraw(tx, ids)
            sent = [lead for (lead,) in tx.all(_SENT, (json_list(ids),))]
            if may_delete:
                self._outbox.record_in(tx, [Draft(Op.REMOVE, Kind.LEAD, lead) for lead in sent])
            gone = [*creates, *(sent if may_delete else ())]
            tx.run(_FORGET, (json_list(gone),))
        deleted = len(sent) if may_delete else 0
        return TakenBack(len(creates), deleted, len(ids) - len(creates) - deleted)

    def _withdraw(self, tx: Tx, ids: Sequence[str]) -> list[str]:
        """What is on its way can't be taken back any more; it is deleted after it."""
        creates = [Entry(*row) for row in tx.all(_UNSENT, (json_list(ids), self._deliveries.up_to))]
        if creates:
            entries = sorted({*creates, *dependants(tx, creates)})
            withdraw(tx, entries, to_us(self._clock.now()), creates[0].key)
        return [entry.id for entry in creates]
