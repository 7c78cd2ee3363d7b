"""The PIN of a shared device: what gets in, what a wrong try costs, and what survives a restart."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from client import pin as lock
from client.passphrase import Cost, PassphraseFile
from client.pin import PinLock, WrongPin
from support.clock import FakeClock
from sync.errors import InvalidInput

_QUICK = Cost(memory_kib=8, iterations=1, lanes=1)
Plant = Callable[[pytest.MonkeyPatch], None]


class Tablet:
    """A device with a secret store, started as often as one likes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = FakeClock()
        self.secrets = PassphraseFile(folder / "secrets.json", "only for tests", _QUICK)

    def start(self) -> PinLock:
        kept = self.secrets.read("pin/me")
        return PinLock(self.folder, "pin/me", kept, lambda: self.secrets, self.clock, _QUICK)


@pytest.fixture
def tablet(tmp_path: Path) -> Tablet:
    return Tablet(tmp_path)


def guess(pin: PinLock, times: int) -> None:
    for _ in range(times):
        with pytest.raises(WrongPin):
            pin.enter("0000")


def check_only_the_pin_gets_in(tablet: Tablet) -> None:
    tablet.start().choose("2468", "2468")
    pin = tablet.start()
    assert pin.is_set
    with pytest.raises(WrongPin):
        pin.enter("2469")
    pin.enter("2468")
    pin.remove()
    assert not tablet.start().is_set
    tablet.start().enter("anything")


def check_wrong_tries_cost_time(tablet: Tablet) -> None:
    pin = tablet.start()
    pin.choose("2468", "2468")
    guess(pin, 3)
    for wait in (5.0, 10.0, 20.0):
        assert pin.wait() == pytest.approx(wait)
        with pytest.raises(WrongPin, match=f"Please wait {wait:.0f} seconds"):
            pin.enter("2468")
        tablet.clock.advance(wait - 0.5)
        with pytest.raises(WrongPin, match="Please wait 1 second,"):
            pin.enter("2468")
        tablet.clock.advance(0.5)
        guess(pin, 1)
    tablet.clock.advance(3_600)
    for _ in range(20):
        guess(pin, 1)
        assert pin.wait() <= 900
        tablet.clock.advance(900)
    pin.enter("2468")
    guess(pin, 1)
    assert pin.wait() == 0


def check_a_restart_gives_no_tries(tablet: Tablet) -> None:
    pin = tablet.start()
    pin.choose("2468", "2468")
    guess(pin, 3)
    tablet.clock.advance(4.0)
    again = tablet.start()
    assert again.wait() == pytest.approx(5.0)
    tablet.clock.advance(5.0)
    again.enter("2468")


def check_the_wall_clock_gives_no_tries(tablet: Tablet) -> None:
    pin = tablet.start()
    pin.choose("2468", "2468")
    guess(pin, 3)
    tablet.clock.jump(timedelta(days=1))
    assert pin.wait() == pytest.approx(5.0)


def check_a_kill_while_it_looks_is_a_try(tablet: Tablet) -> None:
    pin = tablet.start()
    pin.choose("2468", "2468")
    with pytest.MonkeyPatch.context() as patch:

        def die(*_: object) -> bytes:
            raise KeyboardInterrupt

        patch.setattr(lock, "_digest", die)
        for _ in range(3):
            with pytest.raises(KeyboardInterrupt):
                pin.enter("0000")
    assert tablet.start().wait() > 0


def check_nothing_of_it_is_in_a_plain_file(tablet: Tablet) -> None:
    pin = tablet.start()
    pin.choose("24682468", "24682468")
    guess(pin, 1)
    for file in tablet.folder.iterdir():
        assert b"2468" not in file.read_bytes()


def test_a_pin_that_is_no_good(tablet: Tablet) -> None:
    pin = tablet.start()
    for one, other in (("123", "123"), ("abcd", "abcd"), ("1234567890123", "1234567890123"), ("1234", "1243")):
        with pytest.raises(InvalidInput):
            pin.choose(one, other)
    assert not pin.is_set


def test_a_damaged_counter_gives_no_tries_away(tablet: Tablet) -> None:
    pin = tablet.start()
    pin.choose("2468", "2468")
    (tablet.folder / "pin-tries.json").write_text("{", encoding="utf-8")
    assert tablet.start().wait() > 0


def test_a_damaged_verifier_lets_nobody_in(tablet: Tablet) -> None:
    tablet.secrets.write("pin/me", "{}")
    pin = tablet.start()
    assert pin.is_set
    guess(pin, 1)


def let_all_in(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(lock.hmac, "compare_digest", lambda *_: True)


def test_minutes_are_told_in_full(tablet: Tablet) -> None:
    """160 seconds are not over after two minutes."""
    pin = tablet.start()
    pin.choose("2468", "2468")
    for _ in range(8):
        tablet.clock.advance(pin.wait())
        guess(pin, 1)
    with pytest.raises(WrongPin, match="Please wait 3 minutes"):
        pin.enter("2468")


def never_wait(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(lock, "_wait_after", lambda _: 0.0)


def forget_at_start(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(PinLock, "_count", lambda pin, wrong: setattr(pin, "_tries", wrong))
    patch.setattr(PinLock, "_wrong", lambda pin: getattr(pin, "_tries", 0))


def trust_the_wall_clock(patch: pytest.MonkeyPatch) -> None:
    def wait(pin: PinLock) -> float:
        return max(0.0, lock._wait_after(pin._wrong()) - (pin._clock.now().timestamp() - FakeClock().now().timestamp()))

    patch.setattr(PinLock, "wait", wait)


def count_afterwards(patch: pytest.MonkeyPatch) -> None:
    def enter(pin: PinLock, typed: str) -> None:
        assert pin._verifier is not None
        is_right = lock._digest(typed, pin._verifier.salt, pin._verifier.cost) == pin._verifier.digest
        pin._count(0 if is_right else pin._wrong() + 1)

    patch.setattr(PinLock, "enter", enter)


def keep_it_plain(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(PinLock, "_count", lambda pin, _wrong: pin._file.write_text("the PIN is not 24682469"))


CHECKS = (
    check_only_the_pin_gets_in,
    check_wrong_tries_cost_time,
    check_a_restart_gives_no_tries,
    check_the_wall_clock_gives_no_tries,
    check_a_kill_while_it_looks_is_a_try,
    check_nothing_of_it_is_in_a_plain_file,
)
PLANTED: tuple[tuple[Plant, Callable[[Tablet], None]], ...] = (
    (let_all_in, check_only_the_pin_gets_in),
    (never_wait, check_wrong_tries_cost_time),
    (forget_at_start, check_a_restart_gives_no_tries),
    (trust_the_wall_clock, check_the_wall_clock_gives_no_tries),
    (count_afterwards, check_a_kill_while_it_looks_is_a_try),
    (keep_it_plain, check_nothing_of_it_is_in_a_plain_file),
)


@pytest.mark.parametrize("check", CHECKS)
def test_what_is_promised(tablet: Tablet, check: Callable[[Tablet], None]) -> None:
    check(tablet)


@pytest.mark.parametrize(("plant", "check"), PLANTED)
def test_a_planted_fault_is_caught(
    tablet: Tablet, monkeypatch: pytest.MonkeyPatch, plant: Plant, check: Callable[[Tablet], None]
) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, WrongPin, pytest.fail.Exception)):
        check(tablet)
