"""`python -m tests.simulation`: many seeds, a line for each broken promise, and the sums as the last line."""

import argparse
import hashlib
import json
import shlex
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from simulation.planted import PLANTS
from simulation.seeds import Life, Simulation, simulation
from sync.errors import InvalidInput
from sync.scenario import read_scenario

REPORTED = 50_000
"""After so many rounds the sums so far are told."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--seeds", type=int, default=100, metavar="N", help="how many seeds (100)")
    parser.add_argument("--first-seed", type=int, default=1, metavar="N", help="the first of them (1)")
    parser.add_argument("--rounds", type=int, metavar="N", help="end after the seed that reaches so many rounds")
    parser.add_argument("--scenario", type=Path, metavar="FILE", help="these faults, and not those of chance")
    parser.add_argument("--plant", choices=PLANTS, metavar="NAME", help="with a planted bug in it")
    parser.add_argument("--json", action="store_true", help="nothing but the last line")
    parser.add_argument("--hunt", action="store_true", help="the first seed that catches each planted bug")
    options = parser.parse_args(arguments)
    if options.hunt:
        return hunt(range(options.first_seed, options.first_seed + options.seeds))
    say = _be_silent if options.json else _say
    books, told = Books(), 0
    try:
        scenario = read_scenario(options.scenario) if options.scenario else None
    except InvalidInput as trouble:
        parser.error(str(trouble))
    more = [f"--{name}={value}" for name in ("scenario", "plant") if (value := getattr(options, name))]
    with ExitStack() as stack:
        made = stack.enter_context(simulation())
        if options.plant:
            PLANTS[options.plant](stack.enter_context(pytest.MonkeyPatch.context()))
        for seed in range(options.first_seed, options.first_seed + options.seeds):
            life = made.live(seed, scenario.script() if scenario else None)
            books.enter(life)
            if life.broken:
                say(f"seed {seed}: {life.broken}")
                say(f"    {command(seed, *more)}")
            if books.rounds // REPORTED > told:
                told = books.rounds // REPORTED
                say(json.dumps(books.sums()))
            if options.rounds and books.rounds >= options.rounds:
                break
    print(json.dumps(books.sums()))
    return 1 if books.violations else 0


def hunt(seeds: Sequence[int]) -> int:
    """A line for each planted bug, as it stands in `planted.caught`."""
    escaped = 0
    with simulation() as made:
        for plant in PLANTS:
            caught = next((life for seed in seeds if (life := live_with(made, plant, seed)).broken), None)
            escaped += caught is None
            _say(f'    "{plant}": {caught.seed},  # {caught.check}' if caught else f"    # {plant} escapes")
    return 1 if escaped else 0


def live_with(made: Simulation, plant: str, seed: int) -> Life:
    with pytest.MonkeyPatch.context() as patch:
        PLANTS[plant](patch)
        return made.live(seed)


def command(seed: int, *more: str) -> str:
    return shlex.join(["python", "-m", "tests.simulation", "--seeds", "1", "--first-seed", str(seed), *more])


class Books:
    """The sums over all seeds; `trace` is a digest over theirs."""

    def __init__(self) -> None:
        self.rounds = self.faults = self.violations = self.seeds = 0
        self._trace = hashlib.sha256()
        self._begin = time.perf_counter()

    def enter(self, life: Life) -> None:
        self.seeds += 1
        self.rounds += life.rounds
        self.faults += life.faults
        self.violations += bool(life.broken)
        self._trace.update(life.trace.encode())

    def sums(self) -> dict[str, object]:
        seconds = time.perf_counter() - self._begin
        return {
            "rounds": self.rounds,
            "faults": self.faults,
            "violations": self.violations,
            "seeds": self.seeds,
            "seconds": round(seconds, 1),
            "rounds_per_second": round(self.rounds / seconds),
            "trace": self._trace.hexdigest()[:32],
        }


def _say(text: str) -> None:
    print(text, flush=True)


def _be_silent(_text: str) -> None:
    """Only the last line was asked for."""
