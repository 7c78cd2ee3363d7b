"""What the engine may rely on, whatever store it stands on. A store's tests subclass this and say how to make one."""

from typing import Protocol

import pytest

from support.profiles import EPOCH, applied, chunk, held, mutation_of, page, refused, reply, row, withdrawn
from sync.ports import Store
from sync.protocol import Code, Refusal

PLENTY = 10_000_000
TOO_LARGE = Refusal(code=Code.INTERNAL, message="Too large to be sent.")


class Bench(Protocol):
    """A store with a way to fill it and to look at it."""

    @property
    def store(self) -> Store: ...

    def record(self, *names: str, is_group: bool = False) -> tuple[str, ...]:
        """Mint the creation of leads; their keys."""
        ...

    def parked(self) -> set[str]:
        """The keys that wait for a person."""
        ...

    def versions(self) -> dict[str, int]:
        """What the server has confirmed, by record."""
        ...


class StoreContract:
    @pytest.fixture
    def bench(self) -> Bench:
        raise NotImplementedError

    def test_a_new_store_has_a_stream_and_nothing_else(self, bench: Bench) -> None:
        position = bench.store.position()
        assert len(position.stream) == 36
        assert (position.epoch, position.cursor, position.confirmed_seq) == ("", "", 0)
        assert bench.store.outbox_size() == 0
        assert bench.store.next_batch(10, PLENTY) == ()

    def test_a_batch_is_the_head_of_the_outbox_in_order(self, bench: Bench) -> None:
        keys = bench.record("A", "B", "C")
        batch = bench.store.next_batch(2, PLENTY)
        assert [(item.seq, item.key) for item in batch] == [(1, keys[0]), (2, keys[1])]
        assert [mutation_of(item).key for item in batch] == list(keys[:2])
        assert bench.store.outbox_size() == 3

    def test_asking_for_a_batch_changes_nothing(self, bench: Bench) -> None:
        bench.record("A", "B")
        assert bench.store.next_batch(10, PLENTY) == bench.store.next_batch(10, PLENTY)

    def test_there_is_always_at_least_one_item(self, bench: Bench) -> None:
        keys = bench.record("A" * 200, "B")
        assert [item.key for item in bench.store.next_batch(10, 1)] == [keys[0]]

    def test_a_group_is_never_split(self, bench: Bench) -> None:
        single = bench.record("A")
        group = bench.record("B", "C", "D", is_group=True)
        for most in range(1, 6):
            keys = {item.key for item in bench.store.next_batch(most, PLENTY)}
            assert not keys & set(group) or keys >= set(group)
        bench.store.settle(reply(applied(bench.store.next_batch(1, PLENTY)[0], 1), last_seq=1))
        assert single[0] not in {item.key for item in bench.store.next_batch(1, PLENTY)}
        assert [item.key for item in bench.store.next_batch(1, PLENTY)] == list(group)

    def test_an_applied_mutation_leaves_the_outbox_and_its_row_is_kept(self, bench: Bench) -> None:
        bench.record("A", "B")
        first, second = bench.store.next_batch(10, PLENTY)
        bench.store.settle(reply(applied(first, 7), last_seq=1))
        assert [item.key for item in bench.store.next_batch(10, PLENTY)] == [second.key]
        assert bench.versions() == {mutation_of(first).id: 7}
        assert bench.store.position().confirmed_seq == 1
        assert bench.store.position().epoch == EPOCH
        assert bench.parked() == set()

    def test_a_refused_mutation_waits_for_a_person_and_the_others_go_on(self, bench: Bench) -> None:
        keys = bench.record("A", "B", "C")
        first, second, third = bench.store.next_batch(10, PLENTY)
        bench.store.settle(reply(refused(first), held(second, first.key), applied(third, 3), last_seq=3))
        assert bench.parked() == {keys[0], keys[1]}
        assert bench.store.outbox_size() == 0
        assert bench.store.position().confirmed_seq == 3

    def test_a_verdict_that_comes_twice_does_nothing_the_second_time(self, bench: Bench) -> None:
        bench.record("A", "B")
        first, second = bench.store.next_batch(10, PLENTY)
        answer = reply(applied(first, 4), refused(second), last_seq=2)
        bench.store.settle(answer)
        before = (bench.versions(), bench.parked(), bench.store.position())
        bench.store.absorb(page([], cursor=before[2].cursor))
        assert (bench.versions(), bench.parked(), bench.store.position()) == before

    def test_the_batch_behind_is_what_comes_next_once_the_first_is_settled(self, bench: Bench) -> None:
        bench.record("A", "B", "C")
        (first,) = bench.store.next_batch(1, PLENTY)
        behind = bench.store.batch_behind(first.seq, 1, PLENTY)
        assert [item.seq for item in behind] == [2]
        bench.store.settle(reply(applied(first, 4), last_seq=1))
        assert bench.store.next_batch(1, PLENTY) == behind
        assert bench.store.batch_behind(3, 1, PLENTY) == ()

    def test_a_page_moves_the_cursor_with_its_rows(self, bench: Bench) -> None:
        bench.store.absorb(page([row("a" * 36, 5, name="A"), row("b" * 36, 6, name="B")], "next"))
        assert bench.versions() == {"a" * 36: 5, "b" * 36: 6}
        assert bench.store.position().cursor == "next"

    def test_an_older_row_never_replaces_a_newer_one(self, bench: Bench) -> None:
        bench.store.absorb(page([row("a" * 36, 9, name="New")], "1"))
        bench.store.absorb(page([row("a" * 36, 8, name="Old")], "2"))
        assert bench.versions() == {"a" * 36: 9}

    def test_a_new_stream_numbers_from_one_and_keeps_keys_and_bytes(self, bench: Bench) -> None:
        bench.record("A", "B", "C")
        items = bench.store.next_batch(10, PLENTY)
        bench.store.settle(reply(applied(items[0], 1), last_seq=1))
        stream = bench.store.position().stream
        bench.store.open_stream()
        again = bench.store.next_batch(10, PLENTY)
        assert [item.seq for item in again] == [1, 2]
        assert [(i.key, bytes(i.mutation)) for i in again] == [(i.key, bytes(i.mutation)) for i in items[1:]]
        assert bench.store.position().stream != stream
        assert bench.store.position().confirmed_seq == 0
        (later,) = bench.record("D")
        assert [(item.seq, item.key) for item in bench.store.next_batch(10, PLENTY)][-1] == (3, later)

    def test_in_a_new_epoch_the_sent_log_goes_out_again_before_the_outbox(self, bench: Bench) -> None:
        keys = bench.record("A", "B", "C")
        items = bench.store.next_batch(10, PLENTY)
        bench.store.settle(reply(applied(items[0], 1), applied(items[1], 2), last_seq=2))
        bench.store.absorb(page([], "far"))
        stream = bench.store.position().stream
        bench.store.meet_epoch("another")
        again = bench.store.next_batch(10, PLENTY)
        assert [item.key for item in again] == list(keys)
        assert [item.seq for item in again] == [1, 2, 3]
        assert [bytes(item.mutation) for item in again] == [bytes(item.mutation) for item in items]
        position = bench.store.position()
        assert (position.epoch, position.cursor, position.confirmed_seq) == ("another", "", 0)
        assert position.stream != stream

    def test_being_locked_out_leaves_the_outbox_alone(self, bench: Bench) -> None:
        keys = bench.record("A", "B")
        bench.store.absorb(page([row("a" * 36, 5, name="A")], "far"))
        bench.store.seal()
        bench.store.seal()
        assert [item.key for item in bench.store.next_batch(10, PLENTY)] == list(keys)
        assert (bench.store.position().cursor, bench.versions()) == ("", {})

    def test_dropping_the_cursor_leaves_the_outbox_alone(self, bench: Bench) -> None:
        bench.record("A")
        bench.store.absorb(page([row("a" * 36, 5, name="A")], "far"))
        bench.store.drop_cursor()
        assert bench.store.position().cursor == ""
        assert bench.store.outbox_size() == 1

    def test_a_withdrawn_mutation_keeps_its_number_and_waits_for_a_person(self, bench: Bench) -> None:
        keys = bench.record("A", "B")
        bench.store.withdraw(keys[0], TOO_LARGE)
        first, second = bench.store.next_batch(10, PLENTY)
        assert first.is_withdrawal
        assert (first.seq, first.key) == (1, keys[0])
        assert not second.is_withdrawal
        assert bench.parked() == {keys[0]}
        bench.store.settle(reply(withdrawn(first), applied(second, 1), last_seq=2))
        assert bench.parked() == {keys[0]}
        assert bench.store.outbox_size() == 0

    def test_a_withdrawn_group_goes_as_a_whole(self, bench: Bench) -> None:
        group = bench.record("A", "B", is_group=True)
        bench.store.withdraw(group[1], TOO_LARGE)
        assert all(item.is_withdrawal for item in bench.store.next_batch(10, PLENTY))
        assert bench.parked() == set(group)

    def test_what_was_withdrawn_too_late_is_done(self, bench: Bench) -> None:
        """An earlier delivery had arrived: nobody is asked what to do with it."""
        bench.record("A")
        (item,) = bench.store.next_batch(10, PLENTY)
        bench.store.withdraw(item.key, TOO_LARGE)
        bench.store.settle(reply(applied(item, 2), last_seq=1))
        assert bench.parked() == set()
        assert bench.versions() == {mutation_of(item).id: 2}

    def test_a_snapshot_gives_its_place_with_its_last_chunk(self, bench: Bench) -> None:
        assert bench.store.position().needs_snapshot
        bench.store.absorb_chunk(chunk([row("a" * 36, 5, name="A")], token="more"))
        position = bench.store.position()
        assert (position.token, position.cursor, position.needs_snapshot) == ("more", "", True)
        bench.store.absorb_chunk(chunk([row("b" * 36, 6, name="B")], cursor="far"))
        position = bench.store.position()
        assert (position.token, position.cursor, position.needs_snapshot) == ("", "far", False)
        assert bench.versions() == {"a" * 36: 5, "b" * 36: 6}

    def test_what_no_chunk_named_is_swept_at_the_end_and_not_before(self, bench: Bench) -> None:
        bench.store.absorb_chunk(chunk([row("a" * 36, 5, name="A"), row("b" * 36, 6, name="B")], cursor="far"))
        bench.store.drop_cursor()
        bench.store.absorb_chunk(chunk([row("a" * 36, 5, name="A")], token="more"))
        assert bench.versions() == {"a" * 36: 5, "b" * 36: 6}
        bench.store.absorb_chunk(chunk([], cursor="far"))
        assert bench.versions() == {"a" * 36: 5}

    def test_a_new_snapshot_leaves_no_token_behind(self, bench: Bench) -> None:
        bench.store.absorb_chunk(chunk([row("a" * 36, 5, name="A")], token="more"))
        bench.store.drop_cursor()
        assert bench.store.position().token == ""
        assert bench.versions() == {"a" * 36: 5}
