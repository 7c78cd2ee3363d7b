"""What the engine may rely on, whatever server it talks to. A server's tests subclass this and say how to reach one."""

import random
from typing import Protocol

import pytest
from msgspec import Raw

from support.clock import FakeClock
from sync.errors import CursorGone, EpochChanged, Rejected, SequenceGap, StreamForked
from sync.ids import id_maker
from sync.ports import Server
from sync.protocol import (
    PROTOCOL,
    Chunk,
    FrozenRow,
    Item,
    Mutation,
    Op,
    Outcome,
    Page,
    PushReply,
    PushRequest,
    Row,
    Verdict,
    encode,
)

OTHER_EPOCH = "0190e000-0000-7000-8000-00000000dead"
SENT_AT = FakeClock().now()
new_id = id_maker(FakeClock(), random.Random(11))


class Bench(Protocol):
    @property
    def server(self) -> Server: ...


def lead(name: str = "Orchard House", **changed: object) -> Mutation:
    known = {"key": new_id(), "op": Op.CREATE, "kind": "lead", "id": new_id(), "occurred_at": FakeClock().now()}
    return Mutation(**{**known, "fields": {"name": name}, **changed})  # type: ignore[arg-type]  # the values come from one table


def item(seq: int, mutation: Mutation) -> Item:
    return Item(seq=seq, key=mutation.key, mutation=Raw(encode(mutation)))


