"""Changes, flags and connections in the words that people read."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sync.kinds import Kind
from sync.language import capitalised, marked, translate, words
from sync.protocol import Code, Mutation, Op
from sync.records import ANSWER
from sync.terms import Action, BreakKind, SheetStatus, Stage, Status
from sync.timekeeping import Flag

Local = Callable[[datetime], datetime]

_NAMES = ("name", "title", "text", "action", "week")
KINDS: Mapping[str, str] = {
    Kind.CUSTOMER: marked("sentences", "Customer"),
    Kind.LEAD: marked("sentences", "Lead"),
    Kind.WORK_ORDER: marked("sentences", "Work order"),
    Kind.PUNCH: marked("sentences", "Time"),
    Kind.NOTE: marked("sentences", "Note"),
    Kind.CONFLICT: marked("sentences", "Conflict"),
    Kind.ATTACHMENT: marked("sentences", "Attachment"),
    Kind.SITE: marked("sentences", "Site"),
    Kind.CONTACT: marked("sentences", "Contact"),
    Kind.PART: marked("sentences", "Part"),
    Kind.NOTIFICATION: marked("sentences", "Notification"),
    Kind.TIMESHEET: marked("sentences", "Timesheet"),
    Kind.LOCATION: marked("sentences", "Location"),
}
PUNCHES: Mapping[Action, str] = {
    Action.CLOCK_IN: marked("sentences", "Clock in"),
    Action.CLOCK_OUT: marked("sentences", "Clock out"),
    Action.BREAK_START: marked("sentences", "Break"),
    Action.BREAK_END: marked("sentences", "Back to work"),
    Action.SWITCH: marked("sentences", "Switch job"),
    Action.TRAVEL: marked("sentences", "Travel"),
    Action.VOID: marked("sentences", "Undo of a punch"),
    Action.AMEND: marked("sentences", "Correction"),
}
PUNCHED: Mapping[Action, str] = {
    Action.CLOCK_IN: marked("sentences", "Clocked in"),
    Action.CLOCK_OUT: marked("sentences", "Clocked out"),
    Action.BREAK_START: marked("sentences", "Break started"),
    Action.BREAK_END: marked("sentences", "Back to work"),
    Action.SWITCH: marked("sentences", "Switched job"),
    Action.TRAVEL: marked("sentences", "Travelling since"),
    Action.VOID: marked("sentences", "Undone"),
    Action.AMEND: marked("sentences", "Corrected"),
}
STEPS: Mapping[SheetStatus, str] = {
    SheetStatus.SUBMITTED: marked("sentences", "Week handed in"),
    SheetStatus.APPROVED: marked("sentences", "Week approved"),
    SheetStatus.RETURNED: marked("sentences", "Week returned"),
}
BREAKS: Mapping[BreakKind, str] = {
    BreakKind.PAID_REST: marked("sentences", "paid rest"),
    BreakKind.UNPAID_MEAL: marked("sentences", "unpaid meal"),
}
FLAGS: Mapping[Flag, str] = {
    Flag.OPEN: marked("sentences", "Still running."),
    Flag.FORGOTTEN: marked("sentences", "The clock-out is missing. Say when it ended."),
    Flag.OVERLAP: marked("sentences", "Overlaps with other time."),
    Flag.DOUBLE_IN: marked("sentences", "Clocked in twice."),
    Flag.DOUBLE_BREAK: marked("sentences", "Break started twice."),
    Flag.NO_CLOCK_IN: marked("sentences", "The clock-in is missing."),
    Flag.UNMATCHED_OUT: marked("sentences", "A clock-out without a clock-in."),
    Flag.UNMATCHED_BREAK_END: marked("sentences", "A break ended that had not begun."),
    Flag.SHORT_MEAL: marked("sentences", "A meal break of less than 30 minutes."),
    Flag.TOO_LONG: marked("sentences", "Longer than a shift usually is."),
    Flag.CORRECTED: marked("sentences", "Corrected."),
    Flag.FUTURE: marked("sentences", "Lies in the future."),
    Flag.SKEW: marked("sentences", "The clock of the device was off."),
    Flag.LOCKED_WEEK: marked("sentences", "Changed after the week was approved."),
}


def saved(action: Action, at: datetime) -> str:
    """What the person hears after a punch; `at` is local time."""
    form = translate("sentences", "{what} {at:%H:%M:%S} – saved on this device")
    return form.format(what=translate("sentences", PUNCHED[action]), at=at)


def added(start: datetime, end: datetime) -> str:
    """What the person hears after entering time that was missed; both are local time."""
    return translate("sentences", "Added {start:%H:%M} to {end:%H:%M} – saved on this device").format(
        start=start, end=end
    )


def taken_out(start: datetime, end: datetime, *, is_break: bool) -> str:
    """What the person hears after saying that time on the clock was no work; both are local time."""
    if is_break:
        form = translate("sentences", "Break from {start:%H:%M} to {end:%H:%M} – saved on this device")
    else:
        form = translate("sentences", "Left out {start:%H:%M} to {end:%H:%M} – saved on this device")
    return form.format(start=start, end=end)


def removed(at: datetime) -> str:
    """What the person hears after taking an entry out; `at` is local time."""
    return translate("sentences", "Removed {time} – saved on this device").format(time=f"{at:%H:%M:%S}")


def what(mutation: Mutation, local: Local) -> str:
    """One change as a person reads it: "Stage → Quoted", "New lead", "Clock out 16:31"."""
    match mutation.kind:
        case Kind.PUNCH:
            return punch_words(mutation.fields, local)
        case Kind.TIMESHEET:
            return step_name(SheetStatus(mutation.fields.get("status", SheetStatus.SUBMITTED)))
        case Kind.CONFLICT:
            return translate("sentences", "Choice between two values")
        case Kind.NOTE:
            removed = translate("sentences", "Note removed")
            return kind_name(Kind.NOTE) if mutation.op is Op.CREATE else removed
        case Kind.NOTIFICATION:
            read, removed = translate("sentences", "Notification read"), translate("sentences", "Notification removed")
            return read if mutation.op is Op.CHANGE else removed
        case Kind.LOCATION:
            made, removed = translate("sentences", "Location of a punch"), translate("sentences", "Location taken back")
            return made if mutation.op is Op.CREATE else removed
        case kind:
            return _record(kind, mutation)


def punch_words(fields: Mapping[str, Any], local: Local) -> str:
    """One punch: "Clock out 16:31", "Correction → 07:45"."""
    action = Action(fields["action"])
    name = translate("sentences", PUNCHES[action])
    if action is Action.AMEND and fields.get("amended_at"):
        return f"{name} → {_time(fields['amended_at'], local)}"
    if action is Action.VOID:
        return name
    kind = fields.get("break_kind")
    extra = f" ({translate('sentences', BREAKS[BreakKind(kind)])})" if kind else ""
    return f"{name} {_time(fields['at'], local)}{extra}"


def kind_name(kind: str) -> str:
    """As a title; in the middle of a sentence it is `words(kind)`."""
    return translate("sentences", KINDS[kind]) if kind in KINDS else capitalised(words(kind))


def step_name(status: SheetStatus) -> str:
    return translate("sentences", STEPS[status])


def flag_sentence(flag: Flag) -> str:
    return translate("sentences", FLAGS[flag])


def records(count: int) -> str:
    one, more = translate("sentences", "1 record"), translate("sentences", "{count} records")
    return one if count == 1 else more.format(count=count)


def count_of(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def hours(duration: timedelta) -> str:
    """ "3 h 41 min" """
    minutes = int(duration.total_seconds() // 60)
    form = translate("sentences", "{hours} h {minutes:02d} min")
    return form.format(hours=minutes // 60, minutes=minutes % 60)


def name_in(body: Mapping[str, Any]) -> str:
    """What a record is called, going by its body alone."""
    return next((str(body[field]) for field in _NAMES if body.get(field)), "")


def number_of(number: int | None) -> str:
    return translate("sentences", "number when sent") if number is None else f"WO-{number}"


def reason_of(code: str, message: str, subject: str) -> str:
    """Why an item needs a person, in our words; the server's own stand beside it."""
    match code:
        case Code.CONFLICT:
            return translate(
                "sentences",
                "Somebody else has changed {subject} meanwhile. Yours is kept: send it again, or discard it.",
            ).format(subject=subject)
        case Code.DELETED:
            return translate("sentences", "{subject} was deleted by somebody else. Your change is kept.").format(
                subject=subject
            )
        case Code.NOT_FOUND:
            return translate(
                "sentences", "{subject} is no longer yours, or is not there any more. Your change is kept."
            ).format(subject=subject)
        case Code.NOT_ALLOWED:
            return translate("sentences", "You are not allowed to do this. Your change is kept.")
        case Code.TRANSITION:
            return translate(
                "sentences", "{subject} has moved on, so this step no longer fits. Your change is kept."
            ).format(subject=subject)
        case Code.GROUP:
            return translate("sentences", "It belongs together with another change that was refused. Both are kept.")
        case Code.INVALID | Code.MALFORMED:
            return message or translate("sentences", "The server found a mistake in it. Your entry is kept.")
        case _:
            return translate("sentences", "The server could not take it. Your entry is kept.")


