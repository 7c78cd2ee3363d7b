"""The leads screen: a window over a sorted list, and one lead with what was merged into it."""

from datetime import date

from storage.queries.filters import LeadFilter
from storage.queries.marks import Asking, Marked
from storage.visible import typed
from sync.kinds import Kind
from sync.records import Lead, Record
from sync.terms import Stage

_SOURCES = "SELECT DISTINCT source FROM lead WHERE source <> '' AND merged_into IS NULL ORDER BY source"
# Written out, since the first screen asks it.
_FOLLOW_UPS = f"""
FROM lead AS v LEFT JOIN confirmed AS c ON c.kind = 'lead' AND c.id = v.id
WHERE v.merged_into IS NULL AND v.follow_up_on <= ?1 AND v.stage NOT IN ('{Stage.WON}', '{Stage.LOST}')
AND (v.assignee_id = ?2 OR v.assignee_id IS NULL)
"""
# Written out, since to put it together takes longer than to ask it, and a page waits for it.
_OF_CUSTOMER = """
SELECT v.id, v.body, c.version FROM lead AS v LEFT JOIN confirmed AS c ON c.kind = 'lead' AND c.id = v.id
WHERE v.customer_id = ? AND v.merged_into IS NULL ORDER BY v.id DESC LIMIT ?
"""
_MERGED = "SELECT v.id, v.body FROM lead AS v WHERE v.merged_into = ? ORDER BY v.id"


class Leads(Asking):
    def page(self, wanted: LeadFilter, limit: int, offset: int = 0) -> tuple[Marked[Lead], ...]:
        with self._database.read() as tx:
            return self._page(tx, Kind.LEAD, wanted, limit, offset)

    def count(self, wanted: LeadFilter) -> int:
        return self._count(Kind.LEAD, wanted)

    def of_customer(self, customer_id: str, limit: int) -> tuple[Marked[Lead], ...]:
        """The newest first."""
        with self._database.read() as tx:
            return self._typed(tx, Kind.LEAD, tx.all(_OF_CUSTOMER, (customer_id, limit)))

    def follow_ups(self, user_id: str, due_by: date, limit: int) -> tuple[Marked[Lead], ...]:
        """Whom this person was to call by that day, and whom nobody in particular was to; the longest due first."""
        wanted = f"SELECT v.id, v.body, c.version {_FOLLOW_UPS} ORDER BY v.follow_up_on, v.id LIMIT ?3"
        with self._database.read() as tx:
            return self._typed(tx, Kind.LEAD, tx.all(wanted, (due_by.isoformat(), user_id, limit)))

    def count_follow_ups(self, user_id: str, due_by: date) -> int:
        with self._database.read() as tx:
            return int(tx.value(f"SELECT count(*) {_FOLLOW_UPS}", (due_by.isoformat(), user_id)))

    def get(self, lead_id: str) -> Marked[Lead] | None:
        return self._one(Kind.LEAD, lead_id)

    def merged(self, lead_id: str) -> tuple[Lead, ...]:
        """The leads that turned out to be this one."""
        with self._database.read() as tx:
            found = (_read(Kind.LEAD, *row) for row in tx.all(_MERGED, (lead_id,)))
            return tuple(lead for lead in found if isinstance(lead, Lead))

    def sources(self) -> tuple[str, ...]:
        """Every source in use, for the filter."""
        with self._database.read() as tx:
            return tuple(source for (source,) in tx.all(_SOURCES))


def _read(kind: Kind, record_id: str, body: bytes) -> Record:
    return typed(kind, record_id, 0, body)
