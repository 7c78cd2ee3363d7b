"""Fills a `Book` from the database and writes it back: the only SQL between a push and its tables.

Over 300 lines: all statements of a push stand in one file, so that what it costs can be read.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Select, bindparam, func, select, update

from server_stub import schema
from server_stub.database import Sql
from server_stub.epochs import Epochs, Regained
from server_stub.ledger import Book, Line, Past, Receipt, Ref, by_kind, read_detail, record_tuple, stored_of
from server_stub.membership import MOVED_BY_THEMSELVES, is_decisive
from server_stub.merge import written_since
from server_stub.scope import read_directory
from sync.kinds import FOLLOWERS, Kind
from sync.protocol import ACCEPTED, Mutation, Outcome

_AT_ONCE = 1_000
_FEW = 20
_REFERENCES = {"customer_id": Kind.CUSTOMER, "work_order_id": Kind.WORK_ORDER, "merged_into": Kind.LEAD}
_SUBJECTS = (Kind.CUSTOMER, Kind.LEAD, Kind.WORK_ORDER)
_NAMING = (Kind.USER, Kind.CUSTOMER, Kind.LEAD, Kind.WORK_ORDER, Kind.PUNCH, Kind.TIMESHEET)
# Two people may have changed one of these; and behind a merged lead stands all that was known of it.
_FOLLOWED_FOLLOWERS = frozenset({Kind.ATTACHMENT, Kind.PART, Kind.SITE, Kind.CONTACT, Kind.LEAD})

T = TypeVar("T")

_record = schema.record.c
_organisation = schema.organisation.c
_COLUMNS = (
    _record.version,
    _record.state,
    _record.body,
    _record.stamps,
    _record.created_version,
    _record.created_stream,
    _record.created_edited,
    _record.occurred_at,
    _record.received_at,
)
_SELECT_ORGANISATION = (
    select(_organisation.version, _organisation.next_number, _organisation.floors, _organisation.horizon)
    .where(_organisation.org == bindparam("org"))
    .with_for_update()
)
_SELECT_RECEIPTS = select(
    schema.receipt.c.key,
    schema.receipt.c.hash,
    schema.receipt.c.stream,
    schema.receipt.c.outcome,
    schema.receipt.c.code,
    schema.receipt.c.version,
    schema.receipt.c.detail,
).where(schema.receipt.c.org == bindparam("org"), schema.receipt.c.key.in_(bindparam("some", expanding=True)))
_ANY_RECEIPT = (
    select(schema.receipt.c.key)
    .where(
        schema.receipt.c.org == bindparam("org"),
        schema.receipt.c.key >= bindparam("low"),
        schema.receipt.c.key <= bindparam("high"),
    )
    .limit(1)
)
_SELECT_WRITTEN = select(schema.audit.c.key, schema.audit.c.kind, schema.audit.c.id).where(
    schema.audit.c.org == bindparam("org"), schema.audit.c.key.in_(bindparam("some", expanding=True))
)
_SELECT_PASTS = (
    select(
        schema.audit.c.id,
        schema.audit.c.version,
        schema.audit.c.stream,
        func.coalesce(schema.receipt.c.seq, 0),
        schema.stream.c.user_id,
        schema.audit.c.before,
    )
    .join(
        schema.receipt,
        (schema.receipt.c.org == schema.audit.c.org) & (schema.receipt.c.key == schema.audit.c.key),
        isouter=True,
    )
    .join(
        schema.stream,
        (schema.stream.c.org == schema.audit.c.org) & (schema.stream.c.number == schema.audit.c.stream),
        isouter=True,
    )
    .where(
        schema.audit.c.org == bindparam("org"),
        schema.audit.c.kind == bindparam("kind"),
        schema.audit.c.id.in_(bindparam("some", expanding=True)),
        schema.audit.c.version > bindparam("least"),
    )
    .order_by(schema.audit.c.version)
)
_SELECT_RECORDS = select(_record.id, *_COLUMNS).where(
    _record.org == bindparam("org"),
    _record.kind == bindparam("kind"),
    _record.id.in_(bindparam("some", expanding=True)),
)
_ANY_RECORD = (
    select(_record.id)
    .where(
        _record.org == bindparam("org"),
        _record.kind == bindparam("kind"),
        _record.id >= bindparam("low"),
        _record.id <= bindparam("high"),
    )
    .limit(1)
)
_SELECT_NAMED = select(_record.kind, _record.id, *_COLUMNS).where(
    _record.org == bindparam("org"),
    _record.kind.in_([kind.value for kind in _NAMING]),
    (_record.id == bindparam("user_id")) | _record.body.contains(bindparam("user_id")),
)
_SELECT_CHILDREN = select(_record.kind, _record.id, *_COLUMNS).where(
    _record.org == bindparam("org"), _record.parent.in_(bindparam("some", expanding=True))
)
_SELECT_ENTRIES = select(
    schema.scope_entry.c.id,
    schema.scope_entry.c.audience,
    schema.scope_entry.c.version,
    schema.scope_entry.c.is_present,
).where(
    schema.scope_entry.c.org == bindparam("org"),
    schema.scope_entry.c.kind == bindparam("kind"),
    schema.scope_entry.c.id.in_(bindparam("some", expanding=True)),
)
_SELECT_PURGED = select(schema.purged.c.id).where(
    schema.purged.c.org == bindparam("org"),
    schema.purged.c.kind == bindparam("kind"),
    schema.purged.c.id.in_(bindparam("some", expanding=True)),
)
_SELECT_REGAINED = select(schema.regained.c.version, schema.regained.c.was, schema.regained.c.saw).where(
    schema.regained.c.org == bindparam("org"), schema.regained.c.version.in_(bindparam("some", expanding=True))
)
_UPDATE_ORGANISATION = (
    update(schema.organisation)
    .where(schema.organisation.c.org == bindparam("which"))
    .values(version=bindparam("new_version"), next_number=bindparam("new_number"))
)


def open_book(connection: Connection, org: int, lines: Sequence[Line], stream: int) -> Book:
    """Lock the organisation's counter and read everything that these lines of a stream may look at."""
    version, next_number, floors, horizon = connection.execute(_SELECT_ORGANISATION, {"org": org}).one()
    book = Book(org, read_directory(connection, org), version, next_number, Epochs.read(floors), horizon)
    mutations = [line.mutation for line in lines if line.mutation is not None]
    _read_receipts(connection, book, lines, mutations)
    _read_written(connection, book, lines)
    touched = {(Kind(mutation.kind), mutation.id) for mutation in mutations}.union(book.written.values())
    _read_records(connection, book, touched.union(_references(mutations), _told_before(book, lines)))
    _read_leaders(connection, book)
    if horizon:
        _read_purged(connection, book, touched)
    stamps = (stamp for one in book.records.values() for stamp in (one.created, *one.stamps.values()))
    _read_regained(connection, book, lines, (stamp.version for stamp in stamps))
    _read_pasts(connection, book, mutations, stream)
    _read_regained(connection, book, lines, (past.version for pasts in book.pasts.values() for past in pasts))
    _read_weeks(connection, book, mutations)
    parents = _read_children(connection, book, mutations)
    _read_entries(connection, book, parents)
    return book


