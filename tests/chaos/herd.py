"""A thousand devices that come back together, and a server that can't serve them all at once.

Each has something to send, and is home when that is accepted and everything has been fetched. Calls count until then.
"""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chaos.fleet import Device, Fleet
from support.clock import FakeClock
from support.company import Company
from support.fakes import FakeServer, FakeStore
from support.processes import ServerProcess
from sync.clock import SystemClock
from sync.engine import Engine
from sync.errors import Busy
from sync.http import HttpServer
from sync.runner import sync_once

MOST_CALLS, MOST_TIMES_IDEAL = 5.5, 3.5
LONGEST = 3_600.0
PATIENCE = 120.0


@dataclass
class Tally:
    clients: int
    home: int = 0
    parked: int = 0
    seconds: float = 0.0
    ideal_seconds: float = 0.0
    calls: Counter[str] = field(default_factory=Counter)
    turned_away: int = 0
    troubles: list[str] = field(default_factory=list)

    @property
    def calls_per_client(self) -> float:
        return self.calls.total() / self.clients


class Crowd:
    """A server that serves so many calls per second, and tells all others to come back later."""

    def __init__(self, server: FakeServer, per_second: float, retry_after: float | None) -> None:
        self._server = server
        self._clock: FakeClock = server.clock
        self._per_second = self._room = per_second
        self._retry_after = retry_after
        self._at = self._clock.monotonic()
        self.served: Counter[str] = Counter()
        self.turned_away = 0
        self.counts = True

    def __getattr__(self, name: str) -> Callable[..., Any]:
        call = getattr(self._server, name)
        return lambda *given: self._admit(name, call, *given)

    def _admit(self, name: str, call: Callable[..., Any], *given: Any) -> Any:
        now = self._clock.monotonic()
        self._room = min(self._per_second, self._room + (now - self._at) * self._per_second)
        self._at = now
        if self._room < 1:
            self.turned_away += self.counts
            raise Busy("Too many at once.", self._retry_after, 503)
        self._room -= 1
        self.served[name] += self.counts
        return call(*given)


def come_back(clients: int, per_second: float, retry_after: float | None, seed: int = 1) -> Tally:
    """All at one moment of a virtual clock."""
    crowds: list[Crowd] = []

    def gate(server: FakeServer) -> Crowd:
        crowds.append(Crowd(server, per_second, retry_after))
        return crowds[0]

    fleet = Fleet(clients, seed, gate)
    crowd = crowds[0]
    began = fleet.clock.monotonic()
    home: set[int] = set()
    for device in fleet.devices:
        device.record(f"{device.number}")
        device.due = began

    def step(device: Device) -> float:
        crowd.counts = device.number not in home
        due = device.engine.step()
        if not device.store.outbox and device.engine.pulled_version:
            home.add(device.number)
        return due

    fleet.run(LONGEST, lambda: len(home) == clients, step)
    return Tally(
        clients,
        len(home),
        sum(len(device.store.parked) for device in fleet.devices),
        fleet.clock.monotonic() - began,
        crowd.served.total() / per_second,
        crowd.served + Counter(turned_away=crowd.turned_away),
        crowd.turned_away,
    )


class Counted:
    """A server's port that counts what is asked."""

    def __init__(self, server: HttpServer, counts: Counter[str]) -> None:
        self._server = server
        self._counts = counts

    def __getattr__(self, name: str) -> Callable[..., Any]:
        call = getattr(self._server, name)

        def counted(*given: Any) -> Any:
            self._counts[name] += 1
            return call(*given)

        return counted


def come_back_over_sockets(folder: Path, company: Company, clients: int) -> Tally:
    """The real server as a process of its own, and an engine per thread."""
    server = ServerProcess(company.copy_to(folder / "server.db"))
    tally = Tally(clients)
    lock = threading.Lock()
    clock = SystemClock()

    def live(number: int) -> None:
        counted: Counter[str] = Counter()
        store = FakeStore(FakeClock(), number + 1)
        store.record(f"Lead {number}")
        line = HttpServer(server.url, lambda: company.tokens["desk"], clock=clock)
        try:
            engine = Engine(store, Counted(line, counted), clock, random.Random(number), lambda _: None)
            status = sync_once(engine, clock, time.sleep, PATIENCE)
        finally:
            line.close()
        with lock:
            tally.home += not store.outbox and store.cursor != ""
            tally.parked += len(store.parked)
            tally.calls += counted
            tally.troubles += [status.trouble] if status.trouble else []

    threads = [threading.Thread(target=live, args=(number,)) for number in range(clients)]
    began = time.monotonic()
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        tally.seconds = time.monotonic() - began
        assert server.process.poll() is None, "the server is gone"
    finally:
        server.stop()
    return tally
