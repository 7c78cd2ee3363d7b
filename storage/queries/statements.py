"""The statements behind the long lists, put together by SQLAlchemy's Core, since their filters vary.

Loading Core takes a quarter of a second, so it comes with the first long list; what the first screen asks is literal.
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, column, func, literal_column, select, table
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.expression import TableClause

from storage.queries.filters import CustomerFilter, Filter, LeadFilter, LeadOrder, WorkOrderFilter
from sync.moments import to_us
from sync.terms import Stage, Status

LEAD = table(
    "lead",
    *map(column, ("n", "id", "name_key", "stage", "source", "assignee_id", "follow_up_on", "body")),
    column("merged_into"),
)
CUSTOMER = table("customer", *map(column, ("n", "id", "name_key", "body")))
WORK_ORDER = table(
    "work_order",
    *map(column, ("n", "id", "number", "status", "assignee_id", "crew_id", "starts_at", "body")),
)
CONFIRMED = table("confirmed", *map(column, ("kind", "id", "version")))

Statement = tuple[str, list[Any]]
"""The text, and the values of its question marks."""
_Order = tuple[ColumnElement[Any], ...]

_DIALECT = sqlite.dialect(paramstyle="qmark")
_TABLES: dict[type[Filter], TableClause] = {LeadFilter: LEAD, CustomerFilter: CUSTOMER, WorkOrderFilter: WORK_ORDER}
_LEAD_WORDS = table("lead_words", column("rowid"))
_LEAD_ORDERS: dict[LeadOrder, _Order] = {
    LeadOrder.NEWEST: (LEAD.c.id.desc(),),
    LeadOrder.NAME: (LEAD.c.name_key, LEAD.c.id),
    LeadOrder.DUE: (LEAD.c.follow_up_on, LEAD.c.id),
}
_CLOSED = (Stage.WON.value, Stage.LOST.value)
_WAITING = (Status.DRAFT.value, Status.ASSIGNED.value, Status.EN_ROUTE.value)


def page_of(wanted: Filter, expression: str, limit: int, offset: int) -> Statement:
    """Id, body and version of the rows in a window; `expression` is what FTS5 makes of the filter's words."""
    listed = _TABLES[type(wanted)]
    number, order, shown = _order(wanted, expression)
    chosen = _chosen(select(number), wanted, expression).order_by(*order).limit(limit).offset(offset)
    confirmed = (CONFIRMED.c.kind == listed.name) & (CONFIRMED.c.id == listed.c.id)
    rows = select(listed.c.id, listed.c.body, CONFIRMED.c.version).select_from(listed.outerjoin(CONFIRMED, confirmed))
    return _rendered(rows.where(listed.c.n.in_(chosen)).order_by(*shown))


def count_of(wanted: Filter, expression: str) -> Statement:
    return _rendered(_chosen(select(func.count()), wanted, expression))


def _rendered(statement: Select[Any]) -> Statement:
    made = statement.compile(dialect=_DIALECT, compile_kwargs={"render_postcompile": True})
    return str(made), [made.params[name] for name in made.positiontup or ()]


def _order(wanted: Filter, expression: str) -> tuple[ColumnElement[Any], _Order, _Order]:
    """What tells a row from the others, in which order they are walked, and in which they are shown.

    Each is stable, and such that SQLite can walk along an index, so that no window costs more than the first.
    """
    match wanted:
        case LeadFilter() if expression:
            return _LEAD_WORDS.c.rowid, (_LEAD_WORDS.c.rowid.desc(),), (LEAD.c.n.desc(),)
        case LeadFilter(order=order):
            return LEAD.c.n, _LEAD_ORDERS[order], _LEAD_ORDERS[order]
        case CustomerFilter():
            by_name = CUSTOMER.c.name_key, CUSTOMER.c.id
            return CUSTOMER.c.n, by_name, by_name
        case WorkOrderFilter():
            by_start = WORK_ORDER.c.starts_at.is_(None), WORK_ORDER.c.starts_at, WORK_ORDER.c.id
            return WORK_ORDER.c.n, by_start, by_start


def _chosen(statement: Select[Any], wanted: Filter, expression: str) -> Select[Any]:
    match wanted:
        case LeadFilter():
            return _chosen_leads(statement, wanted, expression)
        case CustomerFilter():
            return statement.select_from(CUSTOMER).where(*_found(CUSTOMER, expression))
        case WorkOrderFilter():
            return statement.select_from(WORK_ORDER).where(*_found(WORK_ORDER, expression), *_of_work_orders(wanted))


def _chosen_leads(statement: Select[Any], wanted: LeadFilter, expression: str) -> Select[Any]:
    """Ask the words alone where they can answer alone: a single letter finds most of the leads."""
    filters = _of_leads(wanted)
    if not expression:
        return statement.select_from(LEAD).where(*filters, LEAD.c.merged_into.is_(None))
    searched = _LEAD_WORDS.join(LEAD, LEAD.c.n == _LEAD_WORDS.c.rowid) if filters else _LEAD_WORDS
    return statement.select_from(searched).where(*filters, _finds(_LEAD_WORDS, expression))


def _of_leads(wanted: LeadFilter) -> list[ColumnElement[bool]]:
    asked = {
        LEAD.c.stage: wanted.stage,
        LEAD.c.source: wanted.source,
        LEAD.c.assignee_id: wanted.assignee_id,
    }
    filters = [field == str(value) for field, value in asked.items() if value is not None]
    if wanted.due_by is not None:
        filters += [LEAD.c.follow_up_on <= wanted.due_by.isoformat(), LEAD.c.stage.not_in(_CLOSED)]
    return filters


def _of_work_orders(wanted: WorkOrderFilter) -> list[ColumnElement[bool]]:
    asked = {
        WORK_ORDER.c.assignee_id: wanted.assignee_id,
        WORK_ORDER.c.crew_id: wanted.crew_id,
    }
    filters = [field == value for field, value in asked.items() if value is not None]
    if wanted.statuses:
        filters.append(WORK_ORDER.c.status.in_(sorted(status.value for status in wanted.statuses)))
    if wanted.starts_from is not None:
        filters.append(WORK_ORDER.c.starts_at >= to_us(wanted.starts_from))
    if wanted.starts_before is not None:
        filters.append(WORK_ORDER.c.starts_at < to_us(wanted.starts_before))
    if wanted.late_at is not None:
        filters += [WORK_ORDER.c.starts_at < to_us(wanted.late_at), WORK_ORDER.c.status.in_(_WAITING)]
    return filters


def _found(searched: TableClause, expression: str) -> list[ColumnElement[bool]]:
    """Whether the words are in it; no condition where there are none."""
    index = table(f"{searched.name}_words", column("rowid"))
    return [searched.c.n.in_(select(index.c.rowid).where(_finds(index, expression)))] if expression else []


def _finds(index: TableClause, expression: str) -> ColumnElement[bool]:
    return literal_column(index.name).op("MATCH", is_comparison=True)(expression)
