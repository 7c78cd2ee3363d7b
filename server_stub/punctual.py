"""Nobody holds a connection by sending or by reading slowly, and no head of a request fills the memory.

Wherever the server waits for bytes of a client there is a time by which the whole part has to be here, in however many
pieces it comes; and wherever the line can't take what was handed to it, a time by which it has to be gone. Waiting for
the server, as on the event stream, takes as long as it takes.
"""

import asyncio
import logging
from functools import cached_property

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

log = logging.getLogger(__name__)

SECONDS_FOR_HEAD = 20.0
SECONDS_FOR_BODY = 90.0
"""Longer than a handler waits for one (`ingress`): what it answers then still goes out."""
SECONDS_FOR_ANSWER = 90.0
"""For one part of an answer, as it is written at once; a device gives up on the whole of it sooner."""
MOST_HEAD_BYTES = 64_000


class Deadline:
    """By when something has to have happened on a connection; where it has not, that is closed."""

    def __init__(self, protocol: HttpToolsProtocol, missed: str) -> None:
        self._protocol = protocol
        self._missed = missed
        self._timer: asyncio.TimerHandle | None = None

    def set(self, seconds: float) -> None:
        self.clear()
        self._timer = self._protocol.loop.call_later(seconds, self._close)

    def clear(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _close(self) -> None:
        log.info("%s; its connection was closed", self._missed)
        self._protocol.transport.abort()


class PunctualProtocol(HttpToolsProtocol):
    _is_head = True
    _head_bytes = 0

    @cached_property
    def _arrival(self) -> Deadline:
        return Deadline(self, "a request did not arrive in time")

    @cached_property
    def _departure(self) -> Deadline:
        return Deadline(self, "an answer was not taken in time")

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as in uvicorn itself
        super().connection_made(transport)
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._arrival.clear()
        self._departure.clear()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._head_bytes += len(data) if self._is_head else 0
        if self._head_bytes > MOST_HEAD_BYTES and not self.transport.is_closing():
            self.send_400_response("The head of the request is too long.")

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._await_head()

    def on_headers_complete(self) -> None:
        self._is_head = False
        self._arrival.set(SECONDS_FOR_BODY)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._arrival.clear()
        if self.cycle.response_complete:
            self._await_head()

    def on_response_complete(self) -> None:
        is_next_here = bool(self.pipeline)
        super().on_response_complete()
        if not is_next_here and not self.flow.write_paused:
            self._arrival.set(SECONDS_FOR_HEAD)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._departure.set(SECONDS_FOR_ANSWER)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._departure.clear()
        if self.cycle.response_complete:
            self._arrival.set(SECONDS_FOR_HEAD)

    def _await_head(self) -> None:
        self._is_head, self._head_bytes = True, 0
        self._arrival.set(SECONDS_FOR_HEAD)
