"""Time on work orders that could not be computed when it was due: noted, and made up for as soon as it can be."""

import logging
from collections.abc import Iterable, Sequence

from sqlalchemy import bindparam, delete, insert, select

from server_stub.database import Database, is_outage
from server_stub.job_time import TimeBook, concerned
from server_stub.schema import organisation, time_owed
from sync.clock import Clock
from sync.ids import NewId
from sync.kinds import Kind
from sync.protocol import Mutation

log = logging.getLogger(__name__)

_SELECT = select(time_owed.c.kind, time_owed.c.id).where(time_owed.c.org == bindparam("org"))
_DELETE = delete(time_owed).where(time_owed.c.org == bindparam("which"))


def follow_or_owe(book: TimeBook, accepted: Sequence[Mutation]) -> int | None:
    """The hours beside a job are never worth a punch: a failure here takes back nothing of what was applied."""
    punches, arrived = concerned(accepted)
    try:
        with book.connection.begin_nested():
            version = book.follow(punches, arrived)
    except Exception as error:
        if is_outage(error):
            raise
        log.exception("the time on work orders could not be brought up to date with %d changes", len(accepted))
        _owe(book, [(Kind.PUNCH.value, one) for one in punches] + [(Kind.WORK_ORDER.value, one) for one in arrived])
        return None
    return make_up(book) or version


def _owe(book: TimeBook, refs: Iterable[tuple[str, str]]) -> None:
    known = set(map(tuple, book.connection.execute(_SELECT, {"org": book.org})))
    new = [{"org": book.org, "kind": kind, "id": one} for kind, one in refs if (kind, one) not in known]
    if new:
        book.connection.execute(insert(time_owed), new)


def make_up(book: TimeBook) -> int | None:
    """Compute what is owed, if that can be done by now; the last version that this took, if any."""
    owed = book.connection.execute(_SELECT, {"org": book.org}).all()
    if not owed:
        return None
    punches, arrived = ([one for kind, one in owed if kind == wanted] for wanted in (Kind.PUNCH, Kind.WORK_ORDER))
    try:
        with book.connection.begin_nested():
            version = book.follow(punches, arrived)
            book.connection.execute(_DELETE, {"which": book.org})
    except Exception as error:
        if is_outage(error):
            raise
        log.warning("the time that %d changes mean for work orders can still not be computed: %s", len(owed), error)
        return None
    return version


def make_up_all(database: Database, new_id: NewId, clock: Clock) -> None:
    with database.read() as connection:
        organisations = list(connection.scalars(select(organisation.c.org)))
    for org in organisations:
        with database.write() as connection:
            make_up(TimeBook(connection, database.sql, org, new_id, clock.now()))
