"""Customers."""

from dataclasses import dataclass

from client.views.changes import Mark
from client.views.notes import NoteLine
from client.views.work_orders import WorkOrderLine
from sync.records import Customer


@dataclass(frozen=True)
class CustomerLine:
    id: str
    name: str
    phone: str
    email: str
    address: str
    mark: Mark


@dataclass(frozen=True)
class CustomerDetail:
    customer: Customer
    mark: Mark
    work_orders: tuple[WorkOrderLine, ...]
    notes: tuple[NoteLine, ...]
