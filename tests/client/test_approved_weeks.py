"""A week from the first punch to the approval and back, on real devices."""

import csv
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from client import punching
from client.home import Home
from client.passphrase import Cost, PassphraseFile
from client.sentences import FLAGS
from client.session import Session
from client.views import Entry, Mark
from client.weeks import WeekDesk
from support.clock import FakeClock
from support.fieldwork import PASSPHRASE, Field
from support.inprocess import InProcessServer, found_company
from sync.errors import InvalidInput
from sync.records import SheetStatus
from sync.timekeeping import Flag

MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)
WEEK = date(2026, 3, 2)
LATE = FLAGS[Flag.LOCKED_WEEK]


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


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Founded and signed in once, since passwords are slow on purpose."""
    folder = tmp_path_factory.mktemp("crew")
    crew = open_crew(folder)
    crew.meet()
    crew.field.close()
    return folder


@pytest.fixture
def crew(template: Path, tmp_path: Path) -> Iterator[Crew]:
    shutil.copytree(template, tmp_path, dirs_exist_ok=True)
    made = open_crew(tmp_path)
    try:
        yield made
    finally:
        made.field.close()


def sentence(trouble: pytest.ExceptionInfo[InvalidInput]) -> str:
    return " ".join(problem.message for problem in trouble.value.problems)


def check_the_way(crew: Crew) -> None:
    mine = crew.worker.weeks
    assert not mine.sheet(WEEK).may_hand_in
    crew.work()
    mine.hand_in(mine.sheet(WEEK))
    sheet = mine.sheet(WEEK)
    assert (sheet.status, sheet.mark, sheet.may_hand_in) == (SheetStatus.SUBMITTED, Mark.SAVED_HERE, False)
    assert crew.worker.sync.waiting()[-1].what == "Week handed in"
    assert crew.worker.sync.waiting()[-1].subject == "Worker · week of 2 Mar 2026"
    crew.meet()
    (waiting,) = crew.lead.weeks.waiting()
    assert (waiting.user, waiting.worked, waiting.by) == ("Worker", timedelta(hours=8), "Worker")
    assert not waiting.is_changed
    assert crew.lead.weeks.waiting_count() == 1
    with pytest.raises(InvalidInput) as trouble:
        crew.lead.weeks.give_back(waiting, "  ")
    assert sentence(trouble) == "Please say what is to be changed."
    crew.lead.weeks.give_back(waiting, "Where is Friday?")
    crew.meet()
    sheet = mine.sheet(WEEK)
    assert (sheet.status, sheet.comment, sheet.by) == (SheetStatus.RETURNED, "Where is Friday?", "Lead")
    crew.approve()
    sheet = mine.sheet(WEEK)
    assert (sheet.status, sheet.comment) == (SheetStatus.APPROVED, "")
    assert not sheet.may_hand_in
    assert not sheet.is_changed
    assert crew.lead.weeks.waiting() == ()


def check_the_lock(crew: Crew) -> None:
    """An approval locks corrections; a later punch is kept, flagged, and shows as a change."""
    crew.work()
    crew.approve()
    entry = crew.entry()
    with pytest.raises(InvalidInput) as trouble:
        crew.worker.time.amend(entry.start_punch, entry.start - timedelta(hours=1), "Came earlier")
    assert "This week is approved." in sentence(trouble)
    with pytest.raises(InvalidInput):
        crew.lead.time.void(entry.start_punch, "Was not there")
    crew.work(1)
    crew.meet()
    assert LATE in crew.entry(1).flags
    assert LATE not in crew.entry().flags
    for weeks in (crew.worker.weeks, crew.lead.weeks):
        sheet = weeks.sheet(WEEK, crew.of_worker())
        assert (sheet.status, sheet.is_changed, sheet.stepped_worked) == (
            SheetStatus.APPROVED,
            True,
            timedelta(hours=8),
        )
    crew.lead.weeks.approve(crew.lead.weeks.sheet(WEEK, crew.of_worker()))
    assert not crew.lead.weeks.sheet(WEEK, crew.of_worker()).is_changed
    crew.lead.weeks.give_back(crew.lead.weeks.sheet(WEEK, crew.of_worker()), "As you said")
    crew.meet()
    crew.worker.time.amend(entry.start_punch, entry.start - timedelta(hours=1), "Came earlier")
    assert crew.entry().start == entry.start - timedelta(hours=1)


def check_unknown_approval(crew: Crew) -> None:
    """Whoever corrects without knowing of the approval loses nothing: it is kept, and flagged."""
    crew.work()
    crew.worker.weeks.hand_in(crew.worker.weeks.sheet(WEEK))
    crew.meet()
    crew.lead.weeks.approve(crew.lead.weeks.sheet(WEEK, crew.of_worker()))
    entry = crew.entry()
    crew.worker.time.amend(entry.start_punch, entry.start - timedelta(hours=1), "Came earlier")
    crew.lead.sync.once(10)
    crew.meet()
    assert crew.entry().start == entry.start - timedelta(hours=1)
    assert LATE in crew.entry().flags
    assert crew.worker.sync.attention() == ()
    assert crew.lead.weeks.sheet(WEEK, crew.of_worker()).is_changed


def check_looked_at(crew: Crew) -> None:
    """An approval is about the week that was looked at, not about what came in between."""
    crew.work()
    crew.worker.weeks.hand_in(crew.worker.weeks.sheet(WEEK))
    crew.meet()
    looked_at = crew.lead.weeks.sheet(WEEK, crew.of_worker())
    crew.work(1)
    crew.meet()
    crew.lead.weeks.approve(looked_at)
    assert crew.lead.weeks.sheet(WEEK, crew.of_worker()).is_changed


Check = Callable[[Crew], None]
Plant = Callable[[pytest.MonkeyPatch], None]
CHECKS: tuple[Check, ...] = (check_the_way, check_the_lock, check_unknown_approval, check_looked_at)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_a_week(crew: Crew, check: Check) -> None:
    check(crew)


def locks_nothing(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(punching, "is_locked", lambda *_: False)


def sees_no_change(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("client.weeks.digest_of", lambda _: "0" * 64)


def signs_what_is_there(patch: pytest.MonkeyPatch) -> None:
    real = WeekDesk._step

    def step(self: WeekDesk, sheet: object, *rest: object) -> None:
        real(self, self.sheet(sheet.week, sheet.user_id), *rest)  # type: ignore[attr-defined, arg-type]  # any sheet

    patch.setattr(WeekDesk, "_step", step)


PLANTED: dict[Plant, Check] = {
    locks_nothing: check_the_lock,
    sees_no_change: check_the_lock,
    signs_what_is_there: check_looked_at,
}


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__)
def test_a_planted_bug_is_found(crew: Crew, plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        PLANTED[plant](crew)


def test_what_is_behind_an_entry_and_the_week_on_paper(crew: Crew, tmp_path: Path) -> None:
    job = crew.worker.work_orders.create({"title": "=cmd|' /C calc'!A0"})
    crew.worker.time.clock_in(job)
    crew.clock.advance(2 * 3_600 + 5)
    crew.worker.time.switch(None)
    crew.clock.advance(3_600)
    out = crew.worker.time.clock_out()
    crew.clock.advance(600)
    crew.meet()
    crew.lead.time.amend(out.punch_id, out.at - timedelta(minutes=30), "Left earlier")
    crew.meet()
    report = crew.worker.timesheet.report(WEEK)
    assert [(line.label[-10:], line.worked) for line in report.jobs] == [
        ("/C calc'!A0"[-10:], timedelta(hours=2, seconds=5)),
        ("", timedelta(minutes=30)),
    ]
    last = report.week.entries[-1]
    history = [(line.what.split(" ")[0], line.by, line.reason) for line in crew.worker.timesheet.history(last)]
    assert history == [("Switch", "", ""), ("Clock", "", ""), ("Correction", "Lead", "Left earlier")]
    file = tmp_path / "week.csv"
    assert crew.worker.timesheet.export_csv(file, WEEK, WEEK + timedelta(days=6)) == 2
    with file.open(encoding="utf-8-sig", newline="") as lines:
        first = next(csv.DictReader(lines))
    assert (first["start"], first["hours"], first["exact"]) == ("2026-03-02 08:00:00", "2:00", "2:00:05")
