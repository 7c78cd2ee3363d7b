"""What the rules say to one mutation, seen against the book. A ruling is raised; silence means yes.

Over 300 lines: one function for each rule, in the order in which they are asked.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from server_stub.ledger import Book, Ref, Stamp, Stored
from server_stub.merge import own_past, unseen
from server_stub.principal import Principal
from server_stub.scope import Scope
from server_stub.weeks import comes_late
from sync.checklists import answer_problems, read_checklist
from sync.errors import Problem, StreamFlowError
from sync.kinds import FOLLOWERS, PERSONAL, SUBJECTS, Kind
from sync.language import words
from sync.merging import as_text
from sync.moments import from_ms, to_ms
from sync.protocol import Code, Mutation, Op, Outcome, Refusal, State
from sync.records import ANSWER, Punch, read
from sync.rules import field_problems, may, transition_problems
from sync.terms import Choice, Role, SheetStatus
from sync.timekeeping import Flag, Sending, compute_skew
from sync.timesheets import step_problems

UNSETTLED = frozenset({Outcome.REFUSED, Outcome.HELD, Outcome.WITHDRAWN})

_OF_A_PERSON = frozenset({Kind.PUNCH, Kind.TIMESHEET})
_POINTING = frozenset({"customer_id", "assignee_id", "crew_id", "subject_id"})
_ONES_OWN = frozenset({Kind.ATTACHMENT, Kind.PART})
_STATE_AFTER = {Op.REMOVE: State.DELETED, Op.RESTORE: State.PRESENT}
_STATE = ""  # the stamp of deletion and restoration stands beside those of the fields


class Refused(StreamFlowError):
    def __init__(
        self, code: Code, message: str, fields: dict[str, str] | None = None, theirs: dict[str, Any] | None = None
    ) -> None:
        self.refusal = Refusal(code=code, message=message, fields=fields or {}, theirs=theirs or {})
        super().__init__(message)


class Held(StreamFlowError):
    def __init__(self, cause: str) -> None:
        self.cause = cause
        super().__init__("This waits behind another change that was not applied.")


def check_order(book: Book, mutation: Mutation) -> None:
    """Nothing is applied behind something that was not."""
    for key in mutation.after:
        receipt = book.receipts.get(key)
        if receipt is not None and receipt.outcome in UNSETTLED:
            raise Held(key)


def check_right(who: Principal, kind: Kind, mutation: Mutation) -> None:
    if not may(who.role, mutation.op, kind):
        raise Refused(Code.NOT_ALLOWED, f"Your role may not {mutation.op.value} a {words(kind)}.")


def check_author(book: Book, who: Principal, kind: Kind, mutation: Mutation, stored: Stored) -> None:
    """A worker removes only what they have attached or added; a crew lead decides on the weeks of their crew; where
    somebody was is theirs alone."""
    is_own = stored.body.get("author_id") == who.user_id
    if kind in _ONES_OWN and mutation.op is Op.REMOVE and who.role is Role.WORKER and not is_own:
        raise Refused(Code.NOT_ALLOWED, "You may only remove what you have added yourself.")
    if kind is Kind.TIMESHEET:
        _check_person(book, who, stored.body["user_id"])
    if kind is Kind.LOCATION:
        _check_own_location(who, stored.body)


def check_fields(kind: Kind, mutation: Mutation) -> None:
    _refuse_for(field_problems(kind, mutation.op, mutation.fields))


def check_answers(kind: Kind, before: Stored | None, mutation: Mutation) -> None:
    """Answers fit the checklist as it is with this change."""
    if kind is not Kind.WORK_ORDER or not any(name.startswith(ANSWER) for name in mutation.fields):
        return
    body = {**(before.body if before is not None else {}), **mutation.fields}
    _refuse_for(answer_problems(read_checklist(body), mutation.fields))


def _refuse_for(problems: Sequence[Problem]) -> None:
    if problems:
        fields = {problem.field: problem.message for problem in problems}
        raise Refused(Code.INVALID, " ".join(fields.values()), fields)


def find(book: Book, scope: Scope, ref: Ref, mutation: Mutation) -> Stored:
    """The record, if this user may see it; an id of another organisation is as unknown as any.

    What was changed while they held it arrives even when it has gone to somebody else meanwhile, as long as what is
    deleted is remembered.
    """
    stored = book.records.get(ref)
    check_is_remembered(book, ref)
    if stored is None or not (book.is_in_scope(scope, ref) or _was_held(book, scope, ref, mutation)):
        raise Refused(Code.NOT_FOUND, f"This {words(ref[0])} was not found.")
    return stored


def _was_held(book: Book, scope: Scope, ref: Ref, mutation: Mutation) -> bool:
    if mutation.op is not Op.CHANGE:
        return False
    seen = (mutation.base, *mutation.bases.values(), *own_past(book, mutation).values())
    return any(book.has_left(scope, ref, version) for version in seen)


def check_is_remembered(book: Book, ref: Ref) -> None:
    if ref in book.purged:
        raise Refused(Code.DELETED, f"This {words(ref[0])} was deleted long ago. What you entered is kept.")


def check_is_new(book: Book, ref: Ref) -> None:
    check_is_remembered(book, ref)
    if ref in book.records:
        raise Refused(Code.ALREADY_EXISTS, f"This {words(ref[0])} exists already.")


def beyond_first_attempt(book: Book, who: Principal, ref: Ref, mutation: Mutation) -> Mutation:
    """A creation may be tried again although the attempt that it supersedes had arrived: the rest of it is a change."""
    first = book.receipts.get(mutation.supersedes or "")
    stored = book.records.get(ref)
    if mutation.op is not Op.CREATE or first is None or stored is None or first.version != stored.created.version:
        return mutation
    fields = {name: value for name, value in mutation.fields.items() if stored.body.get(name) != value}
    rest = replace(mutation, op=Op.CHANGE, base=first.version, bases={}, fields=fields)
    if fields:
        check_right(who, ref[0], rest)
    return rest


def check_is_present(kind: Kind, op: Op, stored: Stored) -> None:
    """Reading or deleting one's own news on two devices is no quarrel: it stays deleted."""
    if stored.is_deleted and op is not Op.RESTORE and kind not in PERSONAL:
        raise Refused(Code.DELETED, f"This {words(kind)} was deleted. What you entered is kept.")


