"""The content of a file that somebody attaches: all of it as it stood, or a sentence on why not."""

import os
from pathlib import Path
from typing import BinaryIO

from sync.blobs import MAX_CONTENT_BYTES
from sync.errors import InvalidInput, Problem
from sync.language import translate


def content_of(file: Path) -> bytes:
    try:
        size = file.stat().st_size
        if not file.is_file():
            raise not_attached(translate("attachments", "{name} is not a file.").format(name=file.name))
        if size > MAX_CONTENT_BYTES:
            most = MAX_CONTENT_BYTES // 1_000_000
            raise not_attached(
                translate("attachments", "{name} has {size} MB; at most {most} MB can be attached.").format(
                    name=file.name, size=size // 1_000_000, most=most
                )
            )
        with file.open("rb") as stream:
            before = _state_of(stream)
            content = stream.read(MAX_CONTENT_BYTES + 1)
            is_still = before == _state_of(stream) and len(content) == before[0]
    except OSError as trouble:
        raise not_attached(
            translate("attachments", "{name} can't be read: {reason}.").format(name=file.name, reason=trouble.strerror)
        ) from trouble
    if not is_still:
        raise not_attached(
            translate("attachments", "{name} is being written just now; try again when that is done.").format(
                name=file.name
            )
        )
    if not content:
        raise not_attached(translate("attachments", "{name} is empty.").format(name=file.name))
    return content


def _state_of(stream: BinaryIO) -> tuple[int, int]:
    """Half of a photo looks like a whole file: it has to stand still while it is read."""
    state = os.fstat(stream.fileno())
    return state.st_size, state.st_mtime_ns


def not_attached(what: str) -> InvalidInput:
    return InvalidInput(
        Problem("file", "invalid", translate("attachments", "{what} Nothing was attached.").format(what=what))
    )
