"""What the operator does from the command line: organisations, users, crews, locked-out devices."""

import random
from typing import Any
from zoneinfo import available_timezones

from sqlalchemy import Connection, func, insert, select, update

from server_stub import epochs
from server_stub.auth import normal_code
from server_stub.chronicle import chronicle, take_version
from server_stub.database import Database
from server_stub.ledger import Stamp, Stored, record_tuple
from server_stub.moves import change_user
from server_stub.passwords import hash_password
from server_stub.schema import device, member, organisation, record
from sync.clock import Clock
from sync.errors import InvalidInput, Problem, StreamFlowError
from sync.ids import id_maker
from sync.kinds import Kind
from sync.moments import to_ms
from sync.protocol import Op, State
from sync.records import Crew, Organisation, Record, User, body_of
from sync.terms import Role

_MIN_PASSWORD = 8


class Office:
    """Writes the records that no device writes. Each takes a version of its own, like any other."""

    def __init__(self, database: Database, clock: Clock, randomness: random.Random | None = None) -> None:
        self._database = database
        self._clock = clock
        self._new_id = id_maker(clock, randomness or random.SystemRandom())

    def create_organisation(self, code: str, first_number: int = 1, **settings: Any) -> str:
        """Create an organisation with its settings; returns its id. Work orders are counted from `first_number`."""
        organisation_id = self._new_id()
        new = Organisation(id=organisation_id, **settings)
        if new.time_zone not in available_timezones():
            raise _wrong("time_zone", f"There is no time zone {new.time_zone}; one looks like Europe/London.")
        body = body_of(new)
        with self._database.write() as connection:
            taken = select(organisation.c.org).where(organisation.c.code == normal_code(code))
            if connection.scalar(taken) is not None:
                raise _wrong("code", f"There is an organisation with the code {code} already.")
            org = connection.scalars(select(func.coalesce(func.max(organisation.c.org), 0) + 1)).one()
            connection.execute(
                insert(organisation).values(
                    org=org, id=organisation_id, code=normal_code(code), version=0, next_number=first_number
                )
            )
            self._write(connection, org, Kind.ORGANISATION, organisation_id, body)
        return organisation_id

    def add_crew(self, organisation_id: str, crew: Crew) -> str:
        return self._add(organisation_id, Kind.CREW, crew)

    def add_user(self, organisation_id: str, user: User, password: str) -> str:
        """Add a person who can sign in with this e-mail address."""
        email = normal_code(user.email)
        if not email or len(password) < _MIN_PASSWORD:
            raise _wrong("password", f"A user needs an e-mail address and a password of {_MIN_PASSWORD} characters.")
        password_hash = hash_password(password)
        with self._database.write() as connection:
            org = _org_of(connection, organisation_id)
            taken = select(member.c.id).where(member.c.org == org, member.c.email == email)
            if connection.scalar(taken) is not None:
                raise _wrong("email", f"Somebody has the e-mail address {user.email} already.")
            if user.crew_id is not None and not _has_crew(connection, org, user.crew_id):
                raise _wrong("crew", f"There is no crew with the id {user.crew_id}.")
            connection.execute(insert(member).values(org=org, id=user.id, email=email, password_hash=password_hash))
            self._write(connection, org, Kind.USER, user.id, body_of(user))
        return user.id

    def set_role(self, organisation_id: str, email: str, role: Role) -> None:
        self._change_user(organisation_id, email, {"role": role.value})

    def move_to_crew(self, organisation_id: str, email: str, crew_id: str | None) -> None:
        """To another crew, or with None to no crew."""
        self._change_user(organisation_id, email, {"crew_id": crew_id})

    def begin_epoch(self) -> None:
        """After a backup was put back: devices notice, start over and send again what the backup lacks."""
        with self._database.write() as connection:
            for statement in epochs.statements(self._clock.now()):
                connection.exec_driver_sql(statement)

    def revoke_device(self, organisation_id: str, device_id: str) -> None:
        """Lock a device out; its open connections close within a second."""
        at = to_ms(self._clock.now())
        with self._database.write() as connection:
            org = _org_of(connection, organisation_id)
            this = (device.c.org == org, device.c.id == device_id)
            if connection.scalar(select(device.c.id).where(*this)) is None:
                raise _wrong("device", "There is no such device.")
            is_free = device.c.revoked_at.is_(None)
            if connection.execute(update(device).where(*this, is_free).values(revoked_at=at)).rowcount:
                version = take_version(connection, org)
                self._chronicle(connection, org, "revoke", "device", device_id, version, at)

    def find_organisation(self, code: str) -> str:
        with self._database.read() as connection:
            found = connection.scalar(select(organisation.c.id).where(organisation.c.code == normal_code(code)))
        if found is None:
            raise _wrong("code", f"There is no organisation with the code {code}.")
        return str(found)

    def number_of(self, connection: Connection, organisation_id: str) -> int:
        return _org_of(connection, organisation_id)

    def new_id(self) -> str:
        return self._new_id()

    def _change_user(self, organisation_id: str, email: str, fields: dict[str, Any]) -> None:
        with self._database.write() as connection:
            org = _org_of(connection, organisation_id)
            who = select(member.c.id).where(member.c.org == org, member.c.email == normal_code(email))
            user_id = connection.scalar(who)
            if user_id is None:
                raise _wrong("email", f"Nobody has the e-mail address {email}. Nothing was changed.")
            crew_id = fields.get("crew_id")
            if crew_id is not None and not _has_crew(connection, org, crew_id):
                raise _wrong("crew", f"There is no crew with the id {crew_id}. Nothing was changed.")
            at = to_ms(self._clock.now())
            change_user(connection, self._database.sql, org, str(user_id), fields, self._new_id(), at)

    def _add(self, organisation_id: str, kind: Kind, new: Record) -> str:
        with self._database.write() as connection:
            self._write(connection, _org_of(connection, organisation_id), kind, new.id, body_of(new))
        return new.id

    def _write(self, connection: Connection, org: int, kind: Kind, record_id: str, body: dict[str, Any]) -> None:
        version = take_version(connection, org)
        at = to_ms(self._clock.now())
        stored = Stored(version, State.PRESENT, body, {}, Stamp(version, 0, at), at, at)
        self._database.sql.insert(connection, record, [record_tuple(org, (kind, record_id), stored)])
        self._chronicle(connection, org, Op.CREATE.value, kind.value, record_id, version, at)

    def _chronicle(
        self, connection: Connection, org: int, op: str, kind: str, subject_id: str, version: int, at: int
    ) -> None:
        chronicle(connection, self._database.sql, org, self._new_id(), op, kind, subject_id, version, at)


def _org_of(connection: Connection, organisation_id: str) -> int:
    org = connection.scalar(select(organisation.c.org).where(organisation.c.id == organisation_id))
    if org is None:
        raise StreamFlowError("There is no such organisation.")
    return int(org)


def _has_crew(connection: Connection, org: int, crew_id: str) -> bool:
    wanted = (record.c.org == org, record.c.kind == Kind.CREW.value, record.c.id == crew_id)
    return connection.scalar(select(record.c.id).where(*wanted)) is not None


def _wrong(field: str, message: str) -> InvalidInput:
    return InvalidInput(Problem(field, "invalid", message))
