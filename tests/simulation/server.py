"""The real application, called in this very thread and killed between any two of its statements."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import event

from server_stub import epochs
from server_stub.app import build
from server_stub.database import Database
from server_stub.files.depot import open_depot
from server_stub.service import Service
from simulation.disk import Killed
from support.at_once import answer
from support.clock import FakeClock


class Machine:
    """What outlives a server process here, since only its memory matters: compiled statements and the route table."""

    def __init__(self, file: Path, template: Path, clock: FakeClock) -> None:
        self.file = file
        self.template = template
        _put(template, file)
        self.database = Database(f"sqlite:///{file}")
        self.files = Path(f"{file}.files")
        self._depot = open_depot(f"{self.files}")
        self.service = Service(self.database, clock, depot=self._depot)
        self.app = build(self.service)
        self.before_statement: Callable[[], None] = _nothing
        event.listen(self.database.engine, "connect", _hurry)
        event.listen(self.database.engine, "before_cursor_execute", lambda *_: self.before_statement())
        event.listen(self.database.engine, "commit", lambda _: self.before_statement())

    def start(self, source: Path, clock: FakeClock, chance: random.Random) -> None:
        """A new process on these files."""
        self.database.close()
        _put(source, self.file)
        for remembered in ("epoch", "secret"):
            vars(self.database).pop(remembered, None)
        self.service.__init__(self.database, clock, chance, depot=self._depot)  # type: ignore[misc]  # a new process has a new memory

    def close(self) -> None:
        self.database.close()


class Server:
    """One server process after another."""

    def __init__(self, machine: Machine, folder: Path, clock: FakeClock) -> None:
        self._machine = machine
        self._folder = folder
        self._clock = clock
        self._statements_to_live: int | None = None
        self._number = 0
        self.up_at = 0.0
        machine.before_statement = self._before_statement
        shutil.rmtree(machine.files, ignore_errors=True)
        self.reader = self._start(machine.template)

    @property
    def is_up(self) -> bool:
        return self._clock.monotonic() >= self.up_at

    def kill_at(self, statement: int) -> None:
        """The process dies at that statement from now on; at the latest when its next answer is ready."""
        self._statements_to_live = statement

    def ask(self, request: httpx.Request) -> httpx.Response:
        if not self.is_up:
            raise httpx.ConnectError("nobody listens", request=request)
        try:
            reply = answer(self._machine.app, request)
            if self._statements_to_live is not None:
                self._die()
        except Killed:
            self.go_on_with(self._folder / "dead.db")
            raise httpx.RemoteProtocolError("the server went away", request=request) from None
        return reply

    def copy(self, name: str) -> Path:
        """The files as they are now: what a crash or a backup of the disk would find."""
        _put(self._machine.file, self._folder / name)
        return self._folder / name

    def go_on_with(self, file: Path) -> None:
        """Stop, and start again on a copy of these files."""
        self.reader.close()
        self.reader = self._start(file)

    def restore(self, backup: Path, epoch: str) -> None:
        """The disk is lost, and a backup put in its place, as `streamflow-server restore` does it."""
        with closing(sqlite3.connect(backup)) as database, database:
            for statement in epochs.statements(self._clock.now()):
                database.execute(statement)
            database.execute("UPDATE server_meta SET value = ? WHERE name = 'epoch'", (epoch,))
        self.go_on_with(backup)

    @property
    def files(self) -> Path:
        return self._machine.files

    def all(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What stands in its tables, read past the program."""
        return self.reader.execute(sql, values).fetchall()

    def one(self, sql: str, *values: object) -> tuple[Any, ...]:
        return self.all(sql, *values)[0]

    def close(self) -> None:
        self.reader.close()

    def _start(self, source: Path) -> sqlite3.Connection:
        self._number += 1
        self._machine.start(source, self._clock, random.Random(self._number))
        return sqlite3.connect(self._machine.file, isolation_level=None, cached_statements=256)

    def _before_statement(self) -> None:
        if self._statements_to_live is None:
            return
        self._statements_to_live -= 1
        if self._statements_to_live <= 0:
            self._die()

    def _die(self) -> None:
        """Keep the files as they are at this instant; the process has no say in what follows."""
        self._statements_to_live = None
        self.copy("dead.db")
        raise Killed


def _put(source: Path, target: Path) -> None:
    """A database with the write-ahead log that belongs to it, in place of another."""
    for end in ("", "-wal", "-shm"):
        Path(f"{target}{end}").unlink(missing_ok=True)
    for end in ("", "-wal"):
        if Path(f"{source}{end}").exists():
            shutil.copyfile(f"{source}{end}", f"{target}{end}")


def _nothing() -> None:
    """Nobody wants to kill it."""


def _hurry(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA synchronous = OFF")


