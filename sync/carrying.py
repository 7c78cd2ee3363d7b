"""The thread that runs the carrier, beside the engine's: it sleeps until it is due or somebody wakes it."""

import logging
import math
import threading
from collections.abc import Callable

from sync.carrier import Carrier
from sync.clock import Clock
from sync.runner import SLICE, Wake, Waker
from sync.status import Signal

_log = logging.getLogger(__name__)


class Carrying:
    def __init__(self, carrier: Carrier, clock: Clock) -> None:
        self._carrier = carrier
        self._clock = clock
        self._waker = Waker()
        self._thread = threading.Thread(target=self._run, name="attachments", daemon=True)

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

    def _run(self) -> None:
        due = self._clock.monotonic()
        while not (wake := self._waker.wait(min(SLICE, due - self._clock.monotonic()))).is_stop:
            due = self.beat(wake)

    def beat(self, wake: Wake) -> float:
        """One turn of the loop, and the wall around it: what nobody expected is logged whole, and the loop goes on."""
        try:
            for signal in wake.signals:
                self._carrier.notice(signal)
            return self._carrier.step()
        except Exception:  # noqa: BLE001 — a wall like the runner's: the thread must go on
            _log.exception("Unexpected trouble while carrying attachments; going on at a slow beat")
            return self._carrier.stumble()


def carry_once(carrier: Carrier, clock: Clock, sleep: Callable[[float], object], patience: float) -> bool:
    """Step until nothing is left to carry or a wait would outlast the patience; whether anything was carried."""
    give_up_at = clock.monotonic() + patience
    has_carried = False
    while True:
        due = carrier.step()
        has_carried = has_carried or bool(carrier.progress.carried)
        if math.isinf(due) or due > give_up_at:
            return has_carried
        sleep(max(0.0, due - clock.monotonic()))