def read_named(connection: Connection, book: Book, user_id: str) -> None:
    """Everything that names this user, with the customers of their work orders and all that follows these."""
    named = connection.execute(_SELECT_NAMED, {"org": book.org, "user_id": user_id})
    for kind, record_id, *row in named:
        book.learn((Kind(kind), record_id), stored_of(row))
    customers: set[Ref] = set()
    for (kind, _id), stored in book.records.items():
        if kind is Kind.WORK_ORDER:
            _add(customers, Kind.CUSTOMER, stored.body.get("customer_id"))
    _read_records(connection, book, customers)
    _read_leaders(connection, book)
    _read_followers(connection, book, {record_id for _kind, record_id in book.records})
    _read_entries(connection, book, customers)


def write_book(connection: Connection, sql: Sql, book: Book) -> None:
    new: list[tuple[Any, ...]] = []
    old: list[tuple[Any, ...]] = []
    for ref in book.changed_records:
        (old if ref in book.known else new).append(record_tuple(book.org, ref, book.records[ref]))
    sql.insert(connection, schema.record, new)
    sql.upsert(connection, schema.record, old)
    sql.insert(connection, schema.receipt, book.new_receipts)
    sql.insert(connection, schema.audit, book.new_audits)
    sql.insert(connection, schema.event, book.new_events)
    sql.insert(connection, schema.regained, book.new_regained)
    sql.upsert(connection, schema.scope_entry, list(_entry_tuples(book)))
    if book.new_events:
        numbers = {"which": book.org, "new_version": book.version, "new_number": book.next_number}
        connection.execute(_UPDATE_ORGANISATION, numbers)


