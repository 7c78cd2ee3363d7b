"""Who has worked on a work order for how long."""

from collections import defaultdict
from datetime import datetime, timedelta

from storage.queries.work_orders import WorkOrderDetail
from sync.records import Organisation
from sync.timekeeping import TimeEntry, job_totals


def time_by_person(detail: WorkOrderDetail, settings: Organisation, now: datetime) -> dict[str, timedelta]:
    """Of those whose punches are on this device what these say, up to now; of the others the server's word."""
    entries: dict[str, list[TimeEntry]] = defaultdict(list)
    for entry in detail.entries:
        entries[entry.user_id].append(entry)
    told = {one.user_id: one.seconds for one in detail.order.time_spent}
    for user_id, own in entries.items():
        told[user_id] = job_totals(own, settings, now)[detail.order.id].worked
    return {user_id: timedelta(seconds=seconds) for user_id, seconds in told.items() if seconds}
