"""The way from a device to the server: the script of faults, what happens meanwhile, and the trace of every byte."""

import hashlib
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

import httpx
import zstandard

from simulation.oracle.manners import Manners
from simulation.server import Server
from support.clock import FakeClock
from sync.faults import OF_EXCHANGES, Exchange, Fault, FaultyTransport, Script

LATENCY = 0.02
KILLED = 0


class Trace:
    """A digest over everything that went over the wire and when: two runs of a seed have to agree on it."""

    def __init__(self) -> None:
        self._digest = hashlib.sha256()

    def note(self, *parts: object) -> None:
        for part in parts:
            self._digest.update(part if isinstance(part, bytes) else repr(part).encode())
            self._digest.update(b"\x1f")

    def note_content(self, database: sqlite3.Connection) -> None:
        """Every row of every table; the bytes of the file itself hold random salts of SQLite's."""
        tables = (
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')"
            " AND name NOT LIKE 'sqlite%' ORDER BY name"
        )
        for (name,) in database.execute(tables).fetchall():
            self.note(name, *database.execute(f"SELECT * FROM {name}").fetchall())

    @property
    def value(self) -> str:
        return self._digest.hexdigest()[:32]


@dataclass(frozen=True)
class Delivery:
    """A request that reached the server, and its whole answer unpacked, whatever became of that on the way back.

    Where the server died over it, the status is `KILLED`.
    """

    device: str
    device_id: str
    path: str
    request: bytes
    status: int
    answer: bytes


def content_of(response: httpx.Response) -> bytes:
    """The answer's bytes, left to be read again."""
    assert isinstance(response.stream, httpx.ByteStream)
    return b"".join(response.stream)


def _unpacked(response: httpx.Response, answer: bytes) -> bytes:
    is_packed = response.headers.get("content-encoding") == "zstd"
    return zstandard.ZstdDecompressor().decompress(answer) if is_packed else answer


class Line(httpx.BaseTransport):
    """One device's connection."""

    def __init__(
        self,
        device: str,
        device_id: str,
        server: Server,
        clock: FakeClock,
        trace: Trace,
        script: Script,
        befall: Callable[[Fault], None],
        meanwhile: Callable[[], None],
        delivered: Callable[[Delivery], None],
    ) -> None:
        self._device = device
        self._clock = clock
        self._trace = trace
        self._script = script
        self._befall = befall
        self.rounds = self.faults = 0
        self.manners = Manners(device)
        way = _Way(device, device_id, server, clock, trace, meanwhile, delivered)
        begin = clock.monotonic()
        self._line = FaultyTransport(
            way, self._choose, clock.advance, device=device, elapsed=lambda: clock.monotonic() - begin
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.manners.begin(self._clock.monotonic())
        try:
            response = self._line.handle_request(request)
        except httpx.HTTPError as error:
            self._trace.note(self._clock.monotonic(), self._device, type(error).__name__)
            self.manners.end(self._clock.monotonic(), None)
            raise
        self.manners.end(self._clock.monotonic(), response)
        self._trace.note(self._clock.monotonic(), self._device, response.status_code, content_of(response))
        return response

    def _choose(self, exchange: Exchange) -> Fault | None:
        """What strikes this exchange. What happens to a device or to the server is not the transport's to do."""
        self.rounds += 1
        fault = self._script(exchange)
        self._trace.note(exchange.device, fault)
        if fault is None:
            return None
        self.faults += 1
        if fault.kind in OF_EXCHANGES:
            return fault
        self._befall(fault)
        return None


class _Way(httpx.BaseTransport):
    """What is left when the faults had their turn: to the server and back, with time for something in between."""

    def __init__(
        self,
        device: str,
        device_id: str,
        server: Server,
        clock: FakeClock,
        trace: Trace,
        meanwhile: Callable[[], None],
        delivered: Callable[[Delivery], None],
    ) -> None:
        self._device = device
        self._device_id = device_id
        self._server = server
        self._clock = clock
        self._trace = trace
        self._meanwhile = meanwhile
        self._delivered = delivered

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        body = request.read()
        self._meanwhile()
        self._clock.advance(LATENCY)
        self._trace.note(self._clock.monotonic(), request.method, request.url.raw_path, request.headers.raw, body)
        try:
            response = self._server.ask(request)
        except httpx.RemoteProtocolError:
            self._delivered(Delivery(self._device, self._device_id, request.url.path, body, KILLED, b""))
            raise
        answer = content_of(response)
        self._trace.note(response.status_code, answer)
        words = _unpacked(response, answer)
        self._delivered(Delivery(self._device, self._device_id, request.url.path, body, response.status_code, words))
        self._clock.advance(LATENCY)
        self._meanwhile()
        return response
