"""The running program answers the commands that are handed to it, on its own session."""

import argparse
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from client.account import NoNetwork
from client.commands.context import Context
from client.exit_codes import Exit
from client.instance import RAISE, Request, Say
from client.parser import build_parser
from client.passphrase import DamagedSecrets, WrongPassphrase
from client.secrets import SecretsUnavailable
from sync.errors import InvalidInput, NetworkTrouble, Problem, StorageTrouble, StreamFlowError
from sync.language import in_english

if TYPE_CHECKING:
    from client.session import Session

_log = logging.getLogger(__name__)


class Running:
    """What `Instance.serve` calls for each command; `raise_window` is what a second window asks for."""

    def __init__(self, session: "Session", raise_window: Callable[[], None] | None = None) -> None:
        self._session = session
        self._raise_window = raise_window

    def __call__(self, request: Request, say: Say) -> int:
        with in_english():
            return told(lambda: self._answer(request, say), say)

    def _answer(self, request: Request, say: Say) -> int:
        if request.words == RAISE:
            return self._raise()
        args = build_parser(_QuietParser).parse_args(request.words)
        if not hasattr(args, "run"):
            say.err("StreamFlow Field is running. Close it first, then try again.")
            return Exit.BUSY
        return int(args.run(Context(self._session, say, request.folder), args))

    def _raise(self) -> int:
        if self._raise_window is None:
            return Exit.REFUSED
        self._raise_window()
        return Exit.DONE


class _QuietParser(argparse.ArgumentParser):
    """For words that come from elsewhere: it ends nothing here."""

    def error(self, message: str) -> NoReturn:
        raise InvalidInput(Problem("", "usage", message))

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:  # noqa: ARG002 — argparse names it
        raise InvalidInput(Problem("", "usage", message or "That is not a command for a running program."))


def told(work: Callable[[], int], say: Say) -> int:
    """Do some work; what goes wrong is told in a sentence, and by the exit code."""
    try:
        return work()
    except StreamFlowError as trouble:
        say.err(str(trouble))
        return _exit_code(trouble)
    except KeyboardInterrupt:
        say.err("Stopped. What was saved is saved.")
        return Exit.INTERRUPTED
    except Exception:  # noqa: BLE001 — a wall: a bug is logged whole and told plainly, the data stays safe
        _log.exception("Unexpected trouble in a command")
        say.err("Something went wrong in this program. What was saved is safe. Please report what the log says.")
        return Exit.BUG


def _exit_code(trouble: StreamFlowError) -> Exit:
    match trouble:
        case SecretsUnavailable() | WrongPassphrase() | DamagedSecrets():
            return Exit.SIGN_IN_NEEDED
        case StorageTrouble():
            return Exit.STORAGE
        case NetworkTrouble() | NoNetwork():
            return Exit.NO_NETWORK
        case _:
            return Exit.REFUSED
