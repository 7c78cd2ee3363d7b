"""Time that nobody clocked, entered later by hand: both ends or neither, marked, and never over other time."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from client.session import Session
from client.time_clock import TimeClock
from client.views import Activity, Mark
from support.fieldwork import Field, open_field
from sync.errors import InvalidInput

HOUR = timedelta(hours=1)


@pytest.fixture
def field(tmp_path: Path) -> Iterator[Field]:
    with open_field(tmp_path) as made:
        yield made


@pytest.fixture
def worker(field: Field) -> Session:
    session = field.session("worker")
    session.sync.once(10)
    return session


def message(add: InvalidInput) -> str:
    return " ".join(problem.message for problem in add.problems)


def entries(session: Session, at: datetime) -> list[tuple[datetime, datetime | None]]:
    return [(one.start, one.end) for one in session.time.week(session.local(at).date()).entries]


def test_it_counts_and_says_that_it_was_entered_by_hand(field: Field, worker: Session) -> None:
    end = worker.now() - HOUR
    order = worker.work_orders.create({"title": "Boiler service"})
    punched = worker.time.add_missed(end - HOUR, end, "Forgot the tablet", order)
    assert len(punched.group) == 2
    (entry,) = worker.time.week(worker.local(end).date()).entries
    assert (entry.start, entry.end, entry.activity) == (end - HOUR, end, Activity.WORK)
    assert entry.flags == ("Corrected.",)
    assert entry.work_order.endswith("Boiler service")
    assert entry.mark is Mark.SAVED_HERE
    worker.sync.once(10)
    (entry,) = worker.time.week(worker.local(end).date()).entries
    assert (entry.start, entry.end, entry.flags, entry.mark) == (end - HOUR, end, ("Corrected.",), Mark.SENT)


def test_a_gap_is_filled_to_the_instant_and_its_neighbours_stay(worker: Session) -> None:
    now = worker.now()
    first, second = now - 6 * HOUR, now - 3 * HOUR
    worker.time.add_missed(first, first + HOUR, "one")
    worker.time.add_missed(second, second + HOUR, "two")
    worker.time.add_missed(first + HOUR, second, "between")
    assert entries(worker, now) == [
        (first, first + HOUR),
        (first + HOUR, second),
        (second, second + HOUR),
    ]
    flags = {flag for one in worker.time.week(worker.local(now).date()).entries for flag in one.flags}
    assert flags == {"Corrected."}


def test_what_cannot_be_is_refused_with_a_sentence_and_nothing_is_saved(worker: Session) -> None:
    now = worker.now()
    worker.time.add_missed(now - 3 * HOUR, now - 2 * HOUR, "there")
    before = entries(worker, now)
    for start, end, reason, said in (
        (now - HOUR, now - HOUR, "why", "end has to come after"),
        (now - HOUR, now + HOUR, "why", "has not happened yet"),
        (now - 40 * HOUR, now - 10 * HOUR, "why", "longer than a shift"),
        (now - 4 * HOUR, now - 2.5 * HOUR, "why", "other time between"),
        (now - 2.9 * HOUR, now - 2.8 * HOUR, "why", "other time between"),
        (now - HOUR, now - 0.5 * HOUR, "  ", "say why"),
    ):
        with pytest.raises(InvalidInput) as refused:
            worker.time.add_missed(start, end, reason)
        assert said in message(refused.value)
    assert entries(worker, now) == before
    assert worker.sync.unsent() == 2


def test_the_shift_that_runs_is_not_written_over(worker: Session) -> None:
    started = worker.time.clock_in().at
    with pytest.raises(InvalidInput):
        worker.time.add_missed(started - HOUR, started + timedelta(microseconds=1), "why")
    worker.time.add_missed(started - HOUR, started, "before it")
    assert worker.time.state().is_on_clock
    assert [one.end for one in worker.time.today().entries][-1] is None


def test_a_crew_lead_enters_it_for_the_crew_and_nobody_else_does(field: Field, worker: Session) -> None:
    lead = field.session("lead")
    lead.sync.once(10)
    end = lead.now() - HOUR
    lead.time.add_missed(end - HOUR, end, "no laptop", for_user=worker.profile.user_id)
    assert lead.time.week(lead.local(end).date(), user_id=worker.profile.user_id).entries
    with pytest.raises(InvalidInput, match="own crew"):
        worker.time.add_missed(end - HOUR, end, "no laptop", for_user=lead.profile.user_id)


def forgets_the_reason(patch: pytest.MonkeyPatch) -> None:
    draft = TimeClock._draft
    patch.setattr(
        TimeClock, "_draft", lambda self, a, u, at, details: draft(self, a, u, at, {**details, "reason": ""})
    )


def looks_at_no_other_time(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(TimeClock, "_is_taken", lambda *_: False)


@pytest.mark.parametrize(
    ("plant", "check"),
    [
        (forgets_the_reason, test_it_counts_and_says_that_it_was_entered_by_hand),
        (looks_at_no_other_time, test_what_cannot_be_is_refused_with_a_sentence_and_nothing_is_saved),
    ],
)
def test_a_planted_fault_is_noticed(field: Field, worker: Session, plant, check, monkeypatch) -> None:  # type: ignore[no-untyped-def]  # functions of this module
    plant(monkeypatch)
    arguments = (field, worker) if check is test_it_counts_and_says_that_it_was_entered_by_hand else (worker,)
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        check(*arguments)
