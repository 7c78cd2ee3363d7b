"""UUIDv7 (RFC 9562, section 5.7), made on the device that creates the record."""

import random
import re
import threading
import uuid
from collections.abc import Callable

from sync.clock import Clock

_VERSION = 0x7
_VARIANT = 0b10
_TAIL_BITS = 74
_STEP_BITS = 32
_LOW_BITS = 62

_CANONICAL = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}").fullmatch

NewId = Callable[[], str]


def id_maker(clock: Clock, randomness: random.Random) -> NewId:
    """Return a function that makes UUIDv7 texts: 48 bits of Unix milliseconds, then 74 random bits.

    Within a millisecond each is the last one and a random step more (RFC 9562, 6.2, method 2), so what is made later on
    a device also sorts later. A clock that is set back is followed: ids tell roughly when, and never rule on order
    where instants do.
    """
    lock = threading.Lock()
    last, tail = -1, 0

    def new_id() -> str:
        nonlocal last, tail
        now = int(clock.now().timestamp() * 1000) & 0xFFFFFFFFFFFF
        with lock:
            if now == last:
                tail += 1 + randomness.getrandbits(_STEP_BITS)
            else:  # the top bit is left for the steps: 2**41 of them fit into a millisecond
                last, tail = now, randomness.getrandbits(_TAIL_BITS - 1)
            high, low = tail >> _LOW_BITS, tail & ((1 << _LOW_BITS) - 1)
        value = now << 80 | _VERSION << 76 | high << 64 | _VARIANT << _LOW_BITS | low
        return str(uuid.UUID(int=value))

    return new_id


def is_id(text: str) -> bool:
    """Whether a text is a UUID in canonical form: lower case, hyphens in place."""
    return _CANONICAL(text) is not None
