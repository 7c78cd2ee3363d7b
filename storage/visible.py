"""The tables that screens read: which columns each kind has beside its body, for lists, order and search."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from sync.kinds import TYPES, Kind
from sync.moments import to_us
from sync.records import (
    Attachment,
    Body,
    Conflict,
    Contact,
    Crew,
    Customer,
    Lead,
    Location,
    Note,
    Notification,
    Organisation,
    Part,
    Punch,
    Record,
    Site,
    Timesheet,
    User,
    WorkOrder,
    read,
)

# A change of mine on a record that has left my scope still shows; what is not known of it any more reads like this.
_OF_NOBODY: Body = {"name": "No longer yours", "subject_kind": "customer", "subject_id": str(UUID(int=0))}
_FILLER: dict[Kind, Body] = {
    Kind.CUSTOMER: {"name": "No longer yours"},
    Kind.SITE: _OF_NOBODY,
    Kind.CONTACT: _OF_NOBODY,
    Kind.PART: {**_OF_NOBODY, "subject_kind": "work_order", "quantity": 1_000, "used_at": "2000-01-01T00:00:00Z"},
    Kind.LEAD: {"name": "No longer yours"},
    Kind.WORK_ORDER: {"title": "No longer yours"},
}

_DECODERS: dict[Kind, msgspec.json.Decoder[Record]] = {kind: msgspec.json.Decoder(TYPES[kind]) for kind in TYPES}

PHONE_DIGITS = 9
_NOT_DIGITS = re.compile(r"\D+")
_NOT_ASCII_DIGITS = dict.fromkeys(code for code in range(128) if not chr(code).isdecimal())


def name_key(text: str) -> str:
    """How names are put in order: without case, accents and outer space."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text.casefold().strip()


def digits_of(text: str) -> str:
    return text.translate(_NOT_ASCII_DIGITS) if text.isascii() else _NOT_DIGITS.sub("", text)


def phone_key(text: str) -> str:
    """The last digits of a phone number: the same however country code, spaces and zeros were written."""
    digits = digits_of(text)
    return digits[-PHONE_DIGITS:] if len(digits) >= 6 else ""


def email_key(text: str) -> str:
    return text.strip().casefold()


@dataclass(frozen=True)
class Table:
    """One kind's table. Where it has `words`, these are what a search finds a record by; they stand in the search's
    index alone, so whoever takes a record out of it says again what was put in, and that follows from its body.
    """

    kind: Kind
    columns: tuple[str, ...]
    values: Callable[[Any], tuple[Any, ...]]
    words: Callable[[Any], str] | None = None

    @property
    def name(self) -> str:
        return self.kind.value


def typed(kind: Kind, record_id: str, version: int, frozen: bytes) -> Record:
    """Raises `msgspec.ValidationError` where this program can't understand the body."""
    try:
        return _DECODERS[kind].decode(b'%b,"id":"%b","version":%d}' % (frozen[:-1], record_id.encode(), version))
    except msgspec.DecodeError:
        body: Body = msgspec.json.decode(frozen)
        return read(TYPES[kind], record_id, version, {**_FILLER.get(kind, {}), **body})


def understood(kind: Kind, record_id: str, frozen: bytes) -> Record | None:
    """None where a newer server says what this program can't read: kept in confirmed, shown after an update."""
    try:
        return typed(kind, record_id, 0, frozen)
    except msgspec.ValidationError:
        return None


def _customer(customer: Customer) -> tuple[Any, ...]:
    return (
        name_key(customer.name),
        phone_key(customer.phone),
        email_key(customer.email),
    )


def _words_of_customer(customer: Customer) -> str:
    return " ".join((customer.name, customer.phone, digits_of(customer.phone), customer.email, customer.address))


def _site(site: Site) -> tuple[Any, ...]:
    return site.subject_id, name_key(site.name)


def _contact(contact: Contact) -> tuple[Any, ...]:
    return contact.subject_id, name_key(contact.name), phone_key(contact.phone), email_key(contact.email)


def _words_of_contact(contact: Contact) -> str:
    return " ".join((contact.name, contact.role, contact.phone, digits_of(contact.phone), contact.email))


def _lead(lead: Lead) -> tuple[Any, ...]:
    return (
        name_key(lead.name),
        lead.stage,
        lead.source,
        lead.assignee_id,
        lead.follow_up_on.isoformat() if lead.follow_up_on else None,
        lead.customer_id,
        phone_key(lead.phone),
        email_key(lead.email),
        lead.merged_into,
    )


