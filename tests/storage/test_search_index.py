"""The words of a search are those of what shows, whichever program put them there."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import search_index, show, understanding, visible
from storage.profile import Profile
from storage.queries.filters import LeadFilter
from support.profiles import change_lead, new_lead, open_profile, page, row
from support.search_words import misfiled
from sync.ids import NewId
from sync.kinds import Kind
from sync.records import Lead


def found(profile: Profile, words: str) -> int:
    return profile.queries.leads.count(LeadFilter(words=words))


def _by_name_alone(lead: Lead) -> str:
    return lead.name.replace("Ash", "Esche")


@pytest.fixture
def older() -> Iterator[pytest.MonkeyPatch]:
    """A program that makes other words of a lead, until it is undone."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        yield _older(monkeypatch)
    search_index.words_mark.cache_clear()


def _older(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    tables = {**visible.TABLES}
    tables[Kind.LEAD] = dataclasses.replace(tables[Kind.LEAD], words=_by_name_alone)
    monkeypatch.setattr(show, "TABLES", tables)
    monkeypatch.setattr(search_index, "SEARCHED", tuple(table for table in tables.values() if table.words is not None))
    search_index.words_mark.cache_clear()
    return monkeypatch


def test_a_program_with_other_words_fills_it_anew(
    tmp_path: Path, new_id: NewId, older: pytest.MonkeyPatch
) -> None:
    lead = new_id()
    with open_profile(tmp_path) as profile:
        profile.outbox.record(new_lead(lead, "Ash", need="Boiler"))
        profile.store.absorb(page([row(new_id(), 1, kind="customer", name="Weir")]))
        assert (found(profile, "esche"), found(profile, "boiler")) == (1, 0)
    older.undo()
    search_index.words_mark.cache_clear()
    with open_profile(tmp_path) as profile:
        assert (found(profile, "esche"), found(profile, "boiler")) == (0, 1)
        profile.outbox.record(change_lead(lead, name="Oak"))
        assert (found(profile, "ash"), found(profile, "oak")) == (0, 1)
        with profile.database.write() as tx:
            assert not misfiled(tx._connection)
            turn = tx.value("SELECT turn FROM sync_state")
    with open_profile(tmp_path) as profile, profile.database.read() as tx:
        assert tx.value("SELECT turn FROM sync_state") == turn + 1


def test_it_is_filled_anew_however_many_there_are(
    profile: Profile, new_id: NewId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "_AT_ONCE", 2)
    profile.store.absorb(page([row(new_id(), n, name=f"Ash {n}") for n in range(1, 6)]))
    with profile.database.write() as tx:
        search_index.fill_anew(tx)
    assert found(profile, "ash") == 5


def test_what_only_a_newer_program_can_read_has_no_words(new_id: NewId) -> None:
    assert search_index.words_in(visible.TABLES[Kind.LEAD], new_id(), b'{"name":7}') == ""


def test_leaving_another_program_s_words_would_be_noticed(
    tmp_path: Path, new_id: NewId, older: pytest.MonkeyPatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(understanding, "fill_anew", lambda _: None)
    with pytest.raises(AssertionError):
        test_a_program_with_other_words_fills_it_anew(tmp_path, new_id, older)
