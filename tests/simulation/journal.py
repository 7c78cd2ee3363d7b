"""Every mutation that was ever minted, written down beside the devices."""

from dataclasses import dataclass, replace
from typing import Any

import msgspec

from sync.kinds import Kind
from sync.protocol import Op

_mutation = msgspec.json.Decoder(dict[str, Any]).decode


@dataclass(frozen=True)
class Entry:
    """One mutation in the words of its frozen bytes; `device` is where it was minted."""

    device: str
    user_id: str
    key: str
    op: Op
    kind: str
    id: str
    fields: dict[str, Any]
    base: int
    bases: dict[str, int]
    after: tuple[str, ...]
    group: str | None
    supersedes: str | None
    occurred_at: str
    frozen: bytes

    def instead(self, op: Op, fields: dict[str, Any], base: int) -> "Entry":
        """The same with another meaning."""
        return replace(self, op=op, fields=fields, base=base, bases={})

    def seen(self, field: str) -> int:
        """The server version at which its author saw a field."""
        return self.bases.get(field, self.base)


def read_entry(device: str, user_id: str, frozen: bytes) -> Entry:
    m = _mutation(frozen)
    return Entry(
        device=device,
        user_id=user_id,
        key=m["key"],
        op=Op(m["op"]),
        kind=m["kind"],
        id=m["id"],
        fields=m.get("fields", {}),
        base=m.get("base", 0),
        bases=m.get("bases", {}),
        after=tuple(m.get("after", ())),
        group=m.get("group"),
        supersedes=m.get("supersedes"),
        occurred_at=m["occurred_at"],
        frozen=frozen,
    )


class Journal:
    """All entries by key, in the order in which they were found."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.forgotten: set[str] = set()
        """Keys that died with a disk that was replaced by an older one."""
        self.undone: set[str] = set()
        """Keys that a person took back before they were sent."""

    def add(self, entry: Entry) -> None:
        self.entries.setdefault(entry.key, entry)

    def __getitem__(self, key: str) -> Entry:
        return self.entries[key]

    def __contains__(self, key: object) -> bool:
        return key in self.entries


Record = tuple[str, str]
"""Kind and id."""

LEAD, CUSTOMER, ORDER, NOTE, PUNCH, CONFLICT, NEWS, SITE, CONTACT, PART, ATTACHMENT, WEEK = (
    Kind.LEAD.value,
    Kind.CUSTOMER.value,
    Kind.WORK_ORDER.value,
    Kind.NOTE.value,
    Kind.PUNCH.value,
    Kind.CONFLICT.value,
    Kind.NOTIFICATION.value,
    Kind.SITE.value,
    Kind.CONTACT.value,
    Kind.PART.value,
    Kind.ATTACHMENT.value,
    Kind.TIMESHEET.value,
)
FOLLOWING = frozenset({NOTE, SITE, CONTACT, PART, ATTACHMENT})
"""What speaks of another record, and is made by people."""
DEPENDENT = frozenset({CONFLICT, ATTACHMENT, WEEK, NEWS})
"""What some fields of say nothing to anybody: they show along with the record, or in the list of what is not sent."""
VISIBLE = (CUSTOMER, LEAD, ORDER, NOTE, PUNCH, CONFLICT, NEWS, SITE, CONTACT, PART, ATTACHMENT, WEEK)
