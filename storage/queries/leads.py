"""The leads screen: a window over a sorted list, one lead, and who else has this phone number."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from storage.queries.marks import Asking, Marked, rows_of
from storage.queries.tables import LEAD
from storage.queries.words import finds, index_of, match_of
from storage.visible import email_key, phone_key, typed
from sync.records import Customer, Kind, Lead, Record, Stage


class LeadOrder(StrEnum):
    NEWEST = "newest"
    NAME = "name"
    DUE = "due"


@dataclass(frozen=True)
class LeadFilter:
    """`words` are looked for in name, phone, e-mail, address, need and source; a search lists the newest first.

    `due_by`: what is still open and was to be followed up by that day.
    """

    words: str = ""
    stage: Stage | None = None
    source: str | None = None
    assignee_id: str | None = None
    customer_id: str | None = None
    due_by: date | None = None
    order: LeadOrder = LeadOrder.NEWEST


@dataclass(frozen=True)
class Duplicates:
    """Who on this device has the same phone number or e-mail address."""

    leads: tuple[Lead, ...] = ()
    customers: tuple[Customer, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.leads or self.customers)


MOST_DUPLICATES = 5
_WORDS = index_of(LEAD)

_SOURCES = "SELECT DISTINCT source FROM lead WHERE source <> '' AND merged_into IS NULL ORDER BY source"
_CLOSED = (Stage.WON.value, Stage.LOST.value)
_MERGED = "SELECT v.id, v.body FROM lead AS v WHERE v.merged_into = ? ORDER BY v.id"

_SAME = """
SELECT v.id, v.body FROM {table} AS v
WHERE ((v.phone_key = ?1 AND ?1 <> '' AND v.phone_key <> '') OR (v.email_key = ?2 AND ?2 <> '' AND v.email_key <> ''))
AND v.id <> ?3 {stands} LIMIT ?4
"""


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

    def duplicates(self, phone: str, email: str, but_not: str = "") -> Duplicates:
        """Leads and customers with this phone number or e-mail address, other than the one that is being edited."""
        keys = (phone_key(phone), email_key(email), but_not, MOST_DUPLICATES)
        with self._database.read() as tx:
            leads, customers = (
                tuple(_read(kind, *row) for row in tx.all(_SAME.format(table=kind.value, stands=stands), keys))
                for kind, stands in ((Kind.LEAD, "AND v.merged_into IS NULL"), (Kind.CUSTOMER, ""))
            )
        return Duplicates(
            tuple(lead for lead in leads if isinstance(lead, Lead)),
            tuple(customer for customer in customers if isinstance(customer, Customer)),
        )


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
    if wanted.due_by is not None:
        filters += [LEAD.c.follow_up_on <= wanted.due_by.isoformat(), LEAD.c.stage.not_in(_CLOSED)]
    statement = select(what).where(*filters)
    expression = match_of(wanted.words)
    if not expression:
        return statement.where(LEAD.c.merged_into.is_(None)).select_from(LEAD)
    searched = _WORDS.join(LEAD, LEAD.c.n == _WORDS.c.rowid) if filters else _WORDS
    return statement.select_from(searched).where(finds(_WORDS, expression))
