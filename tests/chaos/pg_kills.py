"""A PostgreSQL whose processes are killed under load: several devices work on, and the books are balanced."""

import os
import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from sqlalchemy import Connection, create_engine, select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from server_stub.schema import metadata
from storage.files import make_private_file, make_private_folder
from storage.outbox import Draft
from storage.profile import Profile
from support.company import found_in
from support.journal import Entry, Journal, number_of
from support.judge import Books, DeviceFile, Findings, judge, read
from support.postgres import Cluster
from support.processes import ServerProcess, wait_until
from sync.clock import SystemClock
from sync.engine import Engine
from sync.http import HttpServer
from sync.ids import id_maker
from sync.kinds import Kind
from sync.protocol import Op
from sync.status import ACTIVE, Phase, Signal
from sync.transport import TimedTransport

PEOPLE = {"desk": "owner", "tablet": "office", "laptop": "owner", "counter": "office"}
HASTE = 5.0
PATIENCE = 90.0
# Between two kills so many batches are settled, so that each of them strikes at work.
BATCHES_BETWEEN = 3


class HurriedClock(SystemClock):
    """Time flies for the devices, so that they wait less after each kill."""

    def monotonic(self) -> float:
        return super().monotonic() * HASTE


class Witness(httpx.BaseTransport):
    """A device's line, which notes how the server answered."""

    def __init__(self, seen: Counter[str]) -> None:
        self._inner = TimedTransport(is_plain=True)
        self._seen = seen

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = self._inner.handle_request(request)
        word = f"{response.status_code}"
        if response.status_code == 503 and "retry-after" not in response.headers:
            word += " without Retry-After"
        self._seen[word] += 1
        return response

    def close(self) -> None:
        self._inner.close()


class Device:
    """A real profile and a real engine, in a thread of their own."""

    def __init__(self, folder: Path, url: str, token: str, seen: Counter[str]) -> None:
        make_private_folder(folder)
        make_private_file(folder / "ballast")
        self._clock = HurriedClock()
        self._chance = random.Random(folder.name)
        self._new_id = id_maker(self._clock, random.SystemRandom())
        self._name = folder.name
        self._leads: list[str] = []
        self.journal = Journal(folder.with_suffix(".jsonl"))
        self.profile = Profile(folder, self._clock, self._new_id)
        self._server = HttpServer(url, lambda: token, clock=self._clock, transport=Witness(seen))
        self._engine = Engine(self.profile.store, self._server, self._clock, self._chance, lambda _: None)
        self._is_working = True
        self._has_stopped = False
        self._version = 0
        self.settled = 0
        self.trouble: BaseException | None = None
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def stop_working(self) -> None:
        self._is_working = False

    def is_empty(self) -> bool:
        return self.trouble is not None or (self._has_stopped and self.profile.store.outbox_size() == 0)

    def finish(self, version: int) -> None:
        """Fetch all up to this version, and end."""
        self._version = version
        self._thread.join(PATIENCE)
        self._server.close()
        self.profile.close()
        self.journal.close()

    def _run(self) -> None:
        try:
            while not self._is_home():
                if self._is_working:
                    self._work()
                else:
                    self._has_stopped = True
                if self._version:
                    self._engine.hear(self._version)
                due = self._engine.step()
                while self._engine.status.phase in ACTIVE:
                    self.settled += self._engine.status.phase is Phase.PUSHING
                    due = self._engine.step()
                time.sleep(min(0.1, max(0.0, (due - self._clock.monotonic()) / HASTE)))
        except BaseException as trouble:  # noqa: BLE001 shown by whoever looks at the device
            self.trouble = trouble

    def _is_home(self) -> bool:
        if not self._version:
            return False
        is_quiet = self._engine.status.phase is Phase.IDLE and not self._engine.status.waiting
        return is_quiet and self._engine.pulled_version >= self._version

    def _work(self) -> None:
        """A new lead and a change of an older one; the queue is not let grow while the server is away."""
        if self.profile.store.outbox_size() > 50:
            return
        lead = self._new_id()
        drafts = [self.journal.announce(self._name, "create", "lead", lead, "name")]
        if self._leads:
            older = self._chance.choice(self._leads)
            drafts.append(self.journal.announce(self._name, "change", "lead", older, "need"))
        self._leads = [*self._leads[-20:], lead]
        for draft in drafts:
            made = Draft(Op(draft["op"]), Kind(draft["kind"]), draft["id"], draft["fields"])
            (key,) = self.profile.outbox.record(made)
            self.journal.acknowledge(number_of(draft), key)
        self._engine.notice(Signal.WORK)


