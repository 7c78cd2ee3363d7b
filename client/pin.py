"""A PIN that locks the window of a shared device; the work behind it goes on, and so does the clock.

What the PIN is checked against lies with the other secrets. Wrong tries are counted in a file before each is looked
at, and cost time that is measured without the wall clock: neither a restart nor a changed clock gives more of them.
"""

import hmac
import json
import os
from collections.abc import Callable
from math import ceil
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from msgspec import Struct

from client.files import read_text, write_private
from client.passphrase import Cost
from client.secrets import SecretStore
from sync.clock import Clock
from sync.errors import InvalidInput, Problem, StreamFlowError
from sync.language import translate

SHORTEST, LONGEST = 4, 12
_FREE_TRIES = 3
_FIRST_WAIT, _LONGEST_WAIT = 5.0, 900.0


class WrongPin(StreamFlowError):
    pass


class _Verifier(Struct, frozen=True, forbid_unknown_fields=True):
    salt: bytes
    digest: bytes
    cost: Cost


class PinLock:
    """`kept` is what the secret store holds under `name`; `secrets` opens that store for writing."""

    def __init__(
        self,
        folder: Path,
        name: str,
        kept: str | None,
        secrets: Callable[[], SecretStore],
        clock: Clock,
        cost: Cost | None = None,
    ) -> None:
        self._file = folder / "pin-tries.json"
        self._name = name
        self._verifier = _read(kept)
        self._secrets = secrets
        self._clock = clock
        self._cost = cost or Cost()
        self._last_try = clock.monotonic()

    @property
    def is_set(self) -> bool:
        return self._verifier is not None

    def choose(self, pin: str, again: str) -> None:
        """Raises `InvalidInput` for one that is no good."""
        if not (pin.isascii() and pin.isdigit() and SHORTEST <= len(pin) <= LONGEST):
            message = translate("pin", "A PIN has {shortest} to {longest} digits. Nothing was changed.").format(
                shortest=SHORTEST, longest=LONGEST
            )
            raise InvalidInput(Problem("pin", "invalid", message))
        if pin != again:
            raise InvalidInput(
                Problem("again", "invalid", translate("pin", "The two are not the same. Nothing was changed."))
            )
        salt = os.urandom(16)
        verifier = _Verifier(salt, _digest(pin, salt, self._cost), self._cost)
        self._secrets().write(self._name, msgspec.json.encode(verifier).decode())
        self._verifier = verifier
        self._forget_tries()

    def remove(self) -> None:
        self._secrets().delete(self._name)
        self._verifier = None
        self._forget_tries()

    def wait(self) -> float:
        """Seconds until the next try; after a restart the whole time runs again."""
        return max(0.0, self._last_try + _wait_after(self._wrong()) - self._clock.monotonic())

    def enter(self, pin: str) -> None:
        """Raises `WrongPin`, or `StorageTrouble` where a try can't be counted."""
        if self._verifier is None:
            return
        if (left := self.wait()) > 0:
            raise WrongPin(
                translate("pin", "Too many wrong tries. Please wait {left}, or sign in with your password.").format(
                    left=_seconds(left)
                )
            )
        wrong = self._wrong()
        self._count(wrong + 1)
        self._last_try = self._clock.monotonic()
        if not hmac.compare_digest(_digest(pin, self._verifier.salt, self._verifier.cost), self._verifier.digest):
            raise WrongPin(translate("pin", "That is not the PIN. What you were doing is kept."))
        self._forget_tries()

    def _wrong(self) -> int:
        try:
            return int(json.loads(read_text(self._file) or "{}").get("wrong", 0))
        except (ValueError, TypeError, AttributeError, OSError):
            return _FREE_TRIES  # a file that can't be read gives no tries away

    def _count(self, wrong: int) -> None:
        write_private(self._file, json.dumps({"wrong": wrong}).encode())

    def _forget_tries(self) -> None:
        self._file.unlink(missing_ok=True)


def _read(kept: str | None) -> _Verifier | None:
    """One that can't be read lets nobody in; the password does."""
    if not kept:
        return None
    try:
        return msgspec.json.decode(kept, type=_Verifier)
    except msgspec.DecodeError:
        return _Verifier(bytes(16), b"", Cost())


def _wait_after(wrong: int) -> float:
    return 0.0 if wrong < _FREE_TRIES else min(_LONGEST_WAIT, _FIRST_WAIT * 2.0 ** min(wrong - _FREE_TRIES, 20))


def _digest(pin: str, salt: bytes, cost: Cost) -> bytes:
    argon = Argon2id(salt=salt, length=32, iterations=cost.iterations, lanes=cost.lanes, memory_cost=cost.memory_kib)
    return argon.derive(pin.encode())


def _seconds(left: float) -> str:
    whole = ceil(left)
    if whole < 2:
        return translate("pin", "1 second")
    if whole < 120:
        return translate("pin", "{count} seconds").format(count=whole)
    return translate("pin", "{count} minutes").format(count=ceil(whole / 60))
