"""A real server in the process, and people with real files who work with it."""

import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from client.account import SignInForm, sign_in
from client.home import Home
from client.passphrase import Cost, PassphraseFile
from client.session import Session
from client.surroundings import Surroundings
from support.clock import WoundClock
from support.inprocess import PASSWORD, InProcessServer, found_company

URL = "https://server.test"
PASSPHRASE = "correct horse battery"

CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)


class SharedTransport(httpx.BaseTransport):
    """Many clients' way into one server: closing a client ends its streams, and nothing else."""

    def __init__(self, transport: httpx.BaseTransport) -> None:
        self._transport = transport
        self._open: list[httpx.Response] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = self._transport.handle_request(request)
        self._open.append(response)
        return response

    def close(self) -> None:
        for response in self._open:
            response.stream.close()
        self._open.clear()


OpenSession = Callable[..., Session]


@pytest.fixture
def clock() -> WoundClock:
    """One for all."""
    return WoundClock()


@pytest.fixture
def server(tmp_path: Path, clock: WoundClock) -> Iterator[InProcessServer]:
    running = InProcessServer(f"sqlite:///{tmp_path / 'server.db'}", clock)
    yield running
    running.close()


@pytest.fixture
def ids(server: InProcessServer) -> dict[str, str]:
    return found_company(server, time_zone="Europe/London")


@pytest.fixture
def open_session(
    server: InProcessServer, ids: dict[str, str], clock: WoundClock, tmp_path: Path
) -> Iterator[OpenSession]:
    """`open_session("worker")` signs in and opens; another `device` is another home."""
    with ExitStack() as stack:

        def open_one(name: str, device: str = "one") -> Session:
            home = Home.at(tmp_path / f"{name}-{device}")
            transport = SharedTransport(server.transport)
            PassphraseFile(home.secrets_file, PASSPHRASE, CHEAP).write("cheap for tests", "")
            form = SignInForm(URL, "acme", f"{name}@acme.test", PASSWORD)
            profile = sign_in(home, form, PASSPHRASE, transport=transport)
            session = Session.open(
                home,
                profile,
                clock=clock,
                randomness=random.Random(),
                passphrase=PASSPHRASE,
                surroundings=Surroundings("boot", "Europe/London"),
                transport=transport,
            )
            return stack.enter_context(session)

        yield open_one
