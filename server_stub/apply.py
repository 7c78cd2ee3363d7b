"""The one way into the records, for push and REST alike.

    lines ──► open_book ──► rule on each unit ──► write_book          the whole batch, in one savepoint
                               │ unexpected error
                               └────────────────► the same, unit by unit; a unit that fails is refused `internal`
          ──► keep_time                                              what the punches among them mean for work orders

A unit is a single line or a group, which stands or falls together. The caller owns the transaction: effects, receipts,
audit records, domain events and the stream's position commit together or not at all.

Over 300 lines: one batch from first to last; its steps make sense only together.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

import msgspec
from sqlalchemy import Connection

from server_stub import rulings
from server_stub.database import Sql, is_outage
from server_stub.derived_ids import derived_id
from server_stub.job_time import TimeBook
from server_stub.ledger import Book, Detail, Line, Receipt, Ref, Stamp, Stored, read_detail
from server_stub.membership import enter, follow
from server_stub.merge import Merge, Writer, conflict_of, without_lost, without_overtaken
from server_stub.news import Happened, news_of
from server_stub.owed_time import follow_or_owe
from server_stub.principal import Principal
from server_stub.rulings import UNSETTLED, Held, Refused
from server_stub.scope import Scope
from server_stub.shelf import open_book, write_book
from sync.ids import NewId
from sync.kinds import Kind
from sync.merging import edited_at
from sync.moments import to_ms
from sync.protocol import ACCEPTED, Code, Mutation, Op, Outcome, Refusal, Row, State, Verdict
from sync.records import Notification, Record, body_of
from sync.timekeeping import Sending

log = logging.getLogger(__name__)

Unit = tuple[Line, ...]

_CLOCKED = frozenset({Kind.PUNCH, Kind.WORK_ORDER})


@dataclass(frozen=True)
class Desk:
    """Who brings lines to the counter, by which stream, when they arrived, and when the device says it sent them."""

    connection: Connection
    sql: Sql
    new_id: NewId
    who: Principal
    stream: int
    at: datetime
    sent_at: datetime
    sending: Sending | None = None


@dataclass(frozen=True)
class Answer:
    verdicts: list[Verdict]
    version: int


def apply(desk: Desk, lines: Sequence[Line]) -> Answer:
    """Give every line its final verdict."""
    answer = _rule(desk, lines)
    written = [
        line.mutation
        for line, verdict in zip(lines, answer.verdicts, strict=True)
        if line.mutation is not None and verdict.outcome in ACCEPTED and not verdict.replayed
    ]
    if not any(mutation.kind in _CLOCKED for mutation in written):
        return answer
    book = TimeBook(desk.connection, desk.sql, desk.who.org, desk.new_id, desk.at)
    return replace(answer, version=follow_or_owe(book, written) or answer.version)


def _rule(desk: Desk, lines: Sequence[Line]) -> Answer:
    units = list(_units(lines))
    try:
        with desk.connection.begin_nested():
            return _apply_units(desk, units)
    except Exception as error:
        if is_outage(error):  # then nothing is decided, and everything may come again
            raise
        log.exception("a batch of %d could not be applied in bulk; going on one by one", len(lines))
    answers = [_apply_alone(desk, unit) for unit in units]
    verdicts = [verdict for answer in answers for verdict in answer.verdicts]
    return Answer(verdicts, answers[-1].version)


def _units(lines: Sequence[Line]) -> Iterator[Unit]:
    def group_of(line: Line) -> tuple[str, str]:
        group = line.mutation.group if line.mutation is not None else None
        return ("group", group) if group is not None else ("line", f"{line.seq}")

    for _group, members in groupby(lines, group_of):
        yield tuple(members)


def _apply_alone(desk: Desk, unit: Unit) -> Answer:
    try:
        with desk.connection.begin_nested():
            return _apply_units(desk, [unit])
    except Exception as error:
        if is_outage(error):
            raise
        log.exception("refused %s: the server failed", ", ".join(line.key for line in unit))
    refusal = Refusal(code=Code.INTERNAL, message="The server failed on this. It was not applied, and is kept.")
    broken = tuple(Line(line.key, line.seq, line.hash, refusal=refusal) for line in unit)
    with desk.connection.begin_nested():
        return _apply_units(desk, [(line,) for line in broken])


def _apply_units(desk: Desk, units: Sequence[Unit]) -> Answer:
    book = open_book(desk.connection, desk.who.org, [line for unit in units for line in unit], desk.stream)
    clerk = Clerk(book, desk, book.directory.scope_of(desk.who))
    verdicts: list[Verdict] = []
    for unit in units:
        verdicts += clerk.rule_on_unit(unit)
    write_book(desk.connection, desk.sql, book)
    return Answer(verdicts, book.version)


class Clerk:
    """Rules on line after line in one book."""

    def __init__(self, book: Book, desk: Desk, scope: Scope) -> None:
        self._book = book
        self._who = desk.who
        self._stream = desk.stream
        self._at = desk.at
        self._sending = desk.sending
        self._received = to_ms(desk.at)
        self._sent = to_ms(desk.sent_at)
        self._new_id = desk.new_id
        self._scope = scope
        self._unit: Sequence[Mutation] = ()
        self._told: set[tuple[str, ...]] = set()

    def rule_on_unit(self, unit: Unit) -> list[Verdict]:
        self._unit = [line.mutation for line in unit if line.mutation is not None]
        self._told = set()
        return self.rule_on_group(unit) if len(unit) > 1 else [self.rule_on(unit[0])]

    def rule_on(self, line: Line) -> Verdict:
        receipt = self._book.receipts.get(line.key)
        if receipt is not None:
            return self._repeat(line, receipt)
        if line.is_withdrawal:
            return self._close(line, Outcome.WITHDRAWN)
        try:
            return self._accept(line)
        except Held as held:
            return self._close(line, Outcome.HELD, Detail(cause=held.cause))
        except Refused as refused:
            return self._close(line, Outcome.REFUSED, Detail(refusal=self._fit_to_tell(line, refused.refusal)))

    def _fit_to_tell(self, line: Line, refusal: Refusal) -> Refusal:
        """Others' values are for those who hold the record; who held it once may still send, and is told no more."""
        mutation = line.mutation
        if mutation is None or not refusal.theirs:
            return refusal
        is_held = self._book.is_in_scope(self._scope, (Kind(mutation.kind), mutation.id))
        return refusal if is_held else msgspec.structs.replace(refusal, theirs={})

    def rule_on_group(self, unit: Unit) -> list[Verdict]:
        """All or none: the first member that can't be applied takes the others with it."""
        take_back = self._book.attempt()
        verdicts = [self.rule_on(line) for line in unit]
        culprit = next((place for place, verdict in enumerate(verdicts) if verdict.outcome in UNSETTLED), None)
        if culprit is None or all(verdict.replayed for verdict in verdicts):
            self._book.close_attempt()
            return verdicts
        take_back()
        return [self._fall(line, verdicts[culprit], is_culprit=place == culprit) for place, line in enumerate(unit)]

    def _fall(self, line: Line, culprit: Verdict, *, is_culprit: bool) -> Verdict:
        receipt = self._book.receipts.get(line.key)
        if receipt is not None:
            return self._repeat(line, receipt)
        if is_culprit:
            return self._close(line, culprit.outcome, Detail(culprit.refusal, culprit.cause))
        if culprit.outcome is Outcome.HELD:
            return self._close(line, Outcome.HELD, Detail(cause=culprit.cause))
        message = "Another part of the same step was refused, so this was not applied either."
        return self._close(line, Outcome.REFUSED, Detail(refusal=Refusal(code=Code.GROUP, message=message)))

    def _accept(self, line: Line) -> Verdict:
        """Apply a mutation, or raise what speaks against it."""
        mutation = line.mutation
        if mutation is None:
            assert line.refusal is not None
            raise Refused(line.refusal.code, line.refusal.message, line.refusal.fields)
        kind = Kind(mutation.kind)
        ref = (kind, mutation.id)
        rulings.check_order(self._book, mutation)
        rulings.check_right(self._who, kind, mutation)
        mutation = rulings.beyond_first_attempt(self._book, self._who, ref, mutation)
        mutation = without_overtaken(self._book, self._book.records.get(ref), mutation, line.was)
        before = self._rule(kind, ref, mutation)
        writer = Writer(self._who, self._stream, line.seq, self._edited(mutation))
        contests = Merge(self._book, ref, before, mutation, writer).contests() if before is not None else []
        mutation = without_lost(mutation, contests)
        rulings.check_transition(kind, before, mutation, self._who)
        version = self._book.version + 1
        stamp = Stamp(version, self._stream, writer.edited)
        if before is None:
            after = rulings.create(self._book, self._who, kind, mutation, stamp, self._at, self._sending)
        else:
            after = rulings.change(self._who, kind, before, mutation, stamp, self._at)
        self._put(ref, after)
        follow(self._book, ref, before, mutation, version)
        self._book.regain(version, line.was, min((mutation.base, *mutation.bases.values())))
        outcome = Outcome.APPLIED if all(contest.is_mine for contest in contests) else Outcome.MERGED
        self._note(line, outcome, version, before, mutation)
        self._announce(ref, after, mutation.op)
        conflicts = [conflict_of(ref, contest, writer) for contest in contests]
        kept = tuple(self._add(Kind.CONFLICT, one, f"{line.key}/{one.field}", writer.edited) for one in conflicts)
        news = news_of(Happened(ref, before, after, self._who.user_id, self._at), conflicts)
        self._tell(line.key, news, writer.edited)
        detail = _frozen(Detail(conflicts=kept)) if kept else None
        receipt = Receipt(line.hash, self._stream, outcome, version=version, detail=detail)
        self._book.put_receipt(line.key, receipt, line.seq)
        row, kept_rows = self._book.row(self._scope, ref), self._conflicts(kept)
        return Verdict(key=line.key, outcome=outcome, version=version, row=row, conflicts=kept_rows)

    def _edited(self, mutation: Mutation) -> int:
        return edited_at(to_ms(mutation.occurred_at), self._sent, self._received)

    def _add(self, kind: Kind, new: Record, name: str, edited: int) -> str:
        """A record of the server's own making, in a version of its own; its id.

        That follows from its `name`: what comes back after a restore is the same record again, so that a decision
        finds its conflict, and news are told with what their person did with them since.
        """
        ref = kind, derived_id(name)
        stamp = Stamp(self._book.version + 1, self._stream, edited)
        stored = Stored(stamp.version, State.PRESENT, body_of(new), {}, stamp, edited, self._received)
        self._put(ref, stored)
        enter(self._book, ref, stamp.version)
        self._announce(ref, stored, Op.CREATE)
        facts = (Op.CREATE.value, *ref, Outcome.APPLIED.value, stamp.version, None, edited, self._received)
        self._book.new_audits.append((self._who.org, self._new_id(), self._stream, *facts))
        return ref[1]

    def _tell(self, key: str, news: Iterable[Notification], edited: int) -> None:
        """Each of a unit's news once: a missed shift is two punches and one correction."""
        for one in news:
            matter = one.user_id, one.happening, one.subject_kind
            if one.user_id in self._book.directory.users and matter not in self._told:
                self._told.add(matter)
                self._add(Kind.NOTIFICATION, one, f"{key}/{one.user_id}/{one.happening}", edited)

    def _put(self, ref: Ref, stored: Stored) -> None:
        self._book.version = stored.version
        self._book.put_record(ref, stored)

    def _announce(self, ref: Ref, stored: Stored, op: Op) -> None:
        """The domain event."""
        name = f"{ref[0].value}.{op.value}"
        at = stored.occurred_at, stored.received_at
        self._book.new_events.append((self._who.org, stored.version, name, ref[1], self._stream, *at))

    def _rule(self, kind: Kind, ref: Ref, mutation: Mutation) -> Stored | None:
        """Every rule about the record in turn; returns it as it was before."""
        book = self._book
        if mutation.op is Op.CREATE:
            rulings.check_is_new(book, ref)
            before = None
        else:
            before = rulings.find(book, self._scope, ref, mutation)
            rulings.check_is_present(kind, mutation.op, before)
            rulings.check_author(book, self._who, kind, mutation, before)
        rulings.check_fields(kind, mutation)
        rulings.check_answers(kind, before, mutation)
        rulings.check_references(book, self._scope, kind, mutation.fields)
        rulings.check_survivor(book, self._scope, ref, mutation.fields)
        if before is None:
            rulings.check_identity(book, self._who, kind, mutation.fields)
        elif mutation.op is Op.REMOVE:
            rulings.check_unremoved(book, before, mutation, self._stream)
        elif kind is Kind.TIMESHEET or any(other.kind == Kind.CONFLICT for other in self._unit):
            rulings.check_decided_on(book, before, mutation, self._stream)
        if before is not None and kind is Kind.LEAD:
            rulings.check_converted_once(book, before, mutation, self._stream)
        if before is not None and kind is Kind.CONFLICT:
            rulings.check_decision(self._who, before, mutation, self._unit)
        return before

    def _close(self, line: Line, outcome: Outcome, detail: Detail | None = None) -> Verdict:
        """A verdict without effect; it is as final as any."""
        refusal = detail.refusal if detail else None
        receipt = Receipt(
            hash=line.hash,
            stream=self._stream,
            outcome=outcome,
            code=refusal.code.value if refusal else None,
            detail=_frozen(detail) if detail else None,
        )
        self._book.put_receipt(line.key, receipt, line.seq)
        self._note(line, outcome, 0, None, line.mutation)
        return self._verdict(line, receipt)

    def _repeat(self, line: Line, receipt: Receipt) -> Verdict:
        """The verdict of the first delivery again. Another body under a known key is a fault, but no new receipt."""
        is_fenced = line.is_withdrawal or receipt.outcome is Outcome.WITHDRAWN
        if not is_fenced and line.hash != receipt.hash:
            message = "This key was used before for something else. Nothing was applied."
            return Verdict(
                key=line.key, outcome=Outcome.REFUSED, refusal=Refusal(code=Code.KEY_REUSED, message=message)
            )
        return msgspec.structs.replace(self._verdict(line, receipt), replayed=True)

    def _verdict(self, line: Line, receipt: Receipt) -> Verdict:
        detail = read_detail(receipt.detail) if receipt.detail else Detail()
        refusal = detail.refusal
        if refusal is None and receipt.code is not None:
            refusal = Refusal(code=Code(receipt.code), message="This was refused earlier; the reason was confirmed.")
        return Verdict(
            key=line.key,
            outcome=receipt.outcome,
            version=receipt.version,
            row=self._row_of(line),
            refusal=refusal,
            cause=detail.cause,
            conflicts=self._conflicts(detail.conflicts),
        )

    def _conflicts(self, conflicts: Sequence[str]) -> tuple[Row, ...]:
        """As this user may see them now."""
        rows = (self._book.row(self._scope, (Kind.CONFLICT, conflict)) for conflict in conflicts)
        return tuple(row for row in rows if row is not None and row.state is State.PRESENT)

    def _row_of(self, line: Line) -> Row | None:
        """The record as it is now, where the user may know of it at all."""
        mutation = line.mutation
        ref = (Kind(mutation.kind), mutation.id) if mutation is not None else self._book.written.get(line.key)
        if ref is None:
            return None
        row = self._book.row(self._scope, ref)
        was_written = self._book.receipts[line.key].outcome in ACCEPTED
        return row if was_written or (row is not None and row.state is not State.REMOVED) else None

    def _note(
        self, line: Line, outcome: Outcome, version: int, before: Stored | None, mutation: Mutation | None
    ) -> None:
        """The audit record: who did what when, and which values it replaced."""
        replaced = {name: before.body.get(name) for name in mutation.fields} if before and mutation else None
        self._book.new_audits.append(
            (
                self._who.org,
                line.key,
                self._stream,
                mutation.op.value if mutation else "withdraw" if line.is_withdrawal else "unreadable",
                mutation.kind if mutation else "",
                mutation.id if mutation else "",
                outcome.value,
                version,
                msgspec.json.encode(replaced).decode() if replaced else None,
                to_ms(mutation.occurred_at) if mutation else self._received,
                self._received,
            )
        )


def _frozen(detail: Detail) -> str:
    return msgspec.json.encode(detail).decode()
