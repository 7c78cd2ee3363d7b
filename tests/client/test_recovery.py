"""A refused data file, and each decision about it: nothing is deleted, and nothing is decided without a person."""

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from client.recovery import Recovery
from client.session import Session
from client.views import Link
from sync.clock import SystemClock
from sync.errors import Corrupt, InUse, InvalidInput, OlderFile
from sync.terms import Role

OpenSession = Callable[..., Session]


@pytest.fixture
def closed(open_session: OpenSession) -> tuple[Recovery, Path]:
    """A profile with one unsent lead, closed."""
    session = open_session("worker")
    assert session.sync.once(5).link is Link.ONLINE
    session.leads.create({"name": "Orchard House", "phone": "020 7946 0018"})
    session.stop()
    recovery = Recovery(session.home, session.profile, SystemClock(), random.Random(7))
    return recovery, session.profile.folder(session.home)


def test_a_sound_file_is_left_alone(closed: tuple[Recovery, Path], open_session: OpenSession) -> None:
    recovery, folder = closed
    assert recovery.trouble() is None
    for decide in (recovery.go_on_with_older, recovery.start_afresh):
        with pytest.raises(InvalidInput, match="Nothing was changed"):
            decide()
    assert list(folder.parent.iterdir()) == [folder]
    assert open_session("worker").sync.status().waiting == 1


def test_an_open_file_is_not_recovered(open_session: OpenSession) -> None:
    session = open_session("worker")
    recovery = Recovery(session.home, session.profile, SystemClock(), random.Random(7))
    for decide in (recovery.go_on_with_older, recovery.start_afresh, recovery.trouble):
        with pytest.raises(InUse):
            decide()


def test_a_damaged_file_is_set_aside_whole(closed: tuple[Recovery, Path], open_session: OpenSession) -> None:
    recovery, folder = closed
    (folder / "profile.db").write_bytes(b"not a database, not at all" * 100)
    assert isinstance(recovery.trouble(), Corrupt)
    with pytest.raises(InvalidInput, match="not older"):
        recovery.go_on_with_older()
    aside = recovery.start_afresh()
    assert aside.parent == folder.parent
    assert (aside / "profile.db").read_bytes().startswith(b"not a database")
    assert recovery.trouble() is None
    session = open_session("worker")
    assert session.sync.once(5).link is Link.ONLINE
    assert session.people.me().role is Role.WORKER
    assert session.sync.status().waiting == 0


def test_an_older_file_goes_on_with_what_it_has(closed: tuple[Recovery, Path], open_session: OpenSession) -> None:
    recovery, folder = closed
    mark = json.loads((folder / "mark.json").read_text())
    (folder / "mark.json").write_text(json.dumps({**mark, "place": mark["place"] + 5}))
    assert isinstance(recovery.trouble(), OlderFile)
    recovery.go_on_with_older()
    assert recovery.trouble() is None
    session = open_session("worker")
    assert session.sync.status().waiting == 1
    assert session.sync.once(5).waiting == 0
