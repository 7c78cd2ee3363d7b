"""How far a device's clock was off when it punched, by the evidence that the punch carries.

A punch is never refused for its time. What the device claimed stays on it; entries are computed from a corrected
instant beside it, and only evidence makes one: a claim that merely looks odd is flagged and stands.

The evidence: `server_at` is the last time that the server told the device, `server_offset_ms` the server's clock minus
the device's wall clock at that moment, `offset_age_ms` how long ago that was by a clock that can't be set (None once
the machine was started again; the server was met then all the same, so a claim from before that is odd). Such a clock
may stand still while a machine sleeps: a wall clock that fell behind it was certainly set, one that went ahead of it
may only have slept and is flagged. Where the same clock has run on until the punch is sent, that tells more than all
else: how long ago it was made.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sync.records import ClockEvidence, Punch
from sync.timekeeping.entries import Flag

# A good quartz drifts 100 ppm, 9 seconds a day: two minutes forgive two weeks off-line, and a slow answer besides.
TOLERANCE = timedelta(minutes=2)
# Evidence beyond this is a broken counter.
_LONGEST = 100 * 365 * 24 * 3600 * 1000
_NO_TIME = timedelta()


@dataclass(frozen=True)
class Skew:
    """`corrected_at` is None where the claimed instant stands. Both stay on the punch; nothing is refused."""

    corrected_at: datetime | None
    flags: tuple[Flag, ...]


@dataclass(frozen=True)
class Sending:
    """The device's two clocks at the moment of sending, and since which start of the machine they run."""

    at: datetime
    monotonic_ms: int
    boot_id: str


def compute_skew(punch: Punch, received_at: datetime, sending: Sending | None = None) -> Skew:
    """Compare what a punch claims with its evidence, as the server receives it."""
    is_future = punch.at - received_at > TOLERANCE
    if punch.reason:
        # Entered later by hand: it speaks of another moment than that of its evidence.
        return Skew(None, (Flag.FUTURE,) if is_future else ())
    found = _by_sending(punch.at, punch.evidence, received_at, sending) if sending is not None else None
    corrected, is_odd = found or _weigh(punch.at, punch.evidence, received_at, sending)
    flags: tuple[Flag, ...] = (Flag.FUTURE,) if is_future else ()
    if corrected is not None or is_odd:
        flags += (Flag.SKEW,)
    return Skew(corrected, flags)


def _by_sending(
    claimed: datetime, evidence: ClockEvidence, received_at: datetime, sending: Sending
) -> tuple[datetime | None, bool] | None:
    """As `_weigh`, by how long ago it was made. None where that can't be told.

    A wall clock that moved as far as the other is off now by what it was off then; one that moved less was set back in
    between. One that moved further was set ahead, or the other stood still.
    """
    age = _length(sending.monotonic_ms - evidence.monotonic_ms)
    if not evidence.boot_id or evidence.boot_id != sending.boot_id or age is None or age < _NO_TIME:
        return None
    if (sending.at - claimed) - age > TOLERANCE:
        return None
    made = received_at - age
    is_off = _is_off(made, claimed)
    return made if is_off else None, is_off


def _weigh(
    claimed: datetime, evidence: ClockEvidence, received_at: datetime, sending: Sending | None
) -> tuple[datetime | None, bool]:
    """The corrected instant, None where the claim stands, and whether something is odd."""
    by_offset = _moved(claimed, evidence.server_offset_ms) or claimed
    earliest = None if evidence.server_at is None else _moved(evidence.server_at, evidence.offset_age_ms)
    if earliest is None:
        return _bound(claimed, evidence.server_at, received_at, sending, is_odd=_is_off(by_offset, claimed))
    if not _is_off(earliest, claimed):
        # The clock was right, or has been mended since the offset was taken.
        return None, False
    was_set = earliest - by_offset > TOLERANCE or by_offset - received_at > TOLERANCE
    estimate = earliest if was_set else by_offset
    return estimate if _is_off(estimate, claimed) else None, _is_off(earliest, by_offset)


def _bound(
    claimed: datetime, met: datetime | None, received_at: datetime, sending: Sending | None, *, is_odd: bool
) -> tuple[datetime | None, bool]:
    """Nothing tells how long ago it was made: only that it was after the server was met, and before it was received.

    A claim outside of that is wrong; a clock that is still wrong by what puts the claim inside was so then.
    """
    is_before = met is not None and met - claimed > TOLERANCE
    if sending is not None and (is_before or claimed - received_at > TOLERANCE):
        made = _moved(claimed, (received_at - sending.at) // timedelta(milliseconds=1))
        if made is not None and made - received_at <= TOLERANCE and (met is None or met - made <= TOLERANCE):
            return made, True
    return None, is_before or is_odd


def _is_off(one: datetime, other: datetime) -> bool:
    return abs(one - other) > TOLERANCE


def _moved(instant: datetime, milliseconds: int | None) -> datetime | None:
    length = None if milliseconds is None else _length(milliseconds)
    try:
        return None if length is None else instant + length
    except OverflowError:
        return None


def _length(milliseconds: int) -> timedelta | None:
    return timedelta(milliseconds=milliseconds) if abs(milliseconds) <= _LONGEST else None
