"""Many devices and one server on a virtual clock: real engines, each with a line of its own."""

import math
import random
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Protocol

from support.clock import FakeClock
from support.fakes import FakeServer, FakeStore
from sync.engine import Engine
from sync.errors import Unreachable
from sync.status import Phase, Signal

DEADLINE = 30.0
# More steps than any device takes at one moment of the clock, unless it spins.
MOST_AT_ONCE = 1_000


class Way(Enum):
    """What a line does to a request."""

    UP = auto()
    CUT = auto()
    """Refused at once."""
    HANG = auto()
    """Nothing arrives, and nobody says so before the deadline."""
    HALF_OPEN = auto()
    """It arrives and is done; the answer never comes back."""
    DRIP = auto()
    """All arrives, slowly."""


class Line:
    """`sync.ports.Server` with a line in between, whatever is asked for."""

    def __init__(self, server: Any, clock: FakeClock) -> None:
        self.way = Way.UP
        self._server = server
        self._clock = clock

    def __getattr__(self, name: str) -> Callable[..., Any]:
        call = getattr(self._server, name)
        return lambda *given: self._carry(call, *given)

    def _carry(self, call: Callable[..., Any], *given: Any) -> Any:
        way = self.way
        if way is Way.CUT:
            raise Unreachable("The line is cut.")
        if way is Way.HANG:
            self._clock.advance(DEADLINE)
            raise Unreachable("Nobody answers.")
        answer = call(*given)
        if way is Way.HALF_OPEN:
            self._clock.advance(DEADLINE)
            raise Unreachable("No answer came back.")
        if way is Way.DRIP:
            self._clock.advance(DEADLINE / 2)
        return answer


class Wedged(AssertionError):
    """A device that waits for nothing, or does the same for ever."""


@dataclass
class Device:
    number: int
    line: Line
    store: FakeStore
    engine: Engine
    due: float = 0.0

    def record(self, name: str) -> None:
        self.store.record(name)
        self.engine.notice(Signal.WORK)
        self.due = self.engine.due

    def is_quiet(self, version: int) -> bool:
        has_all = self.engine.pulled_version >= version
        return self.engine.status.phase is Phase.IDLE and not self.store.outbox and has_all


class Gate(Protocol):
    """What stands between the lines and the server."""

    def __call__(self, server: FakeServer) -> Any: ...


class Fleet:
    def __init__(self, devices: int, seed: int, gate: Gate = lambda server: server) -> None:
        self.clock = FakeClock()
        self.server = FakeServer(self.clock)
        behind = gate(self.server)
        self.devices = [self._device(number, seed, behind) for number in range(devices)]

    def run(
        self,
        seconds: float,
        until: Callable[[], bool] = lambda: False,
        step: Callable[[Device], float] = lambda device: device.engine.step(),
    ) -> bool:
        """Let all devices live for so long, each stepping when it is due; whether something came to hold."""
        end = self.clock.monotonic() + seconds
        steps, at = 0, -math.inf
        while not until():
            device = min(self.devices, key=lambda each: each.due)
            if device.due > end:
                self.clock.advance_to(end)
                return until()
            self.clock.advance_to(device.due)
            steps, at = (steps + 1 if self.clock.monotonic() == at else 0), self.clock.monotonic()
            if steps > MOST_AT_ONCE * len(self.devices):
                raise Wedged(f"device {device.number} spins in {device.engine.status.phase}")
            device.due = step(device)
        return True

    def _device(self, number: int, seed: int, behind: Any) -> Device:
        line = Line(behind, self.clock)
        store = FakeStore(self.clock, seed * 1_000 + number)
        chance = random.Random(f"{seed} {number}")
        return Device(number, line, store, Engine(store, line, self.clock, chance, lambda _: None))
