"""A thousand devices come back at once: few calls each, soon done, nobody blamed, and the server stays up (I14)."""

from pathlib import Path

import pytest

from chaos.herd import MOST_CALLS, MOST_TIMES_IDEAL, Tally, come_back, come_back_over_sockets
from support.company import Company
from sync.errors import Busy
from sync.lanes import Lanes

CLIENTS, PER_SECOND = 1_000, 50
FEWER, FEWER_PER_SECOND = 300, 15
REAL = 200


def is_kept(tally: Tally) -> bool:
    is_quick = tally.seconds <= MOST_TIMES_IDEAL * tally.ideal_seconds
    return is_quick and tally.calls_per_client <= MOST_CALLS and (tally.home, tally.parked) == (tally.clients, 0)


@pytest.mark.parametrize("retry_after", [None, pytest.param(2.0, marks=pytest.mark.long), 5.0])
def test_a_thousand_come_back(retry_after: float | None) -> None:
    """`None`: a proxy in front of the server says 503 and no more."""
    tally = come_back(CLIENTS, PER_SECOND, retry_after)
    assert is_kept(tally), tally
    assert tally.turned_away > CLIENTS


def test_some_hundred_come_back_over_sockets(ground: Path, company: Company) -> None:
    tally = come_back_over_sockets(ground, company, REAL)
    assert (tally.home, tally.parked, tally.troubles) == (REAL, 0, [])
    assert tally.calls_per_client <= MOST_CALLS
    assert "Traceback" not in (ground / "server.log").read_text()


def test_without_chance_of_their_own_they_stay_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.lanes.CROWD_BASE", 0.0)
    monkeypatch.setattr(Lanes, "back_off", lambda lanes, phase, trouble: lanes.rest(phase, 1.0, trouble))
    assert not is_kept(come_back(FEWER, FEWER_PER_SECOND, 2.0))


def test_when_each_lane_tries_for_itself_there_are_too_many_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Lanes, "hold_all", lambda lanes, seconds: None)
    assert come_back(FEWER, FEWER_PER_SECOND, 2.0).calls_per_client > MOST_CALLS


def test_when_a_crowded_server_is_taken_for_a_broken_one_the_innocent_are_parked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Busy, "is_crowded", property(lambda busy: busy.retry_after is not None or busy.status == 429))
    assert come_back(FEWER, FEWER_PER_SECOND, None).parked
