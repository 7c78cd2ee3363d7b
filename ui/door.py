"""What a second command or a second window says to the running one."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from client.exit_codes import Exit
from client.handover import RAISE, Running
from client.home import Home
from client.instance import Instance, Request, Say, claim_or_ask

if TYPE_CHECKING:
    from ui.program import Program


class Door:
    """Called on threads of its own; the window is reached by a signal."""

    def __init__(self, program: "Program") -> None:
        self._program = program

    def __call__(self, request: Request, say: Say) -> int:
        if request.words == RAISE:
            self._program.raise_asked.emit()
            return Exit.DONE
        workshop = self._program.workshop
        if workshop is None:
            say.err("StreamFlow Field is open, and nobody is signed in there yet.")
            return Exit.BUSY
        return Running(workshop.place.session)(request, say)


class _Terminal:
    def out(self, text: str) -> None:
        sys.stdout.write(f"{text}\n")

    def err(self, text: str) -> None:
        sys.stderr.write(f"{text}\n")


def claim_or_raise(home: Home) -> Instance | int:
    """The right to run here, or the exit code after another window was brought to the front."""
    return claim_or_ask(home, RAISE, Path.cwd(), _Terminal())
