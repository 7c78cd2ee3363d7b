"""What a mutation does that every rule has let through: merged field by field, kept, and told."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from simulation.company import Person
from simulation.journal import ATTACHMENT, CONFLICT, CUSTOMER, LEAD, NOTE, ORDER, PART, WEEK, Entry
from simulation.oracle.books import Delivered, No, Ruling, last_writes, text
from simulation.oracle.news import overruled, told_of
from simulation.oracle.scope import Record, Ref, Write
from sync.protocol import Op
from sync.rules import may_become
from sync.terms import Status
from sync.timesheets import step_problems

if TYPE_CHECKING:
    from simulation.oracle.reference import Reference

_FOR_A_PERSON = {(LEAD, "value"), (ORDER, "scheduled_start"), (ORDER, "planned_minutes"), (PART, "price")}
_DECISIVE = {"assignee_id", "customer_id", "merged_into"}
"""By these, and by nothing else that is changed, a record may go to somebody else."""


class Effect:
    """One mutation that every rule has let through, against the record as it stands."""

    def __init__(
        self, server: "Reference", person: Person, entry: Entry, record: Record | None, seq: int, by: Delivered
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
            "kept_at": text(kept[2]),
            "lost": lost[0],
            "lost_by": lost[1],
            "lost_at": text(lost[2]),
        }
        return {name: value for name, value in body.items() if value is not None}

    def _check_status(self, fields: Mapping[str, Any]) -> None:
        if self._entry.kind == WEEK:
            self._check_step(fields)
        if self._entry.kind == ORDER and "status" in fields and self._record is not None:
            was = Status(self._record.body.get("status", Status.DRAFT))
            if not may_become(was, Status(fields["status"]), self._person.role):
                raise No("refused", "transition")

    def _check_step(self, fields: Mapping[str, Any]) -> None:
        before = self._record.body if self._record is not None else None
        is_own = (before or fields)["user_id"] == self._person.id
        if step_problems(before, fields, self._person.role, is_own=is_own):
            raise No("refused", "transition")

    def _create(self, fields: Mapping[str, Any]) -> None:
        kind, version = self._entry.kind, self._books.version
        given = {"created_by": self._person.id} if kind in (CUSTOMER, LEAD, ORDER) else {}
        given |= {"author_id": self._person.id} if kind in (NOTE, ATTACHMENT, PART) else {}
        self._books.records[kind, self._entry.id] = Record(version, False, {**given, **fields}, version)

    def _change(self, record: Record, fields: Mapping[str, Any]) -> None:
        if self._entry.kind == CONFLICT:
            fields = {**fields, "decided_by": self._person.id, "decided_at": text(self._edited)}
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


def _differ(one: Any, other: Any) -> bool:
    return one != other or type(one) is not type(other)
