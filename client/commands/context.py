"""What a command works with."""

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

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
    """Says it to the person at the terminal, in whatever letters that has. A reader who has left is not bothered."""

    def out(self, text: str) -> None:
        _write(sys.stdout, text)

    def err(self, text: str) -> None:
        _write(sys.stderr, text)


def _write(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
        stream.flush()
    except BrokenPipeError:
        # What is still in the buffer would be tried again at the end of the program.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def as_json(value: Any) -> str:
    """Dates, durations and the like as texts; records as objects."""
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: object) -> Any:
    return msgspec.to_builtins(value) if isinstance(value, msgspec.Struct) else str(value)
