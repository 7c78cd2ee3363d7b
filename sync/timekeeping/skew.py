"""How far a device's clock was off when it punched, by the evidence that the punch carries.

A punch is never refused for its time. What the device claimed stays on it; entries are computed from a corrected
instant beside it, and only evidence makes one: a claim that merely looks odd is flagged and stands.

The evidence: `server_at` is the last time that the server told the device, `server_offset_ms` the server's clock minus
the device's wall clock at that moment, `offset_age_ms` how long ago that was by a clock that can't be set (None once
the machine was started again). Such a clock may stand still while a machine sleeps: a wall clock that fell behind it
was certainly set, one that went ahead of it may only have slept and is flagged.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sync.records import ClockEvidence, Punch
from sync.timekeeping.entries import Flag

# A good quartz drifts 100 ppm, 9 seconds a day: two minutes forgive two weeks off-line, and a slow answer besides.
TOLERANCE = timedelta(minutes=2)
# Evidence beyond this is a broken counter.
_LONGEST = 100 * 365 * 24 * 3600 * 1000


@dataclass(frozen=True)
class Skew:
    """`corrected_at` is None where the claimed instant stands. Both stay on the punch; nothing is refused."""

    corrected_at: datetime | None
    flags: tuple[Flag, ...]


def compute_skew(punch: Punch, received_at: datetime) -> Skew:
    """Compare what a punch claims with its evidence, as the server receives it."""
    is_future = punch.at - received_at > TOLERANCE
    if punch.reason:
        # Entered later by hand: it speaks of another moment than that of its evidence.
        return Skew(None, (Flag.FUTURE,) if is_future else ())
    corrected, is_odd = _weigh(punch.at, punch.evidence, received_at)
    flags: tuple[Flag, ...] = (Flag.FUTURE,) if is_future else ()
    if corrected is not None or is_odd:
        flags += (Flag.SKEW,)
    return Skew(corrected, flags)


def _weigh(claimed: datetime, evidence: ClockEvidence, received_at: datetime) -> tuple[datetime | None, bool]:
    """The corrected instant, None where the claim stands, and whether something is odd."""
    by_offset = _moved(claimed, evidence.server_offset_ms) or claimed
    earliest = None if evidence.server_at is None else _moved(evidence.server_at, evidence.offset_age_ms)
    if earliest is None:
        return None, _is_off(by_offset, claimed)
    if not _is_off(earliest, claimed):
        # The clock was right, or has been mended since the offset was taken.
        return None, False
    was_set = earliest - by_offset > TOLERANCE or by_offset - received_at > TOLERANCE
    estimate = earliest if was_set else by_offset
    return estimate if _is_off(estimate, claimed) else None, _is_off(earliest, by_offset)


def _is_off(one: datetime, other: datetime) -> bool:
    return abs(one - other) > TOLERANCE


def _moved(instant: datetime, milliseconds: int | None) -> datetime | None:
    if milliseconds is None or abs(milliseconds) > _LONGEST:
        return None
    try:
        return instant + timedelta(milliseconds=milliseconds)
    except OverflowError:
        return None
