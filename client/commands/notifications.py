"""`streamflow notifications`: what others have done to one's own work, read and deleted."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict

from client.commands.context import Context, as_json
from client.commands.naming import ALL, is_meant, short
from client.exit_codes import Exit
from client.news import sentence
from client.sentences import count_of
from client.views import NewsLine
from sync.errors import InvalidInput, Problem


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("notifications", help="what others have done to your work: list it, mark it as read")
    parser.set_defaults(run=_notifications)
    parser.add_argument("--unread", action="store_true", help="only what is not read yet")
    steps = parser.add_mutually_exclusive_group()
    steps.add_argument("--read", metavar="ITEM", help="mark one as read; `all` for everything")
    steps.add_argument("--delete", metavar="ITEM", help="delete one; `all` for everything")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def _notifications(context: Context, args: argparse.Namespace) -> int:
    news = context.session.news
    lines = news.list(limit=-1)
    if args.read:
        found = [line for line in _named(lines, args.read) if not line.is_read]
        news.read_each(*(line.id for line in found))
        _say_done(context, args, f"{count_of(len(found), 'notification')} marked as read – saved on this device")
    elif args.delete:
        found = _named(lines, args.delete)
        news.remove(*(line.id for line in found))
        _say_done(context, args, f"{count_of(len(found), 'notification')} deleted – saved on this device")
    else:
        _list(context, args, [line for line in lines if not (args.unread and line.is_read)])
    return Exit.DONE


def _named(lines: Sequence[NewsLine], wanted: str) -> list[NewsLine]:
    found = [line for line in lines if is_meant(line.id, wanted)]
    if not found and wanted.lower() != ALL:
        message = f"There is no notification {wanted}. `streamflow notifications` names them. Nothing was changed."
        raise InvalidInput(Problem("", "not_found", message))
    return found


def _say_done(context: Context, args: argparse.Namespace, sentence: str) -> None:
    context.say.out(as_json({"sentence": sentence}) if args.json else sentence)


def _list(context: Context, args: argparse.Namespace, lines: Sequence[NewsLine]) -> None:
    if args.json:
        context.say.out(as_json([{**asdict(line), "at": line.at.isoformat(), "told": _told(line)} for line in lines]))
        return
    for line in lines:
        at, sign = context.session.local(line.at), " " if line.is_read else "*"
        context.say.out(f"{short(line.id)}  {sign} {at:%Y-%m-%d %H:%M}  {_told(line)}")
    if not lines:
        context.say.out("Nothing that you have not read." if args.unread else "Nobody has told you anything.")


def _told(line: NewsLine) -> str:
    return sentence(line, line.title)
