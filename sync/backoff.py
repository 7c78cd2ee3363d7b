"""How long to wait after trouble: full jitter, with chance injected.

tenacity's wait objects are called as pure functions here; its retry loop, which sleeps and reads global randomness,
is not used.
"""

import random
from typing import Any

from tenacity import RetryCallState, Retrying
from tenacity.wait import wait_base, wait_exponential

BASE = 1.0
CAP = 300.0
# Where waiting longer and longer is no help: a bug, or somebody who has to do something; and a disk that is full.
SLOW_BEAT = 300.0
DISK_BEAT = 30.0


class FullJitter(wait_base):
    """random(0, min(cap, base·2ⁿ)): a thousand devices that lost the server together do not come back together."""

    def __init__(self, randomness: random.Random, base: float = BASE, cap: float = CAP) -> None:
        self._randomness = randomness
        self._ceiling = wait_exponential(multiplier=base, max=cap)

    def __call__(self, retry_state: RetryCallState) -> float:
        return self._randomness.uniform(0.0, self._ceiling(retry_state))


def pause(wait: wait_base, failures: int) -> float:
    """Seconds to wait after so many failures in a row (1 for the first)."""
    state = RetryCallState(Retrying(), None, (), _NOTHING)
    state.attempt_number = failures
    return float(wait(state))


_NOTHING: dict[str, Any] = {}
