"""Real connections of clients that send nothing, little or too much, or read nothing; and what is leant on in uvicorn.

Who is let go is seen at the server. The last to come, of whom nobody is in doubt, says when time enough has gone by.
"""

import asyncio
import inspect
import logging
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from server_stub import punctual
from server_stub.punctual import PunctualProtocol
from support.processes import wait_until

SECONDS = 0.1
LARGE, BUFFER = 2_000_000, 16_384
"""An answer is far more than what lies in the sockets' buffers."""
PARTS = {
    "/large": (b"h" * LARGE,),
    "/parts": (b"h" * (LARGE // 20),) * 20,
    "/full-stream": (b"h" * LARGE, b"i"),
}
HEAD = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 10\r\n"
GET = b"GET /%s HTTP/1.1\r\nHost: here\r\n\r\n"
ENDLESS = b"X: " + b"x" * (punctual.MOST_HEAD_BYTES + 1)
SLOW = {
    "nothing": b"",
    "half a head": HEAD,
    "half a body": HEAD + b"\r\n12345",
    "an answer, and then empty lines": GET % b"" + b"\r\n",
    "a body behind its answer": HEAD.replace(b"/ ", b"/at-once ") + b"\r\n12345",
    "nothing read of a large answer": GET % b"large",
    "nothing read of one in many parts": GET % b"parts",
    "nothing read, and then asked for more": GET % b"large" + GET % b"large",
}


class Listening:
    """An application that reads what it is sent, except at once; its streams end when they are told to."""

    def __init__(self) -> None:
        self.has_begun, self.may_end = threading.Event(), threading.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        path = scope["path"]
        while path != "/at-once" and (await receive()).get("more_body"):
            pass
        parts = PARTS.get(path, (b"h", b"i"))
        length = (b"content-length", f"{sum(map(len, parts))}".encode())
        await send({"type": "http.response.start", "status": 200, "headers": [length]})
        for part in parts[:-1]:
            await send({"type": "http.response.body", "body": part, "more_body": True})
        if path.endswith("stream"):
            self.has_begun.set()
            await asyncio.to_thread(self.may_end.wait)
        await send({"type": "http.response.body", "body": parts[-1]})


class Served:
    """A server whose first connections are of one protocol, and all after them of the real one."""

    def __init__(self, address: tuple[str, int], server: uvicorn.Server, clients: ExitStack) -> None:
        self._address = address
        self._server = server
        self._clients = clients

    def open(self, sent: bytes) -> socket.socket:
        connection = self._clients.enter_context(socket.socket())
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER)
        connection.settimeout(60)
        connection.connect(self._address)
        connection.sendall(sent)
        return connection

    def is_open(self, connection: socket.socket) -> bool:
        open_here = {one.client for one in list(self._server.server_state.connections)}  # type: ignore[union-attr] # no websockets
        return connection.getsockname() in open_here

    def let_time_go_by(self) -> None:
        """Longer than anybody is waited for who came before."""
        for _ in range(2):
            heard(self.open(b""))


@contextmanager
def served(app: Listening, protocol: type[PunctualProtocol] = PunctualProtocol, first: int = 1) -> Iterator[Served]:
    made = iter([protocol] * first)

    def make(*arguments: Any, **named: Any) -> PunctualProtocol:
        return next(made, PunctualProtocol)(*arguments, **named)

    with socket.create_server(("127.0.0.1", 0)) as listener, ExitStack() as clients:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFER)
        config = uvicorn.Config(app, http=make, lifespan="off", log_config=None, timeout_keep_alive=60)  # type: ignore[arg-type] # a class would be called likewise
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield Served(listener.getsockname(), server, clients)
        finally:
            app.may_end.set()
            clients.close()
            server.should_exit = True
            thread.join()


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
    for name in ("HEAD", "BODY", "ANSWER"):
        monkeypatch.setattr(punctual, f"SECONDS_FOR_{name}", SECONDS)


def check_slow_ones_are_let_go(protocol: type[PunctualProtocol]) -> None:
    with served(Listening(), protocol, len(SLOW)) as server:
        slow = {name: server.open(sent) for name, sent in SLOW.items()}
        server.let_time_go_by()
        assert [name for name, connection in slow.items() if server.is_open(connection)] == []
        ends = {name: heard(connection) for name, connection in slow.items()}
    assert [name for name, end in ends.items() if end.endswith(b"hi")] == list(SLOW)[3:5]
    assert [ends[name] for name in list(SLOW)[:2]] == [b"", b""]


def check_whoever_waits_for_the_server_is_not(protocol: type[PunctualProtocol]) -> None:
    app = Listening()
    with served(app, protocol) as server:
        stream = server.open(GET % b"stream")
        assert app.has_begun.wait(10)
        server.let_time_go_by()
        assert server.is_open(stream)


