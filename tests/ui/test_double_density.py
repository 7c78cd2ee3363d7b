"""The same on a screen that has two pixels where others have one, both ways: 1024 x 640 are 2048 x 1280 there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from support.processes import ROOT

_HERE = Path(__file__).parent
_SINGLE = f"{__file__}::test_a_screen_is_of_single_density"
_SCREENS, _PLACES = _HERE / "test_every_screen.py", _HERE / "test_every_place.py"


def at_double_density(*tests: str) -> str:
    """What these tests said in a process of their own."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "QT_SCALE_FACTOR": "2"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True).stdout


def test_a_screen_is_of_single_density(qapp: QApplication) -> None:
    """Fails at the other, and so shows that it is the other, and that a failure there would be told."""
    assert qapp.devicePixelRatio() == 1


def test_no_fault_at_double_density() -> None:
    screens = f"{_SCREENS}::test_no_screen_has_a_fault[size0-1.0-dark]"
    places = f"{_PLACES}::test_no_place_has_a_fault_in_one_of_the_ways"
    said = at_double_density(_SINGLE, screens, places)
    assert "\n1 failed, 2 passed" in said, said
    assert f"FAILED tests/ui/{Path(_SINGLE).name}" in said


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize(("tests", "least"), [(f"{_SCREENS}::test_no_screen_has_a_fault", 8), (f"{_PLACES}", 8)])
def test_no_fault_at_double_density_in_any_way(tests: str, least: int) -> None:
    said = at_double_density(tests, _SINGLE, "-m", "not bench", "--timeout", "600")
    told = said.rsplit("\n1 failed, ", 1)
    assert len(told) == 2, said
    assert int(told[1].split(" passed")[0]) >= least, said
