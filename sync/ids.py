"""UUIDv7 (RFC 9562, section 5.7), made on the device that creates the record."""

import random
import re
import uuid
from collections.abc import Callable

from sync.clock import Clock

_VERSION = 0x7
_VARIANT = 0b10

_CANONICAL = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}").fullmatch

NewId = Callable[[], str]


def id_maker(clock: Clock, randomness: random.Random) -> NewId:
    """Return a function that makes UUIDv7 texts: 48 bits of Unix milliseconds, then 74 random bits."""

    def new_id() -> str:
        milliseconds = int(clock.now().timestamp() * 1000) & 0xFFFFFFFFFFFF
        rand_a = randomness.getrandbits(12)
        rand_b = randomness.getrandbits(62)
        value = milliseconds << 80 | _VERSION << 76 | rand_a << 64 | _VARIANT << 62 | rand_b
        return str(uuid.UUID(int=value))

    return new_id


def is_id(text: str) -> bool:
    """Whether a text is a UUID in canonical form: lower case, hyphens in place."""
    return _CANONICAL(text) is not None
