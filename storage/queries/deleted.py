"""What was deleted and can still be brought back: this device keeps it as the server last had it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from storage.lists import json_list
from storage.queries.marks import Asking, decode_body
from sync.moments import from_us, to_us

_LIST = """
SELECT c.kind, c.id, c.deleted_at, c.body FROM confirmed AS c
WHERE c.deleted_at >= ?1 AND c.state = 'deleted' AND c.kind IN (SELECT value FROM json_each(?2))
AND NOT EXISTS (SELECT 1 FROM outbox AS m WHERE m.id = c.id AND m.kind = c.kind AND m.op = 'restore')
AND NOT EXISTS (SELECT 1 FROM attention AS m WHERE m.id = c.id AND m.kind = c.kind AND m.op = 'restore')
ORDER BY c.deleted_at DESC, c.kind, c.id LIMIT ?3 OFFSET ?4
"""


class Buried(NamedTuple):
    """A record as it was when it was deleted."""

    kind: str
    id: str
    deleted_at: datetime
    body: Mapping[str, Any]


class Deleted(Asking):
    def since(self, moment: datetime, kinds: Iterable[str], limit: int, offset: int = 0) -> tuple[Buried, ...]:
        """The latest first, without those that are on their way back."""
        with self._database.read() as tx:
            rows = tx.all(_LIST, (to_us(moment), json_list(kinds), limit, offset))
        return tuple(Buried(kind, record_id, from_us(at), decode_body(body)) for kind, record_id, at, body in rows)
