"""The server once more, as plain as its rules can be said: in memory, one mutation after another, without SQL.

Over 300 lines: the rules in the order in which they are asked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from simulation.company import Person
from simulation.journal import (
    ATTACHMENT,
    CONFLICT,
    CONTACT,
    CUSTOMER,
    FOLLOWING,
    LEAD,
    NEWS,
    NOTE,
    ORDER,
    PART,
    PUNCH,
    SITE,
    WEEK,
    Entry,
)
from simulation.oracle.books import Books, Delivered, Line, No, Ruling, last_writes
from simulation.oracle.effect import Effect
from simulation.oracle.promises import require
from simulation.oracle.scope import Record, Ref, Scope, Write
from sync.kinds import Kind
from sync.protocol import Op
from sync.rules import may
from sync.terms import Role

_ABOUT = {"subject_kind", "subject_id"}
_CHANGEABLE = {
    SITE: {"name", "address", "access"},
    CONTACT: {"name", "role", "phone", "email"},
    PART: {"name", "quantity", "unit", "price"},
    ATTACHMENT: {"name"},
    WEEK: {"digest", "worked_minutes", "status", "comment"},
}
_KNOWN_FIELDS = {
    LEAD: {"name", "phone", "need", "source", "email", "stage", "customer_id", "value", "assignee_id", "merged_into"},
    CUSTOMER: {"name", "address"},
    ORDER: {"title", "customer_id", "assignee_id", "status", "description", "address", "answers.meter", "answers.leak"}
    | {"scheduled_start", "planned_minutes"},
    NOTE: {*_ABOUT, "text", "written_at"},
    CONFLICT: {"choice"},
    SITE: {*_ABOUT, *_CHANGEABLE[SITE]},
    CONTACT: {*_ABOUT, *_CHANGEABLE[CONTACT]},
    PART: {*_ABOUT, *_CHANGEABLE[PART], "used_at"},
    ATTACHMENT: {*_ABOUT, "name", "sha256", "size", "media_type", "taken_at", "preview_sha256", "preview_size"},
    WEEK: {"user_id", "week", *_CHANGEABLE[WEEK]},
    NEWS: {"is_read"},
}
_POINTERS = {"customer_id": CUSTOMER, "work_order_id": ORDER}


class Reference:
    def __init__(self, books: Books, people: Mapping[str, Person], made_at: Callable[[str, int], str]) -> None:
        """`made_at`: which id the server gave to the record of its own that it made with a version."""
        self.books = books
        self._people = {person.id: person for person in people.values()}
        self._made_at = made_at
        self._told: set[tuple[str, str, str]] = set()
        self._telling: dict[tuple[str, str, str], str] = {}
        self._news: dict[tuple[str, str, str], str] = {}
        """The news that a change ever told, in whichever database."""

    def rule(self, unit: Sequence[Line], by: Delivered) -> None:
        """Rule on a mutation, or on a group as a whole."""
        if all(line.key in self.books.rulings for line in unit):
            return
        self._told, self._telling = set(), {}
        before = self.books.copy() if len(unit) > 1 else None
        for line in unit:
            self._rule_alone(line, unit, by)
        culprit = next((line.key for line in unit if not self.books.rulings[line.key].is_accepted), None)
        if before is None or culprit is None:
            self._nobody_is_told_twice()
            return
        cause = self.books.rulings[culprit]
        self.books = before
        for line in unit:
            if line.key not in self.books.rulings:
                is_own = line.key == culprit or cause.outcome == "held"
                self._keep(line.key, by.stream, cause if is_own else Ruling("refused", "group"))

    def _rule_alone(self, line: Line, unit: Sequence[Line], by: Delivered) -> None:
        if line.key in self.books.rulings:
            return
        try:
            ruling = self._accept(line, unit, by)
        except No as no:
            ruling = no.ruling
        self._keep(line.key, by.stream, ruling)

    def _keep(self, key: str, stream: int, ruling: Ruling) -> None:
        self.books.rulings[key] = ruling
        self.books.streams[key] = stream

    def _accept(self, line: Line, unit: Sequence[Line], by: Delivered) -> Ruling:
        """Apply it, or raise what speaks against it."""
        entry = line.entry
        if entry is None:
            raise No("withdrawn")
        for key in entry.after:
            if key in self.books.rulings and not self.books.rulings[key].is_accepted:
                raise No("held")
        person = self._people[entry.user_id]
        self._check_right(person, entry.op, entry.kind)
        change = self._not_overtaken(self._beyond_first_attempt(person, entry), line.was)
        record = self._find(person, change)
        if record is not None:
            self._check_author(person, change, record)
        self._check_fields(change)
        self._check_references(person, change)
        self._check_survivor(person, change)
        if record is None and change.kind in (PUNCH, WEEK):
            self._check_worker(person, change.fields["user_id"])
        if record is not None:
            self._check_seen(change, record, unit, by.stream)
        if record is not None and change.kind == LEAD:
            self._check_converted_once(change, record, by.stream)
        if record is not None and change.kind == CONFLICT:
            self._check_decision(person, change, record, unit)
        ruling = Effect(self, person, change, record, line.seq, by).apply()
        self.books.regain(ruling.version, line.was, min((change.base, *change.bases.values())))
        return ruling

    def _check_right(self, person: Person, op: Op, kind: str) -> None:
        if not may(person.role, op, Kind(kind)):
            raise No("refused", "not_allowed")

    def _beyond_first_attempt(self, person: Person, entry: Entry) -> Entry:
        """Where the first attempt at a creation had arrived after all, what is left of the second is a change."""
        first = self.books.rulings.get(entry.supersedes or "")
        record = self.books.records.get((entry.kind, entry.id))
        if entry.op is not Op.CREATE or record is None or first is None or first.version != record.created:
            return entry
        fields = {name: value for name, value in entry.fields.items() if record.body.get(name) != value}
        if fields:
            self._check_right(person, Op.CHANGE, entry.kind)
        return entry.instead(Op.CHANGE, fields, first.version)

    def _not_overtaken(self, entry: Entry, was: int) -> Entry:
        """Without what others wrote on top of it before the restore, and brought back before it."""
        record = self.books.records.get((entry.kind, entry.id))
        if not was or record is None or entry.op is not Op.CHANGE:
            return entry
        last = last_writes(record)
        gone = {name for name in entry.fields if name in last and self.books.went_on_from(last[name].version, was)}
        return replace(entry, fields={name: value for name, value in entry.fields.items() if name not in gone})

    def _find(self, person: Person, entry: Entry) -> Record | None:
        """The record that is to be changed, None where one is to be made."""
        ref = (entry.kind, entry.id)
        record = self.books.records.get(ref)
        if entry.op is Op.CREATE:
            if record is not None:
                raise No("refused", "already_exists")
            return None
        if record is None or not (self.scope.holds(person, ref) or self._held_it_then(person, entry)):
            raise No("refused", "not_found")
        if record.is_deleted and entry.op is not Op.RESTORE and entry.kind != NEWS:
            raise No("refused", "deleted")
        return record

    def _held_it_then(self, person: Person, entry: Entry) -> bool:
        """What was changed before a record went to somebody else still arrives."""
        left = self.books.left.get((person.id, (entry.kind, entry.id)), 0)
        past: dict[int, int] = {}
        for key in entry.after:
            if key in self.books.rulings:
                by = self.books.streams[key]
                past[by] = max(past.get(by, 0), self.books.rulings[key].version)
        seen = (entry.base, *entry.bases.values(), *past.values())
        return entry.op is Op.CHANGE and any(0 < version < left for version in seen)

    def _check_author(self, person: Person, entry: Entry, record: Record) -> None:
        is_own = record.body.get("author_id") == person.id
        if entry.kind in (ATTACHMENT, PART) and entry.op is Op.REMOVE and person.role is Role.WORKER and not is_own:
            raise No("refused", "not_allowed")
        if entry.kind == WEEK:
            self._check_worker(person, record.body["user_id"])

    def _check_worker(self, person: Person, user_id: str) -> None:
        """Whose time is in whose hands."""
        crew = self._people[user_id].crew_id
        is_led = person.role is Role.CREW_LEAD and crew is not None and crew == person.crew_id
        if person.id != user_id and person.role not in (Role.OFFICE, Role.OWNER) and not is_led:
            raise No("refused", "not_allowed")

    def holdings(self, refs: Sequence[Ref]) -> set[tuple[str, Ref]]:
        """Who holds which of these, and of what follows them."""
        scope, wanted = self.scope, {ref for ref in refs if ref in self.books.records}
        fresh = set(refs)
        while fresh := {ref for ref, record in self.books.records.items() if _leader(record) in fresh} - wanted:
            wanted |= fresh
        return {(person.id, ref) for person in self._people.values() for ref in wanted if scope.holds(person, ref)}

    def _check_fields(self, entry: Entry) -> None:
        known = _KNOWN_FIELDS.get(entry.kind)
        if entry.op is not Op.CREATE:
            known = _CHANGEABLE.get(entry.kind, known)
        if known is not None and not entry.fields.keys() <= known:
            raise No("refused", "invalid")
        if entry.op is Op.CREATE and entry.kind in (LEAD, CUSTOMER) and "name" not in entry.fields:
            raise No("refused", "invalid")

    def _check_references(self, person: Person, entry: Entry) -> None:
        if entry.kind == PUNCH:
            return
        if entry.kind in FOLLOWING and "subject_id" in entry.fields:
            subject = (entry.fields["subject_kind"], entry.fields["subject_id"])
            if not self.scope.holds(person, subject) and (person.id, subject) not in self.books.left:
                raise No("refused", "not_found")
        for name, target in _POINTERS.items():
            if entry.fields.get(name) is not None and (target, entry.fields[name]) not in self.books.records:
                raise No("refused", "not_found")

    def _check_survivor(self, person: Person, entry: Entry) -> None:
        """A lead is merged into one that stands itself."""
        if entry.kind != LEAD or entry.fields.get("merged_into") is None:
            return
        survivor = (LEAD, entry.fields["merged_into"])
        if not self.scope.holds(person, survivor) and (person.id, survivor) not in self.books.left:
            raise No("refused", "not_found")
        if survivor[1] == entry.id:
            raise No("refused", "invalid")
        record = self.books.records[survivor]
        if record.is_deleted or record.body.get("merged_into"):
            raise No("refused", "conflict")

    def _check_seen(self, entry: Entry, record: Record, unit: Sequence[Line], stream: int) -> None:
        """Nobody deletes what they have not seen, and a decision is on what its maker saw; all else is merged."""
        if entry.op is Op.REMOVE:
            others = [] if entry.kind == NEWS else last_writes(record).values()
            if any(self.is_unseen(entry, write, entry.base, stream) for write in others):
                raise No("refused", "conflict")
        elif entry.kind == WEEK or any(line.entry is not None and line.entry.kind == CONFLICT for line in unit):
            for name, write in last_writes(record).items():
                is_other = name in entry.fields and record.body.get(name) != entry.fields[name]
                if is_other and self.is_unseen(entry, write, entry.seen(name), stream):
                    raise No("refused", "conflict")

    def _check_converted_once(self, entry: Entry, record: Record, stream: int) -> None:
        """What somebody has made a customer of is not made another one unseen."""
        standing, wanted = record.body.get("customer_id"), entry.fields.get("customer_id")
        write = last_writes(record).get("customer_id")
        is_other = None not in (standing, wanted) and standing != wanted
        if is_other and write is not None and self.is_unseen(entry, write, entry.seen("customer_id"), stream):
            raise No("refused", "conflict")

    def is_unseen(self, entry: Entry, write: Write, seen: int, stream: int) -> bool:
        """Whether somebody else wrote this after what the author saw, and not by what this one was made behind."""
        behind = [key for key in entry.after if self.books.streams.get(key) == write.stream]
        is_own_past = any(self.books.rulings[key].version >= write.version for key in behind)
        return write.stream != stream and not self.books.has_seen(seen, write.version) and not is_own_past

    def _check_decision(self, person: Person, entry: Entry, record: Record, unit: Sequence[Line]) -> None:
        conflict = record.body
        if "choice" in conflict:
            raise No("refused", "conflict")
        choice = entry.fields.get("choice")
        if choice is None:
            raise No("refused", "invalid")
        self._check_right(person, Op.CHANGE, conflict["subject_kind"])
        subject, name = (conflict["subject_kind"], conflict["subject_id"]), conflict["field"]
        mates = [line.entry for line in unit if line.entry is not None]
        written = [one.fields[name] for one in mates if (one.kind, one.id) == subject and name in one.fields]
        is_there = choice == "kept" or bool(written)
        if not is_there or (choice == "lost" and written[-1] != conflict.get("lost")):
            raise No("refused", "invalid")

    def make(self, kind: str, body: dict[str, Any]) -> str:
        """A record of the server's own; its id."""
        self.books.version += 1
        version = self.books.version
        record_id = self._made_at(kind, version)
        self.books.records[kind, record_id] = Record(version, False, body, version)
        return record_id

    def tell(self, key: str, body: dict[str, Any]) -> None:
        """What comes back to a restored server is no other news than before."""
        record_id = self.make(NEWS, body)
        about = (key, body["user_id"], body["happening"])
        self._telling[about] = record_id

    def _nobody_is_told_twice(self) -> None:
        for about, record_id in self._telling.items():
            is_same = self._news.setdefault(about, record_id) == record_id
            require("nobody is told of one thing twice", is_kept=is_same, about=(about, record_id))

    def is_news(self, user_id: str, happening: str, kind: str) -> bool:
        """What a group does twice is told once."""
        matter = (user_id, happening, kind)
        is_news = user_id in self._people and matter not in self._told
        self._told.add(matter)
        return is_news

    def take_over_bytes(self, record_id: str, version: int, field: str, stored_at: str | None) -> None:
        """The server has seen them, or misses them; who only held the record to bring them holds it no longer."""
        ref = (ATTACHMENT, record_id)
        record, held = self.books.records[ref], self.holdings([ref])
        self.books.version += 1
        record.version, record.body[field] = version, stored_at
        self.books.left |= dict.fromkeys(held - self.holdings([ref]), version)

    @property
    def scope(self) -> Scope:
        return Scope(self.books.records, self._people.values())


def _leader(record: Record) -> Ref:
    """What this one is held along with."""
    if survivor := record.body.get("merged_into"):
        return LEAD, survivor
    return record.body.get("subject_kind", ""), record.body.get("subject_id", "")
