"""Where a work order can go next, as the buttons that say it."""

from dataclasses import dataclass

from sync.language import translate, words
from sync.terms import Status

LINE = (
    Status.DRAFT,
    Status.ASSIGNED,
    Status.EN_ROUTE,
    Status.IN_PROGRESS,
    Status.COMPLETED,
    Status.INVOICED,
)
"""The usual way of a work order; on hold and cancelled lie beside it."""
_FORWARD = {
    Status.DRAFT: Status.ASSIGNED,
    Status.ASSIGNED: Status.IN_PROGRESS,
    Status.EN_ROUTE: Status.IN_PROGRESS,
    Status.IN_PROGRESS: Status.COMPLETED,
    Status.ON_HOLD: Status.IN_PROGRESS,
    Status.COMPLETED: Status.INVOICED,
}
_BESIDE = {
    Status.ASSIGNED: Status.EN_ROUTE,
    Status.IN_PROGRESS: Status.ON_HOLD,
    Status.ON_HOLD: Status.EN_ROUTE,
}


@dataclass(frozen=True)
class Ways:
    """`forward` is the usual next step, `beside` one that is often wanted, `others` the rest."""

    forward: Status | None
    beside: Status | None
    others: tuple[Status, ...]


def ways_from(status: Status, allowed: tuple[Status, ...]) -> Ways:
    forward, beside = _FORWARD.get(status), _BESIDE.get(status)
    return Ways(
        forward if forward in allowed else None,
        beside if beside in allowed else None,
        tuple(one for one in allowed if one not in (forward, beside)),
    )


def position(status: Status) -> int:
    """How far along the line; a work order on hold has been begun, a cancelled one stands nowhere."""
    if status is Status.ON_HOLD:
        return LINE.index(Status.IN_PROGRESS)
    return LINE.index(status) if status in LINE else -1


def action_text(before: Status, after: Status) -> str:
    if before is Status.ON_HOLD and after is Status.IN_PROGRESS:
        return translate("steps", "Go on")
    if before is Status.COMPLETED and after is Status.IN_PROGRESS:
        return translate("steps", "Open again")
    if before is Status.CANCELLED:
        return translate("steps", "Take up again")
    named = {
        Status.EN_ROUTE: translate("steps", "Start travel"),
        Status.IN_PROGRESS: translate("steps", "Start"),
        Status.ON_HOLD: translate("steps", "Pause…"),
        Status.COMPLETED: translate("steps", "Complete…"),
        Status.INVOICED: translate("steps", "Mark as invoiced"),
        Status.CANCELLED: translate("steps", "Cancel the work order…"),
    }
    status = words(after)
    return named.get(after) or translate("steps", "Back to {status}").format(status=status)
