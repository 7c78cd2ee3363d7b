"""The thread around the engine: woken early, never ended by an error, watched for wedges.

Over 300 lines: the engine's thread, its watchdog and the one that listens, each on the same few parts.
"""

import itertools
import math
import random
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from support.clock import FakeClock
from support.fakes import FakeServer, FakeStore
from support.rig import Rig
from sync.backoff import SLOW_BEAT
from sync.clock import SystemClock
from sync.engine import Engine
from sync.errors import Busy, NetworkTrouble, Unauthenticated, Unreachable
from sync.live import Live
from sync.protocol import Health
from sync.runner import WEDGED, Runner, sync_once
from sync.status import Phase, Signal, Status
from sync.worker import Wake, Waker

PROMPT = 10.0


class Running:
    """A runner on real time, over the doubles; `wait_for` waits on statuses."""

    def __init__(self) -> None:
        self.told = threading.Condition()
        self.status = Status(Phase.OFFLINE)
        clock = FakeClock()
        self.store = FakeStore(clock)
        self.server = FakeServer(clock)
        self.engine = Engine(self.store, self.server, SystemClock(), random.Random(1), self._tell)
        self.runner = Runner(self.engine, SystemClock())

    def _tell(self, status: Status) -> None:
        with self.told:
            self.status = status
            self.told.notify_all()

    def wait_for(self, holds: Callable[[], bool]) -> None:
        with self.told:
            assert self.told.wait_for(holds, PROMPT)

    def is_idle(self) -> bool:
        return self.status.phase is Phase.IDLE and not self.store.outbox


@pytest.fixture
def running() -> Iterator[Running]:
    running = Running()
    running.runner.start()
    yield running
    assert running.runner.stop(lambda: None)


def test_runs_wakes_and_stops(running: Running) -> None:
    running.wait_for(running.is_idle)
    key = running.store.record("One")
    running.runner.wake(Signal.WORK)
    running.wait_for(lambda: key in running.store.sent and running.is_idle())
    running.runner.hear(running.server.version + 1)
    running.wait_for(lambda: len(running.server.calls_of("pull")) >= 3)
    assert running.runner.is_alive
    assert running.runner.may_listen()


def test_a_wake_before_the_waiting_is_not_forgotten() -> None:
    waker = Waker()
    waker.wake(Signal.WORK)
    waker.wake(Signal.WORK)
    waker.wake(Signal.PAUSE)
    waker.hear(7)
    waker.hear(5)
    assert waker.wait(1_000.0) == Wake((Signal.WORK, Signal.PAUSE), 7)
    assert waker.wait(0.0) == Wake()
    waker.stop()
    assert waker.wait(1_000.0).is_stop


def test_a_wake_ends_the_waiting() -> None:
    waker = Waker()
    woken: list[Wake] = []
    sleeper = threading.Thread(target=lambda: woken.append(waker.wait(1_000.0)))
    sleeper.start()
    waker.wake(Signal.USER)
    sleeper.join(PROMPT)
    assert woken == [Wake((Signal.USER,))]


def test_stopping_breaks_the_exchange() -> None:
    running = Running()
    entered, cut = threading.Event(), threading.Event()

    def hang() -> Health:
        entered.set()
        assert cut.wait(PROMPT)
        raise Unreachable("cut")

    running.server.health = hang
    running.runner.start()
    assert entered.wait(PROMPT)
    assert running.runner.stop(cut.set)


