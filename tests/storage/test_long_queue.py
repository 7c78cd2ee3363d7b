"""A long queue costs no more to look at than a short one: what each look reads is counted, not timed."""

import sqlite3
from pathlib import Path

import pytest

from storage.connection import connect
from storage.profile import Profile
from storage.queries import sync_lists
from support.clock import FakeClock
from support.profiles import SERVER_TIME, applied, change_lead, new_lead, open_profile, reply
from sync.ids import NewId

SHORT, LONG = 3_000, 12_000
SLACK = 1.2


class Work:
    """What SQLite does, in steps of its machine, and what it reads: counting rows is one step, however many."""

    def __init__(self) -> None:
        self._steps = 0

    def connect(self, path: Path) -> sqlite3.Connection:
        connection = connect(path)
        connection.execute("PRAGMA cache_size = 20")
        connection.set_progress_handler(self._step, 100)
        return connection

    def so_far(self) -> tuple[int, int]:
        facts = dict(line.split(": ") for line in Path("/proc/self/io").read_text().splitlines())
        return self._steps, int(facts["rchar"])

    def _step(self) -> int:
        self._steps += 1
        return 0


def fill(profile: Profile, new_id: NewId, count: int) -> None:
    while count:
        some = min(count, 500)
        profile.outbox.record(*(new_lead(new_id()) for _ in range(some)))
        count -= some


def go_round(profile: Profile) -> None:
    """The sizes, one batch out and its verdicts in, and the list of what waits."""
    assert profile.store.outbox_size()
    batch = profile.store.next_batch(100, 10**9)
    profile.store.settle(reply(*(applied(item, item.seq) for item in batch), last_seq=batch[-1].seq))
    profile.queries.sync.counts(SERVER_TIME)
    profile.queries.sync.waiting(50)


def test_a_round_costs_the_same_however_long_the_queue_is(tmp_path: Path, clock: FakeClock, new_id: NewId) -> None:
    costs = []
    for count in (SHORT, LONG):
        work = Work()
        with open_profile(tmp_path / f"{count}", clock, open_connection=work.connect) as profile:
            fill(profile, new_id, count)
            go_round(profile)
            before = work.so_far()
            go_round(profile)
            costs.append([after - start for after, start in zip(work.so_far(), before, strict=True)])
    assert all(long <= short * SLACK for short, long in zip(*costs, strict=True)), costs


def test_a_short_queue_is_counted_in_records_and_a_long_one_in_changes(
    profile: Profile, new_id: NewId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync_lists, "EXACT", 4)
    lead = new_id()
    profile.outbox.record(new_lead(lead), *(change_lead(lead, name=f"Name {n}") for n in range(3)))
    assert profile.queries.sync.counts(SERVER_TIME).saved_here == 1
    profile.outbox.record(change_lead(lead, name="Last"))
    assert profile.queries.sync.counts(SERVER_TIME).saved_here == 5


def test_the_size_follows_from_the_numbers(profile: Profile, new_id: NewId) -> None:
    assert profile.store.outbox_size() == 0
    fill(profile, new_id, 7)
    profile.store.settle(reply(*(applied(item, item.seq) for item in profile.store.next_batch(3, 10**9)), last_seq=3))
    assert profile.store.outbox_size() == 4
    profile.store.open_stream()
    fill(profile, new_id, 1)
    assert profile.store.outbox_size() == 5
    profile.store.meet_epoch("another")
    assert profile.store.outbox_size() == 8


def test_only_what_builds_on_it_is_undone_with_a_creation(profile: Profile, new_id: NewId) -> None:
    first, other, later = new_id(), new_id(), new_id()
    (key,) = profile.outbox.record(new_lead(first))
    profile.outbox.record(new_lead(other))
    profile.outbox.record(change_lead(first, name="Changed"))
    profile.outbox.record(new_lead(later), change_lead(first, phone="1"))
    profile.attention.undo(key)
    assert {line.change.id for line in profile.queries.sync.trash()} == {first}
    assert [line.id for line in profile.queries.sync.waiting(10)] == [other, later]
