"""Customers with their sites and contacts: find, enter, change and remove."""

from collections.abc import Mapping
from typing import Any

from client.desk import Desk, gone, plain_fields
from client.leads import LeadDesk
from client.notes import NoteBook
from client.views import ContactLine, CustomerDetail, CustomerLine, SiteLine
from client.work_orders import WorkOrderDesk
from storage.queries.customers import Customers
from storage.queries.marks import Marked
from sync.errors import Problem
from sync.kinds import Kind
from sync.language import translate, words
from sync.protocol import Op
from sync.records import Contact, Customer, Site
from sync.rules import field_problems, may


class CustomerDesk:
    def __init__(
        self, desk: Desk, customers: Customers, orders: WorkOrderDesk, leads: LeadDesk, notes: NoteBook
    ) -> None:
        self._desk = desk
        self._customers = customers
        self._orders = orders
        self._leads = leads
        self._notes = notes
        self.sites = FollowerDesk(desk, customers, Kind.SITE)
        self.contacts = FollowerDesk(desk, customers, Kind.CONTACT)

    def list(self, query: str = "", *, offset: int = 0, limit: int = 200) -> tuple[CustomerLine, ...]:
        """By name."""
        return tuple(_line(found) for found in self._customers.page(query, limit, offset))

    def line(self, customer_id: str) -> CustomerLine | None:
        found = self._customers.get(customer_id)
        return _line(found) if found else None

    def count(self, query: str = "") -> int:
        return self._customers.count(query)

    def reached_through(self, query: str, limit: int) -> tuple[tuple[Contact, Customer], ...]:
        """Contacts that fit, each with the customer."""
        return self._customers.reached_through(query, limit)

    def is_known(self, customer_id: str) -> bool:
        return self._customers.get(customer_id) is not None

    def get(self, customer_id: str) -> CustomerDetail | None:
        found = self._customers.get(customer_id)
        if found is None:
            return None
        return CustomerDetail(
            customer=found.record,
            mark=found.mark,
            sites=tuple(map(_site, self._customers.sites(customer_id))),
            contacts=tuple(map(_contact, self._customers.contacts(customer_id))),
            work_orders=self._orders.of_customer(customer_id),
            leads=self._leads.of_customer(customer_id),
            notes=self._notes.of(customer_id),
        )

    def problems(self, fields: Mapping[str, Any], *, is_new: bool = True) -> tuple[Problem, ...]:
        return tuple(field_problems(Kind.CUSTOMER, Op.CREATE if is_new else Op.CHANGE, plain_fields(fields)))

    def create(self, fields: Mapping[str, Any]) -> str:
        return self._desk.create(Kind.CUSTOMER, fields)

    def change(self, customer_id: str, fields: Mapping[str, Any]) -> None:
        found = self._customers.get(customer_id)
        if found is None:
            raise gone(translate("customers", "This customer is not on this device any more."))
        self._desk.change(Kind.CUSTOMER, found.record, fields)

    def remove(self, customer_id: str) -> None:
        """Work orders, leads and notes stay as they are."""
        self._desk.save(self._desk.draft(Op.REMOVE, Kind.CUSTOMER, customer_id, {}))

    def may_change(self) -> bool:
        return may(self._desk.profile.role, Op.CHANGE, Kind.CUSTOMER)

    def may_remove(self) -> bool:
        return may(self._desk.profile.role, Op.REMOVE, Kind.CUSTOMER)

    def add_note(self, customer_id: str, text: str) -> str:
        return self._notes.add(Kind.CUSTOMER, customer_id, text)


class FollowerDesk:
    """The sites of customers, or their contacts."""

    def __init__(self, desk: Desk, customers: Customers, kind: Kind) -> None:
        self._desk = desk
        self._customers = customers
        self.kind = kind

    def problems(self, fields: Mapping[str, Any]) -> tuple[Problem, ...]:
        problems = field_problems(self.kind, Op.CHANGE, plain_fields(fields))
        if not str(fields.get("name", "")).strip() and not problems:
            problems.append(Problem("name", "required", translate("customers", "Name is needed.")))
        return tuple(problems)

    def add(self, customer_id: str, fields: Mapping[str, Any]) -> str:
        return self._desk.create(self.kind, {"subject_kind": Kind.CUSTOMER, "subject_id": customer_id, **fields})

    def change(self, record_id: str, fields: Mapping[str, Any]) -> None:
        found = self._customers.follower(self.kind, record_id)
        if found is None:
            message = translate("customers", "This {kind} is not on this device any more.")
            raise gone(message.format(kind=words(self.kind)))
        self._desk.change(self.kind, found.record, fields)

    def remove(self, record_id: str) -> None:
        self._desk.save(self._desk.draft(Op.REMOVE, self.kind, record_id, {}))

    def may_remove(self) -> bool:
        return may(self._desk.profile.role, Op.REMOVE, self.kind)


def _line(found: Marked[Customer]) -> CustomerLine:
    customer = found.record
    return CustomerLine(
        id=customer.id,
        name=customer.name,
        phone=customer.phone,
        email=customer.email,
        address=customer.address,
        mark=found.mark,
    )


def _site(found: Marked[Site]) -> SiteLine:
    site = found.record
    return SiteLine(site.id, site.name, site.address, site.access, found.mark)


def _contact(found: Marked[Contact]) -> ContactLine:
    contact = found.record
    return ContactLine(contact.id, contact.name, contact.role, contact.phone, contact.email, found.mark)
