"""One door to the database: SQLite in a file or PostgreSQL by URL, the same SQL through both.

SQLite writes take turns on one lock (its own waiting is not fair) and begin at once as writers. PostgreSQL writers lock
in one order: stream, organisation, records. Reading sees one moment of the database in both.
"""

import secrets
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any, Literal

from sqlalchemy import (
    Connection,
    Engine,
    Table,
    create_engine,
    event,
    insert,
    make_url,
    select,
    text,
)
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import QueuePool
from sqlalchemy.sql import ClauseElement

from server_stub.schema import SCHEMA_NUMBER, metadata, server_meta
from sync.errors import StreamFlowError

Mode = Literal["read", "write"]
Row = tuple[Any, ...]

# How many rows, then how many share the first column of the index, the first two, and so on.
_SIZES = (
    ("record", "record", "100000 100000 20000 1"),
    ("record", "record_version", "100000 100000 1 1 1"),
    ("record", "record_parent", "50000 50000 3"),
    ("record", "record_deleted", "1000 1000 200 1"),
    ("scope_entry", "scope_entry", "100000 100000 20000 2 1"),
    ("scope_entry", "scope_entry_version", "100000 100000 1000 1 1 1"),
    ("scope_entry", "scope_entry_audience", "100000 100000 1000 250 1"),
)
_TABLES_THAT_GROW = ("receipt", "record", "scope_entry", "audit", "event", "regained", "clocking", "stint")


# How a server of ours names itself to PostgreSQL.
APPLICATION = "streamflow-server"


class DatabaseAway(StreamFlowError):
    """Busy, full, restarting or unreachable: nothing was kept, the request may be sent again unchanged."""


class Database:
    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.is_sqlite = is_sqlite(self.url)
        self.engine = _sqlite_engine(self.url) if self.is_sqlite else _postgresql_engine(self.url)
        one_moment = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        self._reading = self.engine.execution_options(streamflow_mode="read", **one_moment)
        self._writing = self.engine.execution_options(streamflow_mode="write")
        self._turn = threading.Lock()
        with self.write() as connection:
            _create(connection)
        self.engine.dispose()  # SQLite reads the sizes when a connection opens

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction; committed when the block ends, rolled back when it raises."""
        with self._in_turn(), _worded(), self._writing.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        with _worded(), self._reading.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def held(self) -> Iterator[None]:
        """Be seen to be in use, even where nobody has asked for anything yet: no restore goes over a running server."""
        with self.engine.connect() as connection:
            connection.execute(select(server_meta.c.name)).all()
            connection.rollback()
            connection.detach()
            yield

    def close(self) -> None:
        self.engine.dispose()

    def warm_up(self) -> None:
        """Read and render now what every request needs."""
        _ = self.epoch, self.secret, self.sql

    @cached_property
    def epoch(self) -> str:
        return self._meta("epoch")

    @cached_property
    def secret(self) -> bytes:
        """Signs cursors."""
        return bytes.fromhex(self._meta("secret"))

    @cached_property
    def sql(self) -> "Sql":
        return Sql(self.engine)

    def _meta(self, name: str) -> str:
        with self.read() as connection:
            return str(connection.scalar(select(server_meta.c.value).where(server_meta.c.name == name)))

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        if not self.is_sqlite:
            yield
            return
        if not self._turn.acquire(timeout=30):
            raise DatabaseAway("The server is busy.")
        try:
            yield
        finally:
            self._turn.release()


class Sql:
    """The statements that run for every mutation, rendered once: to build them anew costs more than to run them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._inserts = {name: self._render(insert(metadata.tables[name])) for name in _TABLES_THAT_GROW}
        self._upserts = {name: self._inserts[name] + _on_conflict(metadata.tables[name]) for name in _TABLES_THAT_GROW}

    def insert(self, connection: Connection, table: Table, rows: Sequence[Row]) -> None:
        """Insert rows that are tuples in the order of the table's columns."""
        if rows:
            connection.exec_driver_sql(self._inserts[table.name], list(rows))

    def upsert(self, connection: Connection, table: Table, rows: Sequence[Row]) -> None:
        if rows:
            connection.exec_driver_sql(self._upserts[table.name], list(rows))

    def _render(self, statement: ClauseElement) -> str:
        compiled = statement.compile(dialect=self._engine.dialect)
        return str(compiled)


def is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _on_conflict(table: Table) -> str:
    key = [column.name for column in table.primary_key]
    rest = [column.name for column in table.columns if column.name not in key]
    assignments = ", ".join(f"{name} = excluded.{name}" for name in rest)
    return f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {assignments}"


def _sqlite_engine(url: URL) -> Engine:
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=8,
        max_overflow=24,
        connect_args={"timeout": 10, "check_same_thread": False, "isolation_level": None, "cached_statements": 256},
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        # Under load the WAL is folded in every 16 MB: at SQLite's usual 4 MB the same pages are written over and over.
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "cache_size=-32000",
            "wal_autocheckpoint=4000",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        is_writing = connection.get_execution_options().get("streamflow_mode") == "write"
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")

    return engine


def _postgresql_engine(url: URL) -> Engine:
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    return create_engine(
        url,
        paramstyle="format",
        pool_size=8,
        max_overflow=24,
        pool_timeout=10,
        pool_pre_ping=True,
        connect_args={"application_name": APPLICATION},
    )


def _describe_sizes(connection: Connection) -> None:
    """Tell SQLite's planner that an organisation has many records; it would guess ten, and read them all."""
    connection.exec_driver_sql("ANALYZE")
    connection.exec_driver_sql("DELETE FROM sqlite_stat1")
    for table, index, rows in _SIZES:
        connection.exec_driver_sql("INSERT INTO sqlite_stat1 VALUES (?, ?, ?)", (table, index, rows))


def _create(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":  # two servers may start on one empty database at once
        connection.execute(text("SELECT pg_advisory_xact_lock(6020)"))
    metadata.create_all(connection)
    known = {row.name: row.value for row in connection.execute(select(server_meta))}
    if not known:
        facts = {"schema": str(SCHEMA_NUMBER), "epoch": secrets.token_hex(16), "secret": secrets.token_hex(32)}
        if connection.dialect.name == "sqlite":
            _describe_sizes(connection)
        connection.execute(insert(server_meta), [{"name": name, "value": value} for name, value in facts.items()])
    elif known["schema"] != str(SCHEMA_NUMBER):
        raise StreamFlowError(
            f"This database has schema {known['schema']}, this server reads {SCHEMA_NUMBER}. Nothing was changed."
        )


def is_outage(error: Exception) -> bool:
    """Whether the database failed, rather than what was asked of it. SQLite calls faulty SQL operational, too."""
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    is_our_bug = getattr(getattr(error, "orig", None), "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR
    return isinstance(error, (OperationalError, InterfaceError, PoolTimeout)) and not is_our_bug


@contextmanager
def _worded() -> Iterator[None]:
    try:
        yield
    except (DBAPIError, PoolTimeout) as trouble:
        if is_outage(trouble):
            raise DatabaseAway("The server's database is not available for the moment.") from trouble
        raise
