"""Devices that are killed: `python -m support.mortal_device FOLDER URL SEED KILLS`, with tokens and ids on stdin.

Each life is a fork of this process: it opens the real profile, saves work and syncs it over a real socket until it is
done or dead. Some kill themselves at a statement or just after it, some are killed from here while they run. A shared
page of memory says where each of them was: the phase, and whether a writing transaction was open.

Over 300 lines: a device from its birth to its death, in one process.
"""

import json
import mmap
import os
import random
import signal
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from storage.files import make_private_file, make_private_folder
from storage.outbox import Draft
from storage.profile import Profile
from storage.store import LocalStore
from support.faulty import hooked
from support.journal import DraftLine, Journal, number_of
from sync.clock import SystemClock
from sync.engine import Engine
from sync.http import HttpServer
from sync.ids import id_maker
from sync.kinds import Kind
from sync.ports import Position
from sync.protocol import Chunk, Item, Op, Page, PushReply, PushRequest
from sync.status import ACTIVE, Status

PHASES = (
    "migrating",
    "opening",
    "minting",
    "before_send",
    "in_flight",
    "settling",
    "pulling",
    "absorbing",
    "between",
)
# Where to strike, in turn.
AIMS = (
    "minting",
    "settling",
    "in_flight",
    "absorbing",
    "minting",
    "before_send",
    "settling",
    "absorbing",
    "opening",
    "settling",
    "minting",
    "pulling",
    "absorbing",
)
EVERY = 13
LONGEST_LIFE = 30
CLOCK = SystemClock()


@dataclass(frozen=True)
class Aim:
    """The nth step of a phase, from inside or from outside of the process."""

    phase: str
    step: int
    is_outside: bool


class Stage:
    """Where the living process is, on a page that outlives it."""

    def __init__(self, phases: tuple[str, ...] = PHASES) -> None:
        self._phases = phases
        self._page = memoryview(mmap.mmap(-1, mmap.PAGESIZE)).cast("I")
        self._aim: Aim | None = None

    def clear(self, aim: Aim | None) -> None:
        words = len(self._phases) + 2
        self._page[:words] = memoryview(bytes(4 * words)).cast("I")
        self._aim = aim

    @property
    def phase(self) -> str:
        return self._phases[self._page[0]]

    @phase.setter
    def phase(self, name: str) -> None:
        self._page[0] = self._phases.index(name)

    @property
    def is_in_transaction(self) -> bool:
        return bool(self._page[1])

    def steps(self, phase: str) -> int:
        return self._page[2 + self._phases.index(phase)]

    def step(self) -> None:
        self._page[2 + self._page[0]] += 1
        aim = self._aim
        if aim and not aim.is_outside and aim.phase == self.phase and aim.step == self.steps(aim.phase):
            os.kill(os.getpid(), signal.SIGKILL)

    def run(self, sql: str, run: Callable[[], sqlite3.Cursor]) -> sqlite3.Cursor:
        """One statement, with a step before it and one after it."""
        self.step()
        cursor = run()
        if sql == "BEGIN IMMEDIATE":
            self._page[1] = 1
        elif sql in ("COMMIT", "ROLLBACK"):
            self._page[1] = 0
            if self.phase == "migrating":
                self.phase = "opening"
        self.step()
        return cursor


class StagedStore(LocalStore):
    stage: Stage

    def next_batch(self, most_items: int, most_bytes: int) -> tuple[Item, ...]:
        self.stage.phase = "before_send"
        return super().next_batch(most_items, most_bytes)

    def position(self) -> Position:
        self.stage.phase = "before_send" if self.outbox_size() else "between"
        return super().position()

    def settle(self, reply: PushReply) -> None:
        self.stage.phase = "settling"
        super().settle(reply)
        self.stage.phase = "between"

    def absorb(self, page: Page) -> None:
        self.stage.phase = "absorbing"
        super().absorb(page)
        self.stage.phase = "between"

    def absorb_chunk(self, chunk: Chunk) -> None:
        self.stage.phase = "absorbing"
        super().absorb_chunk(chunk)
        self.stage.phase = "between"


