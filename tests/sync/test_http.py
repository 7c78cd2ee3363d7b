"""What counts as the server's word."""

import gzip
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import httpx
import pytest
import zstandard

from support.clock import FakeClock
from sync import answers
from sync.errors import (
    Busy,
    CursorGone,
    DeviceRevoked,
    EpochChanged,
    NetworkTrouble,
    Rejected,
    SequenceGap,
    StreamForked,
    TooLarge,
    Unauthenticated,
    Unreachable,
    UpdateNeeded,
    WrongUser,
)
from sync.faults import PORTAL_PAGE, Fault, FaultyTransport, Kind, scripted
from sync.http import HttpServer, UnsafeAddress
from sync.protocol import PROTOCOL, PROTOCOL_HEADER, Health, PushRequest, SignIn, encode

HEALTH = encode(Health(protocol=PROTOCOL, status="ok", server_time=datetime(2026, 3, 2, tzinfo=UTC)))
OURS = {PROTOCOL_HEADER: "1", "Content-Type": "application/json"}

Handler = Callable[[httpx.Request], httpx.Response]


def server(handler: Handler, **options: object) -> HttpServer:
    transport = httpx.MockTransport(handler)
    return HttpServer("https://field.example", lambda: "secret", transport=transport, **options)  # type: ignore[arg-type]  # options go through


def told(error: str, **more: object) -> bytes:
    return json.dumps({"protocol": 1, "error": error, "message": "In words.", **more}).encode()


def test_headers_are_the_same_on_every_request() -> None:
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(500)

    http = server(handler)
    now = datetime(2026, 3, 2, tzinfo=UTC)
    empty = PushRequest(protocol=1, stream="s" * 36, epoch="", confirmed_seq=0, sent_at=now, mutations=[])
    calls: list[Callable[[], object]] = [
        http.health,
        http.me,
        http.sign_out,
        lambda: http.pull("c", 5),
        lambda: http.push(empty),
        lambda: http.sign_in(SignIn(organisation="o", email="e", password="p", device="d")),
    ]
    for call in calls:
        with pytest.raises(Busy):
            call()
    assert [str(request.url) for request in seen] == [
        "https://field.example/v1/health",
        "https://field.example/v1/me",
        "https://field.example/v1/sign-out",
        "https://field.example/v1/sync/pull?cursor=c&limit=5",
        "https://field.example/v1/sync/push",
        "https://field.example/v1/sign-in",
    ]
    for request in seen:
        assert request.headers["Authorization"] == "Bearer secret"
        assert request.headers[PROTOCOL_HEADER] == "1"
    assert seen[-1].headers["Content-Type"] == "application/json"


STATUSES: list[tuple[int, str, type[NetworkTrouble]]] = [
    (400, "bad_request", Rejected),
    (404, "not_found", Rejected),
    (405, "method_not_allowed", Rejected),
    (415, "media_type", Rejected),
    (422, "invalid", Rejected),
    (401, "unauthenticated", Unauthenticated),
    (403, "wrong_user", WrongUser),
    (403, "device_revoked", DeviceRevoked),
    (403, "not_allowed", Rejected),
    (408, "timeout", Busy),
    (409, "forked", StreamForked),
    (409, "seq_gap", SequenceGap),
    (409, "epoch", EpochChanged),
    (409, "in_flight", Busy),
    (410, "cursor_gone", CursorGone),
    (413, "too_large", TooLarge),
    (425, "too_early", Busy),
    (426, "update_needed", UpdateNeeded),
    (429, "too_many", Busy),
    (500, "internal", Busy),
    (503, "unavailable", Busy),
]


@pytest.mark.parametrize(("status", "error", "expected"), STATUSES)
def test_our_own_troubles(status: int, error: str, expected: type[NetworkTrouble]) -> None:
    body = told(error, expected_seq=7, epoch="e2")
    with pytest.raises(NetworkTrouble) as caught:
        server(lambda _: httpx.Response(status, headers=OURS, content=body)).health()
    assert type(caught.value) is expected
    assert str(caught.value) == "In words."
    if isinstance(caught.value, SequenceGap):
        assert caught.value.expected_seq == 7
    if isinstance(caught.value, EpochChanged):
        assert caught.value.epoch == "e2"


