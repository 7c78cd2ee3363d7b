"""What the carrier needs of a device's files and of a server: the ports of attachments, as `ports` has the engine's."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from sync.blobs import Part


class Way(StrEnum):
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True)
class Job:
    """Bytes that are to be brought to the other end. `is_asked_for`: a person waits for them."""

    attachment_id: str
    part: Part
    sha256: str
    size: int
    way: Way
    is_asked_for: bool = False


class Cargo(Protocol):
    """The device's files. Every method raises `StorageTrouble` where the disk fails."""

    def jobs(self) -> tuple[Job, ...]:
        """What is to be carried, the most urgent first; nothing goes up whose record the server has not accepted."""
        ...

    def read(self, sha256: str, offset: int, most: int) -> bytes: ...

    def is_sound(self, sha256: str) -> bool:
        """Whether a file still has its hash; one that has not is put aside and carried nowhere any more."""
        ...

    def arrived(self, job: Job) -> int:
        """How much of a download is here."""
        ...

    def append(self, job: Job, piece: bytes) -> None: ...

    def tidy(self, now: datetime) -> None:
        """Let go of files that nothing needs any more."""
        ...

    def accept(self, job: Job) -> bool:
        """Check a download that is all here, and keep it under its name; False where it was spoilt and thrown away."""
        ...


class Port(Protocol):
    """The server. Every method raises `NetworkTrouble` where there is no usable answer."""

    def begin(self, job: Job) -> int:
        """Begin an upload, or go on with it: how much the server has."""
        ...

    def send(self, job: Job, offset: int, chunk: bytes) -> int:
        """Send the next bytes; how much the server has now."""
        ...

    def fetch(self, job: Job, offset: int, most: int) -> Iterator[bytes]:
        """The next bytes as they come in; what came before a cut is good."""
        ...
