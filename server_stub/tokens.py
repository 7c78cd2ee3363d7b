"""A device's token: opaque to the device; here it says where to look, and 256 random bits say that it is genuine."""

import base64
import binascii
import hashlib
import secrets
import uuid
from typing import NamedTuple

_PREFIX = "sf1_"
_SECRET_BYTES = 32
_LENGTH = 8 + 16 + _SECRET_BYTES


class Token(NamedTuple):
    org: int
    device_id: str
    digest: bytes


def mint_token(org: int, device_id: str) -> str:
    raw = org.to_bytes(8) + uuid.UUID(device_id).bytes + secrets.token_bytes(_SECRET_BYTES)
    return _PREFIX + base64.urlsafe_b64encode(raw).decode().rstrip("=")


def read_token(text: str) -> Token | None:
    """None for whatever can't be a token of ours. Only the digest is ever stored."""
    if not text.startswith(_PREFIX) or len(text) > 200 or not text.isascii():
        return None
    coded = text.removeprefix(_PREFIX)
    try:
        raw = base64.b64decode(coded + "=" * (-len(coded) % 4), altchars=b"-_", validate=True)
    except binascii.Error:
        return None
    if len(raw) != _LENGTH:
        return None
    org = int.from_bytes(raw[:8])
    if org >= 2**63:
        return None
    return Token(org, str(uuid.UUID(bytes=raw[8:24])), hashlib.sha256(text.encode()).digest())
