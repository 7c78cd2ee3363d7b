"""The thread that runs the engine, and the watchdog over it."""

import logging
import math
from collections.abc import Callable

from sync.backoff import CAP
from sync.clock import Clock
from sync.engine import Engine
from sync.plan import is_wedged
from sync.status import ACTIVE, UP_TO_A_PERSON, Phase, Signal, Status
from sync.worker import SLICE, Wake, Waker, Worker

WEDGED = CAP + 4 * SLICE
JUMP = 10.0
# No turn of the loop lasts so long, unless the computer sleeps: most monotonic clocks go on meanwhile.
STILL = 4 * SLICE

_log = logging.getLogger(__name__)


class Runner(Worker):
    def __init__(self, engine: Engine, clock: Clock, waker: Waker | None = None) -> None:
        super().__init__("sync", clock, waker)
        self._engine = engine
        self._lag = self._wall_lag()
        self._looked_at = self._awake_since = clock.monotonic()

    @property
    def status(self) -> Status:
        return self._engine.status

    def hear(self, version: int) -> None:
        self._waker.hear(version)

    def may_listen(self) -> bool:
        return self.status.phase not in UP_TO_A_PERSON

    def _turn(self, wake: Wake) -> float:
        self._pass_on(wake)
        due = self._engine.step()
        self._watch()
        return due

    def _stumble(self) -> float:
        return self._engine.stumble()

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
