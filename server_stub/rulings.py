"""What the rules say to one mutation, seen against the book. A ruling is raised; silence means yes."""

from datetime import datetime
from typing import Any

from msgspec.structs import replace

from server_stub.ledger import Book, Ref, Stamp, Stored, milliseconds
from server_stub.principal import Principal
from server_stub.scope import Scope
from sync.errors import StreamFlowError
from sync.protocol import Code, Mutation, Op, Outcome, Refusal, State
from sync.records import FOLLOWERS, Kind, Punch, Role, read
from sync.rules import field_problems, may, transition_problems, words
from sync.timekeeping import compute_skew

UNSETTLED = frozenset({Outcome.REFUSED, Outcome.HELD, Outcome.WITHDRAWN})

_SOFT_KINDS = frozenset({Kind.PUNCH})
_POINTING = frozenset({"customer_id", "work_order_id", "assignee_id", "crew_id", "subject_id"})
_SUBJECTS = frozenset({Kind.CUSTOMER, Kind.LEAD, Kind.WORK_ORDER})
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


def check_author(who: Principal, kind: Kind, mutation: Mutation, stored: Stored) -> None:
    """A worker removes only the attachments that they have added."""
    is_own = stored.body.get("author_id") == who.user_id
    if kind is Kind.ATTACHMENT and mutation.op is Op.REMOVE and who.role is Role.WORKER and not is_own:
        raise Refused(Code.NOT_ALLOWED, "You may only remove what you have attached yourself.")


def check_fields(kind: Kind, mutation: Mutation) -> None:
    problems = field_problems(kind, mutation.op, mutation.fields)
    if problems:
        fields = {problem.field: problem.message for problem in problems}
        raise Refused(Code.INVALID, " ".join(fields.values()), fields)


def find(book: Book, scope: Scope, ref: Ref) -> Stored:
    """The record, if this user may see it; an id of another organisation is as unknown as any."""
    stored = book.records.get(ref)
    if stored is None or not book.is_in_scope(scope, ref):
        raise Refused(Code.NOT_FOUND, f"This {words(ref[0])} was not found.")
    return stored


def check_is_new(book: Book, ref: Ref) -> None:
    if ref in book.records:
        raise Refused(Code.ALREADY_EXISTS, f"This {words(ref[0])} exists already.")


def beyond_first_attempt(book: Book, who: Principal, ref: Ref, mutation: Mutation) -> Mutation:
    """A creation may be tried again although the attempt that it supersedes had arrived: the rest of it is a change."""
    first = book.receipts.get(mutation.supersedes or "")
    stored = book.records.get(ref)
    if mutation.op is not Op.CREATE or first is None or stored is None or first.version != stored.created[0]:
        return mutation
    fields = {name: value for name, value in mutation.fields.items() if stored.body.get(name) != value}
    rest = replace(mutation, op=Op.CHANGE, base=first.version, bases={}, fields=fields)
    if fields:
        check_right(who, ref[0], rest)
    return rest


def check_is_present(kind: Kind, op: Op, stored: Stored) -> None:
    if stored.is_deleted and op is not Op.RESTORE:
        raise Refused(Code.DELETED, f"This {words(kind)} was deleted. What you entered is kept.")


def check_references(book: Book, scope: Scope, kind: Kind, fields: dict[str, Any]) -> None:
    """Whatever a record points at has to exist; a punch points softly."""
    if kind in _SOFT_KINDS or _POINTING.isdisjoint(fields):
        return
    if kind in FOLLOWERS and "subject_id" in fields:
        _check_subject(book, scope, fields)
    for name, target in (("customer_id", Kind.CUSTOMER), ("work_order_id", Kind.WORK_ORDER)):
        value = fields.get(name)
        if value is not None and (target, value) not in book.records:
            raise _no_such(name)
    for name, known in (("assignee_id", book.directory.users), ("crew_id", book.directory.crews)):
        value = fields.get(name)
        if value is not None and value not in known:
            raise _no_such(name)


def _check_subject(book: Book, scope: Scope, fields: dict[str, Any]) -> None:
    if fields.get("subject_kind") not in _SUBJECTS:
        raise Refused(Code.INVALID, "Subject kind does not look right.", {"subject_kind": "Does not look right."})
    ref = Kind(fields["subject_kind"]), fields["subject_id"]
    if ref not in book.records or not book.is_in_scope(scope, ref):
        raise _no_such("subject_id")


def _no_such(name: str) -> Refused:
    message = f"The {words(name.removesuffix('_id'))} that this speaks of was not found."
    return Refused(Code.NOT_FOUND, message, {name: message})


