"""Schedules of partitions: any lines fail one after the other, each in its own way, and come back in another order.

While they do, all devices go on working. When every line is back, time alone has to be enough: nobody presses a button,
no network announces itself, no event arrives.
"""

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from chaos.fleet import Device, Fleet, Way, Wedged
from sync.backoff import CAP
from sync.pulling import POLL
from sync.status import Signal

# A probe, a push and a pull may each have to wait as long as a wait may last, and then there is the next poll.
SETTLED_WITHIN = 3 * CAP + 2 * POLL[1]
LONGEST_FAULT = 900.0


@dataclass
class Tally:
    schedules: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    entries: int = 0
    slowest: float = 0.0
    wedged: list[str] = field(default_factory=list)


def live_through(seed: int, tally: Tally) -> None:
    chance = random.Random(seed)
    fleet = Fleet(chance.randint(1, 5), seed)
    names: list[str] = []
    try:
        for _ in range(chance.randint(1, 3)):
            for device, way in _schedule(fleet, chance):
                tally.faults[way.name.lower()] += way is not Way.UP
                device.line.way = way
                _work(fleet, chance, names)
                fleet.run(chance.expovariate(1 / 60) if chance.random() < 0.9 else chance.uniform(0, LONGEST_FAULT))
        healed_at = fleet.clock.monotonic()
        if not fleet.run(SETTLED_WITHIN, lambda: _is_settled(fleet)):
            tally.wedged.append(f"seed {seed}: {list(_open_ends(fleet))}")
        tally.slowest = max(tally.slowest, fleet.clock.monotonic() - healed_at)
    except Wedged as wedged:
        tally.wedged.append(f"seed {seed}: {wedged}")
    else:
        tally.wedged += [f"seed {seed}: {wrong}" for wrong in _wrong(fleet, names)]
    tally.schedules += 1
    tally.entries += len(names)


def run(seeds: Iterable[int]) -> Tally:
    tally = Tally()
    for seed in seeds:
        live_through(seed, tally)
    return tally


def _schedule(fleet: Fleet, chance: random.Random) -> Iterator[tuple[Device, Way]]:
    """Some lines fail, one by one; then they come back one by one, in an order of their own."""
    struck = chance.sample(fleet.devices, chance.randint(1, len(fleet.devices)))
    for device in struck:
        yield device, chance.choice([way for way in Way if way is not Way.UP])
    chance.shuffle(struck)
    for device in struck:
        yield device, Way.UP


def _work(fleet: Fleet, chance: random.Random, names: list[str]) -> None:
    for device in fleet.devices:
        for _ in range(chance.choice((0, 0, 1, 2, 20))):
            names.append(f"{device.number} {len(names):06}")
            device.record(names[-1])
        if device.line.way is Way.UP and chance.random() < 0.3:
            device.engine.hear(fleet.server.version)
        if chance.random() < 0.1:
            device.engine.notice(Signal.NETWORK)  # what the operating system takes for a network
        device.due = device.engine.due


def _is_settled(fleet: Fleet) -> bool:
    return all(device.is_quiet(fleet.server.version) for device in fleet.devices)


def _open_ends(fleet: Fleet) -> Iterator[Any]:
    for device in fleet.devices:
        if not device.is_quiet(fleet.server.version):
            yield device.number, device.engine.status.phase.value, len(device.store.outbox), device.due


def _wrong(fleet: Fleet, names: list[str]) -> Iterator[str]:
    """Everything arrived once, in each device's order, and everybody has it."""
    stored = [row.body["name"] for row in sorted(fleet.server.rows.values(), key=lambda row: row.version)]
    if Counter(stored) != Counter(names):
        yield f"stored {len(stored)} of {len(names)}"
    for device in fleet.devices:
        own = [name for name in stored if name.startswith(f"{device.number} ")]
        if own != sorted(own):
            yield f"device {device.number}: out of order"
        if device.store.rows != fleet.server.rows:
            yield f"device {device.number}: differs from the server"
