"""Bytes get through, cut at any byte either way, robbed of answers, corrupted, late; never ahead of their record.

Over 300 lines: each promise beside the bug that is planted in it.
"""

import errno
import hashlib
import itertools
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select

from server_stub import custody, epochs
from server_stub.files.depot import open_depot
from server_stub.schema import event
from storage import blobs, cargo
from support.clock import FakeClock
from support.company import Company, found
from support.hauler import Hauler
from support.inprocess import InProcessServer
from sync.backoff import SLOW_BEAT
from sync.cargo import Way
from sync.carrier import FIRST_CHUNK
from sync.faults import COMMON, Fault, Kind, Script, scripted, seeded
from sync.ids import id_maker
from sync.status import Signal

CONTENT = random.Random(5).randbytes(3 * FIRST_CHUNK + 11)
PREVIEW = b"a small picture of it"

_seeds = itertools.count(1)

Made = Callable[[str], Hauler]


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Company:
    return found(tmp_path_factory.mktemp("company") / "server.db", {"van": "worker", "office": "office"})


@pytest.fixture
def server(tmp_path: Path, company: Company) -> Iterator[InProcessServer]:
    depot = open_depot(f"{tmp_path / 'files'}")
    database = company.copy_to(tmp_path / "server.db")
    running = InProcessServer(f"sqlite:///{database}", FakeClock(), random.Random(1), depot=depot)
    yield running
    running.close()


@pytest.fixture
def made(server: InProcessServer, company: Company, tmp_path: Path) -> Iterator[Made]:
    opened: list[Hauler] = []

    def make(name: str) -> Hauler:
        assert isinstance(server.clock, FakeClock)
        opened.append(Hauler(tmp_path / name, server, company.tokens[name], server.clock))
        return opened[-1]

    yield make
    for hauler in opened:
        hauler.close()


def new_ids(server: InProcessServer) -> tuple[str, str]:
    new_id = id_maker(server.clock, random.Random(next(_seeds)))
    return new_id(), new_id()


def brought(server: InProcessServer, van: Hauler, content: bytes = CONTENT) -> str:
    """An attachment whose record is with the server."""
    record_id, lead_id = new_ids(server)
    van.attach(content, record_id, lead_id, PREVIEW)
    van.sync()
    return record_id


def happened(server: InProcessServer, name: str) -> int:
    with server.service.database.read() as connection:
        return int(connection.scalar(select(func.count()).where(event.c.name == f"attachment.{name}")) or 0)


def carry_over(server: InProcessServer, made: Made, faults: Callable[[], Script] = scripted) -> None:
    """From the van to the office, with faults both ways until so many have struck; whole and once in the end."""
    van, office = made("van"), made("office")
    record_id = brought(server, van)
    van.line.script = faults()
    van.carry()
    assert van.is_stored(record_id)
    assert happened(server, "stored") == 1
    office.sync()
    office.profile.cargo.want(record_id, office.clock.now())
    office.line.script = faults()
    office.carry()
    assert office.content(record_id) == CONTENT
    assert list(office.profile.cargo.jobs()) == []


def test_there_and_back(server: InProcessServer, made: Made) -> None:
    carry_over(server, made)


@pytest.mark.parametrize("fault", COMMON, ids=lambda fault: f"{fault.kind}{fault.status}")
def test_whatever_happens_to_some_exchanges(server: InProcessServer, made: Made, fault: Fault) -> None:
    carry_over(server, made, lambda: scripted(None, fault, None, fault, fault, None, None, fault))


def test_a_preview_that_was_refused_is_tried_again(server: InProcessServer, made: Made) -> None:
    van, office = made("van"), made("office")
    record_id = brought(server, van)
    van.line.script = scripted(Fault(Kind.STATUS, 422, "invalid"))
    van.carry(seconds=10)
    van.sync()
    van.carry()
    assert van.is_stored(record_id)
    office.sync()
    office.carry()
    assert office.profile.blobs.has(hashlib.sha256(PREVIEW).hexdigest())


def test_only_a_person_overrules_what_the_server_asked_for(server: InProcessServer, made: Made) -> None:
    van = made("van")
    brought(server, van)
    van.line.script = scripted(Fault(Kind.STATUS, 429, "too_many", retry_after=100))
    asked = van.carrier.step()
    assert asked == van.clock.monotonic() + 100
    van.carrier.notice(Signal.NETWORK)
    assert van.carrier.step() == asked
    van.carrier.notice(Signal.USER)
    assert van.carrier.step() < asked


