"""Copies of a database in SQLite, by its own backup call."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from server_stub.copies import Copies, Damaged, InUse, NotABackup, Standing
from sync.errors import StreamFlowError

_SECONDS = 2.0
_UNREADABLE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})


class SqliteCopies(Copies):
    def __init__(self, database: str) -> None:
        self._file = Path(database)

    def dump(self, file: Path) -> None:
        with closing(_open(self._file)) as living, closing(sqlite3.connect(file)) as copy:
            living.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it

    def read(self, file: Path) -> Standing:
        try:
            with closing(_open(file)) as copy:
                if copy.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                    raise NotABackup(file)
                return _standing(copy)
        except sqlite3.DatabaseError as trouble:
            raise NotABackup(file) from trouble

    def current(self) -> Standing | None:
        if not self._file.exists() or not self._file.stat().st_size:
            return None
        with self._alone() as database:
            return _standing(database)

    def put_back(self, file: Path, last_words: Sequence[str]) -> Path | None:
        staged = self._beside("restoring")
        staged.unlink(missing_ok=True)
        with closing(_open(file)) as copy, closing(sqlite3.connect(staged)) as restored:
            copy.backup(restored)
            with restored:
                for statement in last_words:
                    restored.execute(statement)
            kept = self._replace_by(restored)
        staged.unlink()
        return kept

    def _replace_by(self, restored: sqlite3.Connection) -> Path | None:
        """In one transaction of the file's own, so a crash leaves the old content or the new one."""
        try:
            kept = self._keep() if self._file.exists() else None
        except Damaged:
            kept = self._move_away()
        with self._alone() as database:
            restored.backup(database)
        return kept

    def _keep(self) -> Path:
        kept = self._beside("before-restore")
        kept.unlink(missing_ok=True)
        with self._alone() as database, closing(sqlite3.connect(kept)) as copy:
            database.backup(copy)
        return kept

    def _move_away(self) -> Path:
        kept = self._beside("damaged")
        self._file.replace(kept)
        for rest in ("-wal", "-shm"):
            self._file.with_name(self._file.name + rest).unlink(missing_ok=True)
        return kept

    @contextmanager
    def _alone(self) -> Iterator[sqlite3.Connection]:
        """The file with nobody else in it: to leave the WAL, one has to be the only one."""
        with closing(sqlite3.connect(self._file, timeout=_SECONDS)) as database:
            try:
                database.execute("PRAGMA locking_mode = EXCLUSIVE")
                database.execute("PRAGMA journal_mode = DELETE")
                yield database
            except sqlite3.DatabaseError as trouble:
                raise _worded(trouble) from trouble

    def _beside(self, word: str) -> Path:
        return self._file.with_name(f"{self._file.name}.{word}")


def _worded(trouble: sqlite3.DatabaseError) -> StreamFlowError:
    if trouble.sqlite_errorcode == sqlite3.SQLITE_BUSY:
        return InUse()
    if trouble.sqlite_errorcode in _UNREADABLE:
        return Damaged("The database that is there now is damaged, or not one of a StreamFlow server.")
    return StreamFlowError(f"The database can't be replaced ({trouble}). Nothing was changed.")


def _open(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True, timeout=_SECONDS)


def _standing(database: sqlite3.Connection) -> Standing:
    schema = database.execute("SELECT value FROM server_meta WHERE name = 'schema'").fetchone()
    versions = database.execute("SELECT id, version FROM organisation").fetchall()
    return Standing(schema[0] if schema else "", dict(versions))
