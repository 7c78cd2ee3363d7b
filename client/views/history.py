"""Who changed what."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sync.protocol import Op
from sync.status import Mark


@dataclass(frozen=True)
class FieldChange:
    field: str
    before: Any
    after: Any
    knows_before: bool = True


@dataclass(frozen=True)
class HistoryLine:
    """One change of a record, or of what belongs to it (`kind`, `name`)."""

    at: datetime
    who: str
    is_mine: bool
    op: Op
    kind: str
    name: str
    changes: tuple[FieldChange, ...]
    mark: Mark
