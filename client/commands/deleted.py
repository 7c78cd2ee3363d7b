"""`streamflow deleted`: what was deleted in the last 30 days, and how it comes back."""

import argparse
from dataclasses import asdict

from client.commands.context import Context, as_json
from client.commands.naming import is_meant, short
from client.exit_codes import Exit
from client.sentences import count_of


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    deleted = commands.add_parser("deleted", help="what was deleted in the last 30 days, by whomever: bring it back")
    deleted.set_defaults(run=_deleted)
    deleted.add_argument("--bring-back", metavar="ITEM", help="undo the deletion; `all` for everything")
    deleted.add_argument("--json", action="store_true", help="answer in JSON")


def _deleted(context: Context, args: argparse.Namespace) -> int:
    desk = context.session.deleted
    records = desk.list(limit=-1)
    if args.bring_back:
        ids = [record.id for record in records if is_meant(record.id, args.bring_back)]
        context.say.out(f"{count_of(desk.bring_back(*ids), 'record')} brought back – saved on this device")
        return Exit.DONE
    if args.json:
        context.say.out(as_json([asdict(record) for record in records]))
        return Exit.DONE
    for record in records:
        at = context.session.local(record.deleted_at)
        context.say.out(f"{short(record.id)}  {at:%Y-%m-%d %H:%M}  {record.what} · {record.name}")
    if not records:
        context.say.out("Nothing that you could bring back was deleted in the last 30 days.")
    return Exit.DONE
