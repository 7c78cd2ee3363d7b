"""Killed between any two statements, what was begun is there whole or not at all, and the file goes on."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from storage.profile import Profile
from support import write_kills
from support.profiles import new_lead, open_profile
from sync.ids import NewId

ROOT = Path(__file__).parents[2]


def tables(profile: Profile) -> tuple[int, ...]:
    with profile.database.read() as tx:
        assert tx.value("PRAGMA integrity_check") == "ok"
        names = ("outbox", "sent", "attention", "confirmed", "lead")
        return tuple(tx.value(f"SELECT count(*) FROM {name}") for name in names)


# Counts of outbox, sent, attention, confirmed and lead, before and after each action.
BEFORE = (3, 0, 0, 0, 3)
AFTER = {"record": (5, 0, 0, 0, 4), "settle": (1, 1, 1, 1, 3), "absorb": (3, 0, 0, 2, 5)}


def test_a_kill_anywhere_leaves_all_or_nothing(tmp_path: Path, new_id: NewId) -> None:
    with open_profile(tmp_path / "origin") as profile:
        profile.outbox.record(*(new_lead(new_id()) for _ in range(3)))
        assert tables(profile) == BEFORE
    (tmp_path / "killed").mkdir()
    done = subprocess.run(
        [sys.executable, write_kills.__file__, str(tmp_path / "origin"), str(tmp_path / "killed")],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"},
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    landed = Counter(check(tmp_path / "killed" / name, new_id) for name in json.loads(done.stdout))
    assert {action for action, _ in landed} == set(AFTER)
    assert all(landed[action, outcome] > 0 for action in AFTER for outcome in ("nothing", "all"))


def check(folder: Path, new_id: NewId) -> tuple[str, str]:
    action = folder.name.split("-")[0]
    with open_profile(folder) as profile:
        found = tables(profile)
        assert found in (BEFORE, AFTER[action]), folder.name
        position = profile.store.position()
        assert (position.cursor == "far") == (action == "absorb" and found != BEFORE)
        assert position.confirmed_seq == (2 if action == "settle" and found != BEFORE else 0)
        profile.outbox.record(new_lead(new_id()))
        seqs = [item.seq for item in profile.store.next_batch(100, 10**9)]
        assert seqs == list(range(position.confirmed_seq + 1, position.confirmed_seq + 1 + len(seqs)))
    return action, "nothing" if found == BEFORE else "all"
