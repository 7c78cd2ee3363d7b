"""A device: a profile's files, the engine in the loop of its thread, and a line; all of it can die at any statement."""

import logging
import random
import shutil
import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import httpx

from simulation.clocks import DeviceClock
from simulation.company import Person, copy_profile
from simulation.disk import Disk, Killed
from simulation.files import Files
from simulation.journal import Journal, read_entry
from simulation.oracle.minting import check_minted
from simulation.oracle.promises import require
from storage.blobs import Kept
from storage.cargo import LocalCargo
from storage.database import UNKNOWN
from storage.outbox import Draft
from storage.profile import BLOBS, Profile
from support.clock import FakeClock
from sync.cargo import Job
from sync.carrier import LEAST_CHUNK, Carrier
from sync.engine import Engine
from sync.errors import InvalidInput, NetworkTrouble, StorageTrouble
from sync.http import HttpServer
from sync.http_bytes import HttpBytes
from sync.ids import id_maker
from sync.runner import Runner
from sync.status import Signal
from sync.worker import Wake

ADDRESS = "https://field.example"
PLACES = ("successor", "outbox", "sent", "attention", "trash")
_KEYS = " UNION ALL ".join(f"SELECT key, '{table}' FROM {table}" for table in PLACES)

log = logging.getLogger(__name__)

T = TypeVar("T")


