"""What one transaction knows and is about to write, read and written in bulk.

Rules work on a `Book` in memory, filled by a handful of queries for a whole batch and written with one statement
per table, so a mutation costs no round trip of its own. Inside a group every step can be taken back.

Over 300 lines: whatever a ruling may ask for or change is a method of the one book.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec

from server_stub.epochs import Epochs
from server_stub.scope import Directory, Scope
from sync.kinds import FOLLOWERS, Kind
from sync.moments import from_ms
from sync.protocol import Mutation, Outcome, Refusal, Row, State

Ref = tuple[Kind, str]


class Stamp(NamedTuple):
    """Who wrote a field: the version it made, the stream it came by, and when it was edited by our clock."""

    version: int
    stream: int
    edited: int


class Past(NamedTuple):
    """An accepted change of a record, as the audit has it: the values that it replaced."""

    version: int
    stream: int
    seq: int
    user_id: str | None
    before: dict[str, Any]


class Line(msgspec.Struct, frozen=True):
    """One mutation on its way in. Without a mutation it is a withdrawal, or unreadable if it brings a refusal."""

    key: str
    seq: int
    hash: bytes = b""
    mutation: Mutation | None = None
    refusal: Refusal | None = None
    was: int = 0

    @property
    def is_withdrawal(self) -> bool:
        return self.mutation is None and self.refusal is None


class Receipt(msgspec.Struct, frozen=True):
    hash: bytes
    stream: int
    outcome: Outcome
    code: str | None = None
    version: int = 0
    detail: str | None = None


class Detail(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a receipt keeps until the device has confirmed the verdict. `conflicts` are ids."""

    refusal: Refusal | None = None
    cause: str | None = None
    conflicts: tuple[str, ...] = ()


class Stored(msgspec.Struct, frozen=True):
    """A record as the database has it. `stamps` says who changed a field after the creation."""

    version: int
    state: State
    body: dict[str, Any]
    stamps: dict[str, Stamp]
    created: Stamp
    occurred_at: int
    received_at: int

    @property
    def is_deleted(self) -> bool:
        return self.state is State.DELETED


# What those have for a parent that don't say so themselves.
PARENTS = {Kind.LEAD: Kind.LEAD, Kind.WORK_ORDER: Kind.CUSTOMER, Kind.TIMESHEET: Kind.USER}


def parent_of(kind: Kind, body: dict[str, Any]) -> str | None:
    """The record whose audience follows from this one's, or the other way round; a week is found by its person."""
    if kind in FOLLOWERS:
        return body.get("subject_id")
    match kind:
        case Kind.LEAD:
            return body.get("merged_into")
        case Kind.WORK_ORDER:
            return body.get("customer_id")
        case Kind.TIMESHEET:
            return body.get("user_id")
        case _:
            return None


