"""The one place where a connection to a profile's file is made; encryption comes in here and nowhere else."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

Connect = Callable[[Path], sqlite3.Connection]

BUSY_SECONDS = 5.0
# A checkpoint costs two flushes; after 16 MB of new pages instead of 4, a drain of 10 000 changes has four of them.
PAGES_BETWEEN_CHECKPOINTS = 4_000


def look(path: Path) -> sqlite3.Connection:
    """Open the file to read in it, and leave it as it is."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)


def connect(path: Path, factory: type[sqlite3.Connection] = sqlite3.Connection) -> sqlite3.Connection:
    """Open the file for work: durable at every commit, transactions only where they are asked for.

    The driver's own transaction handling is off (`isolation_level=None`); whoever holds the connection says BEGIN.
    """
    connection = sqlite3.connect(
        path,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
        factory=factory,
    )
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA wal_autocheckpoint = {PAGES_BETWEEN_CHECKPOINTS}")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -8000")
    except sqlite3.Error:
        connection.close()
        raise
    return connection