def check_a_restored_server_gets_its_previews_again(server: InProcessServer, made: Made) -> None:
    """It was restored between a preview and its picture: it lacks the one and gets the other."""
    van, office = made("van"), made("office")
    record_id = brought(server, van)
    backup = back_up(server)
    while not van.delivered:
        van.carrier.step()
    assert van.awaited(record_id) == (False, True)
    restore(server, backup)
    van.carry(seconds=10)
    assert van.awaited(record_id) == (True, False)
    van.carry()
    assert van.awaited(record_id) == (False, False)
    assert van.profile.cargo.jobs() == ()
    office.sync()
    office.carry()
    assert office.profile.blobs.has(hashlib.sha256(PREVIEW).hexdigest())
    assert (happened(server, "preview_stored"), happened(server, "stored")) == (1, 1)


def test_a_restored_server_gets_its_previews_again(server: InProcessServer, made: Made) -> None:
    check_a_restored_server_gets_its_previews_again(server, made)


def check_bytes_wait_until_a_restored_server_has_their_record_again(server: InProcessServer, made: Made) -> None:
    """It has lost the lead as well, which another device brings back later."""
    van, office, backup = made("van"), made("office"), back_up(server)
    first, lead_id = new_ids(server)
    van.attach(b"first", first, lead_id)
    van.sync()
    office.sync()
    record_id, _ = new_ids(server)
    office.attach(CONTENT, record_id, lead_id, is_new_lead=False)
    office.sync()
    restore(server, backup)
    office.sync()
    assert office.profile.cargo.jobs() == ()
    for device in (van, office):
        device.sync()
    office.carry()
    assert office.is_stored(record_id)


def test_bytes_wait_until_a_restored_server_has_their_record_again(server: InProcessServer, made: Made) -> None:
    check_bytes_wait_until_a_restored_server_has_their_record_again(server, made)


def back_up(server: InProcessServer) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:")
    with closing(sqlite3.connect(str(server.service.database.url.database))) as living:
        living.backup(copy)
    return copy


def restore(server: InProcessServer, backup: sqlite3.Connection) -> None:
    for statement in epochs.statements(server.clock.now()):
        backup.execute(statement)
    backup.commit()
    with closing(backup), closing(sqlite3.connect(str(server.service.database.url.database))) as living:
        backup.backup(living)
    vars(server.service.database).pop("epoch", None)  # a new process would not remember it


def test_what_others_have_to_bring_holds_up_nobody(
    server: InProcessServer, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cargo, "READ_AT_ONCE", 2)
    van, office = made("van"), made("office")
    for n in range(4):
        brought(server, van, b"%d" % n)
    office.sync()
    record_id = brought(server, office)
    office.carry()
    assert office.is_stored(record_id)


def test_no_picture_waits_for_its_preview_that_is_refused(server: InProcessServer, made: Made) -> None:
    van = made("van")
    record_id = brought(server, van)
    van.line.script = lambda exchange: Fault(Kind.STATUS, 422, "invalid") if "preview" in exchange.path else None
    van.carry()
    assert van.is_stored(record_id)


@pytest.mark.parametrize("at_byte", [0, 1, 1_000, FIRST_CHUNK - 1])
def test_an_answer_that_is_cut_at_a_byte(server: InProcessServer, made: Made, at_byte: int) -> None:
    carry_over(server, made, lambda: scripted(*[Fault(Kind.TRUNCATE, at_byte=at_byte)] * 3))


@pytest.mark.parametrize("at_byte", [0, 77_777])
def test_a_download_that_arrives_corrupted_is_fetched_again(server: InProcessServer, made: Made, at_byte: int) -> None:
    carry_over(server, made, lambda: scripted(None, None, Fault(Kind.CORRUPT, at_byte=at_byte)))


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 6))])
def test_many_faults_at_random(server: InProcessServer, made: Made, seed: int) -> None:
    carry_over(server, made, lambda: seeded(random.Random(seed), 0.4, COMMON))


def test_nothing_goes_ahead_of_its_record(server: InProcessServer, made: Made) -> None:
    van = made("van")
    record_id, lead_id = new_ids(server)
    van.attach(CONTENT, record_id, lead_id)
    assert list(van.profile.cargo.jobs()) == []
    van.sync()
    assert [job.way for job in van.profile.cargo.jobs()] == [Way.UP]


def test_a_preview_goes_first_and_comes_by_itself(server: InProcessServer, made: Made) -> None:
    van, office = made("van"), made("office")
    record_id = brought(server, van)
    assert [job.size for job in van.profile.cargo.jobs()] == [len(PREVIEW), len(CONTENT)]
    van.carry()
    office.sync()
    office.carry()
    found = office.profile.queries.attachments.get(record_id)
    assert found is not None
    assert office.profile.blobs.read(found.record.preview_sha256 or "", 0, 100) == PREVIEW
    assert office.content(record_id) == b""


