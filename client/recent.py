"""The records that were opened last on this device, for whoever wants to go back to one."""

import json
from pathlib import Path
from threading import Lock

from client.files import read_text, write_private
from client.searching import Search
from client.views import SearchHit
from sync.ids import is_id
from sync.kinds import Kind

MOST = 12
_Opened = tuple[Kind, str]


class Recent:
    """Kept in the profile's folder; which records there are is nobody's business but this device's."""

    def __init__(self, folder: Path, search: Search) -> None:
        self._file = folder / "recent.json"
        self._search = search
        self._lock = Lock()
        self._opened = _read(self._file)

    def add(self, kind: Kind, record_id: str) -> None:
        """It was opened just now."""
        with self._lock:
            opened = (kind, record_id)
            if self._opened[:1] == (opened,):
                return
            self._opened = (opened, *(other for other in self._opened if other != opened))[:MOST]
            write_private(self._file, json.dumps([[kind.value, key] for kind, key in self._opened]).encode())

    def hits(self, limit: int = MOST) -> tuple[SearchHit, ...]:
        """Last opened first; what is not on this device any more is left out."""
        found = (self._search.hit(kind, record_id) for kind, record_id in self._opened)
        return tuple(hit for hit in found if hit is not None)[:limit]


def _read(file: Path) -> tuple[_Opened, ...]:
    """A list that can't be read is no list: nothing depends on it."""
    try:
        pairs = json.loads(read_text(file) or "[]")
        return tuple((Kind(kind), key) for kind, key in pairs if is_id(key))[:MOST]
    except (ValueError, TypeError, OSError):
        return ()
