"""What the long lists can be narrowed to."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sync.terms import Stage, Status


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
    due_by: date | None = None
    order: LeadOrder = LeadOrder.NEWEST


@dataclass(frozen=True)
class CustomerFilter:
    """`words` are looked for in name, phone, e-mail and address."""

    words: str = ""


@dataclass(frozen=True)
class WorkOrderFilter:
    """`starts_from` is included, `starts_before` is not. No statuses are all of them. `late_at`: what should have begun
    by then and has not."""

    words: str = ""
    statuses: frozenset[Status] = frozenset()
    assignee_id: str | None = None
    crew_id: str | None = None
    starts_from: datetime | None = None
    starts_before: datetime | None = None
    late_at: datetime | None = None


Filter = LeadFilter | CustomerFilter | WorkOrderFilter