class Device:
    def __init__(
        self,
        name: str,
        person: Person,
        source: Path,
        folder: Path,
        world: FakeClock,
        journal: Journal,
        line: httpx.BaseTransport,
        chance: random.Random,
        bytes_line: httpx.BaseTransport | None = None,
    ) -> None:
        self.name = name
        self.person = person
        self.journal = journal
        self.clock = DeviceClock(world, timedelta(seconds=chance.choice((0, 0, chance.uniform(-90, 90)))))
        self.disk = Disk(self._leave_an_image)
        self.known: set[str] = set()
        """Every key that this device has had in its file."""
        self.is_aged = False
        """Its clock has jumped so far that what is kept for some time was let go."""
        self.deaths = 0
        self.incarnation = 0
        """How often its file was replaced by another one."""
        self.watch: Callable[[], None] = _look_away
        self.came_back: Callable[[], None] = _look_away
        self.delivered: Callable[[], None] = _look_away
        self.is_running = False
        self._is_ahead = chance.random() < 0.5
        self._world = folder
        self._chance = random.Random(chance.random())
        self.new_id = id_maker(self.clock, random.Random(chance.random()))
        self.http = HttpServer(ADDRESS, lambda: person.token, clock=self.clock, transport=line)
        self.port: HttpBytes | None = None
        if bytes_line is not None:
            self.port = HttpBytes(ADDRESS, lambda: person.token, clock=self.clock, transport=bytes_line)
        self.folder = folder / f"{name}-0"
        copy_profile(source, self.folder)
        self._open()

    # Living.

    def beat(self, *signals: Signal, version: int = 0) -> float:
        """One turn of the sync thread's loop: at most one exchange. When it wants to be called again."""
        return self._live(lambda: self.runner.beat(Wake(signals, version, False)), self.due)

    def carry(self, *signals: Signal) -> float:
        """One turn of the attachments' thread."""

        def turn() -> float:
            for signal in signals:
                self.carrier.notice(signal)
            return self.carrier.step()

        return float(self._live(turn, self.clock.monotonic() + 1.0))

    def attach(self, content: list[bytes], preview: list[bytes], describe: Callable[[Kept, Kept], Draft]) -> None:
        """The bytes are kept before there is a record of them."""

        def act() -> None:
            blobs = self.profile.blobs
            self.save(describe(blobs.keep(content), blobs.keep(preview)))

        self._live(act, None)

    def save(self, *drafts: Draft, is_group: bool = False) -> tuple[str, ...]:
        """What a person does who presses Save; empty where they were told that it was not saved."""

        def record() -> tuple[str, ...]:
            before = self._minted()
            try:
                keys = self.profile.outbox.record(*drafts, is_group=is_group)
            except StorageTrouble as trouble:
                is_kept = str(trouble) == UNKNOWN or self._minted() == before
                require("what was called not saved is not there", is_kept=is_kept, about=(self.name, drafts))
                raise
            except InvalidInput:  # they were locked out
                return ()
            is_kept = self.places().keys() >= set(keys)
            require("what was called saved is there", is_kept=is_kept, about=(self.name, drafts))
            self.known.update(keys)
            self.write_down()
            if keys:
                check_minted(self, [self.journal[key] for key in keys])
            return keys

        return self._live(record, ())

    def _minted(self) -> int:
        return int(self.one("SELECT next_place FROM sync_state")[0])

    def decide(self, what: Callable[[Profile], object]) -> bool:
        """What a person does with something that was refused, or takes back; whether it could be done."""

        def act() -> bool:
            with suppress(InvalidInput):
                what(self.profile)
                return True
            return False

        return self._live(act, False)

    @property
    def due(self) -> float:
        return self.engine.due

    def _live(self, work: Callable[[], Any], otherwise: Any) -> Any:
        """Run a piece of the program. If it dies in there, the whole program does, and is started again."""
        is_outermost, self.is_running = not self.is_running, True
        try:
            return work()
        except StorageTrouble:
            return otherwise
        except Killed:
            if not is_outermost:
                raise
            self._come_back()
            return otherwise
        finally:
            if is_outermost:
                self.is_running = False
            self.write_down()
            if is_outermost:
                self.watch()

    # Dying.

    def restart(self) -> None:
        """An orderly end and a new start."""
        self.close()
        self._open()
        self.write_down()
        self.watch()

    def keep_image(self, path: Path) -> None:
        shutil.rmtree(path, ignore_errors=True)
        copy_profile(self.folder, path)

    def take_image(self, image: Path, *, is_whole: bool) -> None:
        """The disk is replaced by an older one, or only its data file is; what was only on it is lost."""
        mark = (self.folder / "mark.json").read_bytes()
        self.close()
        before = self.folder
        self._next_folder(image)
        if not is_whole:
            (self.folder / "mark.json").write_bytes(mark)
            self._bring_files(before)
        self._open(accepts_older=True)
        had, self.known = self.known, set(self.places())
        self.journal.forgotten |= had - self.known
        self.incarnation += 1
        self.watch()

    def close(self) -> None:
        self.disk.rest()
        self.reader.close()
        self.profile.close()

    def _leave_an_image(self) -> None:
        image = self._world / f"{self.name}-dead"
        self.keep_image(image)

    def _come_back(self) -> None:
        self.close()
        self._next_folder(self._world / f"{self.name}-dead")
        self._open()

    def _next_folder(self, source: Path) -> None:
        self.deaths += 1
        self.folder = self._world / f"{self.name}-{self.deaths}"
        copy_profile(source, self.folder)

    def _bring_files(self, before: Path) -> None:
        shutil.rmtree(self.folder / BLOBS, ignore_errors=True)
        if (before / BLOBS).exists():
            shutil.copytree(before / BLOBS, self.folder / BLOBS)

    def _open(self, *, accepts_older: bool = False) -> None:
        self.profile = Profile(
            self.folder, self.clock, self.new_id, open_connection=self.disk.open, accepts_older=accepts_older
        )
        hand = at_once if self._is_ahead else None
        self.engine = Engine(
            self.profile.store, self.http, self.clock, self._chance, lambda _status: None, begin=hand
        )
        self.runner = Runner(self.engine, self.clock)
        if self.port is not None:
            self._open_files(self.port)
        self.came_back()
        self.reader = sqlite3.connect(self.folder / "profile.db", isolation_level=None, cached_statements=256)

    def _open_files(self, port: HttpBytes) -> None:
        self.profile.blobs = Files(self.folder / BLOBS, self.disk, self.clock)
        self.profile.cargo = LocalCargo(self.profile.database, self.profile.blobs)
        chance = random.Random(self._chance.random())
        self.carrier = Carrier(
            self.profile.cargo,
            port,
            self.clock,
            chance,
            lambda _job: True,
            self._deliver,
            lambda _progress: None,
        )
        self.carrier._chunk = LEAST_CHUNK  # so that a picture takes several

    def _deliver(self) -> None:
        self.delivered()

    # Looked at from outside.

    def jobs(self) -> tuple[Job, ...]:
        return self.profile.cargo.jobs() if self.port is not None else ()

    def all(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        return self.reader.execute(sql, values).fetchall()

    def one(self, sql: str, *values: object) -> tuple[Any, ...]:
        return self.all(sql, *values)[0]

    def places(self) -> dict[str, str]:
        """Where each key lies: a withdrawn line of the outbox counts where a person finds it, and what was tried anew
        although its first attempt had arrived counts as sent."""
        return dict(self.all(_KEYS))

    def write_down(self) -> None:
        """Note whatever was minted since the last look, by a person or by the program itself."""
        for key, frozen in self.all("SELECT key, frozen FROM outbox"):
            self.known.add(key)
            if key not in self.journal:
                self.journal.add(read_entry(self.name, self.person.id, bytes(frozen)))


def at_once(call: Callable[[], T], /) -> Future[T]:
    """A hand beside the engine that is always quicker than the engine itself."""
    made: Future[T] = Future()
    try:
        made.set_result(call())
    except NetworkTrouble as trouble:
        made.set_exception(trouble)
    return made


def _look_away() -> None:
    """Nobody watches."""
