"""The customers screen, one customer's sites and contacts, and choosing a customer while typing."""

from typing import Any, cast

from storage.queries.filters import CustomerFilter
from storage.queries.marks import Asking, Marked
from storage.queries.words import match_of
from storage.visible import typed
from sync.kinds import Kind
from sync.records import Contact, Customer, Record, Site

_OF = """
SELECT v.id, v.body, c.version FROM {kind} AS v LEFT JOIN confirmed AS c ON c.kind = '{kind}' AND c.id = v.id
WHERE v.subject_id = ? ORDER BY v.name_key, v.id
"""

_REACHED = """
SELECT k.id, k.body, v.id, v.body FROM contact_words AS w
CROSS JOIN contact AS k ON k.n = w.rowid CROSS JOIN customer AS v ON v.id = k.subject_id
WHERE contact_words MATCH ? ORDER BY w.rowid DESC LIMIT ?
"""


class Customers(Asking):
    def page(self, words: str, limit: int, offset: int = 0) -> tuple[Marked[Customer], ...]:
        """By name; `words` are looked for in name, phone, e-mail and address."""
        with self._database.read() as tx:
            return self._page(tx, Kind.CUSTOMER, CustomerFilter(words), limit, offset)

    def count(self, words: str = "") -> int:
        return self._count(Kind.CUSTOMER, CustomerFilter(words))

    def get(self, customer_id: str) -> Marked[Customer] | None:
        return self._one(Kind.CUSTOMER, customer_id)

    def sites(self, customer_id: str) -> tuple[Marked[Site], ...]:
        return self._of(Kind.SITE, customer_id)

    def contacts(self, customer_id: str) -> tuple[Marked[Contact], ...]:
        return self._of(Kind.CONTACT, customer_id)

    def reached_through(self, words: str, limit: int) -> tuple[tuple[Contact, Customer], ...]:
        """Whoever these words find among the contacts, by name, role, phone or e-mail, and where they are one."""
        expression = match_of(words)
        if not expression:
            return ()
        with self._database.read() as tx:
            found = tx.all(_REACHED, (expression, limit))
        return tuple((_contact(*row[:2]), _customer(*row[2:])) for row in found)

    def follower(self, kind: Kind, record_id: str) -> Marked[Record] | None:
        """A site or a contact."""
        return self._one(kind, record_id)

    def _of(self, kind: Kind, customer_id: str) -> tuple[Marked[Any], ...]:
        with self._database.read() as tx:
            return self._typed(tx, kind, tx.all(_OF.format(kind=kind.value), (customer_id,)))


def _contact(record_id: str, body: bytes) -> Contact:
    return cast(Contact, typed(Kind.CONTACT, record_id, 0, body))


def _customer(record_id: str, body: bytes) -> Customer:
    return cast(Customer, typed(Kind.CUSTOMER, record_id, 0, body))
