"""Where somebody punched."""

from collections.abc import Collection

from storage.queries.marks import Asking, Marked
from sync.kinds import Kind
from sync.records import Location

_OF = """
SELECT l.id, l.body, c.version FROM location AS l
LEFT JOIN confirmed AS c ON c.kind = 'location' AND c.id = l.id
WHERE l.punch_id IN ({}) ORDER BY l.id
"""


class Locations(Asking):
    def of(self, punch_ids: Collection[str]) -> tuple[Marked[Location], ...]:
        with self._database.read() as tx:
            asked = _OF.format(", ".join("?" * len(punch_ids)))
            return self._typed(tx, Kind.LOCATION, tx.all(asked, tuple(punch_ids)))
