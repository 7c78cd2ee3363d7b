"""Where the computer is, asked of a GeoClue on a real message bus: one fix, or none, and never an error or a hang."""

import logging
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import pytest

from client.geoclue import GeoClue, source_of_this_computer
from client.location_source import Fix
from support.clock import FakeClock
from support.geoclue import NAME, NONSENSE, NOWHERE, PLACE, Manner, Properties, geoclue, place, private_bus
from sync.clock import SystemClock

ENOUGH = 30.0
"""Seconds, where an answer comes."""
SHORT = 0.3
"""Seconds, where none does."""
MEASURED = datetime(2026, 3, 2, 7, 59, 58, 250_000, UTC)


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with private_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO)
    return caplog


@pytest.fixture
def source() -> GeoClue:
    return GeoClue(SystemClock())


def test_it_is_asked_in_our_name_and_stopped_when_it_has_told(bus: str, source: GeoClue) -> None:
    stamp = (int(MEASURED.timestamp()), MEASURED.microsecond)
    with geoclue(bus, Manner(place(stamp=stamp))) as service:
        assert source.locate(ENOUGH) == Fix(MEASURED, 51.5072, -0.1276, 12.5)
        asked = service.heard_until("Stop")
    assert asked[:4] == ["GetClient", "DesktopId=streamflow-field", "RequestedAccuracyLevel=8", "Start"]


def test_it_is_asked_anew_each_time(bus: str, source: GeoClue) -> None:
    with geoclue(bus, Manner()) as service:
        for _ in range(3):
            assert source.locate(ENOUGH) is not None
            assert service.heard_until("Stop").count("Start") == 1


def test_a_place_without_a_time_was_measured_now(bus: str) -> None:
    clock = FakeClock()
    with geoclue(bus, Manner(place(stamp=None))):
        fix = GeoClue(clock).locate(ENOUGH)
    assert fix is not None
    assert fix.at == clock.now()


@pytest.mark.parametrize(
    "manner", [Manner(moves=(NOWHERE, PLACE)), Manner(at_once=PLACE, moves=())], ids=["at the second word", "known"]
)
def test_a_place_is_taken_when_there_is_one(bus: str, source: GeoClue, manner: Manner) -> None:
    with geoclue(bus, manner):
        assert source.locate(ENOUGH) is not None


@pytest.mark.parametrize("at", ["GetClient", "Set", "Start"])
def test_refused(bus: str, source: GeoClue, log: pytest.LogCaptureFixture, at: str) -> None:
    with geoclue(bus, Manner(refuses=at)):
        assert source.is_there
        assert source.locate(ENOUGH) is None
    (line,) = log.messages
    assert "AccessDenied" in line


@pytest.mark.parametrize(
    "manner", [Manner(ignores="GetClient"), Manner(ignores="Start"), Manner(moves=())], ids=["deaf", "busy", "lost"]
)
def test_no_answer_ends_with_the_time_that_was_given(
    bus: str, source: GeoClue, log: pytest.LogCaptureFixture, manner: Manner
) -> None:
    with geoclue(bus, manner) as service:
        began = monotonic()
        assert source.locate(SHORT) is None
        assert SHORT <= monotonic() - began < ENOUGH
        assert service.heard_until("GetClient" if manner.ignores == "GetClient" else "Stop")
    assert log.messages == ["No location: TimeoutError timed out"]


@pytest.mark.parametrize("told", NONSENSE.values(), ids=NONSENSE.keys())
def test_nonsense(bus: str, source: GeoClue, log: pytest.LogCaptureFixture, told: Properties) -> None:
    with geoclue(bus, Manner(told)) as service:
        assert source.locate(ENOUGH) is None
        service.heard_until("Stop")
    assert len(log.messages) == 1
    assert "51.5" not in log.text


def test_no_service(bus: str, source: GeoClue, log: pytest.LogCaptureFixture) -> None:
    assert not source.is_there
    assert source.locate(ENOUGH) is None
    (line,) = log.messages
    assert "ServiceUnknown" in line


def test_a_service_that_would_be_started_is_there(
    tmp_path: Path, source: GeoClue, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = tmp_path / "dbus-1" / "services"
    services.mkdir(parents=True)
    (services / f"{NAME}.service").write_text(f"[D-BUS Service]\nName={NAME}\nExec=/bin/false\n")
    with private_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        assert source.is_there
        assert source.locate(ENOUGH) is None


@pytest.mark.parametrize(
    ("manner", "asked"),
    [(Manner(ignores="Start"), "Start"), (Manner(moves=()), "GetAll")],
    ids=["the service", "the service and then the bus"],
)
def test_what_dies_under_the_question(
    tmp_path: Path,
    source: GeoClue,
    log: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    manner: Manner,
    asked: str,
) -> None:
    with ThreadPoolExecutor() as pool:
        with private_bus(tmp_path) as address, geoclue(address, manner) as service:
            monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
            answer = pool.submit(source.locate, ENOUGH)
            service.heard_until(asked)
        assert answer.result() is None
    assert len(log.messages) == 1
    assert "Timeout" not in log.text


@pytest.mark.parametrize("address", ["unix:path={}/none", "tcp:host=nowhere", "nonsense"])
def test_no_bus(
    tmp_path: Path, source: GeoClue, log: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address.format(tmp_path))
    assert not source.is_there
    assert source.locate(ENOUGH) is None
    assert len(log.messages) == 1


def test_a_bus_that_says_nothing(
    tmp_path: Path, source: GeoClue, log: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bus"
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={path}")
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(str(path))
        deaf.listen()
        assert not source.is_there
        assert source.locate(SHORT) is None
    assert len(log.messages) == 1


def test_a_bus_that_lets_in_and_does_not_greet(
    tmp_path: Path, source: GeoClue, log: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bus"
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={path}")
    with ThreadPoolExecutor() as pool, socket.socket(socket.AF_UNIX) as bus:
        bus.bind(str(path))
        bus.listen()
        answer = pool.submit(source.locate, SHORT)
        line, _ = bus.accept()
        with line:
            line.sendall(b"OK 0\r\n")
            assert answer.result() is None
    assert log.messages == ["No location: TimeoutError timed out"]


def test_other_systems_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(source_of_this_computer(SystemClock()), GeoClue)
    for system in ("win32", "darwin"):
        monkeypatch.setattr(sys, "platform", system)
        assert source_of_this_computer(SystemClock()) is None


def test_nothing_is_loaded_before_somebody_asks() -> None:
    look = "import sys; from client.geoclue import *; source_of_this_computer(None); print('jeepney' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout == "False\n"
