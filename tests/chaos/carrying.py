"""Files on their way between devices that are killed by SIGKILL in every phase of carrying them."""

import json
import subprocess
from pathlib import Path
from typing import Any

from support.company import Company
from support.mortal_hauler import FETCHER, SENDER
from support.processes import ServerProcess, start

Facts = dict[str, Any]

# The kills of one company; more are spread over more companies, since after each all files that there are get read.
AT_ONCE = 200


def slaughter(folder: Path, company: Company, seed: int, kills: int) -> Facts:
    """Kill a sender and a fetcher so many times: where each kill landed, how many files there were, what is wrong."""
    folder.mkdir(exist_ok=True)
    server = ServerProcess(company.copy_to(folder / "server.db"))
    log = folder / "devices.log"
    killer = start("support.mortal_hauler", folder, server.url, seed, kills, log=log)
    tokens = {name: company.tokens[name] for name in (SENDER, FETCHER)}
    try:
        said, _ = killer.communicate(json.dumps(tokens) + "\n", timeout=3_600)
    except subprocess.TimeoutExpired:
        killer.kill()
        raise
    finally:
        server.stop()
    assert killer.returncode == 0, log.read_text()
    facts: Facts = json.loads(said)
    return facts
