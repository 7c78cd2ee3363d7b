"""What a command works with."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from client.instance import Say

if TYPE_CHECKING:
    from client.session import Session


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
