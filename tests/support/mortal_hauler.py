"""Devices that are killed while they carry files: `python -m support.mortal_hauler FOLDER URL SEED KILLS`.

The tokens come on stdin. Each life is a fork of this process with the real profile, engine and carrier, and a real
socket to the server. One device attaches and sends, another asks for all there is and fetches it. Wherever one is
struck down, the files that it leaves under a name are looked at before it lives on.
"""

import hashlib
import json
import os
import random
import signal
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import storage.blobs
from storage.cargo import LocalCargo
from storage.files import make_private_file, make_private_folder
from storage.outbox import Draft
from storage.profile import BLOBS, Profile
from support.faulty import hooked
from support.mortal_device import CLOCK, Aim, Stage, strike
from sync.carrier import LEAST_CHUNK, Carrier
from sync.carrying import carry_once
from sync.engine import Engine
from sync.http import HttpServer
from sync.http_bytes import HttpBytes
from sync.ids import id_maker
from sync.kinds import Kind
from sync.protocol import Op
from sync.runner import sync_once
from sync.status import Signal

SENDER, FETCHER = "van", "tablet"
ATTACHING, SYNCING, BEGINNING, SENDING, FETCHING, ACCEPTING, TIDYING, BETWEEN = PHASES = (
    "attaching",
    "syncing",
    "beginning",
    "sending",
    "fetching",
    "accepting",
    "tidying",
    "between",
)
OF_SENDER = (ATTACHING, SENDING, SYNCING, BEGINNING, SENDING, TIDYING)
OF_FETCHER = (FETCHING, ACCEPTING, SYNCING, FETCHING, TIDYING)
LONGEST_LIFE = 60
PATIENCE = 20.0
LARGEST = 200_000

# In which module or class a step is made, under which name, and which phase it belongs to where it begins one.
_STEPS: tuple[tuple[Any, str, str | None], ...] = (
    (storage.blobs, "_write", None),
    (storage.blobs, "_name", None),
    (storage.blobs, "flush_folder", None),
    (storage.blobs.os, "fsync", None),
    (storage.blobs.BlobFolder, "append", None),
    (LocalCargo, "accept", ACCEPTING),
    (LocalCargo, "tidy", TIDYING),
    (HttpBytes, "begin", BEGINNING),
    (HttpBytes, "send", SENDING),
    (HttpBytes, "fetch", FETCHING),
)


class Life:
    """What runs in a fork."""

    def __init__(self, stage: Stage, folder: Path, url: str, token: str, acks: int) -> None:
        self._stage = stage
        self._acks = acks
        for owner, name, phase in _STEPS:
            _step_around(stage, owner, name, phase)
        make_private_folder(folder)
        make_private_file(folder / "ballast")
        chance = random.SystemRandom()
        self._new_id = id_maker(CLOCK, chance)
        self._profile = Profile(folder, CLOCK, self._new_id, open_connection=hooked(stage.run))
        server = HttpServer(url, lambda: token, clock=CLOCK)
        self._engine = Engine(self._profile.store, server, CLOCK, chance, lambda _status: None)
        port = HttpBytes(url, lambda: token, clock=CLOCK)
        self._carrier = Carrier(
            self._profile.cargo, port, CLOCK, chance, lambda _job: True, lambda: None, lambda _progress: None
        )
        self._carrier._chunk = LEAST_CHUNK  # so that each file takes several

    def send(self, contents: list[int]) -> None:
        """Attach files, send their records, and then their bytes."""
        for number in contents:
            self._stage.phase = ATTACHING
            self._attach(number)
        self._exchange()

    def fetch(self) -> None:
        """Ask for every file that is not here, and fetch it."""
        self._sync()
        for attachment_id in _unseen(self._profile):
            self._profile.cargo.want(attachment_id, CLOCK.now())
        self._exchange()

    def _attach(self, number: int) -> None:
        kept = self._profile.blobs.keep([content_of(number)])
        small = self._profile.blobs.keep([preview_of(number)])
        lead, record_id = self._new_id(), self._new_id()
        fields = {
            "subject_kind": Kind.LEAD,
            "subject_id": lead,
            "name": f"{number}.jpg",
            "sha256": kept.sha256,
            "size": kept.size,
            "preview_sha256": small.sha256,
            "preview_size": small.size,
            "media_type": "image/jpeg",
            "taken_at": "2026-03-02T08:00:00Z",
        }
        self._profile.outbox.record(
            Draft(Op.CREATE, Kind.LEAD, lead, {"name": f"Lead {number}"}),
            Draft(Op.CREATE, Kind.ATTACHMENT, record_id, fields),
        )
        os.write(self._acks, f"{number}\n".encode())
        self._stage.phase = BETWEEN

    def _exchange(self) -> None:
        self._sync()
        carry_once(self._carrier, CLOCK, _no_sleep, PATIENCE)
        self._sync()
        self._profile.close()

    def _sync(self) -> None:
        self._stage.phase = SYNCING
        self._engine.notice(Signal.USER)
        sync_once(self._engine, CLOCK, _no_sleep, PATIENCE)
        self._stage.phase = BETWEEN


