"""Whether somebody is on the clock, for the window and the command line."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sync.records import Organisation
from sync.timekeeping.entries import Activity, TimeEntry
from sync.timekeeping.segments import is_forgotten


class Mode(StrEnum):
    OFF = "off"
    WORKING = "working"
    TRAVELLING = "travelling"
    ON_BREAK = "on_break"


@dataclass(frozen=True)
class ClockState:
    """`since` is when the present mode began, `shift_start` when the person came on the clock; both None when off.

    `is_forgotten`: on the clock for longer than the organisation's long shift, so perhaps only a clock-out is missing.
    """

    mode: Mode = Mode.OFF
    since: datetime | None = None
    shift_start: datetime | None = None
    work_order_id: str | None = None
    break_kind: Activity | None = None
    is_forgotten: bool = False


_MODES = {
    Activity.WORK: Mode.WORKING,
    Activity.TRAVEL: Mode.TRAVELLING,
    Activity.PAID_REST: Mode.ON_BREAK,
    Activity.UNPAID_MEAL: Mode.ON_BREAK,
}


def clock_state(entries: Iterable[TimeEntry], settings: Organisation, now: datetime) -> ClockState:
    """Read the state off one person's entries; the last day or two of them are enough."""
    last = max(entries, key=lambda entry: (entry.start, entry.is_open), default=None)
    if last is None or not last.is_open:
        return ClockState()
    mode = _MODES[last.kind]
    return ClockState(
        mode=mode,
        since=last.start,
        shift_start=last.shift_start,
        work_order_id=last.work_order_id,
        break_kind=last.kind if mode is Mode.ON_BREAK else None,
        is_forgotten=is_forgotten(last, settings, now),
    )
