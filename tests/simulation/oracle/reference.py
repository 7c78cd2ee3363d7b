"""The server once more, as plain as its rules can be said: in memory, one mutation after another, without SQL."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
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
from simulation.oracle.news import overruled, told_of
from simulation.oracle.promises import require
from simulation.oracle.scope import Record, Ref, Scope, Write
from sync.kinds import Kind
from sync.protocol import Op
from sync.rules import may, may_become
from sync.terms import Role, Status
from sync.timesheets import step_problems

ACCEPTED = frozenset({"applied", "merged"})

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
_FOR_A_PERSON = {(LEAD, "value"), (ORDER, "scheduled_start"), (ORDER, "planned_minutes"), (PART, "price")}
_DECISIVE = {"assignee_id", "customer_id", "merged_into"}
"""By these, and by nothing else that is changed, a record may go to somebody else."""


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


@dataclass(frozen=True)
class Line:
    """What arrives: a key at a place in a stream. Without an entry it is the withdrawal of that key."""

    key: str
    seq: int
    entry: Entry | None
    was: int = 0
    """Which version it had in a database that is lost."""


@dataclass(frozen=True)
class Delivered:
    """How lines arrived: by which stream, when by our clock, and when they were sent by the device's."""

    stream: int
    received: datetime
    sent: datetime

    def edited(self, occurred: datetime) -> int:
        """When it was done by our clock, in milliseconds, and never in the future."""
        received = _milliseconds(self.received)
        return min(_milliseconds(occurred) + received - _milliseconds(self.sent), received)


