"""Keeps the written-down memberships in step with every change, in the change's own version.

A record that enters or leaves an audience is named to it again, even where the record itself stood still: a work order
that is reassigned takes its customer, its notes and its conflicts along.
"""

from collections.abc import Iterable

from server_stub.ledger import Book, Ref, Stored, parent_of
from server_stub.scope import CREW_LEADS, direct_audiences
from sync.blobs import Part, is_awaited
from sync.kinds import FOLLOWERS, Kind
from sync.protocol import Mutation, Op

_DECISIVE = frozenset({"assignee_id", "crew_id", "customer_id", "merged_into", "stored_at", "preview_stored_at"})
MOVED_BY_THEMSELVES = frozenset({Kind.LEAD, Kind.WORK_ORDER, Kind.ATTACHMENT})
_FOR_CREW_LEADS = frozenset({Kind.CUSTOMER, Kind.LEAD})


def is_decisive(mutation: Mutation) -> bool:
    """Whether a mutation may change who holds its record or what follows it."""
    return mutation.op is not Op.CHANGE or not _DECISIVE.isdisjoint(mutation.fields)


def follow(book: Book, ref: Ref, before: Stored | None, mutation: Mutation, version: int) -> None:
    """Bring the memberships of a changed record, and of those that follow it, up to date."""
    kind = ref[0]
    after = book.records[ref]
    _settle(book, ref, _audiences(book, ref, after, is_new=before is None), version, is_changed=True)
    if not is_decisive(mutation):
        return
    if kind is Kind.WORK_ORDER:
        customers = {parent_of(kind, stored.body) for stored in (before, after) if stored is not None}
        for customer_id in sorted(customer_id for customer_id in customers if customer_id is not None):
            _settle(book, (Kind.CUSTOMER, customer_id), _audiences_of_customer(book, customer_id), version)
            _settle_followers(book, (Kind.CUSTOMER, customer_id), version)
    if kind in MOVED_BY_THEMSELVES and before is not None:
        _settle_followers(book, ref, version)


def settle_anew(book: Book, refs: Iterable[Ref], version: int) -> None:
    """Bring memberships up to date with what the directory says now."""
    for ref in sorted(refs):
        if ref[0] is Kind.CUSTOMER:
            _settle(book, ref, _audiences_of_customer(book, ref[1]), version)
        elif ref[0] not in FOLLOWERS:
            _settle(book, ref, _audiences(book, ref, book.records[ref], is_new=False), version)
        _settle_followers(book, ref, version)


def enter(book: Book, follower: Ref, version: int) -> None:
    """Give a new follower to those who hold its subject."""
    _settle(book, follower, _audiences(book, follower, book.records[follower], is_new=True), version, is_changed=True)


def _settle_followers(book: Book, subject: Ref, version: int) -> None:
    for follower in sorted(book.children_of(subject)):
        if follower[0] in FOLLOWERS:
            _settle(book, follower, _audiences_of_follower(book, follower), version)
        elif follower[0] is Kind.LEAD:
            _settle(book, follower, _audiences(book, follower, book.records[follower], is_new=False), version)
        else:  # a customer's work orders are held by whoever works on them
            continue
        _settle_followers(book, follower, version)


def _audiences(book: Book, ref: Ref, stored: Stored, *, is_new: bool) -> frozenset[str]:
    kind = ref[0]
    if kind is Kind.ATTACHMENT or (kind in FOLLOWERS and is_new):
        return _audiences_of_follower(book, ref)
    if kind in FOLLOWERS or (kind is Kind.CUSTOMER and not is_new):  # others move these
        return book.audiences(ref)
    return direct_audiences(book.directory, kind, stored.body) | _audiences_of_survivor(book, kind, stored)


def _audiences_of_survivor(book: Book, kind: Kind, stored: Stored) -> frozenset[str]:
    """A lead that was merged goes where the one goes that it was merged into."""
    survivor = stored.body.get("merged_into") if kind is Kind.LEAD else None
    return book.audiences((Kind.LEAD, survivor)) if survivor else frozenset()


def _audiences_of_customer(book: Book, customer_id: str) -> frozenset[str]:
    """Whoever entered this customer, and whoever has a live work order of theirs."""
    customer = book.records.get((Kind.CUSTOMER, customer_id))
    own = direct_audiences(book.directory, Kind.CUSTOMER, customer.body) if customer else frozenset()
    orders = (book.records[ref] for ref in book.children.get(customer_id, ()) if ref[0] is Kind.WORK_ORDER)
    return own | book.directory.audiences(order.body.get("assignee_id") for order in orders if not order.is_deleted)


def _audiences_of_follower(book: Book, follower: Ref) -> frozenset[str]:
    stored = book.records[follower]
    subject = Kind(stored.body["subject_kind"]), stored.body["subject_id"]
    if subject not in book.records:
        return book.audiences(follower)
    leads = {CREW_LEADS} if subject[0] in _FOR_CREW_LEADS else frozenset[str]()
    return book.audiences(subject) | leads | _audiences_of_bringer(book, follower[0], stored)


def _audiences_of_bringer(book: Book, kind: Kind, stored: Stored) -> frozenset[str]:
    """Whoever attached something holds it until its bytes are here, whoever its subject has gone to: they have them."""
    is_bringing = kind is Kind.ATTACHMENT and any(is_awaited(stored.body, part) for part in Part)
    return book.directory.audiences((stored.body.get("author_id"),)) if is_bringing else frozenset()


def _settle(book: Book, ref: Ref, wanted: frozenset[str], version: int, *, is_changed: bool = False) -> None:
    if not wanted and ref not in book.entries:
        return
    present = book.audiences(ref)
    for audience in sorted(wanted):
        if is_changed or audience not in present:
            book.put_entry(ref, audience, version, is_present=True)
    for audience in sorted(present - wanted):
        book.put_entry(ref, audience, version, is_present=False)
