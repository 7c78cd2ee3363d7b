"""People with real files and a real server in the process, for tests of the window."""

import random
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from client.account import SignInForm, sign_in
from client.home import Home
from client.session import Session
from client.surroundings import Surroundings
from support.inprocess import PASSWORD, InProcessServer
from sync.clock import Clock, SystemClock

URL = "https://server.test"
PASSPHRASE = "correct horse battery"
OpenSession = Callable[..., Session]


def opener(server: InProcessServer, folder: Path, stack: ExitStack, zone: str = "Europe/London") -> OpenSession:
    """`open_session("worker")` signs in and opens; the stack closes."""

    def open_one(name: str, clock: Clock | None = None) -> Session:
        home = Home.at(folder / name)
        form = SignInForm(URL, "acme", f"{name}@acme.test", PASSWORD)
        profile = sign_in(home, form, PASSPHRASE, transport=server.transport)
        session = Session.open(
            home,
            profile,
            clock=clock or SystemClock(),
            randomness=random.Random(),
            passphrase=PASSPHRASE,
            surroundings=Surroundings("boot", zone),
            transport=server.transport,
        )
        stack.callback(session.stop)
        return session

    return open_one
