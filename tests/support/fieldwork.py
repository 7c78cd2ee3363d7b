"""Signed-in people at their devices: real sessions on real files, around the real server in this process.

with open_field(folder) as field:
    session = field.session("worker")      # not started; `session.sync.once()` sends and fetches
    field.line("worker").is_cut = True
"""

import contextlib
import random
import weakref
from collections.abc import Iterator
from pathlib import Path

import httpx

from client.home import Home
from client.profile import Profile, Profiles
from client.secrets import open_secrets
from client.session import Session
from client.surroundings import Surroundings
from support.inprocess import PASSWORD, InProcessServer, found_company
from sync.clock import Clock, SystemClock
from sync.http import HttpServer
from sync.protocol import SignIn
from sync.terms import Role

ADDRESS = "https://field.example"
PASSPHRASE = "only for tests"


class Line(httpx.BaseTransport):
    """The way to the server, which can be cut."""

    def __init__(self, inner: httpx.BaseTransport) -> None:
        self._inner = inner
        self._answers: weakref.WeakSet[httpx.Response] = weakref.WeakSet()
        self.is_cut = False

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if self.is_cut:
            raise httpx.ConnectError("the line is cut", request=request) from ConnectionRefusedError()
        answer = self._inner.handle_request(request)
        self._answers.add(answer)
        return answer

    def close(self) -> None:
        """What is still being read ends, as it does on a socket."""
        for answer in tuple(self._answers):
            answer.stream.close()


class Field:
    def __init__(self, folder: Path, server: InProcessServer, organisation: str, code: str, clock: Clock) -> None:
        self.folder = folder
        self.server = server
        self.clock = clock
        self._organisation, self._code = organisation, code
        self._sessions: dict[str, Session] = {}
        self._lines: dict[str, Line] = {}

    def session(self, email_name: str, password: str = PASSWORD, domain: str = "acme.test") -> Session:
        """This person's device, signed in at the first call."""
        if email_name not in self._sessions:
            home = Home.at(self.folder / email_name)
            self._lines[email_name] = line = Line(self.server.transport)
            profile = Profiles(home).current() or self._sign_in(home, f"{email_name}@{domain}", password)
            self._sessions[email_name] = Session.open(
                home,
                profile,
                clock=self.clock,
                randomness=random.Random(email_name),
                passphrase=PASSPHRASE,
                surroundings=Surroundings("boot", "Europe/London"),
                transport=line,
            )
        return self._sessions[email_name]

    def restart(self, email_name: str, surroundings: Surroundings, clock: Clock | None = None) -> Session:
        """The program is started again at this device, perhaps after the machine was."""
        old = self._sessions[email_name]
        old.stop()
        self._sessions[email_name] = Session.open(
            old.home,
            old.profile,
            clock=clock or self.clock,
            randomness=random.Random(f"{email_name} {surroundings}"),
            passphrase=PASSPHRASE,
            surroundings=surroundings,
            transport=self._lines[email_name],
        )
        return self._sessions[email_name]

    def line(self, email_name: str) -> Line:
        return self._lines[email_name]

    def close(self) -> None:
        for session in self._sessions.values():
            session.stop()
        self.server.close()

    def _sign_in(self, home: Home, email: str, password: str) -> Profile:
        wire = SignIn(organisation=self._code, email=email, password=password, device="a test's laptop")
        with contextlib.closing(HttpServer(ADDRESS, transport=Line(self.server.transport))) as door:
            signed_in = door.sign_in(wire)
        account = signed_in.account
        profile = Profile(
            server_url=ADDRESS,
            code=self._code,
            organisation_id=account.organisation_id,
            organisation=account.organisation,
            user_id=account.user_id,
            name=account.name,
            email=email,
            role=Role(account.role),
            device_id=account.device_id,
            device="a test's laptop",
            signed_in_at=self.clock.now(),
        )
        open_secrets(home, PASSPHRASE).write(profile.name_of_secret, signed_in.token)
        Profiles(home).enter(profile)
        return profile


@contextlib.contextmanager
def open_field(folder: Path, clock: Clock | None = None) -> Iterator[Field]:
    """A small company: worker, lead, office, owner and other at acme.test."""
    clock = clock or SystemClock()
    server = InProcessServer(f"sqlite:///{folder / 'server.db'}", clock, random.Random(1))
    ids = found_company(server, time_zone="Europe/London")
    field = Field(folder, server, ids["organisation"], "acme", clock)
    try:
        yield field
    finally:
        field.close()
