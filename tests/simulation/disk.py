"""A device's disk: SQLite connections whose statements fail, or at which the program dies, when that is asked for."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from storage.connection import connect
from support.faulty import sqlite_error
from sync.faults import Kind

_WRITES = ("INSERT", "UPDATE", "DELETE", "COMMIT")


class Killed(BaseException):
    """The program ends here; no handler of its own may run on that account."""


class Disk:
    """Counts the statements of a program down to the one that fails."""

    def __init__(self, die: Callable[[], None]) -> None:
        self._die = die
        self._kind: Kind | None = None
        self._left = 0
        self.struck = 0

    @property
    def is_armed(self) -> bool:
        return self._kind is not None

    def arm(self, kind: Kind, statement: int) -> None:
        """`statement`: which one from now on; a full disk and a failing one count only those that write."""
        self._kind, self._left = kind, statement

    def rest(self) -> None:
        self._kind = None

    def write(self) -> None:
        """Something was written into a file beside the database."""
        if self._kind is not None:
            self._count("INSERT", None)

    def open(self, path: Path) -> sqlite3.Connection:
        disk = self

        class Watched(sqlite3.Connection):
            def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
                if disk._kind is not None:
                    disk._count(sql, lambda: super(Watched, self).execute(sql, *values))
                return super().execute(sql, *values)

            def executemany(self, sql: str, *rows: Any) -> sqlite3.Cursor:
                if disk._kind is not None:
                    disk._count(sql, None)
                return super().executemany(sql, *rows)

        connection = connect(path, factory=Watched)
        connection.execute("PRAGMA synchronous = OFF")
        return connection

    def _count(self, sql: str, run: Callable[[], object] | None) -> None:
        is_write = sql.lstrip().startswith(_WRITES)
        if not is_write and self._kind is not Kind.KILL:
            return
        self._left -= 1
        if self._left > 0:
            return
        kind, self._kind = self._kind, None
        self.struck += 1
        if kind is Kind.KILL:
            self._die()
            raise Killed
        if kind is Kind.DISK_FULL:
            raise sqlite_error(sqlite3.SQLITE_FULL)
        if run is not None and sql == "COMMIT" and self.struck % 2:
            run()
        raise sqlite_error(sqlite3.SQLITE_IOERR)
