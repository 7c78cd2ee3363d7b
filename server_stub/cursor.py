"""A device's place in the line of changes: opaque to it, signed by us, good for one user of one database."""

import base64
import binascii
import hashlib
import hmac

import msgspec

from server_stub.principal import Principal
from server_stub.scope import Scope
from server_stub.troubles import TurnedAway, bad_request

Place = tuple[int, str, str]

START: Place = (0, "", "")
_TAG = 16
_MOST = 1_000


class Cursor(msgspec.Struct, frozen=True, array_like=True):
    """`ceiling` is 0 between runs. `is_first` holds through the run that started from nothing."""

    org: int
    user_id: str
    epoch: str
    scope: str
    place: Place
    ceiling: int
    is_first: bool


def scope_mark(scope: Scope) -> str:
    """Changes when the user's role or crews do: then everything has to be pulled again."""
    words = sorted(scope.kinds) + sorted(scope.audiences)
    return hashlib.sha256("|".join(words).encode()).hexdigest()[:16]


def seal(cursor: Cursor, secret: bytes) -> str:
    payload = msgspec.json.encode(cursor)
    return base64.urlsafe_b64encode(_tag(payload, secret) + payload).decode().rstrip("=")


def unseal(text: str, secret: bytes) -> Cursor:
    if len(text) > _MOST or not text.isascii():
        raise _forged()
    try:
        sealed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error as trouble:
        raise _forged() from trouble
    tag, payload = sealed[:_TAG], sealed[_TAG:]
    if not hmac.compare_digest(tag, _tag(payload, secret)):
        raise _forged()
    return msgspec.json.decode(payload, type=Cursor)


def open_cursor(text: str, who: Principal, scope: Scope, epoch: str, secret: bytes) -> Cursor:
    """Read a device's cursor, or start from the beginning where it has none."""
    mark = scope_mark(scope)
    if not text:
        return Cursor(who.org, who.user_id, epoch, mark, START, 0, is_first=True)
    cursor = unseal(text, secret)
    if (cursor.org, cursor.user_id) != (who.org, who.user_id):
        raise _forged()
    if cursor.epoch != epoch:
        raise TurnedAway(409, "epoch", "The server's database is another one than before.", epoch=epoch)
    if cursor.scope != mark:
        raise TurnedAway(410, "cursor_gone", "What you may see has changed; everything is fetched again.")
    return cursor


def _tag(payload: bytes, secret: bytes) -> bytes:
    return hmac.digest(secret, payload, "sha256")[:_TAG]


def _forged() -> TurnedAway:
    return bad_request("This cursor is not one of ours.")
