"""Streams that can't go on, servers that are others than they were, places that are lost."""

from collections.abc import Iterator

import pytest
from msgspec import structs

from support.rig import Rig, always, times
from sync.errors import CursorGone, EpochChanged, NetworkTrouble
from sync.protocol import Page, PushReply, PushRequest
from sync.status import Phase, Signal


def test_a_forked_stream_is_left_for_a_new_one(rig: Rig) -> None:
    keys = [rig.store.record("One"), rig.store.record("Two")]
    rig.server.streams[rig.store.stream] = 5
    assert rig.drain(0.0)
    assert rig.store.streams_opened == 1
    assert list(rig.store.sent) == keys


def test_a_gap_is_left_for_a_new_stream(rig: Rig) -> None:
    rig.store.next_seq = 7
    keys = [rig.store.record("One")]
    assert rig.drain(0.0)
    assert rig.store.streams_opened == 1
    assert list(rig.store.sent) == keys


def test_a_fork_without_end_is_no_storm(rig: Rig) -> None:
    rig.store.record("One")

    def fork(name: str, _: int) -> Iterator[NetworkTrouble | None]:
        if name == "push":
            rig.server.streams[rig.store.stream] = 9
        yield None

    rig.server.trouble = fork
    rig.run(3_600)
    assert 12 <= len(rig.server.calls_of("push")) < 120


def test_a_new_epoch_gets_the_sent_log_and_the_outbox(rig: Rig) -> None:
    sent = rig.store.record("Sent")
    rig.drain()
    rig.server.epoch, rig.server.version = "epoch-2", 100
    rig.server.rows.clear()
    rig.server.receipts.clear()
    rig.server.streams.clear()
    waiting = rig.store.record("Waiting")
    rig.engine.notice(Signal.WORK)
    assert rig.drain(0.0)
    assert list(rig.store.sent) == [sent, waiting]
    assert set(rig.server.receipts) == {sent, waiting}
    assert rig.store.epoch == "epoch-2"


@pytest.mark.parametrize("call", ["push", "pull"])
def test_an_answer_from_another_epoch_is_not_taken(rig: Rig, call: str) -> None:
    rig.drain()
    rig.store.record("One")
    rig.engine.notice(Signal.USER)
    real_push, real_pull = rig.server.push, rig.server.pull

    def swap() -> None:
        rig.server.epoch = "epoch-2"

    def push(request: PushRequest) -> PushReply:
        swap()
        return real_push(structs.replace(request, epoch="epoch-2"))

    def pull(cursor: str, limit: int) -> Page:
        swap()
        return real_pull(cursor, limit)

    setattr(rig.server, call, {"push": push, "pull": pull}[call])
    assert rig.drain()
    assert rig.store.epoch == "epoch-2"
    assert len(rig.server.rows) == 1


def test_a_lost_cursor_starts_the_pull_again(rig: Rig) -> None:
    rig.store.record("One")
    rig.drain()
    cursor = rig.store.cursor
    rig.server.trouble = times(1, "pull", CursorGone("too old"))
    rig.engine.notice(Signal.USER)
    assert rig.run(0.0, lambda: rig.store.cursor == "")
    assert rig.drain(0.0)
    assert rig.store.cursor == cursor


def test_a_page_that_leads_nowhere_is_not_pulled_for_ever(rig: Rig) -> None:
    rig.store.cursor = "0"
    page = rig.server.pull("0", 10)
    rig.server.pull = lambda cursor, limit: Page(
        protocol=1, epoch=page.epoch, rows=[], cursor="0", more=True, version=1, server_time=page.server_time
    )
    rig.run(3_000)
    assert rig.engine.status.phase is Phase.WAITING


def test_an_answer_that_does_not_match_is_not_settled(rig: Rig) -> None:
    rig.store.record("One")
    real = rig.server.push
    rig.server.push = lambda request: real(structs.replace(request, mutations=[]))
    rig.run(3_000)
    assert len(rig.store.outbox) == 1
    assert "does not match" in rig.engine.status.trouble


def test_an_epoch_that_changes_without_end_is_no_storm(rig: Rig) -> None:
    rig.store.record("One")
    rig.drain()
    rig.server.trouble = always("snapshot", EpochChanged("again", "epoch-1"))
    rig.server.epoch = "epoch-2"
    rig.run(3_600)
    assert 5 < len(rig.server.calls_of("snapshot")) < 150
