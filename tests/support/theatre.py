"""Three devices and one server as real processes, a line between that can be cut, and the books at the end."""

import random
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from support.company import Company
from support.inprocess import PASSWORD
from support.journal import Journal
from support.judge import Books, DeviceFile, Findings, judge, read
from support.processes import DeviceProcess, ServerProcess, close, hear, start
from sync.clock import SystemClock
from sync.http import HttpServer
from sync.ids import id_maker
from sync.protocol import SignIn
from sync.proxy import Proxy

# The worker's device holds only what concerns the worker.
DEVICES = {"van": "worker", "tablet": "office", "desk": "owner"}


class Theatre:
    def __init__(self, folder: Path, company: Company) -> None:
        self.folder = folder
        self.company = company
        self.books = Books(company.copy_to(folder / "server.db"))
        self.before = self.books.counts()
        self.journal = Journal(folder / "journal.jsonl")
        self.server = ServerProcess(self.books.file)
        self.proxy = Proxy("127.0.0.1", self.server.port)
        self.proxy.start()
        self.new_id = id_maker(SystemClock(), random.SystemRandom())
        self.forgotten: set[str] = set()
        self.devices = {name: self.device(name, company.tokens[name]) for name in DEVICES}

    @property
    def van(self) -> DeviceProcess:
        return self.devices["van"]

    def device(self, name: str, token: str) -> DeviceProcess:
        return DeviceProcess(self.folder / name, self.proxy.url, token, self.journal)

    def start_all(self) -> None:
        for device in self.devices.values():
            device.launch()
        for device in self.devices.values():
            device.hear()

    def work(self, device: DeviceProcess, count: int = 1) -> list[str]:
        """A lead, a change of it, and a punch, so many times; the leads' ids."""
        leads = [self.new_id() for _ in range(count)]
        for lead in leads:
            device.create("lead", lead, "name")
            device.change("lead", lead, "need", stage="contacted")
            device.create("punch", self.new_id(), "note", **self.punch(DEVICES.get(device.name, "worker")))
        return leads

    def fill(self, device: DeviceProcess, count: int) -> None:
        """So many leads in one go."""
        leads = [self.new_id() for _ in range(count)]
        device.record(*(self.journal.announce(device.name, "create", "lead", lead, "name") for lead in leads))

    def punch(self, person: str) -> dict[str, Any]:
        user_id, at = self.company.ids[person], datetime.now(UTC).isoformat()
        return {
            "user_id": user_id,
            "by_id": user_id,
            "action": "clock_in",
            "at": at,
            "zone": "UTC",
            "utc_offset_minutes": 0,
            "evidence": {"boot_id": "a boot", "monotonic_ms": 1},
        }

    def settle(self, devices: Iterable[DeviceProcess] | None = None) -> None:
        """Let everything go out, then let everybody see it, until seeing it makes nobody write any more."""
        everybody = list(devices or self.devices.values())
        seen = -1
        while seen < (version := self.books.version()):
            for device in everybody:
                device.wake()
                device.settle(version)
            seen = version

    def judge(self) -> Findings:
        files = [DeviceFile(each.folder, sees_all=not each.name.startswith("van")) for each in self.devices.values()]
        findings = judge(self.books, files, self.journal.entries, self.before, self.forgotten)
        findings.crashed += [f"{log.name}: {log.read_text()}" for log in self._logs() if "Traceback" in log.read_text()]
        return findings

    def _logs(self) -> list[Path]:
        """What the processes wrote about themselves: an exception that a wall has caught is a bug all the same."""
        return sorted(self.folder.glob("*.log"))

    def operate(self, *arguments: object) -> None:
        """A command of the operator's, in a process of its own."""
        log = self.folder / "operator.log"
        process = start("server_stub.cli", *arguments, "--database", f"sqlite:///{self.books.file}", log=log)
        hear(process)
        close(process)

    def restore_backup(self, file: Path) -> None:
        """The server lost its disk: its backup is put back, and numbers go on far above those that were given."""
        self.server.stop()
        reached = int(read(file, "SELECT max(version) FROM organisation")[0][0])
        self.operate("restore", file, "--force")
        self.before = replace(self.before, version=self.before.version + self.books.version() - reached)
        self.server.restart()

    def be_operator(self, sql: str, *values: object) -> None:
        """Change the server's file behind its back, as an operator's command does."""
        with closing(sqlite3.connect(self.books.file, timeout=20)) as connection, connection:
            connection.execute(sql, values)

    def books_device(self, person: str) -> str:
        """The id of the person's last signed-in device."""
        sql = "SELECT id FROM device WHERE user_id = ? ORDER BY created_at DESC, id DESC LIMIT 1"
        return str(read(self.books.file, sql, self.company.ids[person])[0][0])

    def sign_in(self, person: str) -> str:
        """The person signs in anew; the token of a device that the server had not known before."""
        form = SignIn(organisation="acme", email=f"{person}@acme.test", password=PASSWORD, device="again")
        with closing(HttpServer(self.server.url)) as door:
            return door.sign_in(form).token

    def parked(self, name: str) -> list[tuple[str, str]]:
        """Outcome and code of what needs attention on a device."""
        return list(DeviceFile(self.devices[name].folder).parked().values())

    def copy_folder(self, device: DeviceProcess, name: str) -> Path:
        """Copy the folder of a device that is not running, as an image of its disk."""
        return Path(shutil.copytree(device.folder, self.folder / name))

    def close(self) -> None:
        for device in self.devices.values():
            device.stop()
        self.proxy.stop()
        self.server.stop()
        self.journal.close()


@contextmanager
def open_theatre(folder: Path, company: Company) -> Iterator[Theatre]:
    theatre = Theatre(folder, company)
    try:
        yield theatre
    finally:
        theatre.close()
