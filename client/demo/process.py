"""A client as a process of its own: it stays and syncs, takes commands by its socket, and can be killed any time."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from client.demo.world import DemoFailed
from client.exit_codes import Exit
from client.home import VARIABLE, Home
from client.instance import ask
from client.secrets import VARIABLE as PASSPHRASE_VARIABLE

_START_SECONDS = 30.0
_BEAT = 0.02


@dataclass
class Heard:
    """What a command said."""

    lines: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def out(self, text: str) -> None:
        self.lines.append(text)

    def err(self, text: str) -> None:
        self.errors.append(text)


class ClientProcess:
    def __init__(self, home: Home, passphrase: str) -> None:
        self.home = home
        self._environment = {**os.environ, VARIABLE: str(home.data), PASSPHRASE_VARIABLE: passphrase}
        self._process: subprocess.Popen[bytes] | None = None
        self.kills = 0

    def start(self) -> None:
        """Start it and wait until it answers."""
        command = [sys.executable, "-m", "client.demo.tethered", "client.cli", "run"]
        with (self.home.data / "client.log").open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 — our own program
                command, env=self._environment, stdin=subprocess.PIPE, stdout=log, stderr=log
            )
        give_up_at = time.monotonic() + _START_SECONDS
        while self.ask("status", "--json") is None:
            if self._process.poll() is not None or time.monotonic() > give_up_at:
                raise DemoFailed(f"The client did not start; {self.home.data / 'client.log'} says why.")
            time.sleep(_BEAT)

    def ask(self, *words: str) -> Heard | None:
        """Its answer to a command, or None where it was killed before it could give one."""
        heard = Heard()
        code = ask(self.home, words, Path.cwd(), heard)
        if code in (None, Exit.INTERRUPTED):
            return None
        if code != Exit.DONE:
            raise DemoFailed(f"`{' '.join(words)}` failed with {code}: {' '.join(heard.errors)}")
        return heard

    def command(self, *words: str) -> str:
        """Run one command as a process of its own; what it printed."""
        done = subprocess.run(  # noqa: S603 — our own program
            [sys.executable, "-m", "client.cli", *words],
            env=self._environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode != Exit.DONE:
            raise DemoFailed(f"`{' '.join(words)}` failed with {done.returncode}: {done.stderr}")
        return done.stdout

    def kill(self) -> None:
        """SIGKILL: no goodbye, no clean-up."""
        assert self._process is not None
        self._process.kill()
        self._let_go(self._process)
        self.kills += 1

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._let_go(self._process)
            self._process = None

    def _let_go(self, process: subprocess.Popen[bytes]) -> None:
        process.wait()
        if process.stdin is not None:
            process.stdin.close()


