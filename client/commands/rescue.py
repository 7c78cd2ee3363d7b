"""`streamflow rescue`: work that was not sent, from a device that was locked out or is broken to another one."""

import argparse
import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from client.exit_codes import Exit
from client.instance import Say
from client.sentences import count_of
from sync.errors import InvalidInput, Problem

if TYPE_CHECKING:
    from client.session import Session

PASSPHRASE = "STREAMFLOW_RESCUE_PASSPHRASE"  # noqa: S105 — the name of a variable


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    rescue = commands.add_parser(
        "rescue",
        help="take unsent work to another device, in an encrypted file",
        description=f"The passphrase of the file is asked for, or taken from {PASSPHRASE}.",
    )
    rescue.set_defaults(here=_rescue)
    which = rescue.add_mutually_exclusive_group(required=True)
    which.add_argument("--save", metavar="FILE", help="write what was not sent; it stays here as well")
    which.add_argument("--load", metavar="FILE", help="take over what was saved on another device of this account")
    which.add_argument("--discard", action="store_true", help="throw away what was not sent, once it is safe elsewhere")


def _rescue(session: "Session", args: argparse.Namespace, say: Say) -> int:
    rescue = session.rescue
    if args.save:
        count = rescue.save(Path(args.save).expanduser().absolute(), _passphrase())
        say.out(f"{count_of(count, 'change')} saved in {args.save}. They stay here as well.")
    elif args.load:
        count = rescue.load(Path(args.load).expanduser().absolute(), _passphrase())
        say.out(f"{count_of(count, 'change')} taken over. They are sent from here now.")
    else:
        say.out(f"{count_of(rescue.discard(), 'change')} thrown away.")
    return Exit.DONE


def _passphrase() -> str:
    if given := os.environ.get(PASSPHRASE):
        return given
    if not sys.stdin.isatty():
        raise InvalidInput(Problem("passphrase", "required", f"There is nobody to ask; set {PASSPHRASE}."))
    return getpass.getpass("Passphrase of the file: ")
