"""Clocks that sleep, travel and are set, from the punch to the entry: the hours are right, and what is odd is flagged.

The server's clock tells the true time here. The device works without a line and meets the server at the end.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from client.sentences import FLAGS
from client.session import Session
from client.surroundings import Surroundings
from client.views import Entry
from support.clock import FakeClock
from support.fieldwork import Field
from support.inprocess import InProcessServer, found_company
from sync.errors import InvalidInput
from sync.timekeeping import Flag

HOUR = timedelta(hours=1)
MORNING = datetime(2026, 3, 2, 8, tzinfo=UTC)
LONDON = "Europe/London"
SKEWED = FLAGS[Flag.SKEW]


@dataclass
class Day:
    """A worker's device and the truth. `session` is the program as it runs now."""

    field: Field
    truth: FakeClock
    device: FakeClock
    session: Session

    def work(self, hours: float) -> None:
        for clock in (self.truth, self.device):
            clock.advance(hours * 3_600)

    def set_clock(self, by: timedelta) -> None:
        self.device.jump(by)

    def restart_program(self, zone: str = LONDON) -> None:
        self.session = self.field.restart("worker", Surroundings("boot", zone), self.device)

    def restart_machine(self, boot_id: str) -> None:
        self.device = FakeClock(self.device.now(), monotonic=5.0)
        self.session = self.field.restart("worker", Surroundings(boot_id, LONDON), self.device)

    def meet_server(self) -> None:
        self.field.line("worker").is_cut = False
        self.session.sync.once()
        assert self.session.sync.status().waiting == 0
        self.field.line("worker").is_cut = True

    def entries(self) -> tuple[Entry, ...]:
        """As the server sees them."""
        self.meet_server()
        self.device.jump(self.truth.now() - self.device.now())
        return self.session.time.week(self.truth.now().date()).entries


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    with begin(tmp_path, MORNING) as (field, truth, device):
        yield start(field, truth, device)


class begin:  # noqa: N801 — reads as a verb in a `with`
    def __init__(self, folder: Path, at: datetime) -> None:
        self._truth, self._device = FakeClock(at), FakeClock(at)
        self._server = InProcessServer(f"sqlite:///{folder / 'server.db'}", self._truth, random.Random(1))
        ids = found_company(self._server, time_zone=LONDON)
        self._field = Field(folder, self._server, ids["organisation"], "acme", self._device)

    def __enter__(self) -> tuple[Field, FakeClock, FakeClock]:
        return self._field, self._truth, self._device

    def __exit__(self, *_: object) -> None:
        self._field.close()


def start(field: Field, truth: FakeClock, device: FakeClock) -> Day:
    field.session("worker")
    field.line("worker").is_cut = True
    return Day(field, truth, device, field.restart("worker", Surroundings("boot", LONDON), device))


def only(entries: tuple[Entry, ...]) -> tuple[timedelta, bool]:
    """How long the one entry is, and whether the clock was found to be off."""
    (entry,) = entries
    assert entry.end is not None
    return entry.duration, SKEWED in entry.flags


def test_a_machine_that_sleeps(day: Day) -> None:
    day.session.time.clock_in()
    day.work(6)
    day.session.time.clock_out()
    assert only(day.entries()) == (6 * HOUR, False)


@pytest.mark.parametrize(
    ("begins", "offsets"),
    [
        pytest.param(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), (60, 0), id="an hour that comes twice"),
        pytest.param(datetime(2026, 3, 29, 0, 30, tzinfo=UTC), (0, 60), id="an hour that does not come"),
    ],
)
def test_the_night_in_which_the_clocks_change(tmp_path: Path, begins: datetime, offsets: tuple[int, int]) -> None:
    with begin(tmp_path, begins) as (field, truth, device):
        day = start(field, truth, device)
        first = day.session.time.clock_in()
        day.work(1.5)
        last = day.session.time.clock_out()
        assert only(day.entries()) == (1.5 * HOUR, False)
        found = [day.session._desk.file.queries.timesheet.punch(one.punch_id) for one in (first, last)]
        assert tuple(one.record.utc_offset_minutes for one in found if one) == offsets


