"""An engine on its ports, driven step by step through virtual time."""

import random
from collections.abc import Callable, Iterator

from support.clock import FakeClock
from support.fakes import FakeServer, FakeStore
from sync.aside import Begin
from sync.engine import Engine
from sync.errors import NetworkTrouble
from sync.status import Phase, Status

Troubles = Callable[[str, int], Iterator[NetworkTrouble | None]]


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


def always(call: str, trouble: NetworkTrouble) -> Troubles:
    return lambda name, _: iter((trouble,)) if name == call else iter(())


def times(number: int, call: str, trouble: NetworkTrouble) -> Troubles:
    left = [trouble] * number

    def next_trouble(name: str, _: int) -> Iterator[NetworkTrouble | None]:
        if name == call and left:
            yield left.pop()

    return next_trouble


def after_commit(number: int, call: str, trouble: NetworkTrouble) -> Troubles:
    left = [trouble] * number

    def next_trouble(name: str, _: int) -> Iterator[NetworkTrouble | None]:
        if name == call and left:
            yield None
            yield left.pop()

    return next_trouble


def pushed(rig: Rig) -> list[int]:
    return [size for _, name, size in rig.server.calls if name == "push"]
