"""Killed anywhere, a file has its old schema or the next one, whole, and its data either way."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import storage.migrations
from storage.migrations import migrate, version_of
from storage.steps import STEPS
from support import migration_kills as kills
from support.profiles import new_lead, open_profile
from sync.errors import Corrupt, TooNew
from sync.ids import NewId

ROOT = Path(__file__).parents[2]


def schema(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return version_of(connection)


def leads(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM lead").fetchone()[0])


def kill_everywhere(origin: Path, folder: Path) -> list[Path]:
    folder.mkdir()
    command = [sys.executable, kills.__file__, str(origin), str(folder)]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    return [folder / name for name in json.loads(done.stdout)]


def test_a_first_start_killed_anywhere_starts_afresh(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    whole = tmp_path / "whole.db"
    migrate(whole, "p" * 36, "s" * 36)
    killed = kill_everywhere(tmp_path / "none", tmp_path / "killed")
    assert len(killed) > 80
    versions = set()
    for folder in killed:
        path = folder / "profile.db"
        if path.exists():
            versions.add(version(path))
        migrate(path, "p" * 36, "s" * 36)
        assert schema(path) == schema(whole)
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("SELECT count(*) FROM sync_state").fetchone() == (1,)
    assert versions == {0, len(STEPS)}


def test_a_migration_killed_anywhere_keeps_the_data(
    tmp_path: Path, new_id: NewId, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_profile(tmp_path / "origin") as profile:
        profile.outbox.record(*(new_lead(new_id()) for _ in range(5)))
    before = schema(tmp_path / "origin" / "profile.db")
    killed = kill_everywhere(tmp_path / "origin", tmp_path / "killed")
    assert len(killed) > 12
    monkeypatch.setattr(storage.migrations, "STEPS", (*STEPS, kills.SECOND_STEP))
    versions = set()
    for folder in killed:
        path = folder / "profile.db"
        found = version(path)
        versions.add(found)
        assert (schema(path) == before) == (found == len(STEPS))
        assert leads(path) == 5
        migrate(path, "p" * 36, "s" * 36)
        assert version(path) == len(STEPS) + 1
        assert leads(path) == 5
        for copy in folder.glob("*-before-step-*.db"):
            assert (version(copy), leads(copy)) == (len(STEPS), 5)
    assert versions == {len(STEPS), len(STEPS) + 1}


def test_a_copy_is_kept_before_a_migration(tmp_path: Path, new_id: NewId, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_profile(tmp_path) as profile:
        profile.outbox.record(new_lead(new_id()))
    monkeypatch.setattr(storage.migrations, "STEPS", (*STEPS, kills.SECOND_STEP))
    with open_profile(tmp_path) as profile:
        assert profile.store.outbox_size() == 1
    copy = tmp_path / "profile-before-step-2.db"
    assert (version(copy), leads(copy)) == (1, 1)
    assert copy.stat().st_mode & 0o777 == 0o600


def test_a_step_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, new_id: NewId, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_profile(tmp_path) as profile:
        profile.outbox.record(new_lead(new_id()))
    before = schema(tmp_path / "profile.db")
    monkeypatch.setattr(storage.migrations, "STEPS", (*STEPS, kills.SECOND_STEP + "INSERT INTO nowhere VALUES (1);\n"))
    with pytest.raises(sqlite3.OperationalError):
        open_profile(tmp_path)
    assert schema(tmp_path / "profile.db") == before
    monkeypatch.undo()
    with open_profile(tmp_path) as profile:
        assert profile.store.outbox_size() == 1


def test_a_newer_file_is_refused_in_words_and_left_alone(tmp_path: Path, new_id: NewId) -> None:
    with open_profile(tmp_path) as profile:
        profile.outbox.record(new_lead(new_id()))
    path = tmp_path / "profile.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(TooNew, match="newer version"):
        open_profile(tmp_path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("stamp", ["0", "7"])
def test_a_file_of_a_build_before_the_release_is_refused_in_words_and_left_alone(
    tmp_path: Path, new_id: NewId, stamp: str
) -> None:
    with open_profile(tmp_path) as profile:
        profile.outbox.record(new_lead(new_id()))
    path = tmp_path / "profile.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ALTER TABLE sync_state DROP COLUMN turn")
        connection.execute(f"PRAGMA application_id = {stamp}")
    before = path.read_bytes()
    with pytest.raises(Corrupt, match="trial version"):
        open_profile(tmp_path)
    assert path.read_bytes() == before
