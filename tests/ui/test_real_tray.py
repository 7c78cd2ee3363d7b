"""The clock in a real tray on a real display."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.display import open_display
from support.processes import wait_until


@pytest.fixture(scope="module")
def display() -> Iterator[dict[str, str]]:
    with open_display() as made:
        yield made


def test_the_clock_is_in_the_tray(company: Path, display: dict[str, str]) -> None:
    """Docked: a window of the program's is inside the tray's own, soon after both are there, whichever came first."""
    tray = subprocess.Popen(["trayer", "--SetDockType", "false"], env=display, stderr=subprocess.DEVNULL)
    window = subprocess.Popen([sys.executable, "-m", "support.real_window", str(company)], env=display)
    try:
        wait_until(lambda: bool(_docked(display)), "the tray holds a picture")
    finally:
        for process in (window, tray):
            process.terminate()
            process.wait()


def _docked(display: dict[str, str]) -> list[str]:
    said = subprocess.run(["xdotool", "search", "--class", "trayer"], env=display, capture_output=True, text=True)
    found = []
    for window in said.stdout.split():
        tree = subprocess.run(["xwininfo", "-tree", "-id", window], env=display, capture_output=True, text=True)
        found += re.findall(r'"(?:streamflow[^"]*|python[^"]*|StreamFlow[^"]*)"', tree.stdout, re.IGNORECASE)
    return found
