"""The sync screen: what waits, what needs a person, what was sent, and the picture of the last hours."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

from storage.activity import MINUTE
from storage.database import Tx
from storage.lists import json_list
from storage.pending import thaw
from storage.queries.conflicts import UNDECIDED
from storage.queries.marks import Asking, decode_body
from storage.visible import TABLES
from sync.kinds import FOLLOWERS, Kind
from sync.moments import from_us, to_us
from sync.protocol import Mutation, Op
from sync.status import Mark


@dataclass(frozen=True)
class SyncCounts:
    """Records, not operations: ten changes of one lead are one lead. Of more than `EXACT` operations nobody asks how
    many records they are, and telling would make each look at a long queue longer: they count as they are.

    Of what needs attention, `parked` is what the server has not taken; the rest are conflicts.
    """

    saved_here: int
    sending: int
    needs_attention: int
    parked: int
    sent_today: int


@dataclass(frozen=True)
class ChangeLine:
    """One change as a person reads it. `name` is the record's, empty where it has none; `tries` counts deliveries."""

    key: str
    op: Op
    kind: str
    id: str
    name: str
    fields: Mapping[str, Any]
    made_at: datetime
    mark: Mark
    group: str | None = None
    tries: int = 0


@dataclass(frozen=True)
class AttentionLine:
    """What the server said to a change. `field_errors` is by field; `theirs` has the server's values in conflict.

    `cause` is the key that this one is held behind; `held` counts what in turn is held behind this.
    """

    change: ChangeLine
    outcome: str
    code: str
    message: str
    parked_at: datetime
    field_errors: Mapping[str, str] = field(default_factory=dict)
    theirs: Mapping[str, Any] = field(default_factory=dict)
    cause: str | None = None
    held: int = 0


@dataclass(frozen=True)
class TrashLine:
    """`root` names all that went to the trash together; it comes back together."""

    change: ChangeLine
    root: str
    why: str
    trashed_at: datetime


@dataclass(frozen=True)
class Minute:
    at: datetime
    sent: int
    received: int


@dataclass(frozen=True)
class Contact:
    """From this instant on the server was, or was not, within reach."""

    at: datetime
    is_online: bool


EXACT = 2_000

_FIRST = "SELECT count(*), count(DISTINCT id) FROM (SELECT id FROM {rows} LIMIT ?2)"
_SAVED = "outbox WHERE is_withdrawn = 0 AND seq > ?1"
_ALL_SAVED = "SELECT (SELECT max(seq) FROM outbox) - max(?1, (SELECT min(seq) FROM outbox) - 1)"
_SENDING = "SELECT count(DISTINCT id) FROM outbox WHERE is_withdrawn = 0 AND seq <= ?"
_PARKED = "SELECT count(*) FROM (SELECT DISTINCT id FROM attention)"
_ATTENDED = f"SELECT count(*) FROM (SELECT id FROM attention UNION SELECT c.subject_id {UNDECIDED})"
_SENT_SINCE = "sent WHERE sent_at >= ?1"
_ALL_SENT = f"SELECT sum(sent) FROM activity WHERE minute >= ?1 / {MINUTE}"
_WAITING = "SELECT frozen, seq FROM outbox WHERE is_withdrawn = 0 ORDER BY seq LIMIT ? OFFSET ?"
_LATEST = "SELECT frozen, seq FROM outbox WHERE is_withdrawn = 0 AND kind <> 'location' ORDER BY seq DESC LIMIT 1"
_QUEUED = "SELECT frozen, seq FROM outbox WHERE is_withdrawn = 0 AND key = ?"
_SENT = "SELECT frozen, sent_at FROM sent ORDER BY place DESC LIMIT ? OFFSET ?"
_ATTENTION = """
SELECT a.frozen, a.outcome, a.code, a.message, a.parked_at, a.fields, a.theirs, a.cause,
    (WITH RECURSIVE behind (key) AS (
        SELECT a.key UNION SELECT h.key FROM attention AS h JOIN behind AS b ON h.cause = b.key LIMIT 1000
    ) SELECT count(*) - 1 FROM behind),
    (WITH RECURSIVE former (key) AS (
        SELECT a.key UNION SELECT s.key FROM successor AS s JOIN former AS f ON s.next_key = f.key
    ) SELECT count(*) FROM former)
FROM attention AS a {where} ORDER BY a.place LIMIT ? OFFSET ?
"""
_TRASH = "SELECT frozen, root, why, trashed_at FROM trash ORDER BY trashed_at DESC, place LIMIT ? OFFSET ?"
_BELONGS = sorted(kind.value for kind in FOLLOWERS - {Kind.CONFLICT})
_FAMILY = " UNION ALL ".join(f"SELECT id FROM {kind} WHERE subject_id = ?1" for kind in _BELONGS)
_OF_RECORD = f"""
WITH family (id) AS (SELECT ?1 UNION ALL {_FAMILY})
SELECT frozen, place, seq FROM outbox WHERE is_withdrawn = 0 AND id IN family
UNION ALL SELECT frozen, place, NULL FROM sent WHERE id IN family
ORDER BY place
"""
_NAMED: dict[str, str] = {Kind.LEAD: "name", Kind.CUSTOMER: "name", Kind.WORK_ORDER: "title", Kind.PART: "name"}


