"""`streamflow clock …`: the time clock."""

import argparse
from collections.abc import Callable

from client.commands.context import Context, as_json
from client.exit_codes import Exit
from client.views import Punched
from sync.terms import BreakKind


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("clock", help="clock in and out, take a break, switch jobs")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, help_text, run in (
        ("in", "clock in", _clock_in),
        ("out", "clock out", _clock_out),
        ("break", "start a break", _take_break),
        ("resume", "go back to work", _resume),
        ("switch", "go on with another work order", _switch),
        ("travel", "start travelling", _travel),
    ):
        action = actions.add_parser(name, help=help_text)
        action.set_defaults(run=run)
        action.add_argument("--note", default="", help="a note on this punch")
        action.add_argument("--for", dest="for_user", metavar="NAME", help="punch for a member of your crew")
        action.add_argument("--json", action="store_true", help="answer in JSON")
        if name in ("in", "switch", "travel"):
            action.add_argument(
                "--work-order", metavar="NUMBER", required=name == "switch", help="number, id or words of its title"
            )
        if name == "break":
            action.add_argument("--paid", action="store_true", help="a short paid rest instead of an unpaid meal")


def _clock_in(context: Context, args: argparse.Namespace) -> int:
    job = _job(context, args)
    return _say(context, args, lambda user: context.session.time.clock_in(job, args.note, for_user=user))


def _clock_out(context: Context, args: argparse.Namespace) -> int:
    return _say(context, args, lambda user: context.session.time.clock_out(args.note, for_user=user))


def _take_break(context: Context, args: argparse.Namespace) -> int:
    kind = BreakKind.PAID_REST if args.paid else BreakKind.UNPAID_MEAL
    return _say(context, args, lambda user: context.session.time.take_break(kind, args.note, for_user=user))


def _resume(context: Context, args: argparse.Namespace) -> int:
    return _say(context, args, lambda user: context.session.time.resume(args.note, for_user=user))


def _switch(context: Context, args: argparse.Namespace) -> int:
    job = context.session.work_orders.find(args.work_order)
    return _say(context, args, lambda user: context.session.time.switch(job, args.note, for_user=user))


def _travel(context: Context, args: argparse.Namespace) -> int:
    job = _job(context, args)
    return _say(context, args, lambda user: context.session.time.travel(job, args.note, for_user=user))


def _job(context: Context, args: argparse.Namespace) -> str | None:
    return context.session.work_orders.find(args.work_order) if args.work_order else None


def _say(context: Context, args: argparse.Namespace, punch: Callable[[str | None], Punched]) -> int:
    punched = punch(context.session.time.crew_member(args.for_user) if args.for_user else None)
    answer = as_json({"punch_id": punched.punch_id, "at": punched.at, "sentence": punched.sentence})
    context.say.out(answer if args.json else punched.sentence)
    return Exit.DONE
