"""Attachments' bytes on the device: files that are named by their SHA-256. What lies there under a name is whole.

`own` holds what was attached here, `fetched` what came from the server. The folders alone say which bytes are here; no
table repeats it, so nothing can disagree after a crash.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from storage.files import flush_folder, make_private_folder
from storage.trouble import told_plainly
from sync.blobs import hash_of, is_hash

PIECE = 262_144
_OWN = "own"
_FETCHED = "fetched"
_NEW = "new."
_PART = ".part"
_DAMAGED = ".damaged"


class Kept(NamedTuple):
    sha256: str
    size: int


class File(NamedTuple):
    """A file in the folder; `sha256` is empty for one that never got its name."""

    path: Path
    sha256: str
    size: int
    changed_at: float
    is_own: bool


class BlobFolder:
    """Every method raises `StorageTrouble` where the disk fails."""

    def __init__(self, folder: Path) -> None:
        self._own = folder / _OWN
        self._fetched = folder / _FETCHED

    def keep(self, pieces: Iterable[bytes]) -> Kept:
        """Write bytes and give them their name; on return they are on the disk, as they must be before a record
        speaks of them."""
        with told_plainly():
            make_private_folder(self._own)
            handle, name = tempfile.mkstemp(prefix=_NEW, dir=self._own)
            path = Path(name)
            try:
                with os.fdopen(handle, "wb") as stream:
                    kept = _write(stream, pieces)
                _name(path, self._own / kept.sha256)
            except BaseException:
                path.unlink(missing_ok=True)
                raise
        return kept

    def path(self, sha256: str) -> Path:
        """Where these bytes are, or would come to be."""
        own = self._own / sha256
        return own if own.is_file() else self._fetched / sha256

    def has(self, sha256: str) -> bool:
        return self.path(sha256).is_file()

    def read(self, sha256: str, offset: int, most: int) -> bytes:
        """Nothing where there is nothing."""
        with told_plainly(), suppress(FileNotFoundError), self.path(sha256).open("rb") as stream:
            stream.seek(offset)
            return stream.read(most)
        return b""

    def is_sound(self, sha256: str) -> bool:
        """Whether a file still has its hash. One that has not is put aside: it is neither shown nor sent."""
        path = self.path(sha256)
        with told_plainly():
            try:
                is_sound = _hash_of_file(path) == sha256
            except FileNotFoundError:
                return False
            if not is_sound:
                path.replace(path.with_name(sha256 + _DAMAGED))
        return is_sound

    def arrived(self, sha256: str) -> int:
        """How much of a download is here."""
        with told_plainly():
            try:
                return self._part(sha256).stat().st_size
            except FileNotFoundError:
                return 0

    def append(self, sha256: str, piece: bytes) -> None:
        part = self._part(sha256)
        with told_plainly():
            make_private_folder(part.parent)
            with part.open("ab") as stream:
                stream.write(piece)

    def accept(self, sha256: str, size: int) -> bool:
        """Give a download its name if it is what was asked for; throw it away if not."""
        part = self._part(sha256)
        with told_plainly():
            if part.stat().st_size != size or _hash_of_file(part) != sha256:
                part.unlink()
                return False
            with part.open("rb+") as stream:
                os.fsync(stream.fileno())
            _name(part, self._fetched / sha256)
        return True

    def files(self) -> Iterator[File]:
        for path in (*self._own.glob("*"), *self._fetched.glob("*")):
            stat = path.stat()
            name = path.name.partition(".")[0]
            yield File(path, name if is_hash(name) else "", stat.st_size, stat.st_mtime, path.parent == self._own)

    def _part(self, sha256: str) -> Path:
        return self._fetched / (sha256 + _PART)


def _name(path: Path, target: Path) -> None:
    """The last step, after the content was flushed: it is all there or not at all."""
    path.replace(target)
    flush_folder(target.parent)


def _write(stream: BinaryIO, pieces: Iterable[bytes]) -> Kept:
    digest, size = hashlib.sha256(), 0
    for piece in pieces:
        digest.update(piece)
        size += len(piece)
        stream.write(piece)
    stream.flush()
    os.fsync(stream.fileno())
    return Kept(digest.hexdigest(), size)


def _hash_of_file(path: Path) -> str:
    with path.open("rb") as stream:
        return hash_of(iter(lambda: stream.read(PIECE), b""))
