"""From a device that was locked out to the next one of the same person, in a file that only a passphrase opens."""

from collections.abc import Callable
from pathlib import Path

import pytest

from client.session import Session
from client.views import Link
from support.inprocess import InProcessServer
from sync.errors import InvalidInput

OpenSession = Callable[..., Session]
SECRET = "a passphrase for the file"


def lock_out(session: Session, server: InProcessServer, ids: dict[str, str]) -> None:
    """It has one lead with the server, and one that was never sent."""
    session.leads.create({"name": "Sent"})
    assert session.sync.once(5).link is Link.ONLINE
    session.leads.create({"name": "Orchard House"})
    server.office.revoke_device(ids["organisation"], session.profile.device_id)
    assert session.sync.once(5).link is Link.REVOKED


def names(session: Session) -> list[str]:
    return sorted(line.name for line in session.leads.list())


def test_unsent_work_goes_on_from_another_device(
    open_session: OpenSession, server: InProcessServer, ids: dict[str, str], tmp_path: Path
) -> None:
    locked, file = open_session("worker"), tmp_path / "rescue"
    lock_out(locked, server, ids)
    with pytest.raises(InvalidInput, match="locked out"):
        locked.leads.create({"name": "Too late"})
    with pytest.raises(InvalidInput, match="streamflow rescue"):
        locked.sync.export_unsent(tmp_path / "plain")
    assert locked.rescue.save(file, SECRET) == 1
    assert b"Orchard" not in file.read_bytes()
    another = open_session("worker", "two")
    assert another.rescue.load(file, SECRET) == 1
    assert another.rescue.load(file, SECRET) == 0
    status = another.sync.once(5)
    assert (status.link, status.waiting, status.attention) == (Link.ONLINE, 0, 0)
    assert names(another) == ["Orchard House", "Sent"]
    assert locked.rescue.discard() == 1
    assert names(locked) == []


def test_what_does_not_open_changes_nothing(
    open_session: OpenSession, server: InProcessServer, ids: dict[str, str], tmp_path: Path
) -> None:
    locked, file = open_session("worker"), tmp_path / "rescue"
    lock_out(locked, server, ids)
    with pytest.raises(InvalidInput, match="at least 8"):
        locked.rescue.save(file, "short")
    locked.rescue.save(file, SECRET)
    with pytest.raises(InvalidInput, match="there already"):
        locked.rescue.save(file, SECRET)
    with pytest.raises(InvalidInput, match="another account"):
        open_session("owner").rescue.load(file, SECRET)
    with pytest.raises(InvalidInput, match="does not open"):
        locked.rescue.load(file, "another passphrase")
    file.write_bytes(file.read_bytes()[:-40])
    with pytest.raises(InvalidInput, match="damaged"):
        locked.rescue.load(file, SECRET)
    with pytest.raises(InvalidInput, match="missing"):
        locked.rescue.load(tmp_path / "nothing", SECRET)
