"""A day on a disk that fails: at each point once, once for all, full or broken, before the call took effect or after.

A person enters leads by name. Told that one was not saved, they save it again; told that nobody knows, they start the
program anew and look. In the end the disk is mended, and every name is there once, on the device and on the server.
"""

import random
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count, islice, product
from pathlib import Path

import msgspec

from chaos.faulty_disk import Fault, FaultyDisk, faulty_disk
from storage import trouble
from storage.database import UNKNOWN
from storage.profile import Profile
from support.clock import FakeClock
from support.fakes import FakeServer
from support.profiles import new_lead, row
from sync.engine import Engine
from sync.errors import StorageTrouble
from sync.ids import id_maker
from sync.status import Phase

PATIENCE = 3
BROKEN_FOR, LONGEST = 600.0, 3_600.0
SENTENCES = frozenset({UNKNOWN, *(words for _, words in trouble._KINDS.values())})
KINDS = (
    Fault(0),
    Fault(0, takes_effect=True),
    Fault(0, is_lasting=True),
    Fault(0, is_full=True),
    Fault(0, is_full=True, is_lasting=True),
)


@dataclass
class Tally:
    days: int = 0
    points: int = 0
    hits: int = 0
    troubles: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


class Day:
    def __init__(self, folder: Path, disk: FaultyDisk) -> None:
        self._folder = folder
        self._disk = disk
        self._clock = FakeClock()
        self._chance = random.Random(1)
        self._profile: Profile | None = None
        self.server = FakeServer(self._clock)
        self.told: list[str] = []
        self.entered: list[str] = []
        self.others: list[str] = []
        self._ids = count(1)

    @property
    def profile(self) -> Profile:
        """The program as it runs; started if it does not."""
        for _ in range(PATIENCE):
            if self._profile is None:
                try:
                    self._profile = self._start()
                except StorageTrouble as told:
                    self.told.append(str(told))
        if self._profile is None:
            self._disk.mend()
            self._profile = self._start()
        return self._profile

    def _start(self) -> Profile:
        return Profile(self._folder, self._clock, id_maker(self._clock, self._chance))

    def live(self) -> None:
        self._enter("Ann", "Ben")
        self._sync()
        self._others_write("Theirs 1", "Theirs 2")
        self._enter("Cem")
        self._enter("Dora", "Emil", is_group=True)
        self._sync()
        self.end()
        self._others_write("Theirs 3")
        self._enter("Fay")
        self._sync()
        self.end()

    def end(self) -> None:
        if self._profile is not None:
            self._profile.close()
            self._profile = None

    def finish(self) -> None:
        """The disk is mended, and the program runs until all is sent and fetched."""
        self._disk.mend()
        self.end()
        self._sync()

    def _enter(self, *names: str, is_group: bool = False) -> None:
        self.entered += names
        for _ in range(PATIENCE):
            if self._save(names, is_group=is_group):
                return
        self._disk.mend()
        assert self._save(names, is_group=is_group), "not saved on a disk that works"

    def _save(self, names: Iterable[str], *, is_group: bool) -> bool:
        drafts = [new_lead(self._new_id(), name) for name in names]
        try:
            self.profile.outbox.record(*drafts, is_group=is_group)
        except StorageTrouble as told:
            self.told.append(str(told))
            if str(told) != UNKNOWN:
                return False
            self.end()
            return set(names) <= set(self.shown())
        return True

    def _sync(self) -> None:
        """Run the engine until all is sent and fetched; a disk that stays broken is mended after a while."""
        engine = Engine(self.profile.store, self.server, self._clock, self._chance, lambda _: None)
        began = self._clock.monotonic()
        while (now := self._clock.monotonic()) < began + LONGEST:
            self._clock.advance_to(engine.step())
            if engine.status.phase is Phase.IDLE and not engine.status.waiting:
                return
            if now > began + BROKEN_FOR:
                self._disk.mend()
        raise AssertionError(f"the engine never came to rest: {engine.status}")

    def _others_write(self, *names: str) -> None:
        self.others += names
        for name in names:
            self.server.version += 1
            lead = self._new_id()
            self.server.rows[lead] = row(lead, self.server.version, name=name)

    def _new_id(self) -> str:
        return f"0190e000-0000-7000-8000-{next(self._ids):012}"

    def shown(self) -> list[str]:
        with self.profile.database.read() as tx:
            return [msgspec.json.decode(body)["name"] for (body,) in tx.all("SELECT body FROM lead")]


def judge(day: Day) -> Iterator[str]:
    """What is wrong in the end, in sentences."""
    due = Counter([*day.entered, *day.others])
    stored = [each.body["name"] for each in day.server.rows.values()]
    for where, names in (("device", day.shown()), ("server", stored)):
        found = Counter(names)
        if lost := due - found:
            yield f"lost on the {where}: {dict(lost)}"
        if doubled := found - due:
            yield f"doubled on the {where}: {dict(doubled)}"
    with day.profile.database.read() as tx:
        if (sound := tx.value("PRAGMA integrity_check")) != "ok":
            yield f"the file is unsound: {sound}"
        sent = {key for (key,) in tx.all("SELECT key FROM sent")}
    if sent != day.server.receipts.keys():
        yield f"sent {sent ^ day.server.receipts.keys()} on one side only"
    if unclear := [told for told in day.told if told not in SENTENCES]:
        yield f"said: {unclear}"


def live_through(folder: Path, fault: Fault | None, tally: Tally) -> list[str]:
    """One day with this fault, judged; what was called before its end, in order."""
    with faulty_disk(folder) as disk:
        disk.fault = fault
        day = Day(folder, disk)
        try:
            day.live()
            calls = list(disk.calls)
            day.finish()
            wrong = list(judge(day))
        except Exception as error:  # noqa: BLE001 only trouble that is told may come out of a bad disk
            calls, wrong = [], [f"fell over: {error!r}"]
        finally:
            disk.mend()
            day.end()
    shutil.rmtree(folder)
    tally.days += 1
    tally.hits += disk.hits
    tally.troubles.update(day.told)
    tally.wrong += [f"{fault}: {each}" for each in wrong]
    return calls


def strike(folder: Path, stride: int = 1, call: str = "", *, stops: bool = False) -> Tally:
    """Each kind of fault at every point of a day, or at every so many, or at one kind of call.

    `stops` at the first that breaks a promise.
    """
    tally = Tally()
    calls = live_through(folder / "day", None, tally)
    points = [point for point, name in enumerate(calls, 1) if call in ("", name)]
    tally.points = len(points)
    for point, kind in islice(product(points, KINDS), 0, None, stride):
        live_through(folder / "day", replace(kind, point=point), tally)
        if stops and tally.wrong:
            break
    return tally
