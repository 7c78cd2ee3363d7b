"""`streamflow-server`: serve, set up organisations and people, lock devices out, back up and restore, and the demo.

Over 300 lines: a few lines for each command, and the commands in one place.
"""

import argparse
import asyncio
import gc
import getpass
import json
import logging
import random
import shutil
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import msgspec
import uvicorn

from server_stub import backup, demo
from server_stub.admin import Office
from server_stub.app import build
from server_stub.database import Database
from server_stub.files.depot import open_depot
from server_stub.handshake import Program
from server_stub.owed_time import make_up_all
from server_stub.punctual import PunctualProtocol
from server_stub.purge import KEPT_DAYS, prune_locations, prune_news, prune_reasons, purge
from server_stub.service import Service
from sync.clock import SystemClock
from sync.errors import StreamFlowError
from sync.ids import id_maker
from sync.records import Crew, User
from sync.terms import Role

_DATABASE = "sqlite:///streamflow-server.db"
_DEMO_FILE = "demo.db"
_SECONDS_TO_FINISH = 5
_NEXT = (
    "Start the server. Each device notices by itself, sends again what it sent in the last thirty days and what waits, "
    "and lists for the owner what is missing even then."
)


class Announcing(uvicorn.Server):
    """Says where it listens once it does, and lets event streams go before it waits for connections to end."""

    def __init__(self, service: Service, config: uvicorn.Config, facts: dict[str, Any]) -> None:
        super().__init__(config)
        self._service = service
        self._facts = facts

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            host, port = self.servers[0].sockets[0].getsockname()[:2]
            line = {"status": "ready", "url": f"http://{host}:{port}", **self._facts}
            sys.stdout.write(json.dumps(line) + "\n")
            sys.stdout.flush()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._service.hub.close()
        await super().shutdown(sockets)


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s", stream=sys.stderr)
    run: Callable[[argparse.Namespace], None] = options.run
    try:
        run(options)
    except StreamFlowError as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="streamflow-server", description="The companion server of StreamFlow Field.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for group in (_serving, _organisations_and_people, _keeping, _playing):
        group(commands)
    return parser


def _serving(commands: Any) -> None:
    serve = _command(commands, "serve", "Answer devices until told to stop", _serve)
    _listening(serve)
    serve.add_argument(
        "--files",
        metavar="ADDRESS",
        help="Where attachments are kept: a folder, or s3://BUCKET/PREFIX?endpoint=URL&region=REGION; "
        "beside the database's file if left out",
    )
    serve.add_argument(
        "--staging", type=Path, metavar="FOLDER", help="Where they arrive; inside that folder if left out"
    )
    serve.add_argument(
        "--oldest-program",
        type=Program.read,
        metavar="VERSION",
        help="Older programs may send, and are told to update before they receive",
    )


def _organisations_and_people(commands: Any) -> None:
    create = _command(commands, "create-org", "Create an organisation", _create_org)
    create.add_argument("code", help="What its people type when they sign in")
    create.add_argument("--name", required=True)
    create.add_argument("--time-zone", default="UTC")
    add = _command(
        commands, "add-user", "Add a person; the password is asked for, or read from standard input", _add_user
    )
    add.add_argument("code", help="The organisation's code")
    add.add_argument("email")
    add.add_argument("--name", required=True)
    add.add_argument("--role", choices=[role.value for role in Role], default=Role.WORKER.value)
    add.add_argument("--crew", metavar="ID", help="The crew that this person works in, or leads")
    crew = _command(commands, "add-crew", "Add a crew; prints its id", _add_crew)
    crew.add_argument("code", help="The organisation's code")
    crew.add_argument("name")
    promote = _command(commands, "set-role", "Give a person another role", _set_role)
    promote.add_argument("code", help="The organisation's code")
    promote.add_argument("email")
    promote.add_argument("role", choices=[role.value for role in Role])
    move = _command(commands, "move-to-crew", "Put a person into another crew, or without one into none", _move_to_crew)
    move.add_argument("code", help="The organisation's code")
    move.add_argument("email")
    move.add_argument("crew", nargs="?", help="The crew's id")
    revoke = _command(commands, "revoke-device", "Lock a device out", _revoke_device)
    revoke.add_argument("code", help="The organisation's code")
    revoke.add_argument("device", help="The device's id")


def _keeping(commands: Any) -> None:
    back_up = _command(commands, "backup", "Copy the database, which may be in use, into one file", _back_up)
    back_up.add_argument("file", type=Path)
    restore = _command(commands, "restore", "Put a backup in the place of the database of a stopped server", _restore)
    restore.add_argument("file", type=Path)
    restore.add_argument("--force", action="store_true", help="Even if the database has changes that the backup lacks")
    _command(commands, "restored", "After a backup was put back by other means", _restored)
    _command(commands, "purge", f"Forget what was deleted more than {KEPT_DAYS} days ago; serve does it, too", _purge)


def _playing(commands: Any) -> None:
    play = commands.add_parser("demo", help="A demo company in a folder of its own")
    play.set_defaults(run=_demo)
    play.add_argument("folder", type=Path)
    play.add_argument("--fresh", action="store_true", help="Begin anew: what the folder's demo held is gone")
    play.add_argument("--seed", type=int, default=1)
    _listening(play)


