"""The event stream: a thread that only reads and wakes. What it says is a hint; where it is silent, polling remains."""

import logging
import random
import threading
from collections.abc import Callable, Iterator
from typing import Protocol

import httpx
import msgspec
from httpx_sse import EventSource, ServerSentEvent, SSEError

from sync.answers import check, is_from_server, read_body
from sync.backoff import FullJitter, pause
from sync.clock import Clock, SystemClock
from sync.errors import Busy, NetworkTrouble, Unreachable
from sync.http import CONNECT, Token, authorised, open_client
from sync.language import translate
from sync.ports import Events
from sync.protocol import Version
from sync.status import Signal
from sync.transport import deadline

EVENT_STREAM = "text/event-stream"
# The server sends a sign of life every 15 seconds.
SILENCE = 40.0

_log = logging.getLogger(__name__)


class _Announcement(msgspec.Struct, frozen=True):
    version: Version


class Listener(Protocol):
    def wake(self, signal: Signal) -> None: ...

    def hear(self, version: int) -> None: ...

    def may_listen(self) -> bool: ...


class HttpEvents:
    """`sync.ports.Events` over server-sent events; the server names its newest version as soon as it is asked."""

    def __init__(
        self,
        url: str,
        token: Token,
        *,
        clock: Clock | None = None,
        transport: httpx.BaseTransport | None = None,
        may_be_plain: bool = False,
    ) -> None:
        self._client = open_client(url, transport, httpx.Timeout(SILENCE, connect=CONNECT), may_be_plain=may_be_plain)
        self._token = token
        self._clock = clock or SystemClock()

    def versions(self) -> Iterator[int]:
        headers = {**authorised(self._token()), "Accept": EVENT_STREAM, "Accept-Encoding": "identity"}
        try:
            with self._client.stream("GET", "/v1/sync/events", headers=headers) as response:
                if not is_from_server(response, EVENT_STREAM):
                    self._explain(response)
                yield from map(_version, EventSource(response).iter_sse())
        except (httpx.HTTPError, httpx.StreamError, SSEError) as trouble:
            raise Unreachable(translate("network", "The event stream ended.")) from trouble
        except RuntimeError as trouble:
            if not self._client.is_closed:
                raise
            raise Unreachable(translate("network", "The line was closed.")) from trouble

    def close(self) -> None:
        self._client.close()

    def _explain(self, response: httpx.Response) -> None:
        with deadline(CONNECT, self._clock.monotonic) as time_left:
            check(response, read_body(response, time_left), self._clock.now())
        raise Unreachable(translate("network", "The event stream did not come from the StreamFlow server."))


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
                self._listener.hear(version)
        except (Unreachable, Busy) as trouble:
            _log.info("Event stream: %s", trouble)
        except NetworkTrouble as trouble:
            _log.info("Event stream: %s", trouble)
            self._listener.wake(Signal.NEWS)
        except Exception:  # noqa: BLE001 — a wall like the runner's: the thread must go on
            _log.exception("Unexpected trouble on the event stream; going on")
        return failures


def _version(event: ServerSentEvent) -> int:
    """The version that an event names; 0 for one that can't be read."""
    try:
        return msgspec.json.decode(event.data, type=_Announcement).version
    except msgspec.DecodeError:
        return 0