def check_references(book: Book, scope: Scope, kind: Kind, fields: dict[str, Any]) -> None:
    """Whatever a record points at has to exist; a punch points softly, at work orders that nobody may know.

    Who names a customer need not hold them: a lead names its customer to whoever works on it, and becomes a work order.
    """
    if _POINTING.isdisjoint(fields):
        return
    if kind in FOLLOWERS and "subject_id" in fields:
        _check_subject(book, scope, kind, fields)
    customer = fields.get("customer_id")
    if customer is not None and (Kind.CUSTOMER, customer) not in book.records:
        raise _no_such("customer_id")
    for name, known in (("assignee_id", book.directory.users), ("crew_id", book.directory.crews)):
        value = fields.get(name)
        if value is not None and value not in known:
            raise _no_such(name)


def _check_subject(book: Book, scope: Scope, kind: Kind, fields: dict[str, Any]) -> None:
    if fields.get("subject_kind") not in SUBJECTS.get(kind, frozenset()):
        raise Refused(Code.INVALID, "Subject kind does not look right.", {"subject_kind": "Does not look right."})
    ref = Kind(fields["subject_kind"]), fields["subject_id"]
    if not _is_known(book, scope, ref):
        raise _no_such("subject_id")


def _is_known(book: Book, scope: Scope, ref: Ref) -> bool:
    """Whether this user may speak of a record: they hold it, or held it when they may have written this."""
    return ref in book.records and (book.is_in_scope(scope, ref) or book.has_left(scope, ref))


def check_survivor(book: Book, scope: Scope, ref: Ref, fields: dict[str, Any]) -> None:
    """What a lead is merged into has to be a lead that stands itself, so that nobody ever goes round in a ring."""
    if ref[0] is not Kind.LEAD or fields.get("merged_into") is None:
        return
    survivor = Kind.LEAD, fields["merged_into"]
    if not _is_known(book, scope, survivor):
        raise _no_such("merged_into")
    stored = book.records[survivor]
    if survivor == ref:
        raise Refused(Code.INVALID, "A lead can't be merged into itself.", {"merged_into": "This is the same lead."})
    if stored.is_deleted or stored.body.get("merged_into"):
        message = "The lead that this was merged into is not there any more. Nothing was merged."
        raise Refused(Code.CONFLICT, message, {"merged_into": message})


