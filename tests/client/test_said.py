"""What the program writes into records is the same in every language, and is read in the reader's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from client.refusals import in_our_words
from client.said import as_read, as_stored
from client.session import Session
from client.views import SyncItem
from storage.outbox import Draft
from support.fieldwork import Field, open_field
from sync import language
from sync.kinds import Kind
from sync.protocol import Op
from sync.records import Punch
from sync.terms import Action

GERMAN = {
    "On site": "Vor Ort",
    "Undone right away": "Gleich zurückgenommen",
    "Asked about {since} to {until}": "Nachgefragt zu {since} bis {until}",
    "Signature of {name}.png": "Unterschrift von {name}.png",
    "{name} is needed.": "{name} fehlt.",
    "{name} is too long ({count} characters).": "{name} ist zu lang ({count} Zeichen).",
    "This {kind} was not found.": "Nicht gefunden: {kind}.",
    "Somebody else has changed {names} meanwhile. Both are kept.": "Auch geändert: {names}.",
    "work order": "Auftrag",
    "phone": "Telefon",
}


def speak_german() -> None:
    language.use(lambda _context, text: GERMAN.get(text, text))


@pytest.fixture
def german() -> Iterator[None]:
    speak_german()
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


def refused(field: Field) -> SyncItem:
    """What an older program might have saved, and what came of it at a server that speaks English."""
    worker = field.session("worker")
    desk = worker._desk
    desk.file.outbox.record(Draft(Op.CREATE, Kind.LEAD, desk.new_id(), {"name": "", "phone": "1" * 300}))
    language.use(None)
    worker.sync.once(10)
    speak_german()
    (item,) = worker.sync.attention()
    return item


def test_a_refusal_is_told_in_the_readers_language(tmp_path: Path, german: None) -> None:
    with open_field(tmp_path) as field:
        item = refused(field)
    assert item.field_problems == {"name": "Name fehlt.", "phone": "Telefon ist zu lang (300 Zeichen)."}
    assert item.reason == item.server_text == "Name fehlt. Telefon ist zu lang (300 Zeichen)."


def test_a_planted_refusal_in_english_is_caught(
    tmp_path: Path, german: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("client.refusals.field_problems", lambda *_: [])
    with open_field(tmp_path) as field:
        assert refused(field).field_problems["name"] == "Name is needed."


def test_the_servers_sentences_are_known_and_others_are_left_as_they_are(german: None) -> None:
    for said, read in (
        ("This work order was not found.", "Nicht gefunden: Auftrag."),
        ("Somebody else has changed phone, need meanwhile. Both are kept.", "Auch geändert: Telefon, need."),
        ("Notes are added in your own name.", "Notes are added in your own name."),
        ("Come back on Monday.", "Come back on Monday."),
    ):
        assert in_our_words(said) == read
