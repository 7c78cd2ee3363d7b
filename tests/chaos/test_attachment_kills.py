"""Killed by SIGKILL in every phase of carrying a file: what was attached arrives, whole, and once."""

import hashlib
import random
from pathlib import Path
from typing import Any

import pytest

from chaos.carrying import slaughter
from storage.profile import BLOBS
from support.company import Company
from support.mortal_hauler import SENDER, Slaughter, content_of


@pytest.mark.timeout(300)
def test_killed_in_every_phase(ground: Path, company: Company, record_property: Any) -> None:
    facts = slaughter(ground, company, random.getrandbits(32), 20)
    record_property("kills", facts["landings"])
    assert facts["wrong"] == []
    assert facts["files"] > 5


def test_what_is_torn_or_gone_is_noticed(tmp_path: Path) -> None:
    slaughter = Slaughter(tmp_path, "", 1, {})
    own = tmp_path / SENDER / BLOBS / "own"
    own.mkdir(parents=True)
    whole = hashlib.sha256(content_of(1)).hexdigest()
    (own / whole).write_bytes(content_of(1))
    slaughter.saved = {1}
    slaughter.look_at(SENDER)
    assert slaughter.wrong == []
    (own / whole).write_bytes(content_of(1)[:-1])
    slaughter.look_at(SENDER)
    assert slaughter.wrong == [f"{SENDER}: {whole} is not what it is called", "1 was saved and is gone"]


@pytest.mark.long
@pytest.mark.timeout(3_600)
def test_killed_two_thousand_times(ground: Path, company: Company) -> None:
    facts = slaughter(ground, company, random.getrandbits(32), 2_000)
    assert facts["wrong"] == []
