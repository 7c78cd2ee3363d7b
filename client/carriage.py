"""The carrier of attachments with its connections and its thread, built once and ended together."""

import random
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from sync.cargo import Cargo, Job
from sync.carrier import Carrier, Progress
from sync.carrying import Carrying, carry_once
from sync.clock import Clock
from sync.late import late
from sync.status import Signal

if TYPE_CHECKING:
    from sync.http import Token, Transport
    from sync.http_bytes import HttpBytes


class Carriage:
    def __init__(
        self,
        url: str,
        token: "Token",
        cargo: Cargo,
        clock: Clock,
        randomness: random.Random,
        delivered: Callable[[], None],
        *,
        transport: "Transport | None" = None,
    ) -> None:
        self._may_carry: Callable[[Job], bool] = lambda _job: True
        self._tell: Callable[[Progress], None] = lambda _progress: None
        self._clock = clock

        def open_port() -> "HttpBytes":
            from sync.http_bytes import HttpBytes

            return HttpBytes(url, token, clock=clock, transport=transport)

        self._port = late(open_port)
        self._carrier = Carrier(
            cargo,
            self._port,
            clock,
            randomness,
            self._ask_whether,
            delivered,
            self._pass_on,
        )
        self._carrying = Carrying(self._carrier, clock)
        self._is_started = False

    def ask(self, may_carry: Callable[[Job], bool]) -> None:
        """Ask `may_carry` before each job."""
        self._may_carry = may_carry

    def tell(self, listener: Callable[[Progress], None]) -> None:
        """Call `listener` with each new progress, on the thread that has it."""
        self._tell = listener

    @property
    def progress(self) -> Progress:
        return self._carrier.progress

    def start(self) -> None:
        self._is_started = True
        self._carrying.start()

    def stop(self) -> None:
        if self._is_started:
            self._carrying.stop(self._port.close)
            self._is_started = False
        self._port.close()

    def wake(self, signal: Signal) -> None:
        if self._is_started:
            self._carrying.wake(signal)
        else:
            self._carrier.notice(signal)

    def once(self, patience: float) -> bool:
        """Carry what there is, without the thread; whether anything was carried."""
        return carry_once(self._carrier, self._clock, time.sleep, patience)

    def _ask_whether(self, job: Job) -> bool:
        return self._may_carry(job)

    def _pass_on(self, progress: Progress) -> None:
        self._tell(progress)
