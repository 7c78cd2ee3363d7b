"""The whole house in one process: the real server, real files, the real engine over HTTP, and a network that fails.

Time is virtual: a `House` steps each device's engine when it is due. `Ledger` reads the server's tables directly.

Over 300 lines: devices, server and network make sense only together.
"""

import hashlib
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import msgspec
from sqlalchemy import event

from server_stub import epochs
from storage.connection import connect
from storage.outbox import Draft
from storage.profile import Profile
from support.at_once import AtOnce
from support.clock import FakeClock
from support.inprocess import PASSWORD, InProcessServer, found_company
from sync.engine import Engine
from sync.errors import Problem
from sync.faults import FaultyTransport, Script, scripted
from sync.http import HttpServer
from sync.ids import id_maker
from sync.kinds import Kind
from sync.protocol import Op, Outcome, SignIn
from sync.status import UP_TO_A_PERSON, Phase, Status
from sync.terms import Role, SheetStatus
from sync.timesheets import step_problems

ADDRESS = "https://field.example"
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
ACCEPTED = frozenset({Outcome.APPLIED, Outcome.MERGED})


def connect_quickly(path: Path) -> sqlite3.Connection:
    """As the product does, without waiting for the disk: these tests cut networks and processes, not the power."""
    connection = connect(path)
    connection.execute("PRAGMA synchronous = OFF")
    return connection


class _Shared(httpx.BaseTransport):
    """Several devices share the server's transport; none of them closes it."""

    def __init__(self, inner: httpx.BaseTransport) -> None:
        self.inner = inner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self.inner.handle_request(request)


@dataclass(frozen=True)
class Badge:
    """Who works on a device."""

    token: str
    user_id: str
    role: Role


@dataclass(frozen=True)
class Entry:
    """One mutation as it was minted, written down beside the device."""

    device: str
    key: str
    op: Op
    kind: Kind
    id: str
    fields: dict[str, Any]
    base: int
    bases: dict[str, int]
    after: tuple[str, ...]
    group: str | None
    disk: int
    """On which of the device's disks, where older ones were put in its place."""


