"""What was made, as the driver announced it, and what the server has, as its own file says."""

import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from client.ledger import Applied, Made

_CREATED = """
SELECT r.created_version, r.kind, r.id, r.body FROM record AS r
JOIN stream AS s ON s.org = r.org AND s.number = r.created_stream WHERE s.device_id = ?
"""
_CHANGED = """
SELECT a.version, a.kind, a.op, a.id, a.before FROM audit AS a
JOIN stream AS s ON s.org = a.org AND s.number = a.stream
WHERE s.device_id = ? AND a.op <> 'create' AND a.outcome = 'applied'
"""


class Journal:
    """Written, and flushed to the disk, before each action."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._count = 0

    def announce(self, kind: str, op: str, fields: Mapping[str, Any]) -> None:
        self._count += 1
        line = json.dumps({"number": self._count, "kind": kind, "op": op, "fields": fields})
        with self._file.open("a", encoding="utf-8") as stream:
            stream.write(line + "\n")
            stream.flush()
            os.fsync(stream.fileno())

    def made(self) -> list[Made]:
        lines = self._file.read_text("utf-8").splitlines()
        return [Made(**json.loads(line)) for line in lines]


def read_applied(database: Path, device_id: str) -> list[Applied]:
    """Everything that one device has brought about, read past the server's own code."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        effects = [*_created(connection, device_id), *_changed(connection, device_id)]
    return sorted(effects, key=lambda effect: effect.position)


def _created(connection: sqlite3.Connection, device_id: str) -> Iterator[Applied]:
    for version, kind, record_id, body in connection.execute(_CREATED, (device_id,)):
        yield Applied(version, kind, "create", {**json.loads(body), "id": record_id})


def _changed(connection: sqlite3.Connection, device_id: str) -> Iterator[Applied]:
    for version, kind, op, record_id, before in connection.execute(_CHANGED, (device_id,)):
        replaced = {f"before.{name}": value for name, value in json.loads(before or "{}").items()}
        yield Applied(version, kind, op, {**replaced, "id": record_id})