@pytest.mark.parametrize("status", sorted({status for status, _, _ in STATUSES} | {301, 302, 307, 308, 451, 511, 599}))
@pytest.mark.parametrize("headers", [{"Content-Type": "text/html"}, OURS, {"Content-Type": "application/json"}])
def test_what_is_not_ours_is_the_networks(status: int, headers: dict[str, str]) -> None:
    """Whoever answers, no queue is stopped, no cursor dropped, nobody signed out by a login page."""
    content = PORTAL_PAGE if headers is OURS else told("device_revoked")
    with pytest.raises((Unreachable, Busy)):
        server(lambda _: httpx.Response(status, headers=headers, content=content)).health()


@pytest.mark.parametrize(
    ("headers", "content"),
    [
        ({"Content-Type": "text/html"}, PORTAL_PAGE),
        ({"Content-Type": "text/html", PROTOCOL_HEADER: "1"}, HEALTH),
        ({"Content-Type": "application/json"}, HEALTH),
        (OURS, PORTAL_PAGE),
        (OURS, b""),
        (OURS, b"{}"),
        (OURS, b"[]"),
        (OURS, b"null"),
        (OURS, b"true"),
        (OURS, HEALTH[:-1]),
        (OURS, HEALTH + b"{}"),
        (OURS, b"\xef\xbb\xbf" + HEALTH),
        (OURS, HEALTH.replace(b"ok", b"\xff\xfe")),
        (OURS, b'{"protocol":' + b"[" * 100_000),
        (OURS, HEALTH.decode().encode("utf-16")),
        ({**OURS, "Content-Encoding": "br"}, HEALTH),
        ({**OURS, "Content-Encoding": "gzip"}, b"no gzip at all"),
        ({**OURS, "Content-Encoding": "zstd"}, b"no zstd at all"),
        ({**OURS, "Content-Encoding": "gzip"}, gzip.compress(HEALTH, mtime=0)[:-12]),
    ],
)
def test_a_200_that_is_not_ours_is_never_success(headers: dict[str, str], content: bytes) -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(200, headers=headers, stream=httpx.ByteStream(content)))
    with pytest.raises(Unreachable):
        HttpServer("https://field.example", transport=transport).health()


@pytest.mark.parametrize(("name", "pack"), [("gzip", gzip.compress), ("zstd", zstandard.ZstdCompressor().compress)])
def test_packed_answers_are_read_but_bombs_are_not(
    monkeypatch: pytest.MonkeyPatch, name: str, pack: Callable[[bytes], bytes]
) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        stream = httpx.ByteStream(pack(body))
        return httpx.Response(200, headers={**OURS, "Content-Encoding": name}, stream=stream)

    body = HEALTH
    assert server(handler).health().status == "ok"
    monkeypatch.setattr(answers.read_body, "__defaults__", (1_000_000,))
    body = b" " * 30_000_000
    with pytest.raises(Unreachable, match="too large"):
        server(handler).health()


