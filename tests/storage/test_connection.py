"""What a kill can't show: the settings that a power cut asks for, and turns that are fair."""

import threading
from datetime import timedelta
from pathlib import Path

from storage.connection import connect
from storage.profile import Profile
from storage.turns import Turns
from support.clock import FakeClock


def test_every_commit_is_flushed(tmp_path: Path) -> None:
    connection = connect(tmp_path / "a.db")
    try:
        settings = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
        assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5_000}
    finally:
        connection.close()


def test_the_longest_waiting_comes_first() -> None:
    turns, order = Turns(), list[int]()
    threads = []

    def work(number: int) -> None:
        with turns:
            order.append(number)

    with turns:
        for number in range(8):
            thread = threading.Thread(target=work, args=(number,))
            thread.start()
            threads.append(thread)
            while len(turns._waiting) <= number:
                threading.Event().wait(0.001)
    for thread in threads:
        thread.join(10)
    assert order == list(range(8))


def test_a_contact_every_second_is_not_a_write_every_second(profile: Profile, clock: FakeClock) -> None:
    def turn() -> object:
        with profile.database.read() as tx:
            return tx.value("SELECT turn FROM sync_state")

    profile.store.log_contact(clock.now(), is_online=True)
    before = turn()
    for _ in range(4):
        clock.advance(1)
        profile.store.log_contact(clock.now(), is_online=True)
    assert turn() == before
    profile.store.log_contact(clock.now(), is_online=False)
    clock.advance(60)
    profile.store.log_contact(clock.now(), is_online=False)
    clock.jump(-timedelta(days=400))
    profile.store.log_contact(clock.now(), is_online=False)
    assert turn() != before
