"""Attachments' bytes: what people photograph, and the folder on a device's disk, which fails like the rest of it."""

import os
import random
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from server_stub import uploads
from simulation.disk import Disk
from storage.blobs import BlobFolder, Kept
from storage.trouble import told_plainly
from sync.clock import Clock

LARGEST = 60_000
ROOM = {"device": 100_000, "organisation": 200_000}
MOST_OPEN = 4


class Files(BlobFolder):
    """The real folder; the program may die, and the disk may fail, in the midst of writing."""

    def __init__(self, folder: Path, disk: Disk, clock: Clock) -> None:
        super().__init__(folder)
        self._disk = disk
        self._clock = clock

    def keep(self, pieces: Iterable[bytes]) -> Kept:
        kept = super().keep(self._written(pieces))
        at = self._clock.now().timestamp()
        os.utime(self.path(kept.sha256), (at, at))
        self._write()
        return kept

    def append(self, sha256: str, piece: bytes) -> None:
        half = len(piece) // 2
        super().append(sha256, piece[:half])
        self._write()
        super().append(sha256, piece[half:])

    def accept(self, sha256: str, size: int) -> bool:
        self._write()
        is_right = super().accept(sha256, size)
        self._write()
        return is_right

    def _written(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            yield piece
            self._write()

    def _write(self) -> None:
        with told_plainly():
            self._disk.write()


def picture(chance: random.Random, mark: str) -> list[bytes]:
    """In two pieces; says whose it is."""
    content = chance.randbytes(chance.choice((1, 2_000, 20_000, chance.randint(1, LARGEST))))
    return [mark.encode() + b" ", content]


@contextmanager
def little_room() -> Iterator[None]:
    """On the server for what is begun."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(uploads, "MOST_OPEN", MOST_OPEN)
        for whose, most in ROOM.items():
            patch.setitem(uploads.MOST_AWAITED, whose, most)
        yield
