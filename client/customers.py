"""Customers: find, enter and change."""

from collections.abc import Mapping
from typing import Any

from client.desk import Desk, differing, plain_fields
from client.notes import NoteBook
from client.views import CustomerDetail, CustomerLine, Mark
from client.work_orders import WorkOrderDesk
from storage.queries.customers import Customers
from storage.queries.marks import Marked
from sync.errors import InvalidInput, Problem
from sync.protocol import Op
from sync.records import Customer, Kind, body_of
from sync.rules import field_problems, may


class CustomerDesk:
    def __init__(self, desk: Desk, customers: Customers, orders: WorkOrderDesk, notes: NoteBook) -> None:
        self._desk = desk
        self._customers = customers
        self._orders = orders
        self._notes = notes

    def list(self, query: str = "", *, offset: int = 0, limit: int = 200) -> tuple[CustomerLine, ...]:
        """By name."""
        return tuple(_line(found) for found in self._customers.page(query, limit, offset))

    def line(self, customer_id: str) -> CustomerLine | None:
        found = self._customers.get(customer_id)
        return _line(found) if found else None

    def count(self, query: str = "") -> int:
        return self._customers.count(query)

    def get(self, customer_id: str) -> CustomerDetail | None:
        found = self._customers.get(customer_id)
        if found is None:
            return None
        return CustomerDetail(
            customer=found.record,
            mark=Mark[found.mark.name],
            work_orders=self._orders.list(customer_id=customer_id),
            notes=self._notes.of(customer_id),
        )

    def problems(self, fields: Mapping[str, Any], *, is_new: bool = True) -> tuple[Problem, ...]:
        return tuple(field_problems(Kind.CUSTOMER, Op.CREATE if is_new else Op.CHANGE, plain_fields(fields)))

    def create(self, fields: Mapping[str, Any]) -> str:
        return self._desk.create(Kind.CUSTOMER, fields)

    def change(self, customer_id: str, fields: Mapping[str, Any]) -> None:
        found = self._customers.get(customer_id)
        if found is None:
            raise InvalidInput(Problem("", "not_found", "This customer is not on this device any more."))
        changed = differing(body_of(found.record), fields)
        if changed:
            self._desk.save(self._desk.draft(Op.CHANGE, Kind.CUSTOMER, customer_id, changed))

    def may_change(self) -> bool:
        return may(self._desk.profile.role, Op.CHANGE, Kind.CUSTOMER)

    def add_note(self, customer_id: str, text: str) -> str:
        return self._notes.add(Kind.CUSTOMER, customer_id, text)


def _line(found: Marked[Customer]) -> CustomerLine:
    customer = found.record
    return CustomerLine(
        id=customer.id,
        name=customer.name,
        phone=customer.phone,
        email=customer.email,
        address=customer.address,
        mark=Mark[found.mark.name],
    )
