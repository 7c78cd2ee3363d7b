"""A network between two real processes that can be cut, slowed down and robbed of its answers.

It listens on loopback and passes bytes on to a server: a line that is down is a connection that breaks, not a boolean.
What else happens is the fault model's (`sync.faults`): each request is an exchange, and a script says what strikes it.
Run it inside a program (`Proxy`), or as a process of its own that takes orders, one on each line, on a second port:

    python -m sync.proxy --to 127.0.0.1:8000 --port 8001 --orders 8002 [--scenario FILE]

Over 300 lines: a program of its own.
"""

import argparse
import asyncio
import socket
import threading
import time
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sync.errors import InvalidInput, Problem
from sync.faults import OF_EXCHANGES, Exchange, Fault, Kind, Script, scripted
from sync.proxy_wire import Line, own_answer, read_request
from sync.scenario import path_of, read_scenario

_CHUNK = 65_536
_ASIDE_SECONDS = 10.0

T = TypeVar("T")


@dataclass
class _Order:
    """A fault that was asked for: for the next so many requests whose paths begin so, or until the line is mended."""

    fault: Fault
    path: str = ""
    times: int | None = None

    def strikes(self, path: str) -> bool:
        if not path.startswith(self.path) or self.times == 0:
            return False
        if self.times is not None:
            self.times -= 1
        return True


