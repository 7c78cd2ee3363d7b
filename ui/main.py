"""`streamflow-field [demo] [--profile NAME]`: the window's command."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from client.home import Home

if TYPE_CHECKING:
    from ui.program import Program


def main(argv: Sequence[str] | None = None) -> int:
    args = _parser().parse_args(argv)
    if args.command == "demo":
        from ui.demo import run_demo, walk_headless

        return run_demo() if has_display() else walk_headless()
    if not has_display():
        _say("There is no display here. The command `streamflow` does the same work without one.")
        return 1
    return work(Home.from_environment(), args.profile)


def has_display() -> bool:
    """Elsewhere than on Linux there always is one; a platform that was chosen on purpose needs none."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def work(home: Home, profile: str = "", prepare: "Callable[[Program], None] | None" = None) -> int:
    """The window, from shown to closed; `prepare` gets it before. Qt is loaded only where there will be one."""
    from ui.door import claim_or_raise, open_door

    instance = claim_or_raise(home)
    if isinstance(instance, int):
        return instance
    # What is loaded from here on stays: to look through it for circles would be a tenth of the start's work. Soon the
    # collector of `ui.collector` takes over.
    gc.disable()
    from ui.opening import Opening
    from ui.showing import application, show
    from ui.walls import keep_log

    def prepare_both(program: "Program") -> None:
        open_door(instance, program)
        if prepare is not None:
            prepare(program)

    try:
        keep_log(home)
        return show(application(), Opening(home, profile=profile), prepare_both)
    finally:
        instance.release()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="streamflow-field", description="StreamFlow Field: the window.")
    parser.add_argument("command", nargs="?", choices=["demo"], help="try it with a made-up company, no account needed")
    parser.add_argument("--profile", default="", help="the name or e-mail address of who works here, if several do")
    return parser


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
