"""Tables as the world writes them: bytes in, rows of text with their line numbers out."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from sync.errors import InvalidInput, Problem
from sync.language import translate

DELIMITERS = (",", ";", "\t", "|")
MAX_BYTES = 100_000_000
_LONGEST_FIELD = 1_000_000
_SAMPLE_LINES = 50


@dataclass(frozen=True)
class TableRow:
    """`line` is where the row begins in the file, counted from 1."""

    line: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    encoding: str
    delimiter: str
    open_quote_line: int | None = None  # where a quotation mark opens that nothing closes


def read_table(content: bytes) -> Table:
    """Read a table with a heading row. Raises `InvalidInput` where there is none."""
    if len(content) > MAX_BYTES:
        raise _unreadable(translate("tabular", "The file is too large for one import (100 MB is the most)."))
    text, encoding = decode(content)
    text, delimiter = _delimiter(text)
    rows = [row for row in _rows(text, delimiter) if not row.is_blank]
    if not rows:
        raise _unreadable(translate("tabular", "The file is empty."))
    columns = tuple(cell.strip() for cell in rows[0].cells)
    return Table(columns, tuple(rows[1:]), encoding, delimiter, _open_quote(text, delimiter, rows))


def decode(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding; Windows-1252 is what is left when nothing else fits."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace"), encoding
    for encoding in (*_unmarked_utf16(content), "utf-8", "cp1252"):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1"), "latin-1"


def _unmarked_utf16(content: bytes) -> tuple[str, ...]:
    """UTF-16 without its mark shows in the zero bytes of the first Latin letters."""
    head = content[:200]
    if len(content) % 2 or len(head) < 4:
        return ()
    if head[1::2].count(0) > len(head) // 4 and head[0::2].count(0) == 0:
        return ("utf-16-le",)
    if head[0::2].count(0) > len(head) // 4 and head[1::2].count(0) == 0:
        return ("utf-16-be",)
    return ()


def _delimiter(text: str) -> tuple[str, str]:
    """Excel may name the separator in a first line of its own (`sep=;`); else the one that cuts rows most evenly."""
    first, newline, rest = text.partition("\n")
    named = first.strip().strip('"')
    if named.lower().startswith("sep=") and len(named) == 5:
        return newline + rest, named[4]
    return text, max(DELIMITERS, key=lambda delimiter: _evenness(text, delimiter))


def _evenness(text: str, delimiter: str) -> tuple[float, int]:
    rows = _rows(text[:100_000], delimiter)
    widths = [len(row.cells) for row, _ in zip(rows, range(_SAMPLE_LINES), strict=False) if not row.is_blank]
    if not widths or widths[0] == 1:
        return (0.0, 0)
    return (sum(1 for width in widths if width == widths[0]) / len(widths), widths[0])


def _rows(text: str, delimiter: str) -> Iterator[TableRow]:
    csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    line = 1
    try:
        for cells in reader:
            yield TableRow(line, tuple(cells))
            line = reader.line_num + 1
    except csv.Error as trouble:
        raise _unreadable(
            translate("tabular", "The file can't be read as a table from line {line} on: {trouble}.").format(
                line=line, trouble=trouble
            )
        ) from trouble


def _open_quote(text: str, delimiter: str, rows: list[TableRow]) -> int | None:
    """A quotation mark that nothing closes swallows the rest of the file as one field."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True)
    try:
        for _ in reader:
            pass
    except csv.Error as trouble:
        return rows[-1].line if "unexpected end of data" in str(trouble) else None
    return None


def _unreadable(message: str) -> InvalidInput:
    return InvalidInput(Problem("", "unreadable", message))
