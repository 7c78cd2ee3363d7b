"""Changes, flags and connections in the words that people read."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sync.kinds import Kind
from sync.protocol import Code, Mutation, Op
from sync.records import ANSWER
from sync.rules import words
from sync.terms import Action, BreakKind, SheetStatus, Stage, Status
from sync.timekeeping import Flag

Local = Callable[[datetime], datetime]

_NAMES = ("name", "title", "text", "action", "week")
KINDS: Mapping[str, str] = {
    Kind.CUSTOMER: "Customer",
    Kind.LEAD: "Lead",
    Kind.WORK_ORDER: "Work order",
    Kind.PUNCH: "Time",
    Kind.NOTE: "Note",
    Kind.CONFLICT: "Conflict",
    Kind.ATTACHMENT: "Attachment",
    Kind.SITE: "Site",
    Kind.CONTACT: "Contact",
    Kind.PART: "Part",
    Kind.NOTIFICATION: "Notification",
    Kind.TIMESHEET: "Timesheet",
}
PUNCHES: Mapping[Action, str] = {
    Action.CLOCK_IN: "Clock in",
    Action.CLOCK_OUT: "Clock out",
    Action.BREAK_START: "Break",
    Action.BREAK_END: "Back to work",
    Action.SWITCH: "Switch job",
    Action.TRAVEL: "Travel",
    Action.VOID: "Undo of a punch",
    Action.AMEND: "Correction",
}
PUNCHED: Mapping[Action, str] = {
    Action.CLOCK_IN: "Clocked in",
    Action.CLOCK_OUT: "Clocked out",
    Action.BREAK_START: "Break started",
    Action.BREAK_END: "Back to work",
    Action.SWITCH: "Switched job",
    Action.TRAVEL: "Travelling since",
    Action.VOID: "Undone",
    Action.AMEND: "Corrected",
}
STEPS: Mapping[SheetStatus, str] = {
    SheetStatus.SUBMITTED: "Week handed in",
    SheetStatus.APPROVED: "Week approved",
    SheetStatus.RETURNED: "Week returned",
}
BREAKS: Mapping[BreakKind, str] = {BreakKind.PAID_REST: "paid rest", BreakKind.UNPAID_MEAL: "unpaid meal"}
FLAGS: Mapping[Flag, str] = {
    Flag.OPEN: "Still running.",
    Flag.FORGOTTEN: "The clock-out is missing. Say when it ended.",
    Flag.OVERLAP: "Overlaps with other time.",
    Flag.DOUBLE_IN: "Clocked in twice.",
    Flag.DOUBLE_BREAK: "Break started twice.",
    Flag.NO_CLOCK_IN: "The clock-in is missing.",
    Flag.UNMATCHED_OUT: "A clock-out without a clock-in.",
    Flag.UNMATCHED_BREAK_END: "A break ended that had not begun.",
    Flag.SHORT_MEAL: "A meal break of less than 30 minutes.",
    Flag.TOO_LONG: "Longer than a shift usually is.",
    Flag.CORRECTED: "Corrected.",
    Flag.FUTURE: "Lies in the future.",
    Flag.SKEW: "The clock of the device was off.",
    Flag.LOCKED_WEEK: "Changed after the week was approved.",
}


def saved(action: Action, at: datetime) -> str:
    """What the person hears after a punch; `at` is local time."""
    return f"{PUNCHED[action]} {at:%H:%M:%S} – saved on this device"


def added(start: datetime, end: datetime) -> str:
    """What the person hears after entering time that was missed; both are local time."""
    return f"Added {start:%H:%M} to {end:%H:%M} – saved on this device"


def what(mutation: Mutation, local: Local) -> str:
    """One change as a person reads it: "Stage → Quoted", "New lead", "Clock out 16:31"."""
    match mutation.kind:
        case Kind.PUNCH:
            return punch_words(mutation.fields, local)
        case Kind.TIMESHEET:
            return STEPS[SheetStatus(mutation.fields.get("status", SheetStatus.SUBMITTED))]
        case Kind.CONFLICT:
            return "Choice between two values"
        case Kind.NOTE:
            return "Note" if mutation.op is Op.CREATE else "Note removed"
        case Kind.NOTIFICATION:
            return "Notification read" if mutation.op is Op.CHANGE else "Notification removed"
        case kind:
            return _record(kind, mutation)


def punch_words(fields: Mapping[str, Any], local: Local) -> str:
    """One punch: "Clock out 16:31", "Correction → 07:45"."""
    action = Action(fields["action"])
    if action is Action.AMEND and fields.get("amended_at"):
        return f"{PUNCHES[action]} → {_time(fields['amended_at'], local)}"
    if action is Action.VOID:
        return PUNCHES[action]
    kind = fields.get("break_kind")
    extra = f" ({BREAKS[BreakKind(kind)]})" if kind else ""
    return f"{PUNCHES[action]} {_time(fields['at'], local)}{extra}"


def count_of(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def hours(duration: timedelta) -> str:
    """ "3 h 41 min" """
    minutes = int(duration.total_seconds() // 60)
    return f"{minutes // 60} h {minutes % 60:02d} min"


def name_in(body: Mapping[str, Any]) -> str:
    """What a record is called, going by its body alone."""
    return next((str(body[field]) for field in _NAMES if body.get(field)), "")


def number_of(number: int | None) -> str:
    return "number when sent" if number is None else f"WO-{number}"


def reason_of(code: str, message: str, subject: str) -> str:
    """Why an item needs a person, in our words; the server's own stand beside it."""
    match code:
        case Code.CONFLICT:
            return f"Somebody else has changed {subject} meanwhile. Yours is kept: send it again, or discard it."
        case Code.DELETED:
            return f"{subject} was deleted by somebody else. Your change is kept."
        case Code.NOT_FOUND:
            return f"{subject} is no longer yours, or is not there any more. Your change is kept."
        case Code.NOT_ALLOWED:
            return "You are not allowed to do this. Your change is kept."
        case Code.TRANSITION:
            return f"{subject} has moved on, so this step no longer fits. Your change is kept."
        case Code.GROUP:
            return "It belongs together with another change that was refused. Both are kept."
        case Code.INVALID | Code.MALFORMED:
            return message or "The server found a mistake in it. Your entry is kept."
        case _:
            return "The server could not take it. Your entry is kept."