def _words_of_lead(lead: Lead) -> str:
    """What stays behind another lead is found by nobody."""
    if lead.merged_into is not None:
        return ""
    digits = digits_of(lead.phone)
    return " ".join((lead.name, lead.phone, digits, lead.email, lead.address, lead.need, lead.source))


def _work_order(order: WorkOrder) -> tuple[Any, ...]:
    return (
        order.number,
        order.status,
        order.assignee_id,
        order.crew_id,
        order.customer_id,
        to_us(order.scheduled_start) if order.scheduled_start else None,
    )


def _words_of_work_order(order: WorkOrder) -> str:
    number = "" if order.number is None else str(order.number)
    return " ".join((number, order.title, order.address, order.description))


def _punch(punch: Punch) -> tuple[Any, ...]:
    at = to_us(punch.corrected_at or punch.at)
    return punch.user_id, punch.action, at, punch.work_order_id, punch.target_id


def _timesheet(sheet: Timesheet) -> tuple[Any, ...]:
    return sheet.user_id, sheet.week.isoformat(), sheet.status


def _note(note: Note) -> tuple[Any, ...]:
    return note.subject_id, to_us(note.written_at)


def _attachment(attachment: Attachment) -> tuple[Any, ...]:
    is_stored = attachment.stored_at is not None
    is_preview_stored = attachment.preview_sha256 is None or attachment.preview_stored_at is not None
    at, hashes = to_us(attachment.taken_at), (attachment.sha256, attachment.preview_sha256)
    return attachment.subject_id, at, int(is_stored), int(is_preview_stored), *hashes


def _part(part: Part) -> tuple[Any, ...]:
    return part.subject_id, to_us(part.used_at)


def _conflict(conflict: Conflict) -> tuple[Any, ...]:
    return conflict.subject_kind, conflict.subject_id, int(conflict.is_open)


def _notification(notification: Notification) -> tuple[Any, ...]:
    return to_us(notification.at), int(notification.is_read)


def _location(location: Location) -> tuple[Any, ...]:
    return (location.punch_id,)


def _user(user: User) -> tuple[Any, ...]:
    return name_key(user.name), user.crew_id


def _crew(crew: Crew) -> tuple[Any, ...]:
    return (name_key(crew.name),)


def _organisation(_organisation: Organisation) -> tuple[Any, ...]:
    return ()


TABLES: dict[Kind, Table] = {
    table.kind: table
    for table in (
        Table(Kind.CUSTOMER, ("name_key", "phone_key", "email_key"), _customer, _words_of_customer),
        Table(Kind.SITE, ("subject_id", "name_key"), _site),
        Table(Kind.CONTACT, ("subject_id", "name_key", "phone_key", "email_key"), _contact, _words_of_contact),
        Table(
            Kind.LEAD,
            (
                "name_key",
                "stage",
                "source",
                "assignee_id",
                "follow_up_on",
                "customer_id",
                "phone_key",
                "email_key",
                "merged_into",
            ),
            _lead,
            _words_of_lead,
        ),
        Table(
            Kind.WORK_ORDER,
            ("number", "status", "assignee_id", "crew_id", "customer_id", "starts_at"),
            _work_order,
            _words_of_work_order,
        ),
        Table(Kind.PUNCH, ("user_id", "action", "at", "work_order_id", "target_id"), _punch),
        Table(Kind.TIMESHEET, ("user_id", "week", "status"), _timesheet),
        Table(Kind.NOTE, ("subject_id", "written_at"), _note),
        Table(
            Kind.ATTACHMENT,
            ("subject_id", "taken_at", "is_stored", "is_preview_stored", "sha256", "preview_sha256"),
            _attachment,
        ),
        Table(Kind.PART, ("subject_id", "used_at"), _part),
        Table(Kind.CONFLICT, ("subject_kind", "subject_id", "is_open"), _conflict),
        Table(Kind.NOTIFICATION, ("at", "is_read"), _notification),
        Table(Kind.LOCATION, ("punch_id",), _location),
        Table(Kind.USER, ("name_key", "crew_id"), _user),
        Table(Kind.CREW, ("name_key",), _crew),
        Table(Kind.ORGANISATION, (), _organisation),
    )
}
