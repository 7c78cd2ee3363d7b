"""How long who has worked on which job: computed from punches, and written on the work order itself.

Whoever gets a work order holds their own punches and nobody else's. Of the others' time the job's history needs a name
and a duration, so that much stands on the order and goes wherever it goes; when somebody came, left or ate does not.

A new punch can only alter the stretch between two clock-outs around it (`sync.timekeeping.span`), so no more is read.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, Select, bindparam, delete, func, select

from server_stub.chronicle import OF_THE_SERVER
from server_stub.database import Sql
from server_stub.ledger import Line
from server_stub.membership import follow
from server_stub.schema import clocking, record, stint
from server_stub.shelf import open_book, write_book
from sync.ids import NewId
from sync.kinds import Kind
from sync.moments import from_us, to_ms, to_us
from sync.protocol import Mutation, Op, Outcome
from sync.records import Organisation, Punch, read
from sync.terms import Action
from sync.timekeeping import Activity, Recomputed, Span, TimeEntry, recompute, touched

_FIELD = "time_spent"
_FAR_PAST, _FAR_FUTURE = -(2**62), 2**62

_c, _r, _s = clocking.c, record.c, stint.c
_OF_USER = (_c.org == bindparam("org")) & (_c.user_id == bindparam("user_id"))
_PUNCH = (_r.org == bindparam("org")) & (_r.kind == Kind.PUNCH.value)
_IS_PLAIN_OUT = (_c.action == Action.CLOCK_OUT.value) & _c.id.not_in(bindparam("named", expanding=True))
_SELECT_NAMED = select(_r.id, _r.version, _r.body).where(_PUNCH, _r.id.in_(bindparam("ids", expanding=True)))
_SELECT_PUNCHES = (
    select(_r.id, _r.version, _r.body).join(record, _PUNCH & (_r.id == _c.id)).select_from(clocking).where(_OF_USER)
)
_SELECT_CORRECTIONS = _SELECT_PUNCHES.where(_c.target_id.is_not(None))
_SELECT_STRETCH = _SELECT_PUNCHES.where(_c.at >= bindparam("low"), _c.at <= bindparam("high"))
_SELECT_OUTS = select(
    select(func.max(_c.at)).where(_OF_USER, _c.at < bindparam("first"), _IS_PLAIN_OUT).scalar_subquery(),
    select(func.min(_c.at)).where(_OF_USER, _c.at > bindparam("last"), _IS_PLAIN_OUT).scalar_subquery(),
)
_SELECT_SETTINGS = select(_r.id, _r.version, _r.body).where(
    _r.org == bindparam("org"), _r.kind == Kind.ORGANISATION.value
)
_STALE = (_s.org == bindparam("which")) & _s.punch_id.in_(bindparam("stale", expanding=True))
_SELECT_STALE = select(_s.work_order_id, _s.punch_id, _s.milliseconds).where(_STALE)
_DELETE_STALE = delete(stint).where(_STALE)
_SELECT_SUMS = (
    select(_s.work_order_id, _s.user_id, func.sum(_s.milliseconds))
    .where(_s.org == bindparam("org"), _s.work_order_id.in_(bindparam("orders", expanding=True)))
    .group_by(_s.work_order_id, _s.user_id)
    .order_by(_s.work_order_id, _s.user_id)
)


@dataclass(frozen=True)
class TimeBook:
    """Keeps one organisation's time on work orders, within the transaction that brought the punches."""

    connection: Connection
    sql: Sql
    org: int
    new_id: NewId
    at: datetime

    def follow(self, punches: Sequence[str], arrived: Sequence[str]) -> int | None:
        """Bring work orders up to date with what has come; the last version that this took, if any.

        Punches may be here sooner than the order that they name, and may be taken back while it is deleted.
        """
        worked_on = self._clock(punches) if punches else set()
        if not worked_on and not arrived:
            return None
        orders = worked_on.union(arrived)
        return self._write(orders, self._sums(orders))

    def _clock(self, punch_ids: Sequence[str]) -> set[str]:
        """Compute again what these punches touch; the work orders whose time may be another now."""
        by_user: dict[str, list[Punch]] = defaultdict(list)
        for punch in self._punches(_SELECT_NAMED, ids=punch_ids):
            by_user[punch.user_id].append(punch)
        new = [punch for punches in by_user.values() for punch in punches]
        # One that is tried again, although it had arrived, is known already.
        self.sql.upsert(self.connection, clocking, [_clocking(self.org, punch) for punch in new])
        settings = self._settings()
        worked_on: set[str] = set()
        for user_id, punches in by_user.items():
            worked_on |= self._replace(user_id, self._recompute(user_id, punches, settings))
        return worked_on

    def _recompute(self, user_id: str, changed: list[Punch], settings: Organisation) -> Recomputed:
        corrections = self._punches(_SELECT_CORRECTIONS, user_id=user_id)
        named = {punch.target_id for punch in corrections if punch.target_id is not None}
        if named:
            found = self._punches(_SELECT_NAMED, ids=sorted(named))
            corrections += [punch for punch in found if punch.user_id == user_id]
        first, last = (to_us(moment) for moment in touched(changed, corrections))
        values = {"org": self.org, "user_id": user_id, "named": sorted(named), "first": first, "last": last}
        after, until = self.connection.execute(_SELECT_OUTS, values).one()
        span = Span(None if after is None else from_us(after), None if until is None else from_us(until))
        low, high = _FAR_PAST if after is None else after, _FAR_FUTURE if until is None else until
        stretch = self._punches(_SELECT_STRETCH, user_id=user_id, low=low, high=high)
        return recompute((*stretch, *corrections), changed, span, settings)

    def _replace(self, user_id: str, computed: Recomputed) -> set[str]:
        """Write what is another now; the work orders that this concerns."""
        looked_at = {"which": self.org, "stale": sorted(computed.stale)}
        before = {(order, punch): length for order, punch, length in self.connection.execute(_SELECT_STALE, looked_at)}
        after = _stints(computed.entries)
        gone = {key: length for key, length in before.items() if after.get(key) != length}
        new = {key: length for key, length in after.items() if before.get(key) != length}
        if gone:
            stale = {"which": self.org, "stale": sorted(punch for _order, punch in gone)}
            self.connection.execute(_DELETE_STALE, stale)
        rows = [(self.org, order, user_id, punch, length) for (order, punch), length in new.items()]
        self.sql.insert(self.connection, stint, rows)
        return {order for order, _punch in (*gone, *new)}

    def _sums(self, orders: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
        sums: dict[str, list[dict[str, Any]]] = defaultdict(list)
        wanted = {"org": self.org, "orders": sorted(orders)}
        for order, user_id, length in self.connection.execute(_SELECT_SUMS, wanted):
            if seconds := int(length) // 1_000:
                sums[order].append({"user_id": user_id, "seconds": seconds})
        return dict(sums)

    def _write(self, orders: Iterable[str], sums: Mapping[str, Any]) -> int | None:
        """A change of the server's own, with its audit record and its event. Like all of those it gets no stamp: it is
        nobody's edit, so that nobody's edit or deletion conflicts with it."""
        mutations = [self._mutation(order, sums.get(order, [])) for order in sorted(orders)]
        book = open_book(self.connection, self.org, [Line(m.key, 0, mutation=m) for m in mutations], OF_THE_SERVER)
        began, received = book.version, to_ms(self.at)
        for mutation in mutations:
            ref = Kind.WORK_ORDER, mutation.id
            before = book.records.get(ref)
            if before is None or before.is_deleted or before.body.get(_FIELD, []) == mutation.fields[_FIELD]:
                continue
            book.version += 1
            book.put_record(ref, replace(before, version=book.version, body={**before.body, **mutation.fields}))
            follow(book, ref, before, mutation, book.version)
            moments = received, received
            name = f"{Kind.WORK_ORDER}.{_FIELD}"
            book.new_events.append((self.org, book.version, name, mutation.id, OF_THE_SERVER, *moments))
            facts = (_FIELD, ref[0].value, mutation.id, Outcome.APPLIED.value, book.version, None, *moments)
            book.new_audits.append((self.org, mutation.key, OF_THE_SERVER, *facts))
        write_book(self.connection, self.sql, book)
        return book.version if book.version > began else None

    def _mutation(self, order_id: str, spent: list[dict[str, Any]]) -> Mutation:
        return Mutation(
            key=self.new_id(),
            op=Op.CHANGE,
            kind=Kind.WORK_ORDER.value,
            id=order_id,
            occurred_at=self.at,
            fields={_FIELD: spent},
        )

    def _punches(self, statement: Select[Any], **values: Any) -> list[Punch]:
        found = self.connection.execute(statement, {"org": self.org, **values})
        return [read(Punch, punch_id, version, msgspec.json.decode(body)) for punch_id, version, body in found]

    def _settings(self) -> Organisation:
        record_id, version, body = self.connection.execute(_SELECT_SETTINGS, {"org": self.org}).one()
        return read(Organisation, record_id, version, msgspec.json.decode(body))


def concerned(accepted: Iterable[Mutation]) -> tuple[list[str], list[str]]:
    """The punches among these changes, and the work orders that are there now."""
    punches = [one.id for one in accepted if one.kind == Kind.PUNCH]
    return punches, [one.id for one in accepted if one.kind == Kind.WORK_ORDER and one.op in (Op.CREATE, Op.RESTORE)]


def _stints(entries: Iterable[TimeEntry]) -> dict[tuple[str, str], int]:
    """The length of each ended segment of work on a job; a segment may have been split into days."""
    lengths: dict[tuple[str, str], timedelta] = defaultdict(timedelta)
    for entry in entries:
        if entry.work_order_id is not None and entry.end is not None and entry.kind is not Activity.UNPAID_MEAL:
            lengths[entry.work_order_id, entry.start_punch_id] += entry.end - entry.start
    return {key: length // timedelta(milliseconds=1) for key, length in lengths.items() if length}


def _clocking(org: int, punch: Punch) -> tuple[Any, ...]:
    at = to_us(punch.corrected_at or punch.at)
    return org, punch.user_id, at, punch.id, punch.action.value, punch.target_id