def _entry_tuples(book: Book) -> Iterator[tuple[Any, ...]]:
    for ref, audience in book.changed_entries:
        entry = book.entries[ref].get(audience)
        if entry is not None:
            yield (book.org, ref[0].value, ref[1], audience, *entry)


def _read_receipts(connection: Connection, book: Book, lines: Sequence[Line], mutations: list[Mutation]) -> None:
    keys = {line.key for line in lines}.union(*(mutation.after for mutation in mutations))
    keys |= {mutation.supersedes for mutation in mutations if mutation.supersedes is not None}
    if not _may_be_any(connection, _ANY_RECEIPT, keys, org=book.org):
        return
    for key, digest, stream, outcome, *rest in _in_portions(connection, _SELECT_RECEIPTS, keys, org=book.org):
        book.receipts[key] = Receipt(bytes(digest), stream, Outcome(outcome), *rest)


def _read_written(connection: Connection, book: Book, lines: Sequence[Line]) -> None:
    """What a withdrawal names that came too late: its verdict brings the record, as the first one did."""
    late = [line.key for line in lines if line.is_withdrawal and _is_applied(book, line.key)]
    for key, kind, record_id in _in_portions(connection, _SELECT_WRITTEN, late, org=book.org):
        book.written[key] = (Kind(kind), record_id)


def _is_applied(book: Book, key: str) -> bool:
    receipt = book.receipts.get(key)
    return receipt is not None and receipt.outcome in ACCEPTED


def _told_before(book: Book, lines: Sequence[Line]) -> Iterator[Ref]:
    """The conflicts that the first delivery's verdict told of."""
    for line in lines:
        receipt = book.receipts.get(line.key)
        if receipt is not None and receipt.detail is not None:
            yield from ((Kind.CONFLICT, conflict) for conflict in read_detail(receipt.detail).conflicts)


def _references(mutations: list[Mutation]) -> set[Ref]:
    found: set[Ref] = set()
    for mutation in mutations:
        fields = mutation.fields
        if mutation.kind in FOLLOWERS and fields.get("subject_kind") in _SUBJECTS:
            _add(found, Kind(fields["subject_kind"]), fields.get("subject_id"))
        for name, kind in _REFERENCES.items():
            if name in fields:
                _add(found, kind, fields[name])
    return found


def _add(found: set[Ref], kind: Kind, record_id: object) -> None:
    if isinstance(record_id, str) and len(record_id) == 36 and record_id.isascii() and "\x00" not in record_id:
        found.add((kind, record_id))


def _read_records(connection: Connection, book: Book, refs: Iterable[Ref]) -> None:
    for kind, ids in by_kind(refs).items():
        fixed = {"org": book.org, "kind": kind.value}
        if not _may_be_any(connection, _ANY_RECORD, ids, **fixed):
            continue
        for row in _in_portions(connection, _SELECT_RECORDS, ids, **fixed):
            book.learn((kind, row[0]), stored_of(row[1:]))


def _read_leaders(connection: Connection, book: Book) -> None:
    """What merged leads were merged into, and what is attached belongs to: who holds that holds these."""
    leaders: set[Ref] = set()
    for (kind, _id), stored in book.records.items():
        if kind is Kind.LEAD:
            _add(leaders, Kind.LEAD, stored.body.get("merged_into"))
        if kind is Kind.ATTACHMENT:
            _add(leaders, Kind(stored.body["subject_kind"]), stored.body["subject_id"])
    _read_records(connection, book, leaders - book.records.keys())


def _read_purged(connection: Connection, book: Book, refs: set[Ref]) -> None:
    for kind, ids in by_kind(refs - book.records.keys()).items():
        found = _in_portions(connection, _SELECT_PURGED, ids, org=book.org, kind=kind.value)
        book.purged |= {(kind, record_id) for (record_id,) in found}


def _read_regained(connection: Connection, book: Book, lines: Sequence[Line], numbers: Iterable[int]) -> None:
    """What these numbers were before; needed only where somebody had looked at a database that is lost since."""
    if not any(book.epochs.is_past(number) for line in lines for number in (line.was, *_bases(line))):
        return
    rows = _in_portions(connection, _SELECT_REGAINED, set(numbers), org=book.org)
    found = {version: Regained(was, saw) for version, was, saw in rows}
    book.epochs = replace(book.epochs, regained={**book.epochs.regained, **found})


def _bases(line: Line) -> tuple[int, ...]:
    mutation = line.mutation
    return () if mutation is None else (mutation.base, *mutation.bases.values())


