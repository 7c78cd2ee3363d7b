"""The disk fails at any read, write or flush: nothing that was called saved is lost, nothing is there twice (P1)."""

from pathlib import Path

import pytest

from chaos.faulty_disk import Fault, FaultyDisk, faulty_disk
from chaos.io_faults import KINDS, strike
from chaos.planted import DISK
from storage.profile import Profile
from storage.queries.filters import LeadFilter
from support.profiles import open_profile
from sync.errors import StorageTrouble

pytestmark = [pytest.mark.logs, pytest.mark.timeout(400)]


def test_a_slice_of_the_faults(ground: Path) -> None:
    tally = strike(ground, stride=23)
    assert tally.wrong == []
    assert tally.points > 500
    assert tally.hits >= tally.days - 1
    assert len(tally.troubles) == 4


def test_a_screen_that_cannot_read_is_told_so(ground: Path) -> None:
    """At each point of its reading, as storage trouble, and the next reading works."""
    with faulty_disk(ground) as disk, open_profile(ground / "profile") as profile:
        for point in range(1, 100):
            profile.database._drop_readers()
            disk.fault = Fault(len(disk.calls) + point)
            if not _is_told(profile, disk):
                break
            assert profile.queries.leads.count(LeadFilter()) == 0
        assert point > 3


def _is_told(profile: Profile, disk: FaultyDisk) -> bool:
    try:
        profile.queries.leads.count(LeadFilter())
    except StorageTrouble:
        return True
    finally:
        disk.mend()
    return False


@pytest.mark.parametrize("bug", DISK)
def test_a_planted_bug_is_found(ground: Path, monkeypatch: pytest.MonkeyPatch, bug: str) -> None:
    planted = DISK[bug]
    assert not strike(ground, 9, planted.call).wrong
    monkeypatch.setattr(planted.where, planted.name, planted.wrong)
    assert strike(ground, call=planted.call, stops=True).wrong


@pytest.mark.long
@pytest.mark.timeout(3_600)
def test_every_fault_at_every_point(ground: Path) -> None:
    tally = strike(ground)
    assert tally.wrong == []
    assert tally.days == tally.points * len(KINDS) + 1
