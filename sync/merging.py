"""Three-way merge, field by field: who wins where two people wrote one field without seeing each other.

Only a field that both have changed is contested; whatever the outcome, the value that loses is kept in a conflict.
Notes and checklist answers need no rule: each is a record, or a field, of its own.
"""

from datetime import datetime
from typing import Any, NamedTuple, assert_never

from sync.kinds import Kind
from sync.rules import may_become
from sync.terms import Policy, Role, Status

# Everything that isn't named here goes by the later edit.
_POLICIES: dict[tuple[Kind, str], Policy] = {
    (Kind.LEAD, "value"): Policy.PERSON,
    (Kind.WORK_ORDER, "scheduled_start"): Policy.PERSON,
    (Kind.WORK_ORDER, "planned_minutes"): Policy.PERSON,
    (Kind.WORK_ORDER, "status"): Policy.STATUS,
    (Kind.PART, "price"): Policy.PERSON,
}


class Edit(NamedTuple):
    """A value that somebody has written; `at` is when, in milliseconds and by the server's clock."""

    value: Any
    at: int
    seq: int
    stream: int

    @property
    def rank(self) -> tuple[int, int, int]:
        return self.at, self.seq, self.stream


def policy_of(kind: Kind, field: str) -> Policy:
    return _POLICIES.get((kind, field), Policy.LATER)


def edited_at(occurred: int, sent: int, received: int) -> int:
    """When an edit was made by our clock: the device's claim without its clock's error, and never in the future.

    Nor before 1970: what no calendar can write down could not be kept beside the value that it loses to.
    """
    return max(0, min(occurred + received - sent, received))


def as_text(at: datetime) -> str:
    """An instant as bodies carry it."""
    return at.isoformat().replace("+00:00", "Z")


def is_contested(before: Any, theirs: Any, mine: Any) -> bool:
    """Whether two values stand against each other; who writes what is there, or has undone their change, loses none."""
    return _differ(theirs, mine) and _differ(theirs, before)


def _differ(one: Any, other: Any) -> bool:
    """As JSON: true is not 1."""
    return one != other or type(one) is not type(other)


def mine_wins(policy: Policy, theirs: Edit, mine: Edit, role: Role) -> bool:
    """Whether my value takes the place of theirs, which stands. `role` is mine."""
    match policy:
        case Policy.LATER:
            return mine.rank > theirs.rank
        case Policy.STATUS:
            return may_become(Status(theirs.value or Status.DRAFT), Status(mine.value), role)
        case Policy.PERSON:
            return False
        case unknown:
            assert_never(unknown)
