"""A device that was locked out: what the server gave is gone from the disk, what only it has is kept and closed."""

from pathlib import Path
from typing import Any

import pytest

import storage.sealing
import storage.store
from storage.export import read_unsent
from storage.outbox import Draft
from storage.profile import Profile
from storage.queries.filters import LeadFilter
from storage.rescue import discard, pack, unpack
from support.clock import FakeClock
from support.profiles import applied, change_lead, chunk, mutation_of, new_lead, open_profile, page, refused, reply, row
from sync.errors import InvalidInput
from sync.ids import NewId
from sync.kinds import Kind
from sync.protocol import Op

PLENTY = 10**9
CANARY = "Canary Orchard"


def fill(profile: Profile, new_id: NewId) -> list[str]:
    """Records of the server's, one change that waits and one that was refused; the keys of these."""
    theirs = [row(new_id(), number, name=f"{CANARY} {number}", need="x" * 50) for number in range(1, 400)]
    profile.store.absorb(page(theirs, version=400))
    (refused_key,) = profile.outbox.record(new_lead(new_id(), name="Refused"))
    profile.store.settle(reply(refused(profile.store.next_batch(10, PLENTY)[0])))
    (waiting_key,) = profile.outbox.record(new_lead(new_id(), name="Waiting"))
    return [refused_key, waiting_key]


def names(profile: Profile) -> list[str]:
    return sorted(line.record.name for line in profile.queries.leads.page(LeadFilter(), 1_000))


def on_disk(profile: Profile) -> bytes:
    return b"".join(path.read_bytes() for path in profile.folder.iterdir() if path.name.startswith("profile.db"))


def punch(profile: Profile, new_id: NewId) -> None:
    fields: dict[str, Any] = {
        "user_id": new_id(),
        "by_id": new_id(),
        "action": "clock_in",
        "at": "2026-03-02T08:00:00Z",
        "zone": "UTC",
        "utc_offset_minutes": 0,
        "evidence": {"boot_id": "a boot", "monotonic_ms": 1},
    }
    profile.outbox.record(Draft(Op.CREATE, Kind.PUNCH, new_id(), fields))


def check_what_came_from_the_server_is_gone(profile: Profile, new_id: NewId) -> None:
    keys = fill(profile, new_id)
    (profile.folder / "profile-before-step-2.db").write_bytes(CANARY.encode())
    with profile.database.write() as tx:
        tx.run("UPDATE sync_state SET token = 'half way'")
    profile.store.seal()
    assert (profile.store.position().cursor, profile.store.position().token) == ("", "")
    assert names(profile) == ["Refused", "Waiting"]
    assert [item.key for item in profile.store.next_batch(10, PLENTY)] == keys[1:]
    assert CANARY.encode() not in on_disk(profile)
    assert not list(profile.folder.glob("*before-step*"))


def check_nothing_is_changed_and_no_copy_leaves(profile: Profile, new_id: NewId) -> None:
    refused_key, _waiting = fill(profile, new_id)
    profile.store.seal()
    with pytest.raises(InvalidInput, match="locked out"):
        profile.outbox.record(new_lead(new_id()))
    with pytest.raises(InvalidInput, match="locked out"):
        profile.attention.retry(refused_key)
    with pytest.raises(InvalidInput, match="locked out"):
        list(read_unsent(profile.database))
    punch(profile, new_id)


def check_it_goes_on_when_the_person_is_let_in(profile: Profile, new_id: NewId) -> None:
    _refused, waiting = fill(profile, new_id)
    profile.store.seal()
    (item,) = profile.store.next_batch(10, PLENTY)
    assert item.key == waiting
    profile.store.settle(reply(applied(item, 500)))
    sent = row(mutation_of(item).id, 500, name="Waiting")
    profile.store.absorb_chunk(chunk([row(new_id(), 400, name="Back"), sent], cursor="c"))
    assert names(profile) == ["Back", "Refused", "Waiting"]
    profile.outbox.record(change_lead(mutation_of(item).id, name="Waiting no more"))


CHECKS = (
    check_what_came_from_the_server_is_gone,
    check_nothing_is_changed_and_no_copy_leaves,
    check_it_goes_on_when_the_person_is_let_in,
)


@pytest.mark.parametrize("check", CHECKS)
def test_a_locked_out_device(profile: Profile, new_id: NewId, check: Any) -> None:
    check(profile, new_id)


def only_forget(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(storage.sealing, "_OVERWRITE", storage.sealing._AS_BEFORE)


def keep_what_is_shown(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(storage.sealing, "TABLES", {})


def let_anybody_write(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("storage.minting.check_may_mint", lambda _: None)


def stay_closed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(storage.store, "unseal", lambda _: None)


@pytest.mark.parametrize(
    ("plant", "check"),
    [
        (only_forget, check_what_came_from_the_server_is_gone),
        (keep_what_is_shown, check_what_came_from_the_server_is_gone),
        (let_anybody_write, check_nothing_is_changed_and_no_copy_leaves),
        (stay_closed, check_it_goes_on_when_the_person_is_let_in),
    ],
)
def test_a_planted_bug_is_caught(
    profile: Profile, new_id: NewId, monkeypatch: pytest.MonkeyPatch, plant: Any, check: Any
) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, InvalidInput, pytest.fail.Exception)):
        check(profile, new_id)


def test_it_is_taken_to_another_device_under_the_same_keys(
    profile: Profile, tmp_path: Path, clock: FakeClock, new_id: NewId
) -> None:
    refused_key, waiting = fill(profile, new_id)
    profile.store.seal()
    piece, count = pack(profile.database)
    assert count == 2
    with open_profile(tmp_path / "another", clock) as other:
        other.outbox.record(new_lead(new_id(), name="Its own"))
        assert unpack(other.database, piece) == 2
        assert unpack(other.database, piece) == 0
        assert names(other) == ["Its own", "Refused", "Waiting"]
        batch = other.store.next_batch(10, PLENTY)
        assert [item.seq for item in batch] == [1, 2]
        assert batch[1].key == waiting
        assert bytes(batch[1].mutation) == bytes(profile.store.next_batch(1, PLENTY)[0].mutation)
        assert [line.change.key for line in other.queries.sync.attention()] == [refused_key]
    assert discard(profile.database, new_id) == 2
    assert names(profile) == []
    assert profile.store.next_batch(10, PLENTY) == ()


@pytest.mark.parametrize("piece", [b"", b"{}", b'{"format": 2, "items": []}', b"\xff"])
def test_what_is_no_rescue_file_changes_nothing(profile: Profile, piece: bytes) -> None:
    with pytest.raises(InvalidInput, match="not a rescue file"):
        unpack(profile.database, piece)
