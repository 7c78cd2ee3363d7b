"""Who on this device may be the same: by phone number and e-mail address, or by a name and an address alike."""

import re
from dataclasses import dataclass

from storage.queries.marks import Asking
from storage.visible import email_key, name_key, phone_key, typed
from sync.kinds import Kind
from sync.records import Contact, Customer, Lead, Record

MOST_SAME = 5
MOST_NEAR = 300
"""Among so many of the newest the best is looked for; where a name is more common than that, it says nothing."""
_LETTERS = 3
"""A word is looked for by its beginning, so that a slip at its end does not hide it."""
_WORD = re.compile(r"[^\W_]+")

_SAME = """
SELECT v.id, v.body FROM {kind} AS v
WHERE ((v.phone_key = ?1 AND ?1 <> '' AND v.phone_key <> '') OR (v.email_key = ?2 AND ?2 <> '' AND v.email_key <> ''))
AND v.id <> ?3 {stands} LIMIT ?4
"""
_NEAR = """
SELECT v.id, v.body FROM {kind} AS v
WHERE v.n IN (SELECT rowid FROM {kind}_words WHERE {kind}_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2) AND v.id <> ?3
"""
_STANDS = {Kind.LEAD: "AND v.merged_into IS NULL", Kind.CUSTOMER: "", Kind.CONTACT: ""}


@dataclass(frozen=True)
class Same:
    leads: tuple[Lead, ...] = ()
    customers: tuple[Customer, ...] = ()
    contacts: tuple[Contact, ...] = ()


class Lookalikes(Asking):
    def same(self, phone: str, email: str, but_not: str = "") -> Same:
        """Who has this phone number or e-mail address, however it is written, other than the one being edited."""
        keys = (phone_key(phone), email_key(email), but_not, MOST_SAME)
        if not any(keys[:2]):
            return Same()
        found: dict[Kind, list[Record]] = {}
        with self._database.read() as tx:
            for kind, stands in _STANDS.items():
                rows = tx.all(_SAME.format(kind=kind.value, stands=stands), keys)
                found[kind] = [typed(kind, record_id, 0, body) for record_id, body in rows]
        return Same(
            tuple(one for one in found[Kind.LEAD] if isinstance(one, Lead)),
            tuple(one for one in found[Kind.CUSTOMER] if isinstance(one, Customer)),
            tuple(one for one in found[Kind.CONTACT] if isinstance(one, Contact)),
        )

    def near(self, name: str, address: str, but_not: str = "") -> tuple[Lead | Customer, ...]:
        """Leads and customers of whose words one begins like the name's, and the place's are like the address's.

        Another house number is another house, so where there is one it has to be there.
        """
        names, (numbers, streets) = _beginnings(name), _place(address)
        if not names or not (numbers or streets):
            return ()
        expression = f"({' OR '.join(names)}) AND ({' AND '.join(numbers) or ' OR '.join(streets)})"
        with self._database.read() as tx:
            found = [
                typed(kind, record_id, 0, body)
                for kind in (Kind.LEAD, Kind.CUSTOMER)
                for record_id, body in tx.all(_NEAR.format(kind=kind.value), (expression, MOST_NEAR, but_not))
            ]
        return tuple(one for one in found if isinstance(one, Lead | Customer))


def _beginnings(text: str) -> list[str]:
    words = _WORD.findall(name_key(text))
    return list(dict.fromkeys(f'"{word[:_LETTERS]}"*' for word in words if len(word) >= _LETTERS))


def _place(address: str) -> tuple[list[str], list[str]]:
    """House numbers and the street's beginnings, out of what stands before the town."""
    street = address.partition(",")[0]
    words = _WORD.findall(name_key(street))
    numbers = [f'"{word}"' for word in words if any(letter.isdigit() for letter in word)]
    return numbers, _beginnings(" ".join(word for word in words if f'"{word}"' not in numbers))
