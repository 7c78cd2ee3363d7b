"""Work orders."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from client.views.changes import Mark
from client.views.notes import NoteLine
from client.views.sync import SyncItem
from sync.records import Customer, Status, WorkOrder


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

    @property
    def label(self) -> str:
        return f"{self.number} · {self.title}"


@dataclass(frozen=True)
class CheckLine:
    id: str
    text: str
    answer: bool | int | float | str | None


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
    notes: tuple[NoteLine, ...]
    my_time: timedelta
    others_time: tuple[PersonTime, ...]  # whoever worked on it longest comes first
    saved_at: datetime | None
    problem: SyncItem | None

    @property
    def crew_time(self) -> timedelta:
        return sum((one.time for one in self.others_time), timedelta())

    @property
    def planned(self) -> timedelta:
        return timedelta(minutes=self.work_order.planned_minutes)

    @property
    def done(self) -> int:
        return sum(1 for line in self.checklist if line.answer not in (None, False, ""))
