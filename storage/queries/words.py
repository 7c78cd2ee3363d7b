"""Full-text search as people type it: every word a prefix, in any order, case and accents aside."""

import re
import unicodedata

# A record and the leads that were merged into it: what is noted on any of them is noted on it.
FAMILY = """
WITH RECURSIVE family(id) AS (SELECT ?1 UNION SELECT v.id FROM lead AS v JOIN family ON v.merged_into = family.id)
"""
_TOKEN = re.compile(r"[^\W_]+")


def match_of(text: str) -> str:
    """The FTS5 expression for what was typed; empty where there is nothing to look for."""
    tokens = _TOKEN.findall(unicodedata.normalize("NFC", text))
    return " ".join(f'"{token}"*' for token in tokens)
