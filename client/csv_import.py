"""Leads out of a foreign file: look first, then take in what is good, once."""

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from client.columns import FIELDS, guess_mapping
from client.lead_rows import LeadReader, ReadRow
from client.tabular import Table, read_table
from storage.import_undo import TakenBack
from storage.outbox import Draft, ImportRow
from storage.profile import Profile
from storage.visible import email_key, phone_key
from sync.errors import InvalidInput, Problem
from sync.ids import NewId
from sync.kinds import Kind
from sync.language import translate
from sync.protocol import Op

__all__ = ["ImportResult", "LeadImport", "Lookalike", "Preview", "RowProblem", "TakenBack"]

_KNOWN_CHUNK = 500

Progress = Callable[[int, int], None]
FindDuplicate = Callable[[str, str], str | None]


@dataclass(frozen=True)
class RowProblem:
    line: int
    field: str
    message: str


@dataclass(frozen=True)
class Lookalike:
    """A row that looks like another one; `because` says which."""

    line: int
    because: str


@dataclass(frozen=True)
class Preview:
    """What an import would do; `mapping` names the file's columns for each field of a lead."""

    table: Table
    mapping: Mapping[str, tuple[int, ...]]
    good: tuple[ReadRow, ...]
    problems: tuple[RowProblem, ...]
    lookalikes: tuple[Lookalike, ...]
    repeated: tuple[Lookalike, ...]
    already_imported: int

    @property
    def columns(self) -> dict[str, tuple[str, ...]]:
        return {field: tuple(self.table.columns[column] for column in used) for field, used in self.mapping.items()}

    @property
    def unused(self) -> tuple[str, ...]:
        used = {column for columns in self.mapping.values() for column in columns}
        return tuple(name for column, name in enumerate(self.table.columns) if column not in used)


@dataclass(frozen=True)
class ImportResult:
    """`ids` of the leads that are new; `LeadImport.undo` takes them."""

    ids: tuple[str, ...]
    already_imported: int
    left_out: int
    is_cancelled: bool

    @property
    def added(self) -> int:
        return len(self.ids)


class LeadImport:
    """One import: `preview`, perhaps with another mapping, then `run`, which `cancel` ends after the current rows.

    `undo` takes all of it back, wherever it has got to meanwhile.
    """

    def __init__(
        self, file: Profile, new_id: NewId, currency: str, find_duplicate: FindDuplicate, *, may_delete: bool
    ) -> None:
        self._file = file
        self._outbox = file.outbox
        self._may_delete = may_delete
        self._new_id = new_id
        self._currency = currency
        self._find_duplicate = find_duplicate
        self._cancelled = threading.Event()

    def preview(self, content: bytes, mapping: Mapping[str, tuple[int, ...]] | None = None) -> Preview:
        table = read_table(content)
        chosen = guess_mapping(table) if mapping is None else _checked(table, mapping)
        if "name" not in chosen:
            columns = ", ".join(table.columns) or translate("csv_import", "none")
            message = translate(
                "csv_import", "No column looks like the lead's name. The file has these columns: {columns}."
            ).format(columns=columns)
            raise InvalidInput(Problem("name", "no_column", message))
        reader = LeadReader(table, chosen, self._currency)
        rows = [reader.read(row) for row in table.rows]
        good, repeated = _first_of_each([row for row in rows if not row.problems])
        known = self._known(good)
        fresh = tuple(row for row in good if row.digest not in known)
        return Preview(
            table=table,
            mapping=chosen,
            good=fresh,
            problems=tuple(RowProblem(row.line, p.field, p.message) for row in rows for p in row.problems),
            lookalikes=tuple(self._lookalikes(fresh)),
            repeated=repeated,
            already_imported=len(good) - len(fresh),
        )

    def run(self, preview: Preview, *, skip_lookalikes: bool = False, progress: Progress | None = None) -> ImportResult:
        """Save the good rows as leads, some hundred per transaction; each row's digest is saved with it."""
        alike = {lookalike.line for lookalike in preview.lookalikes} if skip_lookalikes else set()
        wanted = [row for row in preview.good if row.line not in alike]
        total = len(wanted)
        imported = self._outbox.import_rows(
            self._drafts(wanted), None if progress is None else lambda done: progress(done, total)
        )
        return ImportResult(
            ids=imported.made,
            already_imported=preview.already_imported + imported.known,
            left_out=len(preview.good) - total,
            is_cancelled=self._cancelled.is_set(),
        )

    def cancel(self) -> None:
        """What is in already stays; the same file can be imported again and goes on from there."""
        self._cancelled.set()

    def undo(self, result: ImportResult, progress: Progress | None = None) -> TakenBack:
        """Withdraw what has not been sent and delete what has been, so that the file may be imported again."""
        total = len(result.ids)
        told = None if progress is None else lambda done: progress(done, total)
        return self._file.import_undo.take_back(result.ids, may_delete=self._may_delete, progress=told)

    def _drafts(self, rows: list[ReadRow]) -> Iterator[ImportRow]:
        for row in rows:
            if self._cancelled.is_set():
                return
            yield ImportRow(row.digest, Draft(Op.CREATE, Kind.LEAD, self._new_id(), row.fields))

    def _known(self, rows: list[ReadRow]) -> frozenset[bytes]:
        digests = [row.digest for row in rows]
        chunks = (digests[start : start + _KNOWN_CHUNK] for start in range(0, len(digests), _KNOWN_CHUNK))
        return frozenset(digest for chunk in chunks for digest in self._outbox.knows(chunk))

    def _lookalikes(self, rows: tuple[ReadRow, ...]) -> Iterator[Lookalike]:
        seen: dict[tuple[str, str], int] = {}
        for row in rows:
            phone, email = str(row.fields.get("phone", "")), str(row.fields.get("email", ""))
            keys = [key for key in (("phone", phone_key(phone)), ("e-mail", email_key(email))) if key[1]]
            same = next((key for key in keys if key in seen), None)
            because = _same_as(same[0], seen[same]) if same else self._find_duplicate(phone, email)
            if because is not None:
                yield Lookalike(row.line, because)
            for key in keys:
                seen.setdefault(key, row.line)


def _same_as(field: str, line: int) -> str:
    phone, email = (
        translate("csv_import", "Same phone as line {line}."),
        translate("csv_import", "Same e-mail as line {line}."),
    )
    return (phone if field == "phone" else email).format(line=line)


def _first_of_each(rows: list[ReadRow]) -> tuple[list[ReadRow], tuple[Lookalike, ...]]:
    """Rows of the same content are one lead; the later ones are named."""
    first: dict[bytes, ReadRow] = {}
    repeated = []
    for row in rows:
        known = first.setdefault(row.digest, row)
        if known is not row:
            repeated.append(
                Lookalike(row.line, translate("csv_import", "The same as line {line}.").format(line=known.line))
            )
    return list(first.values()), tuple(repeated)


def _checked(table: Table, mapping: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    for field, columns in mapping.items():
        if field not in FIELDS or any(not 0 <= column < len(table.columns) for column in columns):
            raise InvalidInput(
                Problem(
                    field, "no_column", translate("csv_import", "{field} can't be read from there.").format(field=field)
                )
            )
    return {field: columns for field, columns in mapping.items() if columns}
