"""Every row of the table of statuses, and what the engine makes of it."""

import itertools
import math
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from msgspec import structs

from support.rig import Rig
from sync.backoff import SLOW_BEAT
from sync.errors import (
    Busy,
    CursorGone,
    DeviceRevoked,
    DiskFull,
    EpochChanged,
    NetworkTrouble,
    Rejected,
    TooLarge,
    Unauthenticated,
    Unreachable,
    UpdateNeeded,
    WrongUser,
)
from sync.plan import AIM
from sync.protocol import MAX_MUTATIONS, MAX_PAGE_ROWS, Page, PushReply, PushRequest
from sync.status import Phase, Signal

Troubles = Callable[[str, int], Iterator[NetworkTrouble | None]]


def always(call: str, trouble: NetworkTrouble) -> Troubles:
    return lambda name, _: iter((trouble,)) if name == call else iter(())


def times(number: int, call: str, trouble: NetworkTrouble) -> Troubles:
    left = [trouble] * number

    def next_trouble(name: str, _: int) -> Iterator[NetworkTrouble | None]:
        if name == call and left:
            yield left.pop()

    return next_trouble


def after_commit(number: int, call: str, trouble: NetworkTrouble) -> Troubles:
    left = [trouble] * number

    def next_trouble(name: str, _: int) -> Iterator[NetworkTrouble | None]:
        if name == call and left:
            yield None
            yield left.pop()

    return next_trouble


def pushed(rig: Rig) -> list[int]:
    return [size for _, name, size in rig.server.calls if name == "push"]


def test_drains_and_pulls_at_the_start(rig: Rig) -> None:
    keys = [rig.store.record(f"Lead {number}") for number in range(2_500)]
    assert rig.drain(1.0)
    assert list(rig.store.sent) == keys
    assert rig.server.version == 2_500
    assert pushed(rig) == [349, 1_000, 1_000, 151]
    assert rig.phases[:2] == [Phase.PUSHING, Phase.PUSHING]
    assert rig.engine.status.trouble == ""


def test_new_work_goes_out_at_once(rig: Rig) -> None:
    rig.drain()
    rig.store.record("New")
    rig.engine.notice(Signal.WORK)
    started = rig.clock.monotonic()
    assert rig.drain()
    assert rig.clock.monotonic() == started


def test_polls_where_no_event_comes(rig: Rig) -> None:
    rig.run(600)
    pulls = rig.server.calls_of("pull")
    gaps = [later - earlier for earlier, later in itertools.pairwise(pulls)]
    assert gaps
    assert all(30 <= gap <= 60 for gap in gaps)


def test_pulls_when_a_newer_version_is_heard_of_and_only_then(rig: Rig) -> None:
    rig.store.record("One")
    rig.drain()
    before = len(rig.server.calls_of("pull"))
    rig.engine.hear(rig.server.version)
    rig.run(1.0)
    assert len(rig.server.calls_of("pull")) == before
    rig.engine.hear(rig.server.version + 1)
    rig.run(1.0)
    assert len(rig.server.calls_of("pull")) > before


def test_a_version_that_never_comes_is_no_endless_pull(rig: Rig) -> None:
    rig.drain()
    before = len(rig.server.calls_of("pull"))
    rig.engine.hear(4_711)
    rig.run(1.0)
    assert len(rig.server.calls_of("pull")) - before == 2


def test_a_reply_lost_after_the_commit_is_settled_by_the_same_keys(rig: Rig) -> None:
    keys = [rig.store.record("One"), rig.store.record("Two")]
    rig.server.trouble = after_commit(2, "push", Unreachable("lost"))
    assert rig.drain()
    assert list(rig.store.sent) == keys
    assert rig.server.version == 2


def test_offline_probes_until_the_server_answers(rig: Rig) -> None:
    rig.store.record("One")
    rig.server.trouble = lambda _name, _size: iter((Unreachable("no line"),))
    rig.run(3_600)
    assert rig.engine.status.phase is Phase.OFFLINE
    assert rig.engine.status.trouble == "no line"
    assert rig.store.contacts == [(rig.store.contacts[0][0], False)]
    assert rig.server.calls_of("push") == []
    probes = rig.server.calls_of("health")
    assert max(later - earlier for earlier, later in itertools.pairwise(probes)) <= 300
    assert len(probes) < 120
    rig.server.trouble = None
    assert rig.drain(301)
    assert [is_online for _, is_online in rig.store.contacts] == [False, True]