def _record(kind: str, mutation: Mutation) -> str:
    name = KINDS.get(kind, words(kind).capitalize())
    match mutation.op:
        case Op.CREATE:
            return f"New {name.lower()}"
        case Op.REMOVE:
            return f"{name} removed"
        case Op.RESTORE:
            return f"{name} restored"
        case Op.CHANGE:
            return _change(mutation.fields)


def _change(fields: Mapping[str, Any]) -> str:
    if fields.get("merged_into"):
        return "Merged into another lead"
    if "stage" in fields:
        return f"Stage → {words(Stage(fields['stage'])).capitalize()}"
    if "status" in fields:
        return f"Status → {words(Status(fields['status'])).capitalize()}"
    if all(name.startswith(ANSWER) for name in fields):
        return "Checklist answer" if len(fields) == 1 else f"{len(fields)} checklist answers"
    return f"{_listed([_label(name) for name in fields])} changed".capitalize()


def _time(text: str, local: Local) -> str:
    return f"{local(datetime.fromisoformat(text)):%H:%M}"


def _label(name: str) -> str:
    return "checklist" if name.startswith(ANSWER) else words(name.removesuffix("_id").removesuffix("_on"))


def _listed(names: list[str]) -> str:
    unique = list(dict.fromkeys(names))
    if len(unique) > 3:
        return f"{len(unique)} fields"
    return " and ".join([", ".join(unique[:-1]), unique[-1]]) if len(unique) > 1 else "".join(unique)
