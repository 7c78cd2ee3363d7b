"""Asking for a sync and waiting for it, while the engine has a thread of its own.

The engine's thread stands still right after it has said that it is idle, until whoever waits has looked at the file: so
nothing that it does later can hide a wait that ended too soon.
"""

import threading
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from client import server_line
from client.server_line import ServerLine
from client.session import Session
from client.surroundings import Surroundings
from client.views import Change, Link
from storage.store import LocalStore
from support.clock import FakeClock
from support.fieldwork import Field, open_field
from sync.clock import SystemClock
from sync.status import Phase

PROMPT = 20.0


class Halted:
    """A session whose engine has come to rest, and is held there until the waiting thread has looked at the file."""

    def __init__(self, field: Field, patch: pytest.MonkeyPatch) -> None:
        field.session("worker")
        self.field = field
        self.clock = FakeClock(SystemClock().now())
        self.session: Session = field.restart("worker", Surroundings("boot", "Europe/London"), self.clock)
        self._is_idle, self._may_go_on = threading.Event(), threading.Event()
        self._waiter, self._store = threading.current_thread(), self.session._line._store
        real = LocalStore.outbox_size

        def outbox_size(store: LocalStore) -> int:
            size = real(store)
            if store is self._store and threading.current_thread() is self._waiter:
                self._may_go_on.set()
            return size

        self.session.subscribe(self._hold)
        self.session.start()
        assert self._is_idle.wait(PROMPT)
        patch.setattr(LocalStore, "outbox_size", outbox_size)

    def release(self) -> None:
        self._may_go_on.set()

    def _hold(self, change: Change) -> None:
        if change.is_status and threading.current_thread().name == "sync" and self._has_come_to_rest():
            self._is_idle.set()
            assert self._may_go_on.wait(PROMPT)

    def _has_come_to_rest(self) -> bool:
        return self.session.sync.status().link is Link.ONLINE and self.session._line.status.phase is Phase.IDLE


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Field]:
    with open_field(tmp_path_factory.mktemp("field")) as field:
        yield field


@pytest.fixture
def halted(field: Field, monkeypatch: pytest.MonkeyPatch) -> Iterator[Halted]:
    halted = Halted(field, monkeypatch)
    yield halted
    halted.release()
    halted.session.stop()


def test_what_was_saved_after_the_engine_had_looked_is_sent_before_it_is_called_done(halted: Halted) -> None:
    """By the standing clock the engine's last contact is as young as the question."""
    halted.session.leads.create({"name": "Saved at the last moment"})
    status = halted.session.sync.once(PROMPT)
    assert (status.link, status.waiting) == (Link.ONLINE, 0)


def test_what_the_server_has_is_asked_for_anew_though_the_engine_was_idle_before(halted: Halted) -> None:
    office = halted.field.session("office")
    lead_id = office.leads.create({"name": "From the office", "assignee_id": halted.session.profile.user_id})
    assert office.sync.once(PROMPT).waiting == 0
    halted.clock.advance(1)
    assert halted.session.sync.once(PROMPT).link is Link.ONLINE
    assert halted.session.leads.get(lead_id) is not None


def test_a_comparison_is_waited_for_while_the_engine_has_a_thread_of_its_own(halted: Halted) -> None:
    halted.release()
    assert halted.session.sync.compare(PROMPT).is_good
    halted.session.sync.pause()
    found = halted.session.sync.compare(PROMPT)
    assert found.is_good is None
    assert found.sentence.startswith("This could not be compared with the server just now. Sending is paused.")


def test_a_start_loads_what_speaks_with_the_server_and_an_end_leaves_no_hand(
    field: Field, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded, before = threading.Event(), {*threading.enumerate()}
    monkeypatch.setattr(server_line, "_load", loaded.set)
    session = field.session("lead")
    session.start()
    assert loaded.wait(PROMPT)
    hands = [thread for thread in {*threading.enumerate()} - before if thread.name.startswith("aside")]
    assert hands
    session.stop()
    for hand in hands:
        hand.join(PROMPT)
        assert not hand.is_alive()


def takes_an_idle_status_for_an_empty_outbox(line: ServerLine, asked_at: datetime) -> bool:
    return line.status.phase is Phase.IDLE and line.status.last_contact == asked_at


def takes_an_empty_outbox_for_news(line: ServerLine, asked_at: datetime) -> bool:
    return line.status.phase is Phase.IDLE and not line._store.outbox_size()


@pytest.mark.parametrize(
    ("wrong", "caught_by"),
    [
        (
            takes_an_idle_status_for_an_empty_outbox,
            test_what_was_saved_after_the_engine_had_looked_is_sent_before_it_is_called_done,
        ),
        (
            takes_an_empty_outbox_for_news,
            test_what_the_server_has_is_asked_for_anew_though_the_engine_was_idle_before,
        ),
    ],
)
def test_planted(
    halted: Halted,
    monkeypatch: pytest.MonkeyPatch,
    wrong: Callable[[ServerLine, datetime], bool],
    caught_by: Callable[[Halted], None],
) -> None:
    monkeypatch.setattr(ServerLine, "_is_done", wrong)
    with pytest.raises(AssertionError):
        caught_by(halted)
