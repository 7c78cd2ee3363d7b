"""Scenario files: what strikes, which exchanges, when and how often; and what is wrong with a file is said."""

from pathlib import Path

import pytest

from sync.errors import InvalidInput
from sync.faults import Exchange, Fault, Kind
from sync.scenario import read_scenario

PUSH = Exchange("POST", "/v1/sync/push", "van")
PULL = Exchange("GET", "/v1/sync/pull", "van")


def strikes(file: Path, text: str, *exchanges: Exchange) -> list[Kind | None]:
    file.write_text(text)
    script = read_scenario(file).script()
    return [fault.kind if (fault := script(exchange)) else None for exchange in exchanges]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "scenario.toml"


def test_which_exchanges(file: Path) -> None:
    lost = Kind.DROP_REPLY
    assert strikes(file, "[[fault]]\nkind='drop_reply'", PUSH, PULL) == [lost, lost]
    assert strikes(file, "[[fault]]\nkind='drop_reply'\non='push'", PUSH, PULL) == [lost, None]
    assert strikes(file, "[[fault]]\nkind='drop_reply'\non='/v1/sync'", PUSH, PULL) == [lost, lost]
    health = Exchange("GET", "/v1/health", "desk")
    assert strikes(file, "[[fault]]\nkind='drop_reply'\non='health'", PUSH, health) == [None, lost]
    assert strikes(file, "[[fault]]\nkind='drop_reply'\ndevice='van'", PUSH, health) == [lost, None]


def test_when(file: Path) -> None:
    times = [Exchange("GET", "/v1/health", at=at) for at in (0, 59.9, 60, 599, 600)]
    cut = Kind.DROP_REQUEST
    assert strikes(file, "[[fault]]\nkind='drop_request'\nfrom=60\nuntil=600", *times) == [None, None, cut, cut, None]


def test_how_often(file: Path) -> None:
    text = "[[fault]]\nkind='portal'\nskip=2\nevery=3\ntimes=2"
    struck = [number for number, kind in enumerate(strikes(file, text, *[PUSH] * 20), 1) if kind]
    assert struck == [3, 6]
    half = strikes(file, "seed=3\n[[fault]]\nkind='portal'\nshare=0.5", *[PUSH] * 200)
    assert 70 < sum(kind is not None for kind in half) < 130
    assert half == strikes(file, "seed=3\n[[fault]]\nkind='portal'\nshare=0.5", *[PUSH] * 200)


def test_the_first_that_strikes_and_its_numbers(file: Path) -> None:
    file.write_text("[[fault]]\nkind='status'\nstatus=429\nretry_after=7\ntimes=1\n[[fault]]\nkind='truncate'\nat_byte=3")
    script = read_scenario(file).script()
    assert script(PUSH) == Fault(Kind.STATUS, status=429, retry_after=7)
    assert script(PUSH) == Fault(Kind.TRUNCATE, at_byte=3)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[fault]]\nkind='rain'", "rain"),
        ("[[fault]]\nkind='portal'\noften=3", "often"),
        ("[[fault]]\nkind='portal'\nshare=2", "share"),
        ("[[fault]", "is no scenario"),
        ("[[fault]]\non='push'", "kind"),
    ],
)
def test_what_is_wrong_is_said(file: Path, text: str, said: str) -> None:
    file.write_text(text)
    with pytest.raises(InvalidInput, match=said):
        read_scenario(file)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="can't be read"):
        read_scenario(tmp_path / "none.toml")
