"""The server over HTTP: one place for addresses, headers, deadlines and keep-alive."""

from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import Any, TypeVar
from urllib.parse import urlencode

import httpx

from sync.answers import ENCODINGS, answer, check, read_body
from sync.clock import Clock, SystemClock
from sync.language import translate
from sync.protocol import (
    MEDIA_TYPE,
    PROTOCOL,
    PROTOCOL_HEADER,
    Account,
    Chunk,
    Health,
    History,
    Page,
    PushReply,
    PushRequest,
    SignedIn,
    SignIn,
    Tallies,
    encode,
)
from sync.transport import TimedTransport, exchange

DEADLINE = 30.0
CONNECT = 10.0

PROGRAM = f"StreamFlow-Field/{version('streamflow-field')}"

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

T = TypeVar("T")
Token = Callable[[], str]
Transport = httpx.BaseTransport


class UnsafeAddress(ValueError):
    """None at all, or one whose connection anybody on the way could read."""


def _parsed(url: str) -> httpx.URL | None:
    """None where no name of a computer stands in it: one that could never be looked up."""
    try:
        address = httpx.URL(url)
        address.host.encode("idna")
    except (httpx.InvalidURL, UnicodeError):
        return None
    return None if any(map(str.isspace, url)) else address


def open_client(
    url: str, transport: httpx.BaseTransport | None, timeout: httpx.Timeout, *, may_be_plain: bool = False
) -> httpx.Client:
    """A client for one server: TLS unless it is on this very computer, no redirects, no proxies out of thin air."""
    address = _parsed(url)
    if address is None or address.scheme not in ("http", "https") or not address.host:
        raise UnsafeAddress(translate("network", "{url} is not the address of a server.").format(url=url))
    if address.scheme == "http" and address.host not in _LOOPBACK and not may_be_plain:
        raise UnsafeAddress(
            translate("network", "{url} is not encrypted. The address must start with https://.").format(url=url)
        )
    return httpx.Client(
        base_url=address,
        transport=transport or TimedTransport(is_plain=address.scheme == "http"),
        timeout=timeout,
        trust_env=False,
        follow_redirects=False,
        headers={"User-Agent": PROGRAM, PROTOCOL_HEADER: str(PROTOCOL), "Accept-Encoding": ENCODINGS},
    )


def authorised(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"} if token else {}


def no_token() -> str:
    return ""


class HttpServer:
    """`sync.ports.Server`, and the calls around signing in. `token` is asked anew for each request."""

    def __init__(
        self,
        url: str,
        token: Token = no_token,
        *,
        clock: Clock | None = None,
        transport: httpx.BaseTransport | None = None,
        seconds: float = DEADLINE,
        may_be_plain: bool = False,
    ) -> None:
        timeout = httpx.Timeout(seconds, connect=min(CONNECT, seconds))
        self._client = open_client(url, transport, timeout, may_be_plain=may_be_plain)
        self._root = str(self._client.base_url).rstrip("/")
        self._token = token
        self._clock = clock or SystemClock()
        self._seconds = seconds

    def health(self) -> Health:
        return self._exchange("GET", "/v1/health", Health)

    def push(self, request: PushRequest) -> PushReply:
        return self._exchange("POST", "/v1/sync/push", PushReply, content=encode(request))

    def pull(self, cursor: str, limit: int) -> Page:
        return self._exchange("GET", "/v1/sync/pull", Page, query={"cursor": cursor, "limit": limit})

    def snapshot(self, token: str, limit: int, kinds: tuple[str, ...] = ()) -> Chunk:
        wanted = {"token": token, "limit": limit, "kinds": ",".join(kinds)}
        return self._exchange("GET", "/v1/sync/snapshot", Chunk, query=wanted)

    def check(self) -> Tallies:
        return self._exchange("GET", "/v1/sync/check", Tallies)

    def history(self, kind: str, record_id: str) -> History:
        return self._exchange("GET", f"/v1/history/{kind}/{record_id}", History)

    def sign_in(self, form: SignIn) -> SignedIn:
        return self._exchange("POST", "/v1/sign-in", SignedIn, content=encode(form))

    def sign_out(self) -> None:
        response, data = self._send("POST", "/v1/sign-out")
        if response.status_code != httpx.codes.NO_CONTENT:
            check(response, data, self._clock.now())

    def me(self) -> Account:
        return self._exchange("GET", "/v1/me", Account)

    def close(self) -> None:
        self._client.close()

    def _exchange(
        self, method: str, path: str, shape: type[T], *, query: Mapping[str, object] | None = None, **parts: Any
    ) -> T:
        response, data = self._send(method, f"{path}?{urlencode(query)}" if query else path, **parts)
        return answer(response, data, shape, self._clock.now())

    def _send(self, method: str, path: str, **parts: Any) -> tuple[httpx.Response, bytes]:
        headers = authorised(self._token())
        if "content" in parts:
            headers["Content-Type"] = MEDIA_TYPE
        address = httpx.URL(self._root + path)  # put together by ourselves: httpx reads it three times over
        parts["headers"] = headers
        with exchange(self._client, self._clock, self._seconds, method, address, **parts) as (response, time_left):
            return response, read_body(response, time_left)
