"""What the world does to an exchange and to its two ends: one model for simulations, for real connections and testers.

A fault is a value. A script is asked before each exchange which fault strikes; it is written by hand (`scripted`),
drawn by chance (`seeded`) or read from a file (`sync.scenario`). `FaultyTransport` lets it happen around any other
transport, `sync.proxy` between two processes.
"""

import random
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum

import httpx

from sync.protocol import MEDIA_TYPE, PROTOCOL, PROTOCOL_HEADER, Trouble, encode


class Kind(StrEnum):
    """To an exchange."""

    DROP_REQUEST = "drop_request"
    DROP_REPLY = "drop_reply"
    """The server did the work; its answer is lost. The worst of them, and the most common."""
    DUPLICATE = "duplicate"
    DELAY = "delay"
    LATE = "late"
    """The request seems lost, and arrives after later ones: reordering, as one device can cause it."""
    TRUNCATE = "truncate"
    CORRUPT = "corrupt"
    """A byte of the answer is damaged where anybody can see it: what is not seen is TLS's business."""
    PORTAL = "portal"
    STATUS = "status"

    """To a device."""
    KILL = "kill"
    DISK_FULL = "disk_full"
    DISK_ERROR = "disk_error"
    """Writing fails, and what was being committed may be on the disk all the same."""
    CLOCK_JUMP = "clock_jump"
    OLD_IMAGE = "old_image"
    CLONE = "clone"

    """To the server."""
    SERVER_KILL = "server_kill"
    SERVER_RESTORE = "server_restore"


OF_EXCHANGES = frozenset(
    {
        Kind.DROP_REQUEST,
        Kind.DROP_REPLY,
        Kind.DUPLICATE,
        Kind.DELAY,
        Kind.LATE,
        Kind.TRUNCATE,
        Kind.CORRUPT,
        Kind.PORTAL,
        Kind.STATUS,
    }
)


@dataclass(frozen=True)
class Fault:
    """`at_byte` is where an answer is cut or damaged, `error` the server's word beside a status, `seconds` how long a
    delay takes or how far a clock jumps, `exchanges` after how many others a late request arrives, and `statement` at
    which of its statements from now on a program is killed or its disk fails."""

    kind: Kind
    status: int = 503
    error: str = "unavailable"
    retry_after: int | None = None
    at_byte: int = 20
    seconds: float = 1.0
    exchanges: int = 1
    statement: int = 1


@dataclass(frozen=True)
class Exchange:
    """An exchange that is about to begin: who asks for what, `at` so many seconds after the beginning."""

    method: str
    path: str
    device: str = ""
    at: float = 0.0


Script = Callable[[Exchange], Fault | None]

PORTAL_PAGE = b"<!doctype html><title>Welcome</title><p>Accept the terms to use this network.</p>"


def scripted(*faults: Fault | None) -> Script:
    """These faults, one per exchange, and peace ever after."""
    rest = iter(faults)
    return lambda _exchange: next(rest, None)


def seeded(randomness: random.Random, rate: float, faults: Iterable[Fault]) -> Script:
    """Any of these faults in a share of the exchanges."""
    choices = tuple(faults)
    return lambda _exchange: randomness.choice(choices) if randomness.random() < rate else None


COMMON: tuple[Fault, ...] = (
    Fault(Kind.DROP_REQUEST),
    Fault(Kind.DROP_REPLY),
    Fault(Kind.DUPLICATE),
    Fault(Kind.LATE),
    Fault(Kind.DELAY),
    Fault(Kind.TRUNCATE),
    Fault(Kind.CORRUPT),
    Fault(Kind.PORTAL),
    Fault(Kind.STATUS, 500, "internal"),
    Fault(Kind.STATUS, 503, "unavailable"),
    Fault(Kind.STATUS, 429, "too_many", retry_after=7),
)


@dataclass(frozen=True)
class _Late:
    request: httpx.Request
    after: int


class FaultyTransport(httpx.BaseTransport):
    """Any transport with a script of faults around it; `script` may be exchanged at any time."""

    def __init__(
        self,
        inner: httpx.BaseTransport,
        script: Script,
        sleep: Callable[[float], object],
        *,
        device: str = "",
        elapsed: Callable[[], float] = lambda: 0.0,
    ) -> None:
        self.script = script
        self._inner = inner
        self._sleep = sleep
        self._device = device
        self._elapsed = elapsed
        self._late: list[_Late] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        fault = self.script(Exchange(request.method, request.url.path, self._device, self._elapsed()))
        late = [replace(one, after=one.after - 1) for one in self._late]
        self._late = [one for one in late if one.after > 0]
        try:
            return self._strike(request, fault) if fault else self._deliver(request)
        finally:
            for one in late:
                if one.after <= 0:
                    with suppress(httpx.HTTPError):
                        self._deliver(one.request)

    def close(self) -> None:
        self._inner.close()

    def _strike(self, request: httpx.Request, fault: Fault) -> httpx.Response:
        match fault.kind:
            case Kind.DROP_REQUEST:
                raise httpx.ConnectError("dropped on the way there")
            case Kind.LATE:
                self._late.append(_Late(request, fault.exchanges))
                raise httpx.ReadTimeout("held up on the way there")
            case Kind.PORTAL:
                return _fresh(200, {"Content-Type": "text/html"}, PORTAL_PAGE)
            case Kind.STATUS:
                return _fresh(fault.status, status_headers(fault), status_body(fault))
            case Kind.DELAY:
                self._sleep(fault.seconds)
            case Kind.DUPLICATE:
                self._deliver(request)
            case _:
                pass
        return _damaged(self._deliver(request), fault)

    def _deliver(self, request: httpx.Request) -> httpx.Response:
        response = self._inner.handle_request(request)
        try:
            content = response.content if response.is_stream_consumed else b"".join(response.iter_raw())
        finally:
            response.close()
        return _response(response, content)


def _damaged(response: httpx.Response, fault: Fault) -> httpx.Response:
    """What is left of an answer that was given."""
    content = b"".join(response.iter_raw())
    at = max(0, min(fault.at_byte, len(content) - 1))
    match fault.kind:
        case Kind.DROP_REPLY:
            raise httpx.ReadError("dropped on the way back")
        case Kind.TRUNCATE:
            content = content[:at]
        case Kind.CORRUPT:
            content = content[:at] + b"\x00" + content[at + 1 :]
        case _:
            pass
    return _response(response, content)


def _response(like: httpx.Response, content: bytes) -> httpx.Response:
    headers = [(name, value) for name, value in like.headers.raw if name.lower() != b"content-length"]
    return httpx.Response(like.status_code, headers=headers, stream=httpx.ByteStream(content))


def _fresh(status: int, headers: dict[str, str], content: bytes) -> httpx.Response:
    """An answer that has yet to be read, as one from a socket."""
    return httpx.Response(status, headers=headers, stream=httpx.ByteStream(content))


def status_headers(fault: Fault) -> dict[str, str]:
    headers = {"Content-Type": MEDIA_TYPE, PROTOCOL_HEADER: str(PROTOCOL)}
    return headers if fault.retry_after is None else {**headers, "Retry-After": str(fault.retry_after)}


def status_body(fault: Fault) -> bytes:
    """What the server says in its own words when a status is asked for."""
    return encode(Trouble(protocol=PROTOCOL, error=fault.error, message=f"Status {fault.status}, as asked for."))
