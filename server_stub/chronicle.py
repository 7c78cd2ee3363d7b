"""What no stream does, the operator and the door do: it takes a version and leaves an audit record and an event, too.

Lock order: stream, device, counter, records. Whoever changes a device's row does so before the counter is taken here.
"""

from sqlalchemy import Connection, bindparam, select, update

from server_stub.database import Sql
from server_stub.schema import audit, event, organisation
from sync.protocol import Outcome

OF_THE_SERVER = 0
"""The number of the stream that a change of the server's own is booked under."""

_SELECT_VERSION = (
    select(organisation.c.version).where(organisation.c.org == bindparam("which")).with_for_update(of=organisation)
)
_TAKE_VERSION = update(organisation).values(version=organisation.c.version + 1).returning(organisation.c.version)


def lock_counter(connection: Connection, org: int) -> int:
    """The organisation's counter, which stays locked and where it is until the transaction ends."""
    return int(connection.execute(_SELECT_VERSION, {"which": org}).scalar_one())


def take_version(connection: Connection, org: int) -> int:
    """The next number of the organisation's counter, which stays locked until the transaction ends."""
    return int(connection.execute(_TAKE_VERSION.where(organisation.c.org == org)).scalar_one())


def chronicle(
    connection: Connection, sql: Sql, org: int, key: str, op: str, kind: str, subject_id: str, version: int, at: int
) -> None:
    """Write the audit record and the event of what was done under this version."""
    sql.insert(connection, event, [(org, version, f"{kind}.{op}", subject_id, OF_THE_SERVER, at, at)])
    noted = (org, key, OF_THE_SERVER, op, kind, subject_id, Outcome.APPLIED.value, version, None, at, at)
    sql.insert(connection, audit, [noted])
