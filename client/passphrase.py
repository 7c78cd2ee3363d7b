"""Secrets in a file, wrapped by a passphrase: Argon2id makes the key, AES-256-GCM closes each box.

A checksum over the whole tells a damaged file from a wrong passphrase, which the key-check value finds.
"""

import base64
import hashlib
import hmac
import json
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from msgspec import Meta, Struct

from client.files import write_private
from sync.errors import StreamFlowError
from sync.language import translate

_FORMAT = 1
_NONCE = 12


class WrongPassphrase(StreamFlowError):
    pass


class DamagedSecrets(StreamFlowError):
    pass


class Cost(Struct, frozen=True, forbid_unknown_fields=True):
    """What a guess costs: RFC 9106's second choice. Bounded, since the numbers are read from a file."""

    memory_kib: Annotated[int, Meta(ge=8, le=1_048_576)] = 65_536
    iterations: Annotated[int, Meta(ge=1, le=20)] = 3
    lanes: Annotated[int, Meta(ge=1, le=16)] = 4


class _Box(Struct, frozen=True, forbid_unknown_fields=True):
    nonce: bytes
    sealed: bytes


class _Content(Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    salt: Annotated[bytes, Meta(min_length=16, max_length=64)]
    cost: Cost
    key_check: bytes
    boxes: dict[str, _Box]


_USUAL = Cost()


@dataclass(frozen=True)
class PassphraseFile:
    """`cost` is that of a new file; a file that is there says its own."""

    file: Path
    passphrase: str
    cost: Cost = _USUAL

    def read(self, name: str) -> str | None:
        content = self._content()
        if content is None:
            return None
        key = self._key(content)
        box = content.boxes.get(name)
        return None if box is None else self._open(key, name, box)

    def write(self, name: str, secret: str) -> None:
        content = self._content() or self._fresh()
        nonce = os.urandom(_NONCE)
        sealed = AESGCM(self._key(content)).encrypt(nonce, secret.encode(), name.encode())
        self._save(content, {**content.boxes, name: _Box(nonce, sealed)})

    def delete(self, name: str) -> None:
        """Needs no passphrase to be right: to forget is always allowed."""
        content = self._content()
        if content is not None and name in content.boxes:
            self._save(content, {key: box for key, box in content.boxes.items() if key != name})

    def _content(self) -> _Content | None:
        try:
            raw = self.file.read_bytes()
        except FileNotFoundError:
            return None
        try:
            envelope = json.loads(raw)
            content = base64.b64decode(envelope["content"], validate=True)
            if not hmac.compare_digest(hashlib.sha256(content).hexdigest(), envelope["checksum"]):
                raise self._damaged()
            return msgspec.json.decode(content, type=_Content)
        except (ValueError, KeyError, TypeError) as trouble:
            raise self._damaged() from trouble

    def _save(self, content: _Content, boxes: dict[str, _Box]) -> None:
        body = msgspec.json.encode(_Content(_FORMAT, content.salt, content.cost, content.key_check, boxes))
        envelope = {"checksum": hashlib.sha256(body).hexdigest(), "content": base64.b64encode(body).decode()}
        write_private(self.file, json.dumps(envelope, indent=1).encode())

    def _fresh(self) -> _Content:
        salt = os.urandom(16)
        return _Content(_FORMAT, salt, self.cost, _key_check(self._derive(salt, self.cost)), {})

    def _key(self, content: _Content) -> bytes:
        derived = self._derive(content.salt, content.cost)
        if not hmac.compare_digest(_key_check(derived), content.key_check):
            raise WrongPassphrase(
                translate(
                    "passphrase", "That passphrase does not open the secrets on this device. Nothing was changed."
                )
            )
        return _purpose(derived, b"secrets")

    def _derive(self, salt: bytes, cost: Cost) -> bytes:
        return _derived(self.passphrase, salt, cost)

    def _open(self, key: bytes, name: str, box: _Box) -> str:
        try:
            return AESGCM(key).decrypt(box.nonce, box.sealed, name.encode()).decode()
        except (InvalidTag, ValueError) as trouble:
            raise self._damaged() from trouble

    def _damaged(self) -> DamagedSecrets:
        return DamagedSecrets(
            translate(
                "passphrase",
                "The file with this device's secrets is damaged ({file}). Your work is untouched. Move the "
                "file away and sign in again.",
            ).format(file=self.file)
        )


@lru_cache(maxsize=1)
def _derived(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Slow on purpose, so one start pays for it once: it reads several secrets one after another."""
    argon = Argon2id(salt=salt, length=32, iterations=cost.iterations, lanes=cost.lanes, memory_cost=cost.memory_kib)
    return argon.derive(passphrase.encode())


def _key_check(derived: bytes) -> bytes:
    return _purpose(derived, b"key check")[:16]


def _purpose(derived: bytes, purpose: bytes) -> bytes:
    return hmac.digest(derived, b"streamflow field, " + purpose, "sha256")