def test_a_worker_who_travels_through_time_zones(day: Day) -> None:
    day.session.time.clock_in()
    day.work(5)
    day.restart_program("America/New_York")
    out = day.session.time.clock_out()
    assert only(day.entries()) == (5 * HOUR, False)
    punch = day.session._desk.file.queries.timesheet.punch(out.punch_id)
    assert punch is not None
    assert (punch.record.zone, punch.record.utc_offset_minutes) == ("America/New_York", -300)


@pytest.mark.parametrize("by", [-2 * HOUR, 2 * HOUR, -400 * 24 * HOUR, 400 * 24 * HOUR])
@pytest.mark.parametrize("has_met", [False, True], ids=["never met the server", "met it before"])
@pytest.mark.parametrize("restarts", [False, True], ids=["running", "between two runs"])
def test_a_clock_that_is_set_during_the_shift(day: Day, by: timedelta, has_met: bool, restarts: bool) -> None:
    if has_met:
        day.meet_server()
    day.session.time.clock_in()
    day.work(1)
    day.set_clock(by)
    if restarts:
        day.restart_program()
    day.work(3)
    day.session.time.clock_out()
    day.work(1)
    assert only(day.entries()) == (4 * HOUR, True)


@pytest.mark.parametrize("by", [-3 * HOUR, 3 * HOUR])
def test_a_clock_that_was_wrong_all_along(day: Day, by: timedelta) -> None:
    day.set_clock(by)
    day.session.time.clock_in()
    day.work(4)
    day.session.time.clock_out()
    day.work(1)
    (entry,) = day.entries()
    assert (entry.start, entry.duration, SKEWED in entry.flags) == (MORNING, 4 * HOUR, True)


def test_a_clock_that_fell_behind_while_the_machine_was_off(day: Day) -> None:
    """The claim lies before the last meeting with the server, and the clock is still as far behind when it is sent."""
    day.meet_server()
    day.set_clock(-5 * HOUR)
    day.restart_machine("boot-2")
    day.session.time.clock_in()
    day.work(1)
    day.restart_machine("boot-3")
    day.session.time.clock_out()
    (entry,) = day.entries()
    assert (entry.start, entry.duration, SKEWED in entry.flags) == (MORNING, HOUR, True)


def test_punches_of_the_same_instant_keep_their_order(day: Day) -> None:
    time = day.session.time
    time.clock_in()
    day.work(1)
    for _ in range(5):
        time.take_break()
        time.resume()
    day.work(1)
    time.clock_out()
    entries = [entry for entry in day.entries() if entry.duration]
    assert [entry.duration for entry in entries] == [HOUR, HOUR]
    assert all(entry.break_kind is None for entry in entries)


def test_a_forgotten_clock_out_stays_open_and_is_asked_about(day: Day) -> None:
    day.session.time.clock_in()
    day.work(30)
    state = day.session.time.state()
    assert state.is_forgotten
    day.meet_server()
    today = day.session.time.today()
    assert [entry.end for entry in (*today.unresolved, *today.entries)] == [None]
    ended = MORNING + 8 * HOUR
    day.session.time.end_at(ended, "Forgot to clock out")
    (entry,) = [entry for entry in day.entries() if entry.duration]
    assert (entry.start, entry.end) == (MORNING, ended)
    assert not day.session.time.state().is_on_clock


def test_an_end_before_the_beginning_is_refused_kindly(day: Day) -> None:
    day.session.time.clock_in()
    day.work(30)
    for at in (MORNING - HOUR, day.device.now() + HOUR):
        with pytest.raises(InvalidInput):
            day.session.time.end_at(at, "Forgot")
    assert day.session.time.state().is_on_clock
