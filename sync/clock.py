"""Time as a port, so that nothing in the house reads a wall clock behind a test's back."""

import sys
import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Two clocks: `now` is for people and records, `monotonic` for durations and timers."""

    def now(self) -> datetime:
        """The wall clock in UTC; it may jump."""
        ...

    def monotonic(self) -> float:
        """Seconds that never run backwards within one boot and, where the system can, go on while it sleeps."""
        ...


# Linux's and macOS's usual monotonic clock stands still while the machine sleeps, Windows's does not.
_THROUGH_SLEEP: int | None = getattr(
    time, {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}.get(sys.platform, ""), None
)


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic() if _THROUGH_SLEEP is None else time.clock_gettime(_THROUGH_SLEEP)
