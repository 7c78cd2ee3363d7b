"""One round each of ours and of the floor, every time on fresh copies and with fresh processes."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.company import peak_mib, serving, start, stop


class Round(NamedTuple):
    seconds: float
    count: int
    peak_mib: float
    server_peak_mib: float = 0.0


def run_ours(
    what: str, profile: Path, server: Path, token: str, under: Sequence[str] = (), over: Sequence[str] = ()
) -> Round:
    """`under` and `over` are what the device's and the server's process are watched by."""
    with serving(server, over) as running:
        found = _ask(("benchmarks.device", what, str(profile), running.url, token), under)
        return Round(*found, peak_mib(running.process.pid))


def run_floor(what: str, profile: Path, server: Path) -> Round:
    process = start(("benchmarks.floor", "serve", str(server)))
    assert process.stdout is not None
    port = json.loads(process.stdout.readline())["port"]
    found = Round(*_ask(("benchmarks.floor", what, str(profile / "profile.db"), str(port)), ()))
    process.wait(30)
    stop(process)
    return found


def _ask(arguments: Sequence[str], under: Sequence[str]) -> tuple[float, int, float]:
    process = start(arguments, under)
    output, _ = process.communicate(timeout=900)
    assert process.returncode == 0, arguments
    facts = json.loads(output.splitlines()[-1])
    return facts["seconds"], facts["count"], facts["peak_mib"]
