"""`streamflow recover`: a data file that is refused, and a person's decision about it."""

import argparse
import random
from pathlib import Path
from typing import TYPE_CHECKING

from client.exit_codes import Exit
from client.home import Home
from client.instance import Instance, Say, claim_or_ask
from client.profile import Profiles
from sync.clock import SystemClock

if TYPE_CHECKING:
    from client.recovery import Recovery


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    recover = commands.add_parser(
        "recover",
        help="go on after the data file was refused",
        description="Without an option: say how things stand. Nothing is ever deleted.",
    )
    recover.set_defaults(alone=_recover)
    way = recover.add_mutually_exclusive_group()
    way.add_argument(
        "--older",
        action="store_true",
        help="go on with a data file that is older than what was saved last; what only the newer one held is lost",
    )
    way.add_argument(
        "--afresh",
        action="store_true",
        help="set the account's folder aside and fetch everything from the server again",
    )


def _recover(home: Home, args: argparse.Namespace, say: Say) -> int:
    from client.recovery import Recovery  # the store takes a moment to load

    profile = Profiles(home).current()
    if profile is None:
        say.err("Nobody is signed in on this computer. Use `streamflow sign-in`.")
        return Exit.SIGN_IN_NEEDED
    claimed = claim_or_ask(home, ("recover",), Path.cwd(), say)
    if not isinstance(claimed, Instance):
        return claimed
    try:
        return _decide(Recovery(home, profile, SystemClock(), random.Random()), args, say)
    finally:
        claimed.release()


def _decide(recovery: "Recovery", args: argparse.Namespace, say: Say) -> int:
    if args.older:
        recovery.go_on_with_older()
        say.out("The data file is in use again as it is. What the server has is fetched at the next start.")
        return Exit.DONE
    if args.afresh:
        aside = recovery.start_afresh()
        say.out(f"The old data is kept in {aside}. What the server has is fetched at the next start.")
        return Exit.DONE
    trouble = recovery.trouble()
    if trouble is None:
        say.out("The data file is sound.")
        return Exit.DONE
    say.err(str(trouble))
    return Exit.STORAGE
