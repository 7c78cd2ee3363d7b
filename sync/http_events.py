"""The event stream over HTTP: `sync.ports.Events` as server-sent events."""

from collections.abc import Iterator

import httpx
import msgspec
from httpx_sse import EventSource, ServerSentEvent, SSEError

from sync.answers import check, is_from_server, read_body
from sync.clock import Clock, SystemClock
from sync.errors import Unreachable
from sync.http import CONNECT, Token, authorised, open_client
from sync.language import translate
from sync.protocol import Version
from sync.transport import deadline

EVENT_STREAM = "text/event-stream"
# The server sends a sign of life every 15 seconds.
SILENCE = 40.0


class _Announcement(msgspec.Struct, frozen=True):
    version: Version


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


def _version(event: ServerSentEvent) -> int:
    """The version that an event names; 0 for one that can't be read."""
    try:
        return msgspec.json.decode(event.data, type=_Announcement).version
    except msgspec.DecodeError:
        return 0