class Device:
    """A profile in a folder, its engine and its line to the server."""

    def __init__(self, name: str, folder: Path, server: InProcessServer, clock: FakeClock, badge: Badge) -> None:
        self.name = name
        self.folder = folder
        self.clock = clock
        self.journal: list[Entry] = []
        self.inherited: frozenset[str] = frozenset()
        self.disk = 0
        self.statuses: list[Status] = []
        self.watch: Callable[[Device], None] = lambda _: None
        self.new_id = id_maker(clock, random.Random(name))
        self._chance = random.Random(f"{name} waits")
        self.badge = badge
        self._server = server
        self.way = _Shared(AtOnce(server.app))
        self.line = FaultyTransport(self.way, scripted(), clock.advance)
        self.http = HttpServer(ADDRESS, lambda: badge.token, clock=clock, transport=self.line)
        self.reopen()

    def record(self, *drafts: Draft, is_group: bool = False) -> tuple[str, ...]:
        keys = self.profile.outbox.record(*drafts, is_group=is_group)
        self._write_down(keys)
        return keys

    def create(self, **fields: Any) -> str:
        return self.create_of(Kind.LEAD, fields)

    def create_of(self, kind: Kind, fields: dict[str, Any]) -> str:
        record_id = self.new_id()
        self.record(Draft(Op.CREATE, kind, record_id, fields))
        return record_id

    def change(self, record_id: str, **fields: Any) -> None:
        self.record(Draft(Op.CHANGE, Kind.LEAD, record_id, fields))

    def open_conflicts(self) -> list[tuple[str, dict[str, Any]]]:
        """What the screen would ask a person to decide."""
        rows = self.all("SELECT id, body FROM conflict WHERE is_open = 1 ORDER BY id")
        return [(conflict_id, msgspec.json.decode(body)) for conflict_id, body in rows]

    def hand_in(self, user_id: str, week: str) -> None:
        self.create_of(Kind.TIMESHEET, {"user_id": user_id, "week": week, "digest": self._digest()})

    def _digest(self) -> str:
        return hashlib.sha256(self.new_id().encode()).hexdigest()

    def weeks(self) -> list[tuple[str, dict[str, Any]]]:
        """The timesheets that the screen would show."""
        rows = self.all("SELECT id, body FROM timesheet ORDER BY id")
        return [(sheet, msgspec.json.decode(body)) for sheet, body in rows]

    def problems_of(self, shown: dict[str, Any], status: SheetStatus) -> list[Problem]:
        is_own = shown["user_id"] == self.badge.user_id
        return step_problems(shown, {"status": status, "comment": "Friday?"}, self.badge.role, is_own=is_own)

    def step_week(self, sheet: str, status: SheetStatus) -> None:
        fields = {"status": status, "comment": "Friday?", "digest": self._digest()}
        self.record(Draft(Op.CHANGE, Kind.TIMESHEET, sheet, fields))

    def step(self) -> float:
        due = self.engine.step()
        self.watch(self)
        return due

    def restart(self) -> None:
        """Die and come back: nothing but the file is left."""
        self.profile.close()
        self.reopen()

    def clone(self, name: str) -> "Device":
        """Copy the whole profile to another computer, where it goes on with the same stream and token."""
        self.profile.close()
        folder = self.folder.with_name(name)
        shutil.copytree(self.folder, folder)
        self.reopen()
        twin = Device(name, folder, self._server, self.clock, self.badge)
        twin.inherited = frozenset(key for (key,) in self.all("SELECT key FROM outbox")).union(
            *(self.keys(table) for table in ("sent", "attention", "trash"))
        )
        return twin

    def close(self) -> None:
        self.profile.close()

    def all(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        with self.profile.database.read() as tx:
            return list(tx.all(sql, values))

    def confirmed(self) -> dict[tuple[str, str], tuple[int, dict[str, Any]]]:
        """Present records by the server's last word: version and body."""
        rows = self.all("SELECT kind, id, version, body FROM confirmed WHERE state = 'present'")
        return {(kind, record_id): (version, msgspec.json.decode(body)) for kind, record_id, version, body in rows}

    def shown(self, record_id: str, kind: Kind = Kind.LEAD) -> dict[str, Any] | None:
        """What the screen shows of a record."""
        rows = self.all(f"SELECT body FROM {kind} WHERE id = ?", record_id)
        return msgspec.json.decode(rows[0][0]) if rows else None

    def keys(self, table: str) -> list[str]:
        return [key for (key,) in self.all(f"SELECT key FROM {table} ORDER BY place")]

    def reopen(self, *, accepts_older: bool = False) -> None:
        self.profile = Profile(
            self.folder, self.clock, self.new_id, open_connection=connect_quickly, accepts_older=accepts_older
        )
        self.engine = Engine(self.profile.store, self.http, self.clock, self._chance, self.statuses.append)

    def write_down_new(self) -> None:
        """Mutations that were minted elsewhere than by `record`: a retry, a release."""
        known = self.inherited.union(entry.key for entry in self.journal)
        self._write_down(key for key in self.keys("outbox") if key not in known)

    def _write_down(self, keys: Any) -> None:
        for key in keys:
            (frozen,) = self.all("SELECT frozen FROM outbox WHERE key = ?", key)[0]
            m = msgspec.json.decode(frozen)
            self.journal.append(
                Entry(
                    device=self.name,
                    key=key,
                    op=Op(m["op"]),
                    kind=Kind(m["kind"]),
                    id=m["id"],
                    fields=m.get("fields", {}),
                    base=m.get("base", 0),
                    bases=m.get("bases", {}),
                    after=tuple(m.get("after", ())),
                    group=m.get("group"),
                    disk=self.disk,
                )
            )


@dataclass(frozen=True)
class Receipt:
    outcome: Outcome
    code: str | None
    version: int


class Ledger:
    """The server's books, read directly."""

    def __init__(self, server: InProcessServer, organisation_id: str) -> None:
        self._server = server
        self._org = self.all("SELECT org FROM organisation WHERE id = :id", id=organisation_id)[0][0]

    def all(self, sql: str, **values: object) -> list[tuple[Any, ...]]:
        with self._server.service.database.read() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            return list(driver.execute(sql, values).fetchall())

    def version(self) -> int:
        return int(self.all("SELECT version FROM organisation WHERE org = :org", org=self._org)[0][0])

    def receipts(self) -> dict[str, Receipt]:
        rows = self.all("SELECT key, outcome, code, version FROM receipt WHERE org = :org", org=self._org)
        return {key: Receipt(Outcome(outcome), code, version) for key, outcome, code, version in rows}

    def count(self, table: str, **values: object) -> int:
        conditions = " AND ".join(["org = :org", *(f"{name} = :{name}" for name in values)])
        return int(self.all(f"SELECT count(*) FROM {table} WHERE {conditions}", org=self._org, **values)[0][0])

    def conflicts(self) -> list[tuple[int, dict[str, Any]]]:
        """What lost a merge, in the order in which it did, with the version that it was kept at."""
        sql = "SELECT created_version, body FROM record WHERE org = :org AND kind = 'conflict' ORDER BY created_version"
        return [(version, msgspec.json.decode(body)) for version, body in self.all(sql, org=self._org)]

    def made(self) -> list[int]:
        """The versions of the server's own records: what lost a merge, and what people are told."""
        sql = "SELECT created_version FROM record WHERE org = :org AND kind IN ('conflict', 'notification')"
        return [version for (version,) in self.all(sql, org=self._org)]

    def records(self) -> dict[tuple[str, str], tuple[int, dict[str, Any]]]:
        sql = "SELECT kind, id, version, body FROM record WHERE org = :org AND state = 'present'"
        rows = self.all(sql, org=self._org)
        return {(kind, record_id): (version, msgspec.json.decode(body)) for kind, record_id, version, body in rows}


@dataclass(frozen=True)
class Template:
    """A founded company with a token for each device: made once, since passwords are slow on purpose.

    `users` are their ids by token.
    """

    file: Path
    organisation: str
    badges: dict[str, Badge]


def found_template(folder: Path, devices: dict[str, str]) -> Template:
    """`devices` maps a device to the user who signs in on it (worker, lead, office, owner)."""
    file = folder / "template.db"
    clock = FakeClock(NOON)
    server = InProcessServer(f"sqlite:///{file}", clock, random.Random(1))
    try:
        ids = found_company(server)
        door = HttpServer(ADDRESS, clock=clock, transport=_Shared(server.transport))
        forms = {
            device: SignIn(organisation="acme", email=f"{user}@acme.test", password=PASSWORD, device=device)
            for device, user in devices.items()
        }
        signed_in = {device: door.sign_in(form) for device, form in forms.items()}
    finally:
        server.close()
    badges = {
        device: Badge(answer.token, answer.account.user_id, Role(answer.account.role))
        for device, answer in signed_in.items()
    }
    return Template(file, ids["organisation"], badges)


class House:
    """A server and devices around one virtual clock."""

    def __init__(self, folder: Path, template: Template) -> None:
        self.folder = folder
        self.template = template
        self.clock = FakeClock(NOON)
        self._copies = count()
        self.file = folder / "server.db"
        shutil.copy(template.file, self.file)
        self.server = self._serve(self.file)
        self.ledger = Ledger(self.server, template.organisation)
        self.first_version = self.ledger.version()
        self.first_events = self.ledger.count("event")
        self.devices = {
            name: Device(name, folder / name, self.server, self.clock, badge) for name, badge in template.badges.items()
        }

    def run(self, seconds: float, until: Callable[[], bool] = lambda: False) -> bool:
        """Let all devices live for so long; whether something came to hold."""
        end = self.clock.monotonic() + seconds
        due = dict.fromkeys(self.devices, self.clock.monotonic())
        for _ in range(5_000):
            name = min(due, key=lambda each: due[each])
            if due[name] > end:
                self.clock.advance_to(end)
                return until()
            self.clock.advance_to(due[name])
            due[name] = self.devices[name].step()
            if until():
                return True
        raise AssertionError("the house spins")

    def settle(self, seconds: float = 4_500.0) -> bool:
        """Run until no device has anything to send or to fetch."""
        return self.run(seconds, lambda: all(self._is_quiet(device) for device in self.devices.values()))

    def back_up(self) -> Path:
        """A copy of the server's database as it is now."""
        return self._copy(self.file, "backup")

    def restore(self, backup: Path) -> None:
        """The server loses its disk and starts from a backup, in a new epoch."""
        self.server.close()
        self.file = self._copy(backup, "restored")
        with closing(sqlite3.connect(self.file)) as database, database:
            for statement in epochs.statements(self.clock.now()):
                database.execute(statement)
        self.server = self._serve(self.file)
        self.ledger = Ledger(self.server, self.template.organisation)
        for device in self.devices.values():
            device.way.inner = AtOnce(self.server.app)

    def _copy(self, file: Path, word: str) -> Path:
        copy = self.folder / f"{word}-{next(self._copies)}.db"
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
        return copy

    def hang_lines(self, script: Callable[[str], Script]) -> None:
        for name, device in self.devices.items():
            device.line.script = script(name)

    def close(self) -> None:
        for device in self.devices.values():
            device.close()
        self.server.close()

    def _serve(self, file: Path) -> InProcessServer:
        server = InProcessServer(f"sqlite:///{file}", self.clock, random.Random(2))
        hurry(server)
        return server

    def _is_quiet(self, device: Device) -> bool:
        phase = device.engine.status.phase
        has_all = device.engine.pulled_version >= self.ledger.version()
        is_done = phase is Phase.IDLE and has_all and device.profile.store.outbox_size() == 0
        return is_done or phase in UP_TO_A_PERSON


def hurry(server: InProcessServer) -> None:
    """Let the server's writes not wait for the disk either."""
    engine = server.service.database.engine
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous = OFF"))
    engine.dispose()


@contextmanager
def open_house(folder: Path, template: Template) -> Iterator[House]:
    house = House(folder, template)
    try:
        yield house
    finally:
        house.close()
