"""Tables for spreadsheets: CSV with a mark for the encoding, and no cell that would be taken for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from client.files import write_private


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write a file as a whole; how many rows there were."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(columns)
    count = 0
    for row in rows:
        table.writerow([harmless(cell) for cell in row])
        count += 1
    write_private(path, text.getvalue().encode("utf-8-sig"))
    return count


def harmless(cell: str) -> str:
    """A spreadsheet must not take a note for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