class Slaughter:
    def __init__(self, folder: Path, url: str, seed: int, tokens: dict[str, str]) -> None:
        self._folder = folder
        self._url = url
        self._chance = random.Random(seed)
        self._tokens = tokens
        self._stage = Stage(PHASES)
        self._most: Counter[str] = Counter()
        self._attached = 0
        self.saved: set[int] = set()
        self.landings: Counter[str] = Counter()
        self.wrong: list[str] = []

    def go(self, kills: int) -> None:
        for name in (SENDER, FETCHER) * 2:
            self._let_live(name, None)
        lives = 0
        while self.landings.total() < kills or not self.landings.keys() >= {*OF_SENDER, *OF_FETCHER}:
            name, phases = ((SENDER, OF_SENDER), (FETCHER, OF_FETCHER))[lives % 2]
            phase = phases[lives // 2 % len(phases)]
            step = self._chance.randint(1, max(1, self._most[phase]))
            self._let_live(name, Aim(phase, step, is_outside=self._chance.random() < 0.3))
            lives += 1
            if lives > 20 * kills:
                raise SystemExit(f"the aims are never met: {self.landings}")
        for name in (SENDER, FETCHER) * 2:
            self._let_live(name, None, is_idle=True)
        self._look_at_the_end()

    def _let_live(self, name: str, aim: Aim | None, *, is_idle: bool = False) -> None:
        contents = [] if is_idle or name == FETCHER else [self._attached]
        self._attached += len(contents)
        self._stage.clear(aim)
        read_end, write_end = os.pipe()
        child = os.fork()
        if child == 0:
            signal.alarm(LONGEST_LIFE)
            life = Life(self._stage, self._folder / name, self._url, self._tokens[name], write_end)
            life.send(contents) if name == SENDER else life.fetch()
            os._exit(0)
        os.close(write_end)
        if aim and aim.is_outside:
            strike(self._stage, child, aim)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        with os.fdopen(read_end) as lines:
            self.saved |= {int(line) for line in lines}
        for phase in PHASES:
            self._most[phase] = max(self._most[phase], self._stage.steps(phase))
        if code == -signal.SIGKILL:
            self.landings[self._stage.phase] += 1
        elif code != 0:
            raise SystemExit(f"{name} ended with {code} in {self._stage.phase}; aim {aim}")
        self.look_at(name)

    def look_at(self, name: str) -> None:
        """What lies under a name is whole; what was said to be saved is there."""
        held = _held(self._folder / name)
        self.wrong += [f"{name}: {path.name} is not what it is called" for path, digest in held if path.name != digest]
        if name == SENDER:
            digests = {digest for _path, digest in held}
            self.wrong += [f"{number} was saved and is gone" for number in self.saved if _digest(number) not in digests]

    def _look_at_the_end(self) -> None:
        fetched = {digest for _path, digest in _held(self._folder / FETCHER)}
        lost = [number for number in sorted(self.saved) if _digest(number) not in fetched]
        self.wrong += [f"{number} never came to the other device" for number in lost]


def content_of(number: int) -> bytes:
    chance = random.Random(number)
    return chance.randbytes(chance.randint(1, LARGEST))


def preview_of(number: int) -> bytes:
    return random.Random(-1 - number).randbytes(2_000)


@cache
def _digest(number: int) -> str:
    return hashlib.sha256(content_of(number)).hexdigest()


def _held(folder: Path) -> list[tuple[Path, str]]:
    named = (path for path in (folder / BLOBS).glob("*/*") if "." not in path.name)
    return [(path, hashlib.sha256(path.read_bytes()).hexdigest()) for path in named]


def _unseen(profile: Profile) -> list[str]:
    with profile.database.read() as tx:
        rows = tx.all("SELECT id, sha256 FROM attachment WHERE is_stored = 1")
    return [record_id for record_id, sha256 in rows if not profile.blobs.has(sha256)]


def _step_around(stage: Stage, owner: Any, name: str, phase: str | None) -> None:
    real = getattr(owner, name)

    def step_by_step(*arguments: Any, **named: Any) -> Any:
        if phase is not None:
            stage.phase = phase
        stage.step()
        answer = real(*arguments, **named)
        stage.step()
        return answer

    setattr(owner, name, step_by_step)


def _no_sleep(_seconds: float) -> None:
    """What would wait is tried again in the next life."""


def main() -> None:
    folder, url, seed, kills = sys.argv[1:5]
    slaughter = Slaughter(Path(folder), url, int(seed), json.loads(sys.stdin.readline()))
    slaughter.go(int(kills))
    facts = {"landings": slaughter.landings, "files": len(slaughter.saved), "wrong": slaughter.wrong[:20]}
    sys.stdout.write(json.dumps(facts) + "\n")


if __name__ == "__main__":
    main()