@dataclass
class Book:
    org: int
    directory: Directory
    version: int
    next_number: int
    epochs: Epochs
    horizon: int
    receipts: dict[str, Receipt] = field(default_factory=dict)
    written: dict[str, Ref] = field(default_factory=dict)
    records: dict[Ref, Stored] = field(default_factory=dict)
    entries: dict[Ref, dict[str, tuple[int, bool]]] = field(default_factory=lambda: defaultdict(dict))
    pasts: dict[Ref, list[Past]] = field(default_factory=lambda: defaultdict(list))
    children: dict[str, set[Ref]] = field(default_factory=lambda: defaultdict(set))
    purged: set[Ref] = field(default_factory=set)
    known: set[Ref] = field(default_factory=set)
    new_receipts: list[tuple[Any, ...]] = field(default_factory=list)
    new_audits: list[tuple[Any, ...]] = field(default_factory=list)
    new_events: list[tuple[Any, ...]] = field(default_factory=list)
    new_regained: list[tuple[Any, ...]] = field(default_factory=list)
    changed_records: dict[Ref, None] = field(default_factory=dict)
    changed_entries: dict[tuple[Ref, str], None] = field(default_factory=dict)
    _undo: list[Callable[[], object]] | None = None

    def learn(self, ref: Ref, stored: Stored) -> None:
        """Take over a record that was read from the database."""
        self.known.add(ref)
        self.records[ref] = stored
        parent = parent_of(ref[0], stored.body)
        if parent is not None:
            self.children[parent].add(ref)

    def children_of(self, ref: Ref) -> list[Ref]:
        """What speaks of this record, and not of one of another kind that was given the same id."""
        return [child for child in self.children.get(ref[1], ()) if self._speaks_of(child) is ref[0]]

    def _speaks_of(self, child: Ref) -> Kind:
        return PARENTS.get(child[0]) or Kind(self.records[child].body["subject_kind"])

    def put_record(self, ref: Ref, stored: Stored) -> None:
        before = self.records.get(ref)
        if self._undo is not None:
            self._undo.append(lambda: self._restore_record(ref, before))
        self._move(ref, before, stored)
        self.records[ref] = stored
        self.changed_records[ref] = None

    def put_entry(self, ref: Ref, audience: str, version: int, *, is_present: bool) -> None:
        entries = self.entries[ref]
        before = entries.get(audience)
        if self._undo is not None:
            self._undo.append(lambda: _put_back(entries, audience, before))
        entries[audience] = (version, is_present)
        self.changed_entries[ref, audience] = None

    def put_receipt(self, key: str, receipt: Receipt, seq: int) -> None:
        self.receipts[key] = receipt
        self.new_receipts.append(
            (
                self.org,
                key,
                receipt.hash,
                receipt.outcome.value,
                receipt.code,
                receipt.version,
                receipt.stream,
                seq,
                receipt.detail,
            )
        )
        if self._undo is not None:
            self._undo.append(lambda: (self.receipts.pop(key), self.new_receipts.pop()))

    def has_seen(self, base: int, version: int) -> bool:
        """Whether somebody who looked at `base` saw the change that got this version."""
        return version <= base or self.epochs.has_seen(base, version)

    def regain(self, version: int, was: int, saw: int) -> None:
        """Remember under which number a lost database had this change, and which its maker had seen there."""
        if self.epochs.is_past(was) or self.epochs.is_past(saw):
            self.new_regained.append((self.org, version, was, saw))
            if self._undo is not None:
                self._undo.append(self.new_regained.pop)

    def audiences(self, ref: Ref) -> frozenset[str]:
        """Who holds a record by entry."""
        return frozenset(name for name, (_version, is_present) in self.entries.get(ref, {}).items() if is_present)

    def is_in_scope(self, scope: Scope, ref: Ref) -> bool:
        if ref[0] in scope.kinds:
            return True
        entries = self.entries.get(ref, {})
        return any(name in entries and entries[name][1] for name in scope.audiences)

    def has_left(self, scope: Scope, ref: Ref, seen: int | None = None) -> bool:
        """Whether this user held the record and does not any more; with `seen`, whether they held it then.

        Below the horizon all that a device held is forgotten: who lost the record there has nothing to say on it.
        """
        entries = self.entries.get(ref, {})
        gone = [entries[name][0] for name in scope.audiences if name in entries and entries[name][0] > self.horizon]
        return any(seen is None or 0 < seen < version for version in gone)

    def row(self, scope: Scope, ref: Ref) -> Row | None:
        """The record as this user may see it now."""
        stored = self.records.get(ref)
        if stored is None:
            return None
        kind, record_id = ref
        if not self.is_in_scope(scope, ref):
            return Row(kind=kind, id=record_id, version=stored.version, state=State.REMOVED)
        return Row(
            kind=kind,
            id=record_id,
            version=stored.version,
            state=stored.state,
            deleted_at=from_ms(stored.received_at) if stored.is_deleted else None,
            body=stored.body,
        )

    def attempt(self) -> Callable[[], None]:
        """Begin something that may be taken back; returns the way back. `close_attempt` ends it."""
        self._undo = []
        marks = self.version, self.next_number, len(self.new_audits), len(self.new_events)

        def take_back() -> None:
            for step in reversed(self._undo or []):
                step()
            self.version, self.next_number, audits, events = marks
            del self.new_audits[audits:], self.new_events[events:]
            self._undo = None

        return take_back

    def close_attempt(self) -> None:
        self._undo = None

    def _move(self, ref: Ref, before: Stored | None, after: Stored | None) -> None:
        was = parent_of(ref[0], before.body) if before else None
        now = parent_of(ref[0], after.body) if after else None
        if was is not None and was != now:
            self.children[was].discard(ref)
        if now is not None:
            self.children[now].add(ref)

    def _restore_record(self, ref: Ref, before: Stored | None) -> None:
        self._move(ref, self.records.get(ref), before)
        if before is None:
            del self.records[ref]
            del self.changed_records[ref]
        else:
            self.records[ref] = before


def _put_back(entries: dict[str, tuple[int, bool]], audience: str, before: tuple[int, bool] | None) -> None:
    if before is None:
        del entries[audience]
    else:
        entries[audience] = before


def record_tuple(org: int, ref: Ref, stored: Stored) -> tuple[Any, ...]:
    """The columns of `schema.record`, in their order."""
    kind, record_id = ref
    return (
        org,
        kind.value,
        record_id,
        stored.version,
        stored.state.value,
        msgspec.json.encode(stored.body).decode(),
        msgspec.json.encode(stored.stamps).decode() if stored.stamps else None,
        *stored.created,
        parent_of(kind, stored.body),
        stored.occurred_at,
        stored.received_at,
    )


def stored_of(row: Sequence[Any]) -> Stored:
    """From version, state, body, stamps, the three of the creation's stamp, occurred_at, received_at."""
    version, state, body, stamps, *created, occurred_at, received_at = row
    return Stored(
        version=version,
        state=State(state),
        body=msgspec.json.decode(body),
        stamps=_read_stamps(stamps) if stamps else {},
        created=Stamp(*created),
        occurred_at=occurred_at,
        received_at=received_at,
    )


read_detail = msgspec.json.Decoder(Detail).decode
_read_stamps = msgspec.json.Decoder(dict[str, Stamp]).decode


def by_kind(refs: Iterable[Ref]) -> dict[Kind, list[str]]:
    grouped: dict[Kind, list[str]] = defaultdict(list)
    for kind, record_id in refs:
        grouped[kind].append(record_id)
    return grouped
