"""A clock that moves only when a test says so, and one that can be wound on besides."""

import time
from datetime import UTC, datetime, timedelta


class FakeClock:
    """Both clocks of the port; `jump` moves only the wall clock, as a person or a time server does."""

    def __init__(self, now: datetime = datetime(2026, 3, 2, 8, 0, tzinfo=UTC), monotonic: float = 1_000.0) -> None:
        self._now = now
        self._monotonic = monotonic

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._monotonic

    def advance(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)
        self._monotonic += seconds

    def advance_to(self, monotonic: float) -> None:
        """Move on to an instant of the monotonic clock; never back."""
        self.advance(max(0.0, monotonic - self._monotonic))

    def jump(self, by: timedelta) -> None:
        self._now += by


class WoundClock:
    """Goes at the real pace. What is done before winding it on is earlier by more than any way to a server takes."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def monotonic(self) -> float:
        return time.monotonic() + self._ahead.total_seconds()

    def wind(self, minutes: float = 1) -> None:
        self._ahead += timedelta(minutes=minutes)
