"""SQLite's own layer of files, with a disk beneath that fails where a test says so.

Every read, write, flush, truncation, opening and deletion is a numbered point, and so are the few calls that
`storage.files` makes by itself. The default VFS's table of functions is patched in place, and mended in the end.
"""

import _sqlite3
import ctypes
import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import storage.files


@dataclass(frozen=True)
class Fault:
    """Strikes at one point, or from it on until the disk is mended; before the call takes effect, or after it did."""

    point: int
    is_full: bool = False
    is_lasting: bool = False
    takes_effect: bool = False

    @property
    def errno(self) -> int:
        return errno.ENOSPC if self.is_full else errno.EIO


# What SQLite is told where the disk fails; only what needs room can fail for want of it.
_CODES = {
    "read": (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_READ),
    "write": (sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_FULL),
    "flush": (sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_FSYNC),
    "truncate": (sqlite3.SQLITE_IOERR_TRUNCATE, sqlite3.SQLITE_IOERR_TRUNCATE),
    "index": (sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_SHMSIZE),
    "open": (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_CANTOPEN),
    "delete": (sqlite3.SQLITE_IOERR_DELETE, sqlite3.SQLITE_IOERR_DELETE),
}


@dataclass
class FaultyDisk:
    """All below `folder`. `calls` names what was done, in order; `hits` counts what failed."""

    folder: Path
    fault: Fault | None = None
    calls: list[str] = field(default_factory=list)
    hits: int = 0

    def mend(self) -> None:
        self.fault = None

    def strikes(self, what: str) -> bool:
        self.calls.append(what)
        fault, point = self.fault, len(self.calls)
        is_struck = fault is not None and (point == fault.point or (fault.is_lasting and point > fault.point))
        self.hits += is_struck
        return is_struck

    def ask(self, what: str, call: Callable[[], int]) -> int:
        """One call of SQLite's, with its answer."""
        fault = self.fault
        if not self.strikes(what):
            return call()
        assert fault is not None
        if fault.takes_effect:
            call()
        return _CODES[what][fault.is_full]

    def ask_system(self, what: str, call: Callable[[], Any]) -> Any:
        """One call of the program's own."""
        fault = self.fault
        if not self.strikes(what):
            return call()
        assert fault is not None
        if fault.takes_effect and what != "own open":
            call()
        raise OSError(fault.errno, os.strerror(fault.errno))


class _Methods(Structure):
    _fields_ = (
        ("version", c_int),
        *((name, c_void_p) for name in ("close", "read", "write", "truncate", "flush", "size", "lock", "unlock")),
        *((name, c_void_p) for name in ("is_reserved", "control", "sector", "traits")),
        *((name, c_void_p) for name in ("index", "index_lock", "index_barrier", "index_unmap", "fetch", "unfetch")),
    )


class _File(Structure):
    _fields_ = (("methods", POINTER(_Methods)),)


class _Vfs(Structure):
    _fields_ = (
        ("version", c_int),
        ("file_size", c_int),
        ("longest_path", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", c_void_p),
        ("delete", c_void_p),
    )


_READ = _WRITE = CFUNCTYPE(c_int, POINTER(_File), c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, POINTER(_File), c_int64)
_FLUSH = CFUNCTYPE(c_int, POINTER(_File), c_int)
_INDEX = CFUNCTYPE(c_int, POINTER(_File), c_int, c_int, c_int, c_void_p)
_STRUCK: dict[str, Any] = {"read": _READ, "write": _WRITE, "truncate": _TRUNCATE, "flush": _FLUSH, "index": _INDEX}
_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, POINTER(_File), c_int, c_void_p)
_DELETE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)


class _Patch:
    """The functions that stand in for SQLite's; kept alive for as long as SQLite may call them."""

    def __init__(self, vfs: _Vfs, disk: FaultyDisk) -> None:
        self._disk = disk
        self._own = str(disk.folder).encode()
        self._honest_open, self._honest_delete = vfs.open, vfs.delete
        self._tables: dict[int, _Methods] = {}
        self._alive: list[Any] = [_OPEN(self._open), _DELETE(self._delete)]
        vfs.open, vfs.delete = (ctypes.cast(each, c_void_p).value for each in self._alive)
        self._vfs = vfs

    def mend(self) -> None:
        self._vfs.open, self._vfs.delete = self._honest_open, self._honest_delete

    def _is_ours(self, name: int | None) -> bool:
        return name is not None and ctypes.string_at(name).startswith(self._own)

    def _open(self, vfs: int, name: int, file: Any, flags: int, out: int) -> int:
        def honest() -> int:
            return int(_OPEN(self._honest_open)(vfs, name, file, flags, out))

        if not self._is_ours(name):
            return honest()
        file.contents.methods = POINTER(_Methods)()
        if self._disk.strikes("open"):
            return _CODES["open"][0]
        code = honest()
        if code == sqlite3.SQLITE_OK:
            file.contents.methods = ctypes.pointer(self._table(file.contents.methods))
        return code

    def _delete(self, vfs: int, name: int, is_durable: int) -> int:
        def honest() -> int:
            return int(_DELETE(self._honest_delete)(vfs, name, is_durable))

        return self._disk.ask("delete", honest) if self._is_ours(name) else honest()

    def _table(self, honest: Any) -> _Methods:
        """A copy of a file's functions with ours in it, one for each table that SQLite has."""
        address = ctypes.addressof(honest.contents)
        if address not in self._tables:
            table = _Methods.from_buffer_copy(honest.contents)
            for name, kind in _STRUCK.items():
                if (honest_function := getattr(table, name)) is not None:
                    function = kind(self._struck(name, kind(honest_function)))
                    self._alive.append(function)
                    setattr(table, name, ctypes.cast(function, c_void_p).value)
            self._tables[address] = table
        return self._tables[address]

    def _struck(self, name: str, honest: Callable[..., int]) -> Callable[..., int]:
        return lambda *given: self._disk.ask(name, lambda: int(honest(*given)))


class _System:
    """The operating system as `storage.files` sees it."""

    def __init__(self, disk: FaultyDisk) -> None:
        self._disk = disk

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def open(self, path: Path, *given: int) -> int:
        return int(self._disk.ask_system("own open", lambda: os.open(path, *given)))

    def write(self, handle: int, data: bytes) -> int:
        return int(self._disk.ask_system("own write", lambda: os.write(handle, data)))

    def fsync(self, handle: int) -> None:
        self._disk.ask_system("own flush", lambda: os.fsync(handle))


@contextmanager
def faulty_disk(folder: Path) -> Iterator[FaultyDisk]:
    library = ctypes.CDLL(getattr(_sqlite3, "__file__", None))
    library.sqlite3_vfs_find.restype = POINTER(_Vfs)
    disk = FaultyDisk(folder)
    patch = _Patch(library.sqlite3_vfs_find(None).contents, disk)
    storage.files.os = _System(disk)  # type: ignore[assignment]  # stands in for the module
    try:
        yield disk
    finally:
        storage.files.os = os
        patch.mend()
