"""Attachments as people use them: kept here first, sent by themselves, seen on the other device."""

import errno
import io
import os
from collections.abc import Callable
from pathlib import Path, PosixPath
from typing import Any

import pytest
from PIL import Image

from client.pictures import Size
from client.session import Session
from client.views import AttachmentLine, Mark, Where
from storage.blobs import BlobFolder
from support.processes import wait_until
from sync.blobs import MAX_CONTENT_BYTES
from sync.cargo import Job
from sync.errors import DiskFull, InvalidInput
from sync.kinds import Kind
from sync.terms import Purpose, Status

OpenSession = Callable[..., Session]


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "boiler.jpg"
    Image.effect_noise((1_200, 900), 80).save(file, "JPEG")
    return file


def with_order(session: Session) -> str:
    return session.work_orders.create({"title": "Boiler", "status": Status.ASSIGNED, "assignee_id": session.me.id})


def only(session: Session, subject_id: str) -> AttachmentLine:
    (line,) = session.attachments.of(subject_id)
    return line


def test_a_photo_from_the_van_to_the_office(open_session: OpenSession, photo: Path, tmp_path: Path) -> None:
    van, office = open_session("worker"), open_session("office")
    order = with_order(van)
    van.attachments.attach(Kind.WORK_ORDER, order, photo)
    line = only(van, order)
    assert (line.where, line.mark, line.purpose) == (Where.HERE, Mark.SAVED_HERE, Purpose.PHOTO)
    assert line.preview is not None

    van.sync.once(10)
    assert (only(van, order).where, only(van, order).mark) == (Where.SENT, Mark.SENT)

    office.sync.once(10)
    there = only(office, order)
    assert (there.where, there.is_mine, there.name) == (Where.THERE, False, "boiler.jpg")
    assert there.preview is not None  # fetched ahead
    with pytest.raises(InvalidInput, match="Fetch it first"):
        office.attachments.save_copy(there.id, tmp_path / "copy.jpg")
    office.attachments.fetch(there.id)
    office.sync.once(10)
    assert only(office, order).where is Where.SENT
    copy = office.attachments.save_copy(there.id, tmp_path / "copy.jpg")
    with Image.open(copy) as image:
        assert image.size == (1_200, 900)


def test_the_threads_carry_it_too(open_session: OpenSession, photo: Path) -> None:
    van, office = open_session("worker"), open_session("office")
    van.start()
    office.start()
    order = with_order(van)
    attachment_id = van.attachments.attach(Kind.WORK_ORDER, order, photo)
    wait_until(lambda: only(van, order).where is Where.SENT, "the photo is sent")
    wait_until(lambda: any(line.preview for line in office.attachments.of(order)), "the preview is there")
    office.attachments.fetch(attachment_id)
    wait_until(lambda: only(office, order).where is Where.SENT, "the photo is there")


def test_what_is_no_photo_goes_as_it_is(open_session: OpenSession, tmp_path: Path) -> None:
    van = open_session("worker")
    lead = van.leads.create({"name": "Ann"})
    for name, content in (("plan.pdf", b"%PDF-1.7"), ("x.unknown-type", b"?"), ("CON", b"!")):
        (tmp_path / name).write_bytes(content)
        van.attachments.attach(Kind.LEAD, lead, tmp_path / name)
    van.sync.once(10)
    lines = van.attachments.of(lead)
    assert [line.name for line in lines] == ["plan.pdf", "x.unknown-type", "_CON"]
    assert {line.where for line in lines} == {Where.SENT}
    assert van.attachments.copy_to_open(lines[0].id).read_bytes() == b"%PDF-1.7"
    with pytest.raises(InvalidInput, match="Save a copy"):
        van.attachments.copy_to_open(lines[1].id)


@pytest.mark.parametrize(("size", "width"), [(Size.SMALL, 1024), (Size.ORIGINAL, 1200), (None, 1200)])
def test_sizes(open_session: OpenSession, photo: Path, tmp_path: Path, size: Size | None, width: int) -> None:
    van = open_session("worker")
    lead = van.leads.create({"name": "Ann"})
    attachment_id = van.attachments.attach(Kind.LEAD, lead, photo, size)
    with Image.open(van.attachments.save_copy(attachment_id, tmp_path / "copy")) as image:
        assert image.width == width


