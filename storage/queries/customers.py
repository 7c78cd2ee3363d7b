"""The customers screen, and choosing a customer while typing."""

from typing import Any

from sqlalchemy import Select, func, select

from storage.queries.marks import Asking, Marked, rows_of
from storage.queries.tables import CUSTOMER
from storage.queries.words import found, match_of
from sync.records import Customer, Kind


class Customers(Asking):
    def page(self, words: str, limit: int, offset: int = 0) -> tuple[Marked[Customer], ...]:
        """By name; `words` are looked for in name, phone, e-mail and address."""
        order = CUSTOMER.c.name_key, CUSTOMER.c.id
        chosen = _chosen(select(CUSTOMER.c.n), words).order_by(*order).limit(limit).offset(offset)
        with self._database.read() as tx:
            return self._marked(tx, Kind.CUSTOMER, rows_of(Kind.CUSTOMER, CUSTOMER, chosen).order_by(*order))

    def count(self, words: str = "") -> int:
        with self._database.read() as tx:
            return int(tx.select(_chosen(select(func.count()).select_from(CUSTOMER), words))[0][0])

    def get(self, customer_id: str) -> Marked[Customer] | None:
        return self._one(Kind.CUSTOMER, customer_id)


def _chosen(statement: Select[Any], words: str) -> Select[Any]:
    if expression := match_of(words):
        return statement.where(CUSTOMER.c.n.in_(found(CUSTOMER, expression)))
    return statement