class Proxy:
    """Runs in a thread of its own. Every method may be called from any thread and has done its work on return."""

    def __init__(self, host: str, port: int, *, listen_port: int = 0) -> None:
        self._target = (host, port)
        self._listen_port = listen_port
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy", daemon=True)
        self._server: asyncio.Server | None = None
        self._lines: set[Line] = set()
        self._is_cut = False
        self._orders: list[_Order] = []
        self._late: list[tuple[int, bytes]] = []
        self._robbed = 0
        self._passed = 0
        self._begin = time.monotonic()
        self.script: Script = scripted()

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
        self._await(self._cut_all())

    def restore(self) -> None:
        """Whatever was wrong with the line is over."""
        self._await(self._mend())

    def strike(self, fault: Fault, path: str = "", times: int | None = None) -> None:
        """Let a fault strike the next so many requests for a path, or all until the line is mended."""
        self._await(self._order(_Order(fault, path, times)))

    def delay(self, seconds: float) -> None:
        """Hold back every request for so long."""
        self.strike(Fault(Kind.DELAY, seconds=seconds))

    def portal(self) -> None:
        """Answer everything with the login page of a network, under 200."""
        self._hang_up_on_all()
        self.strike(Fault(Kind.PORTAL))

    def drop_reply(self, path: str = "/v1/sync/push", times: int = 1) -> None:
        """Let the next requests for a path through, and lose the answers."""
        self.strike(Fault(Kind.DROP_REPLY), path, times)

    def truncate(self, at_byte: int) -> None:
        """Break off every answer after so many bytes."""
        self.strike(Fault(Kind.TRUNCATE, at_byte=at_byte))

    def follow(self, file: Path) -> None:
        """Begin with a scenario. Raises `InvalidInput` where it is none, or not for a proxy."""
        scenario = read_scenario(file)
        for entry in scenario.fault:
            _require_of_exchange(entry.kind)
        self._begin = time.monotonic()
        self.script = scenario.script()

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
            "fault": lambda: self.strike(*_read_order(rest)),
            "scenario": lambda: self.follow(Path(rest[0])),
        }
        if word not in orders:
            return f"unknown order; known are {', '.join(orders)}"
        try:
            orders[word]()
        except InvalidInput as trouble:
            return str(trouble)
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
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)

    async def _mend(self) -> None:
        self._is_cut = False
        self._orders.clear()

    async def _order(self, order: _Order) -> None:
        self._orders.append(order)

    async def _cut_all(self) -> None:
        self._is_cut = True
        self._hang_up()

    def _hang_up(self) -> None:
        for line in tuple(self._lines):
            line.break_off()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = Line(writer)
        self._lines.add(line)
        try:
            await self._serve(line, reader, writer)
        except (OSError, EOFError, ValueError, asyncio.CancelledError):
            line.break_off()
        finally:
            self._lines.discard(line)
            line.break_off()

    async def _serve(self, line: "Line", reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Request after request of one connection, and beside them whatever the server answers."""
        if self._is_cut:
            return
        request = await read_request(reader)
        if request is None:
            return
        while request is not None:
            fault = self._choose(request)
            if not await self._send(line, request, fault, writer):
                return
            line.up = up = asyncio.ensure_future(read_request(reader))
            waited: list[asyncio.Future[Any]] = [up, *line.pumps]
            await asyncio.wait(waited, return_when=asyncio.FIRST_COMPLETED)
            request = up.result() if up.done() and not up.cancelled() else None

    def _choose(self, request: bytes) -> Fault | None:
        method, _, rest = request.partition(b" ")
        path = rest.partition(b" ")[0].partition(b"?")[0].decode("latin-1")
        ordered = next((order.fault for order in self._orders if order.strikes(path)), None)
        return ordered or self.script(Exchange(method.decode("latin-1"), path, at=time.monotonic() - self._begin))

    async def _send(
        self, line: "Line", request: bytes, fault: Fault | None, writer: asyncio.StreamWriter
    ) -> bool:
        """Pass a request on, or do to it what the fault says; whether the connection goes on."""
        match fault.kind if fault else None:
            case Kind.DROP_REQUEST:
                return False
            case Kind.LATE:
                assert fault is not None
                self._late.append((fault.exchanges, request))
                return False
            case Kind.PORTAL | Kind.STATUS:
                assert fault is not None
                writer.write(own_answer(fault))
                await writer.drain()
                writer.close()
                return False
            case Kind.DELAY:
                assert fault is not None
                await asyncio.sleep(fault.seconds)
            case Kind.DUPLICATE:
                await self._deliver_aside(request)
            case _:
                pass
        await self._open_far_end(line, writer)
        line.expect(fault)
        line.late += self._take_late()
        line.far.write(request)
        self._passed += len(request)
        return True

    async def _open_far_end(self, line: "Line", writer: asyncio.StreamWriter) -> None:
        if line.pumps:
            return
        far_reader, line.far = await asyncio.open_connection(*self._target)
        line.pumps.append(asyncio.ensure_future(self._pump(line, far_reader, writer)))

    async def _pump(self, line: "Line", reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass answers on, as they come and as the fault leaves them."""
        while data := await reader.read(_CHUNK):
            kept = line.what_is_left(data)
            if kept is None:
                self._robbed += 1
                return
            self._passed += len(kept)
            writer.write(kept)
            if len(kept) < len(data):
                writer.close()
                return
            await writer.drain()
            while line.late:
                await self._deliver_aside(line.late.pop(0))

    def _take_late(self) -> list[bytes]:
        """The requests that were held up until this exchange."""
        late = [(after - 1, request) for after, request in self._late]
        self._late = [(after, request) for after, request in late if after > 0]
        return [request for after, request in late if after <= 0]

    async def _deliver_aside(self, request: bytes) -> None:
        """Send a request on a connection of its own, and let nobody have the answer."""
        with suppress(OSError, TimeoutError):
            reader, writer = await asyncio.open_connection(*self._target)
            writer.write(request)
            await asyncio.wait_for(reader.read(1), _ASIDE_SECONDS)
            writer.close()

    def _hang_up_on_all(self) -> None:
        async def hang_up() -> None:
            self._hang_up()

        self._await(hang_up())

    def _await(self, work: Coroutine[Any, Any, T]) -> T:
        future: Future[T] = asyncio.run_coroutine_threadsafe(work, self._loop)
        return future.result(10)


def _read_order(words: Sequence[str]) -> tuple[Fault, str, int]:
    """`KIND [PATH [TIMES]]`, once if it is not said how often."""
    kind, path, times = (*words, "", "1")[:3] if len(words) == 1 else (*words, "1")[:3]
    _require_of_exchange(Kind(kind))
    return Fault(Kind(kind)), path_of(path), int(times)


def _require_of_exchange(kind: Kind) -> None:
    if kind not in OF_EXCHANGES:
        message = f"{kind.value} happens to a device or a server; a proxy has only the line between them."
        raise InvalidInput(Problem("kind", "not_here", message))


def _take_orders(proxy: Proxy, connection: socket.socket) -> None:
    with connection, connection.makefile("rw", encoding="utf-8") as lines:
        for order in lines:
            lines.write(proxy.obey(order) + "\n")
            lines.flush()


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m sync.proxy", description=__doc__.partition("\n")[0])
    parser.add_argument("--to", required=True, metavar="HOST:PORT", help="the server")
    parser.add_argument("--port", type=int, default=0, help="where to listen")
    parser.add_argument("--orders", type=int, default=0, help="where to take orders")
    parser.add_argument("--scenario", type=Path, metavar="FILE", help="what strikes when; see sync/scenario.py")
    options = parser.parse_args(arguments)
    host, _, port = options.to.rpartition(":")
    proxy = Proxy(host, int(port), listen_port=options.port)
    if options.scenario:
        try:
            proxy.follow(options.scenario)
        except InvalidInput as trouble:
            parser.error(str(trouble))
    proxy.start()
    with socket.create_server(("127.0.0.1", options.orders)) as listener:
        print(f"{proxy.port} {listener.getsockname()[1]}", flush=True)  # noqa: T201 — whoever started it reads the ports
        while True:
            connection, _ = listener.accept()
            with suppress(OSError):  # who gives an order may go without waiting for the answer
                _take_orders(proxy, connection)


if __name__ == "__main__":
    main()
