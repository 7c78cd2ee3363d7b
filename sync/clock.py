"""Time as a port, so that nothing in the house reads a wall clock behind a test's back."""

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Two clocks: `now` is for people and records, `monotonic` for durations and timers."""

    def now(self) -> datetime:
        """The wall clock in UTC; it may jump."""
        ...

    def monotonic(self) -> float:
        """Seconds that never run backwards within one boot."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()