def test_a_signature_says_whose_it_is_and_when(open_session: OpenSession) -> None:
    van = open_session("worker")
    order = with_order(van)
    stream = io.BytesIO()
    Image.new("RGB", (300, 100), "white").save(stream, "PNG")
    with pytest.raises(InvalidInput, match="name is needed"):
        van.attachments.sign(order, "  ", stream.getvalue())
    van.attachments.sign(order, "J. Fenwick", stream.getvalue())
    line = only(van, order)
    assert (line.name, line.purpose) == ("Signature of J. Fenwick.png", Purpose.SIGNATURE)
    assert line.taken_at is not None


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda file: file.write_bytes(b""), "is empty"),
        (lambda file: file.mkdir(), "is not a file"),
        (lambda file: None, "can't be read"),
        (lambda file: (file.touch(), os.truncate(file, MAX_CONTENT_BYTES + 1)), "at most 100 MB"),
    ],
)
def test_what_cannot_be_attached(
    open_session: OpenSession, tmp_path: Path, make: Callable[[Path], object], told: str
) -> None:
    van = open_session("worker")
    lead = van.leads.create({"name": "Ann"})
    make(tmp_path / "thing")
    with pytest.raises(InvalidInput, match=rf"{told}.*Nothing was attached\."):
        van.attachments.attach(Kind.LEAD, lead, tmp_path / "thing")
    assert van.attachments.of(lead) == ()


def test_a_full_disk_is_told_and_nothing_is_attached(
    open_session: OpenSession, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    van = open_session("worker")
    lead = van.leads.create({"name": "Ann"})
    unsent = van.sync.status().waiting

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("storage.blobs._write", full)
    with pytest.raises(DiskFull, match="The disk is full"):
        van.attachments.attach(Kind.LEAD, lead, photo)
    assert van.attachments.of(lead) == ()
    assert van.sync.status().waiting == unsent
    assert [file for file in van.folder.rglob("attachments/*/*") if file.is_file()] == []


def test_what_was_removed_is_not_sent(open_session: OpenSession, photo: Path) -> None:
    van = open_session("worker")
    lead = van.leads.create({"name": "Ann"})
    attachment_id = van.attachments.attach(Kind.LEAD, lead, photo)
    van.attachments.remove(attachment_id)
    assert van.attachments.of(lead) == ()
    van.sync.once(10)
    assert van._line.carriage.progress.left == 0


def test_held_back_it_waits_unless_it_is_asked_for(open_session: OpenSession, photo: Path) -> None:
    van, office = open_session("worker"), open_session("office")
    for session in (van, office):
        session.settings.put("attachments_network", "held")
    order = with_order(van)
    attachment_id = van.attachments.attach(Kind.WORK_ORDER, order, photo)
    van.sync.once(10)
    assert (only(van, order).mark, only(van, order).where) == (Mark.SENT, Where.HERE)
    van.settings.put("attachments_network", "any")
    van.sync.once(10)
    assert only(van, order).where is Where.SENT
    office.sync.once(10)
    assert (only(office, order).where, only(office, order).preview) == (Where.THERE, None)
    office.attachments.fetch(attachment_id)
    office.sync.once(10)
    assert only(office, order).where is Where.SENT


def test_the_bytes_wait_for_their_record(
    open_session: OpenSession, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    van = open_session("worker")
    lead = van.leads.create({"name": "Ann"})
    van.sync.once(10)
    record = van.attachments.attach(Kind.LEAD, lead, photo)
    asked: list[str] = []
    port = van._line.carriage._port
    real = port.begin

    def begin(job: Job) -> int:
        asked.append(job.attachment_id)
        return real(job)

    monkeypatch.setattr(port, "begin", begin)
    van._line.carriage.once(1)
    assert asked == []
    van.sync.once(10)
    assert asked[0] == record


@pytest.mark.logs
def test_a_file_that_was_damaged_here_is_neither_shown_nor_sent(open_session: OpenSession, photo: Path) -> None:
    van = open_session("worker")
    lead = van.leads.create({"name": "Ann"})
    attachment_id = van.attachments.attach(Kind.LEAD, lead, photo)
    file = BlobFolder(van.folder / "attachments")
    sha256 = van._desk.file.queries.attachments.get(attachment_id).record.sha256
    content = file.path(sha256).read_bytes()
    file.path(sha256).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    van.sync.once(10)
    assert only(van, lead).where is Where.ELSEWHERE
    with pytest.raises(InvalidInput):
        van.attachments.copy_to_open(attachment_id)


class Growing(PosixPath):
    """A file that a camera is still writing."""

    def open(self, *given: Any, **named: Any) -> Any:
        with super().open("ab") as stream:
            stream.write(b"half")
        return _Watched(super().open(*given, **named), self)


class _Watched(io.BufferedReader):
    def __init__(self, stream: Any, file: Path) -> None:
        super().__init__(stream.detach())
        self._file = file

    def read(self, size: int | None = -1, /) -> bytes:
        found = super().read(size)
        with Path(self._file).open("ab") as stream:
            stream.write(b" and half")
        return found


def test_half_a_file_is_not_attached(open_session: OpenSession, tmp_path: Path) -> None:
    session = open_session("worker")
    order = with_order(session)
    (tmp_path / "photo.txt").write_bytes(b"The first")
    with pytest.raises(InvalidInput, match=r"being written just now.*Nothing was attached"):
        session.attachments.attach(Kind.WORK_ORDER, order, Growing(tmp_path / "photo.txt"))
    assert session.attachments.of(order) == ()
