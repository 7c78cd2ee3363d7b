"""The proxy between real sockets: every fault of a line, and none when there is none."""

import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sync.errors import Busy, InvalidInput, Unreachable
from sync.faults import Fault, Kind
from sync.http import HttpServer
from sync.protocol import PROTOCOL, PROTOCOL_HEADER, Health, encode
from sync.proxy import Proxy

BODY = encode(Health(protocol=PROTOCOL, status="ok", server_time=datetime(2026, 3, 2, tzinfo=UTC)))


class Site(BaseHTTPRequestHandler):
    """A small HTTP server; it takes a broken connection as it comes."""

    protocol_version = "HTTP/1.1"
    seen: list[str]

    def do_GET(self) -> None:
        self.seen.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(BODY)))
        self.send_header(PROTOCOL_HEADER, "1")
        self.end_headers()
        self.wfile.write(BODY)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[ThreadingHTTPServer]:
    Site.seen = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as site:
        site.daemon_threads = True
        threading.Thread(target=site.serve_forever, args=(0.02,), daemon=True).start()
        yield site
        site.shutdown()


@pytest.fixture
def proxy(site: ThreadingHTTPServer) -> Iterator[Proxy]:
    proxy = Proxy("127.0.0.1", site.server_port)
    proxy.start()
    yield proxy
    proxy.stop()


@pytest.fixture
def http(proxy: Proxy) -> Iterator[HttpServer]:
    http = HttpServer(proxy.url, seconds=5)
    yield http
    http.close()


def test_passes_everything_on(proxy: Proxy, http: HttpServer) -> None:
    for _ in range(5):
        assert http.health().status == "ok"
    assert proxy.passed > 5 * len(BODY)


def test_a_cut_breaks_what_is_open_and_refuses_what_is_new(proxy: Proxy, http: HttpServer) -> None:
    http.health()
    proxy.cut()
    assert proxy.is_cut
    for _ in range(3):
        with pytest.raises(Unreachable):
            http.health()
    assert len(Site.seen) == 1
    proxy.restore()
    assert http.health().status == "ok"


def test_a_cut_in_the_middle_of_an_answer(proxy: Proxy, http: HttpServer) -> None:
    proxy.delay(30)
    timer = threading.Timer(0.05, proxy.cut)
    timer.start()
    with pytest.raises(Unreachable):
        http.health()
    timer.join()


def test_a_robbed_answer_was_given(proxy: Proxy, http: HttpServer) -> None:
    http.health()
    proxy.drop_reply("/v1/health")
    with pytest.raises(Unreachable):
        http.health()
    assert (len(Site.seen), proxy.robbed) == (2, 1)
    assert http.health().status == "ok"


def test_only_the_path_that_was_named_is_robbed(proxy: Proxy, http: HttpServer) -> None:
    proxy.drop_reply("/v1/sync/push")
    assert http.health().status == "ok"
    assert proxy.robbed == 0


def test_a_portal_and_a_truncated_answer_are_no_answers(proxy: Proxy, http: HttpServer) -> None:
    proxy.portal()
    with pytest.raises(Unreachable):
        http.health()
    assert Site.seen == []
    proxy.restore()
    proxy.truncate(100)
    with pytest.raises(Unreachable):
        http.health()
    proxy.restore()
    assert http.health().status == "ok"


@pytest.mark.parametrize(
    ("fault", "delivered", "trouble"),
    [
        (Fault(Kind.DROP_REQUEST), 0, Unreachable),
        (Fault(Kind.DROP_REPLY), 1, Unreachable),
        (Fault(Kind.DUPLICATE), 2, None),
        (Fault(Kind.DELAY, seconds=0.05), 1, None),
        (Fault(Kind.TRUNCATE, at_byte=100), 1, Unreachable),
        (Fault(Kind.CORRUPT, at_byte=3), 1, Unreachable),
        (Fault(Kind.PORTAL), 0, Unreachable),
        (Fault(Kind.STATUS, 503), 0, Busy),
        (Fault(Kind.STATUS, 429, retry_after=7), 0, Busy),
    ],
    ids=lambda value: value.kind.value if isinstance(value, Fault) else None,
)
def test_the_model_strikes_one_exchange_and_no_other(
    proxy: Proxy, http: HttpServer, fault: Fault, delivered: int, trouble: type[Exception] | None
) -> None:
    http.health()
    proxy.strike(fault, times=1)
    with pytest.raises(trouble) if trouble else nullcontext():
        http.health()
    assert len(Site.seen) == 1 + delivered
    assert http.health().status == "ok"
    assert len(Site.seen) == 2 + delivered


def test_a_late_request_arrives_after_the_next_one(proxy: Proxy, http: HttpServer) -> None:
    proxy.strike(Fault(Kind.LATE), "/v1/me", times=1)
    with pytest.raises(Unreachable):
        http.me()
    assert Site.seen == []
    http.health()
    http.health()
    assert Site.seen.index("/v1/me") > 0


def test_a_scenario_plays(proxy: Proxy, http: HttpServer, tmp_path: Path) -> None:
    file = tmp_path / "scenario.toml"
    file.write_text("[[fault]]\nkind = 'status'\non = 'health'\nskip = 1\ntimes = 1")
    proxy.follow(file)
    http.health()
    with pytest.raises(Busy):
        http.health()
    http.health()
    file.write_text("[[fault]]\nkind = 'disk_full'")
    with pytest.raises(InvalidInput, match="only the line"):
        proxy.follow(file)


def test_a_server_that_is_away(http: HttpServer, site: ThreadingHTTPServer) -> None:
    site.shutdown()
    site.socket.close()
    with pytest.raises(Unreachable):
        http.health()


def test_a_process_of_its_own_takes_orders(site: ThreadingHTTPServer) -> None:
    command = [sys.executable, "-m", "sync.proxy", "--to", f"127.0.0.1:{site.server_port}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        port, orders = map(int, process.stdout.readline().split())
        http = HttpServer(f"http://127.0.0.1:{port}", seconds=5)
        with socket.create_connection(("127.0.0.1", orders)) as hasty:
            hasty.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            hasty.sendall(b"restore\n")
        with socket.create_connection(("127.0.0.1", orders)) as desk, desk.makefile("rw") as lines:

            def order(words: str) -> str:
                lines.write(words + "\n")
                lines.flush()
                return lines.readline().strip()

            assert http.health().status == "ok"
            assert order("cut") == "ok"
            with pytest.raises(Unreachable):
                http.health()
            assert order("restore") == "ok"
            assert http.health().status == "ok"
            assert order("delay") == "delay needs more than that"
            assert order("dance").startswith("unknown order")
            assert order("fault rain") == "fault needs more than that"
            assert "only the line" in order("fault kill")
            assert order("fault status health") == "ok"
            with pytest.raises(Busy):
                http.health()
            assert order("drop-reply /v1/health") == "ok"
            with pytest.raises(Unreachable):
                http.health()
        http.close()
        process.terminate()