def _read_pasts(connection: Connection, book: Book, mutations: list[Mutation], stream: int) -> None:
    """What happened to the records that others have written since, as far back as these mutations look."""
    least: dict[Ref, int] = {}
    for mutation in mutations:
        ref = Kind(mutation.kind), mutation.id
        stored = book.records.get(ref)
        if stored is not None and written_since(book, stored, mutation, stream):
            least[ref] = min(least.get(ref, mutation.base), mutation.base, *mutation.bases.values())
    for kind, ids in by_kind(least).items():
        fixed = {"org": book.org, "kind": kind.value, "least": min(least[kind, record_id] for record_id in ids)}
        for record_id, version, by, seq, user_id, before in _in_portions(connection, _SELECT_PASTS, ids, **fixed):
            replaced = msgspec.json.decode(before) if before else {}
            book.pasts[kind, record_id].append(Past(version, by, seq, user_id, replaced))


def _read_weeks(connection: Connection, book: Book, mutations: list[Mutation]) -> None:
    """The timesheets of those who are punched for, and the punches that corrections come down to."""
    punches = [mutation for mutation in mutations if mutation.kind == Kind.PUNCH]
    users: set[Ref] = set()
    targets: set[Ref] = set()
    for punch in punches:
        _add(users, Kind.USER, punch.fields.get("user_id"))
        _add(targets, Kind.PUNCH, punch.fields.get("target_id"))
    people = {user_id for _kind, user_id in users}
    for kind, record_id, *row in _in_portions(connection, _SELECT_CHILDREN, people, org=book.org):
        if (Kind(kind), record_id) not in book.records:
            book.learn((Kind(kind), record_id), stored_of(row))
    while targets := targets - book.known:
        _read_records(connection, book, targets)
        found = [book.records[ref] for ref in targets if ref in book.records]
        targets = set()
        for stored in found:
            _add(targets, Kind.PUNCH, stored.body.get("target_id"))


def _read_children(connection: Connection, book: Book, mutations: list[Mutation]) -> set[Ref]:
    """Read what follows the records whose audience may change; returns the customers that do."""
    customers: set[Ref] = set()
    parents: set[str] = set()
    for mutation in mutations:
        if mutation.kind not in MOVED_BY_THEMSELVES or not is_decisive(mutation):
            continue
        stored = book.records.get((Kind(mutation.kind), mutation.id))
        if stored is not None:
            parents.add(mutation.id)
        if mutation.kind == Kind.WORK_ORDER:
            _add(customers, Kind.CUSTOMER, mutation.fields.get("customer_id"))
            _add(customers, Kind.CUSTOMER, stored.body.get("customer_id") if stored else None)
    _read_records(connection, book, customers - book.known)
    _read_followers(connection, book, parents | {record_id for _kind, record_id in customers})
    return customers


def _read_followers(connection: Connection, book: Book, parents: set[str]) -> None:
    while parents:
        rows = list(_in_portions(connection, _SELECT_CHILDREN, parents, org=book.org))
        for kind, record_id, *row in rows:
            if (Kind(kind), record_id) not in book.records:
                book.learn((Kind(kind), record_id), stored_of(row))
        parents = {record_id for kind, record_id, *_ in rows if kind in _FOLLOWED_FOLLOWERS}


def _read_entries(connection: Connection, book: Book, customers: set[Ref]) -> None:
    for kind, ids in by_kind(book.known | customers).items():
        for record_id, audience, version, is_present in _in_portions(
            connection, _SELECT_ENTRIES, ids, org=book.org, kind=kind.value
        ):
            book.entries[kind, record_id][audience] = (version, is_present)


def _may_be_any(connection: Connection, statement: Select[Any], ids: Collection[str], **fixed: object) -> bool:
    """Ids begin with the time: of many that were just made nothing is known here, and one look at the range tells."""
    if len(ids) <= _FEW:
        return True
    return connection.execute(statement, {**fixed, "low": min(ids), "high": max(ids)}).first() is not None


def _in_portions(
    connection: Connection, statement: Select[Any], values: Iterable[str | int], **fixed: object
) -> Iterator[tuple[Any, ...]]:
    """Run `… IN (…)` without ever passing more parameters than a database takes."""
    for portion in _portions(values):
        yield from connection.execute(statement, {**fixed, "some": portion})


def _portions(things: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(things)
    while portion := list(islice(rest, _AT_ONCE)):
        yield portion