def _no_such(name: str) -> Refused:
    message = f"The {words(name.removesuffix('_id').replace('merged_into', 'lead'))} that this speaks of was not found."
    return Refused(Code.NOT_FOUND, message, {name: message})


def check_identity(book: Book, who: Principal, kind: Kind, fields: dict[str, Any]) -> None:
    """Who punches for whom, and in whose name; this is no rule about time."""
    if kind in FOLLOWERS and fields.get("author_id", who.user_id) != who.user_id:
        message = f"{words(kind).capitalize()}s are added in your own name."
        raise Refused(Code.NOT_ALLOWED, message, {"author_id": "Not you."})
    if kind is Kind.PUNCH and fields["by_id"] != who.user_id:
        raise Refused(Code.NOT_ALLOWED, "A punch is made in your own name.", {"by_id": "Not you."})
    if kind in _OF_A_PERSON:
        _check_person(book, who, fields["user_id"])
    if kind is Kind.LOCATION:
        _check_own_location(who, fields)


def _check_own_location(who: Principal, body: Mapping[str, Any]) -> None:
    if body["user_id"] != who.user_id:
        message = "Only they themselves can say, or take back, where somebody was."
        raise Refused(Code.NOT_ALLOWED, message, {"user_id": "Not you."})


def _check_person(book: Book, who: Principal, worker: str) -> None:
    """Whose time is in whose hands."""
    if worker == who.user_id:
        return
    if worker not in book.directory.users:
        raise _no_such("user_id")
    if who.role is Role.WORKER or (who.role is Role.CREW_LEAD and not _leads(book, who, worker)):
        raise Refused(Code.NOT_ALLOWED, "You may not punch for this person.", {"user_id": "Not in your crew."})


def _leads(book: Book, who: Principal, worker: str) -> bool:
    return book.directory.crew_of(worker) in book.directory.crews_of(who.user_id)


def check_unremoved(book: Book, stored: Stored, mutation: Mutation, stream: int) -> None:
    """Nobody deletes what they haven't seen, unless nobody else can have written it."""
    if Kind(mutation.kind) in PERSONAL:
        return
    own = own_past(book, mutation)
    for stamp in stored.stamps.values():
        is_own = stamp.stream == stream or stamp.version <= own.get(stamp.stream, 0)
        if not is_own and not book.has_seen(mutation.base, stamp.version):
            raise Refused(Code.CONFLICT, "Somebody has changed this since you saw it, so it was not deleted.")


def check_decided_on(book: Book, stored: Stored, mutation: Mutation, stream: int) -> None:
    """A decision is about what its maker saw: where that has changed, nothing is merged, and both are kept."""
    theirs = {
        name: stored.body.get(name)
        for name in unseen(book, stored, mutation, stream)
        if stored.body.get(name) != mutation.fields[name]
    }
    if theirs:
        names = ", ".join(words(name.removesuffix("_id")) for name in theirs)
        raise Refused(Code.CONFLICT, f"Somebody else has changed {names} meanwhile. Both are kept.", theirs=theirs)


def check_converted_once(book: Book, lead: Stored, mutation: Mutation, stream: int) -> None:
    """Who converts a lead that somebody has converted unseen would make a second customer, and a second job to do."""
    standing, wanted = lead.body.get("customer_id"), mutation.fields.get("customer_id")
    if None in (standing, wanted) or standing == wanted or "customer_id" not in unseen(book, lead, mutation, stream):
        return
    message = "Somebody else has made a customer of this lead meanwhile. Nothing was made twice; yours is kept."
    raise Refused(Code.CONFLICT, message, theirs={"customer_id": standing})


def check_decision(who: Principal, conflict: Stored, decision: Mutation, unit: Sequence[Mutation]) -> None:
    """A conflict is decided once, by somebody who may change its subject, and along with what they chose."""
    if "choice" in conflict.body:
        theirs = {"choice": conflict.body["choice"]}
        raise Refused(Code.CONFLICT, "Somebody has decided on this already.", theirs=theirs)
    choice = decision.fields.get("choice")
    if choice is None:
        raise _wrong_choice("A decision says which value is to stand.")
    kind, subject_id, field = (conflict.body[name] for name in ("subject_kind", "subject_id", "field"))
    if not may(who.role, Op.CHANGE, Kind(kind)):
        raise Refused(Code.NOT_ALLOWED, f"Your role may not {Op.CHANGE.value} a {words(kind)}.")
    written = [one.fields[field] for one in unit if (one.kind, one.id) == (kind, subject_id) and field in one.fields]
    if choice != Choice.KEPT and not written:
        raise _wrong_choice("A decision for another value comes together with that value.")
    if choice == Choice.LOST and written[-1] != conflict.body.get("lost"):
        raise _wrong_choice("A decision for the value that lost comes together with that value.")


