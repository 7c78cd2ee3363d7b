"""The thread that runs the carrier, beside the engine's."""

import math
from collections.abc import Callable

from sync.carrier import Carrier
from sync.clock import Clock
from sync.worker import Wake, Worker


class Carrying(Worker):
    def __init__(self, carrier: Carrier, clock: Clock) -> None:
        super().__init__("attachments", clock)
        self._carrier = carrier

    def _turn(self, wake: Wake) -> float:
        for signal in wake.signals:
            self._carrier.notice(signal)
        return self._carrier.step()

    def _stumble(self) -> float:
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
