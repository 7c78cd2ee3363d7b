"""Everything at once, at random: three devices at work while lines, processes and tokens come to an end."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from support.company import Company
from support.processes import DeviceProcess
from support.theatre import DEVICES, Theatre, open_theatre

FAULTS = (
    {"kind": "drop_request"},
    {"kind": "drop_reply"},
    {"kind": "duplicate"},
    {"kind": "late"},
    {"kind": "truncate"},
    {"kind": "corrupt"},
    {"kind": "portal"},
    {"kind": "status", "status": 500, "error": "internal"},
    {"kind": "status", "status": 503, "error": "unavailable"},
    {"kind": "status", "status": 429, "error": "too_many", "retry_after": 1},
    {"kind": "status", "status": 409, "error": "forked"},
    {"kind": "status", "status": 409, "error": "seq_gap"},
    {"kind": "status", "status": 410, "error": "cursor_gone"},
    {"kind": "status", "status": 413, "error": "too_large"},
    None,
    None,
)


class Storm:
    def __init__(self, theatre: Theatre, seed: int) -> None:
        self._theatre = theatre
        self._chance = random.Random(seed)
        self._shared: list[str] = []
        self._acts: list[tuple[int, Callable[[DeviceProcess], None]]] = [
            (12, self._work),
            (6, lambda _device: self._meddle()),
            (6, lambda device: device.wake(self._chance.choice(["network", "user"]))),
            (5, self._strike),
            (2, lambda device: self._theatre.proxy.drop_reply("/v1/sync/push")),
            (2, lambda device: self._theatre.proxy.truncate(self._chance.randrange(1, 2_000))),
            (1, lambda device: self._theatre.proxy.cut()),
            (1, lambda device: self._theatre.proxy.portal()),
            (5, lambda device: self._theatre.proxy.restore()),
            (1, self._restart_device),
            (1, lambda device: self._restart_server()),
            (1, self._sign_out),
            (1, self._clock),
        ]

    def rage(self, seconds: float) -> None:
        theatre = self._theatre
        self._shared = theatre.work(theatre.devices["desk"], 3)
        theatre.settle()
        until = time.monotonic() + seconds
        weights = [weight for weight, _ in self._acts]
        while time.monotonic() < until:
            (_, act), *_ = self._chance.choices(self._acts, weights)
            act(self._chance.choice(list(theatre.devices.values())))

    def calm(self) -> None:
        """The storm is over, and whoever was signed out signs in again."""
        self._theatre.proxy.restore()
        for device in self._theatre.devices.values():
            device.say("faults", faults=[])
            device.take_token(self._theatre.sign_in(DEVICES[device.name]))
            device.wake("signed_in")
        self._theatre.settle()

    def _work(self, device: DeviceProcess) -> None:
        self._theatre.work(device, self._chance.choice([1, 1, 3]))

    def _strike(self, device: DeviceProcess) -> None:
        device.say("faults", faults=self._chance.choices(FAULTS, k=4))

    def _meddle(self) -> None:
        """Two people who see the same leads; sometimes they change the same field."""
        device = self._theatre.devices[self._chance.choice(["desk", "tablet"])]
        device.change("lead", self._chance.choice(self._shared), self._chance.choice(["need", "source", "address"]))

    def _restart_device(self, device: DeviceProcess) -> None:
        device.kill()
        device.start()

    def _restart_server(self) -> None:
        self._theatre.server.kill()
        self._theatre.server.restart()

    def _sign_out(self, device: DeviceProcess) -> None:
        person = DEVICES[device.name]
        self._theatre.be_operator(
            "UPDATE device SET is_signed_out = 1 WHERE user_id = ?", self._theatre.company.ids[person]
        )

    def _clock(self, device: DeviceProcess) -> None:
        device.say("clock", days=self._chance.choice([-4_000, -1, 0, 1, 4_000]))


def storm(folder: Path, company: Company, seed: int, seconds: float) -> None:
    with open_theatre(folder, company) as theatre:
        theatre.start_all()
        storm = Storm(theatre, seed)
        storm.rage(seconds)
        storm.calm()
        findings = theatre.judge()
        assert findings.names == set(), (seed, findings)
        codes = {code for name in theatre.devices for _, code in theatre.parked(name)}
        assert codes <= {"invalid", ""}, (seed, codes)


def test_a_short_storm(tmp_path: Path, company: Company) -> None:
    storm(tmp_path, company, random.getrandbits(32), 6)


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("number", range(8))
def test_a_long_storm(tmp_path: Path, company: Company, number: int) -> None:
    storm(tmp_path, company, random.getrandbits(32), 30)
