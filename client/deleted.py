"""What was deleted in the last 30 days, by whomever, and how it comes back."""

from datetime import datetime, timedelta

from client.desk import Desk
from client.sentences import kind_name, name_in
from client.views import DeletedRecord
from storage.queries.deleted import Buried, Deleted
from sync.errors import InvalidInput, Problem
from sync.kinds import Kind
from sync.language import translate
from sync.protocol import Op
from sync.rules import may

KEPT = timedelta(days=30)
_ALL = -1
# What others refer to comes back first.
_ORDER = {kind.value: place for place, kind in enumerate(Kind)}


class DeletedDesk:
    def __init__(self, desk: Desk, deleted: Deleted) -> None:
        self._desk = desk
        self._deleted = deleted

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What this person may bring back."""
        return tuple(kind for kind in Kind if may(self._desk.profile.role, Op.RESTORE, kind))

    def list(self, offset: int = 0, limit: int = 1_000) -> tuple[DeletedRecord, ...]:
        """The latest first; empty for everybody who may not bring anything back."""
        return tuple(map(_view, self._read(limit, offset)))

    def bring_back(self, *ids: str) -> int:
        """Undo these deletions, as far as they are not undone yet; how many that were."""
        found = [one for one in self._read(_ALL) if one.id in ids]
        if not found:
            raise InvalidInput(
                Problem("", "gone", translate("deleted", "This is not among what was deleted in the last 30 days."))
            )
        found.sort(key=lambda one: _ORDER[one.kind])
        self._desk.save(*(self._desk.draft(Op.RESTORE, Kind(one.kind), one.id, {}) for one in found))
        return len(found)

    def _read(self, limit: int, offset: int = 0) -> tuple[Buried, ...]:
        kinds = [kind.value for kind in self.kinds]
        return self._deleted.since(self._server_time() - KEPT, kinds, limit, offset) if kinds else ()

    def _server_time(self) -> datetime:
        """The server dates deletions; this device's clock may be off."""
        known = self._desk.server_clock.known
        return self._desk.clock.now() + timedelta(milliseconds=known.offset_ms if known else 0)


def _view(one: Buried) -> DeletedRecord:
    return DeletedRecord(Kind(one.kind), one.id, kind_name(one.kind), name_in(one.body), one.deleted_at)
