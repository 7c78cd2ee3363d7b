"""What a test is about to do, written down before it is done; and what a device said was saved."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
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
    """One intended change. `mark` is a text that no other change writes; `key` comes when the device calls it saved."""

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

    def acknowledge(self, number: int, key: str) -> Entry:
        self._entries[number] = replace(self._entries[number], key=key)
        self._write({"number": number, "key": key})
        return self._entries[number]

    @staticmethod
    def read(file: Path) -> tuple[Entry, ...]:
        """What another process has written down."""
        entries: dict[int, Entry] = {}
        for line in map(json.loads, file.read_text("utf-8").splitlines()):
            number = line["number"]
            if "key" in line:
                entries[number] = replace(entries[number], key=line["key"])
            else:
                entries[number] = Entry(number, line["device"], line["op"], line["kind"], line["id"], _mark_in(line))
        return tuple(entries.values())

    def close(self) -> None:
        self._file.close()

    def _write(self, line: Mapping[str, Any]) -> None:
        self._file.write(json.dumps(line) + "\n")
        self._file.flush()


def number_of(draft: DraftLine) -> int:
    """Under which number a draft was announced."""
    return int(_mark_in(draft).split()[1])


def _mark_in(draft: Mapping[str, Any]) -> str:
    return next(value for value in draft["fields"].values() if str(value).startswith("mark "))