@pytest.mark.logs
def test_an_unexpected_error_is_logged_whole_and_the_other_lane_goes_on(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    runner = Runner(rig.engine, rig.clock)
    rig.store.record("One")
    rig.store.absorb = _raise  # type: ignore[assignment]  # one call that goes wrong
    due = rig.clock.monotonic()
    for _ in range(20):
        rig.clock.advance_to(min(due, rig.clock.monotonic() + 400))
        due = runner.beat(Wake())
    assert rig.store.outbox == []
    assert Phase.WAITING in rig.phases
    assert "Traceback" in caplog.text
    assert "a bug" in caplog.text
    pulls = rig.server.calls_of("pull")
    assert min(later - earlier for earlier, later in itertools.pairwise(pulls)) >= SLOW_BEAT


@pytest.mark.logs
@pytest.mark.parametrize("part", ["outbox_size", "position", "next_batch", "settle", "absorb", "log_contact"])
def test_a_bug_anywhere_in_the_store_is_no_storm_and_heals(rig: Rig, part: str) -> None:
    runner = Runner(rig.engine, rig.clock)
    key = rig.store.record("One")
    real = getattr(rig.store, part)
    setattr(rig.store, part, _raise)
    for _ in range(40):
        rig.clock.advance_to(min(runner.beat(Wake()), rig.clock.monotonic() + 30))
    assert len(rig.server.calls) < 40
    setattr(rig.store, part, real)
    rig.run(2 * SLOW_BEAT)
    assert key in rig.store.sent


@pytest.mark.logs
def test_a_broken_listener_does_not_stop_the_sending() -> None:
    clock = FakeClock()
    store, server = FakeStore(clock), FakeServer(clock)
    engine = Engine(store, server, clock, random.Random(1), _raise)
    runner = Runner(engine, clock)
    key = store.record("One")
    for _ in range(4):
        runner.beat(Wake())
    assert key in store.sent


@pytest.mark.logs
def test_the_wall_stands_even_if_noting_the_trouble_fails(rig: Rig) -> None:
    runner = Runner(rig.engine, rig.clock)
    rig.engine.step = rig.engine.stumble = _raise  # type: ignore[assignment]  # one call that goes wrong
    assert runner.beat(Wake()) == rig.clock.monotonic() + SLOW_BEAT


@pytest.mark.logs
@pytest.mark.parametrize("wedge", ["lane", "rest", "phase"])
def test_the_watchdog_frees_a_planted_wedge(
    rig: Rig, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, wedge: str
) -> None:
    runner = Runner(rig.engine, rig.clock)
    rig.drain()
    key = rig.store.record("One")
    engine = rig.engine
    match wedge:
        case "lane":
            engine._lanes.rest(Phase.PUSHING, math.inf, "planted")
        case "rest":
            engine._lanes.rest(Phase.PROBING, math.inf, "planted")
            engine._phase = Phase.OFFLINE
        case "phase":
            take_step = engine._take_step
            rests = (Phase.IDLE, Phase.WAITING)
            monkeypatch.setattr(engine, "_take_step", lambda at: Phase.WAITING if at in rests else take_step(at))
            engine._phase = Phase.WAITING
    stuck_since = rig.clock.monotonic()
    while rig.clock.monotonic() < stuck_since + WEDGED - 1:
        rig.clock.advance_to(min(runner.beat(Wake()), rig.clock.monotonic() + 30))
        if wedge == "phase":
            rig.clock.advance(5)
    assert key not in rig.store.sent
    for _ in range(20):
        runner.beat(Wake())
        rig.clock.advance(5)
    assert key in rig.store.sent
    assert "stuck" in caplog.text


def test_the_watchdog_is_quiet_through_a_long_outage(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    runner = Runner(rig.engine, rig.clock)
    rig.store.record("One")
    rig.server.trouble = lambda _name, _size: iter((Unreachable("no line"),))
    for _ in range(2_000):
        rig.clock.advance_to(min(runner.beat(Wake()), rig.clock.monotonic() + 30))
    assert "stuck" not in caplog.text


def test_the_watchdog_does_not_take_a_nights_sleep_for_a_wedge(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    """A monotonic clock that goes on while the computer sleeps: nothing jumps, and much time has passed."""
    runner = Runner(rig.engine, rig.clock)
    rig.server.trouble = lambda name, _size: iter((Busy("out of order", status=503),) if name == "push" else ())
    key = rig.store.record("One")
    while rig.engine.status.phase is not Phase.WAITING:
        runner.beat(Wake())
    rig.server.trouble = None
    rig.clock.advance(8 * 3_600)
    for _ in range(6):
        runner.beat(Wake())
    assert key in rig.store.sent
    assert "stuck" not in caplog.text


@pytest.mark.parametrize("jump", [timedelta(hours=8), timedelta(days=-3_650), timedelta(days=3_650)])
def test_after_a_sleep_or_a_clock_jump_it_tries_at_once(rig: Rig, jump: timedelta) -> None:
    runner = Runner(rig.engine, rig.clock)
    key = rig.store.record("One")
    rig.server.trouble = lambda _name, _size: iter((Unreachable("no line"),))
    for _ in range(60):
        rig.clock.advance_to(min(runner.beat(Wake()), rig.clock.monotonic() + 30))
    rig.server.trouble = None
    rig.clock.jump(jump)
    for _ in range(6):
        runner.beat(Wake())
    assert key in rig.store.sent


def test_sync_once_sends_fetches_and_comes_back(rig: Rig) -> None:
    key = rig.store.record("One")
    status = sync_once(rig.engine, rig.clock, rig.clock.advance)
    assert (status.phase, status.waiting) == (Phase.IDLE, 0)
    assert key in rig.store.sent


@pytest.mark.parametrize(
    ("trouble", "phase"), [(Unreachable("no line"), Phase.OFFLINE), (Unauthenticated("who?"), Phase.SIGN_IN_NEEDED)]
)
def test_sync_once_gives_up_in_time(rig: Rig, trouble: NetworkTrouble, phase: Phase) -> None:
    rig.store.record("One")
    rig.server.trouble = lambda _name, _size: iter((trouble,))
    started = rig.clock.monotonic()
    assert sync_once(rig.engine, rig.clock, rig.clock.advance, patience=5.0).phase is phase
    assert rig.clock.monotonic() - started <= 5.0


class Script:
    """An event stream as it was written, and the listener that it is read to."""

    def __init__(self, *connections: list[int] | Exception) -> None:
        self.connections = list(connections)
        self.heard: list[object] = []
        self.done = threading.Event()

    def versions(self) -> Iterator[int]:
        if not self.connections:
            self.done.set()
            raise Unreachable("no more")
        connection = self.connections.pop(0)
        if isinstance(connection, Exception):
            raise connection
        yield from connection

    def wake(self, signal: Signal) -> None:
        self.heard.append(signal)

    def hear(self, version: int) -> None:
        self.heard.append(version)

    def may_listen(self) -> bool:
        return True


class Impatient(random.Random):
    def uniform(self, a: float, b: float) -> float:
        return 0.0


@pytest.mark.logs
def test_live_reads_and_wakes_and_connects_again() -> None:
    script = Script([5, 7], Unauthenticated("who are you?"), ValueError("a bug"), [9])
    live = Live(script, script, Impatient())
    live.start()
    assert script.done.wait(PROMPT)
    assert live.stop(lambda: None)
    assert script.heard[:4] == [5, 7, Signal.NEWS, 9]


def test_a_stream_that_does_not_come_back_is_told_once() -> None:
    """One that does is not: a server that starts anew would be asked by everybody at once."""
    cut = Unreachable("cut")
    script = Script([5], [6], cut, cut, cut, [7], cut, [8])
    live = Live(script, script, Impatient())
    live.start()
    assert script.done.wait(PROMPT)
    assert live.stop(lambda: None)
    assert script.heard[:6] == [5, 6, Signal.LOST, 7, Signal.LOST, 8]


class Slow:
    """A stream that is being opened while it is closed, and says nothing more than where it stands."""

    def __init__(self) -> None:
        self.is_asked, self.may_open, self.is_over = threading.Event(), threading.Event(), threading.Event()

    def versions(self) -> Iterator[int]:
        self.is_asked.set()
        assert self.may_open.wait(PROMPT)
        yield 5
        self.is_over.wait(PROMPT)

    def close(self) -> None:
        self.may_open.set()


def test_a_stream_that_opens_while_it_is_closed_ends_at_its_first_word() -> None:
    slow, listener = Slow(), Script()
    live = Live(slow, listener, Impatient())
    live.start()
    assert slow.is_asked.wait(PROMPT)
    try:
        assert live.stop(slow.close)
    finally:
        slow.is_over.set()
    assert listener.heard == []


def _raise(*_: object, **__: object) -> None:
    raise ValueError("a bug")
