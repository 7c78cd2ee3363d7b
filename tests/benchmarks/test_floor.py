"""The floor still fits the tables: a few rows through what `make bench` measures, so that it does not break unseen."""

import json
from pathlib import Path

from benchmarks.company import start
from benchmarks.device import open_profile
from benchmarks.rounds import drain_once, floor_once, run_floor, run_ours
from benchmarks.scene import make_scene

FEW = 12


def test_ours_and_the_floor_move_the_same_rows(tmp_path: Path) -> None:
    queue = make_scene(tmp_path / "queue", FEW)
    assert floor_once(queue, tmp_path / "floor").rows == FEW
    filled = queue.copy(tmp_path / "filled")
    assert run_ours("drain", filled.profile, filled.server, filled.token).rows == FEW
    open_profile(tmp_path / "new").close()
    # The organisation and its owner come along.
    assert run_floor("first-sync", tmp_path / "new", filled.server).rows == FEW + 2
    assert drain_once(queue, tmp_path / "ours", "one-by-one").rows == FEW


def test_a_local_write_has_its_floor(tmp_path: Path) -> None:
    process = start(("benchmarks.device", "local-write", str(tmp_path), "3"))
    facts = json.loads(process.communicate(timeout=60)[0])
    assert process.returncode == 0
    assert [len(facts[whose]) for whose in ("ours", "bare")] == [3, 3]
