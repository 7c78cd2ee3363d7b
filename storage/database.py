"""One file, one writer at a time, and an honest answer after every commit."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from storage.connection import Connect, connect
from storage.subjects import Listeners, Subject
from storage.trouble import told_plainly, trouble_of
from storage.turns import Turns
from sync.errors import Unwritable
from sync.language import marked, translate

MOST_IDLE = 8
UNKNOWN = marked(
    "storage",
    "The disk failed while saving, and the data file can't be read to see whether it was saved. "
    "Everything saved before is kept. Restart the program and look before entering it again.",
)


class Tx:
    """A transaction, and the statements in it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.touched: set[Subject] = set()
        self.minted_place: int | None = None
        self.run = connection.execute
        self.many = connection.executemany

    @property
    def is_open(self) -> bool:
        return self._connection.in_transaction

    def all(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, values).fetchall()

    def one(self, sql: str, values: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._connection.execute(sql, values).fetchone()
        return row

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first column of the first row, None without one."""
        row = self._connection.execute(sql, values).fetchone()
        return row[0] if row else None

    def touch(self, subjects: Iterable[Subject]) -> None:
        self.touched.update(subjects)


class Database:
    """Readers see a snapshot each; writers take turns, oldest first, in BEGIN IMMEDIATE."""

    def __init__(self, path: Path, open_connection: Connect = connect) -> None:
        self.path = path
        self.changed = Listeners()
        self.on_mint: Callable[[int], None] = _ignore
        self._open = open_connection
        self._turns = Turns()
        self._writer: sqlite3.Connection | None = None
        self._idle: list[sqlite3.Connection] = []
        self._is_closed = False

    @contextmanager
    def read(self) -> Iterator[Tx]:
        """A consistent view of the file; nothing can be written through it."""
        with told_plainly(), self._reader() as connection:
            tx = Tx(connection)
            tx.run("BEGIN")
            try:
                yield tx
            finally:
                if tx.is_open:  # an I/O error has ended it
                    tx.run("ROLLBACK")

    @contextmanager
    def write(self) -> Iterator[Tx]:
        """All or nothing. On return it is on the disk; what was touched is told to the listeners after that."""
        with self._turns, told_plainly():
            tx = self._begin()
            try:
                yield tx
                tx.run("UPDATE sync_state SET turn = turn + 1")
                turn = tx.value("SELECT turn FROM sync_state")
            except BaseException:
                self._roll_back(tx)
                raise
            self._commit(tx, turn)
            if tx.minted_place is not None:
                self.on_mint(tx.minted_place)
        self.changed.tell(tx.touched)

    def fold(self) -> None:
        """Fold the WAL into the file and empty it, as far as readers let that happen now."""
        with self._turns, told_plainly(), self._reader() as connection:
            Tx(connection).run("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Leave one whole file behind: the last connection folds the WAL into it."""
        with self._turns:
            self._drop_writer()
            self._is_closed = True
            self._drop_readers()

    @contextmanager
    def _reader(self) -> Iterator[sqlite3.Connection]:
        """One at a time has it. Small reads are many; a pool that prepares it anew for each costs more than they do."""
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._open(self.path)
        try:
            yield connection
        except BaseException:
            connection.close()
            raise
        if self._is_closed or len(self._idle) >= MOST_IDLE:
            connection.close()
        else:
            self._idle.append(connection)

    def _begin(self) -> Tx:
        if self._writer is None:
            self._writer = self._open(self.path)
        tx = Tx(self._writer)
        try:
            tx.run("BEGIN IMMEDIATE")
        except sqlite3.Error:
            self._drop_writer()
            raise
        return tx

    def _roll_back(self, tx: Tx) -> None:
        """Full disks and I/O errors roll back by themselves; a connection that can't say so is thrown away."""
        try:
            if tx.is_open:
                tx.run("ROLLBACK")
        except sqlite3.Error:
            self._drop_writer()

    def _commit(self, tx: Tx, turn: int) -> None:
        """Commit; after an error reopen and look: the transaction may be durable although COMMIT raised."""
        try:
            tx.run("COMMIT")
        except sqlite3.Error as error:
            self._drop_writer()
            self._drop_readers()  # they share what they know of the log, and hide what a restart would find in it
            if not self._has_landed(turn):
                raise trouble_of(error) or error from error

    def _has_landed(self, turn: int) -> bool:
        try:
            connection = self._open(self.path)
            try:
                return bool(connection.execute("SELECT turn FROM sync_state").fetchone()[0] >= turn)
            finally:
                connection.close()
        except sqlite3.Error as error:
            raise Unwritable(translate("storage", UNKNOWN)) from error

    def _drop_writer(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def _drop_readers(self) -> None:
        while self._idle:
            self._idle.pop().close()


def _ignore(_place: int) -> None:
    """Nobody keeps a high-water mark."""