@pytest.mark.parametrize("signal", [Signal.NETWORK, Signal.USER, Signal.NEWS])
def test_a_hint_ends_being_offline_at_once(rig: Rig, signal: Signal) -> None:
    rig.store.record("One")
    rig.server.trouble = lambda _name, _size: iter((Unreachable("no line"),))
    rig.run(1_800)
    rig.server.trouble = None
    started = rig.clock.monotonic()
    rig.engine.notice(signal)
    assert rig.drain()
    assert rig.clock.monotonic() == started


def test_a_cut_line_is_known_at_once_where_the_stream_tells_of_it(rig: Rig) -> None:
    assert rig.drain()
    calls = len(rig.server.calls)
    rig.engine.notice(Signal.LOST)
    rig.run(0.0)
    assert (rig.engine.status.phase, len(rig.server.calls)) == (Phase.IDLE, calls + 1)
    rig.server.trouble = lambda _name, _size: iter((Unreachable("no line"),))
    rig.engine.notice(Signal.LOST)
    rig.run(0.0)
    assert (rig.engine.status.phase, len(rig.server.calls)) == (Phase.OFFLINE, calls + 2)
    rig.engine.notice(Signal.LOST)
    rig.run(0.0)
    assert len(rig.server.calls) == calls + 2, "whoever is offline keeps to the waits of that"


def test_a_lost_stream_is_no_reason_to_ask_a_server_that_wants_to_be_left(rig: Rig) -> None:
    rig.store.record("One")
    rig.server.trouble = times(1, "push", Busy("slow down", retry_after=77, status=503))
    rig.run(5)
    calls = len(rig.server.calls)
    rig.engine.notice(Signal.LOST)
    rig.run(10)
    assert (rig.engine.status.phase, len(rig.server.calls)) == (Phase.WAITING, calls)


def test_retry_after_is_kept_to_the_second(rig: Rig) -> None:
    rig.store.record("One")
    rig.server.trouble = times(1, "push", Busy("slow down", retry_after=77, status=429))
    assert rig.drain()
    first, second = rig.server.calls_of("push")
    assert second - first == pytest.approx(77, abs=0.001)
    assert not [at for at, _, _ in rig.server.calls if first < at < second]


def test_retry_after_outlasts_work_and_network_but_not_a_person(rig: Rig) -> None:
    rig.store.record("One")
    rig.server.trouble = times(1, "push", Busy("slow down", retry_after=77, status=429))
    rig.run(5)
    for signal in (Signal.WORK, Signal.NETWORK, Signal.NEWS):
        rig.engine.notice(signal)
        rig.run(1)
    assert len(rig.server.calls_of("push")) == 1
    assert rig.engine.status.phase is Phase.WAITING
    rig.engine.notice(Signal.USER)
    rig.run(0.0)
    assert len(rig.server.calls_of("push")) == 2


def test_a_mad_retry_after_silences_for_an_hour_at_most(rig: Rig) -> None:
    rig.store.record("One")
    rig.server.trouble = times(1, "push", Busy("slow down", retry_after=10**9, status=503))
    assert rig.drain(3_700)


def test_a_busy_server_is_left_more_and_more_alone(rig: Rig) -> None:
    rig.store.record("One")
    rig.server.trouble = lambda name, _: iter((Busy("out of order", status=503),)) if name != "health" else iter(())
    rig.run(86_400)
    pushes = rig.server.calls_of("push")
    assert 86_400 / 300 < len(pushes) < 86_400 / 100
    assert rig.store.outbox


@pytest.mark.parametrize("trouble", [Unauthenticated("who are you?"), WrongUser("somebody else")])
def test_sign_in_is_asked_for_and_work_is_kept(rig: Rig, trouble: NetworkTrouble) -> None:
    rig.store.record("One")
    rig.server.trouble = lambda name, _: iter(()) if name == "health" else iter((trouble,))
    rig.run(86_400)
    assert rig.engine.status.phase is Phase.SIGN_IN_NEEDED
    assert set(rig.phases[1:]) == {Phase.SIGN_IN_NEEDED}
    assert len(rig.store.outbox) == 1
    assert len(rig.server.calls) <= 290
    rig.server.trouble = None
    rig.engine.notice(Signal.SIGNED_IN)
    assert rig.drain(0.0)


def test_a_sign_in_that_was_refused_by_mistake_heals_by_itself(rig: Rig) -> None:
    rig.store.record("One")
    rig.server.trouble = times(1, "push", Unauthenticated("who are you?"))
    assert rig.drain(SLOW_BEAT)