@dataclass
class Books:
    """One organisation."""

    version: int
    records: dict[Ref, Record] = field(default_factory=dict)
    rulings: dict[str, Ruling] = field(default_factory=dict)
    streams: dict[str, int] = field(default_factory=dict)
    """By which stream a key was ruled on."""
    floors: list[int] = field(default_factory=list)
    """The versions that each epoch after the first began with."""
    regained: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Versions of what was brought back; which it had in the database that is lost, and which its maker saw there."""

    left: dict[tuple[str, Ref], int] = field(default_factory=dict)
    """With which version a record went from a person's scope."""

    def copy(self) -> "Books":
        return replace(
            self,
            records={ref: record.copy() for ref, record in self.records.items()},
            rulings=dict(self.rulings),
            streams=dict(self.streams),
            floors=list(self.floors),
            regained=dict(self.regained),
            left=dict(self.left),
        )

    def has_seen(self, base: int, version: int) -> bool:
        """Whether somebody who looked at `base` saw what has this version, if need be under its old number."""
        was, _saw = self.regained.get(version, (0, 0))
        return version <= base or self._lies_before(was, base)

    def went_on_from(self, version: int, was: int) -> bool:
        """Whether the maker of what has this version now had seen what was brought back only later."""
        _was, saw = self.regained.get(version, (0, 0))
        return self._lies_before(was, saw)

    def regain(self, version: int, was: int, saw: int) -> None:
        if self.floors and any(0 < number < self.floors[-1] for number in (was, saw)):
            self.regained[version] = was, saw

    def _lies_before(self, was: int, base: int) -> bool:
        return 0 < was <= base and self._epoch_of(was) == self._epoch_of(base)

    def _epoch_of(self, version: int) -> int:
        return sum(floor <= version for floor in self.floors)


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
        except _No as no:
            ruling = no.ruling
        self._keep(line.key, by.stream, ruling)

    def _keep(self, key: str, stream: int, ruling: Ruling) -> None:
        self.books.rulings[key] = ruling
        self.books.streams[key] = stream

    def _accept(self, line: Line, unit: Sequence[Line], by: Delivered) -> Ruling:
        """Apply it, or raise what speaks against it."""
        entry = line.entry
        if entry is None:
            raise _No("withdrawn")
        for key in entry.after:
            if key in self.books.rulings and not self.books.rulings[key].is_accepted:
                raise _No("held")
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
        ruling = _Write(self, person, change, record, line.seq, by).apply()
        self.books.regain(ruling.version, line.was, min((change.base, *change.bases.values())))
        return ruling

    def _check_right(self, person: Person, op: Op, kind: str) -> None:
        if not may(person.role, op, Kind(kind)):
            raise _No("refused", "not_allowed")

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
                raise _No("refused", "already_exists")
            return None
        if record is None or not (self.scope.holds(person, ref) or self._held_it_then(person, entry)):
            raise _No("refused", "not_found")
        if record.is_deleted and entry.op is not Op.RESTORE and entry.kind != NEWS:
            raise _No("refused", "deleted")
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
            raise _No("refused", "not_allowed")
        if entry.kind == WEEK:
            self._check_worker(person, record.body["user_id"])

    def _check_worker(self, person: Person, user_id: str) -> None:
        """Whose time is in whose hands."""
        crew = self._people[user_id].crew_id
        is_led = person.role is Role.CREW_LEAD and crew is not None and crew == person.crew_id
        if person.id != user_id and person.role not in (Role.OFFICE, Role.OWNER) and not is_led:
            raise _No("refused", "not_allowed")

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
            raise _No("refused", "invalid")
        if entry.op is Op.CREATE and entry.kind in (LEAD, CUSTOMER) and "name" not in entry.fields:
            raise _No("refused", "invalid")

    def _check_references(self, person: Person, entry: Entry) -> None:
        if entry.kind == PUNCH:
            return
        if entry.kind in FOLLOWING and "subject_id" in entry.fields:
            subject = (entry.fields["subject_kind"], entry.fields["subject_id"])
            if not self.scope.holds(person, subject) and (person.id, subject) not in self.books.left:
                raise _No("refused", "not_found")
        for name, target in _POINTERS.items():
            if entry.fields.get(name) is not None and (target, entry.fields[name]) not in self.books.records:
                raise _No("refused", "not_found")

    def _check_survivor(self, person: Person, entry: Entry) -> None:
        """A lead is merged into one that stands itself."""
        if entry.kind != LEAD or entry.fields.get("merged_into") is None:
            return
        survivor = (LEAD, entry.fields["merged_into"])
        if not self.scope.holds(person, survivor) and (person.id, survivor) not in self.books.left:
            raise _No("refused", "not_found")
        if survivor[1] == entry.id:
            raise _No("refused", "invalid")
        record = self.books.records[survivor]
        if record.is_deleted or record.body.get("merged_into"):
            raise _No("refused", "conflict")

    def _check_seen(self, entry: Entry, record: Record, unit: Sequence[Line], stream: int) -> None:
        """Nobody deletes what they have not seen, and a decision is on what its maker saw; all else is merged."""
        if entry.op is Op.REMOVE:
            others = [] if entry.kind == NEWS else last_writes(record).values()
            if any(self.is_unseen(entry, write, entry.base, stream) for write in others):
                raise _No("refused", "conflict")
        elif entry.kind == WEEK or any(line.entry is not None and line.entry.kind == CONFLICT for line in unit):
            for name, write in last_writes(record).items():
                is_other = name in entry.fields and record.body.get(name) != entry.fields[name]
                if is_other and self.is_unseen(entry, write, entry.seen(name), stream):
                    raise _No("refused", "conflict")

    def _check_converted_once(self, entry: Entry, record: Record, stream: int) -> None:
        """What somebody has made a customer of is not made another one unseen."""
        standing, wanted = record.body.get("customer_id"), entry.fields.get("customer_id")
        write = last_writes(record).get("customer_id")
        is_other = None not in (standing, wanted) and standing != wanted
        if is_other and write is not None and self.is_unseen(entry, write, entry.seen("customer_id"), stream):
            raise _No("refused", "conflict")

    def is_unseen(self, entry: Entry, write: Write, seen: int, stream: int) -> bool:
        """Whether somebody else wrote this after what the author saw, and not by what this one was made behind."""
        behind = [key for key in entry.after if self.books.streams.get(key) == write.stream]
        is_own_past = any(self.books.rulings[key].version >= write.version for key in behind)
        return write.stream != stream and not self.books.has_seen(seen, write.version) and not is_own_past

    def _check_decision(self, person: Person, entry: Entry, record: Record, unit: Sequence[Line]) -> None:
        conflict = record.body
        if "choice" in conflict:
            raise _No("refused", "conflict")
        choice = entry.fields.get("choice")
        if choice is None:
            raise _No("refused", "invalid")
        self._check_right(person, Op.CHANGE, conflict["subject_kind"])
        subject, name = (conflict["subject_kind"], conflict["subject_id"]), conflict["field"]
        mates = [line.entry for line in unit if line.entry is not None]
        written = [one.fields[name] for one in mates if (one.kind, one.id) == subject and name in one.fields]
        is_there = choice == "kept" or bool(written)
        if not is_there or (choice == "lost" and written[-1] != conflict.get("lost")):
            raise _No("refused", "invalid")

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

    def take_over_bytes(self, record_id: str, version: int, stored_at: str | None) -> None:
        """The server has seen them, or misses them; who only held the record to bring them holds it no longer."""
        ref = (ATTACHMENT, record_id)
        record, held = self.books.records[ref], self.holdings([ref])
        self.books.version += 1
        record.version, record.body["stored_at"] = version, stored_at
        self.books.left |= dict.fromkeys(held - self.holdings([ref]), version)

    @property
    def scope(self) -> Scope:
        return Scope(self.books.records, self._people.values())


