"""Who may read and who has brought an attachment's bytes: the part of attachments that the database keeps.

A record only claims a hash. A line in `blob_use` says that its bytes were brought here, or that whoever made the claim
could read the same bytes already; without one, nobody reads anything through the record. The bytes follow their
records: when all that use them have been deleted for a month, they go.
"""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, Select, bindparam, case, delete, func, select

from server_stub.auth import admit_again
from server_stub.chronicle import OF_THE_SERVER, lock_counter
from server_stub.database import Database
from server_stub.files.depot import Depot
from server_stub.files.staging import Slot
from server_stub.files.store import StoreAway
from server_stub.ledger import Line
from server_stub.membership import follow
from server_stub.principal import Principal
from server_stub.schema import blob_use, organisation, record, scope_entry
from server_stub.scope import read_directory
from server_stub.shelf import open_book, write_book
from server_stub.uploads import make_room
from sync.blobs import Part
from sync.ids import NewId
from sync.kinds import Kind
from sync.moments import to_ms
from sync.protocol import Mutation, Op, Outcome, State
from sync.records import Attachment, read

GRACE = timedelta(days=30)
SWEEP_EVERY = timedelta(hours=12)
_AT_ONCE = 200


class Claim(NamedTuple):
    """One part of an attachment as its record describes it, and whether the bytes are here."""

    attachment: Attachment
    part: Part
    sha256: str
    size: int
    is_stored: bool


class Custody:
    def __init__(self, database: Database, depot: Depot, new_id: NewId) -> None:
        self._database = database
        self._store = depot.store
        self._new_id = new_id
        self._sweep_due: datetime | None = None

    def claim(self, who: Principal, attachment_id: str, part: Part) -> Claim | None:
        """What this user may know of one part; an attachment of somebody else's is as unknown as any."""
        with self._database.read() as connection:
            held = _held(connection, who).where(record.c.id == attachment_id)
            row = connection.execute(held).one_or_none()
            use = connection.scalar(_SELECT_USE, {"org": who.org, "id": attachment_id, "part": part.value})
        if row is None:
            return None
        attachment = read(Attachment, attachment_id, row.version, msgspec.json.decode(row.body))
        sha256, size = (getattr(attachment, f"{part.prefix}{name}") for name in ("sha256", "size"))
        if sha256 is None or size is None:
            return None
        return Claim(attachment, part, sha256, size, is_stored=use == sha256)

    def grant(self, who: Principal, claim: Claim, at: datetime) -> int | None:
        """The version by which the claim is good without an upload: this user can read the same bytes elsewhere."""
        with self._database.read() as connection:
            readable = _held(connection, who).join(blob_use, _IS_USED).where(blob_use.c.sha256 == claim.sha256)
            if connection.execute(readable.limit(1)).first() is None:
                return None
        return self._settle(who, claim, at)

    def keep(self, who: Principal, claim: Claim, file: Path, at: datetime) -> int:
        """Take over bytes whose hash was checked; returns the organisation's version afterwards."""
        self._store.put(who.organisation_id, claim.sha256, file)
        return self._settle(who, claim, at)

    def miss(self, who: Principal, claim: Claim, at: datetime) -> int:
        """The store lacks what it should have: say so in the record, and a device that has the bytes brings them."""
        with self._database.write() as connection:
            self._enter(connection, who)
            return self._lose(connection, who.org, claim.attachment.id, claim.part, at)

    def is_sweep_due(self, now: datetime) -> bool:
        """Whether somebody should sweep; says so once, to one."""
        is_due = self._sweep_due is None or now >= self._sweep_due
        if is_due:
            self._sweep_due = now + SWEEP_EVERY
        return is_due

    def sweep(self, now: datetime) -> int:
        """Remove what only records have used that were deleted long ago; returns how many files went."""
        with self._database.read() as connection:
            forgotten = connection.execute(_SELECT_FORGOTTEN, {"until": to_ms(now - GRACE)}).all()
        for org, organisation_id, sha256 in forgotten:
            self._let_go(org, organisation_id, sha256, now)
        return len(forgotten)

    def _enter(self, connection: Connection, who: Principal) -> int:
        """Lock the counter for a write that somebody asked for who may have been locked out since they were let in."""
        admit_again(connection, who)
        return lock_counter(connection, who.org)

    def _settle(self, who: Principal, claim: Claim, at: datetime) -> int:
        with self._database.write() as connection:
            self._enter(connection, who)
            # Looked at under the lock that `sweep` removes files under, so that none goes between `put` and here.
            if self._store.size(who.organisation_id, claim.sha256) != claim.size:
                raise StoreAway("The server's store lost a file that it had just taken. It is tried again.")
            _drop_use(connection, who.org, claim.attachment.id, claim.part)
            use = (who.org, claim.attachment.id, claim.part.value, claim.sha256)
            connection.execute(blob_use.insert().values(use))
            make_room(connection, who.org, Slot(who.organisation_id, who.device_id, claim.attachment.id, claim.part))
            return self._mark(connection, who.org, claim.attachment.id, claim.part, at, is_stored=True)

    def _lose(self, connection: Connection, org: int, attachment_id: str, part: Part, at: datetime) -> int:
        _drop_use(connection, org, attachment_id, part)
        return self._mark(connection, org, attachment_id, part, at, is_stored=False)

    def _mark(
        self, connection: Connection, org: int, attachment_id: str, part: Part, at: datetime, *, is_stored: bool
    ) -> int:
        """Write `stored_at` into a record, as a change of the server's own with its audit record and its event.

        It gets no stamp: it is nobody's edit, so that nobody's edit or deletion conflicts with it.
        """
        fields = {f"{part.prefix}stored_at": msgspec.to_builtins(at) if is_stored else None}
        mutation = Mutation(
            key=self._new_id(),
            op=Op.CHANGE,
            kind=Kind.ATTACHMENT.value,
            id=attachment_id,
            occurred_at=at,
            fields=fields,
        )
        book = open_book(connection, org, [Line(mutation.key, 0, mutation=mutation)], OF_THE_SERVER)
        ref = (Kind.ATTACHMENT, attachment_id)
        before = book.records[ref]
        book.version += 1
        book.put_record(ref, replace(before, version=book.version, body={**before.body, **fields}))
        follow(book, ref, before, mutation, book.version)
        received = to_ms(at)
        name = f"{part.prefix}{'stored' if is_stored else 'missing'}"
        event = (org, book.version, f"attachment.{name}", attachment_id, OF_THE_SERVER, received, received)
        book.new_events.append(event)
        audit: tuple[Any, ...] = (org, mutation.key, OF_THE_SERVER, name, ref[0].value, attachment_id)
        book.new_audits.append((*audit, Outcome.APPLIED.value, book.version, None, received, received))
        write_book(connection, self._database.sql, book)
        return book.version

    def _let_go(self, org: int, organisation_id: str, sha256: str, now: datetime) -> None:
        with self._database.write() as connection:
            lock_counter(connection, org)
            wanted = {"until": to_ms(now - GRACE)}
            still = _SELECT_FORGOTTEN.where(blob_use.c.org == org, blob_use.c.sha256 == sha256)
            if connection.execute(still, wanted).first() is None:
                return
            uses = select(blob_use.c.attachment_id, blob_use.c.part).where(
                blob_use.c.org == org, blob_use.c.sha256 == sha256
            )
            for attachment_id, part in connection.execute(uses).all():
                self._lose(connection, org, attachment_id, Part(part), now)
            self._store.remove(organisation_id, sha256)


