"""One search over everything that has a name, for the palette."""

from client.customers import CustomerDesk
from client.leads import LeadDesk
from client.views import SearchHit
from client.work_orders import WorkOrderDesk
from sync.records import Kind
from sync.rules import words


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
            *(
                SearchHit(Kind.WORK_ORDER, order.id, order.label, f"{words(order.status)} · {order.customer}")
                for order in self._orders.list(text, limit=each)
            ),
            *(
                SearchHit(Kind.LEAD, lead.id, lead.name, f"{words(lead.stage)} · {lead.phone or lead.email}")
                for lead in self._leads.list(text, limit=each)
            ),
            *(
                SearchHit(Kind.CUSTOMER, customer.id, customer.name, customer.address or customer.phone)
                for customer in self._customers.list(text, limit=each)
            ),
        ]
        return tuple(hits[:limit])
