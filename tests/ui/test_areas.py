"""Scroll areas under a reader that asks for what went a moment ago."""

import subprocess
import sys

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from support.processes import environment
from ui.page import clear_area
from ui.shell import scrolling

_ASK = """
import sys
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea
from ui.widgets.area import make_area
application = QApplication([])
area = make_area() if sys.argv[1] == "ours" else QScrollArea()
area.show()
QAccessible.queryAccessibleInterface(area).child(3)
"""


def test_a_child_that_went_is_none(qtbot: QtBot) -> None:
    for area in (scrolling(QWidget()), clear_area(QWidget())):
        qtbot.addWidget(area)
        area.show()
        found = QAccessible.queryAccessibleInterface(area)
        assert found.child(0) is not None
        assert found.child(99) is None
        assert isinstance(area, QScrollArea)


@pytest.mark.parametrize("whose", ["ours", "qt's"])
def test_a_program_survives_it_with_our_areas_only(whose: str) -> None:
    """Where Qt's survives as well, `ui.widgets.area` has no reason to be any more."""
    said = subprocess.run([sys.executable, "-c", _ASK, whose], env=environment(), capture_output=True)
    assert (said.returncode == 0) == (whose == "ours"), said.stderr
