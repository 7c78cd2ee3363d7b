"""A clock that moves only when a test says so."""

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