class _Write:
    """One mutation that every rule has let through, against the record as it stands."""

    def __init__(
        self, server: Reference, person: Person, entry: Entry, record: Record | None, seq: int, by: Delivered
    ) -> None:
        self._server = server
        self._books = server.books
        self._person = person
        self._entry = entry
        self._record = record
        self._seq = seq
        self._by = by
        self._edited = by.edited(datetime.fromisoformat(entry.occurred_at))
        self._lost: set[str] = set()

    def apply(self) -> Ruling:
        conflicts = self._contest()
        fields = {name: value for name, value in self._entry.fields.items() if name not in self._lost}
        self._check_status(fields)
        was = dict(self._record.body) if self._record is not None else {}
        self._books.version += 1
        version = self._books.version
        may_move = self._entry.op is not Op.CHANGE or not _DECISIVE.isdisjoint(fields)
        concerned = self._concerned(fields) if may_move else []
        held = self._server.holdings(concerned)
        if self._record is None:
            self._create(fields)
        else:
            self._change(self._record, fields)
        self._books.left |= dict.fromkeys(held - self._server.holdings(concerned), version)
        for conflict in conflicts:
            self._server.make(CONFLICT, conflict)
        self._tell(was, [conflict.get("lost_by") for conflict in conflicts])
        return Ruling("merged" if self._lost else "applied", None, version)

    def _tell(self, was: Mapping[str, Any], losers: Sequence[str | None]) -> None:
        entry, by = self._entry, self._person.id
        record = self._books.records[entry.kind, entry.id]
        told = [] if record.is_deleted else told_of(entry.kind, was, record.body, by)
        for user_id, happening in (*told, *overruled(losers, by)):
            if self._server.is_news(user_id, happening, entry.kind):
                facts = {"subject_kind": entry.kind, "subject_id": entry.id, "by_id": by, "is_read": False}
                title = _title(record.body)
                at = self._by.received.isoformat().replace("+00:00", "Z")
                news = {"user_id": user_id, "happening": happening, "title": title, "at": at, **facts}
                self._server.tell(entry.key, news)

    def _concerned(self, fields: Mapping[str, Any]) -> list[Ref]:
        """The record, and the customers whose holders may change with it."""
        was = self._record.body.get("customer_id") if self._record else None
        customers = sorted({str(one) for one in (was, fields.get("customer_id")) if one is not None})
        return [(self._entry.kind, self._entry.id), *((CUSTOMER, one) for one in customers)]

    def _contest(self) -> list[dict[str, Any]]:
        """What each field loses that two people have written without seeing each other."""
        if self._record is None:
            return []
        last = last_writes(self._record)
        found = []
        for name, mine in self._entry.fields.items():
            if name in last and self._is_unseen(last[name]):
                theirs, before = self._record.body.get(name), self._what_both_saw(name)
                if _differ(theirs, mine) and _differ(theirs, before):
                    found.append(self._conflict(name, before, last[name], mine))
        return found

    def _is_unseen(self, write: Write) -> bool:
        return self._server.is_unseen(self._entry, write, self._entry.seen(write.field), self._by.stream)

    def _what_both_saw(self, name: str) -> Any:
        assert self._record is not None
        writes = [write for write in self._record.writes if write.field == name and self._is_unseen(write)]
        return writes[0].before if writes else None

    def _conflict(self, name: str, before: Any, last: Write, mine: Any) -> dict[str, Any]:
        assert self._record is not None
        kind, theirs = self._entry.kind, self._record.body.get(name)
        if (kind, name) in _FOR_A_PERSON:
            policy, is_mine = "person", False
        elif (kind, name) == (ORDER, "status"):
            policy, is_mine = "status", may_become(Status(theirs or Status.DRAFT), Status(mine), self._person.role)
        else:
            rank = (self._edited, self._seq, self._by.stream)
            policy, is_mine = "later", rank > (last.at, last.seq, last.stream)
        sides = [(theirs, last.user_id, last.at), (mine, self._person.id, self._edited)]
        kept, lost = reversed(sides) if is_mine else sides
        if not is_mine:
            self._lost.add(name)
        body = {
            "subject_kind": kind,
            "subject_id": self._entry.id,
            "field": name,
            "policy": policy,
            "before": before,
            "kept": kept[0],
            "kept_by": kept[1],
            "kept_at": _text(kept[2]),
            "lost": lost[0],
            "lost_by": lost[1],
            "lost_at": _text(lost[2]),
        }
        return {name: value for name, value in body.items() if value is not None}

    def _check_status(self, fields: Mapping[str, Any]) -> None:
        if self._entry.kind == WEEK:
            self._check_step(fields)
        if self._entry.kind == ORDER and "status" in fields and self._record is not None:
            was = Status(self._record.body.get("status", Status.DRAFT))
            if not may_become(was, Status(fields["status"]), self._person.role):
                raise _No("refused", "transition")

    def _check_step(self, fields: Mapping[str, Any]) -> None:
        before = self._record.body if self._record is not None else None
        is_own = (before or fields)["user_id"] == self._person.id
        if step_problems(before, fields, self._person.role, is_own=is_own):
            raise _No("refused", "transition")

    def _create(self, fields: Mapping[str, Any]) -> None:
        kind, version = self._entry.kind, self._books.version
        given = {"created_by": self._person.id} if kind in (CUSTOMER, LEAD, ORDER) else {}
        given |= {"author_id": self._person.id} if kind in (NOTE, ATTACHMENT, PART) else {}
        self._books.records[kind, self._entry.id] = Record(version, False, {**given, **fields}, version)

    def _change(self, record: Record, fields: Mapping[str, Any]) -> None:
        if self._entry.kind == CONFLICT:
            fields = {**fields, "decided_by": self._person.id, "decided_at": _text(self._edited)}
        is_deleted = self._entry.op is Op.REMOVE or (record.is_deleted and self._entry.op is Op.CHANGE)
        for name, value in fields.items():
            self._note(record, name, record.body.get(name), value)
        if is_deleted is not record.is_deleted:
            self._note(record, "", record.is_deleted, is_deleted)
        record.version, record.is_deleted = self._books.version, is_deleted
        if self._entry.op is not Op.REMOVE:
            record.body.update(fields)

    def _note(self, record: Record, name: str, before: Any, value: Any) -> None:
        who = (self._books.version, self._by.stream, self._seq, self._person.id, self._edited)
        record.writes.append(Write(*who, name, before, value))


def _title(body: Mapping[str, Any]) -> str:
    return str(body.get("title") or body.get("name") or body.get("week") or "")


def _leader(record: Record) -> Ref:
    """What this one is held along with."""
    if survivor := record.body.get("merged_into"):
        return LEAD, survivor
    return record.body.get("subject_kind", ""), record.body.get("subject_id", "")


def last_writes(record: Record) -> dict[str, Write]:
    """Who wrote each field last; who wrote what was there already has written nothing."""
    return {write.field: write for write in record.writes if write.before != write.value}


def _differ(one: Any, other: Any) -> bool:
    return one != other or type(one) is not type(other)


_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def _milliseconds(at: datetime) -> int:
    return (at - _BEGINNING) // timedelta(milliseconds=1)


def _text(milliseconds: int) -> str:
    return (_BEGINNING + timedelta(milliseconds=milliseconds)).isoformat().replace("+00:00", "Z")
