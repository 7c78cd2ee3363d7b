"""A queue and the server that it is for: made once, and copied for each round."""

import shutil
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.company import found_company
from benchmarks.device import open_profile
from benchmarks.leads import leads

SAVED_AT_ONCE = 500


@dataclass(frozen=True)
class Scene:
    """A device's folder with a queue, a server that knows nothing of it yet, and the device's token."""

    folder: Path
    token: str

    def copy(self, to: Path) -> "Scene":
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.folder, to)
        return Scene(to, self.token)

    @property
    def profile(self) -> Path:
        return self.folder / "profile"

    @property
    def server(self) -> Path:
        return self.folder / "server.db"


def lengthen(profile: Path, count: int) -> None:
    """Copy the queue's mutations under new keys and ids until there are so many; minting them would take minutes."""
    with open_profile(profile) as opened, opened.database.write() as tx:
        lines = tx.all("SELECT key, kind, id, op, occurred_at, frozen FROM outbox ORDER BY seq")
        first = len(lines) + 1
        tx.many(_COPY, (_copy(number, *lines[number % len(lines)]) for number in range(first, count + 1)))
        tx.run("UPDATE sync_state SET next_seq = ?1, next_place = ?1", (count + 1,))


_COPY = """
INSERT INTO outbox (seq, place, key, kind, id, op, occurred_at, frozen) VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)
"""


def _copy(number: int, key: str, kind: str, record_id: str, op: str, at: int, frozen: bytes) -> tuple[Any, ...]:
    new_key, new_id = (f"{old[:24]}{number:012}" for old in (key, record_id))
    new = frozen.replace(key.encode(), new_key.encode()).replace(record_id.encode(), new_id.encode())
    return number, new_key, kind, new_id, op, at, new


def make_scene(folder: Path, count: int) -> Scene:
    folder.mkdir()
    drafts = leads(count)
    with open_profile(folder / "profile") as profile:
        while some := list(islice(drafts, SAVED_AT_ONCE)):
            profile.outbox.record(*some)
    (token,) = found_company(folder / "server.db")
    return Scene(folder, token)
