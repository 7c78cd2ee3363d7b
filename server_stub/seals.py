"""Small values that a device keeps for us and hands back: opaque to it, and signed, so that it can't make one up."""

import base64
import binascii
import hmac
from typing import TypeVar

import msgspec

_TAG = 16
_MOST = 2_000

T = TypeVar("T", bound=msgspec.Struct)


def seal(value: msgspec.Struct, secret: bytes) -> str:
    payload = msgspec.json.encode(value)
    return base64.urlsafe_b64encode(_tag(payload, type(value), secret) + payload).decode().rstrip("=")


def unseal(text: str, shape: type[T], secret: bytes) -> T | None:
    """The value, or nothing where this is no seal of ours, or of another shape."""
    if len(text) > _MOST or not text.isascii():
        return None
    try:
        sealed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error:
        return None
    tag, payload = sealed[:_TAG], sealed[_TAG:]
    if not hmac.compare_digest(tag, _tag(payload, shape, secret)):
        return None
    return msgspec.json.decode(payload, type=shape)


def _tag(payload: bytes, shape: type[msgspec.Struct], secret: bytes) -> bytes:
    """The shape's name is signed as well: a cursor is no token."""
    return hmac.digest(secret, shape.__name__.encode() + b":" + payload, "sha256")[:_TAG]
