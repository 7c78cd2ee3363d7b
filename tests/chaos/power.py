"""Power cuts: a real client's writes and flushes are recorded, and its files rebuilt as a cut may leave them.

After a cut the file must be exactly as it was after the last commit that the program was told of, or after the one that
was under way; and the real storage must open it, know every key that was called saved, once, and go on saving.
"""

import json
import random
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chaos.disk import Disk, Operation
from chaos.recorded import digest_of
from chaos.trace import STRACE, Tracer
from storage.profile import DATABASE, Profile
from support.clock import FakeClock
from support.company import Company
from support.processes import ServerProcess, environment
from support.profiles import new_lead
from sync.errors import StorageTrouble
from sync.ids import id_maker

NOTHING = "nothing"
WHO = "desk"
SESSIONS = 4


@dataclass(frozen=True)
class Recording:
    """Operations in their order, and between them what the program said: `digests[0]` is before anything was made."""

    steps: list[Operation | dict[str, Any]]
    digests: list[str]


@dataclass
class Tally:
    """`images` counts what differed in any byte; the same image under the same expectations is judged once."""

    cuts: int = 0
    images: int = 0
    saved_keys: int = 0
    found: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def lost(self) -> int:
        return sum(": lost" in wrong for wrong in self.wrong)


def record(
    folder: Path, company: Company, seed: int, planted: Sequence[str] = (), *, sessions: int = SESSIONS, rows: int = 0
) -> Recording:
    """Let a client work through a day under strace; it starts the program so many times, and its first sync brings so
    many rows."""
    folder.mkdir()
    root = folder / "root"
    root.mkdir()
    server = ServerProcess(company.copy_to(folder / "server.db"))
    who = server.url, company.tokens[WHO]
    arguments = ("-m", "chaos.recorded", str(root / "home" / "profile"), *who, str(seed), str(sessions), str(rows))
    try:
        done = subprocess.run(
            [*STRACE, "-o", str(folder / "trace"), sys.executable, *arguments, *planted],
            env=environment(),
            capture_output=True,
            text=True,
            timeout=120,
        )
    finally:
        server.stop()
    assert done.returncode == 0, done.stderr
    with (folder / "trace").open() as lines:
        steps = [json.loads(step) if isinstance(step, str) else step for step in Tracer(root).read(lines)]
    shutil.rmtree(folder)
    digests = [step["digest"] for step in steps if isinstance(step, dict) and "digest" in step]
    return Recording(steps, [NOTHING, *digests])


def cut(
    recording: Recording, cuts: int, chance: random.Random, folder: Path, tally: Tally, *, is_over_at_once: bool = False
) -> None:
    """Cut the power so many times at moments of chance, and judge what is left; or until something is wrong."""
    moments = Counter(chance.randrange(len(recording.steps)) for _ in range(cuts))
    disk = Disk()
    said = 0
    saved: list[str] = []
    known: dict[int, tuple[str, ...]] = {}
    for moment, step in enumerate(recording.steps):
        if not isinstance(step, dict):
            disk.do(step)
        else:
            said += "digest" in step
            saved += step.get("saved", ())
            known.clear()
        for _ in range(moments[moment]):
            image = disk.after_a_cut(chance)
            looks = hash(tuple(image.items()))
            if looks not in known:
                rebuild(folder, image)
                known[looks] = tuple(_judge(folder, recording.digests[said : said + 2], saved, tally))
                shutil.rmtree(folder)
                tally.images += 1
            tally.cuts += 1
            tally.saved_keys += len(saved)
            tally.wrong += [f"after step {moment}: {wrong}" for wrong in known[looks]]
            if tally.wrong and is_over_at_once:
                return


def rebuild(folder: Path, content: dict[str, bytes | None]) -> None:
    folder.mkdir(parents=True)
    for path, data in content.items():
        if data is None:
            (folder / path).mkdir()
        else:
            (folder / path).write_bytes(data)


def _judge(folder: Path, allowed: Sequence[str], saved: Sequence[str], tally: Tally) -> Iterator[str]:
    profile_folder = folder / "home" / "profile"
    try:
        with _look_first(profile_folder / DATABASE) as state:
            tally.found["as said" if state == allowed[0] else "as under way"] += 1
            if state not in allowed:
                yield f"the file is {state}, and not one of {allowed}"
            yield from _use(profile_folder, saved)
    except StorageTrouble as trouble:
        yield f"not opened: {trouble}"
    except Exception as error:  # noqa: BLE001 whatever it falls over is what was looked for
        yield f"fell over: {error!r}"


@contextmanager
def _look_first(file: Path) -> Iterator[str]:
    """The file's state, with bare SQLite; left open, so that closing does not tidy up before the program comes."""
    if not file.exists() or not file.stat().st_size:
        yield NOTHING
        return
    with closing(sqlite3.connect(file)) as connection:
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            yield NOTHING
            return
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("the file is unsound")
        yield digest_of(connection)


def _use(folder: Path, saved: Sequence[str]) -> Iterator[str]:
    """The program starts on what is left, and goes on."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ballast").touch()
    clock = FakeClock()
    new_id = id_maker(clock, random.Random(len(saved)))
    with Profile(folder, clock, new_id) as profile:
        with profile.database.read() as tx:
            tables = "outbox", "sent", "attention", "trash"
            known = Counter(key for table in tables for (key,) in tx.all(f"SELECT key FROM {table}"))
            files = "SELECT frozen FROM {0} WHERE kind = 'attachment'"
            frozen = tx.all(f"{files.format('outbox')} UNION {files.format('sent')}")
        named = [json.loads(each)["fields"]["sha256"] for (each,) in frozen]
        if torn := [sha256 for sha256 in named if not profile.blobs.is_sound(sha256)]:
            yield f"lost: the bytes {torn}"
        if lost := [key for key in saved if not known[key]]:
            yield f"lost: {lost}"
        if doubled := [key for key, count in known.items() if count > 1]:
            yield f"doubled: {doubled}"
        profile.outbox.record(new_lead(new_id()))
        first = profile.store.position().confirmed_seq + 1
        seqs = [item.seq for item in profile.store.next_batch(1_000, 10**9)]
        if seqs != list(range(first, first + len(seqs))):
            yield f"numbers: {seqs} after {first - 1}"


def many(
    folder: Path, company: Company, cuts: int, seed: int, recordings: int, tell: Callable[[str], object] = str
) -> Tally:
    """Cuts of several recordings, each with a day of its own."""
    tally = Tally()
    for number in range(seed, seed + recordings):
        recording = record(folder / f"day-{number}", company, number)
        cut(recording, cuts // recordings, random.Random(number), folder / "cut", tally)
        tell(f"{tally.cuts} cuts, {len(tally.wrong)} wrong")
    return tally
