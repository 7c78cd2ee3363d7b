"""How far a device's clock was off when it punched, by the evidence that the punch carries."""

from dataclasses import dataclass
from datetime import datetime

from sync.records import Punch
from sync.timekeeping.entries import Flag


@dataclass(frozen=True)
class Skew:
    """`corrected_at` is None where the claimed instant stands. Both stay on the punch; nothing is refused."""

    corrected_at: datetime | None
    flags: tuple[Flag, ...]


def compute_skew(punch: Punch, received_at: datetime, previous: Punch | None = None) -> Skew:
    """Compare what a punch claims with its evidence; `previous` is the device's punch before it, if it's known."""
    raise NotImplementedError
