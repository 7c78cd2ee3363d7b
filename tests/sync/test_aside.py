"""What is under way while the last answer is still being stored, here with a hand that is always quicker than that.

Over 300 lines: each promise beside the bug that is planted in it.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from typing import Any, TypeVar

import pytest

from support.rig import Rig
from sync import engine, plan, pushing, snapshotting
from sync.aside import Aside
from sync.errors import Busy, NetworkTrouble, Unreachable
from sync.plan import PATIENCE
from sync.protocol import Code, PushReply, PushRequest, Refusal
from sync.status import Phase, Signal

T = TypeVar("T")
SMALL = 20
WITHDRAWN = Refusal(code=Code.INVALID, message="Taken back.")


def at_once(call: Callable[[], T]) -> Future[T]:
    """Make the call now, and tell what came of it when asked."""
    made: Future[T] = Future()
    try:
        made.set_result(call())
    except NetworkTrouble as trouble:
        made.set_exception(trouble)
    return made


@pytest.fixture
def rig() -> Rig:
    rig = Rig(begin=at_once)
    rig.drain()
    rig.server.calls.clear()
    return rig


def record(rig: Rig, count: int) -> list[str]:
    """So large that two of them make a push."""
    return [rig.store.record(f"{number:05}", size=40_000) for number in range(count)]


def beside_a_full_one(count: int = 3_000) -> tuple[Rig, Rig]:
    """A device that knows so many records, and a new one at the same server."""
    full = Rig(seed=9)
    for number in range(count):
        full.store.record(f"{number:05}")
    full.drain(0.0)
    return full, Rig(server=full.server, begin=at_once)


def noted(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What happens to the rig's batches, in order."""
    events: list[str] = []
    push, settle = rig.server.push, rig.store.settle

    def note_push(request: PushRequest) -> PushReply:
        events.append(f"push {request.mutations[0].seq}")
        return push(request)

    def note_settle(reply: PushReply) -> None:
        events.append(f"settle {reply.last_seq}")
        settle(reply)

    monkeypatch.setattr(rig.server, "push", note_push)
    monkeypatch.setattr(rig.store, "settle", note_settle)
    return events


