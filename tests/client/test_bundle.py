"""What goes to support holds nothing that anybody typed, and nothing that opens a door."""

import json
import logging
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from client import bundle as packing
from client.home import Home
from client.log_file import log_file
from client.redaction import Redactor
from client.session import Session
from storage.outbox import Draft
from support.fieldwork import Field, open_field
from sync.kinds import Kind
from sync.protocol import Op

CANARIES = ("Orchard", "Quay Lane", "020 7946 0744", "02079460744", "office@orchard", "boiler hums", "sf1_", "0161")
Plant = Callable[[pytest.MonkeyPatch], None]


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Field]:
    with open_field(tmp_path_factory.mktemp("field")) as made:
        yield made


@pytest.fixture(scope="module")
def session(field: Field) -> Session:
    """Full of what must not leave it: in records, in what is parked, and in the log."""
    made = field.session("worker")
    lead = made.leads.create({"name": "Orchard House", "phone": "020 7946 0744", "address": "91 Quay Lane"})
    made.leads.add_note(lead, "The boiler hums")
    made.sync.once(10)
    desk = made._desk
    bad = {"name": "Orchard Café", "phone": "0161 " * 60}
    desk.file.outbox.record(Draft(Op.CREATE, Kind.LEAD, desk.new_id(), bad))
    made.sync.once(10)
    with log_file(made.home):
        log = logging.getLogger("streamflow.test")
        log.info("Ring 020 7946 0744 or office@orchard.example about 'Orchard House', says %s", made.profile.name)
        log.info("The token is sf1_%s", "Ab3" * 20)
        try:
            raise ValueError("Orchard House, 91 Quay Lane: the boiler hums")  # noqa: TRY301 as foreign code does
        except ValueError:
            log.exception("Something failed in /srv/ann/Quay Lane/orchard.csv")
    return made


def texts(file: Path) -> dict[str, str]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def check_nothing_leaks(session: Session, folder: Path) -> None:
    session.bundle.save(folder / "bundle.zip")
    own = (session.profile.email, session.profile.name, session.profile.organisation, "Lead", str(Path.home()))
    for name, text in texts(folder / "bundle.zip").items():
        for canary in (*CANARIES, *(one for one in own if one not in ("Worker", "Lead", "Acme"))):
            assert canary not in text, (name, canary)


@pytest.mark.logs
def test_nothing_leaks(session: Session, tmp_path: Path) -> None:
    check_nothing_leaks(session, tmp_path)


@pytest.mark.logs
def test_it_says_what_support_needs(session: Session, tmp_path: Path) -> None:
    parts = session.bundle.collect()
    assert session.bundle.save(tmp_path / "bundle.zip", parts) == len(parts)
    assert texts(tmp_path / "bundle.zip") == parts  # what was looked at is what is saved
    data = json.loads(parts["data.json"])
    assert data["held"]["lead"] == 1
    assert data["parked"] == {"lead.invalid": 1}
    assert data["bytes"]["profile.db"] > 0
    assert {check["name"] for check in json.loads(parts["checks.json"])} >= {"disk", "server", "sign-in", "clock"}
    log = parts["log.txt"]
    assert "Something failed" in log
    assert "test_bundle.py:" in log
    assert "ValueError" in log


def test_an_id_stays_and_a_number_goes() -> None:
    record_id = "0190a000-0000-7000-8000-0000000000aa"
    told = Redactor(["Ann Webb"]).sentence(f"Record {record_id} of ann webb, +44 161 496 0000, took 250 ms")
    assert told == f"Record {record_id} of …, …, took 250 ms"


def leave_the_log_as_it_is(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Redactor, "log", lambda _self, text: text)


def keep_what_was_raised(patch: pytest.MonkeyPatch) -> None:
    real = Redactor.log
    patch.setattr(Redactor, "log", lambda self, text: real(self, text) + "\n" + text.splitlines()[-1])


def count_by_name(patch: pytest.MonkeyPatch) -> None:
    real = packing.take_census

    def census(database: packing.Any) -> packing.Any:
        with database.read() as tx:
            tx_names = {body.decode(): 1 for (body,) in tx.all("SELECT body FROM lead")}
        found = real(database)
        return type(found)(found.rows, tx_names, found.waiting, found.parked, found.oldest)

    patch.setattr(packing, "take_census", census)


@pytest.mark.logs
@pytest.mark.parametrize("plant", [leave_the_log_as_it_is, keep_what_was_raised, count_by_name])
def test_a_planted_leak_is_caught(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plant: Plant
) -> None:
    plant(monkeypatch)
    with pytest.raises(AssertionError):
        check_nothing_leaks(session, tmp_path)


@pytest.mark.logs
def test_the_home_without_a_log_has_a_bundle_all_the_same(session: Session, tmp_path: Path) -> None:
    empty = packing.Bundle(Home.at(tmp_path), session._desk, session.people, session.sync)
    assert empty.collect()["log.txt"] == ""
