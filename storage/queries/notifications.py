"""What a person was told, the newest first."""

from storage.queries.marks import Asking, Marked
from sync.kinds import Kind
from sync.records import Notification

_LIST = """
SELECT v.id, v.body, c.version FROM notification AS v
LEFT JOIN confirmed AS c ON c.kind = 'notification' AND c.id = v.id
ORDER BY v.at DESC, v.id DESC LIMIT ? OFFSET ?
"""

_UNREAD = "SELECT id FROM notification WHERE is_read = 0 ORDER BY at DESC, id DESC"


class Notifications(Asking):
    def page(self, limit: int, offset: int = 0) -> tuple[Marked[Notification], ...]:
        with self._database.read() as tx:
            return self._typed(tx, Kind.NOTIFICATION, tx.all(_LIST, (limit, offset)))

    def get(self, notification_id: str) -> Marked[Notification] | None:
        return self._one(Kind.NOTIFICATION, notification_id)

    def unread(self) -> tuple[str, ...]:
        """Ids, the newest first."""
        with self._database.read() as tx:
            return tuple(notification_id for (notification_id,) in tx.all(_UNREAD))

    def count_unread(self) -> int:
        with self._database.read() as tx:
            return int(tx.value("SELECT count(*) FROM notification WHERE is_read = 0"))
