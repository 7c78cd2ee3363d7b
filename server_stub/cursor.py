"""A device's place in the line of changes: opaque to it, signed by us, good for one user of one database."""

import hashlib

import msgspec

from server_stub.principal import Principal
from server_stub.scope import Scope
from server_stub.seals import unseal
from server_stub.troubles import TurnedAway, bad_request

Place = tuple[int, str, str]

START: Place = (0, "", "")


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
    """Changes when the user's role or crews do: then everything has to be fetched again."""
    words = sorted(scope.kinds) + sorted(scope.audiences)
    return hashlib.sha256("|".join(words).encode()).hexdigest()[:16]


def cursor_above(version: int, who: Principal, scope: Scope, epoch: str) -> Cursor:
    """Where pulls begin that bring only what is above a version."""
    return Cursor(who.org, who.user_id, epoch, scope_mark(scope), (version + 1, "", ""), 0, is_first=False)


def open_cursor(text: str, who: Principal, scope: Scope, epoch: str, secret: bytes, horizon: int) -> Cursor:
    """Read a device's cursor, or start from the beginning where it has none.

    Below the horizon what was deleted has been forgotten: whoever stands there can't be told of it any more.
    """
    mark = scope_mark(scope)
    if not text:
        return Cursor(who.org, who.user_id, epoch, mark, START, 0, is_first=True)
    cursor = unseal(text, Cursor, secret)
    if cursor is None or (cursor.org, cursor.user_id) != (who.org, who.user_id):
        raise bad_request("This cursor is not one of ours.")
    if cursor.epoch != epoch:
        raise epoch_changed(epoch)
    if cursor.scope != mark:
        raise gone("What you may see has changed; everything is fetched again.")
    if cursor.place[0] <= horizon:
        raise gone("This device was away for very long; everything is fetched again.")
    return cursor


def epoch_changed(epoch: str) -> TurnedAway:
    return TurnedAway(409, "epoch", "The server's database is another one than before.", epoch=epoch)


def gone(message: str) -> TurnedAway:
    return TurnedAway(410, "cursor_gone", message)
