"""Locks between server processes on one staging folder: one file, in which each upload has a byte of its own to lock.

The operating system frees the lock of a process however that ended. There is nothing to tidy up: the file stays empty.
"""

import errno
import hashlib
import os
import sys
from pathlib import Path
from typing import NamedTuple

LATCHES = "latches"
_BUSY = frozenset({errno.EACCES, errno.EAGAIN})


class Latches:
    """Only between processes: within one, threads have to keep out of each other's way before they come here."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._handle: int | None = None

    def close(self, name: NamedTuple) -> bool:
        """Whether it was free. Raises `OSError` where the disk fails."""
        try:
            _lock(self._open_file(), _place(name))
        except OSError as trouble:
            if trouble.errno in _BUSY:
                return False
            raise
        return True

    def open(self, name: NamedTuple) -> None:
        if self._handle is not None:
            _unlock(self._handle, _place(name))

    def _open_file(self) -> int:
        """Once for as long as the process lives: to close any handle of the file would free all that it has locked."""
        if self._handle is None:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._handle = os.open(self._folder / LATCHES, os.O_CREAT | os.O_RDWR, 0o600)
        return self._handle


def _place(name: NamedTuple) -> int:
    """Far beyond the end of any file: locks may lie where no bytes are."""
    digest = hashlib.blake2b("/".join(map(str, name)).encode(), digest_size=7).digest()
    return int.from_bytes(digest, "big")


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int, place: int) -> None:
        os.lseek(handle, place, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _unlock(handle: int, place: int) -> None:
        os.lseek(handle, place, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(handle: int, place: int) -> None:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place)

    def _unlock(handle: int, place: int) -> None:
        fcntl.lockf(handle, fcntl.LOCK_UN, 1, place)
