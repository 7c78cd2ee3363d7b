"""SQLite connections that fail, or die, at a statement that a test names."""

import os
import signal
import sqlite3
from collections.abc import Callable
from functools import partial
from typing import Any

from storage.connection import Connect, connect

Hook = Callable[[str, Callable[[], sqlite3.Cursor]], sqlite3.Cursor]


def hooked(hook: Hook) -> Connect:
    """A connection factory whose statements all go through a hook: (sql, run) -> cursor."""

    class Hooked(sqlite3.Connection):
        def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
            return hook(sql, lambda: super(Hooked, self).execute(sql, *values))

        def executemany(self, sql: str, *rows: Any) -> sqlite3.Cursor:
            return hook(sql, lambda: super(Hooked, self).executemany(sql, *rows))

    return partial(connect, factory=Hooked)


def sqlite_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("planted")
    error.sqlite_errorcode = code
    return error


class Fault:
    """Fails one statement that starts with `sql`, when armed: before it runs, or after it took effect."""

    def __init__(self, sql: str, code: int = sqlite3.SQLITE_IOERR, *, takes_effect: bool = False) -> None:
        self.sql = sql
        self.code = code
        self.takes_effect = takes_effect
        self.is_armed = False
        self.hits = 0

    @property
    def connect(self) -> Connect:
        return hooked(self._hook)

    def _hook(self, sql: str, run: Callable[[], sqlite3.Cursor]) -> sqlite3.Cursor:
        if not self.is_armed or not sql.lstrip().startswith(self.sql):
            return run()
        self.is_armed = False
        self.hits += 1
        if self.takes_effect:
            run()
        raise sqlite_error(self.code)


def killer(statement: int) -> Connect:
    """Kill this very process just after its nth statement; just before it is as just after the one before."""
    count = 0

    def hook(_sql: str, run: Callable[[], sqlite3.Cursor]) -> sqlite3.Cursor:
        nonlocal count
        cursor = run()
        count += 1
        if count == statement:
            os.kill(os.getpid(), signal.SIGKILL)
        return cursor

    return hooked(hook)
