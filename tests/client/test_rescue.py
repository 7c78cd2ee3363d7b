"""From a device that was locked out to the next one of the same person, in a file that only a passphrase opens."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import update

from client.attachments import HELD_BACK
from client.session import Session
from client.views import Link, Where
from server_stub.schema import organisation
from storage import cargo, sealing
from support.inprocess import InProcessServer
from sync.errors import InvalidInput
from sync.kinds import Kind

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


def check_bytes_come_along(
    open_session: OpenSession, server: InProcessServer, ids: dict[str, str], folder: Path
) -> None:
    """Of one file the server has the record, and a backup of it, but not the bytes; of the other one nothing."""
    locked = open_session("worker")
    locked.settings.put("attachments_network", HELD_BACK)
    lead = locked.leads.create({"name": "Orchard House"})
    for name in ("known", "unknown"):
        (folder / f"{name}.txt").write_text(f"The {name} words")
    locked.attachments.attach(Kind.LEAD, lead, folder / "known.txt")
    locked.sync.once(5)
    with server.service.database.write() as connection:
        connection.execute(update(organisation).values(backed_up=organisation.c.version))
    locked.leads.change(lead, {"need": "Boiler"})
    locked.sync.once(5)
    locked.attachments.attach(Kind.LEAD, lead, folder / "unknown.txt")
    server.office.revoke_device(ids["organisation"], locked.profile.device_id)
    assert locked.sync.once(5).link is Link.REVOKED

    assert locked.rescue.save(folder / "rescue", SECRET) == 1
    assert b"words" not in (folder / "rescue").read_bytes()
    another = open_session("worker", "two")
    assert another.rescue.load(folder / "rescue", SECRET) == 1
    for _round in range(2):
        another.sync.once(10)
    lines = another.attachments.of(lead)
    assert {(line.name, line.where) for line in lines} == {("known.txt", Where.SENT), ("unknown.txt", Where.SENT)}
    for line in lines:
        copy = another.attachments.save_copy(line.id, folder / f"copy of {line.name}")
        assert copy.read_text() == f"The {line.name.removesuffix('.txt')} words"


def test_photos_and_files_come_along(
    open_session: OpenSession, server: InProcessServer, ids: dict[str, str], tmp_path: Path
) -> None:
    check_bytes_come_along(open_session, server, ids, tmp_path)


def leaves_bytes_behind(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(cargo.LocalCargo, "only_here", lambda _: ())


def wipes_bytes_whose_record_has_arrived(patch: pytest.MonkeyPatch) -> None:
    wipe = [sql.partition(" AND NOT ")[0] for sql in sealing._WIPE]
    patch.setattr(sealing, "_WIPE", wipe)


@pytest.mark.parametrize("plant", [leaves_bytes_behind, wipes_bytes_whose_record_has_arrived])
def test_bytes_left_behind_are_noticed(
    open_session: OpenSession,
    server: InProcessServer,
    ids: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    plant: Callable[[pytest.MonkeyPatch], None],
) -> None:
    plant(monkeypatch)
    with pytest.raises(AssertionError):
        check_bytes_come_along(open_session, server, ids, tmp_path)
