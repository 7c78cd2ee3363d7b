"""A week from the first punch to the approval and back, on real devices."""

import csv
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from client import punching
from client.sentences import FLAGS
from client.views import Mark
from client.weeks import WeekDesk
from support.crew import WEEK, Crew, found_crew, open_copy
from sync.errors import InvalidInput
from sync.terms import SheetStatus
from sync.timekeeping import Flag

LATE = FLAGS[Flag.LOCKED_WEEK]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return found_crew(tmp_path_factory.mktemp("crew"))


@pytest.fixture
def crew(template: Path, tmp_path: Path) -> Iterator[Crew]:
    with open_copy(template, tmp_path) as made:
        yield made


def sentence(trouble: pytest.ExceptionInfo[InvalidInput]) -> str:
    return " ".join(problem.message for problem in trouble.value.problems)


def test_a_week_that_the_clock_counts_into_says_so(crew: Crew) -> None:
    mine = crew.worker.weeks
    assert not mine.sheet(WEEK).is_running
    crew.worker.time.clock_in()
    today = crew.worker.time.today().day
    assert mine.sheet(today).is_running
    assert not mine.sheet(today - timedelta(days=7)).is_running
    crew.clock.advance(3_600)
    crew.worker.time.clock_out()
    assert not mine.sheet(today).is_running


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
