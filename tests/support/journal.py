"""What a test is about to do, written down before it is done; and what a device said was saved."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict


class DraftLine(TypedDict):
    """A draft as it goes to a device in another process."""

    op: str
    kind: str
    id: str
    fields: dict[str, Any]


@dataclass(frozen=True)
class Entry:
    """One intended change. `mark` is a text that no other change writes; `key` is set once the device called it saved."""

    number: int
    device: str
    op: str
    kind: str
    id: str
    mark: str
    key: str | None = None


class Journal:
    def __init__(self, file: Path) -> None:
        self._file = file.open("a", encoding="utf-8")
        self._entries: list[Entry] = []

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._entries)

    def announce(self, device: str, op: str, kind: str, record_id: str, field: str, **others: Any) -> DraftLine:
        """Write down one change, whose mark goes into `field`; the draft for the device."""
        number = len(self._entries)
        mark = f"mark {number} of {device}"
        self._entries.append(Entry(number, device, op, kind, record_id, mark))
        draft = DraftLine(op=op, kind=kind, id=record_id, fields={**others, field: mark})
        self._write({"number": number, "device": device, **draft})
        return draft

    def acknowledge(self, number: int, key: str) -> None:
        entry = self._entries[number]
        self._entries[number] = Entry(entry.number, entry.device, entry.op, entry.kind, entry.id, entry.mark, key)
        self._write({"number": number, "key": key})

    def close(self) -> None:
        self._file.close()

    def _write(self, line: Mapping[str, Any]) -> None:
        self._file.write(json.dumps(line) + "\n")
        self._file.flush()
