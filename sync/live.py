"""The event stream: a thread that only reads and wakes. What it says is a hint; where it is silent, polling remains."""

import logging
import random
import threading
from collections.abc import Callable
from typing import Protocol

from sync.backoff import FullJitter, pause
from sync.errors import Busy, NetworkTrouble, Unreachable
from sync.ports import Events
from sync.status import Signal

_log = logging.getLogger(__name__)

_LOST = 2
"""A server that was started anew breaks all streams, and is there again when the next ones come. Told once: a line that
carries everything but streams costs no more than one look."""


class Listener(Protocol):
    def wake(self, signal: Signal) -> None: ...

    def hear(self, version: int) -> None: ...

    def may_listen(self) -> bool: ...


class Live:
    """The thread around the stream. A trouble with it, a 401 too, only makes the engine look for itself."""

    def __init__(self, events: Events, listener: Listener, randomness: random.Random) -> None:
        self._events = events
        self._listener = listener
        self._wait = FullJitter(randomness)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="live", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, close: Callable[[], None], timeout: float = 5.0) -> bool:
        """End the thread; `close` breaks the connection that it may be reading from."""
        self._stopped.set()
        close()
        if self._thread.ident is not None:
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        failures = 0
        while not self._stopped.is_set():
            failures = self._listen(failures + 1) if self._listener.may_listen() else 1
            self._stopped.wait(pause(self._wait, failures))

    def _listen(self, failures: int) -> int:
        """Read one connection to its end; how often in a row nothing at all was heard."""
        try:
            for version in self._events.versions():
                failures = 1
                if self._stopped.is_set():
                    break  # closing does not end what was just being opened
                self._listener.hear(version)
        except Busy as trouble:
            _log.info("Event stream: %s", trouble)
        except Unreachable as trouble:
            _log.info("Event stream: %s", trouble)
            if failures == _LOST:
                self._listener.wake(Signal.LOST)
        except NetworkTrouble as trouble:
            _log.info("Event stream: %s", trouble)
            self._listener.wake(Signal.NEWS)
        except Exception:  # noqa: BLE001 — a wall like the runner's: the thread must go on
            _log.exception("Unexpected trouble on the event stream; going on")
        return failures
