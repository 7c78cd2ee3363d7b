"""What a JSON reader lets through and we don't: one key twice, deep nesting, NUL, other encodings.

A body that our own encoder would write in the same bytes has no key twice, for reading would have dropped one: writing
it again is much cheaper than looking at each key. Only bodies that differ (spaces, another order) are looked through.
"""

import json
import re
from typing import Any

import msgspec

from sync.errors import StreamFlowError
from sync.protocol import Mutation

MAX_DEPTH = 32

_encode = msgspec.json.Encoder().encode
_OPENING = (b"[", b"{")
_ESCAPED_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000").search


class NotStrict(StreamFlowError):
    pass


def check_mutation(frozen: bytes, mutation: Mutation) -> None:
    if b"\\u0000" in frozen and _ESCAPED_NUL(frozen):
        raise NotStrict("it contains a character that can't be kept")
    is_flat = frozen.count(_OPENING[0]) + frozen.count(_OPENING[1]) <= MAX_DEPTH
    if not (is_flat and _encode(mutation) == frozen):
        check_json(frozen)


def check_body(body: bytes, value: object) -> None:
    """Look through a body that was read as `value`; a type of its own bounds a body's depth, a plain dict does not."""
    if isinstance(value, dict) or _encode(value) != body:
        check_json(body)


def check_json(body: bytes) -> None:
    """Raise `NotStrict` for a key that stands twice in one object, and for deep nesting."""
    try:
        value = json.loads(body.decode(), object_pairs_hook=_without_doubles)
    except (UnicodeDecodeError, ValueError) as trouble:
        raise NotStrict("it is not JSON in UTF-8") from trouble
    except RecursionError as trouble:
        raise NotStrict("it is nested too deeply") from trouble
    _check_depth(value, MAX_DEPTH)


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotStrict("it has one key twice")
    return found


def _check_depth(value: object, left: int) -> None:
    if not isinstance(value, (dict, list)):
        return
    if left == 0:
        raise NotStrict("it is nested too deeply")
    for part in value.values() if isinstance(value, dict) else value:
        _check_depth(part, left - 1)