def test_a_revoked_device_is_silent(rig: Rig) -> None:
    rig.store.record("Sent")
    assert rig.drain()
    rig.store.record("One")
    rig.server.trouble = times(1, "push", DeviceRevoked("locked out"))
    rig.run(1)
    assert (rig.engine.status.phase, rig.store.rows) == (Phase.REVOKED, {})
    calls = len(rig.server.calls)
    for signal in (Signal.WORK, Signal.NEWS, Signal.NETWORK, Signal.USER, Signal.RESUME, Signal.PAUSE):
        rig.engine.notice(signal)
        rig.run(1_000)
    assert rig.engine.due == math.inf
    assert len(rig.server.calls) == calls
    assert len(rig.store.outbox) == 1


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


def test_too_large_halves_at_once_and_stays_halved(rig: Rig) -> None:
    for number in range(1_000):
        rig.store.record(f"Lead {number}")
    rig.server.trouble = lambda name, size: iter((TooLarge("too large"),) if name == "push" and size > 100 else ())
    assert rig.drain(0.0)
    assert pushed(rig) == [349, 174, *[87] * 11, 43]


def test_a_slow_line_gets_as_much_as_it_can_carry_in_the_time_that_is_aimed_at(rig: Rig) -> None:
    for number in range(2_000):
        rig.store.record(f"Lead {number}")

    def drip(name: str, size: int) -> Iterator[NetworkTrouble | None]:
        rig.clock.advance(0.2 + size * 0.02 if name == "push" else 0.0)
        yield None

    rig.server.trouble = drip
    assert rig.drain(200.0)
    assert pushed(rig)[0] == 349
    assert all(0.6 * AIM <= 0.2 + size * 0.02 <= 1.1 * AIM for size in pushed(rig)[2:-1])


def test_a_line_that_gives_no_answer_is_asked_for_less(rig: Rig) -> None:
    for number in range(2_000):
        rig.store.record(f"Lead {number}")
    slow = Unreachable("not in time")
    rig.server.trouble = lambda name, size: iter((slow,) if name == "push" and size > 100 else ())
    assert rig.drain()
    assert pushed(rig)[:3] == [349, 175, 88]


def test_a_single_one_that_is_too_large_is_parked_and_its_line_withdrawn(rig: Rig) -> None:
    keys = [rig.store.record("Lead") for _ in range(20)]
    monster = rig.store.record("Monster", size=900)
    more = [rig.store.record("Lead") for _ in range(20)]

    def too_large(name: str, _: int) -> Iterator[NetworkTrouble | None]:
        batch = rig.store.next_batch(rig.engine._pushing._sizing.most, 10**9) if name == "push" else ()
        yield TooLarge("too large") if any(len(bytes(item.mutation)) > 900 for item in batch) else None

    rig.server.trouble = too_large
    assert rig.drain(0.0)
    assert list(rig.store.sent) == keys + more
    assert list(rig.store.parked) == [monster]
    assert rig.store.parked[monster] is not None
    assert rig.server.receipts[monster].verdict.outcome == "withdrawn"


def test_update_needed_blocks_pull_and_never_push(rig: Rig) -> None:
    rig.server.trouble = always("pull", UpdateNeeded("too old"))
    key = rig.store.record("One")
    rig.run(5)
    assert rig.engine.status.phase is Phase.UPDATE_NEEDED
    later = rig.store.record("Two")
    rig.engine.notice(Signal.WORK)
    rig.run(5)
    assert list(rig.store.sent) == [key, later]
    assert rig.engine.status.phase is Phase.UPDATE_NEEDED
    rig.server.trouble = None
    assert rig.drain(SLOW_BEAT + 1)


def test_a_broken_envelope_is_tried_at_a_slow_beat_and_nothing_is_dropped(rig: Rig) -> None:
    rig.store.record("One")
    rig.server.trouble = always("push", Rejected("not understood", "bad_request"))
    rig.run(3_000)
    pushes = rig.server.calls_of("push")
    assert all(later - earlier == pytest.approx(SLOW_BEAT) for earlier, later in itertools.pairwise(pushes))
    assert len(pushes) == 11
    assert len(rig.store.outbox) == 1
    assert rig.engine.status.trouble == "not understood"
    assert len(rig.server.calls_of("pull")) > 40


def test_a_stuck_push_never_starves_the_pull(rig: Rig) -> None:
    rig.store.record("One")
    rig.server.trouble = always("push", Unreachable("times out"))
    rig.run(3_600)
    pulls = rig.server.calls_of("pull")
    assert len(pulls) > 55
    assert max(later - earlier for earlier, later in itertools.pairwise(pulls)) < 75


def test_a_stuck_pull_never_starves_the_push(rig: Rig) -> None:
    rig.server.trouble = always("pull", Busy("out of order", status=500))
    for number in range(20):
        key = rig.store.record(f"Lead {number}")
        rig.engine.notice(Signal.WORK)
        rig.run(30)
        assert key in rig.store.sent


