"""Reads frozen mutations strictly. What can't be read gets a verdict of its own; it never fails its neighbours."""

import msgspec

from server_stub.ledger import Line
from server_stub.strictness import NotStrict, check_mutation
from sync.ids import is_id
from sync.kinds import WRITTEN_BY_DEVICES, Kind
from sync.protocol import SCHEMA, Code, Item, Mutation, Refusal, body_hash
from sync.upcast import is_from_the_future, reader

_read = reader()
TOO_NEW = "A newer program made this, and this server does not know it yet. Send it again after the server's update."
_KINDS = frozenset(kind.value for kind in Kind)
_WRITTEN = frozenset(kind.value for kind in WRITTEN_BY_DEVICES)


def read_line(item: Item) -> Line:
    frozen = bytes(item.mutation)
    if not frozen:
        return Line(item.key, item.seq)
    digest = body_hash(frozen)
    try:
        mutation = _read(frozen)
        check_mutation(frozen, mutation)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, NotStrict) as trouble:
        return Line(item.key, item.seq, digest, refusal=_unreadable(frozen, trouble))
    return (
        Line(item.key, item.seq, digest, mutation, was=item.was)
        if (refusal := fault(item.key, mutation)) is None
        else Line(item.key, item.seq, digest, refusal=refusal)
    )


def fault(key: str, mutation: Mutation) -> Refusal | None:
    """What is wrong with a mutation that no look at the records is needed for."""
    if mutation.key != key:
        return _refusal(Code.MALFORMED, "The mutation names another key than its line.")
    if mutation.schema != SCHEMA:
        return _refusal(Code.UNKNOWN_SCHEMA, TOO_NEW)
    if mutation.kind not in _KINDS:
        return _refusal(Code.UNKNOWN_KIND, "This server does not know this kind of record.")
    if mutation.kind not in _WRITTEN:
        return _refusal(Code.NOT_ALLOWED, "This kind of record is not written by devices.")
    if not is_id(mutation.id):
        return _refusal(Code.MALFORMED, "The record's id is not an id.")
    if not all(map(is_id, mutation.after)):
        return _refusal(Code.MALFORMED, "A key that this waits behind is not an id.")
    if not is_id(mutation.supersedes or key):
        return _refusal(Code.MALFORMED, "The key that this supersedes is not an id.")
    return None


def _unreadable(frozen: bytes, trouble: Exception) -> Refusal:
    if is_from_the_future(frozen):
        return _refusal(Code.UNKNOWN_SCHEMA, TOO_NEW)
    return _refusal(Code.MALFORMED, f"This could not be read: {trouble}.")


def _refusal(code: Code, message: str) -> Refusal:
    return Refusal(code=code, message=message)
