"""A client at work for strace to watch: `python -m chaos.recorded FOLDER URL TOKEN SEED SESSIONS ROWS [PLANTED]`.

The real profile and the real engine, in one thread: several times the program starts, saves work, sends and fetches,
and ends; so many ROWS are there to be fetched before it begins. It writes to its standard output, after each commit, a
digest of everything in the file, and then the keys that the program calls saved.
"""

import hashlib
import json
import os
import random
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import httpx

import storage.connection
from chaos.planted import POWER
from storage.files import make_private_file, make_private_folder
from storage.outbox import Draft
from storage.profile import DATABASE, Profile
from support.faulty import hooked
from support.wire import WireDevice
from sync.clock import SystemClock
from sync.engine import Engine
from sync.http import HttpServer
from sync.ids import id_maker
from sync.kinds import Kind
from sync.protocol import Op
from sync.status import ACTIVE

CLOCK = SystemClock()
_PUSHED_AT_ONCE = 100


def digest_of(connection: sqlite3.Connection) -> str:
    """Everything that the file holds, in one number; its tables' order is that of their keys."""
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    seen = hashlib.sha256()
    for (table,) in connection.execute(tables).fetchall():
        seen.update(repr((table, connection.execute(f"SELECT * FROM {table}").fetchall())).encode())
    return seen.hexdigest()[:16]


class Day:
    def __init__(self, folder: Path, url: str, token: str, seed: int, planted: list[str]) -> None:
        self._folder = folder
        self._connect = hooked(self._watch)
        for name in planted:
            self._connect = POWER[name](self._connect)
        self._chance = random.Random(seed)
        self._new_id = id_maker(CLOCK, random.SystemRandom())
        self._server = HttpServer(url, lambda: token)
        self._colleague = WireDevice(httpx.Client(base_url=url), token, self._new_id)
        self._leads: list[str] = []

    def find(self, rows: int) -> None:
        """What a first sync brings."""
        for first in range(0, rows, _PUSHED_AT_ONCE):
            some = range(first, min(first + _PUSHED_AT_ONCE, rows))
            self._colleague.push(*(self._colleague.lead(f"Known before {n}") for n in some))

    def live(self, sessions: int) -> None:
        for _ in range(sessions):
            make_private_folder(self._folder)
            make_private_file(self._folder / "ballast")
            profile = Profile(self._folder, CLOCK, self._new_id, open_connection=self._connect)
            engine = Engine(profile.store, self._server, CLOCK, self._chance, lambda _: None)
            for _ in range(self._chance.randint(2, 5)):
                self._work(profile)
                if self._chance.random() < 0.7:
                    self._colleague.push(*(self._colleague.lead(f"Theirs {n}") for n in range(3)))
                    self._sync(engine)
            profile.close()

    def _work(self, profile: Profile) -> None:
        for _ in range(self._chance.randint(1, 6)):
            if self._leads and self._chance.random() < 0.2:
                self._attach(profile)
            drafts, is_group = self._chance.choice(self._jobs())()
            say(saved=profile.outbox.record(*drafts, is_group=is_group))

    def _attach(self, profile: Profile) -> None:
        """First the bytes, then the record that speaks of them."""
        kept = profile.blobs.keep([self._chance.randbytes(self._chance.randint(1, 20_000))])
        fields = {
            "subject_kind": Kind.LEAD,
            "subject_id": self._leads[-1],
            "name": "plan.pdf",
            "sha256": kept.sha256,
            "size": kept.size,
            "media_type": "application/pdf",
            "taken_at": CLOCK.now().isoformat(),
        }
        say(saved=profile.outbox.record(Draft(Op.CREATE, Kind.ATTACHMENT, self._new_id(), fields)))

    def _jobs(self) -> list[Callable[[], tuple[list[Draft], bool]]]:
        return [self._new_lead, self._changed_lead, self._customer_with_lead, self._refused]

    def _new_lead(self) -> tuple[list[Draft], bool]:
        self._leads.append(self._new_id())
        need = "A long story. " * self._chance.randint(0, 400)
        return [Draft(Op.CREATE, Kind.LEAD, self._leads[-1], {"name": "Orchard House", "need": need})], False

    def _changed_lead(self) -> tuple[list[Draft], bool]:
        if not self._leads:
            return self._new_lead()
        lead = self._chance.choice(self._leads)
        fields = {"address": f"{self._chance.randint(1, 99)} High Street"}
        return [Draft(Op.CHANGE, Kind.LEAD, lead, fields)], False

    def _customer_with_lead(self) -> tuple[list[Draft], bool]:
        customer, lead = self._new_id(), self._new_id()
        made = Draft(Op.CREATE, Kind.CUSTOMER, customer, {"name": "Hill Street Residents"})
        return [made, Draft(Op.CREATE, Kind.LEAD, lead, {"name": "Roof", "customer_id": customer})], True

    def _refused(self) -> tuple[list[Draft], bool]:
        fields = {"name": "Of nobody", "customer_id": self._new_id()}
        return [Draft(Op.CREATE, Kind.LEAD, self._new_id(), fields)], False

    def _sync(self, engine: Engine) -> None:
        engine.restart()
        engine.step()
        while engine.status.phase in ACTIVE:
            engine.step()

    def _watch(self, sql: str, run: Callable[[], sqlite3.Cursor]) -> sqlite3.Cursor:
        cursor = run()
        if sql == "COMMIT":
            with closing(sqlite3.connect(self._folder / DATABASE)) as connection:
                say(digest=digest_of(connection))
        return cursor


def say(**facts: object) -> None:
    os.write(1, json.dumps(facts).encode() + b"\n")


def main() -> None:
    folder, url, token, seed, sessions, rows, *planted = sys.argv[1:]
    # Fewer pages between checkpoints than in life, so that a short day has some in its middle as well.
    storage.connection.PAGES_BETWEEN_CHECKPOINTS = 60 if int(seed) % 2 else 4_000
    day = Day(Path(folder), url, token, int(seed), planted)
    day.find(int(rows))
    day.live(int(sessions))


if __name__ == "__main__":
    main()
