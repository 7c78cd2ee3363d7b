"""How things stand with the server, and every change on its way."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sync.kinds import Kind
from sync.status import Mark


class Link(StrEnum):
    """The connection as a person is told about it."""

    OFFLINE = "offline"
    CONNECTING = "connecting"
    ONLINE = "online"
    WAITING = "waiting"
    PAUSED = "paused"
    SIGN_IN_NEEDED = "sign-in needed"
    UPDATE_NEEDED = "update needed"
    REVOKED = "revoked"


class FetchStage(StrEnum):
    """What comes first, next and last where nothing is here yet."""

    PEOPLE = "people"
    WORK = "work"
    REST = "rest"


@dataclass(frozen=True)
class Fetching:
    """Everything is being fetched: `done` of about `total` records of this stage, 0 while nobody has said."""

    stage: FetchStage
    done: int = 0
    total: int = 0


@dataclass(frozen=True)
class SyncStatus:
    """Counts are of records, not of operations."""

    link: Link
    pill: str  # "Offline · 3 saved here"
    sentence: str  # "You are offline since 11:52. 3 records are saved on this device and will be sent by themselves."
    waiting: int
    sending: int
    attention: int
    sent_today: int
    received_today: int
    since: datetime | None  # when `link` began
    last_contact: datetime | None
    next_attempt: datetime | None
    server_offset: timedelta | None  # server clock minus this clock
    device: str
    parked: int = 0  # of those that need attention, what the server has not taken
    fetching: Fetching | None = None


@dataclass(frozen=True)
class SyncItem:
    """One change as a person reads it."""

    key: str
    what: str  # "Stage → Quoted", "New lead", "Clock out 16:31"
    subject: str  # "Lead · Harbour Café", "WO-1042 · Boiler service"
    kind: Kind
    record_id: str
    made_at: datetime
    mark: Mark
    reason: str = ""  # one plain sentence; empty unless it needs attention
    server_text: str = ""  # the server's own words
    code: str = ""
    mine: dict[str, Any] = field(default_factory=dict)
    theirs: dict[str, Any] = field(default_factory=dict)
    field_problems: dict[str, str] = field(default_factory=dict)
    cause: str | None = None  # key of the item that this one waits behind
    held: int = 0  # how many items wait behind this one
    tries: int = 0  # how often it went out: since the program started, or until it was refused
    can_undo: bool = False
    settled_at: datetime | None = None


@dataclass(frozen=True)
class Undone:
    """What was taken back. `restorable` is the key that brings it back; a punch is never taken off the record."""

    what: str
    sentence: str  # "New lead: undone, and kept in the trash for 30 days."
    restorable: str | None = None


@dataclass(frozen=True)
class Beat:
    """One column of the activity picture."""

    start: datetime
    sent: int
    received: int
    offline: timedelta


@dataclass(frozen=True)
class ActivityPicture:
    start: datetime
    end: datetime
    beats: tuple[Beat, ...]
    offline: tuple[tuple[datetime, datetime], ...]


@dataclass(frozen=True)
class Check:
    """One line of the diagnosis; `is_good` is None where it can't be told."""

    name: str
    is_good: bool | None
    sentence: str


@dataclass(frozen=True)
class MissingRecord:
    """A record that a restored server lacks; `what` is its kind in words."""

    kind: str
    id: str
    what: str
    name: str
    can_be_brought_back: bool


@dataclass(frozen=True)
class DeletedRecord:
    """A record that somebody deleted and that can be brought back; `what` is its kind in words."""

    kind: Kind
    id: str
    what: str
    name: str
    deleted_at: datetime
