"""The work orders: lists by day, person and status, and one order with all that belongs to it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from storage.database import Tx
from storage.lists import json_list
from storage.moments import to_us
from storage.plan_changes import Plan, plans_before
from storage.queries.marks import Asking, Mark, Marked, decode_body
from storage.queries.pieces import Sql, equal, one_of, rows_of, where, window
from storage.queries.words import FAMILY, is_found, match_of
from storage.time_entries import read_entry
from storage.visible import typed
from sync.kinds import Kind
from sync.records import Customer, Note, WorkOrder, answers
from sync.terms import Status
from sync.timekeeping import TimeEntry

_WAITING = (Status.DRAFT.value, Status.ASSIGNED.value, Status.EN_ROUTE.value)


@dataclass(frozen=True)
class WorkOrderFilter:
    """`starts_from` is included, `starts_before` is not. No statuses are all of them. `late_at`: what should have begun
    by then and has not."""

    words: str = ""
    statuses: frozenset[Status] = frozenset()
    assignee_id: str | None = None
    crew_id: str | None = None
    customer_id: str | None = None
    starts_from: datetime | None = None
    starts_before: datetime | None = None
    late_at: datetime | None = None


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


_ORDER = "v.starts_at IS NULL, v.starts_at, v.id"
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
        chosen = _chosen("v.n", wanted) + window(_ORDER, limit, offset)
        with self._database.read() as tx:
            marked = self._marked(tx, Kind.WORK_ORDER, rows_of(Kind.WORK_ORDER, chosen, _ORDER))
            customers = _customers(tx, [one.record.customer_id for one in marked])
            plans = plans_before(tx, [one.record.id for one in marked])
        return tuple(
            WorkOrderLine(m.record, m.mark, customers.get(m.record.customer_id), plans.get(m.record.id)) for m in marked
        )

    def count(self, wanted: WorkOrderFilter) -> int:
        return self._count(_chosen("count(*)", wanted))

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


def _chosen(what: str, wanted: WorkOrderFilter) -> Sql:
    return Sql(f"SELECT {what} FROM work_order AS v") + where(_filters(wanted))


def _filters(wanted: WorkOrderFilter) -> Iterator[Sql]:
    if expression := match_of(wanted.words):
        yield is_found(Kind.WORK_ORDER, expression)
    if wanted.statuses:
        yield one_of("v.status", sorted(status.value for status in wanted.statuses))
    whose = {"v.assignee_id": wanted.assignee_id, "v.crew_id": wanted.crew_id, "v.customer_id": wanted.customer_id}
    yield from (equal(column, value) for column, value in whose.items() if value is not None)
    if wanted.starts_from is not None:
        yield Sql("v.starts_at >= ?", (to_us(wanted.starts_from),))
    if wanted.starts_before is not None:
        yield Sql("v.starts_at < ?", (to_us(wanted.starts_before),))
    if wanted.late_at is not None:
        yield Sql("v.starts_at < ?", (to_us(wanted.late_at),))
        yield one_of("v.status", _WAITING)
