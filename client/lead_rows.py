"""From a row of a foreign table to the fields of a lead, or to what is wrong with it."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from client.amounts import is_day_first, parse_date, parse_money
from client.columns import parse_stage
from client.tabular import Table, TableRow
from sync.errors import Problem
from sync.kinds import Kind
from sync.language import translate
from sync.protocol import Op
from sync.rules import field_problems

_JOINED = {"name": " ", "address": ", ", "need": "\n"}


@dataclass(frozen=True)
class ReadRow:
    """`digest` is the same for the same content, whatever file, order of columns or line it stands in."""

    line: int
    fields: dict[str, Any]
    problems: tuple[Problem, ...]
    digest: bytes


class LeadReader:
    def __init__(self, table: Table, mapping: Mapping[str, tuple[int, ...]], currency: str) -> None:
        self._table = table
        self._mapping = mapping
        self._parsers: dict[str, Callable[[str], Any]] = {
            "stage": lambda text: parse_stage(text).value,
            "value": lambda text: msgspec.to_builtins(parse_money(text, currency)),
            "follow_up_on": self._date_parser(),
        }

    def read(self, row: TableRow) -> ReadRow:
        fields: dict[str, Any] = {}
        problems = self._shape_problems(row)
        for field, columns in self._mapping.items():
            text = _joined(field, row, columns)
            if not text:
                continue
            try:
                fields[field] = self._parsers.get(field, str)(text)
            except ValueError as trouble:
                problems.append(Problem(field, "invalid", f"{str(trouble).removesuffix('.')}."))
        unread = {problem.field for problem in problems}
        problems += [p for p in field_problems(Kind.LEAD, Op.CREATE, fields) if p.field not in unread]
        return ReadRow(row.line, fields, tuple(problems), _digest(fields))

    def _shape_problems(self, row: TableRow) -> list[Problem]:
        """Short rows are well meant; a filled cell beyond the headings would be lost, so it is said."""
        problems = []
        if any(cell.strip() for cell in row.cells[len(self._table.columns) :]):
            form = translate("lead_rows", "This row has {cells} cells, more than the table has columns ({columns}).")
            message = form.format(cells=len(row.cells), columns=len(self._table.columns))
            problems.append(Problem("", "ragged", message))
        if row.line == self._table.open_quote_line:
            problems.append(
                Problem(
                    "", "open_quote", translate("lead_rows", "A quotation mark opens in this row and is never closed.")
                )
            )
        return problems

    def _date_parser(self) -> Callable[[str], str]:
        columns = self._mapping.get("follow_up_on", ())
        day_first = is_day_first(_joined("follow_up_on", row, columns) for row in self._table.rows)
        return lambda text: parse_date(text, day_first=day_first).isoformat()


def _joined(field: str, row: TableRow, columns: tuple[int, ...]) -> str:
    cells = (row.cells[column].strip() for column in columns if column < len(row.cells))
    return _JOINED.get(field, " ").join(cell for cell in cells if cell)


def _digest(fields: Mapping[str, Any]) -> bytes:
    content = json.dumps(fields, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(content.encode()).digest()[:16]
