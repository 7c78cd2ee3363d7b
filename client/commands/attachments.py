"""`streamflow attach`, `streamflow attachments`: files on a lead, a work order or a customer."""

import argparse
from dataclasses import asdict

from client.commands.context import Context, as_json
from client.exit_codes import Exit
from client.pictures import EDGES, Size
from client.sentences import count_of
from client.views import AttachmentLine, Where
from sync.ids import is_id
from sync.kinds import Kind

_ON = "number, id or words of a work order, or the id of a lead or customer"


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    attach = commands.add_parser("attach", help="attach photos or files")
    attach.set_defaults(run=_attach)
    attach.add_argument("subject", metavar="ON", help=_ON)
    attach.add_argument("file", nargs="+")
    attach.add_argument("--size", choices=list(EDGES), default=None, help="of photos; as in the settings if left out")
    attach.add_argument("--json", action="store_true", help="answer in JSON")

    listing = commands.add_parser("attachments", help="list attachments, or save copies of them")
    listing.set_defaults(run=_list)
    listing.add_argument("subject", metavar="ON", help=_ON)
    listing.add_argument("--save-to", metavar="FOLDER", help="save a copy of each that is on this device")
    listing.add_argument("--fetch", action="store_true", help="have those brought here that are not")
    listing.add_argument("--json", action="store_true", help="answer in JSON")


def _attach(context: Context, args: argparse.Namespace) -> int:
    kind, subject_id = _subject(context, args.subject)
    size = Size(args.size) if args.size else None
    attachments = context.session.attachments
    ids = [attachments.attach(kind, subject_id, context.path(name), size) for name in args.file]
    sentence = f"{count_of(len(ids), 'attachment')} saved on this device"
    context.say.out(as_json({"ids": ids, "sentence": sentence}) if args.json else sentence)
    return Exit.DONE


def _list(context: Context, args: argparse.Namespace) -> int:
    _kind, subject_id = _subject(context, args.subject)
    lines = context.session.attachments.of(subject_id)
    for line in lines:
        if args.fetch and line.where is Where.THERE:
            context.session.attachments.fetch(line.id)
    if args.save_to:
        _save(context, args.save_to, lines)
    if args.json:
        context.say.out(as_json([asdict(line) for line in lines]))
        return Exit.DONE
    for line in lines:
        when = f"{context.session.local(line.taken_at):%Y-%m-%d %H:%M}"
        context.say.out("\t".join((line.id, line.name, f"{line.size}", when, line.author, line.where)))
    return Exit.DONE


def _save(context: Context, folder: str, lines: tuple[AttachmentLine, ...]) -> None:
    """The id keeps apart what has the same name."""
    for line in lines:
        if line.where in (Where.HERE, Where.SENDING, Where.SENT):
            context.session.attachments.save_copy(line.id, context.path(folder) / f"{line.id[-4:]} {line.name}")


def _subject(context: Context, named: str) -> tuple[Kind, str]:
    session = context.session
    if is_id(named):
        if session.leads.get(named) is not None:
            return Kind.LEAD, named
        if session.customers.get(named) is not None:
            return Kind.CUSTOMER, named
    return Kind.WORK_ORDER, session.work_orders.find(named)
