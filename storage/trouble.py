"""What SQLite and the file system raise, told as what happened to a person's data. Foreign errors stop here."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sync.errors import Corrupt, DiskFull, InUse, StorageTrouble, Unwritable
from sync.language import marked, translate

_KINDS: dict[int, tuple[type[StorageTrouble], str]] = {
    sqlite3.SQLITE_FULL: (
        DiskFull,
        marked(
            "storage",
            "The disk is full, so this was not saved. Everything saved before is kept. Free some space and save again.",
        ),
    ),
    sqlite3.SQLITE_READONLY: (
        Unwritable,
        marked(
            "storage",
            "The data file can't be written, so this was not saved. What it holds is kept. Check the "
            "folder's permissions.",
        ),
    ),
    sqlite3.SQLITE_IOERR: (
        Unwritable,
        marked(
            "storage",
            "The disk reported an error, so this was not saved. Everything saved before is kept. Check the disk.",
        ),
    ),
    sqlite3.SQLITE_BUSY: (
        InUse,
        marked("storage", "Another program is using the data file, so this was not saved. Close it and try again."),
    ),
    sqlite3.SQLITE_CORRUPT: (
        Corrupt,
        marked(
            "storage",
            "The data file is damaged. It was left as it is. Restore the newest copy, or ask for help "
            "before changing it.",
        ),
    ),
}
_SAME_AS = {
    sqlite3.SQLITE_CANTOPEN: sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM: sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_LOCKED: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_NOTADB: sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOMEM: sqlite3.SQLITE_IOERR,
}
_ERRNO = {
    errno.ENOSPC: sqlite3.SQLITE_FULL,
    errno.EDQUOT: sqlite3.SQLITE_FULL,
    errno.EFBIG: sqlite3.SQLITE_FULL,
    errno.EIO: sqlite3.SQLITE_IOERR,
}


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn the world's errors into `StorageTrouble`; a mistake of ours (a constraint, bad SQL) stays what it is."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        raise trouble from error


def trouble_of(error: Exception) -> StorageTrouble | None:
    """The trouble behind a foreign error; None where it is a bug."""
    if isinstance(error, OSError):
        code = _ERRNO.get(error.errno or 0, sqlite3.SQLITE_READONLY)
    elif isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    else:
        return None
    kind = _KINDS.get(_SAME_AS.get(code, code))
    return kind[0](translate("storage", kind[1])) if kind else None
