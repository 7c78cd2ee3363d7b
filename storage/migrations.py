"""Bringing a file up to date: numbered steps, each in one transaction that also moves the number."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from storage.connection import Connect, connect
from storage.steps import STEPS
from storage.trouble import told_plainly
from sync.errors import Corrupt, TooNew
from sync.language import marked, translate

TOO_NEW = marked(
    "storage",
    "This data was last used by a newer version of StreamFlow Field. Nothing was changed. "
    "Install that version (or a later one) to open it.",
)
OTHER_SHAPE = marked(
    "storage",
    "The data file was written by a trial version of StreamFlow Field that arranged it in another way, so this version "
    "can't read it. Nothing was changed. Send what is unsent with the version that wrote it, or start this account "
    "afresh.",
)


def migrate(path: Path, profile: str, stream: str, *, open_connection: Connect = connect) -> None:
    """Run the steps that the file lacks. Killed anywhere, it is whole at one step or the next."""
    with told_plainly(), closing(open_connection(path)) as connection:
        version = version_of(connection)
        if version > len(STEPS):
            raise TooNew(translate("storage", TOO_NEW))
        if version and _shape_in(connection) != shape(version):
            raise Corrupt(translate("storage", OTHER_SHAPE))
        if 0 < version < len(STEPS):
            _copy(connection, path.with_name(f"{path.stem}-before-step-{version + 1}{path.suffix}"))
        for number in range(version + 1, len(STEPS) + 1):
            _take(connection, number, profile, stream)


def version_of(connection: sqlite3.Connection) -> int:
    """The number of the last step that the file has taken, 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def shape(number: int) -> int:
    """What a file is stamped with: which steps made it, for before a release their texts still change."""
    return zlib.crc32("".join(STEPS[:number]).encode()) & 0x7FFF_FFFF  # `application_id` is signed


def _shape_in(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def statements(script: str) -> Iterator[str]:
    """The statements of a step, one by one: `executescript` would commit before the first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _take(connection: sqlite3.Connection, number: int, profile: str, stream: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements(STEPS[number - 1]):
            connection.execute(statement)
        if number == 1:
            connection.execute("INSERT INTO sync_state (only, profile, stream) VALUES (1, ?, ?)", (profile, stream))
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {shape(number)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _copy(source: sqlite3.Connection, path: Path) -> None:
    """A whole copy under its final name, or none: a half copy never bears the name."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part)) as target:
        source.backup(target)
    part.chmod(0o600)
    part.replace(path)
