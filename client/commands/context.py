"""What a command works with, and what its exit code says."""

import json
import sys
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from client.instance import Say

if TYPE_CHECKING:
    from client.session import Session


class Exit(IntEnum):
    """The exit codes, for scripts; they are part of what `streamflow` promises."""

    DONE = 0
    REFUSED = 1
    USAGE = 2
    SIGN_IN_NEEDED = 3
    NO_NETWORK = 4
    STORAGE = 5
    BUSY = 6
    ATTENTION = 7
    BUG = 70
    INTERRUPTED = 130


EXIT_HELP = (
    "exit codes: 0 done · 1 refused, with a reason · 2 not understood · 3 sign-in needed · 4 the server can't be "
    "reached, nothing is lost · 5 the disk or the data file is in trouble · 6 another command is still running · "
    "7 sent, but some items need attention · 70 a mistake in this program"
)


@dataclass(frozen=True)
class Context:
    session: "Session"
    say: Say
    folder: Path

    def path(self, name: str) -> Path:
        """A file as the person named it, who may stand in another folder than the running program."""
        return self.folder / Path(name).expanduser()


class Terminal:
    """Says it to the person at the terminal."""

    def out(self, text: str) -> None:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()

    def err(self, text: str) -> None:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def as_json(value: Any) -> str:
    """Dates, durations and the like as texts; records as objects."""
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: object) -> Any:
    return msgspec.to_builtins(value) if isinstance(value, msgspec.Struct) else str(value)
