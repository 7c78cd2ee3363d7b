"""What a network does to an exchange: one model for simulations, for tests between real processes and for testers.

A fault is a value; a script says which one strikes next; `FaultyTransport` lets it happen around any other transport.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import httpx

from sync.protocol import MEDIA_TYPE, PROTOCOL, PROTOCOL_HEADER, Trouble, encode


class Kind(StrEnum):
    DROP_REQUEST = "drop_request"
    DROP_REPLY = "drop_reply"
    """The server did the work; its answer is lost. The worst of them, and the most common."""
    DUPLICATE = "duplicate"
    DELAY = "delay"
    LATE = "late"
    """The request seems lost, and arrives after the next one: reordering, as one device can cause it."""
    TRUNCATE = "truncate"
    CORRUPT = "corrupt"
    PORTAL = "portal"
    STATUS = "status"


@dataclass(frozen=True)
class Fault:
    """`at_byte` is where an answer is cut or damaged; `error` is the server's word beside a status."""

    kind: Kind
    status: int = 503
    error: str = "unavailable"
    retry_after: int | None = None
    at_byte: int = 20
    seconds: float = 1.0


Script = Iterator[Fault | None]

PORTAL_PAGE = b"<!doctype html><title>Welcome</title><p>Accept the terms to use this network.</p>"


def scripted(*faults: Fault | None) -> Script:
    """These faults, one per exchange, and peace ever after."""
    yield from faults
    while True:
        yield None


def seeded(randomness: random.Random, rate: float, faults: Iterable[Fault]) -> Script:
    """Any of these faults in a share of the exchanges."""
    choices = tuple(faults)
    while True:
        yield randomness.choice(choices) if randomness.random() < rate else None


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


class FaultyTransport(httpx.BaseTransport):
    """Any transport with a script of faults around it; `script` may be exchanged at any time."""

    def __init__(self, inner: httpx.BaseTransport, script: Script, sleep: Callable[[float], object]) -> None:
        self.script = script
        self._inner = inner
        self._sleep = sleep
        self._late: list[httpx.Request] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        fault = next(self.script)
        late, self._late = self._late, []
        response = self._strike(request, fault) if fault else self._deliver(request)
        for forgotten in late:
            self._deliver(forgotten)
        return response

    def close(self) -> None:
        self._inner.close()

    def _strike(self, request: httpx.Request, fault: Fault) -> httpx.Response:
        match fault.kind:
            case Kind.DROP_REQUEST:
                raise httpx.ConnectError("dropped on the way there")
            case Kind.LATE:
                self._late.append(request)
                raise httpx.ReadTimeout("held up on the way there")
            case Kind.PORTAL:
                return httpx.Response(200, headers={"Content-Type": "text/html"}, content=PORTAL_PAGE)
            case Kind.STATUS:
                return _status(fault)
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
    match fault.kind:
        case Kind.DROP_REPLY:
            raise httpx.ReadError("dropped on the way back")
        case Kind.TRUNCATE:
            content = content[: min(fault.at_byte, len(content) - 1)]
        case Kind.CORRUPT:
            at = min(fault.at_byte, len(content) - 1)
            content = content[:at] + b"\x00" + content[at + 1 :]
        case _:
            pass
    return _response(response, content)


def _response(like: httpx.Response, content: bytes) -> httpx.Response:
    headers = [(name, value) for name, value in like.headers.raw if name.lower() != b"content-length"]
    return httpx.Response(like.status_code, headers=headers, stream=httpx.ByteStream(content))


def _status(fault: Fault) -> httpx.Response:
    headers = {"Content-Type": MEDIA_TYPE, PROTOCOL_HEADER: str(PROTOCOL)}
    if fault.retry_after is not None:
        headers["Retry-After"] = str(fault.retry_after)
    body = Trouble(protocol=PROTOCOL, error=fault.error, message=f"Status {fault.status}, as asked for.")
    return httpx.Response(fault.status, headers=headers, content=encode(body))
