"""Work orders."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from client.views.notes import NoteLine
from client.views.sync import SyncItem
from sync.records import CheckItem, Customer, Money, WorkOrder
from sync.status import Mark
from sync.terms import Status


@dataclass(frozen=True)
class PlanChange:
    """What the plan was when this person last looked."""

    starts_at: datetime | None
    assignee: str
    is_moved: bool
    is_handed_over: bool


@dataclass(frozen=True)
class WorkOrderLine:
    id: str
    number: str  # "WO-1042", or "number when sent"
    title: str
    customer: str
    address: str
    scheduled_start: datetime | None
    status: Status
    assignee: str
    mark: Mark
    plan_change: PlanChange | None = None

    @property
    def label(self) -> str:
        return f"{self.number} · {self.title}"


@dataclass(frozen=True)
class CheckLine:
    """`is_answered`: with what the item asks for; the photo that it names is there."""

    item: CheckItem
    answer: bool | int | float | str | None
    is_answered: bool

    @property
    def id(self) -> str:
        return self.item.id

    @property
    def text(self) -> str:
        return self.item.text


@dataclass(frozen=True)
class PartLine:
    """`price` is for one unit, `total` for all; the quantity is in thousandths."""

    id: str
    name: str
    quantity: int
    unit: str
    price: Money | None
    total: Money | None
    author: str
    is_mine: bool
    used_at: datetime
    mark: Mark
    may_remove: bool


@dataclass(frozen=True)
class Missing:
    """What a work order lacks that is usually there when it is completed; it may be completed all the same."""

    unanswered: tuple[str, ...]
    is_unsigned: bool
    on_clock: tuple[str, ...]  # who is still at it, as far as this device knows

    @property
    def is_anything(self) -> bool:
        return bool(self.unanswered or self.is_unsigned or self.on_clock)


@dataclass(frozen=True)
class PersonTime:
    name: str
    time: timedelta


@dataclass(frozen=True)
class WorkOrderDetail:
    work_order: WorkOrder
    line: WorkOrderLine
    customer: Customer | None
    next_statuses: tuple[Status, ...]
    checklist: tuple[CheckLine, ...]
    missing: Missing
    notes: tuple[NoteLine, ...]
    my_time: timedelta
    others_time: tuple[PersonTime, ...]  # whoever worked on it longest comes first
    saved_at: datetime | None
    problem: SyncItem | None
    crew: str
    may_plan: bool

    @property
    def crew_time(self) -> timedelta:
        return sum((one.time for one in self.others_time), timedelta())

    @property
    def planned(self) -> timedelta:
        return timedelta(minutes=self.work_order.planned_minutes)

    @property
    def done(self) -> int:
        return sum(1 for line in self.checklist if line.is_answered)
