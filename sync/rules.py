"""What is allowed: field bounds, state machines and roles, once for forms, command line and server."""

import math
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any, get_type_hints

import msgspec
from msgspec import Meta

from sync.checklists import checklist_problem
from sync.errors import Problem
from sync.kinds import CHANGEABLE, SERVER_FIELDS, TYPES, WRITTEN_BY_DEVICES, Kind
from sync.language import capitalised, translate, words
from sync.protocol import Op
from sync.records import ANSWER, CHECK_ITEM, Body, Text
from sync.terms import OFFICE, Role, Status

Answer = bool | Annotated[int, Meta(ge=-(2**53), le=2**53)] | float | Text | None
_LONGEST_NAME = 60
_NUL = b"\\u0000"

_encode = msgspec.json.Encoder().encode

TRANSITIONS: dict[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset({Status.ASSIGNED, Status.CANCELLED}),
    Status.ASSIGNED: frozenset({Status.DRAFT, Status.EN_ROUTE, Status.IN_PROGRESS, Status.ON_HOLD, Status.CANCELLED}),
    Status.EN_ROUTE: frozenset({Status.ASSIGNED, Status.IN_PROGRESS, Status.ON_HOLD, Status.CANCELLED}),
    Status.IN_PROGRESS: frozenset({Status.ON_HOLD, Status.COMPLETED, Status.CANCELLED}),
    Status.ON_HOLD: frozenset({Status.ASSIGNED, Status.EN_ROUTE, Status.IN_PROGRESS, Status.CANCELLED}),
    Status.COMPLETED: frozenset({Status.IN_PROGRESS, Status.INVOICED}),
    Status.INVOICED: frozenset(),
    Status.CANCELLED: frozenset({Status.DRAFT}),
}

_LEADS = OFFICE | {Role.CREW_LEAD}
_EVERYONE = frozenset(Role)

# Who may do what. A change of a punch exists for nobody: a correction is a further event.
ALLOWED: dict[tuple[Kind, Op], frozenset[Role]] = {
    (Kind.CUSTOMER, Op.CREATE): _EVERYONE,
    (Kind.CUSTOMER, Op.CHANGE): _LEADS,
    (Kind.CUSTOMER, Op.REMOVE): OFFICE,
    (Kind.CUSTOMER, Op.RESTORE): OFFICE,
    (Kind.SITE, Op.CREATE): _EVERYONE,
    (Kind.SITE, Op.CHANGE): _EVERYONE,
    (Kind.SITE, Op.REMOVE): _LEADS,
    (Kind.SITE, Op.RESTORE): _LEADS,
    (Kind.CONTACT, Op.CREATE): _EVERYONE,
    (Kind.CONTACT, Op.CHANGE): _EVERYONE,
    (Kind.CONTACT, Op.REMOVE): _LEADS,
    (Kind.CONTACT, Op.RESTORE): _LEADS,
    (Kind.LEAD, Op.CREATE): _EVERYONE,
    (Kind.LEAD, Op.CHANGE): _EVERYONE,
    (Kind.LEAD, Op.REMOVE): _LEADS,
    (Kind.LEAD, Op.RESTORE): _LEADS,
    (Kind.WORK_ORDER, Op.CREATE): _EVERYONE,
    (Kind.WORK_ORDER, Op.CHANGE): _EVERYONE,
    (Kind.WORK_ORDER, Op.REMOVE): OFFICE,
    (Kind.WORK_ORDER, Op.RESTORE): OFFICE,
    (Kind.PUNCH, Op.CREATE): _EVERYONE,
    (Kind.NOTE, Op.CREATE): _EVERYONE,
    (Kind.NOTE, Op.REMOVE): _LEADS,
    (Kind.CONFLICT, Op.CHANGE): _EVERYONE,
    (Kind.ATTACHMENT, Op.CREATE): _EVERYONE,
    (Kind.ATTACHMENT, Op.CHANGE): _EVERYONE,
    (Kind.ATTACHMENT, Op.REMOVE): _EVERYONE,
    (Kind.ATTACHMENT, Op.RESTORE): _LEADS,
    (Kind.PART, Op.CREATE): _EVERYONE,
    (Kind.PART, Op.CHANGE): _EVERYONE,
    (Kind.PART, Op.REMOVE): _EVERYONE,
    (Kind.PART, Op.RESTORE): _LEADS,
    (Kind.NOTIFICATION, Op.CHANGE): _EVERYONE,
    (Kind.NOTIFICATION, Op.REMOVE): _EVERYONE,
    (Kind.TIMESHEET, Op.CREATE): _EVERYONE,
    (Kind.TIMESHEET, Op.CHANGE): _EVERYONE,
    (Kind.LOCATION, Op.CREATE): _EVERYONE,
    (Kind.LOCATION, Op.REMOVE): _EVERYONE,
}


