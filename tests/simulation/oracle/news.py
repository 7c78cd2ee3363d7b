"""Who is told of what somebody else did, said once more and by itself."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from simulation.journal import LEAD, ORDER, PUNCH

Told = tuple[str, str]
"""Whom, and of what."""


def told_of(kind: str, before: Mapping[str, Any], after: Mapping[str, Any], by: str) -> list[Told]:
    """What a change of one record gives to tell."""
    changed = {name for name in after if after[name] != before.get(name)}
    return [(who, what) for who, what in _told(kind, changed, after) if who is not None and who != by]


def overruled(losers: Iterable[str | None], by: str) -> list[Told]:
    return [(who, "overruled") for who in dict.fromkeys(losers) if who is not None and who != by]


def _told(kind: str, changed: set[str], after: Mapping[str, Any]) -> Iterator[tuple[str | None, str]]:
    holder = after.get("assignee_id")
    if kind in (LEAD, ORDER) and "assignee_id" in changed and holder is not None:
        yield holder, "assigned"
    elif kind == ORDER and "status" in changed and after["status"] == "cancelled":
        yield holder, "cancelled"
    elif kind == ORDER and changed & {"scheduled_start", "planned_minutes"}:
        yield holder, "rescheduled"
    elif kind == PUNCH and (after["action"] in ("void", "amend") or after.get("reason")):
        yield after["user_id"], "time_corrected"
    elif kind == "timesheet" and "status" in changed and after["status"] in ("approved", "returned"):
        yield after["user_id"], f"week_{after['status']}"
