"""A copy of what the server doesn't have yet: a table for people, or lines of JSON that hold every byte."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from client.desk import Desk
from client.files import write_private
from client.sentences import kind_name, what
from client.spreadsheet import write_table
from client.views import Mark
from storage.export import read_unsent
from sync.protocol import Mutation

_COLUMNS = ("Made", "Kind", "Change", "State", "Reason", "Fields", "Record id")
_read: Any = msgspec.json.Decoder(Mutation).decode


def save_copy(desk: Desk, path: Path) -> int:
    """Named `….csv` it is a table, else lines of JSON; how many changes there were. Nothing leaves the queue."""
    if path.suffix.lower() == ".csv":
        return write_table(path, _COLUMNS, _rows(desk))
    lines = [one.frozen for one in read_unsent(desk.file.database)]
    write_private(path, b"".join(line + b"\n" for line in lines))
    return len(lines)


def _rows(desk: Desk) -> Iterator[tuple[str, ...]]:
    for one in read_unsent(desk.file.database):
        mutation: Mutation = _read(one.frozen)
        yield (
            f"{desk.local(mutation.occurred_at):%Y-%m-%d %H:%M:%S}",
            kind_name(mutation.kind),
            what(mutation, desk.local),
            str(Mark.NEEDS_ATTENTION if one.is_parked else Mark.SAVED_HERE),
            one.message,
            "; ".join(f"{name}: {_plain(value)}" for name, value in mutation.fields.items()),
            mutation.id,
        )


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
