"""Signing in registers a device and gives it a token; the token alone says who asks."""

import hmac
import unicodedata
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, bindparam, insert, select, update

from server_stub.chronicle import chronicle, take_version
from server_stub.database import Database
from server_stub.passwords import is_password, nobody
from server_stub.principal import Principal
from server_stub.schema import device, member, organisation, record
from server_stub.throttle import Throttle
from server_stub.tokens import mint_token, read_token
from server_stub.troubles import TurnedAway, invalid, too_many, unauthenticated
from sync.ids import NewId
from sync.kinds import Kind
from sync.moments import to_ms
from sync.protocol import PROTOCOL, Account, SignedIn, SignIn
from sync.records import User, read
from sync.terms import Role

_SEEN_AGAIN_MS = 15 * 60 * 1000
_LONGEST = 1_000

_user = record.alias("the_user")
_WITH_USER = and_(_user.c.org == member.c.org, _user.c.kind == Kind.USER.value, _user.c.id == member.c.id)
_SELECT_MEMBER = (
    select(organisation.c.org, organisation.c.id, member.c.id.label("user_id"), member.c.password_hash, _user.c.body)
    .join(member, member.c.org == organisation.c.org)
    .join(_user, _WITH_USER)
    .where(organisation.c.code == bindparam("code"), member.c.email == bindparam("email"))
)
_SELECT_DEVICE = (
    select(
        device.c.user_id,
        device.c.token_hash,
        device.c.last_seen,
        device.c.revoked_at,
        device.c.is_signed_out,
        organisation.c.id.label("organisation_id"),
        _user.c.body,
    )
    .join(organisation, organisation.c.org == device.c.org)
    .join(member, and_(member.c.org == device.c.org, member.c.id == device.c.user_id))
    .join(_user, _WITH_USER)
    .where(device.c.org == bindparam("org"), device.c.id == bindparam("device_id"))
)
_SELECT_LOCKED = (
    select(device.c.revoked_at, device.c.is_signed_out)
    .where(device.c.org == bindparam("org"), device.c.id == bindparam("device_id"))
    .with_for_update(read=True)
)


def normal_code(code: str) -> str:
    """Codes and e-mail addresses are compared without case and in one Unicode form."""
    return unicodedata.normalize("NFC", code).strip().casefold()


class Door:
    """Lets people in by password, and devices by token."""

    def __init__(self, database: Database, new_id: NewId, attempts: Throttle) -> None:
        self._database = database
        self._new_id = new_id
        self._attempts = attempts

    def sign_in(self, request: SignIn, at: datetime) -> SignedIn:
        """The same answer, and as slowly, whether organisation, person or password is wrong."""
        _check_texts(request)
        account = (normal_code(request.organisation), normal_code(request.email))
        if wait := self._attempts.take(account):
            raise too_many(wait)
        with self._database.read() as connection:
            found = connection.execute(_SELECT_MEMBER, {"code": account[0], "email": account[1]}).one_or_none()
        is_right = is_password(request.password, found.password_hash if found else nobody())
        if found is None or not is_right or not _user_of(found.user_id, found.body).is_active:
            raise unauthenticated()
        self._attempts.give_back(account)
        device_id = self._new_id()
        token = mint_token(found.org, device_id)
        with self._database.write() as connection:
            _register(connection, found, device_id, request.device, token, to_ms(at))
            self._chronicle(connection, found.org, "register", "device", device_id, at)
            self._chronicle(connection, found.org, "sign_in", "user", found.user_id, at)
        who = _principal(found.org, found.id, found.user_id, device_id, found.body)
        return SignedIn(token=token, account=account_of(self._database, who, at))

    def admit(self, authorization: str, at: datetime) -> Principal:
        """Who holds this token."""
        scheme, _space, text = authorization.partition(" ")
        token = read_token(text.strip()) if scheme.lower() == "bearer" else None
        if token is None:
            raise unauthenticated()
        with self._database.read() as connection:
            found = connection.execute(_SELECT_DEVICE, {"org": token.org, "device_id": token.device_id}).one_or_none()
        if found is None or not hmac.compare_digest(bytes(found.token_hash), token.digest):
            raise unauthenticated()
        if found.revoked_at is not None:
            raise locked_out()
        if found.is_signed_out or not _user_of(found.user_id, found.body).is_active:
            raise unauthenticated()
        who = _principal(token.org, found.organisation_id, found.user_id, token.device_id, found.body)
        if (found.last_seen or 0) + _SEEN_AGAIN_MS < to_ms(at):
            with self._database.write() as connection:
                connection.execute(update(device).where(*_this(who)).values(last_seen=to_ms(at)))
        return who

    def sign_out(self, who: Principal, at: datetime) -> None:
        with self._database.write() as connection:
            is_in = ~device.c.is_signed_out
            if connection.execute(update(device).where(*_this(who), is_in).values(is_signed_out=True)).rowcount:
                self._chronicle(connection, who.org, "sign_out", "device", who.device_id, at)

    def _chronicle(
        self, connection: Connection, org: int, op: str, kind: str, subject_id: str, at: datetime
    ) -> None:
        version, key = take_version(connection, org), self._new_id()
        chronicle(connection, self._database.sql, org, key, op, kind, subject_id, version, to_ms(at))


def admit_again(connection: Connection, who: Principal) -> None:
    """Whoever was let in writes only if nobody has locked them out since: from here on that waits for this write."""
    found = connection.execute(_SELECT_LOCKED, {"org": who.org, "device_id": who.device_id}).one()
    if found.revoked_at is not None:
        raise locked_out()
    if found.is_signed_out:
        raise unauthenticated()


def locked_out() -> TurnedAway:
    return TurnedAway(403, "device_revoked", "This device was locked out by an administrator.")


def _this(who: Principal) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return device.c.org == who.org, device.c.id == who.device_id


def account_of(database: Database, who: Principal, at: datetime) -> Account:
    with database.read() as connection:
        name = connection.execute(
            select(record.c.body).where(
                record.c.org == who.org, record.c.kind == Kind.ORGANISATION.value, record.c.id == who.organisation_id
            )
        ).scalar_one()
    return Account(
        protocol=PROTOCOL,
        organisation_id=who.organisation_id,
        organisation=msgspec.json.decode(name)["name"],
        user_id=who.user_id,
        name=who.name,
        role=who.role.value,
        device_id=who.device_id,
        epoch=database.epoch,
        server_time=at,
    )


def _check_texts(request: SignIn) -> None:
    for name in ("organisation", "email", "password", "device"):
        value = getattr(request, name)
        if "\x00" in value or len(value) > _LONGEST:
            raise invalid("This can't be used to sign in.", {name: "Too long, or with a character that can't be kept."})


def _register(connection: Connection, found: Any, device_id: str, name: str, token: str, at: int) -> None:
    known = read_token(token)
    assert known is not None
    connection.execute(
        insert(device).values(
            org=found.org,
            id=device_id,
            user_id=found.user_id,
            name=name[:200],
            token_hash=known.digest,
            created_at=at,
            last_seen=at,
            is_signed_out=False,
        )
    )


def _user_of(user_id: str, body: str) -> User:
    return read(User, user_id, 0, msgspec.json.decode(body))


def _principal(org: int, organisation_id: str, user_id: str, device_id: str, body: str) -> Principal:
    user = _user_of(user_id, body)
    return Principal(org, organisation_id, user_id, user.name, Role(user.role), device_id)
