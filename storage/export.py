"""A copy of everything that the server has not confirmed, as plain lines of JSON."""

from typing import BinaryIO

from storage.database import Database

CHUNK = 500

_UNSENT = """
SELECT place, frozen FROM (
    SELECT place, frozen FROM outbox WHERE is_withdrawn = 0
    UNION ALL SELECT place, frozen FROM attention WHERE outcome <> 'merged'
) WHERE place > ? ORDER BY place LIMIT ?
"""


def export_unsent(database: Database, target: BinaryIO) -> int:
    """Write one mutation a line, in order, each in the bytes that would be sent; how many there were.

    A mutation keeps its place wherever it moves in the meantime, so none is missed or written twice.
    """
    count, place = 0, 0
    while True:
        with database.read() as tx:
            rows = tx.all(_UNSENT, (place, CHUNK))
        if not rows:
            return count
        target.writelines(bytes(frozen) + b"\n" for _, frozen in rows)
        count, place = count + len(rows), rows[-1][0]
