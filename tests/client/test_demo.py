"""The demo's day, with real processes; and its books, which have to find what is planted."""

import contextlib
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import psutil
import pytest

from client.demo.folder import demo_folder
from client.demo.walk import Report, walk
from client.demo.world import DemoWorld
from client.session import Session
from storage import migrations
from storage.steps import STEPS
from sync.clock import SystemClock

pytestmark = pytest.mark.timeout(180)


def spoil(sql: str) -> Callable[[Path], None]:
    def spoil_database(database: Path) -> None:
        with closing(sqlite3.connect(database, timeout=10)) as connection, connection:
            assert connection.execute(sql).rowcount == 1

    return spoil_database


def opened(world: DemoWorld) -> Session:
    return Session.open(
        world.home, world.profile, clock=SystemClock(), randomness=Random(), passphrase=world.passphrase
    )


def walked(folder: Path, tamper: Callable[[Path], None]) -> Report:
    return walk(folder, "Valve seized", lambda _sentence: None, Random(7), tamper)


def test_the_day_is_walked_and_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    note = 'Größe 22 mm, "ring first"; \\ 雨'
    command = [sys.executable, "-m", "client.cli", "demo", "--headless", "--json", "--note", note]
    done = subprocess.run([*command, "--folder", str(tmp_path)], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    books = json.loads(done.stdout.splitlines()[-1])
    assert books["made"] == books["applied"] == 8
    differences = ("lost", "doubled", "out_of_order", "unknown", "missing_on_second_device")
    assert [books[name] for name in differences] == [0] * 5
    assert (books["kills"] >= 4, books["cuts"], books["replies_lost"]) == (True, 1, 1)
    assert books["seconds"] > 0
    with closing(sqlite3.connect(tmp_path / "server" / "demo.db")) as connection:
        bodies = [json.loads(body) for (body,) in connection.execute("SELECT body FROM record WHERE kind = 'lead'")]
    assert [body["need"] for body in bodies if body["need"] == note] == [note]


def test_a_demo_that_was_left_is_gone_on_with(tmp_path: Path) -> None:
    world = DemoWorld.start(tmp_path)
    world.cut()
    with opened(world) as session:
        session.leads.create({"name": "Kept over the night"})
    world.stop()
    world = DemoWorld.start(tmp_path, is_fresh=False)
    try:
        with opened(world) as session:
            assert [line.name for line in session.leads.list("night")] == ["Kept over the night"]
            assert session.sync.once(10).waiting == 0
            assert session.sync.attention() == ()
    finally:
        world.stop()
    world = DemoWorld.start(tmp_path)
    try:
        with opened(world) as session:
            assert session.sync.once(10).waiting == 0
            assert session.leads.list("night") == ()
    finally:
        world.stop()


LEAVER = """
import os, sys
from pathlib import Path
from client.demo.world import DemoWorld
world = DemoWorld.start(Path(sys.argv[1]))
print(world._server.pid, flush=True)
os.kill(os.getpid(), 9)
"""


def test_a_window_that_is_killed_leaves_no_server_behind(tmp_path: Path) -> None:
    left = subprocess.run([sys.executable, "-c", LEAVER, str(tmp_path)], capture_output=True, text=True)
    with contextlib.suppress(psutil.NoSuchProcess):
        psutil.Process(int(left.stdout)).wait(30)
    assert not psutil.pid_exists(int(left.stdout))


def test_a_planted_drop_turns_the_books(tmp_path: Path) -> None:
    drop = "DELETE FROM record WHERE kind = 'lead' AND json_extract(body, '$.need') = 'Valve seized'"
    report = walked(tmp_path, spoil(drop))
    assert (report.ledger.made, report.ledger.applied, report.ledger.lost) == (8, 7, 1)
    assert not report.is_clean


def test_a_planted_double_turns_the_books(tmp_path: Path) -> None:
    double = """
    INSERT INTO record
    SELECT org, kind, 'twin', version + 1000000, state, body, stamps, created_version + 1000000, created_stream,
        created_edited, parent, occurred_at, received_at
    FROM record WHERE kind = 'punch' AND json_extract(body, '$.note') LIKE 'demo % clock_out'
    """
    report = walked(tmp_path, spoil(double))
    assert (report.ledger.lost, report.ledger.doubled) == (0, 1)
    assert not report.is_clean
    assert json.loads(report.line())["doubled"] == 1


def test_what_another_program_left_is_not_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = demo_folder(tmp_path)
    assert demo_folder(tmp_path) == ours
    monkeypatch.setattr(migrations, "STEPS", (STEPS[0] + "ALTER TABLE lead ADD COLUMN colour;", *STEPS[1:]))
    assert demo_folder(tmp_path) != ours
