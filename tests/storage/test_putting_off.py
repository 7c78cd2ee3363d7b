"""Indexes that are put off while a table is filled for the first time are all there afterwards, whatever happens."""

from collections.abc import Callable
from pathlib import Path

import pytest

import storage.absorbing
import storage.putting_off
import storage.store
from storage.profile import Profile
from storage.queries.filters import LeadFilter, LeadOrder
from support.profiles import chunk, new_lead, open_profile, page, row
from sync.ids import NewId

NAMES = ("Willow", "Ash", "Maple", "Elm", "Birch", "Oak")


@pytest.fixture(autouse=True)
def everything_is_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage.putting_off, "WORTH_IT", 1)


def indexes(profile: Profile) -> list[tuple[object, ...]]:
    with profile.database.read() as tx:
        return tx.all("SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name")


def begin(profile: Profile, new_id: NewId) -> None:
    profile.store.absorb_chunk(chunk([row(new_id(), 1, name=name) for name in NAMES[:3]], token="more"))


def end(profile: Profile, new_id: NewId) -> None:
    profile.store.absorb_chunk(chunk([row(new_id(), 2, name=name) for name in NAMES[3:]], cursor="far"))


def names(profile: Profile) -> list[str]:
    return [marked.record.name for marked in profile.queries.leads.page(LeadFilter(order=LeadOrder.NAME), 10)]


def test_a_long_snapshot_puts_them_off_and_makes_up_for_them(profile: Profile, new_id: NewId) -> None:
    before = indexes(profile)
    begin(profile, new_id)
    assert {name for name, _ in before} - {name for name, _ in indexes(profile)} >= {"lead_name", "lead_phone"}
    # It is slower meanwhile, and just as right: what shows, what is found, what is written.
    profile.outbox.record(new_lead(new_id(), "Hazel"))
    assert names(profile) == ["Ash", "Hazel", "Maple", "Willow"]
    assert len(profile.queries.leads.page(LeadFilter(words="map"), 10)) == 1
    end(profile, new_id)
    assert indexes(profile) == before
    assert names(profile) == sorted((*NAMES, "Hazel"))


def test_ended_in_between_it_goes_on_and_makes_up_for_them(tmp_path: Path, new_id: NewId) -> None:
    with open_profile(tmp_path) as profile:
        before = indexes(profile)
        begin(profile, new_id)
    with open_profile(tmp_path) as profile:
        assert indexes(profile) != before
        end(profile, new_id)
        assert indexes(profile) == before


def is_killed(*_: object) -> None:
    raise KeyboardInterrupt


def end_without_making_up(profile: Profile, new_id: NewId, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(storage.store, "make_up", is_killed)
        with pytest.raises(KeyboardInterrupt):
            end(profile, new_id)


def test_ended_before_they_were_built_the_next_start_builds_them(
    tmp_path: Path, new_id: NewId, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_profile(tmp_path) as profile:
        before = indexes(profile)
        begin(profile, new_id)
        end_without_making_up(profile, new_id, monkeypatch)
        assert indexes(profile) != before
    with open_profile(tmp_path) as profile:
        assert indexes(profile) == before


def test_without_a_start_the_next_pull_builds_them(
    profile: Profile, new_id: NewId, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = indexes(profile)
    begin(profile, new_id)
    end_without_making_up(profile, new_id, monkeypatch)
    profile.store.absorb(page([], cursor="farther"))
    assert indexes(profile) == before


def test_what_is_not_worth_it_keeps_its_indexes(
    profile: Profile, new_id: NewId, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = indexes(profile)
    with monkeypatch.context() as patch:
        patch.setattr(storage.putting_off, "WORTH_IT", 4)
        begin(profile, new_id)
    assert indexes(profile) == before
    monkeypatch.setattr(storage.putting_off, "_FEW", 3)  # as many as are there by now
    profile.store.absorb_chunk(chunk([row(new_id(), 2, name="Yew")], token="further"))
    assert indexes(profile) == before
    profile.store.absorb_chunk(chunk([], cursor="far"))
    profile.store.rebuild(["lead"])
    monkeypatch.setattr(storage.putting_off, "_FEW", 2_000)
    profile.store.absorb_chunk(chunk([row(new_id(), 2, name="Fir")], token="more"))
    assert indexes(profile) == before


def forgets_what_it_dropped(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(storage.putting_off, "_NOTE", "UPDATE put_off SET name = ? WHERE made_by = ?")


def ticks_off_without_building(patch: pytest.MonkeyPatch) -> None:
    missing = storage.putting_off._MISSING.replace("p.made_by", "'SELECT 1'")
    patch.setattr(storage.putting_off, "_MISSING", missing)


def drops_again_and_again(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(storage.putting_off, "_IS_NEW", "SELECT ?1 AND '{kind}' <> ''")


@pytest.mark.parametrize("plant", [forgets_what_it_dropped, ticks_off_without_building])
def test_a_planted_bug_is_caught(
    tmp_path: Path, new_id: NewId, monkeypatch: pytest.MonkeyPatch, plant: Callable[[pytest.MonkeyPatch], None]
) -> None:
    plant(monkeypatch)
    with pytest.raises(AssertionError):
        test_ended_in_between_it_goes_on_and_makes_up_for_them(tmp_path, new_id)


def test_dropping_where_it_is_not_worth_it_is_caught(
    profile: Profile, new_id: NewId, monkeypatch: pytest.MonkeyPatch
) -> None:
    drops_again_and_again(monkeypatch)
    with pytest.raises(AssertionError):
        test_what_is_not_worth_it_keeps_its_indexes(profile, new_id, monkeypatch)


def test_what_is_dropped_is_noted_in_the_same_transaction(
    profile: Profile, new_id: NewId, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = indexes(profile)
    with monkeypatch.context() as patch:
        patch.setattr(storage.absorbing, "_absorb", is_killed)
        with pytest.raises(KeyboardInterrupt):
            begin(profile, new_id)
    assert indexes(profile) == before
