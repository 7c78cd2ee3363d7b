"""An engine on its ports, driven step by step through virtual time."""

import random
from collections.abc import Callable

from support.clock import FakeClock
from support.fakes import FakeServer, FakeStore
from sync.aside import Begin
from sync.engine import Engine
from sync.status import Phase, Status


class Rig:
    def __init__(self, seed: int = 1, server: FakeServer | None = None, begin: Begin | None = None) -> None:
        self.clock = FakeClock()
        self.store = FakeStore(self.clock, seed)
        self.server = server or FakeServer(self.clock)
        self.statuses: list[Status] = []
        chance = random.Random(seed)
        self.engine = Engine(self.store, self.server, self.clock, chance, self.statuses.append, begin=begin)

    @property
    def phases(self) -> list[Phase]:
        return [status.phase for status in self.statuses]

    def run(self, seconds: float = 600.0, until: Callable[[], bool] = lambda: False, most: int = 20_000) -> bool:
        """Step whenever the engine is due, for so long or until something holds; whether it came to hold."""
        end = self.clock.monotonic() + seconds
        for _ in range(most):
            due = self.engine.step()
            if until():
                return True
            if due > end:
                self.clock.advance_to(end)
                return until()
            self.clock.advance_to(due)
        raise AssertionError(f"the engine spins in {self.engine.status.phase}")

    def drain(self, seconds: float = 600.0) -> bool:
        """Run until nothing waits and the engine rests."""
        return self.run(seconds, lambda: not self.store.outbox and self.engine.status.phase is Phase.IDLE)
