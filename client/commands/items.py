"""`streamflow attention|trash|undo`: what only a person can decide, and what was taken back."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import asdict

from client.commands.context import Context, as_json
from client.commands.naming import find_one, short
from client.exit_codes import Exit
from client.sentences import count_of
from client.views import SyncItem


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    attention = commands.add_parser("attention", help="what the server refused: list it, send it again, discard it")
    attention.set_defaults(run=_attention)
    attention.add_argument("--retry", metavar="ITEM", help="send it again, with all that waits behind it")
    attention.add_argument("--discard", metavar="ITEM", help="move it to the trash, for 30 days")
    attention.add_argument("--json", action="store_true", help="answer in JSON")

    trash = commands.add_parser("trash", help="what was discarded or undone in the last 30 days")
    trash.set_defaults(run=_trash)
    trash.add_argument("--restore", metavar="ITEM", help="bring it back, to be sent again")
    trash.add_argument("--json", action="store_true", help="answer in JSON")

    undo = commands.add_parser("undo", help="take back what has not been sent yet: the last change, or a named one")
    undo.set_defaults(run=_undo)
    undo.add_argument("item", nargs="?", help="its name in `streamflow undo --list`")
    undo.add_argument("--list", action="store_true", help="what can be undone")
    undo.add_argument("--json", action="store_true", help="answer in JSON")


def _attention(context: Context, args: argparse.Namespace) -> int:
    sync = context.session.sync
    if args.retry:
        sync.retry(_find(sync.attention, args.retry).key)
        context.say.out("It will be sent again.")
        return Exit.DONE
    if args.discard:
        sync.discard(_find(sync.attention, args.discard).key)
        context.say.out("Moved to the trash. It can be brought back for 30 days.")
        return Exit.DONE
    items, undecided = sync.attention(limit=-1), context.session.conflicts.undecided()
    contested = f"Two people changed the same: {count_of(len(undecided), 'value')}. See `streamflow conflicts`."
    _list(context, args, items, contested if undecided else "Nothing needs you.")
    if items and undecided and not args.json:
        context.say.out(contested)
    return Exit.ATTENTION if items or undecided else Exit.DONE


def _trash(context: Context, args: argparse.Namespace) -> int:
    sync = context.session.sync
    if args.restore:
        sync.restore(_find(sync.trash, args.restore).key)
        context.say.out("Brought back, saved on this device and sent again.")
        return Exit.DONE
    _list(context, args, sync.trash(limit=-1), "The trash is empty.")
    return Exit.DONE


def _undo(context: Context, args: argparse.Namespace) -> int:
    sync = context.session.sync
    if args.list:
        _list(context, args, sync.waiting(limit=-1), "Everything has been sent.")
        return Exit.DONE
    undone = sync.undo(_find(sync.waiting, args.item).key) if args.item else sync.undo_last()
    context.say.out(as_json(asdict(undone)) if args.json else undone.sentence)
    return Exit.DONE


def _list(context: Context, args: argparse.Namespace, items: Sequence[SyncItem], nothing: str) -> None:
    if args.json:
        context.say.out(as_json([asdict(item) for item in items]))
        return
    for item in items:
        made = context.session.local(item.made_at)
        about = " · ".join(part for part in (item.what, item.subject, item.reason) if part)
        context.say.out(f"{short(item.key)}  {made:%Y-%m-%d %H:%M}  {about}")
    if not items:
        context.say.out(nothing)


def _find(items: Callable[..., Sequence[SyncItem]], name: str) -> SyncItem:
    return find_one(items(limit=-1), name, lambda item: item.key)
