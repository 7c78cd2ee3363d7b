"""`streamflow`: everything a person can do, on the command line.

While a window or `streamflow run` is there, a command is handed to it; else it opens the file itself.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

from client.commands import sync
from client.commands.context import Context, Terminal
from client.exit_codes import Exit
from client.handover import Running, told
from client.home import Home
from client.instance import Instance, Say, claim_or_ask
from client.log_file import log_file
from client.parser import build_parser
from client.profile import Profiles
from client.secrets import passphrase_from
from sync.clock import SystemClock


def main(argv: Sequence[str] | None = None, home: Home | None = None) -> int:
    words = tuple(sys.argv[1:] if argv is None else argv)
    say = Terminal()
    try:
        args = build_parser().parse_args(words)
    except SystemExit as end:
        return int(end.code or 0)
    place = home or Home.from_environment()
    with log_file(place):
        return told(lambda: _run(place, words, args, say), say)


def _run(home: Home, words: tuple[str, ...], args: argparse.Namespace, say: Say) -> int:
    if hasattr(args, "alone"):
        return int(args.alone(home, args, say))
    claimed = claim_or_ask(home, words, Path.cwd(), say)
    if not isinstance(claimed, Instance):
        return claimed
    try:
        return _run_here(home, args, say, claimed)
    finally:
        claimed.release()


def _run_here(home: Home, args: argparse.Namespace, say: Say, instance: Instance) -> int:
    from client.session import Session  # the store takes a moment to load, which an answer from elsewhere spares

    profile = Profiles(home).current()
    if profile is None:
        say.err("Nobody is signed in on this computer. Use `streamflow sign-in`.")
        return Exit.SIGN_IN_NEEDED
    with Session.open(home, profile, clock=SystemClock(), randomness=Random(), passphrase=passphrase_from()) as session:
        if hasattr(args, "stay"):
            session.start()
            instance.serve(Running(session))
            return sync.wait_until_stopped()
        if hasattr(args, "here"):
            return int(args.here(session, args, say))
        return int(args.run(Context(session, say, Path.cwd()), args))


if __name__ == "__main__":
    sys.exit(main())
