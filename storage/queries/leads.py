"""The leads screen: a window over a sorted list, and one lead with what was merged into it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from storage.queries.marks import Asking, Marked, rows_of
from storage.queries.tables import LEAD
from storage.queries.words import finds, index_of, match_of
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


_WORDS = index_of(LEAD)

_SOURCES = "SELECT DISTINCT source FROM lead WHERE source <> '' AND merged_into IS NULL ORDER BY source"
_CLOSED = (Stage.WON.value, Stage.LOST.value)
_MERGED = "SELECT v.id, v.body FROM lead AS v WHERE v.merged_into = ? ORDER BY v.id"

class Leads(Asking):
    def page(self, wanted: LeadFilter, limit: int, offset: int = 0) -> tuple[Marked[Lead], ...]:
        number = _WORDS.c.rowid if match_of(wanted.words) else LEAD.c.n
        chosen = _chosen(number, wanted).order_by(*_order(wanted)).limit(limit).offset(offset)
        with self._database.read() as tx:
            return self._marked(tx, Kind.LEAD, rows_of(Kind.LEAD, LEAD, chosen).order_by(*_order_shown(wanted)))

    def count(self, wanted: LeadFilter) -> int:
        with self._database.read() as tx:
            return int(tx.select(_chosen(func.count(), wanted))[0][0])

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


def _order(wanted: LeadFilter) -> tuple[ColumnElement[Any], ...]:
    """Stable orders that SQLite can walk along an index, so that no window costs more than the first."""
    if match_of(wanted.words):
        return (_WORDS.c.rowid.desc(),)
    return _order_shown(wanted)


def _order_shown(wanted: LeadFilter) -> tuple[ColumnElement[Any], ...]:
    if match_of(wanted.words):
        return (LEAD.c.n.desc(),)
    if wanted.order is LeadOrder.NAME:
        return LEAD.c.name_key, LEAD.c.id
    if wanted.order is LeadOrder.DUE:
        return LEAD.c.follow_up_on, LEAD.c.id
    return (LEAD.c.id.desc(),)


def _chosen(what: ColumnElement[Any], wanted: LeadFilter) -> Select[Any]:
    """Ask the index alone where it can answer alone: a single letter finds most of the leads."""
    asked = {
        LEAD.c.stage: wanted.stage,
        LEAD.c.source: wanted.source,
        LEAD.c.assignee_id: wanted.assignee_id,
        LEAD.c.customer_id: wanted.customer_id,
    }
    filters = [column == str(value) for column, value in asked.items() if value is not None]
    if wanted.for_id is not None:
        filters.append((LEAD.c.assignee_id == wanted.for_id) | LEAD.c.assignee_id.is_(None))
    if wanted.due_by is not None:
        filters += [LEAD.c.follow_up_on <= wanted.due_by.isoformat(), LEAD.c.stage.not_in(_CLOSED)]
    statement = select(what).where(*filters)
    expression = match_of(wanted.words)
    if not expression:
        return statement.where(LEAD.c.merged_into.is_(None)).select_from(LEAD)
    searched = _WORDS.join(LEAD, LEAD.c.n == _WORDS.c.rowid) if filters else _WORDS
    return statement.select_from(searched).where(finds(_WORDS, expression))
