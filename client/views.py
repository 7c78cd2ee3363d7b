"""What screens and commands are shown: frozen values, ready to be read. Instants are UTC; `Mark` is the sync state."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from sync.records import BreakKind, Customer, Kind, Lead, Money, Policy, Purpose, Stage, Status, WorkOrder


class Mark(StrEnum):
    """Where a piece of work stands, always in these words."""

    SAVED_HERE = "saved here"
    SENDING = "sending"
    SENT = "sent"
    NEEDS_ATTENTION = "needs attention"


class Where(StrEnum):
    """Where an attachment's bytes are, in the words that people read."""

    HERE = "on this device"
    SENDING = "sending"
    SENT = "sent"
    THERE = "not on this device"
    FETCHING = "fetching"
    ELSEWHERE = "not sent yet by the other device"


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


class Activity(StrEnum):
    OFF = "off"
    WORK = "work"
    BREAK = "break"
    TRAVEL = "travel"


@dataclass(frozen=True)
class Change:
    """What a subscriber hears: these records may look different now, or the connection does. Refetch what you show."""

    kinds: frozenset[Kind] = frozenset()
    subjects: frozenset[tuple[Kind, str]] = frozenset()
    is_status: bool = False


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
class ClockState:
    activity: Activity
    since: datetime | None = None  # start of the running segment
    on_clock_since: datetime | None = None  # start of the shift
    work_order_id: str | None = None
    work_order: str = ""  # "WO-1042 · Boiler service"
    break_kind: BreakKind | None = None
    is_forgotten: bool = False  # on the clock for so long that perhaps only the clock-out is missing
    mark: Mark = Mark.SENT

    @property
    def is_on_clock(self) -> bool:
        return self.activity is not Activity.OFF


@dataclass(frozen=True)
class Entry:
    """One computed time entry."""

    id: str
    user_id: str
    user: str
    activity: Activity
    start: datetime
    end: datetime | None
    duration: timedelta  # nothing for one that is unresolved: its hours are unknown
    day: date
    work_order_id: str | None
    work_order: str
    break_kind: BreakKind | None
    note: str
    flags: tuple[str, ...]  # plain sentences
    mark: Mark
    start_punch: str
    end_punch: str | None
    is_unresolved: bool = False  # only a person can say when it ended


@dataclass(frozen=True)
class DayTotal:
    day: date
    worked: timedelta = timedelta()
    travel: timedelta = timedelta()
    paid_break: timedelta = timedelta()
    unpaid_break: timedelta = timedelta()
    overtime: timedelta = timedelta()

    @property
    def on_break(self) -> timedelta:
        return self.paid_break + self.unpaid_break


@dataclass(frozen=True)
class Today:
    day: date
    state: ClockState
    entries: tuple[Entry, ...]
    total: DayTotal
    unresolved: tuple[Entry, ...]  # shifts that nobody clocked out of for too long


@dataclass(frozen=True)
class Week:
    """Seven days from `start` on; `paid` counts towards `weekly_limit`."""

    start: date
    days: tuple[DayTotal, ...]
    entries: tuple[Entry, ...]
    paid: timedelta
    overtime: timedelta
    daily_limit: timedelta
    weekly_limit: timedelta
    to_check: int  # entries with a flag

    def entries_of(self, day: date) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.day == day)


@dataclass(frozen=True)
class Punched:
    """The answer to a punch: it is on the disk. `undo` takes `punch_id`."""

    punch_id: str
    at: datetime
    sentence: str  # "Clocked in 08:02:14 – saved on this device"
    group: tuple[str, ...] = ()


@dataclass(frozen=True)
class Person:
    id: str
    name: str
    role: str
    crew_id: str | None
    is_active: bool = True

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in self.name.split()[:2]).upper()


@dataclass(frozen=True)
class LeadLine:
    id: str
    name: str
    phone: str
    email: str
    address: str
    stage: Stage
    source: str
    value: Money | None
    mark: Mark


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


@dataclass(frozen=True)
class LeadDetail:
    lead: Lead
    mark: Mark
    notes: tuple[NoteLine, ...]
    assignee: str
    saved_at: datetime | None  # when the oldest unsent change was made
    problem: SyncItem | None  # why it needs attention


@dataclass(frozen=True)
class Duplicate:
    """Another record on this device that looks like the same one."""

    kind: Kind
    id: str
    name: str
    because: str  # "Same phone as Orchard Rd 18."


@dataclass(frozen=True)
class CustomerLine:
    id: str
    name: str
    phone: str
    email: str
    address: str
    mark: Mark


@dataclass(frozen=True)
class CustomerDetail:
    customer: Customer
    mark: Mark
    work_orders: tuple["WorkOrderLine", ...]
    notes: tuple[NoteLine, ...]


@dataclass(frozen=True)
class WorkOrderLine:
    id: str
    number: str  # "WO-1042", or "number when sent"
    title: str
    customer: str
    address: str
    scheduled_start: datetime | None
    status: Status
    assignee: str
    mark: Mark

    @property
    def label(self) -> str:
        return f"{self.number} · {self.title}"


@dataclass(frozen=True)
class CheckLine:
    id: str
    text: str
    answer: bool | int | float | str | None


@dataclass(frozen=True)
class WorkOrderDetail:
    work_order: WorkOrder
    line: WorkOrderLine
    customer: Customer | None
    next_statuses: tuple[Status, ...]
    checklist: tuple[CheckLine, ...]
    notes: tuple[NoteLine, ...]
    my_time: timedelta
    crew_time: timedelta
    saved_at: datetime | None
    problem: SyncItem | None

    @property
    def planned(self) -> timedelta:
        return timedelta(minutes=self.work_order.planned_minutes)

    @property
    def done(self) -> int:
        return sum(1 for line in self.checklist if line.answer not in (None, False, ""))


@dataclass(frozen=True)
class SearchHit:
    kind: Kind
    id: str
    title: str
    detail: str


@dataclass(frozen=True)
class MissingRecord:
    """A record that a restored server lacks; `what` is its kind in words."""

    kind: str
    id: str
    what: str
    name: str
    can_be_brought_back: bool
