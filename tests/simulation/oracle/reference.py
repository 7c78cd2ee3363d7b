"""The server once more, as plain as its rules can be said: in memory, one mutation after another, without SQL."""

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from simulation.company import Person
from simulation.journal import CUSTOMER, LEAD, NOTE, ORDER, PUNCH, Entry
from simulation.oracle.scope import Record, Ref, Scope
from sync.protocol import Op
from sync.records import Kind, Status
from sync.rules import may, may_become

ACCEPTED = frozenset({"applied", "merged"})

_KNOWN_FIELDS = {
    LEAD: {"name", "phone", "need", "source", "email", "stage", "customer_id"},
    CUSTOMER: {"name", "address"},
    ORDER: {"title", "customer_id", "assignee_id", "status", "description", "address", "answers.meter", "answers.leak"},
    NOTE: {"subject_kind", "subject_id", "text", "written_at"},
}
_POINTERS = {"customer_id": CUSTOMER, "work_order_id": ORDER}


@dataclass(frozen=True)
class Ruling:
    outcome: str
    code: str | None = None
    version: int = 0

    @property
    def is_accepted(self) -> bool:
        return self.outcome in ACCEPTED


class _No(Exception):
    def __init__(self, outcome: str, code: str | None = None) -> None:
        self.ruling = Ruling(outcome, code)


@dataclass
class State:
    """One organisation."""

    version: int
    records: dict[Ref, Record] = field(default_factory=dict)
    rulings: dict[str, Ruling] = field(default_factory=dict)
    streams: dict[str, str] = field(default_factory=dict)
    """Under which stream a key was ruled on."""


