"""Devices killed by SIGKILL hundreds of times, anywhere: what was saved is there once, what was not is not."""

import random
from pathlib import Path
from typing import Any

import pytest

from chaos.kills import AT_ONCE, Landing, slaughter, table_of
from support.company import Company
from support.judge import Findings
from support.mortal_device import PHASES


def check_spread(landings: list[Landing], least: int, record_property: Any) -> None:
    table = table_of(landings)
    record_property("kills", table)
    assert len(landings) >= least
    assert sum(one["is_in_transaction"] for one in landings) * 2 >= len(landings), table
    assert {one["phase"] for one in landings} >= set(PHASES) - {"between"}, table


@pytest.mark.timeout(400)
def test_killed_anywhere(ground: Path, company: Company, record_property: Any) -> None:
    landings, findings = slaughter(ground, company, random.getrandbits(32), 220)
    assert findings == Findings()
    check_spread(landings, 200, record_property)


@pytest.mark.long
@pytest.mark.timeout(3_600)
def test_killed_ten_thousand_times(ground: Path, company: Company, record_property: Any) -> None:
    landings: list[Landing] = []
    for number in range(10_000 // AT_ONCE):
        landed, findings = slaughter(ground / f"{number}", company, random.getrandbits(32), AT_ONCE)
        assert findings == Findings()
        landings += landed
    check_spread(landings, 10_000, record_property)
