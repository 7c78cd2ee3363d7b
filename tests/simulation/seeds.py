"""Living through seeds: one after another, in a folder that is memory where the system has that."""

import gc
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from simulation.company import NOON, Company, found_company
from simulation.oracle.promises import Broken
from simulation.server import Machine
from simulation.world import World
from storage import filling
from support.at_once import without_threads
from support.clock import FakeClock
from sync.faults import Script

LENGTHS = (60, 120, 150, 240)
_MEMORY = Path("/dev/shm")


@dataclass(frozen=True)
class Life:
    """What came of one seed; `broken` says which promise was not kept, if one was not."""

    seed: int
    rounds: int
    faults: int
    trace: str
    broken: str = ""
    check: str = ""


class Simulation:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._company: Company = found_company(folder)
        self._machine = Machine(folder / "live.db", self._company.server_file, FakeClock(NOON))

    def world(self, seed: int, script: Script | None = None) -> World:
        folder = Path(tempfile.mkdtemp(prefix=f"{seed}-", dir=self._folder))
        return World(seed, self._company, self._machine, folder, script)

    def live(self, seed: int, script: Script | None = None) -> Life:
        world = self.world(seed, script)
        broken = check = ""
        with world:
            try:
                world.live(random.Random(seed).choice(LENGTHS))
                world.come_to_rest()
                world.judge()
            except Broken as promise:
                broken, check = str(promise), promise.check
            except Exception as error:  # noqa: BLE001  whatever the program did not expect is a finding, too
                broken, check = f"the program failed: {type(error).__name__}: {error}", "failed"
            world.note_files()
            return Life(seed, world.rounds, world.faults, world.trace.value, broken, check)

    def close(self) -> None:
        self._machine.close()


@contextmanager
def simulation() -> Iterator[Simulation]:
    """Nothing in here is collected while a seed lasts: there are circles, and they are small."""
    with (
        mock.patch.multiple(filling, WORTH_IT=2, AT_ONCE=3),  # a long snapshot of these worlds has a few rows
        tempfile.TemporaryDirectory(prefix="simulation-", dir=_MEMORY if _MEMORY.is_dir() else None) as folder,
        without_threads(),
    ):
        made = Simulation(Path(folder))
        gc.collect()
        gc.freeze()
        try:
            yield made
        finally:
            gc.unfreeze()
            made.close()
