"""A worker and their crew lead at their devices, around a server on one clock; founded once, opened as a copy."""

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from client.home import Home
from client.passphrase import Cost, PassphraseFile
from client.session import Session
from client.views import Entry
from support.clock import FakeClock
from support.fieldwork import PASSPHRASE, Field
from support.inprocess import InProcessServer, found_company

MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)
WEEK = date(2026, 3, 2)


@dataclass
class Crew:
    field: Field
    clock: FakeClock
    worker: Session
    lead: Session

    def work(self, hours: float = 8) -> None:
        """A shift of the worker, and then it is later."""
        self.worker.time.clock_in()
        self.clock.advance(hours * 3_600)
        self.worker.time.clock_out()
        self.clock.advance(3_600)

    def meet(self) -> None:
        for session in (self.worker, self.lead, self.worker):
            session.sync.once(10)

    def of_worker(self) -> str:
        return self.worker.profile.user_id

    def entry(self, place: int = 0) -> Entry:
        return self.worker.time.week(WEEK).entries[place]

    def approve(self) -> None:
        self.worker.weeks.hand_in(self.worker.weeks.sheet(WEEK))
        self.meet()
        self.lead.weeks.approve(self.lead.weeks.sheet(WEEK, self.of_worker()))
        self.meet()


def open_crew(folder: Path) -> Crew:
    clock = FakeClock(MONDAY)
    server = InProcessServer(f"sqlite:///{folder / 'server.db'}", clock, random.Random(1))
    organisation = "" if list(folder.glob("worker/*")) else found_company(server)["organisation"]
    for name in ("worker", "lead"):
        file = Home.at(folder / name).secrets_file
        if not file.exists():
            PassphraseFile(file, PASSPHRASE, Cost(memory_kib=64, iterations=1, lanes=1)).write("begun", "")
    field = Field(folder, server, organisation, "acme", clock)
    return Crew(field, clock, field.session("worker"), field.session("lead"))


@contextmanager
def open_copy(template: Path, folder: Path) -> Iterator[Crew]:
    shutil.copytree(template, folder, dirs_exist_ok=True)
    made = open_crew(folder)
    try:
        yield made
    finally:
        made.field.close()


def found_crew(folder: Path) -> Path:
    """Founded and signed in once, since passwords are slow on purpose."""
    crew = open_crew(folder)
    crew.meet()
    crew.field.close()
    return folder
