"""The lock says exactly what is installed, proves it by hash, and names no address to fetch it from."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock").read_text()
PINS = re.findall(r"^([a-z0-9-]+)==(\S+)(?: ; (.+?))? \\$", LOCK, re.MULTILINE)


def _declared() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    groups = (project["dependencies"], *project["optional-dependencies"].values())
    return [Requirement(line) for group in groups for line in group]


@pytest.mark.parametrize("wanted", _declared(), ids=lambda wanted: wanted.name)
def test_every_declared_dependency_is_locked(wanted: Requirement) -> None:
    pins = {name: pin for name, pin, _ in PINS}
    name = canonicalize_name(wanted.name)
    assert name in pins, f"{name} is in pyproject.toml and not in the lock: make lock"
    assert wanted.specifier.contains(pins[name]), f"{name} {pins[name]} is not {wanted.specifier}: make lock"


@pytest.mark.parametrize(("name", "pin"), [(name, pin) for name, pin, marker in PINS if not marker])
def test_what_is_installed_is_what_is_locked(name: str, pin: str) -> None:
    assert version(name) == pin


def test_every_pin_has_hashes() -> None:
    entries = re.split(r"^(?=[a-z0-9-]+==)", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) == len(PINS)
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_no_address_stands_in_the_lock() -> None:
    assert re.findall(r"://|--(?:extra-)?index|--find-links", LOCK) == []