@dataclass
class Tally:
    backends: int = 0
    postmasters: int = 0
    acknowledged: int = 0
    seen: Counter[str] = field(default_factory=Counter)
    findings: Findings = field(default_factory=Findings)

    @property
    def wrong(self) -> list[str]:
        found = [f"{name}: {each}" for name, those in vars(self.findings).items() for each in those]
        return found + [f"answered {word}" for word in self.seen if word not in ("200", "503")]


class Slaughter:
    def __init__(self, folder: Path, cluster: Cluster, seed: int) -> None:
        self._folder = folder
        self._cluster = cluster
        self._chance = random.Random(seed)
        self._url = cluster.url(cluster.create())
        _, tokens = found_in(self._url, PEOPLE)
        self._before = self._books("before").counts()
        self._server = ServerProcess(folder / "server.db", self._url)
        self._tally = Tally()
        seen = self._tally.seen
        self._devices = [Device(folder / name, self._server.url, tokens[name], seen) for name in PEOPLE]

    def go(self, backends: int, postmasters: int) -> Tally:
        try:
            kills = [self._kill_backend] * backends + [self._kill_postmaster] * postmasters
            self._chance.shuffle(kills)
            for kill in kills:
                self._wait_for_work()
                kill()
            self._wait_for_work()
        finally:
            self._end()
        self._judge()
        return self._tally

    def _end(self) -> None:
        for device in self._devices:
            device.stop_working()
        wait_until(lambda: all(device.is_empty() for device in self._devices), "everything is sent", PATIENCE)
        version = read(self._books("sent").file, "SELECT max(version) FROM organisation")[0][0]
        for device in self._devices:
            device.finish(version)
        self._server.stop()

    def _judge(self) -> None:
        entries: list[Entry] = [entry for device in self._devices for entry in device.journal.entries]
        self._tally.acknowledged = sum(entry.key is not None for entry in entries)
        files = [DeviceFile(self._folder / name, sees_all=False) for name in PEOPLE]
        self._tally.findings = judge(self._books("after"), files, entries, self._before)
        log = (self._folder / "server.log").read_text()
        self._tally.findings.crashed += [
            *(f"{device.trouble!r}" for device in self._devices if device.trouble),
            *(["the server's log: an ERROR"] if " ERROR " in log else []),
        ]

    def _wait_for_work(self) -> None:
        """Until each device has settled some more."""
        wanted = [device.settled + BATCHES_BETWEEN for device in self._devices]
        def is_done() -> bool:
            assert self._server.process.poll() is None, "the server is gone"
            return all(device.settled >= most for device, most in zip(self._devices, wanted, strict=True))

        wait_until(is_done, "every device got through", PATIENCE)

    def _kill_backend(self) -> None:
        """One that serves the program: asked to end, or struck dead, which makes the cluster recover from a crash."""
        find = text(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
            "ORDER BY state = 'idle', random() LIMIT 1"
        )
        for connection in self._connections():
            pid = connection.scalar(find)
            if pid is None:
                continue
            if self._chance.random() < 0.5:
                connection.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
            else:
                os.kill(pid, signal.SIGKILL)
            self._tally.backends += 1
            return

    def _kill_postmaster(self) -> None:
        os.kill(self._cluster.postmaster, signal.SIGKILL)
        self._cluster.start_again(PATIENCE)
        self._tally.postmasters += 1

    def _connections(self) -> Iterator[Connection]:
        """A connection, and another one where that failed."""
        engine = create_engine(self._url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        give_up_at = time.monotonic() + PATIENCE
        while time.monotonic() < give_up_at:
            try:
                with engine.connect() as connection:
                    yield connection
            except OperationalError:
                time.sleep(0.05)

    def _books(self, name: str) -> Books:
        """The server's tables as a file, for the judge."""
        file = self._folder / f"{name}.db"
        source, target = create_engine(self._url), create_engine(f"sqlite:///{file}")
        metadata.create_all(target)
        with source.connect() as reading, target.begin() as writing:
            for table in metadata.sorted_tables:
                if rows := [row._asdict() for row in reading.execute(select(table))]:
                    writing.execute(table.insert(), rows)
        source.dispose()
        target.dispose()
        return Books(file)