class Reference:
    def __init__(self, state: State, people: Mapping[str, Person]) -> None:
        self.state = state
        self._people = {person.id: person for person in people.values()}

    def keep(self) -> State:
        return copy.deepcopy(self.state)

    def rule(self, unit: Sequence[tuple[str, Entry | None]], stream: str) -> None:
        """Rule on a mutation, or on a group as a whole; without an entry it is the withdrawal of a key."""
        if all(key in self.state.rulings for key, _ in unit):
            return
        before = self.keep() if len(unit) > 1 else None
        for key, entry in unit:
            self._rule_alone(key, entry, stream)
        culprit = next((key for key, _ in unit if not self.state.rulings[key].is_accepted), None)
        if before is None or culprit is None:
            return
        cause = self.state.rulings[culprit]
        self.state = before
        for key, entry in unit:
            if key in self.state.rulings:
                continue
            ruling = cause
            if key != culprit and cause.outcome != "held":
                ruling = Ruling("refused", "group")
            self._keep(key, stream, ruling if entry is not None else Ruling("withdrawn"))

    def _rule_alone(self, key: str, entry: Entry | None, stream: str) -> None:
        if key in self.state.rulings:
            return
        try:
            version = self._accept(entry, stream)
        except _No as no:
            self._keep(key, stream, no.ruling)
        else:
            self._keep(key, stream, Ruling("applied", None, version))

    def _keep(self, key: str, stream: str, ruling: Ruling) -> None:
        self.state.rulings[key] = ruling
        self.state.streams[key] = stream

    def _accept(self, entry: Entry | None, stream: str) -> int:
        """Apply it, or raise what speaks against it."""
        if entry is None:
            raise _No("withdrawn")
        for key in entry.after:
            if key in self.state.rulings and not self.state.rulings[key].is_accepted:
                raise _No("held")
        person = self._people[entry.user_id]
        ref = (entry.kind, entry.id)
        self._check_right(person, entry.op, entry.kind)
        op, fields, base, bases = entry.op, entry.fields, entry.base, entry.bases
        record = self.state.records.get(ref)
        first = self.state.rulings.get(entry.supersedes or "")
        if op is Op.CREATE and record is not None and first is not None and first.version == record.created[0]:
            # The first attempt had arrived after all: what is left of the second is a change.
            fields = {name: value for name, value in fields.items() if record.body.get(name) != value}
            op, base, bases = Op.CHANGE, first.version, {}
            if fields:
                self._check_right(person, op, entry.kind)
        self._check_record(person, ref, op, record)
        self._check_fields(entry.kind, op, fields)
        self._check_references(person, entry.kind, fields)
        if op is not Op.CREATE:
            assert record is not None
            self._check_unseen(entry, record, op, fields, base, bases, stream)
        self._check_status(person, entry.kind, record if op is not Op.CREATE else None, fields)
        self.state.version += 1
        self._write(person, ref, op, fields, stream)
        return self.state.version

    def _check_right(self, person: Person, op: Op, kind: str) -> None:
        if not may(person.role, op, Kind(kind)):
            raise _No("refused", "not_allowed")

    def _check_record(self, person: Person, ref: Ref, op: Op, record: Record | None) -> None:
        if op is Op.CREATE:
            if record is not None:
                raise _No("refused", "already_exists")
            return
        if record is None or not self._scope.holds(person, ref):
            raise _No("refused", "not_found")
        if record.is_deleted and op is not Op.RESTORE:
            raise _No("refused", "deleted")

    def _check_fields(self, kind: str, op: Op, fields: Mapping[str, Any]) -> None:
        if kind in _KNOWN_FIELDS and not fields.keys() <= _KNOWN_FIELDS[kind]:
            raise _No("refused", "invalid")
        if op is Op.CREATE and kind in (LEAD, CUSTOMER) and "name" not in fields:
            raise _No("refused", "invalid")

    def _check_references(self, person: Person, kind: str, fields: Mapping[str, Any]) -> None:
        if kind == PUNCH:
            return
        if kind == NOTE and "subject_id" in fields:
            subject = (fields["subject_kind"], fields["subject_id"])
            if not self._scope.holds(person, subject):
                raise _No("refused", "not_found")
        for name, target in _POINTERS.items():
            if fields.get(name) is not None and (target, fields[name]) not in self.state.records:
                raise _No("refused", "not_found")

    def _check_unseen(
        self,
        entry: Entry,
        record: Record,
        op: Op,
        fields: Mapping[str, Any],
        base: int,
        bases: Mapping[str, int],
        stream: str,
    ) -> None:
        """What another stream wrote since this author looked is not overwritten unseen."""
        own: dict[str, int] = {}
        for key in entry.after:
            if key in self.state.rulings:
                by = self.state.streams[key]
                own[by] = max(own.get(by, 0), self.state.rulings[key].version)

        def is_unseen(writer: tuple[int, str], seen: int) -> bool:
            version, by = writer
            return by != stream and version > max(seen, own.get(by, 0))

        if op is Op.REMOVE:
            if any(is_unseen(writer, base) for writer in (record.created, *record.writers.values())):
                raise _No("refused", "conflict")
            return
        for name, value in fields.items():
            writer = record.writers.get(name, record.created)
            if record.body.get(name) != value and is_unseen(writer, bases.get(name, base)):
                raise _No("refused", "conflict")

    def _check_status(self, person: Person, kind: str, record: Record | None, fields: Mapping[str, Any]) -> None:
        if kind != ORDER or "status" not in fields:
            return
        wanted = Status(fields["status"])
        if record is None:
            return
        if not may_become(Status(record.body.get("status", Status.DRAFT)), wanted, person.role):
            raise _No("refused", "transition")

    def _write(self, person: Person, ref: Ref, op: Op, fields: Mapping[str, Any], stream: str) -> None:
        version, writer = self.state.version, (self.state.version, stream)
        if op is Op.CREATE:
            given = {"created_by": person.id} if ref[0] in (LEAD, ORDER) else {}
            given |= {"author_id": person.id} if ref[0] == NOTE else {}
            self.state.records[ref] = Record(version, False, {**given, **fields}, {}, writer)
            return
        record = self.state.records[ref]
        for name, value in fields.items():
            if record.body.get(name) != value:
                record.writers[name] = writer
        is_deleted = op is Op.REMOVE
        if is_deleted is not record.is_deleted:
            record.writers[""] = writer
        record.version, record.is_deleted = version, is_deleted
        if not is_deleted:
            record.body.update(fields)

    @property
    def _scope(self) -> Scope:
        return Scope(self.state.records, self._people.values())
