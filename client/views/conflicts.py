"""What two people wrote at once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sync.kinds import Kind
from sync.terms import Policy


@dataclass(frozen=True)
class ConflictItem:
    """Two values of one field, and who wrote them when; `now` is what the field has meanwhile."""

    id: str
    subject: str
    kind: Kind
    record_id: str
    field: str
    policy: Policy
    before: Any
    kept: Any
    kept_by: str
    is_kept_mine: bool
    kept_at: datetime
    lost: Any
    lost_by: str
    is_lost_mine: bool
    lost_at: datetime
    now: Any


@dataclass(frozen=True)
class Review:
    """All that is undecided about one record."""

    kind: Kind
    record_id: str
    subject: str
    conflicts: tuple[ConflictItem, ...]
