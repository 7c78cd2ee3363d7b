"""What two people wrote at once and nobody has decided on yet, beside the value that its field has now."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from storage.database import Tx
from storage.lists import json_list
from storage.queries.marks import Asking, decode_body
from storage.visible import TABLES, typed
from sync.kinds import Kind
from sync.records import Body, Conflict

_SUBJECTS = [kind for kind in (Kind.CUSTOMER, Kind.LEAD, Kind.WORK_ORDER, Kind.ATTACHMENT, Kind.PART) if kind in TABLES]

# What was said of a record that is deleted, or is no longer held here, waits until it comes back.
_IS_HELD = " OR ".join(f"EXISTS (SELECT 1 FROM {kind} AS s WHERE s.id = c.subject_id)" for kind in _SUBJECTS)
UNDECIDED = f"""
FROM conflict AS c WHERE c.is_open = 1 AND c.subject_kind IN (SELECT value FROM json_each(?1)) AND ({_IS_HELD})
"""
_OLDEST_FIRST = "ORDER BY (SELECT k.version FROM confirmed AS k WHERE k.kind = 'conflict' AND k.id = c.id), c.n"
_LIST = f"SELECT c.id, c.body {UNDECIDED} {_OLDEST_FIRST} LIMIT ?2 OFFSET ?3"
_OF_SUBJECT = f"SELECT c.id, c.body {UNDECIDED} AND c.subject_id = ?2 {_OLDEST_FIRST}"
_ONE = f"SELECT c.id, c.body {UNDECIDED} AND c.id = ?2"


@dataclass(frozen=True)
class Undecided:
    """`subject` is the record's body as it shows now."""

    conflict: Conflict
    subject: Body

    @property
    def now(self) -> Any:
        return self.subject.get(self.conflict.field)


class Conflicts(Asking):
    """`kinds` are those whose records the person may change: on those they can decide."""

    def undecided(self, kinds: Iterable[Kind], limit: int = -1, offset: int = 0) -> tuple[Undecided, ...]:
        """The oldest first."""
        return self._ask(_LIST, json_list(kinds), limit, offset)

    def of(self, kinds: Iterable[Kind], subject_id: str) -> tuple[Undecided, ...]:
        return self._ask(_OF_SUBJECT, json_list(kinds), subject_id)

    def find(self, kinds: Iterable[Kind], conflict_id: str) -> Undecided | None:
        return next(iter(self._ask(_ONE, json_list(kinds), conflict_id)), None)

    def _ask(self, sql: str, *values: Any) -> tuple[Undecided, ...]:
        with self._database.read() as tx:
            return tuple(_undecided(tx, conflict_id, body) for conflict_id, body in tx.all(sql, values))


def _undecided(tx: Tx, conflict_id: str, body: bytes) -> Undecided:
    conflict = typed(Kind.CONFLICT, conflict_id, 0, body)
    assert isinstance(conflict, Conflict)
    subject = tx.value(f"SELECT body FROM {Kind(conflict.subject_kind)} WHERE id = ?", (conflict.subject_id,))
    return Undecided(conflict, decode_body(subject))
