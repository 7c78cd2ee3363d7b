"""A network between two real processes that can be cut, slowed down and robbed of its answers.

It listens on loopback and passes bytes on to a server: a line that is down is a connection that breaks, not a boolean.
Run it inside a program (`Proxy`), or as a process of its own that takes orders, one word per line, on a second port:

    python -m sync.proxy --to 127.0.0.1:8000 --port 8001 --orders 8002
"""

import argparse
import asyncio
import socket
import struct
import sys
import threading
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, TypeVar

from sync.faults import PORTAL_PAGE

_CHUNK = 65_536
_PORTAL = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(PORTAL_PAGE)
) + PORTAL_PAGE

# `struct linger`: on, no seconds.
_AT_ONCE = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)

T = TypeVar("T")


class Proxy:
    """Runs in a thread of its own. Every method may be called from any thread and has done its work on return."""

    def __init__(self, host: str, port: int, *, listen_port: int = 0) -> None:
        self._target = (host, port)
        self._listen_port = listen_port
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy", daemon=True)
        self._server: asyncio.Server | None = None
        self._lines: set[_Line] = set()
        self._is_cut = self._is_portal = False
        self._delay = 0.0
        self._robberies: list[bytes] = []
        self._robbed = 0
        self._truncate_at: int | None = None
        self._passed = 0

    @property
    def port(self) -> int:
        assert self._server is not None
        return int(self._server.sockets[0].getsockname()[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def is_cut(self) -> bool:
        return self._is_cut

    @property
    def robbed(self) -> int:
        """How many answers were dropped after the server had given them."""
        return self._robbed

    @property
    def passed(self) -> int:
        """Bytes that went through, both ways together."""
        return self._passed

    def start(self) -> None:
        self._thread.start()
        self._await(self._open())

    def stop(self) -> None:
        self._await(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    def cut(self) -> None:
        """Break every connection and refuse new ones."""
        self._set("_is_cut", True)

    def restore(self) -> None:
        """Whatever was wrong with the line is over."""
        self._await(self._mend())

    def delay(self, seconds: float) -> None:
        """Hold back everything for so long, each way."""
        self._set("_delay", seconds)

    def portal(self, *, is_on: bool = True) -> None:
        """Answer everything with the login page of a network, under 200."""
        self._set("_is_portal", is_on)

    def drop_reply(self, path: str = "/v1/sync/push", times: int = 1) -> None:
        """Let the next requests for a path through, and lose the answers."""
        self._await(self._plan_robberies([path.encode()] * times))

    def truncate(self, at_byte: int) -> None:
        """Break off every answer after so many bytes."""
        self._set("_truncate_at", at_byte)

    def obey(self, order: str) -> str:
        """One order in words, as it comes in by the second port; the answer is `ok` or what was wrong."""
        word, *rest = order.split() or [""]
        orders: dict[str, Callable[[], None]] = {
            "cut": self.cut,
            "restore": self.restore,
            "delay": lambda: self.delay(float(rest[0])),
            "portal": self.portal,
            "drop-reply": lambda: self.drop_reply(rest[0]),
            "truncate": lambda: self.truncate(int(rest[0])),
        }
        if word not in orders:
            return f"unknown order; known are {', '.join(orders)}"
        try:
            orders[word]()
        except (ValueError, IndexError):
            return f"{word} needs more than that"
        return "ok"

    # Below, everything runs on the loop.

    async def _open(self) -> None:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", self._listen_port)

    async def _close(self) -> None:
        assert self._server is not None
        self._server.close()
        self._hang_up()
        if rest := asyncio.all_tasks() - {asyncio.current_task()}:
            await asyncio.wait(rest, timeout=5)

    async def _mend(self) -> None:
        self._is_cut = self._is_portal = False
        self._delay = 0.0
        self._robberies.clear()
        self._truncate_at = None

    async def _plan_robberies(self, paths: list[bytes]) -> None:
        self._robberies += paths

    async def _change(self, name: str, value: object) -> None:
        setattr(self, name, value)
        if name in ("_is_cut", "_is_portal") and value:
            self._hang_up()

    def _hang_up(self) -> None:
        for line in tuple(self._lines):
            line.break_off()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = _Line(writer)
        self._lines.add(line)
        try:
            await self._serve(line, reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            line.break_off()
        finally:
            self._lines.discard(line)
            line.break_off()

    async def _serve(self, line: "_Line", reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._is_cut:
            return
        if self._is_portal:
            await reader.read(_CHUNK)
            writer.write(_PORTAL)
            writer.close()
            return
        far_reader, far_writer = await asyncio.open_connection(*self._target)
        line.add(far_writer)
        up = asyncio.ensure_future(self._pump(reader, far_writer, line.note_request))
        down = asyncio.ensure_future(self._pump(far_reader, writer, lambda data: self._rob(line, data)))
        line.pumps = [up, down]
        await asyncio.wait(line.pumps, return_when=asyncio.FIRST_COMPLETED)
        line.break_off()
        await asyncio.gather(up, down, return_exceptions=True)

    async def _pump(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, look: Callable[[bytes], bytes | None]
    ) -> None:
        while data := await reader.read(_CHUNK):
            if self._delay:
                await asyncio.sleep(self._delay)
            kept = look(data)
            if kept is None:
                return
            self._passed += len(kept)
            writer.write(kept)
            if len(kept) < len(data):
                writer.close()
                return
            await writer.drain()

    def _rob(self, line: "_Line", data: bytes) -> bytes | None:
        """What is passed on of an answer: None breaks the line at once, less than there was ends it after that."""
        for path in self._robberies:
            if line.request.partition(b" ")[2].startswith(path):
                self._robberies.remove(path)
                self._robbed += 1
                return None
        if self._truncate_at is not None:
            rest = max(0, self._truncate_at - line.answered)
            line.answered += len(data)
            return data[:rest]
        return data

    def _set(self, name: str, value: object) -> None:
        self._await(self._change(name, value))

    def _await(self, work: Coroutine[Any, Any, T]) -> T:
        future: Future[T] = asyncio.run_coroutine_threadsafe(work, self._loop)
        return future.result(10)


class _Line:
    """One connection through the proxy, with the first line of the request that it carries."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writers = [writer]
        self.pumps: list[asyncio.Future[None]] = []
        self.request = b""
        self.answered = 0

    def add(self, writer: asyncio.StreamWriter) -> None:
        self._writers.append(writer)

    def note_request(self, data: bytes) -> bytes:
        if data.startswith((b"GET ", b"POST ")):
            self.request, self.answered = data.partition(b"\r\n")[0], 0
        return data

    def break_off(self) -> None:
        """Reset both ends: a cut cable says no goodbye."""
        for writer in self._writers:
            if not writer.is_closing():
                with suppress(OSError):
                    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
                writer.transport.abort()
        for pump in self.pumps:
            pump.cancel()


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m sync.proxy", description=__doc__.partition("\n")[0])
    parser.add_argument("--to", required=True, metavar="HOST:PORT", help="the server")
    parser.add_argument("--port", type=int, default=0, help="where to listen")
    parser.add_argument("--orders", type=int, default=0, help="where to take orders")
    options = parser.parse_args(arguments)
    host, _, port = options.to.rpartition(":")
    proxy = Proxy(host, int(port), listen_port=options.port)
    proxy.start()
    with socket.create_server(("127.0.0.1", options.orders)) as listener:
        print(f"{proxy.port} {listener.getsockname()[1]}", flush=True)  # noqa: T201 — whoever started it reads the ports
        while True:
            connection, _ = listener.accept()
            with connection, connection.makefile("rw", encoding="utf-8") as lines:
                for order in lines:
                    lines.write(proxy.obey(order) + "\n")
                    lines.flush()


if __name__ == "__main__":
    main()
