"""What was said about a record, and what is attached to it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from sync.status import Mark
from sync.terms import Purpose


class Where(StrEnum):
    """Where an attachment's bytes are, in the words that people read."""

    HERE = "on this device"
    SENDING = "sending"
    SENT = "sent"
    THERE = "not on this device"
    FETCHING = "fetching"
    ELSEWHERE = "not sent yet by the other device"


@dataclass(frozen=True)
class NoteLine:
    id: str
    text: str
    author: str
    is_mine: bool
    written_at: datetime
    mark: Mark


@dataclass(frozen=True)
class AttachmentLine:
    """`share` is how much of it is carried, 0 to 1; `preview` a small picture, where there is one here."""

    id: str
    name: str
    size: int
    purpose: Purpose
    author: str
    is_mine: bool
    taken_at: datetime
    mark: Mark
    where: Where
    share: float
    preview: Path | None
    may_open: bool
    may_remove: bool
