"""The machine's own clocks."""

import time
from datetime import UTC

import pytest

from sync.clock import SystemClock


def test_the_wall_clock_is_in_utc() -> None:
    assert SystemClock().now().tzinfo is UTC


def test_the_other_clock_never_runs_backwards() -> None:
    clock = SystemClock()
    seen = [clock.monotonic() for _ in range(1_000)]
    assert seen == sorted(seen)


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="a clock that only Linux has")
def test_on_linux_the_other_clock_counts_sleep() -> None:
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    assert before <= SystemClock().monotonic() <= time.clock_gettime(time.CLOCK_BOOTTIME)