def _command(
    commands: Any, name: str, summary: str, run: Callable[[argparse.Namespace], None]
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=summary)
    command.add_argument("--database", default=_DATABASE, metavar="URL", help="sqlite:///FILE or postgresql://…")
    command.set_defaults(run=run)
    return command


def _listening(command: argparse.ArgumentParser) -> None:
    command.add_argument("--host", default="127.0.0.1")
    command.add_argument("--port", type=int, default=8750, help="0 for any that is free")


def _serve(options: argparse.Namespace) -> None:
    depot = open_depot(options.files, options.staging) if options.files else None
    database = Database(options.database)
    _tidy_up(database)
    service = Service(database, SystemClock(), depot=depot, oldest_program=options.oldest_program)
    _listen(service, options.host, options.port, {})


def _demo(options: argparse.Namespace) -> None:
    folder: Path = options.folder
    if options.fresh:
        _forget(folder)
    folder.mkdir(parents=True, exist_ok=True)
    database = Database(f"sqlite:///{folder / _DEMO_FILE}")
    if not demo.is_there(database):
        demo.furnish(database, SystemClock(), options.seed)
    service = Service(database, SystemClock())
    _listen(service, options.host, options.port, {"accounts": msgspec.to_builtins(demo.sign_ins())})


def _forget(folder: Path) -> None:
    """Remove a demo, and nothing that is not one."""
    for found in folder.glob(_DEMO_FILE + "*"):
        if found.is_dir():
            shutil.rmtree(found)
        else:
            found.unlink()


def _calm_the_collector() -> None:
    """A push makes many objects that die at once; looking for circles among them all the time costs a seventh."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def _listen(service: Service, host: str, port: int, facts: dict[str, Any]) -> None:
    _calm_the_collector()
    config = uvicorn.Config(
        build(service),
        host=host,
        port=port,
        http=PunctualProtocol,
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_SECONDS_TO_FINISH,
    )
    with service.database.held():
        asyncio.run(Announcing(service, config, facts).serve())


def _create_org(options: argparse.Namespace) -> None:
    with _office(options) as office:
        made = office.create_organisation(options.code, name=options.name, time_zone=options.time_zone)
        _say({"organisation_id": made})


def _add_crew(options: argparse.Namespace) -> None:
    with _office(options) as office:
        crew = Crew(id=office.new_id(), name=options.name)
        _say({"crew_id": office.add_crew(office.find_organisation(options.code), crew)})


def _add_user(options: argparse.Namespace) -> None:
    with _office(options) as office:
        organisation_id = office.find_organisation(options.code)
        user = User(
            id=office.new_id(), name=options.name, role=Role(options.role), email=options.email, crew_id=options.crew
        )
        _say({"user_id": office.add_user(organisation_id, user, _password())})


def _set_role(options: argparse.Namespace) -> None:
    with _office(options) as office:
        office.set_role(office.find_organisation(options.code), options.email, Role(options.role))
        _say({"email": options.email, "role": options.role})


def _move_to_crew(options: argparse.Namespace) -> None:
    with _office(options) as office:
        office.move_to_crew(office.find_organisation(options.code), options.email, options.crew)
        _say({"email": options.email, "crew_id": options.crew})


def _back_up(options: argparse.Namespace) -> None:
    with closing(Database(options.database)) as database:
        standing = backup.back_up(database, options.file)
    _say({"backup": str(options.file), "versions": standing.versions})


def _restore(options: argparse.Namespace) -> None:
    done = backup.restore(options.database, options.file, SystemClock().now(), force=options.force)
    _say(
        {
            "restored": str(options.file),
            "organisations": done.organisations,
            "replaced": str(done.kept) if done.kept else None,
            "next": _NEXT,
        }
    )


def _restored(options: argparse.Namespace) -> None:
    with _office(options) as office:
        office.begin_epoch()
    _say({"restored": True})


def _purge(options: argparse.Namespace) -> None:
    with closing(Database(options.database)) as database:
        _say(_tidy_up(database))


def _tidy_up(database: Database) -> dict[str, Any]:
    """How many deleted records were forgotten, how many notifications deleted, how many receipts shortened."""
    clock = SystemClock()
    new_id, now = id_maker(clock, random.SystemRandom()), clock.now()
    make_up_all(database, new_id, clock)
    return {
        "purged": purge(database, new_id, now),
        "notifications": prune_news(database, new_id, now),
        "locations": prune_locations(database, new_id, now),
        "receipts": prune_reasons(database, now),
    }


def _revoke_device(options: argparse.Namespace) -> None:
    with _office(options) as office:
        office.revoke_device(office.find_organisation(options.code), options.device)
        _say({"revoked": options.device})


@contextmanager
def _office(options: argparse.Namespace) -> Iterator[Office]:
    with closing(Database(options.database)) as database:
        yield Office(database, SystemClock())


def _password() -> str:
    if sys.stdin.isatty():
        return getpass.getpass("Password: ")
    return sys.stdin.readline().rstrip("\r\n")


def _say(facts: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")


if __name__ == "__main__":
    raise SystemExit(main())
