"""`streamflow status|sync|run|export-unsent|diagnose`: how the device and the server stand."""

import argparse
import signal
import threading
from dataclasses import asdict

from client.commands.context import Context, as_json
from client.diagnosis import told
from client.exit_codes import Exit
from client.sentences import count_of, hours
from client.views import Link, SyncStatus

_OUTCOMES = {
    Link.SIGN_IN_NEEDED: Exit.SIGN_IN_NEEDED,
    Link.REVOKED: Exit.SIGN_IN_NEEDED,
    Link.OFFLINE: Exit.NO_NETWORK,
    Link.WAITING: Exit.NO_NETWORK,
    Link.CONNECTING: Exit.NO_NETWORK,
}


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    status = commands.add_parser("status", help="what is running, waiting and sent")
    status.set_defaults(run=_status)
    status.add_argument("--json", action="store_true", help="answer in JSON")

    sync = commands.add_parser("sync", help="send and fetch now")
    sync.set_defaults(run=_sync)
    sync.add_argument("--once", action="store_true", help="until all is sent and fetched (the default)")
    sync.add_argument("--check", action="store_true", help="and compare all that is kept here with the server")
    sync.add_argument("--patience", type=float, default=10.0, metavar="SECONDS", help="how long to keep trying")
    sync.add_argument("--json", action="store_true", help="answer in JSON")

    export = commands.add_parser("export-unsent", help="save a copy of what the server doesn't have yet")
    export.set_defaults(run=_export)
    export.add_argument("file", help="a name that ends in .csv makes a table, any other lines of JSON")

    diagnose = commands.add_parser("diagnose", help="look at network, server, sign-in and clock")
    diagnose.set_defaults(run=_diagnose)
    diagnose.add_argument("--json", action="store_true", help="answer in JSON")
    diagnose.add_argument("--bundle", metavar="FILE", help="for support: write all that is known, without any content")


def wait_until_stopped() -> int:
    """`streamflow run`: stay, keep in step with the server, and answer further commands."""
    stopped = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    try:
        stopped.wait()
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    return Exit.DONE


def _status(context: Context, args: argparse.Namespace) -> int:
    session = context.session
    clock, sync = session.time.state(), session.sync.status()
    if args.json:
        context.say.out(as_json(_as_dict(context, sync)))
        return Exit.DONE
    context.say.out(f"{session.profile.name}, {session.profile.organisation}")
    if clock.since is None:
        context.say.out("Off the clock")
    else:
        job = f" · {clock.work_order}" if clock.work_order else ""
        context.say.out(f"On the clock ({clock.activity}) since {session.local(clock.since):%H:%M}{job}")
    context.say.out(f"Worked today {hours(session.time.today().total.worked)}")
    context.say.out(sync.sentence)
    if sync.fetching is not None:
        counts = f": {sync.fetching.done} of about {sync.fetching.total} records" if sync.fetching.total else ""
        context.say.out(f"Fetching everything from the server, {sync.fetching.stage}{counts}")
    return Exit.DONE


def _as_dict(context: Context, sync: SyncStatus) -> dict[str, object]:
    session = context.session
    clock = session.time.state()
    return {
        "user": session.profile.name,
        "role": session.profile.role,
        "organisation": session.profile.organisation,
        "server_url": session.profile.server_url,
        "device": sync.device,
        "connection": sync.link,
        "sentence": sync.sentence,
        "waiting": sync.waiting,
        "sending": sync.sending,
        "needs_attention": sync.attention,
        "sent_today": sync.sent_today,
        "last_contact": sync.last_contact,
        "fetching": sync.fetching and asdict(sync.fetching),
        "clock": asdict(clock),
        "worked_today_seconds": int(session.time.today().total.worked.total_seconds()),
    }


def _sync(context: Context, args: argparse.Namespace) -> int:
    if args.check:
        return _check(context, args)
    status = context.session.sync.once(args.patience)
    summary = {"connection": status.link, "waiting": status.waiting, "needs_attention": status.attention}
    context.say.out(as_json(summary | {"sentence": status.sentence}) if args.json else status.sentence)
    if status.link in _OUTCOMES:
        return _OUTCOMES[status.link]
    if status.waiting:
        return Exit.NO_NETWORK
    return Exit.ATTENTION if status.attention else Exit.DONE


def _check(context: Context, args: argparse.Namespace) -> int:
    checked = context.session.sync.check(args.patience)
    if checked is None:
        status = context.session.sync.status()
        context.say.out(f"It could not be compared with the server now. {status.sentence}")
        return _OUTCOMES.get(status.link, Exit.NO_NETWORK)
    context.say.out(as_json(asdict(checked)) if args.json else told(checked))
    return Exit.ATTENTION if checked.wrong else Exit.DONE


def _export(context: Context, args: argparse.Namespace) -> int:
    count = context.session.sync.export_unsent(context.path(args.file))
    context.say.out(f"{count_of(count, 'change')} saved in {args.file}. They stay in the queue as well.")
    return Exit.DONE


def _diagnose(context: Context, args: argparse.Namespace) -> int:
    if args.bundle:
        count = context.session.bundle.save(context.path(args.bundle))
        context.say.out(f"{count_of(count, 'file')} in {args.bundle}: no names, numbers, notes or sign-in data.")
        return Exit.DONE
    checks = context.session.sync.diagnose()
    if args.json:
        context.say.out(as_json([asdict(check) for check in checks]))
    else:
        for check in checks:
            sign = {True: "ok  ", False: "BAD ", None: "?   "}[check.is_good]
            context.say.out(f"{sign}{check.name}: {check.sentence}")
    return Exit.DONE if all(check.is_good is not False for check in checks) else Exit.NO_NETWORK
