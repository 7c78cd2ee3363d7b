"""Devices killed by SIGKILL hundreds of times, anywhere: what was saved is there once, what was not is not."""

import json
import random
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from support.company import Company
from support.journal import Journal
from support.judge import Books, DeviceFile, judge
from support.mortal_device import PHASES
from support.processes import ServerProcess, start
from support.theatre import DEVICES

Landing = dict[str, Any]


def slaughter(folder: Path, company: Company, seed: int, kills: int) -> list[Landing]:
    """Kill devices so many times and judge what is left; where each kill landed."""
    books = Books(company.copy_to(folder / "server.db"))
    before = books.counts()
    server = ServerProcess(books.file)
    ids = {device: company.ids[person] for device, person in DEVICES.items()}
    killer = start("support.mortal_device", folder, server.url, seed, kills, log=folder / "devices.log")
    try:
        said, _ = killer.communicate(json.dumps({"tokens": company.tokens, "ids": ids}) + "\n", timeout=2_000)
    except subprocess.TimeoutExpired:
        killer.kill()
        raise
    finally:
        server.stop()
    assert killer.returncode == 0, (folder / "devices.log").read_text()
    facts = json.loads(said)
    devices = [DeviceFile(folder / name, sees_all=not name.startswith("van")) for name in facts["devices"]]
    findings = judge(books, devices, Journal.read(folder / "journal.jsonl"), before)
    assert findings.names == set(), (seed, findings)
    assert not any(device.parked() for device in devices), "nobody gave the server a reason to refuse"
    landings: list[Landing] = facts["landings"]
    return landings


def table_of(landings: list[Landing]) -> str:
    """Kills by phase: inside a transaction, outside of one."""
    inside = Counter(one["phase"] for one in landings if one["is_in_transaction"])
    outside = Counter(one["phase"] for one in landings if not one["is_in_transaction"])
    return "\n".join(f"{phase:12} {inside[phase]:6} {outside[phase]:6}" for phase in PHASES)


def check_spread(landings: list[Landing], least: int, record_property: Any) -> None:
    table = table_of(landings)
    print(table)
    record_property("kills", table)
    assert len(landings) >= least
    assert sum(one["is_in_transaction"] for one in landings) * 2 >= len(landings), table
    assert {one["phase"] for one in landings} >= set(PHASES) - {"between"}, table


@pytest.mark.timeout(400)
def test_killed_anywhere(tmp_path: Path, company: Company, record_property: Any) -> None:
    landings = slaughter(tmp_path, company, random.getrandbits(32), 220)
    check_spread(landings, 200, record_property)


@pytest.mark.long
@pytest.mark.timeout(2_400)
def test_killed_thousands_of_times(tmp_path: Path, company: Company, record_property: Any) -> None:
    landings = slaughter(tmp_path, company, random.getrandbits(32), 3_000)
    check_spread(landings, 3_000, record_property)
