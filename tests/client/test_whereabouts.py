"""Where a punch was made: asked only of who agreed, never instead of the punch, and theirs to take back."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from client.location_source import Fix
from client.session import Session
from client.surroundings import Surroundings
from support.fieldwork import Field, open_field
from support.locating import ToldSource
from sync.errors import StorageTrouble
from sync.kinds import Kind


@pytest.fixture
def field(tmp_path: Path) -> Iterator[Field]:
    with open_field(tmp_path) as opened:
        yield opened


@pytest.fixture
def source(field: Field) -> ToldSource:
    return ToldSource(Fix(field.clock.now(), 51.501419, -0.141889, 20.0))


@pytest.fixture
def session(field: Field, source: ToldSource) -> Session:
    field.session("worker")
    return field.restart("worker", Surroundings("boot", "Europe/London", source))


def waiting(session: Session) -> list[Kind | str]:
    return [item.kind for item in session.sync.waiting(limit=-1)]


def test_nobody_is_asked_who_did_not_agree(session: Session, source: ToldSource) -> None:
    session.whereabouts.locate(session.time.clock_in().punch_id)
    session.location.say(is_given=True)
    session.location.say(is_given=False)
    session.whereabouts.locate(session.time.clock_out().punch_id)
    assert source.asked == []
    assert not session.whereabouts.is_on


def test_who_agreed_sees_where_it_was_and_so_does_the_office(field: Field, session: Session) -> None:
    session.location.say(is_given=True)
    assert session.whereabouts.is_on
    punch = session.time.clock_in().punch_id
    session.whereabouts.locate(punch)
    (place,) = session.whereabouts.of([punch, "another"])
    assert (place.latitude, place.longitude, place.accuracy_m, place.is_mine) == (51.501419, -0.141889, 20.0, True)
    session.sync.once(10)
    office = field.session("office")
    office.sync.once(10)
    (theirs,) = office.whereabouts.of([punch])
    assert theirs == replace(place, is_mine=False)


def test_the_punch_waits_for_nothing(session: Session, source: ToldSource) -> None:
    session.location.say(is_given=True)
    source.may_answer.clear()
    punch = session.time.clock_in().punch_id
    session.whereabouts.follow(punch)
    assert waiting(session) == [Kind.PUNCH]
    assert session.time.state().is_on_clock
    session.whereabouts.stop()
    source.may_answer.set()


def test_who_changes_their_mind_meanwhile_is_heard(session: Session, source: ToldSource) -> None:
    session.location.say(is_given=True)
    punch = session.time.clock_in().punch_id

    class Late(ToldSource):
        def locate(self, seconds: float) -> Fix | None:
            session.location.say(is_given=False)
            return super().locate(seconds)

    session.whereabouts._source = Late(source.fix)
    session.whereabouts.locate(punch)
    assert session.whereabouts.of([punch]) == ()


def test_what_is_not_known_or_old_is_not_recorded(session: Session, source: ToldSource) -> None:
    session.location.say(is_given=True)
    punch, fix = session.time.clock_in().punch_id, source.fix
    assert fix is not None
    for unfit in (None, replace(fix, at=fix.at - timedelta(minutes=6))):
        source.fix = unfit
        session.whereabouts.locate(punch)
    assert session.whereabouts.of([punch]) == ()
    assert waiting(session) == [Kind.PUNCH]


def test_after_the_end_nothing_is_saved(session: Session) -> None:
    session.location.say(is_given=True)
    punch = session.time.clock_in().punch_id
    session.whereabouts.stop()
    session.whereabouts.locate(punch)
    assert session.whereabouts.of([punch]) == ()


def test_it_is_taken_back_and_the_punch_stays(field: Field, session: Session) -> None:
    session.location.say(is_given=True)
    punch = session.time.clock_in().punch_id
    session.whereabouts.locate(punch)
    session.sync.once(10)
    (place,) = session.whereabouts.of([punch])
    session.whereabouts.take_back(place.id)
    assert session.whereabouts.of([punch]) == ()
    session.sync.once(10)
    office = field.session("office")
    office.sync.once(10)
    assert office.whereabouts.of([punch]) == ()
    assert session.time.state().is_on_clock


def test_undo_takes_back_the_punch_and_not_where_it_was(session: Session) -> None:
    session.location.say(is_given=True)
    session.whereabouts.locate(session.time.clock_in().punch_id)
    session.sync.undo_last()
    assert not session.time.state().is_on_clock


def test_a_full_disk_costs_the_place_only(
    session: Session, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    session.location.say(is_given=True)
    punch = session.time.clock_in().punch_id

    def refuse(*_drafts: object, **_options: object) -> str:
        raise StorageTrouble("The disk is full.")

    monkeypatch.setattr(session._desk.file.outbox, "record", refuse)
    with caplog.at_level(logging.WARNING):
        session.whereabouts.locate(punch)
    assert "The disk is full." in caplog.text


def test_without_a_source_nothing_is_possible(field: Field) -> None:
    field.session("worker")
    for source in (None, ToldSource(None, is_there=False)):
        session = field.restart("worker", Surroundings("boot", "Europe/London", source))
        session.location.say(is_given=True)
        assert not session.whereabouts.is_on
