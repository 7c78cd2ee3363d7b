"""Whether a lead looks like somebody who is here already: the same number or address, or a name and a place alike."""

import re
import unicodedata
from collections.abc import Iterator

from client.views import Duplicate
from storage.queries.lookalikes import Lookalikes
from sync.kinds import Kind
from sync.language import translate
from sync.records import Contact, Customer, Lead

LONGEST = 200
"""Names and addresses have no more letters; a form may hold a whole page until it is saved."""
ALIKE = 0.62
"""From here on two texts are taken for the same one, written differently."""
_WORD = re.compile(r"[^\W_]+")
# The many ways to write the end of a street's name, and what says nothing about a company.
_SHORT = {
    "street": "st",
    "road": "rd",
    "avenue": "ave",
    "lane": "ln",
    "close": "cl",
    "drive": "dr",
    "court": "ct",
    "square": "sq",
    "strasse": "str",
    "calle": "c",
    "avenida": "avda",
    "limited": "",
    "ltd": "",
    "gmbh": "",
    "and": "",
}


class LookalikeDesk:
    def __init__(self, lookalikes: Lookalikes) -> None:
        self._lookalikes = lookalikes

    def of(
        self, phone: str = "", email: str = "", name: str = "", address: str = "", besides: str | None = None
    ) -> tuple[Duplicate, ...]:
        """Who on this device this may be, the surest first."""
        wanted = _words(name[:LONGEST])
        sure = sorted(self._same(phone, email, besides or ""), key=lambda one: -_alike(wanted, _words(one.name)))
        known = {one.id for one in sure}
        return (*sure, *(one for one in self._near(name, address, besides or "") if one.id not in known))

    def _same(self, phone: str, email: str, besides: str) -> Iterator[Duplicate]:
        found = self._lookalikes.same(phone, email, besides)
        wanted = email.strip().casefold()
        for lead in found.leads:
            yield Duplicate(Kind.LEAD, lead.id, lead.name, _same_as(lead, wanted))
        for customer in found.customers:
            yield Duplicate(Kind.CUSTOMER, customer.id, customer.name, _same_as(customer, wanted))
        for contact in found.contacts:
            yield Duplicate(Kind.CUSTOMER, contact.subject_id, contact.name, _same_as_contact(contact, wanted))

    def _near(self, name: str, address: str, besides: str) -> list[Duplicate]:
        if not name.strip() or not address.strip() or max(len(name), len(address)) > LONGEST:
            return []
        scored = [
            (score, record)
            for record in self._lookalikes.near(name, address, besides)
            if (score := likeness(name, address, record.name, record.address)) >= ALIKE
        ]
        scored.sort(key=lambda pair: (-pair[0], pair[1].id))
        return [_looks_like(record) for _score, record in scored[:3]]


def likeness(name: str, address: str, other_name: str, other_address: str) -> float:
    """From 0 to 1: how sure it is that two names at two addresses are one; the less likely of the two decides."""
    places = _words(address), _words(other_address)
    if _numbers(places[0]) != _numbers(places[1]):
        return 0.0
    return min(_alike(_words(name), _words(other_name)), _alike(*places))


def _alike(one: list[str], other: list[str]) -> float:
    """How many pairs of letters two texts share, whatever the order of their words."""
    pairs, others = _pairs(one), _pairs(other)
    total = len(pairs) + len(others)
    return 2 * len(pairs & others) / total if total else 0.0


def _pairs(words: list[str]) -> set[str]:
    padded = (f" {word} " for word in words)
    return {word[place : place + 2] for word in padded for place in range(len(word) - 1)}


def _words(text: str) -> list[str]:
    apart = unicodedata.normalize("NFKD", text.partition(",")[0].casefold())
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return [short for word in _WORD.findall(plain) if (short := _SHORT.get(word, word))]


def _numbers(words: list[str]) -> set[str]:
    return {word for word in words if any(letter.isdigit() for letter in word)}


def _is_by_email(record: Lead | Customer | Contact, wanted: str) -> bool:
    return bool(wanted) and record.email.strip().casefold() == wanted


def _same_as(record: Lead | Customer, wanted: str) -> str:
    phone, email = translate("lookalikes", "Same phone as {name}."), translate("lookalikes", "Same e-mail as {name}.")
    return (email if _is_by_email(record, wanted) else phone).format(name=record.name)


def _same_as_contact(contact: Contact, wanted: str) -> str:
    phone = translate("lookalikes", "Same phone as {name}, a customer's contact.")
    email = translate("lookalikes", "Same e-mail as {name}, a customer's contact.")
    return (email if _is_by_email(contact, wanted) else phone).format(name=contact.name)


def _looks_like(record: Lead | Customer) -> Duplicate:
    kind = Kind.LEAD if isinstance(record, Lead) else Kind.CUSTOMER
    because = translate("lookalikes", "Looks like {name}, {address}.").format(name=record.name, address=record.address)
    return Duplicate(kind, record.id, record.name, because)
