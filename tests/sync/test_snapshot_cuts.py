"""A snapshot that is cut at any byte, and a program that is ended in between: at the end the same rows are here."""

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from msgspec import structs

import storage.putting_off
import storage.store
from storage.database import Tx
from storage.profile import Profile
from support.clock import FakeClock
from support.inprocess import BASE_URL, InProcessServer, found_company
from support.profiles import open_profile
from support.wire import WireDevice, token_of
from sync import snapshotting
from sync.engine import Engine
from sync.errors import NetworkTrouble
from sync.faults import Exchange, Fault, FaultyTransport, Kind, Script
from sync.http import HttpServer
from sync.ids import id_maker
from sync.protocol import Chunk
from sync.runner import sync_once
from sync.status import Signal

A_DAY = 86_400.0
ROWS = 7

Held = list[tuple[object, ...]]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[InProcessServer]:
    folder = tmp_path_factory.mktemp("server")
    running = InProcessServer(f"sqlite:///{folder / 'server.db'}", FakeClock(), random.Random(1))
    found_company(running)
    with running.client() as http:
        office = WireDevice(http, token_of(http, "acme", "office@acme.test"), id_maker(running.clock, random.Random(3)))
        office.push(*(office.lead(f"Lead {number}") for number in range(25)), *(office.order() for _ in range(10)))
    yield running
    running.close()


@pytest.fixture(scope="module")
def token(server: InProcessServer) -> str:
    with server.client() as http:
        return token_of(http, "acme", "office@acme.test")


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshotting, "FIRST_CHUNK", ROWS)
    monkeypatch.setattr(snapshotting, "MAX_CHUNK_ROWS", ROWS)
    monkeypatch.setattr(storage.putting_off, "WORTH_IT", ROWS)


class Shared(httpx.BaseTransport):
    """Closing one client leaves the server's transport open for the others."""

    def __init__(self, transport: httpx.BaseTransport) -> None:
        self._transport = transport

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._transport.handle_request(request)


class Device:
    """A program that is started for so many steps, or until all is here."""

    def __init__(self, folder: Path, server: InProcessServer, token: str, script: Script) -> None:
        self._clock = FakeClock()
        self._folder = folder
        self._token = token
        self._line = FaultyTransport(Shared(server.transport), script, self._clock.advance)

    def live(self, steps: int | None = None) -> bool:
        """Whether all is here afterwards."""
        with closing(open_profile(self._folder, self._clock)) as profile:
            port = HttpServer(BASE_URL, lambda: self._token, clock=self._clock, transport=self._line, may_be_plain=True)
            engine = Engine(profile.store, port, self._clock, random.Random(1), lambda _status: None)
            engine.notice(Signal.USER)
            if steps is None:
                sync_once(engine, self._clock, self._clock.advance, A_DAY)
            for _ in range(steps or 0):
                self._clock.advance(max(0.0, engine.step() - self._clock.monotonic()))
            return bool(profile.store.position().cursor)

    def rows(self) -> Held:
        with closing(open_profile(self._folder, self._clock)) as profile:
            return held(profile)


def held(profile: Profile) -> Held:
    with profile.database.read() as tx:
        confirmed = tx.all("SELECT kind, id, version, state, body FROM confirmed ORDER BY kind, id")
        indexes = tx.all("SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name")
        return [*confirmed, *tx.all("SELECT id, body FROM lead ORDER BY id"), *indexes]


@pytest.fixture(scope="module")
def whole(server: InProcessServer, token: str, tmp_path_factory: pytest.TempPathFactory) -> Held:
    device = Device(tmp_path_factory.mktemp("undisturbed") / "van", server, token, lambda _exchange: None)
    assert device.live()
    rows = device.rows()
    assert len(rows) > 60
    return rows


class Replayed(httpx.BaseTransport):
    """Asks once, and gives the same answer again, or as much of it as `length` says."""

    def __init__(self, inner: httpx.BaseTransport) -> None:
        self._inner = inner
        self.length: int | None = None
        self.content = b""
        self._head: list[tuple[bytes, bytes]] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if not self.content:
            reply = self._inner.handle_request(request)
            self.content = b"".join(reply.iter_raw())
            self._head = [pair for pair in reply.headers.raw if pair[0].lower() != b"content-length"]
            reply.close()
        return httpx.Response(200, headers=self._head, stream=httpx.ByteStream(self.content[: self.length]))


def test_an_answer_that_is_cut_at_any_byte_is_none(server: InProcessServer, token: str) -> None:
    """The whole of it is taken, and what lacks so much as its last byte never is."""
    line = Replayed(Shared(server.transport))
    with closing(HttpServer(BASE_URL, lambda: token, clock=FakeClock(), transport=line, may_be_plain=True)) as port:
        assert len(port.snapshot("", ROWS).rows) == ROWS
        for length in range(len(line.content)):
            line.length = length
            with pytest.raises(NetworkTrouble):
                port.snapshot("", ROWS)


def cuts(chance: random.Random) -> Script:
    """Every other chunk is cut somewhere."""

    def script(exchange: Exchange) -> Fault | None:
        if not exchange.path.endswith("/snapshot") or chance.random() < 0.5:
            return None
        return Fault(Kind.TRUNCATE, at_byte=int(chance.paretovariate(0.3)))

    return script


@pytest.mark.parametrize("seed", range(2))
def test_cut_and_ended_in_between_it_ends_with_the_same_rows(
    server: InProcessServer, token: str, tmp_path: Path, whole: Held, seed: int
) -> None:
    chance = random.Random(seed)
    device = Device(tmp_path / "van", server, token, cuts(chance))
    lives = 1
    while not device.live(chance.randint(1, 5)):
        lives += 1
    assert lives > 3
    assert device.live()
    assert device.rows() == whole


def loses_the_last_row_of_a_chunk(patch: pytest.MonkeyPatch) -> None:
    real = storage.store.absorb_chunk

    def absorb(tx: Tx, chunk: Chunk, *rest: object) -> object:
        fewer = structs.replace(chunk, rows=chunk.rows[:-1]) if chunk.token else chunk
        return real(tx, fewer, *rest)  # type: ignore[arg-type]  # passed on as given

    patch.setattr(storage.store, "absorb_chunk", absorb)


def test_a_planted_bug_is_caught(
    server: InProcessServer, token: str, tmp_path: Path, whole: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    loses_the_last_row_of_a_chunk(monkeypatch)
    with pytest.raises(AssertionError):
        test_cut_and_ended_in_between_it_ends_with_the_same_rows(server, token, tmp_path, whole, 0)
