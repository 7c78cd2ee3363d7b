"""What a person has just saved: whether each change says truly what its author saw and what it builds on."""

from collections.abc import Sequence
from typing import Any, Protocol

from simulation.journal import PUNCH, Entry, read_entry
from simulation.oracle.promises import require
from sync.protocol import Op

_REFERENCES = ("customer_id", "subject_id", "merged_into")
_BEFORE = """
SELECT place, frozen, 0 FROM outbox WHERE is_withdrawn = 0 AND place < ?1
UNION ALL SELECT place, frozen, 1 FROM attention WHERE place < ?1 ORDER BY 1
"""


class Table(Protocol):
    name: str

    def all(self, sql: str, *values: object) -> list[tuple[Any, ...]]: ...


def check_minted(device: Table, entries: Sequence[Entry]) -> None:
    first = device.all("SELECT place FROM outbox WHERE key = ?", entries[0].key)[0][0]
    pending = [
        (read_entry("", "", bytes(frozen)), bool(is_parked))
        for _, frozen, is_parked in device.all(_BEFORE, first)
    ]
    for entry in entries:
        _names_what_was_seen(device, entry, [one for one, _ in pending if one.id == entry.id])
        _names_what_it_builds_on(device, entry, pending)
        pending.append((entry, False))


def _names_what_was_seen(device: Table, entry: Entry, earlier: list[Entry]) -> None:
    """A field under own unsettled changes was last seen by the earliest of them."""
    rows = device.all("SELECT version FROM confirmed WHERE kind = ? AND id = ?", entry.kind, entry.id)
    version = rows[0][0] if rows else 0
    for name in entry.fields:
        writer = next((one for one in earlier if name in one.fields), None)
        seen = version if writer is None else writer.seen(name)
        about = (device.name, entry, name, seen)
        require("a change names what its author saw", is_kept=entry.seen(name) == seen, about=about)


def _names_what_it_builds_on(device: Table, entry: Entry, pending: list[tuple[Entry, bool]]) -> None:
    if entry.kind == PUNCH:
        require("a change names what it builds on", is_kept=not entry.after, about=(device.name, entry))
        return
    unsettled = [one.key for one, is_parked in pending if one.id == entry.id and not is_parked]
    wanted = set(unsettled[-1:])
    referred = {entry.fields.get(name) for name in _REFERENCES} - {None}
    wanted |= {one.key for one, _ in pending if one.id in referred and one.op is Op.CREATE}
    is_kept = wanted <= set(entry.after)
    require("a change names what it builds on", is_kept=is_kept, about=(device.name, entry, wanted))

