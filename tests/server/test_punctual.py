"""Real connections of clients that send nothing, little, or too much."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import uvicorn

from server_stub import punctual
from server_stub.punctual import PunctualProtocol

SECONDS = 0.3
HEAD = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 10\r\n"
SLOW = {
    "nothing": b"",
    "half a head": HEAD,
    "half a body": HEAD + b"\r\n12345",
    "an answer, and then empty lines": b"GET / HTTP/1.1\r\nHost: here\r\n\r\n\r\n",
    "a body behind its answer": HEAD.replace(b"/ ", b"/at-once ") + b"\r\n12345",
}


class Listening:
    """An application that reads what it is sent, except at once; its stream ends when it is told to."""

    def __init__(self) -> None:
        self.has_begun, self.may_end = threading.Event(), threading.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        while scope["path"] != "/at-once" and (await receive()).get("more_body"):
            pass
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
        await send({"type": "http.response.body", "body": b"h", "more_body": True})
        if scope["path"] == "/stream":
            self.has_begun.set()
            await asyncio.to_thread(self.may_end.wait)
        await send({"type": "http.response.body", "body": b"i"})


@contextmanager
def served(app: Listening) -> Iterator[tuple[str, int]]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        config = uvicorn.Config(app, http=PunctualProtocol, lifespan="off", log_config=None, timeout_keep_alive=60)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield listener.getsockname()
        finally:
            server.should_exit = True
            thread.join()


def opened(address: tuple[str, int], sent: bytes, patience: float = 60) -> socket.socket:
    connection = socket.create_connection(address, timeout=patience)
    connection.sendall(sent)
    return connection


def heard(connection: socket.socket) -> bytes:
    """All that comes until the other end is gone."""
    parts = []
    with connection:
        try:
            while part := connection.recv(65_536):
                parts.append(part)
        except ConnectionResetError:
            pass
    return b"".join(parts)


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(punctual, "SECONDS_FOR_HEAD", SECONDS)
    monkeypatch.setattr(punctual, "SECONDS_FOR_BODY", SECONDS)


def test_slow_ones_are_let_go_and_whoever_waits_for_the_server_is_not() -> None:
    app = Listening()
    with served(app) as address:
        stream = opened(address, b"GET /stream HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")
        assert app.has_begun.wait(10)
        slow = {name: opened(address, sent) for name, sent in SLOW.items()}
        ends = {name: heard(connection) for name, connection in slow.items()}
        app.may_end.set()
        assert heard(stream).endswith(b"hi")
    assert [name for name, end in ends.items() if end.endswith(b"hi")] == list(SLOW)[-2:]
    assert [ends[name] for name in list(SLOW)[:2]] == [b"", b""]


def test_a_head_without_end_is_refused_and_a_long_body_is_not() -> None:
    with served(Listening()) as address:
        end = heard(opened(address, HEAD + b"X: " + b"x" * (punctual.MOST_HEAD_BYTES + 1)))
        assert end.startswith(b"HTTP/1.1 400")
        long = HEAD.replace(b"10", b"200000") + b"Connection: close\r\n\r\n" + b"x" * 200_000
        assert heard(opened(address, long)).endswith(b"hi")


@pytest.mark.parametrize("name", SLOW)
def test_a_server_that_waits_for_ever_is_noticed(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(PunctualProtocol, "_expect", lambda *_: None)
    with served(Listening()) as address, pytest.raises(TimeoutError):
        heard(opened(address, SLOW[name], patience=0.2))
