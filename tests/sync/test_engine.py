"""Every row of the table of statuses, and what the engine makes of it."""

import itertools
import math
from datetime import timedelta

import pytest

from support.rig import Rig, after_commit, always, pushed, times
from sync.backoff import SLOW_BEAT
from sync.errors import (
    Busy,
    DeviceRevoked,
    DiskFull,
    NetworkTrouble,
    Rejected,
    Unauthenticated,
    Unreachable,
    UpdateNeeded,
    WrongUser,
)
from sync.status import Phase, Signal


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


@pytest.mark.parametrize("trouble", [Unauthenticated("who are you?"), Busy("busy"), Unreachable("no line")])
def test_what_failed_is_not_on_its_way_any_more(rig: Rig, trouble: NetworkTrouble) -> None:
    rig.store.record("One")
    rig.server.trouble = lambda name, _: iter((trouble,) if name == "push" else ())
    rig.run(1)
    assert rig.server.calls_of("push")
    assert rig.store.rests == len(rig.server.calls_of("push"))


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
