"""The work orders: lists by day, person and status, and one order with all that belongs to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from storage.database import Tx
from storage.lists import json_list
from storage.plan_changes import Plan, plans_before
from storage.queries.filters import WorkOrderFilter
from storage.queries.marks import Asking, Marked, decode_body
from storage.queries.words import FAMILY
from storage.time_entries import read_entry
from storage.visible import typed
from sync.kinds import Kind
from sync.moments import to_us
from sync.records import Customer, Note, WorkOrder, answers
from sync.status import Mark
from sync.terms import Status
from sync.timekeeping import TimeEntry


@dataclass(frozen=True)
class WorkOrderLine:
    order: WorkOrder
    mark: Mark
    customer: Customer | None
    plan_before: Plan | None = None


@dataclass(frozen=True)
class WorkOrderDetail:
    """`answers` are by checklist item; `entries` are those on this order that this device holds."""

    order: WorkOrder
    mark: Mark
    customer: Customer | None
    plan_before: Plan | None = None
    answers: dict[str, Any] = field(default_factory=dict)
    notes: tuple[Marked[Note], ...] = ()
    entries: tuple[TimeEntry, ...] = ()


_MOST_OF_A_DAY = 500
# Written out, since the first screen asks it.
_OF_A_DAY = """
SELECT v.id, v.body, c.version FROM work_order AS v LEFT JOIN confirmed AS c ON c.kind = 'work_order' AND c.id = v.id
WHERE v.n IN (
    SELECT n FROM work_order WHERE starts_at >= ?1 AND starts_at < ?2 AND (assignee_id = ?3 OR crew_id = ?4)
    UNION SELECT n FROM work_order WHERE assignee_id = ?3 AND status IN (SELECT value FROM json_each(?5))
)
ORDER BY coalesce(v.starts_at >= ?1 AND v.starts_at < ?2, 0) DESC, v.starts_at IS NULL, v.starts_at, v.id LIMIT ?6
"""
# Written out, since to put it together takes longer than to ask it, and a page waits for it.
_OF_CUSTOMER = """
SELECT v.id, v.body, c.version FROM work_order AS v LEFT JOIN confirmed AS c ON c.kind = 'work_order' AND c.id = v.id
WHERE v.customer_id = ? ORDER BY v.starts_at IS NULL, v.starts_at, v.id LIMIT ?
"""
_COUNT = "SELECT count(*) FROM work_order WHERE assignee_id = ? AND status IN (SELECT value FROM json_each(?))"
_NOTES = f"""
{FAMILY}
SELECT v.id, v.body, c.version FROM note AS v LEFT JOIN confirmed AS c ON c.kind = 'note' AND c.id = v.id
WHERE v.subject_id IN family ORDER BY v.written_at, v.id
"""
_CUSTOMERS = """
SELECT v.id, v.body FROM json_each(?) AS wanted CROSS JOIN customer AS v ON v.id = wanted.value
"""


class WorkOrders(Asking):
    def page(self, wanted: WorkOrderFilter, limit: int, offset: int = 0) -> tuple[WorkOrderLine, ...]:
        """By scheduled start, those without one last."""
        with self._database.read() as tx:
            return _lines(tx, self._page(tx, Kind.WORK_ORDER, wanted, limit, offset))

    def count(self, wanted: WorkOrderFilter) -> int:
        return self._count(Kind.WORK_ORDER, wanted)

    def of_a_day(
        self, user_id: str, crew_id: str | None, begins: datetime, ends: datetime, under_way: Iterable[Status]
    ) -> tuple[WorkOrderLine, ...]:
        """This person's and the crew's that start in that day; behind them this person's others that are under way."""
        values = to_us(begins), to_us(ends), user_id, crew_id, json_list(under_way), _MOST_OF_A_DAY
        with self._database.read() as tx:
            return _lines(tx, self._typed(tx, Kind.WORK_ORDER, tx.all(_OF_A_DAY, values)))

    def of_customer(self, customer_id: str, limit: int) -> tuple[WorkOrderLine, ...]:
        with self._database.read() as tx:
            return _lines(tx, self._typed(tx, Kind.WORK_ORDER, tx.all(_OF_CUSTOMER, (customer_id, limit))))

    def count_of(self, user_id: str, statuses: Iterable[Status]) -> int:
        with self._database.read() as tx:
            return int(tx.value(_COUNT, (user_id, json_list(statuses))))

    def get(self, order_id: str) -> Marked[WorkOrder] | None:
        return self._one(Kind.WORK_ORDER, order_id)

    def by_number(self, number: int) -> Marked[WorkOrder] | None:
        with self._database.read() as tx:
            order_id = tx.value("SELECT id FROM work_order WHERE number = ?", (number,))
            return self._find(tx, Kind.WORK_ORDER, order_id) if order_id else None

    def detail(self, order_id: str) -> WorkOrderDetail | None:
        with self._database.read() as tx:
            marked = self._find(tx, Kind.WORK_ORDER, order_id)
            if marked is None:
                return None
            return WorkOrderDetail(
                order=marked.record,
                mark=marked.mark,
                customer=_customers(tx, [marked.record.customer_id]).get(marked.record.customer_id),
                plan_before=plans_before(tx, [order_id]).get(order_id),
                answers=answers(decode_body(tx.value("SELECT body FROM work_order WHERE id = ?", (order_id,)))),
                notes=self._notes(tx, order_id),
                entries=_entries(tx, order_id),
            )

    def notes(self, subject_id: str) -> tuple[Marked[Note], ...]:
        """The notes on any record, the oldest first."""
        with self._database.read() as tx:
            return self._notes(tx, subject_id)

    def _notes(self, tx: Tx, subject_id: str) -> tuple[Marked[Note], ...]:
        return self._typed(tx, Kind.NOTE, tx.all(_NOTES, (subject_id,)))


def _lines(tx: Tx, marked: Sequence[Marked[WorkOrder]]) -> tuple[WorkOrderLine, ...]:
    customers = _customers(tx, [one.record.customer_id for one in marked])
    plans = plans_before(tx, [one.record.id for one in marked])
    return tuple(
        WorkOrderLine(m.record, m.mark, customers.get(m.record.customer_id), plans.get(m.record.id)) for m in marked
    )


def _entries(tx: Tx, order_id: str) -> tuple[TimeEntry, ...]:
    rows = tx.all("SELECT body FROM time_entry WHERE work_order_id = ? ORDER BY starts_at", (order_id,))
    return tuple(read_entry(body) for (body,) in rows)


def _customers(tx: Tx, ids: list[str | None]) -> dict[str | None, Customer]:
    known: dict[str | None, Customer] = {}
    for record_id, body in tx.all(_CUSTOMERS, (json_list({i for i in ids if i is not None}),)):
        record = typed(Kind.CUSTOMER, record_id, 0, body)
        assert isinstance(record, Customer)
        known[record_id] = record
    return known
