"""How much is only in a profile's file, asked without opening the profile: of those that nobody works in just now."""

import sqlite3
from contextlib import closing
from pathlib import Path

from storage.connection import look

_COUNT = """
SELECT count(*) FROM (SELECT id FROM outbox WHERE is_withdrawn = 0 UNION SELECT id FROM attention)
"""


def count_unsent(file: Path) -> int | None:
    """How many records; None where the file can't tell, which is no promise that there are none."""
    if not file.exists():
        return 0
    try:
        with closing(look(file)) as connection:
            return int(connection.execute(_COUNT).fetchone()[0])
    except sqlite3.Error:
        return None