def check_whoever_reads_waits_as_long_as_they_like(protocol: type[PunctualProtocol]) -> None:
    """The line was full once, and is not any more."""
    app = Listening()
    with served(app, protocol) as server:
        stream = server.open(GET % b"full-stream")
        assert app.has_begun.wait(10)
        left = LARGE
        while left > 0 and (part := stream.recv(65_536)):
            left -= len(part)
        server.let_time_go_by()
        assert server.is_open(stream)


def check_a_head_without_end_is_refused_and_a_long_body_is_not(protocol: type[PunctualProtocol]) -> None:
    with served(Listening(), protocol, 3) as server:
        assert b"HTTP/1.1 400" in heard(server.open(HEAD + ENDLESS))
        assert b"HTTP/1.1 400" in heard(server.open(GET % b"" + HEAD + ENDLESS))
        long = HEAD.replace(b"10", b"200000") + b"Connection: close\r\n\r\n" + b"x" * 200_000
        assert heard(server.open(long)).endswith(b"hi")


def check_nobody_is_waited_for_who_is_gone(protocol: type[PunctualProtocol]) -> None:
    with served(Listening(), protocol) as server, noted() as lines:
        gone = server.open(b"")
        wait_until(lambda: server.is_open(gone), "it is there")
        gone.close()
        server.let_time_go_by()
    assert len(lines) == 2


@contextmanager
def noted() -> Iterator[list[logging.LogRecord]]:
    lines: list[logging.LogRecord] = []

    class Noting(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record)

    handler, level = Noting(), punctual.log.level
    punctual.log.addHandler(handler)
    punctual.log.setLevel(logging.INFO)
    yield lines
    punctual.log.removeHandler(handler)
    punctual.log.setLevel(level)


def check_a_large_answer_may_take_longer_than_the_next_head(protocol: type[PunctualProtocol]) -> None:
    with pytest.MonkeyPatch.context() as patch, served(Listening(), protocol) as server:
        patch.setattr(punctual, "SECONDS_FOR_ANSWER", 60)
        reading = server.open(GET % b"large")
        assert reading.recv(1)
        server.let_time_go_by()
        assert server.is_open(reading)


Check = Callable[[type[PunctualProtocol]], None]
CHECKS: tuple[Check, ...] = (
    check_slow_ones_are_let_go,
    check_whoever_waits_for_the_server_is_not,
    check_whoever_reads_waits_as_long_as_they_like,
    check_a_head_without_end_is_refused_and_a_long_body_is_not,
    check_nobody_is_waited_for_who_is_gone,
    check_a_large_answer_may_take_longer_than_the_next_head,
)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_what_is_promised(check: Check) -> None:
    check(PunctualProtocol)


# Should uvicorn no longer call one of these, or no longer tell what it asks for, the check turns red.
LEANT_ON: dict[str, Check] = {
    "connection_made": check_slow_ones_are_let_go,
    "on_response_complete": check_slow_ones_are_let_go,
    "pause_writing": check_slow_ones_are_let_go,
    "on_message_complete": check_whoever_waits_for_the_server_is_not,
    "resume_writing": check_whoever_reads_waits_as_long_as_they_like,
    "data_received": check_a_head_without_end_is_refused_and_a_long_body_is_not,
    "on_message_begin": check_a_head_without_end_is_refused_and_a_long_body_is_not,
    "on_headers_complete": check_a_head_without_end_is_refused_and_a_long_body_is_not,
    "connection_lost": check_nobody_is_waited_for_who_is_gone,
}


def test_all_that_is_leant_on_is_named() -> None:
    own = {name for name, _ in inspect.getmembers(PunctualProtocol, inspect.isfunction)} & vars(PunctualProtocol).keys()
    assert {name for name in own if hasattr(HttpToolsProtocol, name)} == LEANT_ON.keys()


@pytest.mark.parametrize("name", LEANT_ON)
def test_an_update_that_no_longer_calls_it_is_noticed(name: str) -> None:
    deaf: type[PunctualProtocol] = type("Deaf", (PunctualProtocol,), {name: getattr(HttpToolsProtocol, name)})
    with pytest.raises(AssertionError):
        LEANT_ON[name](deaf)


def forgets_that_the_line_is_full(patch: pytest.MonkeyPatch) -> None:
    def on_response_complete(self: PunctualProtocol) -> None:
        HttpToolsProtocol.on_response_complete(self)
        self._arrival.set(punctual.SECONDS_FOR_HEAD)

    patch.setattr(PunctualProtocol, "on_response_complete", on_response_complete)


def test_a_planted_bug_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    forgets_that_the_line_is_full(monkeypatch)
    with pytest.raises(AssertionError):
        check_a_large_answer_may_take_longer_than_the_next_head(PunctualProtocol)