def may(role: Role, op: Op, kind: Kind) -> bool:
    return role in ALLOWED.get((kind, op), frozenset())


def may_become(before: Status, after: Status, role: Role) -> bool:
    """Whether a work order may go from one status to another in these hands; only the office invoices."""
    if before == after:
        return True
    if after == Status.INVOICED and role not in OFFICE:
        return False
    return after in TRANSITIONS[before]


def next_statuses(status: Status, role: Role) -> tuple[Status, ...]:
    return tuple(after for after in Status if after != status and may_become(status, after, role))


def way_to(status: Status, wanted: Status, role: Role) -> tuple[Status, ...]:
    """The shortest way from one status to another in these hands, without the first; empty where there is none."""
    ways: list[tuple[Status, ...]] = [(status,)]
    known = {status}
    for way in ways:
        if way[-1] is wanted:
            return way[1:]
        fresh = [after for after in next_statuses(way[-1], role) if after not in known]
        known.update(fresh)
        ways += [(*way, after) for after in fresh]
    return ()


def field_problems(kind: Kind, op: Op, fields: Body) -> list[Problem]:
    """Everything wrong with the fields of one mutation, as a person can mend it; empty when all is well."""
    problems = [] if _is_plainly_right(kind, fields) else _problems(kind, fields)
    if op is Op.CREATE:
        missing = _required[kind] - fields.keys()
        problems += [
            Problem(name, "required", translate("rules", "{name} is needed.").format(name=_label(name)))
            for name in sorted(missing)
        ]
    elif kind in CHANGEABLE:
        fixed = fields.keys() & _field_types[kind].keys() - CHANGEABLE[kind]
        problems += [
            Problem(name, "fixed", translate("rules", "{name} can't be changed any more.").format(name=_label(name)))
            for name in sorted(fixed)
        ]
    return problems


def transition_problems(kind: Kind, before: Body | None, fields: Body, role: Role) -> list[Problem]:
    """What the work order's state machine says to a change of status."""
    if kind is not Kind.WORK_ORDER or "status" not in fields:
        return []
    wanted = Status(fields["status"])
    if before is None:
        if wanted is not Status.INVOICED or role in OFFICE:
            return []
        return [Problem("status", "transition", translate("rules", "Only the office can invoice a work order."))]
    was = Status(before.get("status", Status.DRAFT))
    if may_become(was, wanted, role):
        return []
    message = translate("rules", "A work order that is {was} can't become {wanted}.").format(
        was=words(was), wanted=words(wanted)
    )
    return [Problem("status", "transition", message)]


def _is_plainly_right(kind: Kind, fields: Body) -> bool:
    """The usual case in one step; what is not plainly right is then looked at field by field."""
    try:
        shape = msgspec.convert(fields, _shapes[kind])
        written = _encode(fields)
    except (msgspec.ValidationError, UnicodeEncodeError):
        return False
    return (
        _NUL not in written
        and not any(_is_blank(fields.get(name)) for name in _required[kind])
        and all(_can_be_kept(getattr(shape, name)) for name in fields.keys() & _instants[kind])
        and not ("checklist" in fields and checklist_problem(getattr(shape, "checklist", ())))
    )


def _problems(kind: Kind, fields: Body) -> list[Problem]:
    known = _field_types[kind]
    return [problem for name, value in fields.items() if (problem := _problem(kind, known, name, value))]


