"""What tells where a device is, when a punch asks for it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class Fix:
    """Where a device was; degrees of WGS 84, metres."""

    at: datetime  # when it was measured; in UTC
    latitude: float
    longitude: float
    accuracy_m: float


class LocationSource(Protocol):
    @property
    def is_there(self) -> bool:
        """Whether this computer has such a service at all: quick, never raises."""
        ...

    def locate(self, seconds: float) -> Fix | None:
        """Waits at most so long; None where no location is to be had."""
        ...
