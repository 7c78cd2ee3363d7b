"""A person's week, handed in and decided on: its steps, who may take them, and what an approval was about.

                    returned ◄────────────┐
                       │  ▲               │
    handed in  ─►  submitted  ─►  approved

An approval locks the corrections of a week and never its punches: whatever is punched later is kept, flagged, and shows
as a change since the approval. To correct an approved week, it is returned first.
"""

import hashlib
from collections.abc import Iterable
from datetime import date, timedelta

from sync.errors import Problem
from sync.language import translate, words
from sync.records import Body, Timesheet
from sync.terms import OFFICE, Role, SheetStatus
from sync.timekeeping import TimeEntry

STEPS: dict[SheetStatus, frozenset[SheetStatus]] = {
    SheetStatus.SUBMITTED: frozenset(SheetStatus),
    SheetStatus.APPROVED: frozenset({SheetStatus.APPROVED, SheetStatus.RETURNED}),
    SheetStatus.RETURNED: frozenset({SheetStatus.RETURNED, SheetStatus.SUBMITTED}),
}
WEEK = timedelta(days=7)


def may_decide(role: Role, *, is_own: bool) -> bool:
    """Whether a week of somebody within reach may be approved or returned; a crew lead's own goes to the office."""
    return role in OFFICE or (role is Role.CREW_LEAD and not is_own)


def may_hand_in(role: Role, *, is_own: bool) -> bool:
    return is_own or role is not Role.WORKER


def step_problems(before: Body | None, fields: Body, role: Role, *, is_own: bool) -> list[Problem]:
    """What speaks against one step of a timesheet in these hands; without a status it stays where it is."""
    was = SheetStatus(before.get("status", SheetStatus.SUBMITTED)) if before is not None else None
    wanted = SheetStatus(fields.get("status", was or SheetStatus.SUBMITTED))
    if was is not None and wanted not in STEPS[was]:
        return [
            Problem(
                "status",
                "transition",
                translate("timesheets", "A week that is {was} can't become {wanted}.").format(
                    was=words(was), wanted=words(wanted)
                ),
            )
        ]
    if wanted is SheetStatus.SUBMITTED:
        if may_hand_in(role, is_own=is_own):
            return []
        return [Problem("status", "not_allowed", translate("timesheets", "You may only hand in your own week."))]
    if not may_decide(role, is_own=is_own):
        return [Problem("status", "not_allowed", translate("timesheets", "You may not approve or return this week."))]
    if wanted is SheetStatus.RETURNED and not _comment(before, fields):
        return [Problem("comment", "required", translate("timesheets", "Please say what is to be changed."))]
    return []


def standing(sheets: Iterable[Timesheet]) -> Timesheet | None:
    """Of several timesheets of one week the one that counts: the approved one, else the one handed in last."""
    return max(sheets, key=lambda sheet: (sheet.status is SheetStatus.APPROVED, sheet.id), default=None)


def is_locked(sheets: Iterable[Timesheet], day: date) -> bool:
    """Whether one of these, all of one person, is an approved week that this day lies in."""
    return any(sheet.status is SheetStatus.APPROVED and sheet.week <= day < sheet.week + WEEK for sheet in sheets)


def digest_of(entries: Iterable[TimeEntry]) -> str:
    """The same for the same hours on the same jobs, whatever else is said of them."""
    lines = sorted(
        f"{entry.start_punch_id} {entry.day} {entry.kind} {entry.start.isoformat()} "
        f"{entry.end.isoformat() if entry.end else ''} {entry.work_order_id or ''}"
        for entry in entries
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _comment(before: Body | None, fields: Body) -> str:
    known = before.get("comment", "") if before is not None else ""
    return str(fields.get("comment", known)).strip()
