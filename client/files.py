"""Small files that are only ever old or new, and only their owner's to read."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from storage.files import flush_folder, make_folder
from sync.errors import DiskFull, Unwritable
from sync.language import translate

_NO_SPACE = frozenset({28, 122})  # ENOSPC, EDQUOT


def make_private_folder(folder: Path) -> None:
    try:
        make_folder(folder)
    except OSError as trouble:
        raise Unwritable(
            translate("files", "The folder {folder} can't be made: {reason}.").format(
                folder=folder, reason=trouble.strerror
            )
        ) from trouble


def write_private(file: Path, content: bytes) -> None:
    """Replace a file as a whole, flushed, with mode 0600 from its first byte on."""
    make_private_folder(file.parent)
    try:
        _replace(file, content)
    except OSError as trouble:
        if trouble.errno in _NO_SPACE:
            raise DiskFull(
                translate("files", "The disk is full, so {name} was not saved. The old one is still there.").format(
                    name=file.name
                )
            ) from trouble
        raise Unwritable(
            translate("files", "{file} can't be written: {reason}. Nothing was changed.").format(
                file=file, reason=trouble.strerror
            )
        ) from trouble


def read_text(file: Path) -> str | None:
    """The file's text, or None where there is no such file."""
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        return ""


def _replace(file: Path, content: bytes) -> None:
    with replace_durably(file) as stream:
        stream.write(content)


@contextmanager
def replace_durably(file: Path) -> Iterator[BinaryIO]:
    """What is written takes the file's place as a whole and flushed, or not at all. Raises `OSError`."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    flush_folder(file.parent)
