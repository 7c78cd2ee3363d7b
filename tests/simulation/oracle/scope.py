"""Who holds which record, said once more and by itself: from the records as they are, and from nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from simulation.company import Person
from simulation.journal import ATTACHMENT, CONFLICT, CUSTOMER, FOLLOWING, LEAD, NEWS, ORDER, PUNCH, WEEK
from sync.terms import Role

_FOR_ALL = frozenset({"organisation", "crew", "user"})
_OFFICE = frozenset({Role.OFFICE, Role.OWNER})

Ref = tuple[str, str]


@dataclass(frozen=True)
class Write:
    """A change of one field; under the empty name, a deletion or a restoration."""

    version: int
    stream: int
    seq: int
    user_id: str
    at: int
    field: str
    before: Any
    value: Any


@dataclass
class Record:
    """A record as the server has it; a deleted one keeps its body."""

    version: int
    is_deleted: bool
    body: dict[str, Any]
    created: int = 0
    writes: list[Write] = field(default_factory=list)

    def copy(self) -> "Record":
        return replace(self, body=dict(self.body), writes=list(self.writes))


class Scope:
    """Which records somebody may hold, given all of an organisation's."""

    def __init__(self, records: Mapping[Ref, Record], people: Iterable[Person]) -> None:
        self._records = records
        self._crews = {person.id: person.crew_id for person in people}

    def of(self, person: Person) -> set[Ref]:
        return {ref for ref, record in self._records.items() if not record.is_deleted and self.holds(person, ref)}

    def holds(self, person: Person, ref: Ref) -> bool:
        """Whether this person may know of a record, deleted or not."""
        kind, _ = ref
        if kind == NEWS:
            return ref in self._records and self._records[ref].body["user_id"] == person.id
        if kind in _FOR_ALL or person.role in _OFFICE:
            return ref in self._records
        record = self._records.get(ref)
        if record is None:
            return False
        is_lead = person.role is Role.CREW_LEAD
        body = record.body
        if kind == LEAD:
            is_own = person.id in (body.get("created_by"), body.get("assignee_id"))
            return is_lead or is_own or self._holds_survivor(person, body)
        if kind == CUSTOMER:
            return is_lead or person.id == body.get("created_by") or self._has_order_of(person, ref[1])
        if kind == ORDER:
            return self._holds_order(person, body)
        if kind in (PUNCH, WEEK):
            return body["user_id"] == person.id or (is_lead and self._crews.get(body["user_id"]) == person.crew_id)
        if kind == ATTACHMENT and body.get("author_id") == person.id and _is_awaited(body):
            return True  # until they have brought the bytes
        if kind in FOLLOWING or kind == CONFLICT:
            return self.holds(person, (body["subject_kind"], body["subject_id"]))
        return False

    def _holds_survivor(self, person: Person, lead: Mapping[str, Any]) -> bool:
        """A lead that was merged goes where the one goes that it was merged into."""
        survivor = lead.get("merged_into")
        return survivor is not None and self.holds(person, (LEAD, survivor))

    def _holds_order(self, person: Person, body: Mapping[str, Any]) -> bool:
        """Whoever it is assigned to, or made it as long as it is nobody's; and the leader of their crew."""
        holder = body.get("assignee_id") or body.get("created_by")
        if holder == person.id:
            return True
        is_of_crew = person.crew_id in (body.get("crew_id"), self._crews.get(holder or ""))
        return person.role is Role.CREW_LEAD and is_of_crew

    def _has_order_of(self, person: Person, customer_id: str) -> bool:
        return any(
            kind == ORDER
            and not record.is_deleted
            and record.body.get("customer_id") == customer_id
            and record.body.get("assignee_id") == person.id
            for (kind, _), record in self._records.items()
        )


def _is_awaited(attachment: Mapping[str, Any]) -> bool:
    has_preview = attachment.get("preview_sha256") is not None
    return not attachment.get("stored_at") or (has_preview and not attachment.get("preview_stored_at"))
