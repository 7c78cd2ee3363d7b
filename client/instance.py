"""One running program per home: a lock says who it is, a local socket takes the work of every further command.

The running one writes where it listens, with a token, into a file that only its owner can read. A conversation is one
line of JSON in, then lines out: `{"begun": true}` at once, `{"out": text}` and `{"err": text}` as they come, and
`{"code": n}` at the end. What was begun and never ended may have been done, so nobody does it again by themselves.
"""

import contextlib
import hmac
import json
import os
import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import Any, Protocol

from client.exit_codes import Exit
from client.files import make_private_folder, read_text, write_private
from client.home import Home
from storage.instance import InstanceLock
from storage.trouble import told_plainly
from sync.errors import InUse

RAISE = ("raise",)
"""The words with which a second window asks for the first."""

_LONGEST_REQUEST = 1_000_000
_CONNECT_SECONDS = 2.0
_PATIENCE = 15.0
_BEAT = 0.05
_FOLDER = "streamflow-socket-"


class Say(Protocol):
    """How a command answers while it runs."""

    def out(self, text: str) -> None: ...

    def err(self, text: str) -> None: ...


@dataclass(frozen=True)
class Request:
    words: tuple[str, ...]
    folder: Path


Handler = Callable[[Request, Say], int]


class Instance:
    """The right to be the running program; ends with `release` or with the process."""

    def __init__(self, home: Home, lock: InstanceLock) -> None:
        self._home = home
        self._lock = lock
        self._listener: socket.socket | None = None
        self._folder: Path | None = None
        self._token = token_hex(32)

    @classmethod
    def claim(cls, home: Home) -> "Instance | None":
        """None where another program runs on this home."""
        make_private_folder(home.data)
        lock = InstanceLock(home.lock_file)
        try:
            with told_plainly():
                lock.take()
        except InUse:
            return None
        return cls(home, lock)

    def serve(self, handler: Handler) -> None:
        """Answer further commands from now on, each on a thread of its own."""
        _sweep(self._home)
        self._listener, address = self._listen()
        content = json.dumps({"address": address, "token": self._token, "pid": os.getpid()})
        write_private(self._home.address_file, content.encode())
        threading.Thread(target=self._accept, args=(self._listener, handler), name="instance", daemon=True).start()

    def fall_silent(self) -> None:
        """This program is ending: whoever asks from now on waits for that, and then does it alone."""
        if self._listener is not None:
            self._home.address_file.unlink(missing_ok=True)
            # Only a shutdown wakes a thread that waits in accept; macOS says so with an error.
            with contextlib.suppress(OSError):
                self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
            self._listener = None

    def release(self) -> None:
        self.fall_silent()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._lock.release()

    def _listen(self) -> tuple[socket.socket, str | list[Any]]:
        if hasattr(socket, "AF_UNIX"):
            # A path of its own, since a socket's path may have 100 characters and a home's may be longer.
            self._folder = Path(tempfile.mkdtemp(prefix=_FOLDER))
            listener = socket.socket(socket.AF_UNIX)
            listener.bind(str(self._folder / "socket"))
            address: str | list[Any] = str(self._folder / "socket")
        else:
            listener = socket.socket(socket.AF_INET)
            listener.bind(("127.0.0.1", 0))
            address = list(listener.getsockname())
        listener.listen()
        return listener, address

    def _accept(self, listener: socket.socket, handler: Handler) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection, handler), name="command", daemon=True).start()

    def _answer(self, connection: socket.socket, handler: Handler) -> None:
        with connection, connection.makefile("rwb") as stream:
            request = _read_request(stream.readline(_LONGEST_REQUEST), self._token)
            if request is None:
                return
            lines = _Lines(stream)
            lines.send({"begun": True})
            lines.send({"code": handler(request, lines)})


class _Lines:
    """Says it over the socket. An asker that has gone away doesn't stop the work that it asked for."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def out(self, text: str) -> None:
        self.send({"out": text})

    def err(self, text: str) -> None:
        self.send({"err": text})

    def send(self, message: dict[str, Any]) -> None:
        try:
            self._stream.write(json.dumps(message).encode() + b"\n")
            self._stream.flush()
        except OSError:
            return


def ask(home: Home, words: tuple[str, ...], folder: Path, say: Say) -> int | None:
    """Hand a command to the running program and pass its words on; None where nobody has begun on it."""
    connection, token = _connect(home)
    if connection is None:
        return None
    with connection, connection.makefile("rwb") as stream:
        connection.settimeout(None)
        request = {"token": token, "words": list(words), "folder": str(folder)}
        try:
            stream.write(json.dumps(request).encode() + b"\n")
            stream.flush()
        except OSError:
            return None
        return _follow(stream, say)


def claim_or_ask(home: Home, words: tuple[str, ...], folder: Path, say: Say) -> Instance | int:
    """The right to run here, or the answer of whoever has it. A short command that is just at work is waited for."""
    give_up_at = time.monotonic() + _PATIENCE
    while time.monotonic() < give_up_at:
        instance = Instance.claim(home)
        if instance is not None:
            return instance
        code = ask(home, words, folder, say)
        if code is not None:
            return code
        time.sleep(_BEAT)
    say.err("Another command is still running. Please try again when it has ended.")
    return Exit.BUSY


def _follow(stream: Any, say: Say) -> int | None:
    has_begun = False
    for message in _messages(stream):
        if "code" in message:
            return int(message["code"])
        if "begun" in message:
            has_begun = True
        elif "out" in message:
            say.out(message["out"])
        else:
            say.err(message["err"])
    if not has_begun:
        return None
    say.err("StreamFlow Field ended before it had answered. Look whether this was saved before you enter it again.")
    return Exit.INTERRUPTED


def _messages(stream: Any) -> Iterator[dict[str, Any]]:
    """Until the other end is gone, be it in the middle of a line."""
    try:
        for line in stream:
            yield json.loads(line)
    except (OSError, ValueError):
        return


def _sweep(home: Home) -> None:
    """Take away the socket of a program that was killed; whoever holds the lock knows that nobody listens there."""
    address, _ = _known_address(home)
    if isinstance(address, str) and Path(address).parent.name.startswith(_FOLDER):
        shutil.rmtree(Path(address).parent, ignore_errors=True)


def _known_address(home: Home) -> tuple[Any, str]:
    try:
        known = json.loads(read_text(home.address_file) or "{}")
        return known["address"], str(known["token"])
    except (ValueError, KeyError, TypeError):
        return None, ""


def _connect(home: Home) -> tuple[socket.socket | None, str]:
    address, token = _known_address(home)
    is_path = isinstance(address, str)
    if not is_path and not isinstance(address, list):
        return None, ""
    connection = socket.socket(socket.AF_UNIX if is_path else socket.AF_INET)
    connection.settimeout(_CONNECT_SECONDS)
    try:
        connection.connect(address if is_path else tuple(address))
    except (OSError, TypeError):
        connection.close()
        return None, ""
    return connection, token


def _read_request(line: bytes, token: str) -> Request | None:
    """None for whoever doesn't know the token, or doesn't speak our language."""
    try:
        message = json.loads(line)
        words = tuple(str(word) for word in message["words"])
        is_ours = hmac.compare_digest(str(message["token"]).encode(), token.encode())
        return Request(words, Path(str(message["folder"]))) if is_ours else None
    except (ValueError, KeyError, TypeError):
        return None