def check_identity(book: Book, who: Principal, kind: Kind, fields: dict[str, Any]) -> None:
    """Who punches for whom, and in whose name; this is no rule about time."""
    if kind in FOLLOWERS and fields.get("author_id", who.user_id) != who.user_id:
        message = f"{words(kind).capitalize()}s are added in your own name."
        raise Refused(Code.NOT_ALLOWED, message, {"author_id": "Not you."})
    if kind is not Kind.PUNCH:
        return
    worker = fields["user_id"]
    if fields["by_id"] != who.user_id:
        raise Refused(Code.NOT_ALLOWED, "A punch is made in your own name.", {"by_id": "Not you."})
    if worker == who.user_id:
        return
    if worker not in book.directory.users:
        raise _no_such("user_id")
    if who.role is Role.WORKER or (who.role is Role.CREW_LEAD and not _leads(book, who, worker)):
        raise Refused(Code.NOT_ALLOWED, "You may not punch for this person.", {"user_id": "Not in your crew."})


def _leads(book: Book, who: Principal, worker: str) -> bool:
    return book.directory.crew_of(worker) in book.directory.crews_of(who.user_id)


def check_base(book: Book, stored: Stored, mutation: Mutation, stream: int) -> None:
    """Whatever another stream changed since this user looked is theirs; nothing is overwritten unseen."""
    own = _own_past(book, mutation)

    def is_concurrent(stamp: Stamp, base: int) -> bool:
        version, by = stamp
        return by != stream and version > own.get(by, 0) and not book.has_seen(base, version)

    if mutation.op is Op.REMOVE:
        stamps = [stored.created, *stored.stamps.values()]
        if any(is_concurrent(stamp, mutation.base) for stamp in stamps):
            raise Refused(Code.CONFLICT, "Somebody has changed this since you saw it, so it was not deleted.")
        return
    theirs = {
        name: stored.body.get(name)
        for name, value in mutation.fields.items()
        if is_concurrent(stored.stamp(name), mutation.bases.get(name, mutation.base)) and stored.body.get(name) != value
    }
    if theirs:
        names = ", ".join(words(name.removesuffix("_id")) for name in theirs)
        raise Refused(Code.CONFLICT, f"Somebody else has changed {names} meanwhile. Both are kept.", theirs=theirs)


def _own_past(book: Book, mutation: Mutation) -> dict[int, int]:
    """How far this author's earlier streams go: up to the last change there that this one was made behind."""
    own: dict[int, int] = {}
    for receipt in (book.receipts[key] for key in mutation.after if key in book.receipts):
        own[receipt.stream] = max(own.get(receipt.stream, 0), receipt.version)
    return own


def check_transition(kind: Kind, stored: Stored | None, mutation: Mutation, who: Principal) -> None:
    problems = transition_problems(kind, stored.body if stored else None, mutation.fields, who.role)
    if problems:
        fields = {problem.field: problem.message for problem in problems}
        raise Refused(Code.TRANSITION, " ".join(fields.values()), fields)


def create(book: Book, who: Principal, kind: Kind, mutation: Mutation, stamp: Stamp, at: datetime) -> Stored:
    """A new record with what the server gives it."""
    body = dict(mutation.fields)
    match kind:
        case Kind.LEAD:
            body["created_by"] = who.user_id
        case Kind.WORK_ORDER:
            body["created_by"] = who.user_id
            body["number"] = book.next_number
            book.next_number += 1
        case Kind.NOTE | Kind.ATTACHMENT:
            body.setdefault("author_id", who.user_id)
        case Kind.PUNCH:
            body |= _weighed(mutation.id, body, at)
        case _:
            pass
    return Stored(
        version=stamp[0],
        state=State.PRESENT,
        body=body,
        stamps={},
        created=stamp,
        occurred_at=milliseconds(mutation.occurred_at),
        received_at=milliseconds(at),
    )


def _weighed(punch_id: str, body: dict[str, Any], at: datetime) -> dict[str, Any]:
    skew = compute_skew(read(Punch, punch_id, 0, body), at)
    added: dict[str, Any] = {"flags": [flag.value for flag in skew.flags]} if skew.flags else {}
    if skew.corrected_at is not None:
        added["corrected_at"] = skew.corrected_at.isoformat().replace("+00:00", "Z")
    return added


def change(stored: Stored, mutation: Mutation, stamp: Stamp, at: datetime) -> Stored:
    """The record afterwards, each touched field stamped with who did it when."""
    touched = {name: stamp for name, value in mutation.fields.items() if stored.body.get(name) != value}
    state = State.DELETED if mutation.op is Op.REMOVE else State.PRESENT
    if state is not stored.state:
        touched[_STATE] = stamp
    return replace(
        stored,
        version=stamp[0],
        state=state,
        body={**stored.body, **mutation.fields} if mutation.op is not Op.REMOVE else stored.body,
        stamps={**stored.stamps, **touched},
        occurred_at=milliseconds(mutation.occurred_at),
        received_at=milliseconds(at),
    )
