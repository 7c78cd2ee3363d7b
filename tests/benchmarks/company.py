"""A company on a server of its own: a database made once and copied, and the server's process on it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from server_stub.admin import Office
from server_stub.database import Database
from server_stub.service import Service
from sync.clock import SystemClock
from sync.protocol import SignIn
from sync.records import User
from sync.terms import Role

ROOT = Path(__file__).parents[2]
PASSWORD = "correct horse"


class Running(NamedTuple):
    process: subprocess.Popen[str]
    url: str


def found_company(path: Path, devices: int = 1, role: Role = Role.OWNER) -> list[str]:
    """Make a server's database with one organisation and one person in it; a token for each of their devices."""
    database = Database(f"sqlite:///{path}")
    clock = SystemClock()
    office = Office(database, clock)
    organisation_id = office.create_organisation("bench", name="Bench and Sons")
    user = User(id=office.new_id(), name="Robin", role=role, email="robin@bench.test")
    office.add_user(organisation_id, user, PASSWORD)
    door = Service(database, clock).door
    tokens = []
    for number in range(devices):
        form = SignIn(organisation="bench", email="robin@bench.test", password=PASSWORD, device=f"Laptop {number}")
        tokens.append(door.sign_in(form, clock.now()).token)
    database.close()
    return tokens


def start(arguments: Sequence[str], under: Sequence[str] = ()) -> subprocess.Popen[str]:
    """A process of this program, or of the benchmarks; compiled code is kept, as where it is installed."""
    command = [*under, sys.executable, "-m", *arguments]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT
    )


@contextmanager
def serving(database: Path, under: Sequence[str] = ()) -> Iterator[Running]:
    """The companion server on loopback; its log goes nowhere, as with any server that is run for real."""
    with (database.with_suffix(".log")).open("w") as log:
        command = [*under, sys.executable, "-m", "server_stub.cli", "serve"]
        process = subprocess.Popen(
            [*command, "--database", f"sqlite:///{database}", "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            cwd=ROOT,
        )
        try:
            assert process.stdout is not None
            yield Running(process, json.loads(process.stdout.readline())["url"])
        finally:
            stop(process)


def stop(process: subprocess.Popen[str]) -> None:
    if process.poll() is None and not _end_child_of_strace(process):
        process.terminate()
    process.wait(30)
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


def _end_child_of_strace(process: subprocess.Popen[str]) -> bool:
    """strace does not pass a signal on; it ends with what it watches."""
    if process.args[0] != "strace":  # type: ignore[index]  # the arguments are a list here
        return False
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    for child in children:
        os.kill(int(child), 15)
    return bool(children)


def peak_mib(pid: int | str = "self") -> float:
    """The most memory that a process has held, by the kernel's own book."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