class StagedServer(HttpServer):
    stage: Stage

    def push(self, request: PushRequest) -> PushReply:
        self.stage.step()
        self.stage.phase = "in_flight"
        self.stage.step()
        reply = super().push(request)
        self.stage.step()
        return reply

    def pull(self, cursor: str, limit: int) -> Page:
        self.stage.phase = "pulling"
        self.stage.step()
        page = super().pull(cursor, limit)
        self.stage.step()
        return page

    def snapshot(self, token: str, limit: int, kinds: tuple[str, ...] = ()) -> Chunk:
        self.stage.phase = "pulling"
        self.stage.step()
        chunk = super().snapshot(token, limit, kinds)
        self.stage.step()
        return chunk


class Life:
    """What runs in a fork."""

    def __init__(self, stage: Stage, folder: Path, url: str, token: str, acks: int) -> None:
        self._stage = stage
        self._acks = acks
        make_private_folder(folder)
        make_private_file(folder / "ballast")
        chance = random.SystemRandom()
        new_id = id_maker(CLOCK, chance)
        stage.phase = "opening" if (folder / "profile.db").exists() else "migrating"
        self._profile = Profile(folder, CLOCK, new_id, open_connection=hooked(stage.run))
        stage.phase = "between"
        store = StagedStore(self._profile.database, CLOCK, new_id)
        server = StagedServer(url, lambda: token)
        store.stage = server.stage = stage
        self._engine = Engine(store, server, CLOCK, chance, _ignore)

    def live(self, rounds: list[list[DraftLine]]) -> bool:
        """Save and send, round by round; whether all went out."""
        for drafts in rounds:
            for draft in drafts:
                self._save(draft)
            self._sync()
        self._sync()
        self._profile.close()
        return self._engine.status.waiting == 0

    def _save(self, draft: DraftLine) -> None:
        self._stage.phase = "minting"
        (key,) = self._profile.outbox.record(Draft(Op(draft["op"]), Kind(draft["kind"]), draft["id"], draft["fields"]))
        os.write(self._acks, json.dumps({"number": number_of(draft), "key": key}).encode() + b"\n")
        self._stage.phase = "between"

    def _sync(self) -> None:
        self._engine.restart()
        self._engine.step()
        while self._engine.status.phase in ACTIVE:
            self._engine.step()


