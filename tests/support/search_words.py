"""What a search's index holds, word by word, and what it ought to hold by what shows."""

import re
import sqlite3

from storage.search_index import SEARCHED, words_in
from storage.visible import Table, name_key

_WORD = re.compile(r"[^\W_]+")
_MADE = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.{name}_found USING fts5vocab (main, {name}_words, instance)"

Found = set[tuple[str, int]]
"""Words, without case and accents, and the numbers of the rows that they stand in."""


def misfiled(connection: sqlite3.Connection) -> dict[str, tuple[Found, Found]]:
    """By kind what the index holds too much, and too little."""
    found = {table.name: (_indexed(connection, table), _shown(connection, table)) for table in SEARCHED}
    return {name: (held - wanted, wanted - held) for name, (held, wanted) in found.items() if held != wanted}


def _indexed(connection: sqlite3.Connection, table: Table) -> Found:
    connection.execute(_MADE.format(name=table.name))
    return set(connection.execute(f"SELECT term, doc FROM temp.{table.name}_found"))


def _shown(connection: sqlite3.Connection, table: Table) -> Found:
    rows = connection.execute(f"SELECT n, id, body FROM {table.name}").fetchall()
    return {
        (word, n) for n, record_id, body in rows for word in _WORD.findall(name_key(words_in(table, record_id, body)))
    }
