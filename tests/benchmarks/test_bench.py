"""What it costs: each number beside the least that the same work can cost on this machine, measured in the same run.

make bench        writes build/bench.json
"""

import json
from pathlib import Path
from statistics import median, quantiles

import pytest

from benchmarks.company import found_company, serving, start, stop
from benchmarks.device import open_profile
from benchmarks.results import Results
from benchmarks.rounds import drain_once, floor_once, run_floor, run_ours
from benchmarks.scene import Scene, lengthen

pytestmark = pytest.mark.bench

ROUNDS = 7
ROUNDS_OF_100K = 3
WRITES = 400
SIGHTINGS = 200


def test_drain_of_ten_thousand(queue_10k: Scene, tmp_path: Path, results: Results) -> None:
    ours, floor = [], []
    for _ in range(ROUNDS):
        floor.append(floor_once(queue_10k, tmp_path / "floor"))
        ours.append(drain_once(queue_10k, tmp_path / "ours"))
    assert {each.rows for each in ours + floor} == {10_000}
    results.add("drain_10k", "s", [each.seconds for each in ours], [each.seconds for each in floor])


def test_drain_of_ten_thousand_one_by_one(queue_10k: Scene, tmp_path: Path, results: Results) -> None:
    ours = drain_once(queue_10k, tmp_path / "ours", "one-by-one")
    results.add("drain_one_by_one_10k", "s", [ours.seconds])


def test_first_sync_of_ten_thousand(queue_10k: Scene, tmp_path: Path, results: Results) -> None:
    filled = queue_10k.copy(tmp_path / "filled")
    run_ours("drain", filled.profile, filled.server, filled.token)
    _first_syncs("first_sync_10k", filled, tmp_path, results, 10_000, ROUNDS)


def test_drain_memory_and_first_sync_of_a_hundred_thousand(
    queue_10k: Scene, queue_100k: Scene, tmp_path: Path, results: Results
) -> None:
    """The floor of a drain of 100 000 is ten drains of 10 000 in the same run: then it is linear."""
    little, much = [], []
    for _ in range(ROUNDS_OF_100K):
        little.append(drain_once(queue_10k, tmp_path / "little"))
        filled = queue_100k.copy(tmp_path / "filled")
        much.append(run_ours("drain", filled.profile, filled.server, filled.token))
    assert {each.rows for each in much} == {100_000}
    results.add("drain_100k", "s", [each.seconds for each in much], [10 * each.seconds for each in little])
    peaks = [[each.peak_mib for each in rounds] for rounds in (much, little)]
    results.add("memory_100k_over_10k", "MiB", *peaks)
    _first_syncs("first_sync_100k", filled, tmp_path, results, 100_000, ROUNDS_OF_100K)


def test_a_million_queued_cost_no_more_for_each_batch(
    queue_10k: Scene, tmp_path: Path, results: Results
) -> None:
    """Some batches out of a million, and what the sync screen reads after each, beside the same out of ten thousand."""
    few = queue_10k.copy(tmp_path / "few")
    many = queue_10k.copy(tmp_path / "many")
    lengthen(many.profile, 1_000_000)
    costs = [run_ours("some-batches", scene.profile, scene.server, scene.token) for scene in (many, few)]
    results.add("batches_of_1m_over_10k", "s", *([each.seconds] for each in costs))
    results.add("memory_1m_over_10k", "MiB", *([each.peak_mib] for each in costs))


def _first_syncs(name: str, filled: Scene, folder: Path, results: Results, count: int, rounds: int) -> None:
    ours, floor = [], []
    for number in range(rounds):
        new = folder / f"new-{name}-{number}"
        open_profile(new / "floor").close()
        floor.append(run_floor("first-sync", new / "floor", filled.server))
        ours.append(run_ours("first-sync", new / "ours", filled.server, filled.token))
    assert {each.rows for each in ours} == {count}
    results.add(name, "s", [each.seconds for each in ours], [each.seconds for each in floor])


def test_local_write(tmp_path: Path, results: Results) -> None:
    process = start(("benchmarks.device", "local-write", str(tmp_path), str(WRITES)))
    facts = json.loads(process.communicate(timeout=300)[0])
    ours, bare = ([seconds * 1_000 for seconds in facts[whose]] for whose in ("ours", "bare"))
    results.add("local_write", "ms", ours, bare)


def test_a_write_becomes_visible_on_another_device(tmp_path: Path, results: Results) -> None:
    here, there = found_company(tmp_path / "server.db", devices=2)
    with serving(tmp_path / "server.db") as running:
        watcher = start(("benchmarks.device", "watch", str(tmp_path / "b"), running.url, there))
        writer = start(("benchmarks.device", "write", str(tmp_path / "a"), running.url, here))
        for process in (watcher, writer):
            assert json.loads(_line(process)) == {"ready": True}
        took = []
        for _ in range(SIGHTINGS):
            assert writer.stdin is not None
            writer.stdin.write("next\n")
            writer.stdin.flush()
            begun, seen = json.loads(_line(writer)), json.loads(_line(watcher))
            assert begun["id"] == seen["id"]
            took.append((seen["at"] - begun["at"]) * 1_000)
        for process in (writer, watcher):
            assert process.stdin is not None
            process.stdin.close()
            stop(process)
    print(f"\nSeen after {min(took):.1f} to {max(took):.1f} ms, half within {median(took):.1f}", end="")
    results.add("live_visible", "ms", took)
    results.add("live_visible_p99", "ms", [quantiles(took, n=100)[-1]])


def test_a_change_reaches_a_store_of_half_a_million(tmp_path: Path, results: Results) -> None:
    """Half of the changes within the value; pulled from the server and on the screen's tables, the flush included."""
    here, there = found_company(tmp_path / "server.db", devices=2)
    with serving(tmp_path / "server.db") as running:
        process = start(("benchmarks.device", "deltas", str(tmp_path / "store"), running.url, here, there))
        facts = json.loads(process.communicate(timeout=1_500)[0])
    assert facts["count"] == len(facts["took"])
    results.add("delta_on_500k", "ms", [seconds * 1_000 for seconds in facts["took"]])


def _line(process: object) -> str:
    return process.stdout.readline()  # type: ignore[attr-defined, no-any-return]  # a pipe, as it was started