@pytest.mark.logs
def test_one_bad_file_holds_up_no_other(server: InProcessServer, made: Made) -> None:
    van = made("van")
    bad, good = brought(server, van, b"bad" * 100), brought(server, van, b"good" * 100)
    found = van.profile.queries.attachments.get(bad)
    assert found is not None
    file = van.profile.blobs.path(found.record.sha256)
    file.write_bytes(b"BAD" * 100)
    van.carry(SLOW_BEAT / 2)
    assert van.is_stored(good)
    assert not van.is_stored(bad)


def test_paused_it_carries_nothing(server: InProcessServer, made: Made) -> None:
    van = made("van")
    record_id = brought(server, van)
    van.carrier.notice(Signal.PAUSE)
    van.carry()
    assert not van.is_stored(record_id)
    van.carrier.notice(Signal.RESUME)
    van.carry()
    assert van.is_stored(record_id)


def test_a_full_disk_pauses_downloads_and_is_told(
    server: InProcessServer, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    van, office = made("van"), made("office")
    record_id = brought(server, van)
    van.carry()
    office.sync()
    office.profile.cargo.want(record_id, office.clock.now())

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(blobs.BlobFolder, "append", lambda *_: _told(full))
        office.carrier.step()
    assert "disk is full" in office.carrier._trouble
    office.carry()
    assert office.content(record_id) == CONTENT


def _told(work: Callable[[], None]) -> None:
    with blobs.told_plainly():
        work()


def test_what_nothing_speaks_of_goes_and_the_rest_stays(server: InProcessServer, made: Made) -> None:
    van = made("van")
    record_id = brought(server, van)
    stray = van.profile.blobs.keep([b"nobody speaks of this"])
    fetched = van.profile.blobs._fetched
    fetched.mkdir(parents=True)
    (fetched / ("0" * 64)).write_bytes(b"of a record that left")
    van.profile.cargo.tidy(van.clock.now(), most_bytes=0)
    assert van.content(record_id) == CONTENT  # not sent yet
    assert list(fetched.iterdir()) == []
    assert van.profile.blobs.has(stray.sha256)  # attached here: a month
    van.profile.cargo.tidy(van.clock.now().replace(year=2100), most_bytes=10**12)
    assert not van.profile.blobs.has(stray.sha256)
    assert van.content(record_id) == CONTENT


def test_a_device_that_is_locked_out_keeps_only_what_it_alone_may_have(server: InProcessServer, made: Made) -> None:
    van, office = made("van"), made("office")
    sent = brought(server, van)
    van.carry()
    office.sync()
    office.profile.cargo.want(sent, office.clock.now())
    office.carry()
    record_id, lead_id = new_ids(server)
    office.attach(b"only here" * 50, record_id, lead_id)
    office.profile.store.seal()
    assert list(office.profile.cargo.jobs()) == []
    assert [file.size for file in office.profile.blobs.files()] == [450]


# Planted bugs.


def accepts_anything(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(blobs, "_hash_of_file", lambda path: path.name.partition(".")[0])


def sends_ahead_of_the_record(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(cargo, "_TO_SEND", "SELECT id, body FROM attachment WHERE is_stored = 0 AND id > ? LIMIT ?")


def sends_a_preview_only_before_its_picture(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(cargo, "_TO_SEND", cargo._TO_SEND.replace("OR a.is_preview_stored = 0", ""))


def believes_the_server_that_was(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(cargo, "_TO_SEND", cargo._TO_SEND.replace("m.op = 'create'", "0"))


def forgets_what_was_asked_for(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(cargo.LocalCargo, "_asked_for", lambda *_: iter(()))


def sweeps_what_is_unsent(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(cargo, "_goes", lambda file, *_: file.path.unlink() is None)


def notes_stored_twice(patch: pytest.MonkeyPatch) -> None:
    real = custody.Custody._mark

    def mark(self: custody.Custody, *given: object, **named: object) -> int:
        real(self, *given, **named)  # type: ignore[arg-type]  # passed on as given
        return real(self, *given, **named)  # type: ignore[arg-type]  # passed on as given

    patch.setattr(custody.Custody, "_mark", mark)


@pytest.mark.parametrize(
    ("plant", "check"),
    [
        (accepts_anything, lambda s, m: test_a_download_that_arrives_corrupted_is_fetched_again(s, m, 77_777)),
        (sends_ahead_of_the_record, test_nothing_goes_ahead_of_its_record),
        (sends_a_preview_only_before_its_picture, check_a_restored_server_gets_its_previews_again),
        (believes_the_server_that_was, check_bytes_wait_until_a_restored_server_has_their_record_again),
        (forgets_what_was_asked_for, test_there_and_back),
        (sweeps_what_is_unsent, test_what_nothing_speaks_of_goes_and_the_rest_stays),
        (notes_stored_twice, test_there_and_back),
    ],
)
def test_a_planted_bug_is_noticed(
    server: InProcessServer,
    made: Made,
    plant: Callable[[pytest.MonkeyPatch], None],
    check: Callable[[InProcessServer, Made], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, OSError)):
        check(server, made)
