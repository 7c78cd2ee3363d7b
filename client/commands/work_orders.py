"""`streamflow work-orders …`: list them and move them on."""

import argparse
from dataclasses import asdict

from client.commands.context import Context, as_json
from client.exit_codes import Exit
from client.sentences import hours
from client.views import PersonTime
from client.work_orders import Whose
from sync.language import words
from sync.terms import Status


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("work-orders", help="list work orders and move them on")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")

    listing = actions.add_parser("list", help="list work orders")
    listing.set_defaults(run=_list)
    listing.add_argument("--search", default="", metavar="TEXT")
    listing.add_argument("--status", action="append", choices=list(Status), default=[])
    listing.add_argument("--mine", action="store_true", help="only those assigned to you")
    listing.add_argument("--limit", type=int, default=200)
    listing.add_argument("--json", action="store_true", help="answer in JSON")

    report = actions.add_parser("report", help="put the job report of a work order on paper")
    report.set_defaults(run=_report)
    report.add_argument("work_order", metavar="NUMBER", help="number, id or words of its title")
    report.add_argument("--pdf", required=True, metavar="FILE", help="where to write it")
    report.add_argument("--attach", action="store_true", help="attach it to the work order as well")

    change = actions.add_parser("set-status", help="move a work order on")
    change.set_defaults(run=_set_status)
    change.add_argument("work_order", metavar="NUMBER", help="number, id or words of its title")
    change.add_argument("status", choices=list(Status))
    change.add_argument("--reason", default="", help="why it is on hold")

    time = actions.add_parser("time", help="who has worked on a work order for how long")
    time.set_defaults(run=_time)
    time.add_argument("work_order", metavar="NUMBER", help="number, id or words of its title")
    time.add_argument("--json", action="store_true", help="answer in JSON")


def _list(context: Context, args: argparse.Namespace) -> int:
    statuses = tuple(Status(status) for status in args.status)
    whose = Whose.MINE if args.mine else Whose.ALL
    lines = context.session.work_orders.list(args.search, statuses, whose=whose, limit=args.limit)
    if args.json:
        context.say.out(as_json([asdict(line) for line in lines]))
        return Exit.DONE
    for line in lines:
        start = f"{line.scheduled_start:%Y-%m-%d %H:%MZ}" if line.scheduled_start else ""
        context.say.out("\t".join((line.number, line.title, line.customer, start, words(line.status), line.mark)))
    return Exit.DONE


def _report(context: Context, args: argparse.Namespace) -> int:
    session = context.session
    work_order = session.work_orders.find(args.work_order)
    file = session.reports.save(work_order, context.path(args.pdf))
    context.say.out(f"Job report written to {file}")
    if args.attach:
        session.reports.attach(work_order)
        context.say.out("Attached to the work order – saved on this device")
    return Exit.DONE


def _set_status(context: Context, args: argparse.Namespace) -> int:
    work_order = context.session.work_orders.find(args.work_order)
    status = Status(args.status)
    context.session.work_orders.set_status(work_order, status, args.reason)
    context.say.out(f"{words(status).capitalize()} – saved on this device")
    return Exit.DONE


def _time(context: Context, args: argparse.Namespace) -> int:
    desk = context.session.work_orders
    detail = desk.get(desk.find(args.work_order))
    assert detail is not None
    mine = [PersonTime(context.session.me.name, detail.my_time)] if detail.my_time else []
    people = (*mine, *detail.others_time)
    if args.json:
        context.say.out(as_json([{"name": one.name, "seconds": int(one.time.total_seconds())} for one in people]))
        return Exit.DONE
    for one in people:
        context.say.out(f"{one.name}\t{hours(one.time)}")
    if not people:
        context.say.out("Nobody has worked on this yet, as far as this device knows.")
    return Exit.DONE
