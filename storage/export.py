"""Everything that the server has not accepted, in the order in which it was made."""

from collections.abc import Iterator
from typing import NamedTuple

from storage.database import Database
from storage.sealing import is_sealed, sealed

CHUNK = 500

_UNSENT = """
SELECT place, frozen, is_parked, message FROM (
    SELECT place, frozen, 0 AS is_parked, '' AS message FROM outbox WHERE is_withdrawn = 0
    UNION ALL SELECT place, frozen, 1, message FROM attention WHERE outcome <> 'merged'
) WHERE place > ? ORDER BY place LIMIT ?
"""


class Unsent(NamedTuple):
    """A mutation in the bytes that would be sent; parked ones with what the server said."""

    frozen: bytes
    is_parked: bool
    message: str


def read_unsent(database: Database) -> Iterator[Unsent]:
    """A mutation keeps its place wherever it moves in the meantime, so none is missed or met twice."""
    place = 0
    while True:
        with database.read() as tx:
            if is_sealed(tx):
                raise sealed()
            rows = tx.all(_UNSENT, (place, CHUNK))
        if not rows:
            return
        for _, frozen, is_parked, message in rows:
            yield Unsent(bytes(frozen), bool(is_parked), message)
        place = rows[-1][0]
