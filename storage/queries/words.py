"""Full-text search as people type it: every word a prefix, in any order, case and accents aside."""

import re
import unicodedata

from sqlalchemy import Select, column, literal_column, select, table

_TOKEN = re.compile(r"[^\W_]+")


def match_of(text: str) -> str:
    """The FTS5 expression for what was typed; empty where there is nothing to look for."""
    tokens = _TOKEN.findall(unicodedata.normalize("NFC", text))
    return " ".join(f'"{token}"*' for token in tokens)


def found(words_table: str, expression: str) -> Select[tuple[int]]:
    """The row numbers that an expression finds in one of the search tables."""
    index = table(words_table, column("rowid"))
    return select(index.c.rowid).where(literal_column(words_table).op("MATCH")(expression))
