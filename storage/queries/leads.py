"""The leads screen: a window over a sorted list, and one lead with what was merged into it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from storage.queries.marks import Asking, Marked
from storage.queries.pieces import Sql, equal, one_of, rows_of, where, window
from storage.queries.words import finds, match_of
from storage.visible import typed
from sync.kinds import Kind
from sync.records import Lead, Record
from sync.terms import Stage


class LeadOrder(StrEnum):
    NEWEST = "newest"
    NAME = "name"
    DUE = "due"


@dataclass(frozen=True)
class LeadFilter:
    """`words` are looked for in name, phone, e-mail, address, need and source; a search lists the newest first.

    `for_id`: this person's, and nobody's. `due_by`: what is still open and was to be followed up by that day.
    """

    words: str = ""
    stage: Stage | None = None
    source: str | None = None
    assignee_id: str | None = None
    for_id: str | None = None
    customer_id: str | None = None
    due_by: date | None = None
    order: LeadOrder = LeadOrder.NEWEST


_ORDERS = {LeadOrder.NEWEST: "v.id DESC", LeadOrder.NAME: "v.name_key, v.id", LeadOrder.DUE: "v.follow_up_on, v.id"}
"""Stable, and such that SQLite can walk along an index, so that no window costs more than the first."""
_SOURCES = "SELECT DISTINCT source FROM lead WHERE source <> '' AND merged_into IS NULL ORDER BY source"
_CLOSED = (Stage.WON.value, Stage.LOST.value)
_MERGED = "SELECT v.id, v.body FROM lead AS v WHERE v.merged_into = ? ORDER BY v.id"


class Leads(Asking):
    def page(self, wanted: LeadFilter, limit: int, offset: int = 0) -> tuple[Marked[Lead], ...]:
        if match_of(wanted.words):
            chosen, order = _chosen("w.rowid", wanted) + window("w.rowid DESC", limit, offset), "v.n DESC"
        else:
            order = _ORDERS[wanted.order]
            chosen = _chosen("v.n", wanted) + window(order, limit, offset)
        with self._database.read() as tx:
            return self._marked(tx, Kind.LEAD, rows_of(Kind.LEAD, chosen, order))

    def count(self, wanted: LeadFilter) -> int:
        return self._count(_chosen("count(*)", wanted))

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


def _chosen(what: str, wanted: LeadFilter) -> Sql:
    """Ask the words alone where they can answer alone: a single letter finds most of the leads."""
    filters = _filters(wanted)
    expression = match_of(wanted.words)
    if not expression:
        return Sql(f"SELECT {what} FROM lead AS v") + where((*filters, Sql("v.merged_into IS NULL")))
    joined = "JOIN lead AS v ON v.n = w.rowid" if filters else ""
    return Sql(f"SELECT {what} FROM lead_words AS w {joined}") + where((*filters, finds(Kind.LEAD, expression)))


def _filters(wanted: LeadFilter) -> list[Sql]:
    asked = {
        "v.stage": wanted.stage,
        "v.source": wanted.source,
        "v.assignee_id": wanted.assignee_id,
        "v.customer_id": wanted.customer_id,
    }
    filters = [equal(column, str(value)) for column, value in asked.items() if value is not None]
    if wanted.for_id is not None:
        filters.append(Sql("(v.assignee_id = ? OR v.assignee_id IS NULL)", (wanted.for_id,)))
    if wanted.due_by is not None:
        filters.append(Sql("v.follow_up_on <= ?", (wanted.due_by.isoformat(),)))
        filters.append(Sql("NOT") + one_of("v.stage", _CLOSED))
    return filters
