"""What a second command or a second window says to the running one."""

import sys
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

from client.exit_codes import Exit
from client.home import Home
from client.instance import RAISE, Instance, Request, Say, claim_or_ask

if TYPE_CHECKING:
    from ui.program import Program


class Door:
    """Called on threads of its own, so it must not be what keeps the window: that has to end on the window's thread."""

    def __init__(self, program: "Program") -> None:
        self._program = weakref.ref(program)

    def __call__(self, request: Request, say: Say) -> int:
        program = self._program()
        if program is None:
            return Exit.BUSY
        if request.words == RAISE:
            program.raise_asked.emit()
            return Exit.DONE
        workshop = program.workshop
        if workshop is None:
            say.err("StreamFlow Field is open, and nobody is signed in there yet.")
            return Exit.BUSY
        from client.handover import Running  # all commands come with it: a start does without them

        return Running(workshop.place.session)(request, say)


def open_door(instance: Instance, program: "Program") -> None:
    """Until the window is closed: one that is on its way out is not brought back by whoever starts the next."""
    instance.serve(Door(program))
    program.ending.connect(instance.fall_silent)


class _Terminal:
    def out(self, text: str) -> None:
        sys.stdout.write(f"{text}\n")

    def err(self, text: str) -> None:
        sys.stderr.write(f"{text}\n")


def claim_or_raise(home: Home) -> Instance | int:
    """The right to run here, or the exit code after another window was brought to the front."""
    return claim_or_ask(home, RAISE, Path.cwd(), _Terminal())
