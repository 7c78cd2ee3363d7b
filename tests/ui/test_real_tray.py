"""The clock in a real tray on a real display; what this needs is installed by `packaging/system-libraries.sh tests`."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.processes import environment, wait_until
from support.window import found_copy


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A screen of its own."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as said:
        number = said.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return found_copy(tmp_path_factory.mktemp("company"))


def on(display: str) -> dict[str, str]:
    return {**environment(), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}


def test_the_clock_is_in_the_tray(company: Path, display: str) -> None:
    """Docked: a window of the program's is inside the tray's own."""
    tray = subprocess.Popen(["trayer", "--SetDockType", "false"], env=on(display), stderr=subprocess.DEVNULL)
    window = subprocess.Popen([sys.executable, "-m", "support.tray_window", str(company)], env=on(display))
    try:
        wait_until(lambda: bool(_docked(display)), "the tray holds a picture", 30)
    finally:
        for process in (window, tray):
            process.terminate()
            process.wait()


def _docked(display: str) -> list[str]:
    said = subprocess.run(["xdotool", "search", "--class", "trayer"], env=on(display), capture_output=True, text=True)
    found = []
    for window in said.stdout.split():
        tree = subprocess.run(["xwininfo", "-tree", "-id", window], env=on(display), capture_output=True, text=True)
        found += re.findall(r'"(?:streamflow[^"]*|python[^"]*|StreamFlow[^"]*)"', tree.stdout, re.IGNORECASE)
    return found
