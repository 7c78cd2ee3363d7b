"""What was typed into forms and is saved nowhere yet, kept in the profile's folder over an end of the program."""

from pathlib import Path
from threading import Lock

import msgspec
from msgspec import Struct

from client.files import read_text, write_private


class Kept(Struct, frozen=True, omit_defaults=True):
    """What stands in one form. `record` is empty for a new one; `rows` is what a form has many of.

    `before` is what the fields were when somebody began to change them, `locale` how dates are written in `texts`.
    """

    form: str
    record: str = ""
    texts: dict[str, str] = {}
    rows: tuple[dict[str, str], ...] = ()
    before: dict[str, str] = {}
    locale: str = ""


class DraftBook:
    """One small file, written as a whole: it waits for no transaction, and none waits for it."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "drafts.json"
        self._lock = Lock()
        self._drafts = self._read()

    def all(self) -> tuple[Kept, ...]:
        """What was typed into last comes last."""
        return self._drafts

    def keep(self, drafts: tuple[Kept, ...]) -> None:
        """On return they are on the disk. Where that fails they are kept as long as the program runs."""
        with self._lock:
            self._drafts = drafts
            write_private(self._file, msgspec.json.encode(drafts))

    def _read(self) -> tuple[Kept, ...]:
        """What can't be read is put beside and not overwritten: somebody may still find their words in it."""
        try:
            return msgspec.json.decode(read_text(self._file) or "[]", type=tuple[Kept, ...])
        except (msgspec.DecodeError, OSError):
            self._put_beside()
            return ()

    def _put_beside(self) -> None:
        try:
            self._file.replace(self._file.with_name("drafts-unreadable.json"))
        except OSError:
            return