def _wrong_choice(message: str) -> Refused:
    return Refused(Code.INVALID, message, {"choice": message})


def check_transition(kind: Kind, stored: Stored | None, mutation: Mutation, who: Principal) -> None:
    before = stored.body if stored else None
    if kind is Kind.TIMESHEET:
        is_own = (before or mutation.fields)["user_id"] == who.user_id
        problems = step_problems(before, mutation.fields, who.role, is_own=is_own)
    else:
        problems = transition_problems(kind, before, mutation.fields, who.role)
    if problems:
        fields = {problem.field: problem.message for problem in problems}
        raise Refused(Code.TRANSITION, " ".join(fields.values()), fields)


def create(
    book: Book, who: Principal, kind: Kind, mutation: Mutation, stamp: Stamp, at: datetime, sending: Sending | None
) -> Stored:
    """A new record with what the server gives it."""
    body = dict(mutation.fields)
    match kind:
        case Kind.LEAD | Kind.CUSTOMER:
            body["created_by"] = who.user_id
        case Kind.WORK_ORDER:
            body["created_by"] = who.user_id
            body["number"] = book.next_number
            book.next_number += 1
        case Kind.NOTE | Kind.ATTACHMENT | Kind.PART:
            body.setdefault("author_id", who.user_id)
        case Kind.PUNCH:
            body |= _weighed(book, mutation.id, body, at, sending)
        case Kind.TIMESHEET:
            body |= _stepped(who, body, stamp)
        case _:
            pass
    return Stored(
        version=stamp.version,
        state=State.PRESENT,
        body=body,
        stamps={},
        created=stamp,
        occurred_at=to_ms(mutation.occurred_at),
        received_at=to_ms(at),
    )


def _weighed(book: Book, punch_id: str, body: dict[str, Any], at: datetime, sending: Sending | None) -> dict[str, Any]:
    punch = read(Punch, punch_id, 0, body)
    skew = compute_skew(punch, at, sending)
    is_late = comes_late(book, replace(punch, corrected_at=skew.corrected_at))
    flags = (*skew.flags, Flag.LOCKED_WEEK) if is_late else skew.flags
    added: dict[str, Any] = {"flags": [flag.value for flag in flags]} if flags else {}
    if skew.corrected_at is not None:
        added["corrected_at"] = as_text(skew.corrected_at)
    return added


def _stepped(who: Principal, fields: dict[str, Any], stamp: Stamp) -> dict[str, Any]:
    """Who took a step of a week, and when."""
    is_handed_in = fields.get("status", SheetStatus.SUBMITTED) == SheetStatus.SUBMITTED
    step = "submitted" if is_handed_in else "decided"
    return {f"{step}_by": who.user_id, f"{step}_at": as_text(from_ms(stamp.edited))}


def change(who: Principal, kind: Kind, stored: Stored, mutation: Mutation, stamp: Stamp, at: datetime) -> Stored:
    """The record afterwards, each touched field stamped with who did it when."""
    fields = mutation.fields
    if kind is Kind.CONFLICT:
        fields = {**fields, "decided_by": who.user_id, "decided_at": as_text(from_ms(stamp.edited))}
    if kind is Kind.TIMESHEET:
        fields = {**fields, **_stepped(who, {**stored.body, **fields}, stamp)}
    touched = {name: stamp for name, value in fields.items() if stored.body.get(name) != value}
    state = _STATE_AFTER.get(mutation.op, stored.state)
    if state is not stored.state:
        touched[_STATE] = stamp
    return replace(
        stored,
        version=stamp.version,
        state=state,
        body={**stored.body, **fields} if mutation.op is not Op.REMOVE else stored.body,
        stamps={**stored.stamps, **touched},
        occurred_at=to_ms(mutation.occurred_at),
        received_at=to_ms(at),
    )
