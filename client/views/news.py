"""What a person was told of their work."""

from dataclasses import dataclass
from datetime import datetime

from sync.kinds import Kind
from sync.status import Mark
from sync.terms import Happening


@dataclass(frozen=True)
class NewsLine:
    """`title` is the subject's name, as it is now where it is on this device, else as it was then."""

    id: str
    happening: Happening
    kind: Kind
    record_id: str
    title: str
    by: str
    at: datetime
    is_read: bool
    mark: Mark
