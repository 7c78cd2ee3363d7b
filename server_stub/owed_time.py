"""Time on work orders that could not be computed when it was due: noted, and made up for as soon as it can be.

What fails for good costs each push little and all pushes together no more than so many tries of each: a push takes on a
few, by halves, so that one that can't be computed holds up itself alone. A start tries everything once more.
"""

import logging
from collections.abc import Iterable, Sequence
from itertools import groupby, islice

from sqlalchemy import bindparam, delete, insert, select, update

from server_stub.database import Database, is_outage
from server_stub.job_time import TimeBook, concerned
from server_stub.schema import time_owed
from sync.clock import Clock
from sync.ids import NewId
from sync.kinds import Kind
from sync.protocol import Mutation

log = logging.getLogger(__name__)

_AT_ONCE = 8
_MOST_TRIES = 4
_AT_A_START = 500

Owed = tuple[str, str]

_o = time_owed.c
_IS_ONE = (_o.org == bindparam("which")) & (_o.kind == bindparam("which_kind")) & (_o.id == bindparam("which_id"))
_SELECT = select(_o.kind, _o.id).where(_o.org == bindparam("org"))
_SELECT_NEXT = _SELECT.where(_o.tries < _MOST_TRIES).order_by(_o.tries).limit(_AT_ONCE)
_SELECT_KNOWN = _SELECT.where(_o.id.in_(bindparam("some", expanding=True)))
_SELECT_ALL = select(_o.org, _o.kind, _o.id).order_by(_o.org, _o.kind, _o.id)
_DELETE = delete(time_owed).where(_IS_ONE)
_COUNT = update(time_owed).where(_IS_ONE).values(tries=_o.tries + 1)
_COUNT_ANEW = update(time_owed).where(_IS_ONE).values(tries=0)


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


def _owe(book: TimeBook, refs: Sequence[Owed]) -> None:
    some = [one for _kind, one in refs]
    known = set(map(tuple, book.connection.execute(_SELECT_KNOWN, {"org": book.org, "some": some})))
    new = [{"org": book.org, "kind": kind, "id": one} for kind, one in refs if (kind, one) not in known]
    if new:
        book.connection.execute(insert(time_owed), new)


def make_up(book: TimeBook) -> int | None:
    """Compute some of what is owed, as far as that can be done by now; the last version that this took, if any."""
    owed = [(kind, one) for kind, one in book.connection.execute(_SELECT_NEXT, {"org": book.org})]
    return _make_up_by_halves(book, owed) if owed else None


def _make_up_by_halves(book: TimeBook, owed: Sequence[Owed]) -> int | None:
    try:
        return _compute(book, owed)
    except Exception as error:
        if is_outage(error):
            raise
        if len(owed) > 1:
            middle = len(owed) // 2
            first = _make_up_by_halves(book, owed[:middle])
            return _make_up_by_halves(book, owed[middle:]) or first
        log.warning("the time that %s %s means for work orders can still not be computed: %s", *owed[0], error)
        book.connection.execute(_COUNT, _named(book.org, owed))
        return None


def _compute(book: TimeBook, owed: Sequence[Owed]) -> int | None:
    """All of it, or raise."""
    punches, arrived = ([one for kind, one in owed if kind == wanted] for wanted in (Kind.PUNCH, Kind.WORK_ORDER))
    with book.connection.begin_nested():
        version = book.follow(punches, arrived)
        book.connection.execute(_DELETE, _named(book.org, owed))
    return version


def _named(org: int, owed: Iterable[Owed]) -> list[dict[str, object]]:
    return [{"which": org, "which_kind": kind, "which_id": one} for kind, one in owed]


def make_up_all(database: Database, new_id: NewId, clock: Clock) -> None:
    """What fails even now is left to the next pushes."""
    with database.read() as connection:
        owed = connection.execute(_SELECT_ALL).all()
    for org, of_org in groupby(owed, lambda row: row.org):
        rest = iter(of_org)
        while portion := [(row.kind, row.id) for row in islice(rest, _AT_A_START)]:
            with database.write() as connection:
                _make_up_at_start(TimeBook(connection, database.sql, org, new_id, clock.now()), portion)


def _make_up_at_start(book: TimeBook, owed: Sequence[Owed]) -> None:
    try:
        _compute(book, owed)
    except Exception as error:
        if is_outage(error):
            raise
        log.warning("the time that %d changes mean for work orders can still not be computed: %s", len(owed), error)
        book.connection.execute(_COUNT_ANEW, _named(book.org, owed))
