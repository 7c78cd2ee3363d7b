"""Indexes of a table that is filled for the first time: built at the end, in one go, they take a third of the time.

Which ones are missing stands in the file and changes in the same transactions as they do, so whoever opens it after a
kill makes up for them. Until then lists are read without: slower, and just as right.
"""

from collections.abc import Iterable
from contextlib import suppress
from operator import attrgetter

from storage.database import Database, Tx
from sync.errors import DiskFull, Unwritable
from sync.kinds import Kind
from sync.protocol import Chunk, Part

# Fewer rows are not worth the flushes; an index over more would keep a person's write waiting.
WORTH_IT = 20_000
MOST = 250_000
# The urgent part may have brought some already.
_FEW = 2_000

# Only screens ask these tables by something else than the record, and nothing is computed out of them.
_PATIENT = frozenset({Kind.LEAD.value, Kind.CUSTOMER.value, Kind.CONTACT.value, Kind.NOTE.value})

_KIND = attrgetter("kind")

_IS_NEW = "SELECT cursor = '' AND (SELECT count(*) FROM (SELECT 1 FROM {kind} LIMIT ?1)) < ?1 FROM sync_state"
# What holds but the few rows that have a value costs less in passing than a look at all rows at the end.
_INDEXES = """
SELECT name, sql FROM sqlite_master
WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL AND sql NOT LIKE '%IS NOT NULL%'
"""
_NOTE = "INSERT INTO put_off (name, made_by) VALUES (?, ?)"
_MISSING = "SELECT p.name, p.made_by FROM put_off AS p, sync_state AS s WHERE s.cursor <> '' LIMIT 1"
_TICK_OFF = "DELETE FROM put_off WHERE name = ?"


def put_off(tx: Tx, chunk: Chunk) -> None:
    """Drop the indexes of each table, all but empty, that a long snapshot begins to fill with this chunk."""
    if chunk.part is Part.REST and WORTH_IT <= chunk.total <= MOST:
        for kind in sorted(_PATIENT.intersection(map(_KIND, chunk.rows))):
            if tx.value(_IS_NEW.format(kind=kind), (_FEW,)):
                _drop(tx, tx.all(_INDEXES, (kind,)))


def make_up(database: Database) -> None:
    """Build what was put off, once the snapshot has ended; one at a time, so that a person's write gets between."""
    while _is_any_missing(database):
        with database.write() as tx:
            for name, made_by in tx.all(_MISSING):
                tx.run(made_by)
                tx.run(_TICK_OFF, (name,))


def make_up_if_possible(database: Database) -> None:
    """When the file is opened; a full disk is told when something must be saved, not now."""
    with suppress(DiskFull, Unwritable):
        make_up(database)


def _drop(tx: Tx, indexes: Iterable[tuple[str, str]]) -> None:
    for name, made_by in indexes:
        tx.run(f"DROP INDEX {name}")
        tx.run(_NOTE, (name, made_by))


def _is_any_missing(database: Database) -> bool:
    with database.read() as tx:
        return tx.one(_MISSING) is not None