def _problem(kind: Kind, known: dict[str, Any], name: str, value: object) -> Problem | None:
    if name in SERVER_FIELDS.get(kind, frozenset()):
        return Problem(
            name, "server_field", translate("rules", "{name} is set by the server.").format(name=_label(name))
        )
    expected = Answer if _is_answer(kind, name) else known.get(name)
    if expected is None:
        shown = name if name.isprintable() and len(name) <= _LONGEST_NAME else ""
        return Problem(
            shown,
            "unknown_field",
            translate("rules", "{name} is not a field of a {kind}.").format(
                name=_label(shown) or translate("rules", "A field"), kind=words(kind)
            ),
        )
    try:
        converted = msgspec.convert(value, expected)
    except msgspec.ValidationError:
        return _explain(name, value)
    if not _can_be_kept(converted):
        return Problem(name, "invalid", translate("rules", "{name} does not look right.").format(name=_label(name)))
    if not _is_readable(value):
        return Problem(
            name,
            "control_character",
            translate("rules", "{name} contains a character that can't be kept.").format(name=_label(name)),
        )
    if name in _required[kind] and _is_blank(value):
        return Problem(name, "required", translate("rules", "{name} is needed.").format(name=_label(name)))
    if name == "checklist" and (message := checklist_problem(converted)):
        return Problem(name, "invalid", message)
    return None


def _is_answer(kind: Kind, name: str) -> bool:
    return kind is Kind.WORK_ORDER and name.startswith(ANSWER) and bool(_check_item.match(name, len(ANSWER)))


def _can_be_kept(converted: object) -> bool:
    """Whether an instant exists in UTC as well, and a number in JSON."""
    if isinstance(converted, datetime):
        return 1 < converted.year < 9999
    return not isinstance(converted, float) or math.isfinite(converted)


def _is_blank(value: object) -> bool:
    return isinstance(value, str) and not value.strip()


def _is_readable(value: object) -> bool:
    """Whether every text in a value can be stored and sent: no NUL, no half of a character."""
    if isinstance(value, str):
        return "\x00" not in value and (value.isascii() or _is_whole(value))
    if isinstance(value, dict):
        return all(_is_readable(part) for pair in value.items() for part in pair)
    if isinstance(value, list | tuple):
        return all(_is_readable(part) for part in value)
    return True


def _is_whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _explain(name: str, value: object) -> Problem:
    if _is_blank(value):
        return Problem(name, "required", translate("rules", "{name} is needed.").format(name=_label(name)))
    if isinstance(value, str) and len(value) > 200:
        return Problem(
            name,
            "too_long",
            translate("rules", "{name} is too long ({count} characters).").format(name=_label(name), count=len(value)),
        )
    return Problem(name, "invalid", translate("rules", "{name} does not look right.").format(name=_label(name)))


def _label(name: str) -> str:
    return capitalised(words(name.removeprefix(ANSWER).removesuffix("_id")))


def _without(names: Iterable[str]) -> frozenset[str]:
    return frozenset(names) - {"id", "version"}


# The pattern's own "^" means the start of the whole text.
_check_item = re.compile(CHECK_ITEM.removeprefix("^"))
_field_types: dict[Kind, dict[str, Any]] = {
    kind: {
        name: hint
        for name, hint in get_type_hints(TYPES[kind], include_extras=True).items()
        if name not in ("id", "version")
    }
    for kind in WRITTEN_BY_DEVICES
}
_required: dict[Kind, frozenset[str]] = {
    kind: _without(field.name for field in msgspec.structs.fields(TYPES[kind]) if field.required)
    for kind in WRITTEN_BY_DEVICES
}
_instants: dict[Kind, frozenset[str]] = {
    kind: frozenset(
        name for name, hint in types.items() if "datetime" in str(hint) and name not in SERVER_FIELDS.get(kind, ())
    )
    for kind, types in _field_types.items()
}
# Every field that a device may write, none of them needed.
_shapes: dict[Kind, type[msgspec.Struct]] = {
    kind: msgspec.defstruct(
        f"Some{kind.name.title()}",
        [
            (name, hint | msgspec.UnsetType, msgspec.UNSET)
            for name, hint in types.items()
            if name not in SERVER_FIELDS.get(kind, ())
        ],
        forbid_unknown_fields=True,
    )
    for kind, types in _field_types.items()
}
