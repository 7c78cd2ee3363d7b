"""What devices have begun to send and not ended, each with its size: there is room for so much of it.

The sum stands beside the organisation's counter and changes under its lock, with the line that it counts. So to begin
costs the same however much has been begun, and two who begin at once see each other.
"""

from contextlib import suppress
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, delete, func, select, update

from server_stub.auth import admit_again
from server_stub.chronicle import lock_counter
from server_stub.database import Database
from server_stub.files.staging import KEPT, Occupied, Slot, Staging
from server_stub.principal import Principal
from server_stub.schema import organisation, upload
from sync.blobs import Part
from sync.moments import to_ms

MOST_OPEN = 50
"""Of one device."""
MOST_AWAITED = {"device": 1_000_000_000, "organisation": 20_000_000_000}
"""How many bytes unfinished uploads may come to."""
_AT_ONCE = 500


class NoRoom(Exception):
    """Something has to end before more is begun."""

    def __init__(self, whose: str) -> None:
        super().__init__(f"This {whose} has begun as many uploads as fit here. Some have to end first; none is lost.")


class Uploads:
    def __init__(self, database: Database, staging: Staging) -> None:
        self._database = database
        self._staging = staging

    def begin(self, who: Principal, slot: Slot, size: int, at: datetime) -> None:
        """Make room for so many bytes; what has been begun has its room already. Raises `NoRoom`."""
        with self._database.write() as connection:
            admit_again(connection, who)
            lock_counter(connection, who.org)
            if not _is_begun(connection, who.org, slot):
                _check_room(connection, who.org, slot, size)
                _take_room(connection, who.org, slot, size, at)

    def go_on(self, who: Principal, slot: Slot, size: int, at: datetime) -> None:
        """Look once more whether this device may still write; what was begun before a restore is counted again."""
        with self._database.write() as connection:
            admit_again(connection, who)
            if not _is_begun(connection, who.org, slot):
                lock_counter(connection, who.org)
                _take_room(connection, who.org, slot, size, at)

    def end(self, who: Principal, slot: Slot) -> None:
        """Nothing more is coming, whatever became of it."""
        with self._database.write() as connection:
            lock_counter(connection, who.org)
            make_room(connection, who.org, slot)

    def expire(self, now: datetime) -> None:
        """Forget what nobody went on with; a fresh line without a file is that of a device that begins anew."""
        self._staging.expire(now)
        with self._database.read() as connection:
            begun = select(upload, organisation.c.id).join(organisation, organisation.c.org == upload.c.org)
            oldest = begun.where(upload.c.begun_at < to_ms(now - KEPT)).order_by(upload.c.begun_at).limit(_AT_ONCE)
            rows = connection.execute(oldest).all()
        for row in rows:
            self._expire(row.org, Slot(row.id, row.device_id, row.attachment_id, Part(row.part)))

    def _expire(self, org: int, slot: Slot) -> None:
        with suppress(Occupied), self._staging.hold(slot):
            if self._staging.length(slot) is None:
                with self._database.write() as connection:
                    lock_counter(connection, org)
                    make_room(connection, org, slot)


def make_room(connection: Connection, org: int, slot: Slot) -> None:
    """Forget an upload, if it was begun; the counter has to be locked."""
    size = connection.execute(delete(upload).where(_is(org, slot)).returning(upload.c.size)).scalar()
    if size is not None:
        _add(connection, org, -size)


def _is_begun(connection: Connection, org: int, slot: Slot) -> bool:
    return connection.execute(select(upload.c.size).where(_is(org, slot))).first() is not None


def _take_room(connection: Connection, org: int, slot: Slot, size: int, at: datetime) -> None:
    connection.execute(upload.insert().values((org, *slot[1:], size, to_ms(at))))
    _add(connection, org, size)


def _check_room(connection: Connection, org: int, slot: Slot, size: int) -> None:
    own = select(func.count(), func.coalesce(func.sum(upload.c.size), 0)).where(_of_device(org, slot))
    number, awaited = connection.execute(own).one()
    if number >= MOST_OPEN or awaited + size > MOST_AWAITED["device"]:
        raise NoRoom("device")
    everybodys = connection.execute(select(organisation.c.awaited).where(organisation.c.org == org)).scalar_one()
    if everybodys + size > MOST_AWAITED["organisation"]:
        raise NoRoom("organisation")


def _add(connection: Connection, org: int, size: int) -> None:
    more = {"awaited": organisation.c.awaited + size}
    connection.execute(update(organisation).where(organisation.c.org == org).values(more))


def _of_device(org: int, slot: Slot) -> ColumnElement[bool]:
    return and_(upload.c.org == org, upload.c.device_id == slot.device)


def _is(org: int, slot: Slot) -> ColumnElement[bool]:
    which = upload.c.attachment_id == slot.attachment, upload.c.part == slot.part.value
    return and_(_of_device(org, slot), *which)
