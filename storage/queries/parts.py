"""The parts used on a work order, oldest first."""

from storage.queries.marks import Asking, Marked
from sync.kinds import Kind
from sync.records import Part

_OF = """
SELECT p.id, p.body, c.version FROM part AS p
LEFT JOIN confirmed AS c ON c.kind = 'part' AND c.id = p.id
WHERE p.subject_id = ? ORDER BY p.used_at, p.id
"""


class Parts(Asking):
    def of(self, order_id: str) -> tuple[Marked[Part], ...]:
        with self._database.read() as tx:
            return self._typed(tx, Kind.PART, tx.all(_OF, (order_id,)))

    def get(self, part_id: str) -> Marked[Part] | None:
        return self._one(Kind.PART, part_id)
