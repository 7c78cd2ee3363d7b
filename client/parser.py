"""The words of `streamflow`."""

import argparse
from importlib.metadata import version

from client.commands import (
    account,
    attachments,
    clock,
    conflicts,
    deleted,
    demo,
    items,
    leads,
    notifications,
    recover,
    rescue,
    set_aside,
    sync,
    timesheet,
    work_orders,
)
from client.exit_codes import EXIT_HELP


def build_parser(parser_class: type[argparse.ArgumentParser] = argparse.ArgumentParser) -> argparse.ArgumentParser:
    """What parses a command leaves in `run` (works on a session), `alone` (needs none), `stay` or `here` (alone)."""
    parser = parser_class(prog="streamflow", description="StreamFlow Field on the command line.", epilog=EXIT_HELP)
    parser.add_argument("--version", action="version", version=f"StreamFlow Field {version('streamflow-field')}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    work = (sync, items, conflicts, clock, timesheet, leads, work_orders, attachments, notifications)
    for module in (account, *work, recover, rescue, deleted, set_aside, demo):
        module.add(commands)
    stay = commands.add_parser("run", help="stay in the background, in step with the server")
    stay.set_defaults(stay=True)
    return parser
