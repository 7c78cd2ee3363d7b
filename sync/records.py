"""The fields of every record and their bounds: declared once, for forms, files, wire and server.

A record travels as a *body*, a JSON object of its fields; unknown fields of a newer server stay in the body. A typed
record is read from a body for use in the program. Instants are UTC (RFC 3339, ending in Z), money is in minor units.
A field named `answers.<item>` is one key of a checklist: flat, so that two people ticking two items never collide.

Over 300 lines: the fields of all records, side by side.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct

from sync.blobs import MAX_CONTENT_BYTES, MAX_PREVIEW_BYTES
from sync.terms import (
    Action,
    AnswerKind,
    BreakKind,
    Choice,
    DayRule,
    Happening,
    Policy,
    Purpose,
    Role,
    SheetStatus,
    Stage,
    Status,
)

Body = Mapping[str, Any]

ANSWER = "answers."
# `$` alone would let a line break through.
CHECK_ITEM = r"^[a-z0-9-]{1,36}(?!\n)$"
_CURRENCY = r"^[A-Z]{3}(?!\n)$"
_MEDIA_TYPE = r"^[a-z0-9][a-z0-9.+-]{0,62}/[a-z0-9][a-z0-9.+-]{0,62}(?!\n)$"

Name = Annotated[str, Meta(min_length=1, max_length=200)]
Line = Annotated[str, Meta(max_length=200)]
Text = Annotated[str, Meta(max_length=10_000)]
Id = Annotated[str, Meta(min_length=36, max_length=36)]
Instant = Annotated[datetime, Meta(tz=True)]
Minutes = Annotated[int, Meta(ge=0, le=60 * 24 * 366)]
Unit = Annotated[str, Meta(max_length=20)]
Reading = Annotated[float, Meta(ge=-(10**15), le=10**15)]
Thousandths = Annotated[int, Meta(ge=1, le=10**12)]
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}(?!\n)$")]


class Money(Struct, frozen=True):
    minor: Annotated[int, Meta(ge=-(10**15), le=10**15)]
    currency: Annotated[str, Meta(pattern=_CURRENCY)]


class CheckItem(Struct, frozen=True, omit_defaults=True):
    """`unit`, `least` and `most` are a number's, `choices` a choice's. What `is_optional` is not missed at the end."""

    id: Annotated[str, Meta(pattern=CHECK_ITEM)]
    text: Name
    kind: AnswerKind = AnswerKind.TICK
    unit: Unit = ""
    least: Reading | None = None
    most: Reading | None = None
    choices: Annotated[tuple[Name, ...], Meta(max_length=50)] = ()
    is_optional: bool = False


class TimeSpent(Struct, frozen=True):
    """How long a person has worked on a job: all that those who hold it are told of others' time."""

    user_id: Id
    seconds: Annotated[int, Meta(ge=0)]


