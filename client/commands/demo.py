"""`streamflow demo`: a whole day with real processes, real kills and a real cut of the network."""

import argparse
import json
import tempfile
from pathlib import Path
from random import Random

from client.exit_codes import Exit
from client.home import Home
from client.instance import Say


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "demo",
        help="walk a field worker's day with real processes and check the books",
        description="The last line holds the books: made, applied, lost, doubled, out_of_order. "
        "The window's demo is `streamflow-field demo`.",
    )
    parser.set_defaults(alone=_demo)
    parser.add_argument("--headless", action="store_true", help="without a window (the only way here)")
    parser.add_argument("--json", action="store_true", help="answer in JSON, a line each")
    parser.add_argument("--note", default="", metavar="TEXT", help="what the lead needs, in your words")
    parser.add_argument("--folder", metavar="PATH", help="keep everything there, instead of in a temporary folder")
    parser.add_argument("--seed", type=int, help="where the kills strike")


def _demo(home: Home, args: argparse.Namespace, say: Say) -> int:
    del home  # the demo has homes of its own
    if not args.headless:
        say.err("The window's demo is `streamflow-field demo`; here it is `streamflow demo --headless`.")
        return Exit.USAGE
    if args.folder:
        return _walk(Path(args.folder).absolute(), args, say)
    with tempfile.TemporaryDirectory(prefix="streamflow-demo-") as folder:
        return _walk(Path(folder), args, say)


def _walk(folder: Path, args: argparse.Namespace, say: Say) -> int:
    from client.demo.walk import walk  # brings a server, a proxy and a store along, which no other command needs

    def progress(sentence: str) -> None:
        say.out(json.dumps({"step": sentence}, ensure_ascii=False) if args.json else sentence)

    report = walk(folder, args.note, progress, Random(args.seed))
    say.out(report.line())
    return Exit.DONE if report.is_clean else Exit.REFUSED
