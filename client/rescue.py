"""Work that was not sent, as an encrypted file: the one way off a device that was locked out, and onto the next one."""

from pathlib import Path

import msgspec
from msgspec import Struct

from client.desk import Desk
from client.passphrase import DamagedSecrets, PassphraseFile, WrongPassphrase
from storage.rescue import discard, pack, unpack
from sync.errors import InvalidInput, Problem
from sync.language import translate

_BOX = "rescue"
_SHORTEST = 8


class _Parcel(Struct, frozen=True):
    """Whose work it is: it goes on under the same account or not at all."""

    organisation_id: str
    user_id: str
    piece: str


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
        parcel = _Parcel(profile.organisation_id, profile.user_id, piece.decode())
        PassphraseFile(path, passphrase).write(_BOX, msgspec.json.encode(parcel).decode())
        return count

    def load(self, path: Path, passphrase: str) -> int:
        """Take over a file that the same person saved on another device; how many changes were new here."""
        try:
            text = PassphraseFile(path, passphrase).read(_BOX)
            parcel = msgspec.json.decode(text or "", type=_Parcel)
        except WrongPassphrase as trouble:
            message = translate("rescue", "That passphrase does not open this file. Nothing was changed.")
            raise _wrong("passphrase", "wrong", message) from trouble
        except (DamagedSecrets, msgspec.DecodeError) as trouble:
            message = translate(
                "rescue", "{path} is not a rescue file, or it is damaged or missing. Nothing was changed."
            ).format(path=path)
            raise _wrong("file", "unreadable", message) from trouble
        profile = self._desk.profile
        if (parcel.organisation_id, parcel.user_id) != (profile.organisation_id, profile.user_id):
            raise _wrong(
                "file",
                "another_account",
                translate("rescue", "This file holds the work of another account. Nothing was changed."),
            )
        return unpack(self._desk.file.database, parcel.piece.encode())

    def discard(self) -> int:
        """Throw away what was not sent, here and for good; how many changes that were."""
        return discard(self._desk.file.database, self._desk.new_id)


def _wrong(field: str, code: str, message: str) -> InvalidInput:
    return InvalidInput(Problem(field, code, message))
