"""No rule refuses a punch: whatever is pressed, in whatever order, is saved and shown."""

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from client.home import Home
from client.passphrase import Cost, PassphraseFile
from client.profile import Profile
from client.session import Session
from client.surroundings import Surroundings
from support.clock import FakeClock
from sync.errors import InvalidInput
from sync.ids import id_maker
from sync.terms import BreakKind, Role


@pytest.fixture(scope="module")
def clock() -> FakeClock:
    return FakeClock()


def open_offline(folder: Path, clock: FakeClock) -> Session:
    """A worker who has never had a network since the sign-in."""
    home = Home.at(folder)
    PassphraseFile(home.secrets_file, "x", Cost(64, 1, 1)).write("begun", "")
    new_id = id_maker(FakeClock(), random.Random(1))
    profile = Profile(
        server_url="http://127.0.0.1:9",
        code="acme",
        organisation_id=new_id(),
        organisation="Acme",
        user_id=new_id(),
        name="Mara Osei",
        email="mara@acme.test",
        role=Role.WORKER,
        device_id=new_id(),
    )
    here = Surroundings("boot", "Europe/London")
    return Session.open(home, profile, clock=clock, randomness=random.Random(), passphrase="x", surroundings=here)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory, clock: FakeClock) -> Iterator[Session]:
    with open_offline(tmp_path_factory.mktemp("home"), clock) as opened:
        yield opened


UNKNOWN = "01890000-0000-7000-8000-000000000009"
presses = st.one_of(
    st.sampled_from(["in", "in unknown job", "out", "meal", "rest", "resume", "switch", "travel", "undo", "amend"]),
    st.integers(min_value=-400_000, max_value=400_000),
)


@settings(max_examples=25)
@given(st.lists(presses, min_size=1, max_size=12))
def test_whatever_is_pressed_is_saved(session: Session, clock: FakeClock, pressed: list[str | int]) -> None:
    last = session.time.clock_in()
    for press in pressed:
        before = len(session.sync.waiting(limit=-1))
        match press:
            case int():
                clock.jump(timedelta(seconds=press))
                continue
            case "in":
                last = session.time.clock_in()
            case "in unknown job":
                last = session.time.clock_in(UNKNOWN, "note")
            case "out":
                last = session.time.clock_out()
            case "meal":
                last = session.time.take_break()
            case "rest":
                last = session.time.take_break(BreakKind.PAID_REST)
            case "resume":
                last = session.time.resume()
            case "switch":
                last = session.time.switch(None)
            case "travel":
                last = session.time.travel()
            case "undo":
                last = session.time.undo(last.punch_id)
            case "amend":
                last = session.time.amend(last.punch_id, clock.now(), "forgot")
        clock.advance(60)
        assert len(session.sync.waiting(limit=-1)) == before + 1
        assert session.time.state().is_on_clock == (session.time.state().since is not None)
    today, week = session.time.today(), session.time.week()
    assert all(entry.duration >= timedelta() for entry in (*today.entries, *week.entries))
    assert sum((day.worked for day in week.days), timedelta()) == week.paid


def test_a_punch_is_there_after_the_program_was_closed_and_opened(tmp_path: Path, clock: FakeClock) -> None:
    with open_offline(tmp_path, clock) as session:
        session.time.clock_in(note="over a restart")
        before = session.time.today()
    with open_offline(tmp_path, clock) as session:
        assert session.time.today() == before
        assert [item.mine["note"] for item in session.sync.waiting()] == ["over a restart"]


def test_each_punch_keeps_its_note(tmp_path: Path, clock: FakeClock) -> None:
    with open_offline(tmp_path, clock) as session:
        time = session.time
        for step in (
            lambda: time.clock_in(note="clock_in"),
            lambda: time.take_break(note="break_start"),
            lambda: time.resume("break_end"),
            lambda: time.switch(UNKNOWN, "switch"),
            lambda: time.travel(note="travel"),
            lambda: time.clock_out("clock_out"),
        ):
            step()
            clock.advance(60)
        punches = [item.mine for item in session.sync.waiting(limit=-1)]
    assert len(punches) == 6
    assert [punch["note"] for punch in punches] == [punch["action"] for punch in punches]


@pytest.mark.parametrize("note", ["half \ud800 a letter", "nothing \x00 at all", "x" * 10_001])
def test_a_note_that_cannot_be_kept_is_told_beside_its_field(session: Session, note: str) -> None:
    with pytest.raises(InvalidInput) as told:
        session.time.clock_in(note=note)
    assert [problem.field for problem in told.value.problems] == ["note"]
