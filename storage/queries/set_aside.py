"""What this device has and a restored server doesn't: kept until it comes back or a person decides."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from storage.queries.marks import Asking, decode_body

_LIST = """
SELECT s.kind, s.id, s.body FROM set_aside AS s
WHERE NOT EXISTS (SELECT 1 FROM outbox AS m WHERE m.kind = s.kind AND m.id = s.id)
AND NOT EXISTS (SELECT 1 FROM attention AS m WHERE m.kind = s.kind AND m.id = s.id)
ORDER BY s.id
"""


class Missing(NamedTuple):
    """A record as the server last had it."""

    kind: str
    id: str
    body: Mapping[str, Any]


class SetAside(Asking):
    def all(self) -> tuple[Missing, ...]:
        """Without those that are on their way back."""
        with self._database.read() as tx:
            return tuple(Missing(kind, record_id, decode_body(body)) for kind, record_id, body in tx.all(_LIST))
