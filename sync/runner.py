"""The thread that runs the engine: it sleeps until the engine is due or somebody wakes it, and never ends by itself."""

import logging
import math
import threading
from collections.abc import Callable
from dataclasses import dataclass

from sync.backoff import CAP
from sync.clock import Clock
from sync.engine import SLOW_BEAT, Engine
from sync.plan import is_wedged
from sync.status import ACTIVE, UP_TO_A_PERSON, Phase, Signal, Status

# However long the engine wants to rest, it is looked at this often: a lost wake costs half a minute, not the day.
SLICE = 30.0
WEDGED = CAP + 4 * SLICE
JUMP = 10.0
# No turn of the loop lasts so long, unless the computer sleeps: most monotonic clocks go on meanwhile.
STILL = 4 * SLICE

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Wake:
    """What came in while the thread slept."""

    signals: tuple[Signal, ...] = ()
    version: int = 0
    is_stop: bool = False


class Waker:
    """One thread waits here, any thread wakes it. A wake that comes before the waiting ends it at once."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._signals: list[Signal] = []
        self._version = 0
        self._is_stopped = False

    def wake(self, signal: Signal) -> None:
        with self._condition:
            if self._signals[-1:] != [signal]:
                self._signals.append(signal)
            self._condition.notify_all()

    def hear(self, version: int) -> None:
        with self._condition:
            self._version = max(self._version, version)
            self._condition.notify_all()

    def stop(self) -> None:
        with self._condition:
            self._is_stopped = True
            self._condition.notify_all()

    def wait(self, seconds: float) -> Wake:
        with self._condition:
            self._condition.wait_for(self._is_awake, timeout=max(0.0, seconds))
            wake = Wake(tuple(self._signals), self._version, self._is_stopped)
            self._signals.clear()
            self._version = 0
            return wake

    def _is_awake(self) -> bool:
        return bool(self._signals) or self._version > 0 or self._is_stopped


class Runner:
    def __init__(self, engine: Engine, clock: Clock, waker: Waker | None = None) -> None:
        self._engine = engine
        self._clock = clock
        self._waker = waker or Waker()
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
        self._lag = self._wall_lag()
        self._looked_at = self._awake_since = clock.monotonic()

    @property
    def status(self) -> Status:
        return self._engine.status

    @property
    def is_alive(self) -> bool:
        return self._thread.is_alive()

    def start(self) -> None:
        self._thread.start()

    def stop(self, close: Callable[[], None], timeout: float = 5.0) -> bool:
        """End the thread, whether it did within the time; `close` breaks the exchange that it may be in."""
        self._waker.stop()
        close()
        if self._thread.ident is not None:
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def wake(self, signal: Signal) -> None:
        self._waker.wake(signal)

    def hear(self, version: int) -> None:
        self._waker.hear(version)

    def may_listen(self) -> bool:
        return self.status.phase not in UP_TO_A_PERSON

    def _run(self) -> None:
        due = self._clock.monotonic()
        while not (wake := self._waker.wait(min(SLICE, due - self._clock.monotonic()))).is_stop:
            due = self.beat(wake)

    def beat(self, wake: Wake) -> float:
        """One turn of the loop, and the wall around it: what nobody expected is logged whole, and the loop goes on."""
        try:
            self._pass_on(wake)
            due = self._engine.step()
            self._watch()
        except Exception:  # noqa: BLE001 — one of the program's three walls: the thread must go on
            _log.exception("Unexpected trouble while syncing; going on at a slow beat")
            return self._stumble()
        return due

    def _pass_on(self, wake: Wake) -> None:
        for signal in wake.signals:
            self._engine.notice(signal)
        if wake.version:
            self._engine.hear(wake.version)
        if self._has_slept():
            _log.info("The computer slept or its clock was set: trying at once")
            self._engine.notice(Signal.NETWORK)

    def _has_slept(self) -> bool:
        """Whether time stood still for this thread, or the wall clock was set, since this was last asked."""
        now, lag = self._clock.monotonic(), self._wall_lag()
        is_still, is_set = now - self._looked_at > STILL, abs(lag - self._lag) > JUMP
        self._looked_at, self._lag = now, lag
        if is_still:
            self._awake_since = now
        return is_still or is_set

    def _watch(self) -> None:
        """The watchdog: work that nobody has to release is tried within the longest wait awake, whatever went wrong."""
        if self._has_slept():
            self._engine.notice(Signal.NETWORK)
        status, last_try = self._engine.status, max(self._engine.last_try, self._awake_since)
        if is_wedged(self._clock.monotonic(), status.phase, status.waiting, last_try, WEDGED):
            _log.error("Sending was stuck in phase %s with %d waiting; starting over", status.phase, status.waiting)
            self._engine.restart()

    def _stumble(self) -> float:
        try:
            return self._engine.stumble()
        except Exception:  # noqa: BLE001 — the same wall: what mends may be broken, too
            _log.exception("The trouble could not even be noted")
            return self._clock.monotonic() + SLOW_BEAT

    def _wall_lag(self) -> float:
        """The wall clock ahead of the monotonic one, which stands still while the computer sleeps."""
        return self._clock.now().timestamp() - self._clock.monotonic()


def sync_once(engine: Engine, clock: Clock, sleep: Callable[[float], object], patience: float = 0.0) -> Status:
    """Step until all is sent and fetched, or a wait would outlast the patience, or a person has to act."""
    give_up_at = clock.monotonic() + patience
    while True:
        due = engine.step()
        phase = engine.status.phase
        is_done = phase not in ACTIVE and phase is not Phase.OFFLINE and not engine.status.waiting
        if phase not in ACTIVE and (is_done or phase in UP_TO_A_PERSON or due > give_up_at or math.isinf(due)):
            return engine.status
        sleep(max(0.0, due - clock.monotonic()))
