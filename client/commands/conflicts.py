"""`streamflow conflicts`: what two people changed at once, and whose value is to stand."""

import argparse
import json
from dataclasses import asdict
from typing import Any

from client.commands.context import Context, as_json
from client.commands.naming import find_one, short
from client.exit_codes import Exit
from client.views import ConflictItem
from sync.language import words
from sync.terms import Choice


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    conflicts = commands.add_parser("conflicts", help="what two people changed at once: list it, decide it")
    conflicts.set_defaults(run=_conflicts)
    way = conflicts.add_mutually_exclusive_group()
    way.add_argument("--keep", metavar="ITEM", help="what is in place stays")
    way.add_argument("--take", metavar="ITEM", help="the value that was set aside takes its place")
    way.add_argument("--set", nargs=2, metavar=("ITEM", "VALUE"), help="another value: a text, or JSON for other kinds")
    conflicts.add_argument("--json", action="store_true", help="answer in JSON")


def _conflicts(context: Context, args: argparse.Namespace) -> int:
    if args.keep:
        return _decide(context, args.keep, Choice.KEPT)
    if args.take:
        return _decide(context, args.take, Choice.LOST)
    if args.set:
        return _decide(context, args.set[0], Choice.OTHER, _read(args.set[1]))
    items = context.session.conflicts.undecided()
    if args.json:
        context.say.out(as_json([asdict(item) for item in items]))
    elif not items:
        context.say.out("There is nothing to decide.")
    else:
        for item in items:
            _tell(context, item)
    return Exit.ATTENTION if items else Exit.DONE


def _decide(context: Context, name: str, choice: Choice, value: Any = None) -> int:
    found = find_one(context.session.conflicts.undecided(), name, lambda item: item.id)
    context.session.conflicts.decide(found.id, choice, value)
    context.say.out("Your choice is saved on this device, and goes to the server.")
    return Exit.DONE


def _tell(context: Context, item: ConflictItem) -> None:
    local = context.session.local
    context.say.out(f"{short(item.id)}  {item.subject} · {words(item.field)}")
    context.say.out(f"    before     {_plain(item.before)}")
    context.say.out(f"    in place   {_plain(item.now)}  ({item.kept_by}, {local(item.kept_at):%Y-%m-%d %H:%M})")
    context.say.out(f"    set aside  {_plain(item.lost)}  ({item.lost_by}, {local(item.lost_at):%Y-%m-%d %H:%M})")


def _plain(value: Any) -> str:
    return value if isinstance(value, str) and value else "–" if value in (None, "") else as_json(value)


def _read(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
