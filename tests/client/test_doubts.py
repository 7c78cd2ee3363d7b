"""A sleeping machine and a clock that runs on late: asked about, and the answer holds for what was asked about."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from client import doubts
from client.doubts import Doubts
from client.session import Session
from client.views import Activity, Answer, Doubt, Why
from support.crew import Crew, found_crew, open_copy
from sync.errors import InvalidInput
from sync.terms import BreakKind

HOUR = timedelta(hours=1)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return found_crew(tmp_path_factory.mktemp("crew"))


@pytest.fixture
def crew(template: Path, tmp_path: Path) -> Iterator[Crew]:
    with open_copy(template, tmp_path) as made:
        yield made


def tick(crew: Crew) -> None:
    crew.worker.doubts.tick(crew.clock.monotonic())


def sleep_through(crew: Crew, hours: float = 3) -> Doubt:
    """Two hours of work, then the machine sleeps."""
    crew.worker.time.clock_in()
    for _ in range(2):
        crew.clock.advance(3_600)
        tick(crew)
    crew.clock.advance(hours * 3_600)
    tick(crew)
    doubt = crew.worker.doubts.current()
    assert doubt is not None
    assert doubt.why is Why.AWAY
    return doubt


def day(session: Session) -> list[tuple[str, str, float]]:
    """What was recorded: from, to, hours."""
    return [
        (
            str(one.break_kind or one.activity),
            f"{one.start:%H}-{one.end:%H}" if one.end else f"{one.start:%H}-",
            one.duration / HOUR,
        )
        for one in session.time.today().entries
    ]


def check_answers(crew: Crew) -> None:
    doubt = sleep_through(crew)
    assert (doubt.until - doubt.since) == 3 * HOUR
    assert day(crew.worker) == [("work", "08-", 5.0)]
    left_out = crew.worker.doubts.answer(doubt, Answer.LEAVE_OUT)
    assert left_out is not None
    assert left_out.sentence == "Left out 10:00 to 13:00 – saved on this device"
    assert day(crew.worker) == [("work", "08-10", 2.0), ("work", "13-", 0.0)]
    assert crew.worker.doubts.current() is None
    again = sleep_again(crew)
    crew.worker.doubts.answer(again, Answer.BREAK)
    assert day(crew.worker)[1:] == [
        ("work", "13-14", 1.0),
        (BreakKind.UNPAID_MEAL, "14-17", 3.0),
        ("work", "17-", 0.0),
    ]
    third = sleep_again(crew)
    assert crew.worker.doubts.answer(third, Answer.KEEP) is None
    assert day(crew.worker)[-1] == ("work", "17-", 4.0)
    assert crew.worker.doubts.current() is None


def sleep_again(crew: Crew) -> Doubt:
    crew.clock.advance(3_600)
    tick(crew)
    crew.clock.advance(3 * 3_600)
    tick(crew)
    doubt = crew.worker.doubts.current()
    assert doubt is not None
    return doubt


def check_same_entry(crew: Crew) -> None:
    """Whatever was clocked since stands; the answer cuts the entry that it was asked about."""
    doubt = sleep_through(crew)
    crew.clock.advance(3_600)
    crew.worker.time.clock_out()
    crew.clock.advance(3_600)
    crew.worker.time.clock_in()
    crew.clock.advance(3_600)
    crew.worker.doubts.answer(doubt, Answer.ENDED)
    assert day(crew.worker) == [("work", "08-10", 2.0), ("work", "15-", 1.0)]


def check_same_job(crew: Crew) -> None:
    """A later switch stays, and so does what came before it."""
    doubt = sleep_through(crew)
    crew.clock.advance(3_600)
    crew.worker.time.take_break(BreakKind.PAID_REST)
    crew.clock.advance(3_600)
    crew.worker.doubts.answer(doubt, Answer.LEAVE_OUT)
    assert day(crew.worker) == [("work", "08-10", 2.0), ("work", "13-14", 1.0), (BreakKind.PAID_REST, "14-", 1.0)]


def check_gone(crew: Crew) -> None:
    doubt = sleep_through(crew)
    entry = crew.worker.time.today().entries[0]
    crew.worker.time.void(entry.start_punch, "Not at work at all")
    with pytest.raises(InvalidInput) as trouble:
        crew.worker.doubts.answer(doubt, Answer.ENDED)
    assert "Nothing was changed." in trouble.value.problems[0].message
    assert crew.worker.time.state().activity is Activity.OFF


def check_set_clock(crew: Crew) -> None:
    """A wall clock that was set is no sleep; neither is a short nap, nor one off the clock."""
    crew.worker.time.clock_in()
    crew.clock.advance(60)
    tick(crew)
    crew.clock.jump(5 * HOUR)
    tick(crew)
    assert crew.worker.doubts.current() is None
    crew.clock.advance(3_600)
    tick(crew)
    assert crew.worker.doubts.current() is None
    crew.worker.time.clock_out()
    crew.clock.advance(5 * 3_600)
    tick(crew)
    assert crew.worker.doubts.current() is None


def check_late(crew: Crew) -> None:
    for hours in (8, 8.5, 8):
        crew.work(hours)
        crew.clock.advance((24 - hours - 1) * 3_600)
    crew.worker.time.clock_in()
    crew.clock.advance(8.9 * 3_600)
    assert crew.worker.doubts.current() is None
    crew.clock.advance(0.2 * 3_600)
    doubt = crew.worker.doubts.current()
    assert doubt is not None
    assert (doubt.why, f"{doubt.since:%H:%M}") == (Why.LATE, "16:00")
    assert crew.worker.time.state().activity is Activity.WORK
    crew.worker.doubts.answer(doubt, Answer.ENDED, doubt.since + timedelta(minutes=30))
    assert day(crew.worker) == [("work", "08-16", 8.5)]
    assert crew.worker.doubts.current() is None


Check = Callable[[Crew], None]
Plant = Callable[[pytest.MonkeyPatch], None]
CHECKS: tuple[Check, ...] = (
    check_answers,
    check_same_entry,
    check_same_job,
    check_gone,
    check_set_clock,
    check_late,
)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_doubts(crew: Crew, check: Check) -> None:
    check(crew)


def cuts_what_runs_now(patch: pytest.MonkeyPatch) -> None:
    def running(self: Doubts, _doubt: Doubt, _since: datetime) -> object:
        return self._running() or self._clock.today().entries[-1]

    patch.setattr(Doubts, "_entry", running)


def takes_a_set_clock_for_a_sleep(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(doubts, "_TOLERANCE", timedelta(days=1))
    patch.setattr(Doubts, "tick", _by_the_wall)


real_tick = Doubts.tick


def _by_the_wall(self: Doubts, _elapsed: float) -> None:
    real_tick(self, self._desk.clock.now().timestamp())


def goes_on_in_any_case(patch: pytest.MonkeyPatch) -> None:
    real = doubts._steps
    patch.setattr(doubts, "_steps", lambda answer, entry, doubt, **_: real(answer, entry, doubt, goes_on=False))


PLANTED: dict[Plant, Check] = {
    cuts_what_runs_now: check_same_entry,
    takes_a_set_clock_for_a_sleep: check_set_clock,
    goes_on_in_any_case: check_answers,
}


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__)
def test_a_planted_bug_is_found(crew: Crew, plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, InvalidInput)):
        PLANTED[plant](crew)
