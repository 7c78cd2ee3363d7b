"""Backups: one file with all of a running server's database, and the way back.

A backup counts only once it was read again and is on the disk: then the server tells devices how far they may forget
what they have sent. A restore takes effect whole or not at all, together with the new epoch that makes devices send
again what the backup lacks.
"""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import make_url, select, update
from sqlalchemy.engine import URL

from server_stub import epochs
from server_stub.copies import Copies, Damaged, Standing
from server_stub.copies_postgresql import PostgresqlCopies
from server_stub.copies_sqlite import SqliteCopies
from server_stub.database import Database, is_sqlite
from server_stub.schema import organisation
from sync.errors import StreamFlowError

_NOT_BACKED_UP = "Nothing was backed up, and nothing was changed."
_WOULD_BE_LOST = (
    "Nothing was changed. Devices send again what they sent in the last thirty days, but what came by REST is gone. "
    "To restore all the same, add --force."
)


@dataclass(frozen=True)
class Restored:
    """`kept` is where the replaced database is, if it could be kept."""

    organisations: int
    kept: Path | None


def back_up(database: Database, file: Path) -> Standing:
    """Copy a database that may be in use, prove the copy, and let devices know."""
    if file.is_dir() or not file.parent.is_dir():
        raise StreamFlowError(f"{file} can't be made: name a file in a folder that is there. {_NOT_BACKED_UP}")
    part = file.with_name(file.name + ".part")
    part.unlink(missing_ok=True)
    with database.read() as connection:
        reached = connection.execute(select(organisation.c.org, organisation.c.version)).all()
    if not reached:
        raise StreamFlowError(f"There is no organisation in {database.url!r}. Is it the right one? {_NOT_BACKED_UP}")
    copies = _copies(database.url)
    copies.dump(part)
    standing = copies.read(part).check()
    _flush(part)
    part.replace(file)
    _flush(file.parent)
    with database.write() as connection:
        for org, version in reached:
            is_further = (organisation.c.org == org, organisation.c.backed_up < version)
            connection.execute(update(organisation).where(*is_further).values(backed_up=version))
    return standing


def restore(url: str, file: Path, now: datetime, *, force: bool = False) -> Restored:
    """Put a backup in the place of a database that nobody uses."""
    if not file.is_file():
        raise StreamFlowError(f"There is no file {file}. Nothing was changed.")
    copies = _copies(url)
    standing = copies.read(file).check()
    try:
        current = copies.current()
    except Damaged as damaged:
        if not force:
            raise StreamFlowError(f"{damaged} It would be set aside. {_WOULD_BE_LOST}") from damaged
        current = None
    if current is not None and standing.is_behind(current) and not force:
        raise StreamFlowError(f"The database that is there now has changes that this backup lacks. {_WOULD_BE_LOST}")
    return Restored(len(standing.versions), copies.put_back(file, epochs.statements(now)))


def _copies(url: str | URL) -> Copies:
    address = make_url(url)
    return SqliteCopies(str(address.database)) if is_sqlite(address) else PostgresqlCopies(address)


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