class Stream:
    """A line of mutations, numbered by hand."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.name = new_id()

    def push(self, *items: Item, epoch: str = "") -> PushReply:
        return self.server.push(
            PushRequest(
                protocol=PROTOCOL,
                stream=self.name,
                epoch=epoch,
                confirmed_seq=0,
                sent_at=SENT_AT,
                mutations=list(items),
            )
        )

    def verdict(self, one: Item) -> Verdict:
        (verdict,) = self.push(one).verdicts
        return verdict


def pull_all(server: Server, limit: int = 1_000) -> tuple[list[Row], Page]:
    rows: list[Row] = []
    cursor = ""
    while True:
        page = server.pull(cursor, limit)
        rows += page.rows
        if not page.more:
            return rows, page
        assert page.cursor != cursor
        cursor = page.cursor


def snapshot_all(server: Server, limit: int = 1_000, kinds: tuple[str, ...] = ()) -> tuple[list[FrozenRow], Chunk]:
    rows: list[FrozenRow] = []
    chunk = server.snapshot("", limit, kinds)
    while True:
        rows += chunk.rows
        if not chunk.token:
            return rows, chunk
        chunk = server.snapshot(chunk.token, limit)


class ServerContract:
    @pytest.fixture
    def server(self) -> Server:
        raise NotImplementedError

    @pytest.fixture
    def stream(self, server: Server) -> Stream:
        return Stream(server)

    def test_it_says_that_it_is_there(self, server: Server) -> None:
        assert server.health().status == "ok"

    def test_an_empty_push_goes_through(self, stream: Stream) -> None:
        reply = stream.push()
        assert reply.verdicts == []
        assert reply.last_seq == 0
        assert reply.epoch != ""

    def test_a_creation_is_applied_with_its_row_and_a_version_of_its_own(self, stream: Stream) -> None:
        before = stream.push().version
        first, second = lead("A"), lead("B")
        reply = stream.push(item(1, first), item(2, second))
        assert [verdict.key for verdict in reply.verdicts] == [first.key, second.key]
        assert [verdict.outcome for verdict in reply.verdicts] == [Outcome.APPLIED] * 2
        assert [verdict.version for verdict in reply.verdicts] == [before + 1, before + 2]
        assert (reply.version, reply.last_seq) == (before + 2, 2)
        row = reply.verdicts[0].row
        assert row is not None
        assert (row.id, row.version, row.body["name"]) == (first.id, before + 1, "A")

    def test_a_second_delivery_gets_the_same_verdict_and_has_no_effect(self, stream: Stream) -> None:
        mutation = lead()
        first = stream.verdict(item(1, mutation))
        again = stream.push(item(1, mutation))
        assert (again.verdicts[0].outcome, again.verdicts[0].version) == (first.outcome, first.version)
        assert again.verdicts[0].replayed
        assert again.version == first.version

    def test_a_key_that_is_used_for_something_else_is_refused(self, stream: Stream) -> None:
        mutation = lead()
        stream.push(item(1, mutation))
        verdict = stream.verdict(item(1, lead("Other", key=mutation.key, id=mutation.id)))
        assert verdict.outcome is Outcome.REFUSED
        assert verdict.refusal is not None
        assert verdict.refusal.code == "key_reused"

    def test_a_gap_is_told_with_the_number_that_is_missing(self, stream: Stream) -> None:
        stream.push(item(1, lead()))
        with pytest.raises(SequenceGap) as caught:
            stream.push(item(3, lead()))
        assert caught.value.expected_seq == 2

    def test_another_key_at_a_number_that_was_passed_is_a_fork(self, stream: Stream) -> None:
        stream.push(item(1, lead()), item(2, lead()))
        with pytest.raises(StreamForked):
            stream.push(item(2, lead()))

    def test_known_keys_answer_by_receipt_in_a_new_stream(self, stream: Stream, server: Server) -> None:
        known, fresh = lead("Known"), lead("Fresh")
        version = stream.verdict(item(1, known)).version
        reply = Stream(server).push(item(1, known), item(2, fresh))
        assert [verdict.replayed for verdict in reply.verdicts] == [True, False]
        assert [verdict.version for verdict in reply.verdicts] == [version, version + 1]

    def test_a_withdrawal_fences_a_late_duplicate(self, stream: Stream) -> None:
        mutation = lead()
        assert stream.verdict(Item(seq=1, key=mutation.key)).outcome is Outcome.WITHDRAWN
        version = stream.push().version
        late = stream.push(item(1, mutation))
        assert late.verdicts[0].outcome is Outcome.WITHDRAWN
        assert late.version == version

    def test_a_withdrawal_that_comes_too_late_hears_the_verdict(self, stream: Stream) -> None:
        mutation = lead()
        version = stream.verdict(item(1, mutation)).version
        verdict = stream.verdict(Item(seq=1, key=mutation.key))
        assert (verdict.outcome, verdict.version) == (Outcome.APPLIED, version)
        assert verdict.row is not None
        assert (verdict.row.id, verdict.row.version) == (mutation.id, version)

    def test_what_comes_after_a_withdrawn_one_is_held(self, stream: Stream) -> None:
        gone = lead()
        held = lead(after=(gone.key,))
        reply = stream.push(Item(seq=1, key=gone.key), item(2, held), item(3, lead(after=(new_id(),))))
        assert [verdict.outcome for verdict in reply.verdicts] == [Outcome.WITHDRAWN, Outcome.HELD, Outcome.APPLIED]
        assert reply.verdicts[1].cause == gone.key

    def test_another_epoch_is_told(self, stream: Stream) -> None:
        epoch = stream.push().epoch
        with pytest.raises(EpochChanged) as caught:
            stream.push(item(1, lead()), epoch=OTHER_EPOCH)
        assert caught.value.epoch == epoch
        assert stream.push(item(1, lead()), epoch=epoch).verdicts[0].outcome is Outcome.APPLIED

    @pytest.mark.parametrize("limit", [1, 2, 1_000])
    def test_a_pull_names_everything_once_and_then_only_what_is_new(
        self, stream: Stream, server: Server, limit: int
    ) -> None:
        made = [lead(str(number)) for number in range(5)]
        reply = stream.push(*(item(seq, mutation) for seq, mutation in enumerate(made, start=1)))
        rows, last = pull_all(server, limit)
        assert [row.id for row in rows if row.kind == "lead"] == [mutation.id for mutation in made]
        assert [row.version for row in rows] == sorted(row.version for row in rows)
        assert (last.version, last.epoch) == (reply.version, reply.epoch)
        assert server.pull(last.cursor, limit).rows == []
        later = lead("Later")
        stream.push(item(6, later))
        assert [row.id for row in server.pull(last.cursor, limit).rows] == [later.id]

    def test_a_cursor_that_is_none_is_rejected(self, server: Server) -> None:
        with pytest.raises(Rejected):
            server.pull("not a cursor", 10)

    @pytest.mark.parametrize("limit", [1, 2, 1_000])
    def test_a_snapshot_names_everything_and_pulls_go_on_from_there(
        self, stream: Stream, server: Server, limit: int
    ) -> None:
        made = [lead(str(number)) for number in range(5)]
        reply = stream.push(*(item(seq, mutation) for seq, mutation in enumerate(made, start=1)))
        rows, last = snapshot_all(server, limit)
        assert {row.id for row in rows if row.kind == "lead"} == {mutation.id for mutation in made}
        assert (last.version, last.epoch) == (reply.version, reply.epoch)
        assert (last.done, last.token) == (last.total, "")
        assert server.pull(last.cursor, limit).rows == []
        later = lead("Later")
        stream.push(item(6, later))
        assert [row.id for row in server.pull(last.cursor, limit).rows] == [later.id]

    def test_what_is_written_during_a_snapshot_comes_by_pull(self, stream: Stream, server: Server) -> None:
        made = [lead(str(number)) for number in range(4)]
        stream.push(*(item(seq, mutation) for seq, mutation in enumerate(made, start=1)))
        first = server.snapshot("", 1)
        later = lead("Later")
        stream.push(item(5, later))
        rows, token = list(first.rows), first.token
        while token:
            chunk = server.snapshot(token, 1)
            rows, token = [*rows, *chunk.rows], chunk.token
        assert {mutation.id for mutation in made} <= {row.id for row in rows}
        assert later.id in {row.id for row in server.pull(chunk.cursor, 10).rows}

    def test_a_chunk_may_be_asked_for_again(self, stream: Stream, server: Server) -> None:
        stream.push(*(item(seq, lead(str(seq))) for seq in range(1, 6)))
        first = server.snapshot("", 2)
        again, more = server.snapshot(first.token, 2), server.snapshot(first.token, 4)
        assert [row.id for row in server.snapshot(first.token, 2).rows] == [row.id for row in again.rows]
        assert [row.id for row in more.rows][: len(again.rows)] == [row.id for row in again.rows]

    def test_a_snapshot_of_some_kinds_names_those_alone(self, stream: Stream, server: Server) -> None:
        made = lead()
        stream.push(item(1, made))
        assert [row.id for row in snapshot_all(server, kinds=("lead",))[0]] == [made.id]
        assert snapshot_all(server, kinds=("note", "of_tomorrow"))[0] == []

    def test_with_a_token_that_is_none_a_snapshot_begins_anew(self, server: Server) -> None:
        with pytest.raises(CursorGone):
            server.snapshot("not a token", 10)
