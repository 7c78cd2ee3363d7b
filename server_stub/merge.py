"""Finds the fields that two people wrote without seeing each other, and keeps what loses as a conflict."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from msgspec.structs import replace

from server_stub.ledger import Book, Past, Ref, Stamp, Stored
from server_stub.principal import Principal
from sync.merging import Edit, is_contested, mine_wins, policy_of
from sync.moments import from_ms
from sync.protocol import Mutation, Op
from sync.records import Conflict
from sync.terms import Policy


class Writer(NamedTuple):
    """Who merges: a person, by a stream and at a place in it, with an edit of this time."""

    who: Principal
    stream: int
    seq: int
    edited: int


class Contest(NamedTuple):
    """Two values of one field, and whose stands."""

    field: str
    policy: Policy
    before: Any
    theirs: Edit
    theirs_by: str | None
    mine: Edit
    is_mine: bool


def written_since(book: Book, stored: Stored, mutation: Mutation, stream: int) -> dict[str, Stamp]:
    """This mutation's fields that another stream has written after what this user saw.

    Whoever changes a record has seen its creation, so that is never among them.
    """
    found = {}
    for name in mutation.fields:
        stamp = stored.stamps.get(name)
        if stamp is None or stamp.stream == stream:
            continue
        if not book.has_seen(mutation.bases.get(name, mutation.base), stamp.version):
            found[name] = stamp
    return found


def own_past(book: Book, mutation: Mutation) -> dict[int, int]:
    """How far this author's earlier streams go: up to the last change there that this one was made behind."""
    own: dict[int, int] = {}
    for receipt in (book.receipts[key] for key in mutation.after if key in book.receipts):
        own[receipt.stream] = max(own.get(receipt.stream, 0), receipt.version)
    return own


def unseen(book: Book, stored: Stored, mutation: Mutation, stream: int) -> dict[str, Stamp]:
    """What others have written since, without what this author had written by earlier streams."""
    found = written_since(book, stored, mutation, stream)
    own = own_past(book, mutation) if found else {}
    return {name: stamp for name, stamp in found.items() if stamp.version > own.get(stamp.stream, 0)}


def without_overtaken(book: Book, stored: Stored | None, mutation: Mutation, was: int) -> Mutation:
    """What comes back to a restored server, without what somebody wrote who had seen it, and came back sooner."""
    if not was or stored is None or mutation.op is not Op.CHANGE:
        return mutation
    overtaken = {
        name
        for name in mutation.fields.keys() & stored.stamps.keys()
        if book.epochs.went_on_from(stored.stamps[name].version, was)
    }
    return _without(mutation, overtaken)


class Merge:
    """One mutation against the record as it stands."""

    def __init__(self, book: Book, ref: Ref, stored: Stored, mutation: Mutation, writer: Writer) -> None:
        self._kind = ref[0]
        self._stored = stored
        self._mutation = mutation
        self._writer = writer
        self._unseen = unseen(book, stored, mutation, writer.stream)
        self._book = book
        self._pasts = book.pasts.get(ref, ()) if self._unseen else ()
        self._own = own_past(book, mutation) if self._unseen else {}

    def contests(self) -> list[Contest]:
        """The fields that both have changed."""
        found = (self._contest(name, stamp) for name, stamp in self._unseen.items())
        return [contest for contest in found if contest is not None]

    def _contest(self, name: str, stamp: Stamp) -> Contest | None:
        before, standing, wanted = self._before(name), self._stored.body.get(name), self._mutation.fields[name]
        if not is_contested(before, standing, wanted):
            return None
        writer = self._writer
        last = next((past for past in self._pasts if past.version == stamp.version), None)
        theirs = Edit(standing, stamp.edited, last.seq if last else 0, stamp.stream)
        mine = Edit(wanted, writer.edited, writer.seq, writer.stream)
        policy = policy_of(self._kind, name)
        is_mine = mine_wins(policy, theirs, mine, writer.who.role)
        return Contest(name, policy, before, theirs, last.user_id if last else None, mine, is_mine)

    def _before(self, name: str) -> Any:
        """What both had seen: the value that the first of the unseen changes replaced."""
        base = self._mutation.bases.get(name, self._mutation.base)
        others = (past for past in self._pasts if name in past.before and not self._is_own(past))
        return next((past.before[name] for past in others if not self._book.has_seen(base, past.version)), None)

    def _is_own(self, past: Past) -> bool:
        """Whether this author has written it, by this stream or by an earlier one."""
        return past.stream == self._writer.stream or past.version <= self._own.get(past.stream, 0)


def without_lost(mutation: Mutation, contests: Sequence[Contest]) -> Mutation:
    """The mutation without its fields that lost."""
    return _without(mutation, {contest.field for contest in contests if not contest.is_mine})


def _without(mutation: Mutation, names: AbstractSet[str]) -> Mutation:
    if not names:
        return mutation
    return replace(mutation, fields={name: value for name, value in mutation.fields.items() if name not in names})


def conflict_of(ref: Ref, contest: Contest, writer: Writer) -> Conflict:
    """The record that keeps what lost."""
    theirs, mine = (contest.theirs, contest.theirs_by), (contest.mine, writer.who.user_id)
    (kept, kept_by), (lost, lost_by) = (mine, theirs) if contest.is_mine else (theirs, mine)
    return Conflict(
        id="",
        subject_kind=ref[0].value,
        subject_id=ref[1],
        field=contest.field,
        policy=contest.policy,
        before=contest.before,
        kept=kept.value,
        kept_by=kept_by,
        kept_at=from_ms(kept.at),
        lost=lost.value,
        lost_by=lost_by,
        lost_at=from_ms(lost.at),
    )