def _record(kind: str, mutation: Mutation) -> str:
    name = kind_name(kind)
    match mutation.op:
        case Op.CREATE:
            return translate("sentences", "New {kind}").format(kind=words(kind))
        case Op.REMOVE:
            return translate("sentences", "{kind} removed").format(kind=name)
        case Op.RESTORE:
            return translate("sentences", "{kind} restored").format(kind=name)
        case Op.CHANGE:
            return _change(mutation.fields)


def _change(fields: Mapping[str, Any]) -> str:
    if fields.get("merged_into"):
        return translate("sentences", "Merged into another lead")
    if "stage" in fields:
        return translate("sentences", "Stage → {stage}").format(stage=capitalised(words(Stage(fields["stage"]))))
    if "status" in fields:
        return translate("sentences", "Status → {status}").format(status=capitalised(words(Status(fields["status"]))))
    if all(name.startswith(ANSWER) for name in fields):
        one, more = translate("sentences", "Checklist answer"), translate("sentences", "{count} checklist answers")
        return one if len(fields) == 1 else more.format(count=len(fields))
    changed = _listed([_label(name) for name in fields])
    return capitalised(translate("sentences", "{fields} changed").format(fields=changed))


def _time(text: str, local: Local) -> str:
    return f"{local(datetime.fromisoformat(text)):%H:%M}"


def _label(name: str) -> str:
    return words("checklist" if name.startswith(ANSWER) else name.removesuffix("_id").removesuffix("_on"))


def _listed(names: list[str]) -> str:
    unique = list(dict.fromkeys(names))
    if len(unique) > 3:
        return translate("sentences", "{count} fields").format(count=len(unique))
    if len(unique) < 2:
        return "".join(unique)
    return translate("sentences", "{names} and {last}").format(names=", ".join(unique[:-1]), last=unique[-1])
