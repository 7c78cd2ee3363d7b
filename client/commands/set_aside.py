"""`streamflow set-aside`: what is missing since the server was restored from a backup, and what to do about it."""

import argparse
from dataclasses import asdict

from client.commands.context import Context, as_json
from client.commands.naming import is_meant, short
from client.exit_codes import Exit
from client.sentences import count_of


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    missing = commands.add_parser("set-aside", help="what is missing since the server was restored (office and owner)")
    missing.set_defaults(run=_set_aside)
    missing.add_argument("--bring-back", metavar="ITEM", help="enter it again as it was; `all` for everything")
    missing.add_argument("--let-go", metavar="ITEM", help="it is really gone; `all` for everything")
    missing.add_argument("--json", action="store_true", help="answer in JSON")


def _set_aside(context: Context, args: argparse.Namespace) -> int:
    desk = context.session.set_aside
    if args.bring_back:
        context.say.out(f"{count_of(desk.bring_back(*_ids(context, args.bring_back)), 'record')} entered again.")
        return Exit.DONE
    if args.let_go:
        context.say.out(f"{count_of(desk.let_go(*_ids(context, args.let_go)), 'record')} let go.")
        return Exit.DONE
    records = desk.list()
    if args.json:
        context.say.out(as_json([asdict(record) for record in records]))
        return Exit.DONE
    for record in records:
        context.say.out(f"{short(record.id)}  {record.what} · {record.name}")
    if not records:
        context.say.out("Nothing is missing.")
    return Exit.DONE


def _ids(context: Context, item: str) -> list[str]:
    ids = (record.id for record in context.session.set_aside.list())
    return [record_id for record_id in ids if is_meant(record_id, item)]