class ClockEvidence(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the device knew about its clocks when the punch was made; nothing here is used to refuse it."""

    monotonic_ms: int
    boot_id: Line = ""
    server_at: Instant | None = None
    server_offset_ms: int | None = None
    offset_age_ms: int | None = None


class Record(Struct, frozen=True, kw_only=True):
    """`version` is 0 until the server has confirmed the record once."""

    id: str
    version: int = 0


class Organisation(Record, frozen=True, kw_only=True):
    """Settings that every member of the organisation holds; one record, whose id is the organisation's."""

    name: Name
    time_zone: Line = "UTC"
    day_starts_minute: Annotated[int, Meta(ge=0, lt=1440)] = 0
    day_rule: DayRule = DayRule.START
    week_starts_on: Annotated[int, Meta(ge=0, le=6)] = 0
    overtime_daily_minutes: Minutes = 480
    overtime_weekly_minutes: Minutes = 2400
    long_shift_minutes: Minutes = 840
    currency: Annotated[str, Meta(pattern=_CURRENCY)] = "GBP"


class Crew(Record, frozen=True, kw_only=True):
    name: Name
    lead_id: Id | None = None


class User(Record, frozen=True, kw_only=True):
    name: Name
    role: Role
    crew_id: Id | None = None
    email: Line = ""
    is_active: bool = True


class Customer(Record, frozen=True, kw_only=True):
    name: Name
    phone: Line = ""
    email: Line = ""
    address: Line = ""
    created_by: Id | None = None


class Site(Record, frozen=True, kw_only=True):
    """A place where a customer has work done; `access` says how to get in."""

    subject_kind: Line
    subject_id: Id
    name: Name
    address: Line = ""
    access: Text = ""


class Contact(Record, frozen=True, kw_only=True):
    """Somebody to talk to at a customer's; `role` is what they are there: landlord, caretaker, accounts."""

    subject_kind: Line
    subject_id: Id
    name: Name
    role: Line = ""
    phone: Line = ""
    email: Line = ""


class Lead(Record, frozen=True, kw_only=True):
    """A lead that turned out to be another one is `merged_into` that: it leaves every list and stays behind it."""

    name: Name
    phone: Line = ""
    email: Line = ""
    address: Line = ""
    need: Text = ""
    source: Line = ""
    stage: Stage = Stage.NEW
    assignee_id: Id | None = None
    follow_up_on: date | None = None
    value: Money | None = None
    customer_id: Id | None = None
    merged_into: Id | None = None
    created_by: Id | None = None


class WorkOrder(Record, frozen=True, kw_only=True):
    """`number`, `created_by` and `time_spent` are the server's to give; weekdays, times and zones are shown, instants
    are kept."""

    title: Name
    number: int | None = None
    description: Text = ""
    customer_id: Id | None = None
    address: Line = ""
    scheduled_start: Instant | None = None
    planned_minutes: Minutes = 0
    crew_id: Id | None = None
    assignee_id: Id | None = None
    status: Status = Status.DRAFT
    hold_reason: Line = ""
    checklist: tuple[CheckItem, ...] = ()
    created_by: Id | None = None
    time_spent: tuple[TimeSpent, ...] = ()


class Punch(Record, frozen=True, kw_only=True):
    """An immutable event. `target_id` names the punch that a void or an amend speaks of; `flags`, `corrected_at` are
    the server's."""

    user_id: Id
    by_id: Id
    action: Action
    at: Instant
    zone: Line
    utc_offset_minutes: Annotated[int, Meta(ge=-1440, le=1440)]
    evidence: ClockEvidence
    work_order_id: Id | None = None
    break_kind: BreakKind | None = None
    note: Text = ""
    target_id: Id | None = None
    amended_at: Instant | None = None
    reason: Line = ""
    corrected_at: Instant | None = None
    flags: tuple[str, ...] = ()


class Location(Record, frozen=True, kw_only=True):
    """Where somebody's device was when they punched, because they agreed to it: degrees of WGS 84, metres."""

    user_id: Id
    punch_id: Id
    at: Instant
    latitude: Annotated[float, Meta(ge=-90, le=90)]
    longitude: Annotated[float, Meta(ge=-180, le=180)]
    accuracy_m: Annotated[float, Meta(ge=0, le=10**8)]


class Timesheet(Record, frozen=True, kw_only=True):
    """One person's week, handed in; `week` is its first day.

    `digest` names the entries that the last step was about (`sync.timesheets.digest_of`): what is recorded later shows.
    A week handed in on two devices has two timesheets; `sync.timesheets.standing` says which of them counts.
    """

    user_id: Id
    week: date
    digest: Sha256
    worked_minutes: Minutes = 0
    status: SheetStatus = SheetStatus.SUBMITTED
    comment: Text = ""
    submitted_by: Id | None = None
    submitted_at: Instant | None = None
    decided_by: Id | None = None
    decided_at: Instant | None = None


class Note(Record, frozen=True, kw_only=True):
    subject_kind: Line
    subject_id: Id
    text: Annotated[str, Meta(min_length=1, max_length=10_000)]
    author_id: Id | None = None
    written_at: Instant


class Conflict(Record, frozen=True, kw_only=True):
    """A value that lost a merge, kept until a person has decided; only `choice` is theirs to write.

    `before` is what both had seen, `kept` what the merge left in place; each comes with who wrote it when.
    """

    subject_kind: Line
    subject_id: Id
    field: Line
    policy: Policy
    before: Any = None
    kept: Any = None
    kept_by: Id | None = None
    kept_at: Instant
    lost: Any = None
    lost_by: Id | None = None
    lost_at: Instant
    choice: Choice | None = None
    decided_by: Id | None = None
    decided_at: Instant | None = None

    @property
    def is_open(self) -> bool:
        return self.choice is None


class Attachment(Record, frozen=True, kw_only=True):
    """Names bytes, which travel by themselves. `stored_at` and `preview_stored_at` are the server's word that it holds
    them, hash and all."""

    subject_kind: Line
    subject_id: Id
    name: Name
    sha256: Sha256
    size: Annotated[int, Meta(ge=1, le=MAX_CONTENT_BYTES)]
    media_type: Annotated[str, Meta(pattern=_MEDIA_TYPE)]
    purpose: Purpose = Purpose.FILE
    taken_at: Instant
    author_id: Id | None = None
    preview_sha256: Sha256 | None = None
    preview_size: Annotated[int, Meta(ge=1, le=MAX_PREVIEW_BYTES)] | None = None
    stored_at: Instant | None = None
    preview_stored_at: Instant | None = None


class Part(Record, frozen=True, kw_only=True):
    """Something that was used up or built in on a work order; `price` is for one `unit`."""

    subject_kind: Line
    subject_id: Id
    name: Name
    quantity: Thousandths
    unit: Unit = ""
    price: Money | None = None
    author_id: Id | None = None
    used_at: Instant


class Notification(Record, frozen=True, kw_only=True):
    """Tells one person what somebody else did to their work; only `is_read` is theirs to write.

    `title` is what its subject was called then, for whoever can't see it any more. Reading is one-way and says no
    time, so that two devices that read the same one have nothing to disagree about.
    """

    user_id: Id
    happening: Happening
    subject_kind: Line
    subject_id: Id
    title: Line = ""
    by_id: Id | None = None
    at: Instant
    is_read: bool = False


R = TypeVar("R", bound=Record)


def read(record_type: type[R], record_id: str, version: int, body: Body) -> R:
    """Read a typed record out of a body. Raises `msgspec.ValidationError` where this program can't understand it."""
    return msgspec.convert({**body, "id": record_id, "version": version}, record_type, str_keys=True)


def body_of(record: Record) -> dict[str, Any]:
    """The JSON body of a typed record, without its id and version and without fields at their default of None."""
    body = msgspec.json.decode(msgspec.json.encode(record))
    return {name: value for name, value in body.items() if name not in ("id", "version") and value is not None}


def answers(body: Body) -> dict[str, Any]:
    """The checklist answers in a work order's body, by item id."""
    return {name.removeprefix(ANSWER): value for name, value in body.items() if name.startswith(ANSWER)}
