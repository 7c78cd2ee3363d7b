"""A stream's position: opened once, locked for each push, moved in the push's own transaction."""

from typing import NamedTuple

from sqlalchemy import Connection, bindparam, func, literal, select, update
from sqlalchemy.dialects import postgresql, sqlite

from server_stub.database import DatabaseAway
from server_stub.principal import Principal
from server_stub.schema import receipt, stream

_ATTEMPTS = 10


class Stream(NamedTuple):
    number: int
    user_id: str
    device_id: str
    last_seq: int
    confirmed_seq: int


_SELECT = (
    select(stream.c.number, stream.c.user_id, stream.c.device_id, stream.c.last_seq, stream.c.confirmed_seq)
    .where(stream.c.org == bindparam("org"), stream.c.id == bindparam("stream_id"))
    .with_for_update()
)
_MOVE = (
    update(stream)
    .where(stream.c.org == bindparam("which_org"), stream.c.number == bindparam("which"))
    .values(last_seq=bindparam("new_last"), confirmed_seq=bindparam("new_confirmed"), device_id=bindparam("by"))
)
_FORGET = (
    update(receipt)
    .where(
        receipt.c.org == bindparam("which_org"),
        receipt.c.stream == bindparam("which"),
        receipt.c.seq <= bindparam("upto"),
        receipt.c.detail.is_not(None),
    )
    .values(detail=None)
)


def lock_stream(connection: Connection, who: Principal, stream_id: str) -> Stream:
    """The stream's row, locked; opened for this user if nobody has it yet."""
    for _attempt in range(_ATTEMPTS):
        row = connection.execute(_SELECT, {"org": who.org, "stream_id": stream_id}).one_or_none()
        if row is not None:
            return Stream(*row)
        _open(connection, who, stream_id)
    raise DatabaseAway("Too many streams are being opened at once.")


def move_stream(connection: Connection, who: Principal, current: Stream, last_seq: int, confirmed_seq: int) -> None:
    """Remember how far the stream came; what the device has confirmed needs no explanation any more."""
    confirmed = max(current.confirmed_seq, min(confirmed_seq, last_seq))
    if (last_seq, confirmed, who.device_id) != (current.last_seq, current.confirmed_seq, current.device_id):
        changed = {"new_last": last_seq, "new_confirmed": confirmed, "by": who.device_id}
        connection.execute(_MOVE, {"which_org": who.org, "which": current.number, **changed})
    if confirmed > current.confirmed_seq:
        connection.execute(_FORGET, {"which_org": who.org, "which": current.number, "upto": confirmed})


def _open(connection: Connection, who: Principal, stream_id: str) -> None:
    """Take the next number; when another stream took it at the same moment nothing happens, and one looks again."""
    next_number = select(func.coalesce(func.max(stream.c.number), 0) + 1).where(stream.c.org == who.org)
    values = select(
        literal(who.org),
        literal(stream_id),
        next_number.scalar_subquery(),
        literal(who.user_id),
        literal(who.device_id),
        literal(0),
        literal(0),
    )
    columns = ["org", "id", "number", "user_id", "device_id", "last_seq", "confirmed_seq"]
    if connection.dialect.name == "postgresql":
        connection.execute(postgresql.insert(stream).from_select(columns, values).on_conflict_do_nothing())
    else:  # SQLite's grammar needs a WHERE before ON CONFLICT
        values = values.where(literal(1) == 1)
        connection.execute(sqlite.insert(stream).from_select(columns, values).on_conflict_do_nothing())