def test_a_long_drain_and_a_long_pull_take_turns(rig: Rig) -> None:
    """Both queues are filled; each exchange takes a second."""
    other = Rig(seed=2)
    other.server = rig.server
    other.engine._server = rig.server
    for number in range(4_000):
        other.store.record(f"Theirs {number}")
    other.drain(0.0)
    for number in range(6_000):
        rig.store.record(f"Mine {number}")
    rig.store.cursor = "0"
    rig.server.calls.clear()

    def slow(_name: str, _size: int) -> Iterator[NetworkTrouble | None]:
        rig.clock.advance(1)
        yield None

    rig.server.trouble = slow
    assert rig.drain()
    names = [name for _, name, _ in rig.server.calls]
    assert names[:10].count("pull") >= 3
    assert names[:10].count("push") >= 4


def test_a_page_that_fails_gets_smaller(rig: Rig) -> None:
    limits: list[int] = []

    def slow_line(name: str, size: int) -> Iterator[NetworkTrouble | None]:
        if name == "pull":
            limits.append(size)
            yield Unreachable("took too long") if size > 300 else None

    rig.server.trouble = slow_line
    assert rig.drain()
    assert limits == [MAX_PAGE_ROWS, 1_000, 500, 250]


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


def test_paused_says_nothing_and_resumes_where_it_was(rig: Rig) -> None:
    rig.engine.notice(Signal.PAUSE)
    rig.store.record("One")
    for signal in (Signal.WORK, Signal.NEWS, Signal.NETWORK, Signal.USER):
        rig.engine.notice(signal)
        rig.run(1_000)
    assert rig.server.calls == []
    assert rig.engine.status.waiting == 1
    rig.engine.notice(Signal.RESUME)
    assert rig.drain(0.0)


def test_a_full_disk_is_told_and_tried_again(rig: Rig) -> None:
    key = rig.store.record("One")
    real, full = rig.store.settle, [True]

    def settle(reply: object) -> None:
        if full:
            raise DiskFull("The disk is full.")
        real(reply)  # type: ignore[arg-type]  # a reply goes through

    rig.store.settle = settle
    rig.run(100)
    assert rig.engine.status.trouble == "The disk is full."
    assert rig.store.outbox
    full.clear()
    assert rig.drain(31)
    assert list(rig.store.sent) == [key]
    assert rig.server.version == 1


def test_the_status_is_told_only_when_it_changed(rig: Rig) -> None:
    rig.drain()
    told = len(rig.statuses)
    for _ in range(50):
        rig.engine.step()
    assert len(rig.statuses) == told
    assert all(earlier != later for earlier, later in zip(rig.statuses, rig.statuses[1:], strict=False))


def test_the_server_clock_is_measured_in_the_middle_of_the_exchange(rig: Rig) -> None:
    rig.clock.jump(timedelta(seconds=-90))
    truth = rig.clock.now() + timedelta(seconds=90)
    started = rig.clock.monotonic()
    real = rig.server.health

    def slow_health() -> object:
        rig.clock.advance(2)
        reply = real()
        at = truth + timedelta(seconds=rig.clock.monotonic() - started)
        rig.clock.advance(2)
        return type(reply)(protocol=1, status="ok", server_time=at)

    rig.server.health = slow_health  # type: ignore[assignment]  # one call that goes wrong
    rig.engine.step()
    measured = rig.engine.status.server_clock
    assert measured is not None
    assert measured.offset_ms == 90_000
    assert rig.engine.status.last_contact == rig.clock.now()


def test_progress_counts_up_to_the_end_of_the_drain(rig: Rig) -> None:
    for number in range(2_500):
        rig.store.record(f"Lead {number}")
    rig.drain(0.0)
    seen = [(status.settled, status.waiting) for status in rig.statuses if status.phase is Phase.PUSHING]
    settled = list(itertools.accumulate(pushed(rig)[:-1], initial=0))
    assert seen[-len(settled) :] == [(number, 2_500 - number) for number in settled]
    assert rig.engine.status.settled == 0


def test_memory_does_not_grow_with_the_queue(rig: Rig) -> None:
    for number in range(5_000):
        rig.store.record(f"Lead {number}")
    rig.engine.step()
    rig.engine.step()
    assert len(rig.engine._pushing.batch) <= MAX_MUTATIONS
    assert rig.drain(0.0)


def test_an_epoch_that_changes_without_end_is_no_storm(rig: Rig) -> None:
    rig.store.record("One")
    rig.drain()
    rig.server.trouble = always("snapshot", EpochChanged("again", "epoch-1"))
    rig.server.epoch = "epoch-2"
    rig.run(3_600)
    assert 5 < len(rig.server.calls_of("snapshot")) < 150
