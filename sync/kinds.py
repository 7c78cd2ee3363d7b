"""The synced kinds, and what holds for each: its shape, who may write which of its fields, what it follows."""

from enum import StrEnum

from sync.records import (
    Attachment,
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
)


class Kind(StrEnum):
    ORGANISATION = "organisation"
    CREW = "crew"
    USER = "user"
    CUSTOMER = "customer"
    LEAD = "lead"
    WORK_ORDER = "work_order"
    PUNCH = "punch"
    NOTE = "note"
    CONFLICT = "conflict"
    ATTACHMENT = "attachment"
    SITE = "site"
    CONTACT = "contact"
    PART = "part"
    NOTIFICATION = "notification"
    TIMESHEET = "timesheet"
    LOCATION = "location"


TYPES: dict[Kind, type[Record]] = {
    Kind.ORGANISATION: Organisation,
    Kind.CREW: Crew,
    Kind.USER: User,
    Kind.CUSTOMER: Customer,
    Kind.LEAD: Lead,
    Kind.WORK_ORDER: WorkOrder,
    Kind.PUNCH: Punch,
    Kind.NOTE: Note,
    Kind.CONFLICT: Conflict,
    Kind.ATTACHMENT: Attachment,
    Kind.SITE: Site,
    Kind.CONTACT: Contact,
    Kind.PART: Part,
    Kind.NOTIFICATION: Notification,
    Kind.TIMESHEET: Timesheet,
    Kind.LOCATION: Location,
}

# Records that speak of another one, their `subject_id`: whoever holds that holds these.
FOLLOWERS = frozenset({Kind.NOTE, Kind.CONFLICT, Kind.ATTACHMENT, Kind.SITE, Kind.CONTACT, Kind.PART})

# What those may be about that devices make.
SUBJECTS: dict[Kind, frozenset[Kind]] = {
    Kind.NOTE: frozenset({Kind.CUSTOMER, Kind.LEAD, Kind.WORK_ORDER}),
    Kind.ATTACHMENT: frozenset({Kind.CUSTOMER, Kind.LEAD, Kind.WORK_ORDER}),
    Kind.SITE: frozenset({Kind.CUSTOMER}),
    Kind.CONTACT: frozenset({Kind.CUSTOMER}),
    Kind.PART: frozenset({Kind.WORK_ORDER}),
}

# Records for one person's eyes only, whatever the role: their `user_id` says whose.
PERSONAL = frozenset({Kind.NOTIFICATION})

# What a device may not write, because the server gives it.
SERVER_FIELDS: dict[Kind, frozenset[str]] = {
    Kind.CUSTOMER: frozenset({"created_by"}),
    Kind.LEAD: frozenset({"created_by"}),
    Kind.WORK_ORDER: frozenset({"number", "created_by", "time_spent"}),
    Kind.PUNCH: frozenset({"corrected_at", "flags"}),
    Kind.CONFLICT: frozenset(Conflict.__struct_fields__) - {"id", "version", "choice"},
    Kind.ATTACHMENT: frozenset({"stored_at", "preview_stored_at"}),
    Kind.NOTIFICATION: frozenset(Notification.__struct_fields__) - {"id", "version", "is_read"},
    Kind.TIMESHEET: frozenset({"submitted_by", "submitted_at", "decided_by", "decided_at"}),
}

# What may change after the creation, where that is not every field: an attachment's bytes are what they are, and a
# site stays its customer's.
CHANGEABLE: dict[Kind, frozenset[str]] = {
    Kind.ATTACHMENT: frozenset({"name"}),
    Kind.SITE: frozenset({"name", "address", "access"}),
    Kind.CONTACT: frozenset({"name", "role", "phone", "email"}),
    Kind.PART: frozenset({"name", "quantity", "unit", "price"}),
    Kind.TIMESHEET: frozenset({"digest", "worked_minutes", "status", "comment"}),
}

WRITTEN_BY_DEVICES = frozenset(
    {
        Kind.CUSTOMER,
        Kind.SITE,
        Kind.CONTACT,
        Kind.LEAD,
        Kind.WORK_ORDER,
        Kind.PUNCH,
        Kind.NOTE,
        Kind.CONFLICT,
        Kind.ATTACHMENT,
        Kind.PART,
        Kind.NOTIFICATION,
        Kind.TIMESHEET,
        Kind.LOCATION,
    }
)
