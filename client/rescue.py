"""Work that was not sent, as an encrypted file: the one way off a device that was locked out, and onto the next one.

The file is an archive: the changes behind the passphrase, and with them a key that opens the attachments beside them.
"""

import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Struct

from client.desk import Desk
from client.files import replace_durably
from client.passphrase import DamagedSecrets, PassphraseFile, WrongPassphrase
from storage.rescue import discard, pack, unpack
from storage.trouble import told_plainly
from sync.blobs import is_hash
from sync.errors import InvalidInput, Problem
from sync.language import translate

_BOX = "rescue"
_PARCEL = "changes"
_FILES = "attachments/"
_SHORTEST = 8
_NONCE = 12


class _Parcel(Struct, frozen=True):
    """Whose work it is: it goes on under the same account or not at all. `key` opens the attachments."""

    organisation_id: str
    user_id: str
    piece: str
    key: bytes


class Rescue:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def save(self, path: Path, passphrase: str) -> int:
        """Write what was not sent, and the trash, behind a passphrase; how many changes. It stays here, too."""
        if len(passphrase) < _SHORTEST:
            raise _wrong(
                "passphrase",
                "too_short",
                translate("rescue", "A passphrase of at least {shortest} characters is needed.").format(
                    shortest=_SHORTEST
                ),
            )
        if path.exists():
            raise _wrong(
                "file",
                "exists",
                translate("rescue", "{path} is there already. Nothing was overwritten; choose another name.").format(
                    path=path
                ),
            )
        piece, count = pack(self._desk.file.database)
        profile = self._desk.profile
        parcel = _Parcel(profile.organisation_id, profile.user_id, piece.decode(), os.urandom(32))
        with told_plainly(), TemporaryDirectory() as folder:
            inner = Path(folder) / _PARCEL
            PassphraseFile(inner, passphrase).write(_BOX, msgspec.json.encode(parcel).decode())
            with replace_durably(path) as stream, zipfile.ZipFile(stream, "w") as archive:
                archive.write(inner, _PARCEL)
                for sha256 in self._desk.file.cargo.only_here():
                    archive.writestr(_FILES + sha256, self._sealed(sha256, parcel.key))
        return count

    def load(self, path: Path, passphrase: str) -> int:
        """Take over a file that the same person saved on another device; how many changes were new here."""
        try:
            with zipfile.ZipFile(path) as archive:
                parcel = _read_parcel(archive, passphrase)
                self._check_account(parcel)
                # The bytes are here before anything speaks of them.
                for content in _opened(archive, parcel.key):
                    self._desk.file.blobs.keep([content])
        except WrongPassphrase as trouble:
            message = translate("rescue", "That passphrase does not open this file. Nothing was changed.")
            raise _wrong("passphrase", "wrong", message) from trouble
        except (DamagedSecrets, msgspec.DecodeError, zipfile.BadZipFile, KeyError, InvalidTag, OSError) as trouble:
            message = translate(
                "rescue", "{path} is not a rescue file, or it is damaged or missing. Nothing was changed."
            ).format(path=path)
            raise _wrong("file", "unreadable", message) from trouble
        return unpack(self._desk.file.database, parcel.piece.encode())

    def _check_account(self, parcel: _Parcel) -> None:
        profile = self._desk.profile
        if (parcel.organisation_id, parcel.user_id) != (profile.organisation_id, profile.user_id):
            raise _wrong(
                "file",
                "another_account",
                translate("rescue", "This file holds the work of another account. Nothing was changed."),
            )

    def _sealed(self, sha256: str, key: bytes) -> bytes:
        nonce, content = os.urandom(_NONCE), self._desk.file.blobs.path(sha256).read_bytes()
        return nonce + AESGCM(key).encrypt(nonce, content, sha256.encode())

    def discard(self) -> int:
        """Throw away what was not sent, here and for good; how many changes that were."""
        return discard(self._desk.file.database, self._desk.new_id)


def _read_parcel(archive: zipfile.ZipFile, passphrase: str) -> _Parcel:
    with TemporaryDirectory() as folder:
        text = PassphraseFile(Path(archive.extract(_PARCEL, folder)), passphrase).read(_BOX)
    return msgspec.json.decode(text or "", type=_Parcel)


def _opened(archive: zipfile.ZipFile, key: bytes) -> Iterator[bytes]:
    for name in archive.namelist():
        sha256 = name.removeprefix(_FILES)
        if is_hash(sha256):
            sealed = archive.read(name)
            yield AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], sha256.encode())


def _wrong(field: str, code: str, message: str) -> InvalidInput:
    return InvalidInput(Problem(field, code, message))
