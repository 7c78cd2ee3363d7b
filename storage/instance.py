"""One program at a time per profile: a lock file that the operating system frees, however the program ended."""

import os
import sys
from pathlib import Path

from storage.files import FILE_MODE
from sync.errors import InUse
from sync.language import marked, translate

IN_USE = marked("storage", "StreamFlow Field is already open for this account. Use the window that is open.")


class InstanceLock:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self) -> None:
        """Raises `InUse` where another program holds it."""
        handle = os.open(self._path, os.O_CREAT | os.O_RDWR, FILE_MODE)
        try:
            _lock(handle)
        except OSError as error:
            os.close(handle)
            raise InUse(translate("storage", IN_USE)) from error
        self._handle = handle

    def release(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
