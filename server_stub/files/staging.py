"""What has arrived of a file so far. The staged file itself says how far it came: nothing else is kept about it.

Files are staged per device, so that nobody goes on with another's upload; each is written by one request at a time, of
however many server processes share the folder.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from server_stub.files.latches import Latches
from server_stub.files.store import flush, worded
from sync.blobs import Part

KEPT = timedelta(days=7)


class Slot(NamedTuple):
    organisation: str
    device: str
    attachment: str
    part: Part


class Occupied(Exception):
    """Another request is writing there just now."""


class Staging:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: set[Slot] = set()
        self._lock = Lock()
        self._latches = Latches(folder)

    @contextmanager
    def hold(self, slot: Slot) -> Iterator[None]:
        """Nobody else writes into this slot meanwhile, in whatever process. Raises `Occupied` rather than wait."""
        with self._lock:
            if slot in self._held:
                raise Occupied
            with worded():
                is_free = self._latches.close(slot)
            if not is_free:
                raise Occupied
            self._held.add(slot)
        try:
            yield
        finally:
            with self._lock:
                self._held.discard(slot)
                self._latches.open(slot)

    def path(self, slot: Slot) -> Path:
        return self._folder / slot.organisation / slot.device / f"{slot.attachment}.{slot.part.value}"

    def length(self, slot: Slot) -> int | None:
        """How many bytes are there; None where nothing was begun."""
        with worded():
            try:
                return self.path(slot).stat().st_size
            except FileNotFoundError:
                return None

    def begin(self, slot: Slot, at: datetime) -> None:
        path = self.path(slot)
        with worded():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.touch(mode=0o600)
            _touch(path, at)
            flush(path.parent)

    def append(self, slot: Slot, chunk: bytes, at: datetime) -> int:
        """Write at the end and flush; answers with the new length."""
        path = self.path(slot)
        with worded():
            with path.open("ab") as stream:
                stream.write(chunk)
                stream.flush()
                os.fsync(stream.fileno())
            _touch(path, at)
            return path.stat().st_size

    def discard(self, slot: Slot) -> None:
        with worded():
            self.path(slot).unlink(missing_ok=True)

    def expires(self, slot: Slot) -> datetime:
        with worded():
            return datetime.fromtimestamp(self.path(slot).stat().st_mtime).astimezone() + KEPT

    def expire(self, now: datetime) -> int:
        """Forget uploads that nobody went on with, nor does just now; returns how many."""
        forgotten = 0
        for slot in self._slots():
            with suppress(Occupied), self.hold(slot):
                if self.length(slot) is not None and self.expires(slot) < now:
                    self.discard(slot)
                    forgotten += 1
        return forgotten

    def _slots(self) -> list[Slot]:
        with worded():
            found = [(part, path) for part in Part for path in self._folder.glob(f"*/*/*.{part.value}")]
        return [Slot(path.parent.parent.name, path.parent.name, path.stem, part) for part, path in found]


def _touch(path: Path, at: datetime) -> None:
    os.utime(path, (at.timestamp(), at.timestamp()))
