"""Filters of a list that somebody wants again, kept in the profile's folder on this device."""

from pathlib import Path

import msgspec
from msgspec import Struct

from client.files import read_text, write_private
from sync.terms import Stage

MOST = 12


class LeadFilter(Struct, frozen=True, kw_only=True):
    query: str = ""
    stage: Stage | None = None
    source: str | None = None
    sort: str = "newest"
    is_due: bool = False

    @property
    def is_everything(self) -> bool:
        return not (self.query or self.stage or self.source or self.is_due)


class SavedFilters:
    """A file that can't be read is an empty list: a filter is quickly made again."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "lead-filters.json"

    def all(self) -> tuple[LeadFilter, ...]:
        """The last saved first."""
        try:
            return msgspec.json.decode(read_text(self._file) or "[]", type=tuple[LeadFilter, ...])
        except (msgspec.DecodeError, ValueError, OSError):
            return ()

    def save(self, wanted: LeadFilter) -> None:
        self._write((wanted, *(one for one in self.all() if one != wanted)))

    def forget(self, wanted: LeadFilter) -> None:
        self._write(tuple(one for one in self.all() if one != wanted))

    def _write(self, filters: tuple[LeadFilter, ...]) -> None:
        write_private(self._file, msgspec.json.format(msgspec.json.encode(filters[:MOST])))
