"""Bugs in how attachments' bytes are kept and carried; only days on which people photograph show them."""

from typing import Any

from server_stub import attachments, uploads
from simulation.planted.tools import Patch
from storage import blobs, cargo
from sync.blobs import TUS_HEADER


def sends_bytes_ahead_of_their_record(patch: Patch) -> None:
    every = "SELECT id, body FROM attachment WHERE is_stored = 0 AND id > ? ORDER BY id LIMIT ?"
    patch.setattr(cargo, "_TO_SEND", every)


def sends_no_bytes(patch: Patch) -> None:
    patch.setattr(cargo.LocalCargo, "_to_send", lambda *_: [])


def fetches_no_previews(patch: Patch) -> None:
    patch.setattr(cargo.LocalCargo, "_previews", lambda *_: [])


def keeps_what_arrived_damaged(patch: Patch) -> None:
    def accept(self: blobs.BlobFolder, sha256: str, _size: int) -> bool:
        blobs._name(self._part(sha256), self._fetched / sha256)
        return True

    patch.setattr(blobs.BlobFolder, "accept", accept)


def tidies_away_what_was_not_sent(patch: Patch) -> None:
    patch.setattr(cargo, "_UNSENT", "SELECT sha256 FROM attachment WHERE 0")
    patch.setattr(cargo, "_NAMED_BY_MUTATIONS", "SELECT sha256 FROM attachment WHERE 0")
    patch.setattr(cargo, "_NAMED_BY_RECORDS", "SELECT sha256 FROM attachment WHERE is_stored = 1")
    patch.setattr(cargo, "KEPT", -cargo.KEPT)


def takes_bytes_anew(patch: Patch) -> None:
    """Whether or not it has them."""
    real = attachments._claim

    def claim(call: Any) -> Any:
        found = real(call)
        return found._replace(is_stored=False) if TUS_HEADER in call.headers else found

    patch.setattr(attachments, "_claim", claim)


def makes_room_without_counting_it(patch: Patch) -> None:
    real = uploads._add

    def add(connection: Any, org: int, size: int) -> None:
        if size > 0:
            real(connection, org, size)

    patch.setattr(uploads, "_add", add)


def leaves_a_preview_behind(patch: Patch) -> None:
    """Where its picture is stored already."""
    patch.setattr(cargo, "_TO_SEND", cargo._TO_SEND.replace("OR a.is_preview_stored = 0", ""))
