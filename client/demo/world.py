"""A company to play with: its server as a process, a network that can be cut, a field worker who is signed in."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe
from typing import Any
from urllib.parse import urlsplit

from client.account import SignInForm, sign_in
from client.home import Home
from client.passphrase import Cost, PassphraseFile
from client.profile import Profile
from sync.errors import StreamFlowError
from sync.proxy import Proxy
from sync.terms import Role

# A key of 256 random bits needs no stretching, and the demo is to start at once.
_COST = Cost(memory_kib=64, iterations=1, lanes=1)
_STOP_SECONDS = 10.0

Progress = Callable[[str], None]


class DemoFailed(StreamFlowError):
    pass


@dataclass(frozen=True)
class DemoAccount:
    name: str
    role: str
    organisation: str
    email: str
    password: str


class DemoWorld:
    """Use `start`; `stop` ends what it has started. `home` and `profile` are the field worker's."""

    def __init__(self, folder: Path, server: subprocess.Popen[bytes], facts: dict[str, Any]) -> None:
        self.folder = folder
        self.passphrase = token_urlsafe(32)
        self.accounts = tuple(DemoAccount(**account) for account in facts["accounts"])
        self._server = server
        address = urlsplit(facts["url"])
        assert address.hostname is not None
        assert address.port is not None
        self._proxy = Proxy(address.hostname, address.port)
        self._proxy.start()
        self.home, self.profile = self.sign_in(Role.WORKER)

    @classmethod
    def start(
        cls, folder: Path, progress: Progress = lambda _sentence: None, *, is_fresh: bool = True
    ) -> "DemoWorld":
        """A fresh company in this folder, and what an earlier demo left there is gone; or that one, gone on with."""
        progress("Starting a companion server with a demo company")
        folder.mkdir(parents=True, exist_ok=True)
        if is_fresh:
            _forget_homes(folder)
        with (folder / "server.log").open("wb") as log:
            server = subprocess.Popen(  # noqa: S603 — our own program
                _command(folder, is_fresh=is_fresh), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log
            )
        try:
            facts = _first_line(server, folder)
            progress("Signing in as the field worker")
            return cls(folder, server, facts)
        except BaseException:
            _end(server)
            raise

    @property
    def server_url(self) -> str:
        """The server through the network that can be cut."""
        return self._proxy.url

    @property
    def database(self) -> Path:
        """The server's own file."""
        return self.folder / "server" / "demo.db"

    @property
    def is_cut(self) -> bool:
        return self._proxy.is_cut

    @property
    def replies_lost(self) -> int:
        return self._proxy.robbed

    def cut(self) -> None:
        self._proxy.cut()

    def restore(self) -> None:
        self._proxy.restore()

    def lose_a_reply(self) -> None:
        """The next push gets through, and its answer doesn't."""
        self._proxy.drop_reply()

    def sign_in(self, role: Role, device: str = "") -> tuple[Home, Profile]:
        """A computer of its own, signed in as the first person of this role; what it kept before is still there."""
        account = next(account for account in self.accounts if account.role == role)
        home = Home.at(self.folder / f"{role}{device}")
        home.secrets_file.unlink(missing_ok=True)
        PassphraseFile(home.secrets_file, self.passphrase, _COST).write("begun", "")
        form = SignInForm(self.server_url, account.organisation, account.email, account.password)
        return home, sign_in(home, form, self.passphrase)

    def stop(self) -> None:
        self._proxy.stop()
        _end(self._server)


def _command(folder: Path, *, is_fresh: bool) -> Sequence[str]:
    # The client knows the server by the wire alone, so it is started, never imported.
    tethered = [sys.executable, "-m", "client.demo.tethered", "server_stub.cli"]
    return [*tethered, "demo", str(folder / "server"), "--port", "0", *(["--fresh"] if is_fresh else [])]


def _forget_homes(folder: Path) -> None:
    """Remove what an earlier demo kept here, and nothing that is not one's."""
    for role in Role:
        if (folder / role / "secrets.json").exists():
            shutil.rmtree(folder / role)


def _first_line(server: subprocess.Popen[bytes], folder: Path) -> dict[str, Any]:
    assert server.stdout is not None
    line = server.stdout.readline()
    try:
        facts: dict[str, Any] = json.loads(line)
    except ValueError as trouble:
        raise DemoFailed(f"The demo's server did not start; {folder / 'server.log'} says why.") from trouble
    return facts


def _end(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
    for pipe in (server.stdin, server.stdout):
        if pipe is not None:
            pipe.close()
