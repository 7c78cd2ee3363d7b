"""How often somebody may knock: a bucket per name that fills up again with time."""

import math
import threading
from collections import OrderedDict
from dataclasses import dataclass

from sync.clock import Clock

_MOST_NAMES = 50_000


@dataclass(frozen=True)
class Allowance:
    """So many at once, and so many per second in the long run."""

    burst: float
    per_second: float


class Throttle:
    def __init__(self, clock: Clock, allowance: Allowance) -> None:
        self._clock = clock
        self._allowance = allowance
        self._levels: OrderedDict[object, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, name: object) -> int:
        """Take one; 0 when granted, else the seconds to wait."""
        with self._lock:
            level = self._level(name)
            if level >= 1:
                self._keep(name, level - 1)
                return 0
            return max(1, math.ceil((1 - level) / self._allowance.per_second))

    def give_back(self, name: object) -> None:
        with self._lock:
            self._keep(name, min(self._allowance.burst, self._level(name) + 1))

    def _level(self, name: object) -> float:
        level, since = self._levels.get(name, (self._allowance.burst, self._clock.monotonic()))
        return min(self._allowance.burst, level + (self._clock.monotonic() - since) * self._allowance.per_second)

    def _keep(self, name: object, level: float) -> None:
        self._levels[name] = (level, self._clock.monotonic())
        self._levels.move_to_end(name)
        if len(self._levels) > _MOST_NAMES:
            self._levels.popitem(last=False)