class Slaughter:
    def __init__(self, folder: Path, url: str, seed: int, tokens: dict[str, str], ids: dict[str, str]) -> None:
        self._folder = folder
        self._url = url
        self._chance = random.Random(seed)
        self._tokens = tokens
        self._ids = ids
        self._new_id = id_maker(CLOCK, random.SystemRandom())
        self._stage = Stage()
        self._most: Counter[str] = Counter()
        self._leads: dict[str, str] = {}
        self.journal = Journal(folder / "journal.jsonl")
        self.landings: list[dict[str, Any]] = []
        self.devices = dict.fromkeys(tokens, "")

    def go(self, kills: int) -> None:
        people = list(self._tokens)
        for name in people * 2:
            self._let_live(name, name, None)
        number = 0
        while len(self.landings) < kills or not self._has_struck_everywhere():
            person = people[number % len(people)]
            if number % EVERY == 0:
                self._kill_at_birth(f"{person}-{number}", person)
            self._let_live(person, person, self._aim(AIMS[number % len(AIMS)]))
            number += 1
            if number > 20 * kills:
                raise SystemExit("the aims are never met")
        for name in [*self.devices, *self.devices]:
            self._let_live(name, name.split("-")[0], None, is_idle=True)

    def _kill_at_birth(self, name: str, person: str) -> None:
        """A device that dies while its file is made, and lives on."""
        self.devices[name] = person
        self._most["migrating"] = self._most["migrating"] or 2
        self._let_live(name, person, self._aim("migrating"))
        self._let_live(name, person, None)

    def _aim(self, phase: str) -> Aim:
        step = self._chance.randint(1, max(1, self._most[phase]))
        return Aim(phase, step, is_outside=self._chance.random() < 0.3)

    def _let_live(self, name: str, person: str, aim: Aim | None, *, is_idle: bool = False) -> None:
        rounds = [] if is_idle else [self._plan(name, person), self._plan(name, person)]
        self._stage.clear(aim)
        read_end, write_end = os.pipe()
        child = os.fork()
        if child == 0:
            signal.alarm(LONGEST_LIFE)
            life = Life(self._stage, self._folder / name, self._url, self._tokens[person], write_end)
            os._exit(0 if life.live(rounds) else 1)
        os.close(write_end)
        if aim and aim.is_outside:
            strike(self._stage, child, aim)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        self._read_acks(read_end)
        self._learn()
        if code == -signal.SIGKILL:
            landing = {"device": name, "phase": self._stage.phase, "is_in_transaction": self._stage.is_in_transaction}
            self.landings.append({**landing, "is_outside": bool(aim and aim.is_outside)})
        elif code != 0:
            raise SystemExit(f"{name} ended with {code} in {self._stage.phase}; aim {aim}")

    def _plan(self, name: str, person: str) -> list[DraftLine]:
        """Written down before it happens: a new lead, a change of it and of the one before, a punch."""
        lead, before = self._new_id(), self._leads.get(name)
        user_id = self._ids[person]
        punch = {
            "user_id": user_id,
            "by_id": user_id,
            "action": "clock_in",
            "at": datetime.now(UTC).isoformat(),
            "zone": "UTC",
            "utc_offset_minutes": 0,
            "evidence": {"boot_id": "a boot", "monotonic_ms": 1},
        }
        announce = self.journal.announce
        drafts = [announce(name, "create", "lead", lead, "name"), announce(name, "change", "lead", lead, "need")]
        drafts.append(announce(name, "create", "punch", self._new_id(), "note", **punch))
        if before is not None:
            drafts.append(announce(name, "change", "lead", before, "address"))
        return drafts

    def _read_acks(self, read_end: int) -> None:
        with os.fdopen(read_end) as lines:
            for line in lines:
                ack = json.loads(line)
                entry = self.journal.acknowledge(ack["number"], ack["key"])
                if (entry.op, entry.kind) == ("create", "lead"):
                    self._leads[entry.device] = entry.id

    def _learn(self) -> None:
        """How many steps a phase has. A birth opens in more of them than a file that is there, so it doesn't count."""
        was_born = self._stage.steps("migrating") > 0
        for phase in PHASES:
            if not (was_born and phase == "opening"):
                self._most[phase] = max(self._most[phase], self._stage.steps(phase))

    def _has_struck_everywhere(self) -> bool:
        return {landing["phase"] for landing in self.landings} >= set(AIMS) | {"migrating"}


def strike(stage: Stage, child: int, aim: Aim) -> None:
    """Watch from outside until it is there, then kill; what dies of itself before is not hit."""
    while stage.steps(aim.phase) < aim.step:
        if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None:
            return
        time.sleep(0.000_1)
    os.kill(child, signal.SIGKILL)


def _ignore(_status: Status) -> None:
    """Nobody looks."""


def main() -> None:
    folder, url, seed, kills = sys.argv[1:5]
    facts = json.loads(sys.stdin.readline())
    slaughter = Slaughter(Path(folder), url, int(seed), facts["tokens"], facts["ids"])
    with closing(slaughter.journal):
        slaughter.go(int(kills))
    sys.stdout.write(json.dumps({"landings": slaughter.landings, "devices": list(slaughter.devices)}) + "\n")


if __name__ == "__main__":
    main()
