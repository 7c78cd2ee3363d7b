"""An error from COMMIT does not mean "not committed": the program looks before it says anything."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.queries.filters import LeadFilter
from support.faulty import Fault, hooked, sqlite_error
from support.profiles import applied, new_lead, open_profile, page, reply, row
from sync.errors import DiskFull, StorageTrouble, Unwritable
from sync.ids import NewId


def test_what_was_committed_in_spite_of_the_error_is_saved(tmp_path: Path, new_id: NewId) -> None:
    fault = Fault("COMMIT", takes_effect=True)
    with open_profile(tmp_path, open_connection=fault.connect) as profile:
        fault.is_armed = True
        profile.outbox.record(new_lead(new_id()))
        assert fault.hits == 1
        assert profile.store.outbox_size() == 1
        profile.outbox.record(new_lead(new_id()))
        assert [item.seq for item in profile.store.next_batch(9, 9999)] == [1, 2]


def test_what_was_not_committed_is_said_to_be_not_saved(tmp_path: Path, new_id: NewId) -> None:
    fault = Fault("COMMIT")
    with open_profile(tmp_path, open_connection=fault.connect) as profile:
        fault.is_armed = True
        with pytest.raises(Unwritable, match="not saved"):
            profile.outbox.record(new_lead(new_id()))
        assert profile.store.outbox_size() == 0
        assert profile.queries.leads.count(LeadFilter()) == 0
        profile.outbox.record(new_lead(new_id()))
        assert profile.store.outbox_size() == 1


@pytest.mark.parametrize("statement", ["INSERT INTO outbox", "UPDATE sync_state", "INSERT INTO lead ", "COMMIT"])
def test_a_full_disk_at_any_statement_saves_nothing_or_all(tmp_path: Path, new_id: NewId, statement: str) -> None:
    fault = Fault(statement, sqlite3.SQLITE_FULL)
    with open_profile(tmp_path, open_connection=fault.connect) as profile:
        profile.outbox.record(new_lead(new_id()))
        fault.is_armed = True
        with pytest.raises(DiskFull, match="Free some space"):
            profile.outbox.record(new_lead(new_id()))
        assert fault.hits == 1
        with profile.database.read() as tx:
            assert tx.value("SELECT count(*) FROM outbox") == tx.value("SELECT count(*) FROM lead") == 1
        profile.outbox.record(new_lead(new_id()))
        assert [item.seq for item in profile.store.next_batch(9, 9999)] == [1, 2]


@pytest.mark.parametrize("takes_effect", [False, True])
def test_listeners_hear_of_what_was_saved_and_of_nothing_else(
    tmp_path: Path, new_id: NewId, takes_effect: bool
) -> None:
    fault = Fault("COMMIT", takes_effect=takes_effect)
    with open_profile(tmp_path, open_connection=fault.connect) as profile:
        heard: list[object] = []
        profile.database.changed.add(heard.append)
        fault.is_armed = True
        try:
            profile.outbox.record(new_lead(new_id()))
        except StorageTrouble:
            assert not takes_effect
        assert bool(heard) == takes_effect


@pytest.mark.parametrize(
    "statement", ["INSERT INTO confirmed", "UPDATE lead", "DELETE FROM outbox", "INSERT OR REPLACE INTO sent", "COMMIT"]
)
def test_a_reply_is_stored_whole_or_not_at_all(tmp_path: Path, new_id: NewId, statement: str) -> None:
    fault = Fault(statement)
    with open_profile(tmp_path, open_connection=fault.connect) as profile:
        profile.outbox.record(new_lead(new_id()), new_lead(new_id()))
        answer = reply(*(applied(i, i.seq, created_by="x" * 36) for i in profile.store.next_batch(9, 9999)))
        fault.is_armed = True
        with pytest.raises(Unwritable):
            profile.store.settle(answer)
        with profile.database.read() as tx:
            counts = [tx.value(f"SELECT count(*) FROM {table}") for table in ("outbox", "sent", "confirmed")]
        assert counts == [2, 0, 0]
        assert profile.store.position().confirmed_seq == 0
        profile.store.settle(answer)
        assert profile.store.position().confirmed_seq == 2


@pytest.mark.parametrize("statement", ["INSERT INTO confirmed", "INSERT INTO lead", "UPDATE sync_state", "COMMIT"])
def test_a_cursor_never_moves_without_its_rows(tmp_path: Path, new_id: NewId, statement: str) -> None:
    fault = Fault(statement)
    with open_profile(tmp_path, open_connection=fault.connect) as profile:
        fault.is_armed = True
        with pytest.raises(Unwritable):
            profile.store.absorb(page([row(new_id(), 1, name="A")], "far"))
        assert profile.store.position().cursor == ""
        with profile.database.read() as tx:
            assert tx.value("SELECT count(*) FROM confirmed") == tx.value("SELECT count(*) FROM lead") == 0


def test_where_nobody_can_look_it_is_said_that_nobody_knows(tmp_path: Path, new_id: NewId) -> None:
    is_armed = is_broken = False

    def hook(sql: str, run: Callable[[], sqlite3.Cursor]) -> sqlite3.Cursor:
        nonlocal is_broken
        is_broken = is_broken or (is_armed and sql == "COMMIT")
        if is_broken:
            raise sqlite_error(sqlite3.SQLITE_IOERR)
        return run()

    with open_profile(tmp_path, open_connection=hooked(hook)) as profile:
        is_armed = True
        with pytest.raises(Unwritable, match="to see whether it was saved"):
            profile.outbox.record(new_lead(new_id()))
