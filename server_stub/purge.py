"""Forgets deletions that everybody had half a year to hear of; of each record there stays that it was.

Whoever comes back later has a cursor below the horizon and fetches everything again, so nothing returns by them; and
what was forgotten can't be created anew under its id. What people were told is deleted when it is old news, and where
they punched when nobody asks any more. Why a REST
write was refused goes after a month, since nobody ever says that they have read it; the verdict stays.
"""

from datetime import datetime, timedelta

from sqlalchemy import Connection, Table, Update, bindparam, delete, insert, select, text, update

from server_stub.chronicle import chronicle, take_version
from server_stub.database import Database
from server_stub.schema import audit, organisation, purged, receipt, record, scope_entry, stream
from sync.ids import NewId
from sync.kinds import Kind
from sync.moments import to_ms
from sync.protocol import Op, State

KEPT_DAYS = 180
NEWS_KEPT_DAYS = 60
LOCATIONS_KEPT_DAYS = 90
REASONS_KEPT_DAYS = 30
_AT_ONCE = 1_000

# The counter's lock: two servers on one database may do this at the same time.
_LOCK = select(organisation.c.id).where(organisation.c.org == bindparam("org")).with_for_update()
_OLD = (
    select(record.c.kind, record.c.id, record.c.version)
    .where(
        record.c.org == bindparam("org"),
        record.c.received_at < bindparam("before"),
        text("record.state = 'deleted'"),
    )
    .order_by(record.c.kind, record.c.id)
    .limit(_AT_ONCE)
)

_OLD_OF_KIND = (
    select(record.c.id)
    .where(
        record.c.org == bindparam("org"),
        record.c.kind == bindparam("of_kind"),
        record.c.state == State.PRESENT.value,
        record.c.received_at < bindparam("before"),
    )
    .order_by(record.c.id)
    .limit(_AT_ONCE)
)

_BY_REST = select(stream.c.number).where(stream.c.org == bindparam("which"), stream.c.id == stream.c.device_id)
_IS_OLD = (
    select(audit.c.key)
    .where(audit.c.org == receipt.c.org, audit.c.key == receipt.c.key, audit.c.received_at < bindparam("before"))
    .exists()
)
_SHORTEN = (
    update(receipt)
    .where(
        receipt.c.org == bindparam("which"),
        receipt.c.stream.in_(_BY_REST),
        receipt.c.detail.is_not(None),
        _IS_OLD,
    )
    .values(detail=None)
)


def _of(table: Table) -> Update:
    """The rows of one record."""
    is_this = (table.c.kind == bindparam("which_kind")) & (table.c.id == bindparam("which_id"))
    return update(table).where(table.c.org == bindparam("which"), is_this).values(version=bindparam("new_version"))


_DELETE = _of(record).values(state=State.DELETED.value, received_at=bindparam("at"))
_TELL = _of(scope_entry)


def purge(database: Database, new_id: NewId, now: datetime, days: int = KEPT_DAYS) -> int:
    """Forget what was deleted more than so many days ago, in small transactions; how many records that were."""
    before = to_ms(now - timedelta(days=days))
    count = 0
    for org in _organisations(database):
        while some := _purge_some(database, org, before, new_id, to_ms(now)):
            count += some
    return count


def prune_news(database: Database, new_id: NewId, now: datetime) -> int:
    """Delete, for whoever was told, what nobody has touched for so long; how many notifications that were."""
    return _prune(database, Kind.NOTIFICATION, NEWS_KEPT_DAYS, new_id, now)


def prune_locations(database: Database, new_id: NewId, now: datetime) -> int:
    """Delete where people punched so long ago; how many places that were."""
    return _prune(database, Kind.LOCATION, LOCATIONS_KEPT_DAYS, new_id, now)


def prune_reasons(database: Database, now: datetime) -> int:
    """Shorten the receipts of old REST writes to their verdicts; how many that were."""
    before = to_ms(now - timedelta(days=REASONS_KEPT_DAYS))
    count = 0
    for org in _organisations(database):
        with database.write() as connection:
            count += connection.execute(_SHORTEN, {"which": org, "before": before}).rowcount
    return count


def _organisations(database: Database) -> list[int]:
    with database.read() as connection:
        return list(connection.scalars(select(organisation.c.org)))


def _prune(database: Database, kind: Kind, days: int, new_id: NewId, now: datetime) -> int:
    before = to_ms(now - timedelta(days=days))
    count = 0
    for org in _organisations(database):
        while some := _prune_some(database, org, kind, before, new_id, to_ms(now)):
            count += some
    return count


def _prune_some(database: Database, org: int, kind: Kind, before: int, new_id: NewId, at: int) -> int:
    with database.write() as connection:
        connection.execute(_LOCK, {"org": org})
        old = list(connection.scalars(_OLD_OF_KIND, {"org": org, "of_kind": kind.value, "before": before}))
        for record_id in old:
            version = take_version(connection, org)
            this = {"which": org, "which_kind": kind.value, "which_id": record_id, "new_version": version}
            connection.execute(_DELETE, {**this, "at": at})
            connection.execute(_TELL, this)
            news = (Op.REMOVE.value, kind.value, record_id)
            chronicle(connection, database.sql, org, new_id(), *news, version, at)
    return len(old)


def _purge_some(database: Database, org: int, before: int, new_id: NewId, at: int) -> int:
    with database.write() as connection:
        organisation_id = connection.scalars(_LOCK, {"org": org}).one()
        old = connection.execute(_OLD, {"org": org, "before": before}).all()
        if not old:
            return 0
        for kind in {row.kind for row in old}:
            _forget(connection, org, kind, [row.id for row in old if row.kind == kind])
        connection.execute(insert(purged), [{"org": org, "kind": row.kind, "id": row.id} for row in old])
        horizon = max(row.version for row in old)
        this, is_lower = organisation.c.org == org, organisation.c.horizon < horizon
        connection.execute(update(organisation).where(this, is_lower).values(horizon=horizon))
        version = take_version(connection, org)
        chronicle(connection, database.sql, org, new_id(), "purge", "organisation", organisation_id, version, at)
    return len(old)


def _forget(connection: Connection, org: int, kind: str, ids: list[str]) -> None:
    for table in (scope_entry, record):
        connection.execute(delete(table).where(table.c.org == org, table.c.kind == kind, table.c.id.in_(ids)))
