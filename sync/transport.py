"""Connections that end when their time is up.

httpx counts its timeouts per read, so an answer that drips in, a byte now and then, never times out. Here every read
and write of an exchange may only use what is left of one deadline.
"""

import socket
import ssl
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Any

import httpcore
import httpx

from sync.clock import Clock
from sync.errors import Unreachable
from sync.language import translate

_SLICE = 16_384
_time_left: ContextVar[Callable[[], float] | None] = ContextVar("time_left", default=None)


@contextmanager
def deadline(seconds: float, monotonic: Callable[[], float]) -> Iterator[Callable[[], float]]:
    """Everything read or written inside shares so many seconds; yields what tells how many are left."""
    ends = monotonic() + seconds

    def left() -> float:
        return ends - monotonic()

    token = _time_left.set(left)
    try:
        yield left
    finally:
        _time_left.reset(token)


@contextmanager
def exchange(
    client: httpx.Client, clock: Clock, seconds: float, method: str, address: httpx.URL | str, **parts: Any
) -> Iterator[tuple[httpx.Response, Callable[[], float]]]:
    """A request and its answer, all within so many seconds; yields the answer and what tells how many are left.

    Whatever goes wrong with the line on the way is `Unreachable`.
    """
    try:
        with (
            deadline(seconds, clock.monotonic) as time_left,
            client.stream(method, address, **parts) as response,
        ):
            yield response, time_left
    except httpx.TimeoutException as trouble:
        raise Unreachable(translate("network", "The server did not answer in time.")) from trouble
    except (httpx.HTTPError, httpx.StreamError) as trouble:
        raise Unreachable(translate("network", "The server could not be reached.")) from trouble
    except RuntimeError as trouble:
        if not client.is_closed:
            raise
        raise Unreachable(translate("network", "The line was closed.")) from trouble


class TimedTransport(httpx.HTTPTransport):
    """httpx's own transport on connections that know the deadline."""

    def __init__(self, *, is_plain: bool) -> None:
        # Reading the certificates takes a while, and a connection without TLS has no use for them.
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if is_plain else httpx.create_ssl_context()
        super().__init__(verify=context)
        # httpx has no public way to choose the network backend of its pool; httpcore, below it, has.
        self._pool = httpcore.ConnectionPool(
            ssl_context=context, max_connections=4, keepalive_expiry=60.0, network_backend=_TimedBackend()
        )


class _TimedBackend(httpcore.NetworkBackend):
    def __init__(self) -> None:
        self._sync = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        left = _limit(timeout, httpcore.ConnectTimeout)
        return _TimedStream(self._sync.connect_tcp(host, port, left, local_address, socket_options))


class _TimedStream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _limit(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _SLICE):
            self._stream.write(buffer[start : start + _SLICE], _limit(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        connection = self._stream.get_extra_info("socket")
        if connection is not None:
            # Closing alone does not wake a thread that is reading; and TLS must not be asked to say goodbye first.
            with suppress(OSError):
                socket.socket.shutdown(connection, socket.SHUT_RDWR)
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = _limit(timeout, httpcore.ConnectTimeout)
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _limit(timeout: float | None, too_late: type[httpcore.TimeoutException]) -> float | None:
    """What one operation may take: its own timeout, but no more than is left of the deadline."""
    left = _time_left.get()
    if left is None:
        return timeout
    seconds = left()
    if seconds <= 0:
        raise too_late(translate("network", "The time for this exchange is up."))
    return seconds if timeout is None else min(seconds, timeout)
