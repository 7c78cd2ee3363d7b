"""A store of whole files, named by organisation and SHA-256; a folder on a disk is one, a bucket another."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from sync.errors import StreamFlowError

PIECE = 262_144


class StoreAway(StreamFlowError):
    """Full or unreachable: nothing was kept, the request may be sent again unchanged."""


class Store(Protocol):
    """Every method raises `StoreAway` where the store itself fails. `organisation` is the id, not the number."""

    def put(self, organisation: str, sha256: str, file: Path) -> None:
        """Keep a whole file and take it over; on return it is durable. One that is there already stays as it is."""
        ...

    def size(self, organisation: str, sha256: str) -> int | None:
        """How many bytes are kept under this name, None where there is nothing."""
        ...

    def read(self, organisation: str, sha256: str, start: int, end: int) -> Iterator[bytes]:
        """The bytes from `start` up to, not including, `end`."""
        ...

    def remove(self, organisation: str, sha256: str) -> None:
        """Let go of a file; it need not be there."""
        ...


class DiskStore:
    """`<folder>/<organisation>/<first two>/<sha256>`; a file has its name only when it is whole and flushed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, organisation: str, sha256: str, file: Path) -> None:
        target = self._path(organisation, sha256)
        with worded():
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside = file if _is_same_disk(file, target.parent) else _bring_over(file, target.parent)
            flush(beside)
            beside.replace(target)
            file.unlink(missing_ok=True)
            for folder in (target.parent, target.parent.parent, target.parent.parent.parent):
                flush(folder)

    def size(self, organisation: str, sha256: str) -> int | None:
        with worded():
            try:
                return self._path(organisation, sha256).stat().st_size
            except FileNotFoundError:
                self._folder.stat()  # a disk that is not mounted must not look like files that are gone
                return None

    def read(self, organisation: str, sha256: str, start: int, end: int) -> Iterator[bytes]:
        with worded(), self._path(organisation, sha256).open("rb") as stream:
            stream.seek(start)
            while start < end and (piece := stream.read(min(PIECE, end - start))):
                start += len(piece)
                yield piece

    def remove(self, organisation: str, sha256: str) -> None:
        with worded():
            self._path(organisation, sha256).unlink(missing_ok=True)

    def _path(self, organisation: str, sha256: str) -> Path:
        return self._folder / organisation / sha256[:2] / sha256


@contextmanager
def worded() -> Iterator[None]:
    try:
        yield
    except OSError as trouble:
        is_full = trouble.errno in (errno.ENOSPC, errno.EDQUOT)
        what = "is full" if is_full else "can't be used for the moment"
        raise StoreAway(f"The server's store of files {what}. Nothing was lost; it is tried again.") from trouble


def flush(path: Path) -> None:
    """Force a file, or the names in a folder, onto the disk."""
    if path.is_dir() and os.name != "posix":  # Windows can't flush a folder, and keeps names by itself
        return
    handle = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _is_same_disk(file: Path, folder: Path) -> bool:
    return file.stat().st_dev == folder.stat().st_dev


def _bring_over(file: Path, folder: Path) -> Path:
    """A copy on the store's own disk, from where it can be renamed in one step."""
    copy = folder / f".{file.name}.part"
    shutil.copyfile(file, copy)
    return copy