def test_a_plain_flood_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers.read_body, "__defaults__", (100_000,))
    sent = 0

    def flood() -> Iterator[bytes]:
        nonlocal sent
        while True:
            sent += 10_000
            yield b" " * 10_000

    with pytest.raises(Unreachable, match="too large"):
        server(lambda _: httpx.Response(200, headers=OURS, content=flood())).health()
    assert sent <= 120_000


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "77"}, 77.0),
        ({"Retry-After": " 5 "}, 5.0),
        ({"Retry-After": "0"}, 0.0),
        ({"Retry-After": "-5"}, None),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "1.5"}, None),
        ({"Retry-After": "²"}, None),
        ({"Retry-After": "9" * 400}, 999_999_999.0),
        ({}, None),
        ({"Retry-After": "Mon, 02 Mar 2026 08:02:00 GMT"}, 120.0),
        ({"Retry-After": "Mon, 02 Mar 2026 08:02:00 GMT", "Date": "Mon, 02 Mar 2026 08:01:30 GMT"}, 30.0),
        ({"Retry-After": "Mon, 02 Mar 1970 08:02:00 GMT"}, 0.0),
        ({"Retry-After": "Mon, 99 Mar 2026 08:02:00 GMT"}, None),
    ],
)
def test_retry_after(headers: dict[str, str], seconds: float | None) -> None:
    raw = [(name.encode(), value.encode("utf-8")) for name, value in headers.items()]
    with pytest.raises(Busy) as caught:
        server(lambda _: httpx.Response(503, headers=raw), clock=FakeClock()).health()
    assert caught.value.retry_after == seconds


def test_redirects_are_not_followed() -> None:
    seen: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(str(request.url))
        return httpx.Response(307, headers={"Location": "http://elsewhere.example/"})

    with pytest.raises(Unreachable):
        server(handler).health()
    assert seen == ["https://field.example/v1/health"]


@pytest.mark.parametrize(
    "url", ["http://field.example", "ftp://field.example", "field.example", "", "http://127.0.0.1.example"]
)
def test_an_address_without_encryption_is_refused(url: str) -> None:
    with pytest.raises(UnsafeAddress):
        HttpServer(url)


@pytest.mark.parametrize(
    "url", ["http://localhost:8000", "http://127.0.0.1", "http://[::1]:8000", "https://field.example"]
)
def test_loopback_may_be_plain(url: str) -> None:
    HttpServer(url).close()


def test_plain_elsewhere_only_by_an_explicit_word() -> None:
    HttpServer("http://field.example", may_be_plain=True).close()


def test_a_newer_language_asks_for_an_update() -> None:
    headers = {**OURS, PROTOCOL_HEADER: "2"}
    with pytest.raises(UpdateNeeded):
        server(lambda _: httpx.Response(200, headers=headers, content=HEALTH)).health()


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault(Kind.DROP_REQUEST), Unreachable),
        (Fault(Kind.DROP_REPLY), Unreachable),
        (Fault(Kind.LATE), Unreachable),
        (Fault(Kind.TRUNCATE), Unreachable),
        (Fault(Kind.CORRUPT), Unreachable),
        (Fault(Kind.PORTAL), Unreachable),
        (Fault(Kind.STATUS, 429, "too_many", retry_after=9), Busy),
        (Fault(Kind.STATUS, 401, "unauthenticated"), Unauthenticated),
    ],
)
def test_faults_become_troubles(fault: Fault, expected: type[NetworkTrouble]) -> None:
    inner = httpx.MockTransport(lambda _: httpx.Response(200, headers=OURS, content=HEALTH))
    faulty = FaultyTransport(inner, scripted(fault), lambda _: None)
    http = HttpServer("https://field.example", transport=faulty)
    with pytest.raises(expected):
        http.health()
    assert http.health().status == "ok"


def test_faults_deliver_twice_late_and_slowly() -> None:
    delivered: list[str] = []
    slept: list[float] = []

    def handler(request: httpx.Request) -> httpx.Response:
        delivered.append(request.url.path)
        return httpx.Response(200, headers=OURS, content=HEALTH)

    script = scripted(Fault(Kind.DUPLICATE), Fault(Kind.LATE), None, Fault(Kind.DELAY, seconds=3))
    faulty = FaultyTransport(httpx.MockTransport(handler), script, slept.append)
    http = HttpServer("https://field.example", transport=faulty)
    http.health()
    assert delivered == ["/v1/health"] * 2
    with pytest.raises(Unreachable):
        http.sign_out()
    assert len(delivered) == 2
    http.health()
    assert delivered[2:] == ["/v1/health", "/v1/sign-out"]
    http.health()
    assert slept == [3]
