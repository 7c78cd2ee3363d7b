"""Time that is taken out of the timesheet: it counts no more, and stays on record with the reason."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from client.punching import Punching
from client.session import Session
from client.time_clock import TimeClock
from client.views import Activity, Entry
from support.clock import FakeClock
from support.fieldwork import Field, open_field
from sync.errors import InvalidInput

Plant = Callable[[pytest.MonkeyPatch], None]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def field(tmp_path: Path, clock: FakeClock) -> Iterator[Field]:
    with open_field(tmp_path, clock=clock) as made:
        yield made


def entries(session: Session) -> list[tuple[Activity, int]]:
    return [(one.activity, int(one.duration.total_seconds()) // 3_600) for one in week(session)]


def week(session: Session) -> tuple[Entry, ...]:
    return session.time.week().entries


def work(session: Session, clock: FakeClock) -> None:
    """Two hours, a break of one, an hour, and one more on another job."""
    time = session.time
    steps: tuple[Callable[[], object], ...] = (time.clock_in, time.take_break, time.resume, lambda: time.switch(None))
    for step, hours in zip(steps, (2, 1, 1, 1), strict=True):
        step()
        clock.advance(timedelta(hours=hours).total_seconds())
    session.time.clock_out()


def refusal(session: Session, entry: Entry, reason: str = "never happened") -> str:
    with pytest.raises(InvalidInput) as told:
        session.time.remove(entry, reason)
    return " ".join(problem.message for problem in told.value.problems)


def check_removing(field: Field, clock: FakeClock) -> None:
    worker = field.session("worker")
    work(worker, clock)
    assert entries(worker) == [(Activity.WORK, 2), (Activity.BREAK, 1), (Activity.WORK, 1), (Activity.WORK, 1)]
    first, rest, _second, switched = week(worker)
    before = worker.sync.unsent()
    assert "one part of a shift" in refusal(worker, first)
    assert "say why" in refusal(worker, rest, "  ")
    assert worker.sync.unsent() == before
    worker.time.remove(switched, "same job")
    assert entries(worker) == [(Activity.WORK, 2), (Activity.BREAK, 1), (Activity.WORK, 2)]
    worker.time.remove(week(worker)[1], "worked through")
    assert entries(worker) == [(Activity.WORK, 5)]
    (shift,) = week(worker)
    assert {"worked through", "same job"} <= {line.reason for line in worker.timesheet.history(shift)}
    worker.time.remove(shift, "was ill")
    assert entries(worker) == []
    worker.sync.once(10)
    assert (entries(worker), worker.sync.status().attention) == ([], 0)


def test_a_switch_a_break_and_then_the_whole_shift(field: Field, clock: FakeClock) -> None:
    check_removing(field, clock)


def test_a_shift_that_runs_and_was_never_begun(field: Field, clock: FakeClock) -> None:
    worker = field.session("worker")
    worker.time.clock_in()
    clock.advance(7_200)
    worker.time.remove(week(worker)[0], "pressed by mistake")
    assert not worker.time.state().is_on_clock
    assert week(worker) == ()


def needs_no_reason(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("client.punching._needed", lambda reason: reason.strip() or "none")


def takes_out_the_start_alone(patch: pytest.MonkeyPatch) -> None:
    void = Punching._void_each
    patch.setattr(Punching, "_void_each", lambda self, punches, *told: void(self, punches[:1], *told))


def takes_out_of_the_middle(patch: pytest.MonkeyPatch) -> None:
    both = TimeClock._void_each
    patch.setattr(TimeClock, "remove", lambda self, one, why: both(self, (one.start_punch,), why, one.user_id))


@pytest.mark.parametrize("plant", [needs_no_reason, takes_out_the_start_alone, takes_out_of_the_middle])
def test_a_planted_bug_is_caught(
    plant: Plant, field: Field, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        check_removing(field, clock)
