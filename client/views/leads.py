"""Leads, and what looks like the same one."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from client.views.notes import NoteLine
from client.views.sync import SyncItem
from sync.kinds import Kind
from sync.records import Lead, Money
from sync.status import Mark
from sync.terms import Stage


@dataclass(frozen=True)
class LeadLine:
    id: str
    name: str
    phone: str
    email: str
    address: str
    stage: Stage
    source: str
    value: Money | None
    follow_up_on: date | None
    mark: Mark


@dataclass(frozen=True)
class LeadDetail:
    lead: Lead
    mark: Mark
    notes: tuple[NoteLine, ...]
    assignee: str
    saved_at: datetime | None  # when the oldest unsent change was made
    problem: SyncItem | None  # why it needs attention
    merged: tuple[Lead, ...] = ()  # what turned out to be this one


@dataclass(frozen=True)
class Duplicate:
    """Another record on this device that looks like the same one."""

    kind: Kind
    id: str
    name: str
    because: str  # "Same phone as Orchard Rd 18."


@dataclass(frozen=True)
class MergeField:
    """A field in which two leads differ."""

    name: str
    kept: Any
    other: Any

    @property
    def is_other_suggested(self) -> bool:
        return self.kept in (None, "")


@dataclass(frozen=True)
class MergeView:
    """Two leads that are one: the one that stays, the other, and where they differ."""

    kept: Lead
    other: Lead
    fields: tuple[MergeField, ...]
