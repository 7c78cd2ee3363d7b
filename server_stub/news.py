"""Who is told of what: somebody's work that somebody else has changed becomes a notification to them.

Whoever does something themselves knows it already, so nobody is told of their own doing.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from server_stub.ledger import Ref, Stored
from sync.kinds import Kind
from sync.records import Body, Conflict, Notification
from sync.terms import CORRECTIONS, Happening, SheetStatus, Status

_PLAN = ("scheduled_start", "planned_minutes")
_DECISIONS: dict[str, Happening] = {
    SheetStatus.APPROVED: Happening.WEEK_APPROVED,
    SheetStatus.RETURNED: Happening.WEEK_RETURNED,
}
_NOTHING: Body = {}


class Happened(NamedTuple):
    """A record before and after what this person did."""

    ref: Ref
    before: Stored | None
    after: Stored
    by: str
    at: datetime

    def is_new(self, *names: str) -> bool:
        was = self.before.body if self.before is not None else _NOTHING
        return any(self.after.body.get(name) != was.get(name) for name in names)


class _About(NamedTuple):
    user_id: str | None
    happening: Happening


def news_of(happened: Happened, conflicts: Sequence[Conflict] = ()) -> Iterator[Notification]:
    """`conflicts` are those that the same change has left behind."""
    about = _of_the_change(happened)
    found = [about] if about is not None else []
    found += [_About(loser, Happening.OVERRULED) for loser in dict.fromkeys(one.lost_by for one in conflicts)]
    for user_id, happening in found:
        if user_id is not None and user_id != happened.by:
            yield _notification(happened, user_id, happening)


def _of_the_change(happened: Happened) -> _About | None:
    if happened.after.is_deleted:
        return None
    match happened.ref[0]:
        case Kind.LEAD:
            return _of_assigning(happened)
        case Kind.WORK_ORDER:
            return _of_assigning(happened) or _of_planning(happened)
        case Kind.PUNCH:
            return _of_correcting(happened)
        case Kind.TIMESHEET:
            return _of_deciding(happened)
        case _:
            return None


def _of_assigning(happened: Happened) -> _About | None:
    assignee = happened.after.body.get("assignee_id")
    if assignee is None or not happened.is_new("assignee_id"):
        return None
    return _About(assignee, Happening.ASSIGNED)


def _of_planning(happened: Happened) -> _About | None:
    holder = happened.after.body.get("assignee_id")
    if happened.is_new("status") and happened.after.body["status"] == Status.CANCELLED:
        return _About(holder, Happening.CANCELLED)
    return _About(holder, Happening.RESCHEDULED) if happened.is_new(*_PLAN) else None


def _of_correcting(happened: Happened) -> _About | None:
    """A punch that was made for somebody is no correction, unless it gives a reason, as an added one does."""
    punch = happened.after.body
    if punch["action"] not in CORRECTIONS and not punch.get("reason"):
        return None
    return _About(punch["user_id"], Happening.TIME_CORRECTED)


def _of_deciding(happened: Happened) -> _About | None:
    decided = _DECISIONS.get(happened.after.body.get("status", ""))
    if decided is None or not happened.is_new("status"):
        return None
    return _About(happened.after.body["user_id"], decided)


def _notification(happened: Happened, user_id: str, happening: Happening) -> Notification:
    kind, record_id = happened.ref
    return Notification(
        id="",
        user_id=user_id,
        happening=happening,
        subject_kind=kind.value,
        subject_id=record_id,
        title=_title(happened.after.body),
        by_id=happened.by,
        at=happened.at,
    )


def _title(body: dict[str, Any]) -> str:
    """A week is named by its first day."""
    return str(body.get("title") or body.get("name") or body.get("week") or "")
