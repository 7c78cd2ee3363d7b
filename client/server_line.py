"""The line to the server: the engine, its threads and its connections, built once and ended together."""

import contextlib
import random
import threading
import time
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from client.carriage import Carriage
from storage.store import LocalStore
from sync.aside import Aside
from sync.cargo import Cargo
from sync.clock import Clock
from sync.engine import Engine
from sync.late import late
from sync.live import Live
from sync.protocol import Account, Health, History
from sync.runner import Runner, sync_once
from sync.status import ACTIVE, UP_TO_A_PERSON, Checked, Phase, Signal, Status

if TYPE_CHECKING:
    from sync.http import HttpServer, Token, Transport
    from sync.http_events import HttpEvents

_BRIEF_SECONDS = 5.0


class ServerLine:
    def __init__(
        self,
        url: str,
        token: "Token",
        store: LocalStore,
        cargo: Cargo,
        clock: Clock,
        randomness: random.Random,
        *,
        transport: "Transport | None" = None,
        boot_id: str = "",
    ) -> None:
        self._url = url
        self._token = token
        self._clock = clock
        self._transport = transport
        self._store = store
        self._told = threading.Condition()
        self._tell: Callable[[Status], None] = lambda _status: None
        self._server = late(self._open_server)
        self._events = late(self._open_events)
        self._aside = Aside()
        self._engine = Engine(
            store, self._server, clock, randomness, self._hear, boot_id=boot_id, begin=self._aside.begin
        )
        self._runner = Runner(self._engine, clock)
        self._live = Live(self._events, self._runner, randomness)
        self.carriage = Carriage(
            url, token, cargo, clock, randomness, lambda: self._wake_engine(Signal.NEWS), transport=transport
        )
        self._is_started = False

    @property
    def status(self) -> Status:
        return self._engine.status

    @property
    def is_started(self) -> bool:
        return self._is_started

    def tell(self, listener: Callable[[Status], None]) -> None:
        """Call `listener` with each new status, on the thread that has it."""
        self._tell = listener

    def start(self) -> None:
        """Once; asked again it goes on."""
        if self._is_started:
            return
        self._is_started = True
        self._aside.begin(_load)
        self._runner.start()
        self._live.start()
        self.carriage.start()

    def stop(self) -> None:
        """End both threads, whatever they wait for, and close the connections."""
        if self._is_started:
            self._live.stop(self._events.close)
            self._runner.stop(self._server.close)
            self._is_started = False
        self.carriage.stop()
        self._aside.close()
        self._events.close()
        self._server.close()

    def wake(self, signal: Signal) -> None:
        self._wake_engine(signal)
        self.carriage.wake(signal)

    def _wake_engine(self, signal: Signal) -> None:
        if self._is_started:
            self._runner.wake(signal)
        else:
            self._engine.notice(signal)

    def once(self, patience: float) -> Status:
        """Send and fetch now; comes back when all is done, only a person can go on, or the patience has ended.

        What is on its way is never cut short: the patience is for waiting.
        """
        if not self._is_started:
            self.wake(Signal.USER)
            return self._once_without_threads(patience)
        asked_at = self._clock.now()
        self.wake(Signal.USER)
        with self._told:
            while not self._told.wait_for(lambda: self._is_done(asked_at), timeout=patience):
                if self.status.phase not in ACTIVE:
                    break
        return self.status

    def check(self, patience: float) -> Checked | None:
        """Compare what is here with the server, and wait for the outcome; None where there was none."""
        before, asked = self.status.checked, self.status
        self._wake_engine(Signal.CHECK)
        if not self._is_started:
            self.once(patience)
        with self._told:
            self._told.wait_for(lambda: self._is_compared(before, asked), timeout=patience if self._is_started else 0)
        after = self.status.checked
        return after if after is not before else None

    def _is_compared(self, before: Checked | None, asked: Status) -> bool:
        status = self.status
        is_in_vain = status.phase in UP_TO_A_PERSON or (status.phase is Phase.OFFLINE and status is not asked)
        return status.checked is not before or is_in_vain

    def _once_without_threads(self, patience: float) -> Status:
        """Records first, then the bytes that they speak of, then what the server says of those."""
        status = sync_once(self._engine, self._clock, time.sleep, patience)
        if status.is_online and self.carriage.once(patience):
            self._engine.notice(Signal.NEWS)
            status = sync_once(self._engine, self._clock, time.sleep, patience)
        return status

    def look(self) -> tuple[Health, Account]:
        """Ask the server how it is and whether it knows us. Raises `NetworkTrouble`."""
        with contextlib.closing(self._brief()) as server:
            return server.health(), server.me()

    def history(self, kind: str, record_id: str) -> History:
        """Who changed what of a record. Raises `NetworkTrouble`."""
        with contextlib.closing(self._brief()) as server:
            return server.history(kind, record_id)

    def sign_out(self) -> None:
        """Tell the server to forget this device's token. Raises `NetworkTrouble`."""
        self._server.sign_out()

    def _open_server(self) -> "HttpServer":
        from sync.http import HttpServer

        return HttpServer(self._url, self._token, clock=self._clock, transport=self._transport)

    def _open_events(self) -> "HttpEvents":
        from sync.http_events import HttpEvents

        return HttpEvents(self._url, self._token, clock=self._clock, transport=self._transport)

    def _brief(self) -> "HttpServer":
        """A line of its own for one question, that gives up while somebody still waits."""
        from sync.http import HttpServer

        return HttpServer(
            self._url, self._token, clock=self._clock, transport=self._transport, seconds=_BRIEF_SECONDS
        )

    def _is_done(self, asked_at: datetime) -> bool:
        status = self.status
        if status.phase in UP_TO_A_PERSON:
            return True
        # The file, not the status: that was counted when its step began, perhaps before what is to be sent was saved.
        is_sent = status.phase is Phase.IDLE and not self._store.outbox_size()
        return is_sent and status.last_contact is not None and status.last_contact >= asked_at

    def _hear(self, status: Status) -> None:
        self._tell(status)
        with self._told:
            self._told.notify_all()


def _load() -> None:
    """What speaks with the server, while nobody waits for it. The first exchange may come in the midst of somebody's
    work, and a library that is loaded keeps the interpreter from the window for tens of milliseconds."""
    import sync.http_events  # noqa: F401 — loaded, not used
