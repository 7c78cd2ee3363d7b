"""Every answer and every silence ends, on real sockets."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import httpx
import pytest

from support.clock import FakeClock
from sync.clock import SystemClock
from sync.errors import (
    NetworkTrouble,
    Unreachable,
)
from sync.http import HttpServer
from sync.http_events import HttpEvents
from sync.protocol import PROTOCOL, PROTOCOL_HEADER, Health, encode
from sync.transport import exchange

HEALTH = encode(Health(protocol=PROTOCOL, status="ok", server_time=datetime(2026, 3, 2, tzinfo=UTC)))



@contextmanager
def listening(behave: Callable[[socket.socket], None]) -> Iterator[str]:
    """A server on loopback that behaves to each connection as told."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                threading.Thread(target=_tolerate, args=(behave, connection), daemon=True).start()

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        listener.shutdown(socket.SHUT_RDWR)


def _tolerate(behave: Callable[[socket.socket], None], connection: socket.socket) -> None:
    with connection:
        try:
            behave(connection)
        except OSError:
            return


def _head(length: int) -> bytes:
    return (
        f"HTTP/1.1 200 OK\r\n{PROTOCOL_HEADER}: 1\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
    ).encode()


def _drip(connection: socket.socket, data: bytes) -> None:
    for byte in data:
        connection.sendall(bytes([byte]))
        time.sleep(0.02)


def drips_body(connection: socket.socket) -> None:
    connection.recv(65_536)
    connection.sendall(_head(10_000))
    _drip(connection, b" " * 10_000)


def drips_head(connection: socket.socket) -> None:
    connection.recv(65_536)
    _drip(connection, b"HTTP/1.1 200 OK\r\n" + b"X-Long: " + b"x" * 10_000)


def says_nothing(connection: socket.socket) -> None:
    while connection.recv(65_536):
        pass


@pytest.mark.parametrize("behave", [drips_body, drips_head, says_nothing])
def test_a_drip_and_a_silence_end_at_the_deadline(behave: Callable[[socket.socket], None]) -> None:
    with listening(behave) as url:
        http = HttpServer(url, seconds=0.4)
        started = time.monotonic()
        with pytest.raises(Unreachable):
            http.health()
        assert time.monotonic() - started < 3
        http.close()


def test_an_upload_that_nobody_reads_ends_at_the_deadline() -> None:
    ended = threading.Event()

    def stalls(_: socket.socket) -> None:
        ended.wait(20)

    with listening(stalls) as url:
        http = HttpServer(url, seconds=0.4)
        started = time.monotonic()
        with pytest.raises(Unreachable):
            http._exchange("POST", "/v1/sync/push", Health, content=b" " * 50_000_000)
        assert time.monotonic() - started < 3
        ended.set()
        http.close()


def test_an_upload_that_is_taken_piece_by_piece_ends_at_the_deadline() -> None:
    """Each piece is there in time; all of them together are not."""
    clock, length = FakeClock(), 50_000_000
    taken: list[int] = []

    def takes_its_time(connection: socket.socket) -> None:
        while sum(taken) < length and (piece := connection.recv(65_536)):
            taken.append(len(piece))
            clock.advance(10)
        connection.sendall(_head(len(HEALTH)) + HEALTH)

    with listening(takes_its_time) as url:
        http = HttpServer(url, clock=clock, seconds=60)
        with pytest.raises(Unreachable):
            http._exchange("POST", "/v1/sync/push", Health, content=b" " * length)
        assert sum(taken) < length / 2
        http.close()


def test_a_cut_answer_is_no_answer() -> None:
    def cuts(connection: socket.socket) -> None:
        connection.recv(65_536)
        connection.sendall(_head(len(HEALTH)) + HEALTH[:-5])

    with listening(cuts) as url:
        http = HttpServer(url)
        with pytest.raises(Unreachable):
            http.health()
        http.close()


def test_connections_are_kept() -> None:
    connections: list[int] = []

    def answers_for_ever(connection: socket.socket) -> None:
        connections.append(1)
        while connection.recv(65_536):
            connection.sendall(_head(len(HEALTH)) + HEALTH)

    with listening(answers_for_ever) as url:
        http = HttpServer(url)
        for _ in range(20):
            http.health()
        http.close()
    assert len(connections) == 1


def test_closing_ends_an_exchange_that_waits() -> None:
    waiting = threading.Event()

    def waits(connection: socket.socket) -> None:
        connection.recv(65_536)
        waiting.set()
        connection.recv(65_536)

    troubles: list[NetworkTrouble] = []

    def ask() -> None:
        try:
            http.health()
        except NetworkTrouble as trouble:
            troubles.append(trouble)

    with listening(waits) as url:
        http = HttpServer(url, seconds=60)
        asking = threading.Thread(target=ask)
        asking.start()
        assert waiting.wait(10)
        http.close()
        asking.join(10)
        assert not asking.is_alive()
    assert len(troubles) == 1


def test_a_closed_line_is_no_bug() -> None:
    """The thread that syncs may be about to ask when another one closes the line."""
    http = HttpServer("https://field.example")
    http.close()
    with pytest.raises(Unreachable):
        http.health()
    events = HttpEvents("https://field.example", lambda: "")
    events.close()
    with pytest.raises(Unreachable):
        next(events.versions())


def test_a_bug_is_no_trouble_of_the_line() -> None:
    with (
        httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(200)), base_url="http://server") as client,
        pytest.raises(RuntimeError, match="a bug"),
        exchange(client, SystemClock(), 60.0, "GET", "/"),
    ):
        raise RuntimeError("a bug")
