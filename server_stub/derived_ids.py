"""Ids that follow from what they stand for, so that whoever makes a thing again makes the same thing."""

import hashlib
import uuid


def derived_id(name: str) -> str:
    """A UUIDv8 (RFC 9562, section 5.8): the beginning of the name's SHA-256."""
    raw = bytearray(hashlib.sha256(name.encode()).digest()[:16])
    raw[6] = raw[6] & 0x0F | 0x80
    raw[8] = raw[8] & 0x3F | 0x80
    return str(uuid.UUID(bytes=bytes(raw)))
