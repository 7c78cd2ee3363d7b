"""Driving real processes: the server, devices, and the moments at which they are killed."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from support.journal import DraftLine, Journal, number_of

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
_BEAT = 0.01


class Gone(RuntimeError):
    """The process ended before it answered."""


def environment() -> dict[str, str]:
    """In which a process finds the program and the tests' own modules."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))}


def start(module: str, *arguments: object, log: Path, **options: Any) -> subprocess.Popen[str]:
    """One of the program's processes or of the tests' own, with pipes to talk to it."""
    with log.open("a") as errors:
        return subprocess.Popen(
            [sys.executable, "-m", module, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            cwd=ROOT,
            env=environment(),
            **options,
        )


def hear(process: subprocess.Popen[str]) -> dict[str, Any]:
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise Gone(process.args)
    answer: dict[str, Any] = json.loads(line)
    return answer


def kill(process: subprocess.Popen[str]) -> None:
    process.kill()
    close(process)


def close(process: subprocess.Popen[str]) -> None:
    """Close the pipes, which ends a device, and wait for the end."""
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except BrokenPipeError:
                continue
    process.wait(PATIENCE)


def wait_until(is_so: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
    give_up_at = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < give_up_at, f"waited in vain until {what}"
        time.sleep(_BEAT)


class ServerProcess:
    """`streamflow-server serve` on one file and one port, however often it is killed and started again.

    `database` is where it keeps its books if not in the file, beside which its log is written.
    """

    def __init__(self, file: Path, database: str = "") -> None:
        self.file = file
        self._database = database or f"sqlite:///{file}"
        self._port = 0
        self.process = self._start()

    @property
    def port(self) -> int:
        return self._port

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def kill(self) -> None:
        kill(self.process)

    def restart(self) -> None:
        self.process = self._start()

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        close(self.process)

    def _start(self) -> subprocess.Popen[str]:
        arguments = ("serve", "--database", self._database, "--port", self._port)
        process = start("server_stub.cli", *arguments, log=self.file.with_suffix(".log"))
        self._port = int(hear(process)["url"].rpartition(":")[2])
        return process


class DeviceProcess:
    """A device in a folder: started, told what to do, killed, started again."""

    def __init__(self, folder: Path, url: str, token: str, journal: Journal) -> None:
        self.folder = folder
        self.name = folder.name
        self.url = url
        self._journal = journal
        self._token_file = folder.with_suffix(".token")
        self._process: subprocess.Popen[str] | None = None
        self.take_token(token)

    def take_token(self, token: str) -> None:
        self._token_file.write_text(token, "utf-8")

    def start(self, *arguments: object) -> dict[str, Any]:
        """Start it, and answer with its first words."""
        self.launch(*arguments)
        return self.hear()

    def launch(self, *arguments: object) -> None:
        log = self.folder.with_suffix(".log")
        where = (self.folder, self.url, self._token_file)
        self._process = start("support.device_process", *where, *arguments, log=log)

    def hear(self) -> dict[str, Any]:
        assert self._process is not None
        return hear(self._process)

    def say(self, do: str, **details: Any) -> dict[str, Any]:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": do, **details}) + "\n")
        self._process.stdin.flush()
        return hear(self._process)

    def record(self, *drafts: DraftLine, is_group: bool = False) -> None:
        """Drafts that were announced in the journal; acknowledged there when the device has saved them."""
        keys = self.say("record", drafts=drafts, is_group=is_group)["keys"]
        for draft, key in zip(drafts, keys, strict=True):
            self._journal.acknowledge(number_of(draft), key)

    def create(self, kind: str, record_id: str, field: str, **others: Any) -> None:
        self.record(self._journal.announce(self.name, "create", kind, record_id, field, **others))

    def change(self, kind: str, record_id: str, field: str, **others: Any) -> None:
        self.record(self._journal.announce(self.name, "change", kind, record_id, field, **others))

    def wake(self, signal: str = "network") -> None:
        self.say("wake", signal=signal)

    def state(self) -> dict[str, Any]:
        return self.say("state")

    def wait(self, **wanted: Any) -> dict[str, Any]:
        return self.say("wait", **{"seconds": PATIENCE, **wanted})

    def settle(self, version: int = 0) -> None:
        """Everything sent, everything up to this version fetched, and at rest."""
        state = self.wait(phase="idle", waiting=0, pulled=version)
        assert (state["phase"], state["waiting"]) == ("idle", 0), (self.name, state)
        assert state["pulled"] >= version, (self.name, state)

    def kill(self) -> None:
        assert self._process is not None
        kill(self._process)
        self._process = None

    def stop(self) -> None:
        if self._process is not None:
            close(self._process)
            self._process = None
