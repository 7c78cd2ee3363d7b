"""How often each end asks the disk to flush: nearly free on a server in a rack, and what is waited for on a laptop.

Counted by strace in runs of their own; writes build/bench_fsyncs.json. A process's start and end are part of the count.
"""

import json
import re
from pathlib import Path

import pytest

from benchmarks.company import ROOT, start
from benchmarks.device import open_profile
from benchmarks.rounds import Watch, drain_once, floor_once, run_floor, run_ours
from benchmarks.scene import Scene

pytestmark = pytest.mark.bench

WRITES = 100
_FLUSH = re.compile(r"\bf(?:data)?sync\(\d+<([^>]*)>")


def tracing(folder: Path) -> Watch:
    def to(name: str) -> tuple[str, ...]:
        return ("strace", "-f", "-y", "-e", "trace=fsync,fdatasync", "-o", str(folder / name))

    return Watch(to("device.trace"), to("server.trace"))


def flushes(trace: Path, within: str = "") -> int:
    return sum(within in path for path in _FLUSH.findall(trace.read_text()))


def test_flushes(queue_10k: Scene, tmp_path: Path) -> None:
    watch = tracing(tmp_path)
    counts: dict[str, dict[str, float]] = {}

    def count(name: str) -> None:
        ends: dict[str, float] = {end: flushes(tmp_path / f"{end}.trace") for end in ("device", "server")}
        counts[name] = ends
        assert ends["device"]
        print(f"\n{name}: {ends}", end="")

    drain_once(queue_10k, tmp_path / "ours", watch=watch)
    count("drain_10k")
    floor_once(queue_10k, tmp_path / "floor", watch=watch)
    count("drain_10k_floor")
    filled = Scene(tmp_path / "ours", queue_10k.token)
    run_ours("first-sync", tmp_path / "fresh", filled.server, filled.token, watch)
    count("first_sync_10k")
    open_profile(tmp_path / "fresh-floor").close()
    run_floor("first-sync", tmp_path / "fresh-floor", filled.server, watch)
    count("first_sync_10k_floor")
    counts["local_write"] = _local_writes(tmp_path, watch)
    (ROOT / "build").mkdir(exist_ok=True)
    (ROOT / "build" / "bench_fsyncs.json").write_text(json.dumps(counts, indent=1) + "\n")


def _local_writes(folder: Path, watch: Watch) -> dict[str, float]:
    """Flushes for each write."""
    process = start(("benchmarks.device", "local-write", str(folder / "writes"), str(WRITES)), watch.device)
    process.communicate(timeout=300)
    ends = {whose: flushes(folder / "device.trace", f"/{whose}/") / WRITES for whose in ("ours", "bare")}
    print(f"\nlocal_write, each: {ends}", end="")
    return ends
