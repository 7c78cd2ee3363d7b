"""What a backup needs of a kind of database, and how far a database or a copy of one has come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from server_stub.schema import SCHEMA_NUMBER
from sync.errors import StreamFlowError


class NotABackup(StreamFlowError):
    def __init__(self, file: Path) -> None:
        super().__init__(f"{file} is not a backup of a StreamFlow server, or it is damaged. Nothing was changed.")


class Damaged(StreamFlowError):
    """The database that would be replaced can't be read."""


class InUse(StreamFlowError):
    def __init__(self) -> None:
        super().__init__("A server is running on this database. Nothing was changed. Stop it, and restore then.")


@dataclass(frozen=True)
class Standing:
    """The number of the schema, and each organisation's version by its id."""

    schema: str
    versions: Mapping[str, int]

    def check(self) -> "Standing":
        if self.schema != str(SCHEMA_NUMBER):
            raise StreamFlowError(
                f"This backup has schema {self.schema}, this server reads {SCHEMA_NUMBER}. Nothing was changed."
            )
        return self

    def is_behind(self, other: "Standing") -> bool:
        """Whether the other one knows of a change that is missing here."""
        return any(version > self.versions.get(which, 0) for which, version in other.versions.items())


class Copies(Protocol):
    def dump(self, file: Path) -> None:
        """Copy the database as it is at one moment, while others work on it."""
        ...

    def read(self, file: Path) -> Standing:
        """Read a copy whole. Raises `NotABackup`."""
        ...

    def current(self) -> Standing | None:
        """How far the database has come, None where there is none yet. Raises `InUse` or `Damaged`."""
        ...

    def put_back(self, file: Path, last_words: Sequence[str]) -> Path | None:
        """Replace the database by a copy on which these statements ran: whole, or not at all.

        The answer is where the replaced one was kept, if it was.
        """
        ...
