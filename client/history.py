"""Who changed what of a record: all of it with the server's help, else what this device knows of its own."""

from collections.abc import Callable, Mapping
from typing import Any

from client.desk import Desk
from client.people import People
from client.views import FieldChange, HistoryLine, Mark
from storage.queries.sync_lists import ChangeLine, SyncLists
from sync.kinds import Kind
from sync.language import translate
from sync.protocol import History, HistoryEntry


class HistoryDesk:
    def __init__(self, desk: Desk, people: People, changes: SyncLists, ask: Callable[[str, str], History]) -> None:
        self._desk = desk
        self._people = people
        self._changes = changes
        self._ask = ask

    def known(self, record_id: str) -> tuple[HistoryLine, ...]:
        """What was done on this device, the newest first; what was there before is not known here."""
        return tuple(self._own(line) for line in reversed(self._changes.of_record(record_id)))

    def fetch(self, kind: Kind, record_id: str) -> tuple[HistoryLine, ...]:
        """All that the server has, and on top what it has not heard of yet. Raises `NetworkTrouble`."""
        names = self._people.names()
        told = self._ask(kind, record_id)
        unsent = (line for line in self.known(record_id) if line.mark is not Mark.SENT)
        return (*unsent, *(self._told(entry, names) for entry in told.entries))

    def _own(self, line: ChangeLine) -> HistoryLine:
        changes = tuple(FieldChange(name, None, value, knows_before=False) for name, value in line.fields.items())
        return HistoryLine(
            at=line.made_at,
            who=self._desk.profile.name,
            is_mine=True,
            op=line.op,
            kind=line.kind,
            name=line.name or _text(line.fields),
            changes=changes,
            mark=line.mark,
        )

    def _told(self, entry: HistoryEntry, names: Mapping[str, str]) -> HistoryLine:
        changes = tuple(FieldChange(name, before, after) for name, (before, after) in entry.fields.items())
        return HistoryLine(
            at=entry.occurred_at,
            who=names.get(entry.user_id or "", translate("people", "somebody else")),
            is_mine=entry.user_id == self._desk.profile.user_id,
            op=entry.op,
            kind=entry.kind,
            name=entry.name,
            changes=changes,
            mark=Mark.SENT,
        )


def _text(fields: Mapping[str, Any]) -> str:
    return next((str(fields[name]) for name in ("name", "title", "text") if fields.get(name)), "")
