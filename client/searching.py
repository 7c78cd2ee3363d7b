"""One search over everything that has a name, for the palette."""

from client.customers import CustomerDesk
from client.leads import LeadDesk
from client.views import CustomerLine, LeadLine, SearchHit, WorkOrderLine
from client.work_orders import WorkOrderDesk
from sync.kinds import Kind
from sync.language import words
from sync.records import Contact, Customer


class Search:
    def __init__(self, leads: LeadDesk, customers: CustomerDesk, orders: WorkOrderDesk) -> None:
        self._leads = leads
        self._customers = customers
        self._orders = orders

    def __call__(self, text: str, limit: int = 20) -> tuple[SearchHit, ...]:
        if not text.strip():
            return ()
        each = max(1, limit // 3)
        hits = [
            *(_of_order(order) for order in self._orders.list(text, limit=each)),
            *(_of_lead(lead) for lead in self._leads.list(text, limit=each)),
            *self._of_customers(text, each),
        ]
        return tuple(hits[:limit])

    def _of_customers(self, text: str, limit: int) -> list[SearchHit]:
        """By what is known of them, then by whom one talks to there."""
        hits = {one.id: _of_customer(one) for one in self._customers.list(text, limit=limit)}
        for contact, customer in self._customers.reached_through(text, limit):
            hits.setdefault(customer.id, _of_contact(contact, customer))
        return list(hits.values())[:limit]

    def hit(self, kind: Kind, record_id: str) -> SearchHit | None:
        """One record as a search would show it; None where it is not on this device."""
        match kind:
            case Kind.WORK_ORDER:
                order = self._orders.get(record_id)
                return _of_order(order.line) if order else None
            case Kind.LEAD:
                lead = self._leads.line(record_id)
                return _of_lead(lead) if lead else None
            case Kind.CUSTOMER:
                customer = self._customers.line(record_id)
                return _of_customer(customer) if customer else None
            case _:
                return None


def _of_order(order: WorkOrderLine) -> SearchHit:
    detail = _joined(words(order.status), order.customer, order.address)
    return SearchHit(Kind.WORK_ORDER, order.id, order.label, detail)


def _of_lead(lead: LeadLine) -> SearchHit:
    return SearchHit(Kind.LEAD, lead.id, lead.name, _joined(words(lead.stage), lead.phone or lead.email, lead.address))


def _of_customer(customer: CustomerLine) -> SearchHit:
    return SearchHit(Kind.CUSTOMER, customer.id, customer.name, customer.address or customer.phone)


def _of_contact(contact: Contact, customer: Customer) -> SearchHit:
    detail = _joined(contact.name, contact.role, contact.phone or contact.email)
    return SearchHit(Kind.CUSTOMER, customer.id, customer.name, detail)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
