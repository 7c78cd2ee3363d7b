"""Full-text search as people type it: every word a prefix, in any order, case and accents aside."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from storage.database import Tx

# A record and the leads that were merged into it: what is noted on any of them is noted on it.
FAMILY = """
WITH RECURSIVE family(id) AS (SELECT ?1 UNION SELECT v.id FROM lead AS v JOIN family ON v.merged_into = family.id)
"""
_TOKEN = re.compile(r"[^\W_]+")
_FEW = 8
_NEXT_TERM = "SELECT term FROM {kind}_terms WHERE term >= ? AND term <= ? LIMIT 1"
_FIRST, _LAST = "\x01", "\U0010ffff"


def match_of(text: str) -> str:
    """The FTS5 expression for what was typed; empty where there is nothing to look for."""
    return " AND ".join(map(_beginning, _tokens(text)))


def spelled_out(tx: Tx, kind: str, text: str) -> str:
    """The same, where few words begin with what was typed, by these words: FTS5 walks along a word's rows, but gathers
    all rows of a beginning before it gives the first."""
    return " AND ".join(_words_or_beginning(tx, kind, token) for token in _tokens(text))


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(unicodedata.normalize("NFC", text))


def _words_or_beginning(tx: Tx, kind: str, token: str) -> str:
    """How FTS5 folds letters beyond ASCII is its own business, so where there are any it stays a beginning."""
    words = list(islice(_words(tx, kind, token.lower()), _FEW + 1)) if token.isascii() else []
    if not 0 < len(words) <= _FEW or not all(map(str.isascii, words)):
        return _beginning(token)
    return f"({' OR '.join(map(_quoted, words))})"


def _words(tx: Tx, kind: str, beginning: str) -> Iterator[str]:
    """All that are in the index; each is looked up by itself, which takes microseconds."""
    sought = beginning
    while found := tx.one(_NEXT_TERM.format(kind=kind), (sought, beginning + _LAST)):
        yield found[0]
        sought = found[0] + _FIRST


def _beginning(token: str) -> str:
    return f"{_quoted(token)}*"


def _quoted(word: str) -> str:
    return f'"{word}"'
