"""Tells waiting devices that a newer version exists. An event is only a hint; the pull is the truth."""

import asyncio
import threading
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager

PING_SECONDS = 15.0
POLL_SECONDS = 1.0
MOST_STREAMS = 4
"""Of one device. Each costs a look a second; a device needs one, and may not know yet that an old line is gone."""

# The newest version for this listener, or None once its device may not listen any more.
Look = Callable[[], Awaitable[int | None]]


class Listener:
    """One open connection; `offer` may be called from any thread."""

    def __init__(self, device_id: str) -> None:
        self.device_id = device_id
        self._loop = asyncio.get_running_loop()
        self._news = asyncio.Event()
        self.version = 0
        self.is_closed = False

    def offer(self, version: int) -> None:
        self._loop.call_soon_threadsafe(self._take, version)

    def close(self) -> None:
        self.is_closed = True
        self._loop.call_soon_threadsafe(self._news.set)

    async def wait(self, seconds: float) -> bool:
        """Whether there is news before the time is over."""
        try:
            await asyncio.wait_for(self._news.wait(), seconds)
        except TimeoutError:
            return False
        self._news.clear()
        return True

    def _take(self, version: int) -> None:
        if version > self.version:
            self.version = version
            self._news.set()


class Hub:
    """Who listens in this process, by organisation. Other processes' writes are found by looking every second."""

    def __init__(self) -> None:
        self._listeners: dict[int, dict[Listener, None]] = defaultdict(dict)
        self._lock = threading.Lock()
        self._is_closed = False

    @contextmanager
    def listen(self, org: int, device_id: str) -> Iterator[Listener]:
        """The newest streams of a device stay; an older one gives way. Whoever comes when all are let go, goes too."""
        listener = Listener(device_id)
        with self._lock:
            listener.is_closed = self._is_closed
            theirs = [one for one in self._listeners[org] if one.device_id == device_id and not one.is_closed]
            self._listeners[org][listener] = None
        for old in theirs[: len(theirs) + 1 - MOST_STREAMS] if len(theirs) >= MOST_STREAMS else ():
            old.close()
        try:
            yield listener
        finally:
            with self._lock:
                self._listeners[org].pop(listener, None)

    def announce(self, org: int, version: int) -> None:
        with self._lock:
            listeners = tuple(self._listeners.get(org, ()))
        for listener in listeners:
            listener.offer(version)

    def close(self) -> None:
        with self._lock:
            self._is_closed = True
            listeners = [listener for group in self._listeners.values() for listener in group]
        for listener in listeners:
            listener.close()


async def event_lines(hub: Hub, org: int, device_id: str, look: Look) -> AsyncIterator[str]:
    """The text of an event stream: the newest version at once, then each newer one, and a ping now and then."""
    told = -1
    quiet = 0.0
    with hub.listen(org, device_id) as listener:
        while not listener.is_closed and (newest := await look()) is not None:
            if newest > told:
                told, quiet = newest, 0.0
                yield _line(newest)
            elif quiet >= PING_SECONDS:
                quiet = 0.0
                yield ": ping\n\n"
            if not await listener.wait(POLL_SECONDS):
                quiet += POLL_SECONDS
            elif listener.version > told:
                # At once, and whether it may go on listening is looked at after that: all it learns is a number.
                told, quiet = listener.version, 0.0
                yield _line(told)


def _line(version: int) -> str:
    return f'event: version\ndata: {{"version": {version}}}\n\n'
