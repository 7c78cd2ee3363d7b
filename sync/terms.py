"""The words that records use: roles, stages, statuses, and what may be said of a punch, a check or a file."""

from enum import StrEnum


class Role(StrEnum):
    WORKER = "worker"
    CREW_LEAD = "crew_lead"
    OFFICE = "office"
    OWNER = "owner"


OFFICE = frozenset({Role.OFFICE, Role.OWNER})


class Stage(StrEnum):
    NEW = "new"
    CONTACTED = "contacted"
    QUOTED = "quoted"
    WON = "won"
    LOST = "lost"


class Status(StrEnum):
    DRAFT = "draft"
    ASSIGNED = "assigned"
    EN_ROUTE = "en_route"
    IN_PROGRESS = "in_progress"
    ON_HOLD = "on_hold"
    COMPLETED = "completed"
    INVOICED = "invoiced"
    CANCELLED = "cancelled"


class Action(StrEnum):
    """What a punch says; a segment starts with one punch and ends with the next."""

    CLOCK_IN = "clock_in"
    CLOCK_OUT = "clock_out"
    BREAK_START = "break_start"
    BREAK_END = "break_end"
    SWITCH = "switch"
    TRAVEL = "travel"
    VOID = "void"
    AMEND = "amend"


CORRECTIONS = frozenset({Action.VOID, Action.AMEND})


class BreakKind(StrEnum):
    """29 CFR 785.18 and .19: a short rest is work time, a real meal is not."""

    PAID_REST = "paid_rest"
    UNPAID_MEAL = "unpaid_meal"


class Policy(StrEnum):
    """Who wins where two people wrote one field without seeing each other."""

    LATER = "later"
    STATUS = "status"
    PERSON = "person"


class Choice(StrEnum):
    """What a person decided on a conflict: the value that stands, the one that lost, or another one."""

    KEPT = "kept"
    LOST = "lost"
    OTHER = "other"


class AnswerKind(StrEnum):
    """What an item of a checklist asks for. The answer to a photo is the id of the attachment that shows it."""

    TICK = "tick"
    NUMBER = "number"
    TEXT = "text"
    CHOICE = "choice"
    PHOTO = "photo"


class DayRule(StrEnum):
    """The day that a shift over midnight counts for."""

    START = "start"
    SPLIT = "split"


class SheetStatus(StrEnum):
    """Where a person's week stands."""

    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"


class Purpose(StrEnum):
    """What an attachment is for."""

    PHOTO = "photo"
    FILE = "file"
    SIGNATURE = "signature"


class Happening(StrEnum):
    """What a notification tells of."""

    ASSIGNED = "assigned"
    RESCHEDULED = "rescheduled"
    CANCELLED = "cancelled"
    OVERRULED = "overruled"
    TIME_CORRECTED = "time_corrected"
    WEEK_APPROVED = "week_approved"
    WEEK_RETURNED = "week_returned"
