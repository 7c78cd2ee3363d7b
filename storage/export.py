"""A copy of everything that the server has not confirmed, as plain lines of JSON."""

from typing import BinaryIO

from storage.database import Database

_UNSENT = """
SELECT place, frozen FROM outbox WHERE is_withdrawn = 0
UNION ALL SELECT place, frozen FROM attention WHERE outcome <> 'merged' ORDER BY 1
"""


def export_unsent(database: Database, target: BinaryIO) -> int:
    """Write one mutation a line, in order, each in the bytes that would be sent; how many there were."""
    count = 0
    with database.read() as tx:
        for _, frozen in tx.run(_UNSENT):
            target.write(bytes(frozen) + b"\n")
            count += 1
    return count
