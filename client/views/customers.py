"""Customers, with the places where they have work done and the people to talk to."""

from dataclasses import dataclass

from client.views.leads import LeadLine
from client.views.notes import NoteLine
from client.views.work_orders import WorkOrderLine
from sync.records import Customer
from sync.status import Mark


@dataclass(frozen=True)
class CustomerLine:
    id: str
    name: str
    phone: str
    email: str
    address: str
    mark: Mark


@dataclass(frozen=True)
class SiteLine:
    id: str
    name: str
    address: str
    access: str
    mark: Mark


@dataclass(frozen=True)
class ContactLine:
    id: str
    name: str
    role: str
    phone: str
    email: str
    mark: Mark


@dataclass(frozen=True)
class CustomerDetail:
    customer: Customer
    mark: Mark
    sites: tuple[SiteLine, ...]
    contacts: tuple[ContactLine, ...]
    work_orders: tuple[WorkOrderLine, ...]
    leads: tuple[LeadLine, ...]
    notes: tuple[NoteLine, ...]