_IS_USED = (blob_use.c.org == record.c.org) & (blob_use.c.attachment_id == record.c.id)
_SELECT_USE = select(blob_use.c.sha256).where(
    blob_use.c.org == bindparam("org"),
    blob_use.c.attachment_id == bindparam("id"),
    blob_use.c.part == bindparam("part"),
)
_IS_IN_USE = (record.c.state == State.PRESENT.value) | (record.c.received_at >= bindparam("until"))
_SELECT_FORGOTTEN = (
    select(blob_use.c.org, organisation.c.id, blob_use.c.sha256)
    .join(organisation, organisation.c.org == blob_use.c.org)
    .join(record, _IS_USED & (record.c.kind == Kind.ATTACHMENT.value))
    .group_by(blob_use.c.org, organisation.c.id, blob_use.c.sha256)
    .having(func.sum(case((_IS_IN_USE, 1), else_=0)) == 0)
    .order_by(blob_use.c.org, blob_use.c.sha256)
    .limit(_AT_ONCE)
)


def _held(connection: Connection, who: Principal) -> Select[Any]:
    """The present attachments that this user holds."""
    scope = read_directory(connection, who.org).scope_of(who)
    found = select(record.c.id, record.c.version, record.c.body).where(
        record.c.org == who.org, record.c.kind == Kind.ATTACHMENT.value, record.c.state == State.PRESENT.value
    )
    if Kind.ATTACHMENT in scope.kinds:
        return found
    entry = select(scope_entry.c.id).where(
        scope_entry.c.org == record.c.org,
        scope_entry.c.kind == record.c.kind,
        scope_entry.c.id == record.c.id,
        scope_entry.c.audience.in_(sorted(scope.audiences)),
        scope_entry.c.is_present,
    )
    return found.where(entry.exists())


def _drop_use(connection: Connection, org: int, attachment_id: str, part: Part) -> None:
    connection.execute(
        delete(blob_use).where(
            blob_use.c.org == org, blob_use.c.attachment_id == attachment_id, blob_use.c.part == part.value
        )
    )