def test_the_next_batch_is_sent_before_the_last_one_is_settled(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    events = noted(rig, monkeypatch)
    keys = record(rig, 6)
    monkeypatch.setattr(pushing.Pace, "after", lambda pace, *_: pace)
    rig.engine.notice(Signal.WORK)
    assert rig.drain()
    assert events == ["push 1", "push 3", "settle 2", "push 5", "settle 4", "settle 6"]
    assert list(rig.store.sent) == keys
    assert rig.store.rows == rig.server.rows


def two_sent_and_two_ahead(rig: Rig, trouble: NetworkTrouble | None = None) -> list[str]:
    """The keys of four, of which the last two are under way; `trouble` is what came of that."""
    keys = record(rig, 4)
    answers = [None, trouble]
    rig.server.trouble = lambda name, _: iter((answers.pop(0),) if name == "push" and answers else ())
    rig.engine.notice(Signal.WORK)
    assert rig.run(until=lambda: len(rig.store.sent) == 2)
    return keys


def test_what_was_sent_ahead_and_is_another_now_is_sent_again(rig: Rig) -> None:
    keys = two_sent_and_two_ahead(rig)
    assert len(rig.server.receipts) == 4
    rig.store.withdraw(keys[2], WITHDRAWN)
    assert rig.drain()
    assert set(rig.store.sent) == set(keys)
    assert len(rig.server.rows) == 4


def test_whoever_begins_anew_sends_again_what_was_sent_ahead(rig: Rig) -> None:
    """They may have signed in since, and be somebody else to the server."""
    keys = two_sent_and_two_ahead(rig)
    rig.engine.restart()
    assert rig.drain()
    assert len(rig.server.calls_of("push")) == 3
    assert list(rig.store.sent) == keys


def test_whoever_begins_anew_asks_again_for_the_chunk_that_is_under_way() -> None:
    other, rig = beside_a_full_one()
    assert rig.run(until=lambda: len(rig.store.rows) > 0)
    asked = len(rig.server.calls_of("snapshot"))
    rig.engine.restart()
    assert rig.drain(0.0)
    assert len(rig.server.calls_of("snapshot")) == asked + 1
    assert rig.store.rows == other.server.rows


def test_who_is_busy_is_left_alone_although_another_batch_was_meant(rig: Rig) -> None:
    keys = two_sent_and_two_ahead(rig, Busy("busy", retry_after=30.0, status=503))
    rig.store.withdraw(keys[2], WITHDRAWN)
    assert rig.drain()
    _first, ahead, again, *_ = rig.server.calls_of("push")
    assert again >= ahead + 30.0
    assert len(rig.server.rows) == 3  # what was taken back never arrived


def test_who_is_busy_with_a_batch_is_not_asked_for_news_either(rig: Rig) -> None:
    two_sent_and_two_ahead(rig, Busy("busy", retry_after=30.0, status=503))
    rig.clock.advance(2 * PATIENCE)
    rig.engine.notice(Signal.NEWS)
    assert rig.drain()
    ahead = rig.server.calls_of("push")[1]
    assert all(at >= ahead + 30.0 for at, *_ in rig.server.calls if at > ahead)


def test_who_is_busy_with_a_chunk_gets_no_batch_either(monkeypatch: pytest.MonkeyPatch) -> None:
    _, rig = beside_a_full_one()
    asked: list[tuple[str, float]] = []
    absorb = rig.store.absorb_chunk

    def busy_with_the_second_chunk(name: str, _size: int) -> Iterator[NetworkTrouble | None]:
        asked.append((name, rig.clock.monotonic()))
        if name == "snapshot" and [each for each, _ in asked].count(name) == 2:
            yield Busy("busy", retry_after=30.0, status=429)

    def save_meanwhile(chunk: Any) -> None:
        absorb(chunk)
        record(rig, 1)

    rig.server.trouble = busy_with_the_second_chunk
    monkeypatch.setattr(rig.store, "absorb_chunk", save_meanwhile)
    assert rig.run(until=lambda: bool(rig.store.sent))
    names = [name for name, _ in asked]
    told = names.index("snapshot", names.index("snapshot") + 1)
    assert asked[told + 1][1] >= asked[told][1] + 30.0


@pytest.mark.parametrize("trouble", [Unreachable("lost"), Busy("broken", status=500)])
def test_what_became_of_another_batch_holds_up_nothing(rig: Rig, trouble: NetworkTrouble) -> None:
    keys = two_sent_and_two_ahead(rig, trouble)
    rig.store.withdraw(keys[2], WITHDRAWN)
    assert rig.drain()
    _first, ahead, again, *_ = rig.server.calls_of("push")
    assert again == ahead
    assert len(rig.server.rows) == 3


def lost_ahead(rig: Rig, *, is_after: bool) -> list[float]:
    """The second push loses its request or its answer; when pushes were made."""
    left = [1, 2]

    def trouble(name: str, _: int) -> Iterator[NetworkTrouble | None]:
        if name == "push" and left and left.pop(0) == 2:
            yield None if is_after else Unreachable("lost")
            yield Unreachable("lost")

    rig.server.trouble = trouble
    keys = record(rig, 6)
    rig.engine.notice(Signal.WORK)
    assert rig.drain()
    assert list(rig.store.sent) == keys
    assert len(rig.server.rows) == 6
    return rig.server.calls_of("push")


@pytest.mark.parametrize("is_after", [False, True])
def test_a_loss_of_what_was_sent_ahead_is_waited_for_like_any(rig: Rig, *, is_after: bool) -> None:
    first, second, third, *_ = lost_ahead(rig, is_after=is_after)
    assert first == second
    assert third > second


def test_nothing_goes_ahead_of_a_batch_that_failed(rig: Rig) -> None:
    record(rig, 6)
    rig.server.trouble = lambda name, _: iter((Busy("busy", status=503),) if name == "push" else ())
    rig.engine.notice(Signal.WORK)
    rig.run(0.5)
    assert len(rig.server.calls_of("push")) == 1


def test_a_new_stream_does_not_take_the_old_one_s_answer(rig: Rig) -> None:
    keys = record(rig, 4)
    rig.engine.notice(Signal.WORK)
    assert rig.run(until=lambda: len(rig.store.sent) == 2)
    rig.store.open_stream()
    assert rig.drain()
    assert list(rig.store.sent) == keys
    assert rig.server.streams.get(rig.store.stream) == 2
    assert rig.store.streams_opened == 1


def test_an_answer_that_is_older_than_a_pull_is_asked_for_again(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else what the pull has just taken away would come back."""
    events = noted(rig, monkeypatch)
    keys = record(rig, 4)
    settle = rig.store.settle

    def settle_slowly(reply: PushReply) -> None:
        settle(reply)
        rig.clock.advance(PATIENCE)

    monkeypatch.setattr(rig.store, "settle", settle_slowly)
    rig.engine.notice(Signal.NEWS)
    assert rig.drain()
    assert events == ["push 1", "push 3", "settle 2", "push 3", "settle 4"]
    assert list(rig.store.sent) == keys


def test_nothing_goes_ahead_where_a_pull_comes_next(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a slow line it would be sent twice."""
    events = noted(rig, monkeypatch)
    keys = record(rig, 4)

    def drip(name: str, _: int) -> Iterator[NetworkTrouble | None]:
        rig.clock.advance(PATIENCE if name == "push" else 0.0)
        yield None

    rig.server.trouble = drip
    rig.engine.notice(Signal.NEWS)
    assert rig.drain()
    assert events == ["push 1", "settle 2", "push 3", "settle 4"]
    assert list(rig.store.sent) == keys


def test_the_next_chunk_is_asked_for_before_the_last_one_is_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    other, rig = beside_a_full_one()
    events: list[str] = []
    snapshot, absorb = rig.server.snapshot, rig.store.absorb_chunk

    def note_snapshot(token: str, *rest: Any) -> object:
        events.append("ask")
        return snapshot(token, *rest)

    def note_absorb(chunk: Any) -> None:
        events.append("store")
        absorb(chunk)

    monkeypatch.setattr(rig.server, "snapshot", note_snapshot)
    monkeypatch.setattr(rig.store, "absorb_chunk", note_absorb)
    assert rig.drain(0.0)
    assert events == ["ask", "ask", "store", "store"]
    assert rig.store.rows == other.server.rows


def test_a_chunk_of_a_snapshot_that_was_given_up_is_not_taken() -> None:
    other, rig = beside_a_full_one()
    while not rig.store.token:
        rig.engine.step()
    rig.store.drop_cursor()
    assert rig.drain(0.0)
    assert rig.store.rows == other.server.rows
    assert len(rig.server.calls_of("snapshot")) >= 4


def turns(monkeypatch: pytest.MonkeyPatch, push_seconds: float) -> list[tuple[str, int]]:
    """Pushes that take so long, and the chunks of a snapshot, in the order in which they are asked for."""
    monkeypatch.setattr(pushing.Pace, "after", lambda pace, *_: pace)
    monkeypatch.setattr(snapshotting, "FIRST_CHUNK", SMALL)
    _, rig = beside_a_full_one(6 * SMALL)
    record(rig, 60)
    asked: list[tuple[str, int]] = []

    def drip(name: str, size: int) -> Iterator[NetworkTrouble | None]:
        rig.clock.advance(push_seconds if name == "push" else 0.0)
        asked.append((name, size))
        yield None

    rig.server.trouble = drip
    assert rig.run(until=lambda: not rig.store.outbox)
    return [each for each in asked if each[0] in ("push", "snapshot")]


def test_on_a_slow_line_a_snapshot_that_waits_takes_every_second_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [name for name, _ in turns(monkeypatch, PATIENCE)]
    assert names[:6] == ["push", "snapshot"] * 3


def test_on_a_quick_line_the_queue_goes_out_and_a_small_chunk_comes_in_between(monkeypatch: pytest.MonkeyPatch) -> None:
    """The least of what lies about: no chunk goes ahead, and none grows, while something else comes next."""
    asked = turns(monkeypatch, PATIENCE / 8)
    places = [place for place, (name, _) in enumerate(asked) if name == "snapshot"]
    assert len(places) > 2
    assert all(later - sooner > 7 for sooner, later in pairwise([0, *places]))
    assert {size for name, size in asked if name == "snapshot"} == {SMALL}


def test_a_hand_gives_back_what_came_of_a_call() -> None:
    with closing(Aside()) as aside:
        assert aside.begin(lambda: 3).result() == 3
        failing = aside.begin(lambda: int("x"))
        with pytest.raises(ValueError, match="invalid literal"):
            failing.result()


def takes_any_answer(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(pushing._UnderWay, "leads", lambda *_: True)


def forgets_that_a_pull_was_younger(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(pushing.Pushing, "outdate", lambda _: None)


def sends_ahead_what_it_has_just_sent(patch: pytest.MonkeyPatch) -> None:
    real = Rig().store.__class__.batch_behind
    patch.setattr("support.fakes.FakeStore.batch_behind", lambda store, seq, *most: real(store, 0, *most))


def pulls_on_whatever_comes_next(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(engine.Engine, "_will_pull_on", lambda _: True)


def gives_a_pull_as_many_turns_as_a_push(patch: pytest.MonkeyPatch) -> None:
    def choose(facts: plan.Facts) -> tuple[Phase, float]:
        return plan.choose(replace(facts, pulled_at=facts.pulled_at - PATIENCE))

    patch.setattr(engine, "choose", choose)


def hears_only_what_it_asks_next(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(engine.Engine, "_told_to_wait", lambda _, phase: phase)


PLANTS = (
    hears_only_what_it_asks_next,
    takes_any_answer,
    sends_ahead_what_it_has_just_sent,
    forgets_that_a_pull_was_younger,
    pulls_on_whatever_comes_next,
    gives_a_pull_as_many_turns_as_a_push,
)


def a_day(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    test_an_answer_that_is_older_than_a_pull_is_asked_for_again(rig, monkeypatch)
    test_a_new_stream_does_not_take_the_old_one_s_answer(rig)
    test_who_is_busy_with_a_chunk_gets_no_batch_either(monkeypatch)
    test_on_a_quick_line_the_queue_goes_out_and_a_small_chunk_comes_in_between(monkeypatch)


@pytest.mark.logs
@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_planted(plant: Callable[[pytest.MonkeyPatch], None], rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    with pytest.raises(AssertionError):
        a_day(rig, monkeypatch)
