"""Passwords are kept as Argon2id hashes in PHC form, with OWASP's parameters."""

import functools
import os
import threading

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

_MEMORY_KIB, _ITERATIONS, _LANES = 19_456, 2, 1
_LENGTH = 32

# Each derivation takes 19 MiB; a crowd at the door must not take the machine.
_TURNS = 4
_turns = threading.BoundedSemaphore(_TURNS)


def hash_password(password: str) -> str:
    derivation = Argon2id(
        salt=os.urandom(16), length=_LENGTH, iterations=_ITERATIONS, lanes=_LANES, memory_cost=_MEMORY_KIB
    )
    with _turns:
        return derivation.derive_phc_encoded(password.encode())


def is_password(password: str, password_hash: str) -> bool:
    with _turns:
        try:
            Argon2id.verify_phc_encoded(password.encode(), password_hash)
        except InvalidKey:
            return False
    return True


@functools.cache
def nobody() -> str:
    """What to compare with when there is no such account, so that the answer takes as long."""
    return hash_password("nobody has this password")