class SyncLists(Asking):
    def counts(self, today: datetime, decidable: Iterable[Kind] = ()) -> SyncCounts:
        """`today` is when the day began; on conflicts about `decidable` records this person can decide."""
        up_to, since = self._deliveries.up_to, to_us(today)
        with self._database.read() as tx:
            return SyncCounts(
                saved_here=_records(tx, _SAVED, up_to, _ALL_SAVED),
                sending=tx.value(_SENDING, (up_to,)),
                needs_attention=tx.value(_ATTENDED, (json_list(decidable),)),
                parked=tx.value(_PARKED),
                sent_today=_records(tx, _SENT_SINCE, since, _ALL_SENT),
            )

    def waiting(self, limit: int, offset: int = 0) -> tuple[ChangeLine, ...]:
        """In the order in which they go out."""
        return self._queued(_WAITING, (limit, offset))

    def latest(self) -> ChangeLine | None:
        """What somebody recorded last, of all that waits; where that was follows by itself."""
        return next(iter(self._queued(_LATEST, ())), None)

    def queued(self, key: str) -> ChangeLine | None:
        """A change that waits, by its key."""
        return next(iter(self._queued(_QUEUED, (key,))), None)

    def sent(self, limit: int, offset: int = 0) -> tuple[tuple[ChangeLine, datetime], ...]:
        """The newest first, each with when the server confirmed it."""
        with self._database.read() as tx:
            rows = [(thaw(frozen), at) for frozen, at in tx.all(_SENT, (limit, offset))]
            names = _names(tx, [mutation for mutation, _ in rows])
        return tuple((_line(m, names, Mark.SENT), from_us(at)) for m, at in rows)

    def attention(self, limit: int = 1_000, offset: int = 0) -> tuple[AttentionLine, ...]:
        """In the order in which they were made: a cause comes before what is held behind it."""
        return self._attention("", (limit, offset))

    def parked(self, key: str) -> AttentionLine | None:
        """One change that needs a person, by its key."""
        return next(iter(self._attention("WHERE a.key = ?", (key, -1, 0))), None)

    def of_record(self, record_id: str) -> tuple[ChangeLine, ...]:
        """What was changed here of a record and what belongs to it, as far back as it is kept; the oldest first."""
        with self._database.read() as tx:
            rows = [(thaw(frozen), seq) for frozen, _, seq in tx.all(_OF_RECORD, (record_id,))]
            names = _names(tx, [mutation for mutation, _ in rows])
        up_to = self._deliveries.up_to
        marks = (Mark.SENT if seq is None else Mark.SENDING if seq <= up_to else Mark.SAVED_HERE for _, seq in rows)
        return tuple(_line(mutation, names, mark) for (mutation, _), mark in zip(rows, marks, strict=True))

    def attention_of(self, record_id: str) -> tuple[AttentionLine, ...]:
        """What needs a person on one record."""
        return self._attention("WHERE a.id = ?", (record_id, -1, 0))

    def waiting_since(self, record_id: str) -> datetime | None:
        """When the oldest change of a record was made that the server has not answered yet."""
        with self._database.read() as tx:
            at = tx.value("SELECT min(occurred_at) FROM outbox WHERE id = ? AND is_withdrawn = 0", (record_id,))
        return None if at is None else from_us(at)

    def _queued(self, sql: str, values: tuple[Any, ...]) -> tuple[ChangeLine, ...]:
        deliveries = self._deliveries
        with self._database.read() as tx:
            rows = [(thaw(frozen), seq) for frozen, seq in tx.all(sql, values)]
            names = _names(tx, [mutation for mutation, _ in rows])
        marks = (Mark.SENDING if seq <= deliveries.up_to else Mark.SAVED_HERE for _, seq in rows)
        return tuple(
            _line(mutation, names, mark, deliveries.tries(seq))
            for (mutation, seq), mark in zip(rows, marks, strict=True)
        )

    def _attention(self, where: str, values: tuple[Any, ...]) -> tuple[AttentionLine, ...]:
        with self._database.read() as tx:
            rows = [(thaw(frozen), *rest) for frozen, *rest in tx.all(_ATTENTION.format(where=where), values)]
            names = _names(tx, [row[0] for row in rows])
        return tuple(_attention_line(names, *row) for row in rows)

    def trash(self, limit: int = 1_000, offset: int = 0) -> tuple[TrashLine, ...]:
        with self._database.read() as tx:
            rows = [(thaw(frozen), *rest) for frozen, *rest in tx.all(_TRASH, (limit, offset))]
            names = _names(tx, [row[0] for row in rows])
        return tuple(
            TrashLine(_line(mutation, names, Mark.NEEDS_ATTENTION), root, why, from_us(at))
            for mutation, root, why, at in rows
        )

    def activity(self, since: datetime) -> tuple[Minute, ...]:
        """Only minutes in which something went out or came in."""
        with self._database.read() as tx:
            rows = tx.all(
                "SELECT minute, sent, received FROM activity WHERE minute >= ? ORDER BY minute",
                (to_us(since) // MINUTE,),
            )
        return tuple(Minute(from_us(minute * MINUTE), sent, received) for minute, sent, received in rows)

    def contacts(self, since: datetime) -> tuple[Contact, ...]:
        """Each change between within reach and not, with the last one before `since`."""
        with self._database.read() as tx:
            rows = tx.all(
                "SELECT at, is_online FROM reach"
                " WHERE at >= coalesce((SELECT max(at) FROM reach WHERE at <= ?1), 0) ORDER BY at",
                (to_us(since),),
            )
        return tuple(Contact(from_us(at), bool(is_online)) for at, is_online in rows)

    def last_contact(self) -> datetime | None:
        with self._database.read() as tx:
            at = tx.value("SELECT last_contact FROM sync_state")
        return None if at is None else from_us(at)


def _records(tx: Tx, rows: str, beyond: int, many: str) -> int:
    """How many records these rows are about; where there are many rows, how many rows."""
    operations, records = tx.one(_FIRST.format(rows=rows), (beyond, EXACT + 1)) or (0, 0)
    return int(records if operations <= EXACT else tx.value(many, (beyond,)))


def _line(mutation: Mutation, names: Mapping[str, str], mark: Mark, tries: int = 0) -> ChangeLine:
    name = names.get(mutation.id) or str(mutation.fields.get(_NAMED.get(mutation.kind, ""), ""))
    return ChangeLine(
        key=mutation.key,
        op=mutation.op,
        kind=mutation.kind,
        id=mutation.id,
        name=name,
        fields=mutation.fields,
        made_at=mutation.occurred_at,
        mark=mark,
        group=mutation.group,
        tries=tries,
    )


def _attention_line(
    names: Mapping[str, str],
    mutation: Mutation,
    outcome: str,
    code: str,
    message: str,
    parked_at: int,
    fields: str,
    theirs: str,
    cause: str | None,
    held: int,
    tries: int,
) -> AttentionLine:
    return AttentionLine(
        change=_line(mutation, names, Mark.NEEDS_ATTENTION, tries),
        outcome=outcome,
        code=code,
        message=message,
        parked_at=from_us(parked_at),
        field_errors=msgspec.json.decode(fields, type=dict[str, str]),
        theirs=msgspec.json.decode(theirs, type=dict[str, Any]),
        cause=cause,
        held=held,
    )


def _names(tx: Tx, mutations: list[Mutation]) -> dict[str, str]:
    """What the records are called on the screens now."""
    names: dict[str, str] = {}
    for kind, name in _NAMED.items():
        ids = {mutation.id for mutation in mutations if mutation.kind == kind}
        table = TABLES[Kind(kind)].name
        sql = f"SELECT v.id, v.body FROM json_each(?) AS wanted CROSS JOIN {table} AS v ON v.id = wanted.value"
        rows = tx.all(sql, (json_list(ids),)) if ids else ()
        names |= {record_id: str(decode_body(body).get(name, "")) for record_id, body in rows}
    return names
