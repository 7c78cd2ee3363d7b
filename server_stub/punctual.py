"""Nobody holds a connection by sending slowly, and no head of a request fills the memory.

Wherever the server waits for bytes of a client there is a time by which the whole part has to be here, in however many
pieces it comes; waiting for the server, as on the event stream, takes as long as it takes.
"""

import asyncio
import logging

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

log = logging.getLogger(__name__)

SECONDS_FOR_HEAD = 20.0
SECONDS_FOR_BODY = 90.0
"""Longer than a handler waits for one (`ingress`): what it answers then still goes out."""
MOST_HEAD_BYTES = 64_000


class PunctualProtocol(HttpToolsProtocol):
    _deadline: asyncio.TimerHandle | None = None
    _is_head = True
    _head_bytes = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as in uvicorn itself
        super().connection_made(transport)
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._rest()
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
        self._expect(SECONDS_FOR_BODY)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._rest()
        if self.cycle.response_complete:
            self._await_head()

    def on_response_complete(self) -> None:
        is_next_here = bool(self.pipeline)
        super().on_response_complete()
        if not is_next_here:
            self._expect(SECONDS_FOR_HEAD)

    def _await_head(self) -> None:
        self._is_head, self._head_bytes = True, 0
        self._expect(SECONDS_FOR_HEAD)

    def _expect(self, seconds: float) -> None:
        self._rest()
        self._deadline = self.loop.call_later(seconds, self._give_up)

    def _rest(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _give_up(self) -> None:
        log.info("a request did not arrive in time; its connection was closed")
        self.transport.abort()
