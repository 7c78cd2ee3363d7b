"""One round each of ours and of the floor, every time on fresh copies and with fresh processes."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.company import peak_mib, serving, start, stop
from benchmarks.scene import Scene


class Round(NamedTuple):
    seconds: float
    rows: int
    peak_mib: float
    server_peak_mib: float = 0.0


class Watch(NamedTuple):
    """The commands under which the device's and the server's process run, if any."""

    device: Sequence[str] = ()
    server: Sequence[str] = ()


UNWATCHED = Watch()


def run_ours(what: str, profile: Path, server: Path, token: str, watch: Watch = UNWATCHED) -> Round:
    with serving(server, watch.server) as running:
        found = _ask(("benchmarks.device", what, str(profile), running.url, token), watch.device)
        return Round(*found, peak_mib(running.process.pid))


def run_floor(what: str, profile: Path, server: Path, watch: Watch = UNWATCHED) -> Round:
    process = start(("benchmarks.floor", "serve", str(server)), watch.server)
    assert process.stdout is not None
    port = json.loads(process.stdout.readline())["port"]
    found = Round(*_ask(("benchmarks.floor", what, str(profile / "profile.db"), str(port)), watch.device))
    process.wait(30)
    stop(process)
    return found


def drain_once(scene: Scene, folder: Path, what: str = "drain", watch: Watch = UNWATCHED) -> Round:
    copy = scene.copy(folder)
    return run_ours(what, copy.profile, copy.server, scene.token, watch)


def floor_once(scene: Scene, folder: Path, what: str = "drain", watch: Watch = UNWATCHED) -> Round:
    copy = scene.copy(folder)
    return run_floor(what, copy.profile, copy.server, watch)


def _ask(arguments: Sequence[str], under: Sequence[str]) -> tuple[float, int, float]:
    process = start(arguments, under)
    output, _ = process.communicate(timeout=900)
    assert process.returncode == 0, arguments
    facts = json.loads(output.splitlines()[-1])
    return facts["seconds"], facts["count"], facts["peak_mib"]
