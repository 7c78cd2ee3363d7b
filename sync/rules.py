"""What is allowed: field bounds, state machines and roles, once for forms, command line and server."""

from collections.abc import Iterable
from typing import Any, get_type_hints

import msgspec

from sync.errors import Problem
from sync.protocol import Op
from sync.records import ANSWER, SERVER_FIELDS, TYPES, WRITTEN_BY_DEVICES, Body, Kind, Role, Status

Answer = bool | int | float | str | None

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

_OFFICE = frozenset({Role.OFFICE, Role.OWNER})
_LEADS = _OFFICE | {Role.CREW_LEAD}
_EVERYONE = frozenset(Role)

# Who may do what. A change of a punch exists for nobody: a correction is a further event.
ALLOWED: dict[tuple[Kind, Op], frozenset[Role]] = {
    (Kind.CUSTOMER, Op.CREATE): _EVERYONE,
    (Kind.CUSTOMER, Op.CHANGE): _LEADS,
    (Kind.CUSTOMER, Op.REMOVE): _OFFICE,
    (Kind.CUSTOMER, Op.RESTORE): _OFFICE,
    (Kind.LEAD, Op.CREATE): _EVERYONE,
    (Kind.LEAD, Op.CHANGE): _EVERYONE,
    (Kind.LEAD, Op.REMOVE): _LEADS,
    (Kind.LEAD, Op.RESTORE): _LEADS,
    (Kind.WORK_ORDER, Op.CREATE): _EVERYONE,
    (Kind.WORK_ORDER, Op.CHANGE): _EVERYONE,
    (Kind.WORK_ORDER, Op.REMOVE): _OFFICE,
    (Kind.WORK_ORDER, Op.RESTORE): _OFFICE,
    (Kind.PUNCH, Op.CREATE): _EVERYONE,
    (Kind.NOTE, Op.CREATE): _EVERYONE,
    (Kind.NOTE, Op.REMOVE): _LEADS,
}


def may(role: Role, op: Op, kind: Kind) -> bool:
    return role in ALLOWED.get((kind, op), frozenset())


def may_become(before: Status, after: Status, role: Role) -> bool:
    """Whether a work order may go from one status to another in these hands; only the office invoices."""
    if before == after:
        return True
    if after == Status.INVOICED and role not in _OFFICE:
        return False
    return after in TRANSITIONS[before]


def next_statuses(status: Status, role: Role) -> tuple[Status, ...]:
    return tuple(after for after in Status if after != status and may_become(status, after, role))


def field_problems(kind: Kind, op: Op, fields: Body) -> list[Problem]:
    """Everything wrong with the fields of one mutation, as a person can mend it; empty when all is well."""
    known = _field_types[kind]
    problems = [problem for name, value in fields.items() if (problem := _problem(kind, known, name, value))]
    if op is Op.CREATE:
        missing = _required[kind] - fields.keys()
        problems += [Problem(name, "required", f"{_label(name)} is needed.") for name in sorted(missing)]
    return problems


def transition_problems(kind: Kind, before: Body | None, fields: Body, role: Role) -> list[Problem]:
    """What the work order's state machine says to a change of status."""
    if kind is not Kind.WORK_ORDER or "status" not in fields or before is None:
        return []
    was, wanted = Status(before.get("status", Status.DRAFT)), Status(fields["status"])
    if may_become(was, wanted, role):
        return []
    message = f"A work order that is {words(was)} can't become {words(wanted)}."
    return [Problem("status", "transition", message)]


def words(name: str) -> str:
    """A wire name as people read it: `in_progress` is "in progress"."""
    return name.replace("_", " ")


def _problem(kind: Kind, known: dict[str, Any], name: str, value: object) -> Problem | None:
    if name in SERVER_FIELDS.get(kind, frozenset()):
        return Problem(name, "server_field", f"{_label(name)} is set by the server.")
    expected = Answer if name.startswith(ANSWER) and kind is Kind.WORK_ORDER else known.get(name)
    if expected is None:
        return Problem(name, "unknown_field", f"{_label(name)} is not a field of a {words(kind)}.")
    try:
        msgspec.convert(value, expected)
    except msgspec.ValidationError:
        return _explain(name, value)
    if isinstance(value, str):
        return _text_problem(name, value, is_required=name in _required[kind])
    return None


def _text_problem(name: str, value: str, *, is_required: bool) -> Problem | None:
    if "\x00" in value:
        return Problem(name, "control_character", f"{_label(name)} contains a character that can't be kept.")
    if is_required and not value.strip():
        return Problem(name, "required", f"{_label(name)} is needed.")
    return None


def _explain(name: str, value: object) -> Problem:
    if isinstance(value, str) and not value.strip():
        return Problem(name, "required", f"{_label(name)} is needed.")
    if isinstance(value, str) and len(value) > 200:
        return Problem(name, "too_long", f"{_label(name)} is too long ({len(value)} characters).")
    return Problem(name, "invalid", f"{_label(name)} does not look right.")


def _label(name: str) -> str:
    return words(name.removeprefix(ANSWER).removesuffix("_id")).capitalize()


def _without(names: Iterable[str]) -> frozenset[str]:
    return frozenset(names) - {"id", "version"}


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
