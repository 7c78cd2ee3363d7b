"""The folder of a profile: one program at a time, and no file that hides what was lost."""

import contextlib
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from storage.files import Ballast
from storage.profile import Profile
from storage.subjects import Subject
from support.clock import FakeClock
from support.profiles import new_lead, open_profile, page, row
from sync.errors import Corrupt, DiskFull, InUse
from sync.ids import NewId

ROOT = Path(__file__).parents[2]

HOLDER = """
import sys
from pathlib import Path
from support.profiles import open_profile
with open_profile(Path(sys.argv[1])) as profile:
    print("open", flush=True)
    sys.stdin.read()
"""


def fill(folder: Path, new_id: NewId, count: int = 3) -> None:
    with open_profile(folder) as profile:
        profile.outbox.record(*(new_lead(new_id()) for _ in range(count)))


def test_only_its_owner_can_read_a_profile(tmp_path: Path, new_id: NewId) -> None:
    folder = tmp_path / "profile"
    fill(folder, new_id)
    with open_profile(folder):
        modes = {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}
        assert folder.stat().st_mode & 0o777 == 0o700
        assert {"profile.db", "profile.db-wal", "mark.json", "lock"} <= modes.keys()
        assert {name for name, mode in modes.items() if mode & 0o077} == set()


def test_a_second_program_is_told_that_the_first_is_open(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"}
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        with pytest.raises(InUse, match="already open"):
            open_profile(tmp_path)
        holder.kill()
    open_profile(tmp_path).close()


def test_a_failed_opening_holds_nothing(tmp_path: Path, new_id: NewId) -> None:
    fill(tmp_path, new_id)
    (tmp_path / "profile.db").write_bytes(b"not a database, not at all" * 100)
    for _ in range(2):
        with pytest.raises(Corrupt, match="damaged"):
            open_profile(tmp_path)


@pytest.mark.parametrize("loss", ["emptied", "missing", "blank"])
def test_an_empty_file_is_no_fresh_start_where_work_was_saved(tmp_path: Path, new_id: NewId, loss: str) -> None:
    fill(tmp_path, new_id)
    path = tmp_path / "profile.db"
    path.unlink()
    if loss == "emptied":
        path.touch()
    if loss == "blank":
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE other (n)")
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(Corrupt, match="empty or missing"):
        open_profile(tmp_path)
    if loss != "blank":
        assert (path.read_bytes() if path.exists() else None) == before


def test_a_file_of_another_profile_is_not_taken_for_this_one(tmp_path: Path, new_id: NewId) -> None:
    fill(tmp_path / "a", new_id)
    fill(tmp_path / "b", new_id)
    shutil.copy(tmp_path / "b" / "profile.db", tmp_path / "a" / "profile.db")
    with pytest.raises(Corrupt, match="another account"):
        open_profile(tmp_path / "a")


def test_an_older_copy_is_told_and_goes_on_only_when_a_person_says_so(tmp_path: Path, new_id: NewId) -> None:
    fill(tmp_path, new_id)
    old = (tmp_path / "profile.db").read_bytes()
    fill(tmp_path, new_id)
    (tmp_path / "profile.db").write_bytes(old)
    with pytest.raises(Corrupt, match="older than"):
        open_profile(tmp_path)
    with open_profile(tmp_path, accepts_older=True) as profile:
        assert profile.store.outbox_size() == 3
        stream = profile.store.position().stream
    with open_profile(tmp_path) as profile:
        assert profile.store.position().stream == stream


def test_a_main_file_without_its_wal_is_noticed(tmp_path: Path, new_id: NewId) -> None:
    """A copy of the main file alone opens without complaint, and the newest rows are not in it."""
    fill(tmp_path / "a", new_id)
    with open_profile(tmp_path / "a") as profile:
        profile.outbox.record(new_lead(new_id()))
        shutil.copytree(tmp_path / "a", tmp_path / "b")
    for name in ("profile.db-wal", "profile.db-shm"):
        (tmp_path / "b" / name).unlink()
    with pytest.raises(Corrupt, match="older than"):
        open_profile(tmp_path / "b")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"profile": 1}', "null", "\0\0\0"])
def test_a_mark_that_nobody_can_read_is_written_anew(tmp_path: Path, new_id: NewId, content: str) -> None:
    fill(tmp_path, new_id)
    (tmp_path / "mark.json").write_text(content)
    with open_profile(tmp_path) as profile:
        assert profile.store.outbox_size() == 3
    assert "place" in (tmp_path / "mark.json").read_text()


