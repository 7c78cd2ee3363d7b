"""The attachments of a record, oldest first."""

from storage.queries.marks import Asking, Marked
from storage.queries.words import FAMILY
from sync.kinds import Kind
from sync.records import Attachment

_OF = f"""
{FAMILY}
SELECT a.id, a.body, c.version FROM attachment AS a
LEFT JOIN confirmed AS c ON c.kind = 'attachment' AND c.id = a.id
WHERE a.subject_id IN family ORDER BY a.taken_at, a.id
"""


class Attachments(Asking):
    def of(self, subject_id: str) -> tuple[Marked[Attachment], ...]:
        with self._database.read() as tx:
            return self._typed(tx, Kind.ATTACHMENT, tx.all(_OF, (subject_id,)))

    def get(self, attachment_id: str) -> Marked[Attachment] | None:
        return self._one(Kind.ATTACHMENT, attachment_id)
