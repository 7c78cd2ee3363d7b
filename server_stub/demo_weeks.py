"""The demo's weeks, as they were handed in."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sync.kinds import Kind
from sync.records import Organisation, Punch, read
from sync.terms import SheetStatus
from sync.timekeeping import compute_entries, week_days, week_totals
from sync.timesheets import digest_of


def last_week(
    user_id: str, entries: Sequence[tuple[Kind, str, dict[str, Any], Any]], today: date, settings: Organisation
) -> dict[str, Any]:
    """The fields of the timesheet of these punches' week before this one."""
    days = week_days(settings, today - timedelta(days=7))
    punches = [read(Punch, record_id, 0, fields) for _kind, record_id, fields, _at in entries]
    of_week = [entry for entry in compute_entries(punches, settings) if entry.day in days]
    totals = week_totals(of_week, settings, max(entry.start for entry in of_week))
    return {
        "user_id": user_id,
        "week": days[0].isoformat(),
        "digest": digest_of(of_week),
        "worked_minutes": sum(total.worked for total in totals.values()) // 60,
        "status": SheetStatus.SUBMITTED.value,
    }
