"""The files beside the database: a high-water mark, a ballast, and who may read the folder."""

import json
import logging
import os
import sys
from dataclasses import dataclass
from pathlib import Path

FILE_MODE = 0o600
FOLDER_MODE = 0o700
BALLAST_BYTES = 8_000_000

_MARK_WIDTH = 128

_log = logging.getLogger(__name__)


def make_private_folder(folder: Path) -> None:
    make_folder(folder)
    folder.chmod(FOLDER_MODE)


def make_folder(folder: Path) -> None:
    """Make it with what is missing above it, durably: what is flushed into a folder is lost if the folder's name is."""
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True, mode=FOLDER_MODE)
    for each in reversed(made):
        flush_folder(each.parent)


def flush_folder(folder: Path) -> None:
    """Put the names in a folder on the disk; Windows does that by itself and has no call for it."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_private_file(path: Path) -> None:
    """Create an empty file that only its owner may read, unless it is there; SQLite gives its WAL the same mode."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, FILE_MODE))
    path.chmod(FILE_MODE)


@dataclass(frozen=True)
class Mark:
    """How far a profile's file has been, remembered outside of it: an emptied, foreign or old file can't hide."""

    profile: str
    place: int


class MarkFile:
    """Written after each commit that mints, in place and unflushed: after a power cut it may lag, never lead.

    A disk that fails here makes it lag, too: what was committed is saved, and nothing else may be said of it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def read(self) -> Mark | None:
        """None where there is no mark, or none that can be read."""
        try:
            content = json.loads(self._path.read_text("utf-8"))
            return Mark(str(content["profile"]), int(content["place"]))
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return None

    def write(self, mark: Mark) -> None:
        try:
            self._put(mark)
        except OSError:
            _log.warning("The high-water mark could not be written", exc_info=True)

    def close(self) -> None:
        if self._handle is None:
            return
        try:
            os.fsync(self._handle)
        except OSError:
            _log.warning("The high-water mark could not be flushed", exc_info=True)
        finally:
            os.close(self._handle)
            self._handle = None

    def _put(self, mark: Mark) -> None:
        if self._handle is None:
            self._handle = os.open(self._path, os.O_CREAT | os.O_RDWR, FILE_MODE)
        text = json.dumps({"profile": mark.profile, "place": mark.place}).ljust(_MARK_WIDTH - 1) + "\n"
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, text.encode("ascii"))


class Ballast:
    """Space kept for the day when the disk is full: at that point even a DELETE needs room to be written."""

    def __init__(self, path: Path, size: int = BALLAST_BYTES) -> None:
        self._path = path
        self._size = size

    def is_there(self) -> bool:
        return self._path.exists()

    def take(self) -> None:
        """Set the space aside; a disk that has no room for it is told so later, when something must be saved."""
        if self.is_there():
            return
        try:
            make_private_file(self._path)
            self._path.write_bytes(bytes(self._size))
        except OSError:
            self._path.unlink(missing_ok=True)

    def release(self) -> bool:
        """Give the space back; whether there was any."""
        was_there = self.is_there()
        self._path.unlink(missing_ok=True)
        return was_there
