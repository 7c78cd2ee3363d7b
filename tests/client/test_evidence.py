"""What a punch knows about the clocks of its device."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from client.server_clock import ServerClockFile
from client.surroundings import Surroundings
from support.clock import FakeClock
from sync.status import ServerClock

HERE = Surroundings("boot-1", "Europe/London")
HEARD = datetime(2026, 11, 20, 8, tzinfo=UTC)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def heard_by(clock: FakeClock, offset_ms: int = 1500) -> ServerClock:
    return ServerClock(HEARD, offset_ms, clock.monotonic())


def test_without_a_server_there_is_the_monotonic_clock(tmp_path: Path, clock: FakeClock) -> None:
    evidence = ServerClockFile(tmp_path / "clock", clock, HERE).evidence()
    assert (evidence.boot_id, evidence.monotonic_ms) == ("boot-1", int(clock.monotonic() * 1000))
    assert (evidence.server_at, evidence.server_offset_ms, evidence.offset_age_ms) == (None, None, None)


def test_the_server_s_clock_is_kept_over_a_restart_of_the_program(tmp_path: Path, clock: FakeClock) -> None:
    ServerClockFile(tmp_path / "clock", clock, HERE).hear(heard_by(clock))
    clock.advance(90)
    evidence = ServerClockFile(tmp_path / "clock", clock, HERE).evidence()
    assert (evidence.server_at, evidence.server_offset_ms, evidence.offset_age_ms) == (HEARD, 1500, 90_000)


def test_after_another_boot_only_the_meeting_is_known(tmp_path: Path, clock: FakeClock) -> None:
    ServerClockFile(tmp_path / "clock", clock, HERE).hear(heard_by(clock))
    after = ServerClockFile(tmp_path / "clock", clock, Surroundings("boot-2", ""))
    assert after.known is None
    evidence = after.evidence()
    assert (evidence.server_at, evidence.server_offset_ms, evidence.offset_age_ms) == (HEARD, 1500, None)


def test_where_boots_have_no_name_none_is_taken_for_another(tmp_path: Path, clock: FakeClock) -> None:
    nameless = Surroundings("", "")
    ServerClockFile(tmp_path / "clock", clock, nameless).hear(heard_by(clock))
    clock.advance(90)
    assert ServerClockFile(tmp_path / "clock", clock, nameless).evidence().offset_age_ms is None


def test_a_wall_clock_that_jumps_does_not_age_the_offset(tmp_path: Path, clock: FakeClock) -> None:
    file = ServerClockFile(tmp_path / "clock", clock, HERE)
    file.hear(heard_by(clock))
    clock.jump(timedelta(days=400))
    assert file.evidence().offset_age_ms == 0


@pytest.mark.parametrize("garbage", ["", "{", "[]", '{"boot_id": "boot-1"}', '{"boot_id": "boot-1", "measured_at": 0}'])
def test_a_garbled_file_is_no_evidence(tmp_path: Path, clock: FakeClock, garbage: str) -> None:
    (tmp_path / "clock").write_text(garbage)
    assert ServerClockFile(tmp_path / "clock", clock, HERE).known is None


def test_the_disk_is_written_now_and_then_only(tmp_path: Path, clock: FakeClock) -> None:
    file = ServerClockFile(tmp_path / "clock", clock, HERE)
    file.hear(heard_by(clock))
    first = (tmp_path / "clock").read_bytes()
    clock.advance(5)
    file.hear(heard_by(clock, 1600))
    assert (tmp_path / "clock").read_bytes() == first
    assert file.evidence().server_offset_ms == 1600
    clock.advance(60)
    file.hear(heard_by(clock, 1700))
    assert (tmp_path / "clock").read_bytes() != first
