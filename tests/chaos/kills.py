"""The real client core, killed by SIGKILL anywhere, and the books balanced at the end."""

import json
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

from support.company import Company
from support.journal import Journal
from support.judge import Books, DeviceFile, Findings, judge
from support.mortal_device import PHASES
from support.processes import ServerProcess, start
from support.theatre import DEVICES

Landing = dict[str, Any]

# The devices of one company; more kills are spread over more companies, since every birth fetches all there is.
AT_ONCE = 1_000


def slaughter(folder: Path, company: Company, seed: int, kills: int) -> tuple[list[Landing], Findings]:
    """Kill devices so many times and judge what is left; where each kill landed."""
    folder.mkdir(exist_ok=True)
    books = Books(company.copy_to(folder / "server.db"))
    before = books.counts()
    server = ServerProcess(books.file)
    ids = {device: company.ids[person] for device, person in DEVICES.items()}
    killer = start("support.mortal_device", folder, server.url, seed, kills, log=folder / "devices.log")
    try:
        said, _ = killer.communicate(json.dumps({"tokens": company.tokens, "ids": ids}) + "\n", timeout=3_600)
    except subprocess.TimeoutExpired:
        killer.kill()
        raise
    finally:
        server.stop()
    assert killer.returncode == 0, (folder / "devices.log").read_text()
    facts = json.loads(said)
    devices = [DeviceFile(folder / name, sees_all=not name.startswith("van")) for name in facts["devices"]]
    findings = judge(books, devices, Journal.read(folder / "journal.jsonl"), before)
    # Nobody gave the server a reason to refuse.
    findings.disagreeing += [f"{device.name}: {device.parked()}" for device in devices if device.parked()]
    return facts["landings"], findings


def table_of(landings: list[Landing]) -> dict[str, tuple[int, int]]:
    """Kills by phase: inside a transaction, outside of one."""
    inside = Counter(one["phase"] for one in landings if one["is_in_transaction"])
    outside = Counter(one["phase"] for one in landings if not one["is_in_transaction"])
    return {phase: (inside[phase], outside[phase]) for phase in PHASES}
