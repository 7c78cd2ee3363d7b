"""What the program writes into records is the same in every language, and is read in the reader's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from client.said import as_read, as_stored
from client.session import Session
from support.fieldwork import open_field
from sync import language
from sync.records import Punch
from sync.terms import Action

GERMAN = {
    "On site": "Vor Ort",
    "Undone right away": "Gleich zurückgenommen",
    "Asked about {since} to {until}": "Nachgefragt zu {since} bis {until}",
    "Signature of {name}.png": "Unterschrift von {name}.png",
}


@pytest.fixture
def german() -> Iterator[None]:
    language.use(lambda _context, text: GERMAN.get(text, text))
    yield
    language.use(None)


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[Session]:
    with open_field(tmp_path) as field:
        yield field.session("worker")


def stored(worker: Session) -> tuple[str, str]:
    """The source of a lead that was caught on a job, and the reason of a punch that was undone."""
    lead = worker.leads.get(worker.leads.capture("Orchard House", "1", on_a_job=True))
    voided = worker.time.undo(worker.time.clock_in().punch_id)
    found = worker._desk.file.queries.timesheet.punch(voided.punch_id)
    assert lead is not None
    assert found is not None
    assert isinstance(found.record, Punch)
    assert found.record.action is Action.VOID
    return lead.lead.source, found.record.reason


def test_no_record_is_in_the_language_of_whoever_made_it(worker: Session, german: None) -> None:
    assert stored(worker) == ("On site", "Undone right away")


def test_a_planted_translation_in_a_record_is_caught(
    worker: Session, german: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("client.leads.ON_SITE", "client.punching.UNDONE"):
        monkeypatch.setattr(name, GERMAN[stored(worker)[name.endswith("UNDONE")]])
    assert stored(worker) == ("Vor Ort", "Gleich zurückgenommen")


def test_each_reads_it_in_their_own_language_and_what_people_wrote_as_they_wrote_it(german: None) -> None:
    for kept, read in (
        ("On site", "Vor Ort"),
        ("Asked about 12:00 to 12:45", "Nachgefragt zu 12:00 bis 12:45"),
        ("Signature of J. Fenwick.png", "Unterschrift von J. Fenwick.png"),
        ("Vor Ort", "Vor Ort"),
        ("En el lugar", "En el lugar"),
        ("On site, WO-1042", "On site, WO-1042"),
        ("", ""),
    ):
        assert as_read(kept) == read
    assert as_stored("Vor Ort") == "On site"
    assert as_stored("Messe") == "Messe"