def test_the_ballast_gives_its_space_back_once(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path / "ballast", size=1_000)
    ballast.take()
    assert (tmp_path / "ballast").stat().st_size == 1_000
    assert ballast.release()
    assert not ballast.release()
    ballast.take()
    assert ballast.is_there()


def test_a_profile_sets_its_ballast_aside_and_can_do_without(tmp_path: Path, clock: FakeClock, new_id: NewId) -> None:
    with Profile(tmp_path, clock, new_id) as profile:
        assert (tmp_path / "ballast").stat().st_size == 8_000_000
        assert profile.ballast.release()
        profile.outbox.record(new_lead(new_id()))


def test_a_full_file_says_so_keeps_what_it_has_and_goes_on_when_there_is_room(profile: Profile, new_id: NewId) -> None:
    profile.outbox.record(new_lead(new_id()))
    with profile.database.write() as tx:
        pages = tx.value("PRAGMA page_count")
    with profile.database.write() as tx:
        tx.run(f"PRAGMA max_page_count = {pages + 5}")
    saved = 1
    with contextlib.suppress(DiskFull):
        while saved < 100:
            profile.outbox.record(new_lead(new_id(), need="x" * 2_000))
            saved += 1
    with pytest.raises(DiskFull, match="disk is full"):
        profile.outbox.record(new_lead(new_id(), need="x" * 2_000))
    assert profile.store.outbox_size() == saved
    with profile.database.write() as tx:
        tx.run("PRAGMA max_page_count = 1000000")
    profile.outbox.record(new_lead(new_id()))
    assert profile.store.outbox_size() == saved + 1


def test_writers_take_turns_and_readers_never_wait(profile: Profile, new_id: NewId) -> None:
    """A pull in progress does not keep a screen from reading, nor a person from saving after it."""
    is_writing, may_finish = threading.Event(), threading.Event()

    def pull() -> None:
        with profile.database.write() as tx:
            tx.run("UPDATE sync_state SET cursor = 'far'")
            is_writing.set()
            assert may_finish.wait(10)

    saved: list[str] = []
    threads = [threading.Thread(target=pull)]
    threads[0].start()
    assert is_writing.wait(10)
    assert profile.store.position().cursor == ""
    threads += [threading.Thread(target=lambda: saved.extend(profile.outbox.record(new_lead(new_id()))))]
    threads[1].start()
    may_finish.set()
    for thread in threads:
        thread.join(10)
    assert len(saved) == 1
    assert profile.store.position().cursor == "far"


def test_many_threads_lose_and_double_nothing(profile: Profile, new_id: NewId) -> None:
    ids = [[new_id() for _ in range(25)] for _ in range(4)]

    def work(own: list[str]) -> None:
        for record_id in own:
            profile.outbox.record(new_lead(record_id))

    threads = [threading.Thread(target=work, args=(own,)) for own in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    items = profile.store.next_batch(1_000, 10**9)
    assert [item.seq for item in items] == list(range(1, 101))
    assert len({item.key for item in items}) == 100


def test_listeners_hear_after_the_commit_what_changed(profile: Profile, new_id: NewId) -> None:
    heard: list[frozenset[Subject]] = []

    def listen(subjects: frozenset[Subject]) -> None:
        heard.append(subjects)
        assert profile.store.outbox_size() == 1

    leave = profile.database.changed.add(listen)
    record_id = new_id()
    profile.outbox.record(new_lead(record_id))
    assert heard == [frozenset({Subject("lead", record_id), Subject("outbox")})]
    leave()
    profile.outbox.record(new_lead(new_id()))
    assert len(heard) == 1


def test_a_large_page_is_told_as_one_subject(profile: Profile, new_id: NewId) -> None:
    heard: list[frozenset[Subject]] = []
    profile.database.changed.add(heard.append)
    profile.store.absorb(page([row(new_id(), n + 1, name=f"Lead {n}") for n in range(500)]))
    assert heard == [frozenset({Subject("lead"), Subject("activity")})]


def test_nothing_that_rolled_back_is_told_or_kept(profile: Profile) -> None:
    heard: list[frozenset[Subject]] = []
    profile.database.changed.add(heard.append)
    with contextlib.suppress(ZeroDivisionError), profile.database.write() as tx:
        tx.run("UPDATE sync_state SET cursor = 'far'")
        tx.touch({Subject("lead")})
        raise ZeroDivisionError
    assert heard == []
    assert profile.store.position().cursor == ""
