"""What goes away while it has the keys hands them to what stands beside it, and never to the frame of the window."""

import pytest
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from ui import tabbing


class Window(QWidget):
    """A button of the frame above a page of three."""

    def __init__(self) -> None:
        super().__init__()
        self.frame = QPushButton("Clock out")
        page = QWidget()
        self.buttons = tuple(QPushButton(name) for name in ("first", "second", "third"))
        column = QVBoxLayout(page)
        for button in self.buttons:
            column.addWidget(button)
        area = QScrollArea()
        area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.addWidget(self.frame)
        whole.addWidget(area)

    def focusNextPrevChild(self, next: bool) -> bool:
        return tabbing.step(self, forward=next)


@pytest.mark.parametrize(("gone", "heir"), [(0, 1), (1, 0), (2, 1)])
def test_what_goes_away_hands_the_keys_to_its_neighbour(qtbot: QtBot, gone: int, heir: int) -> None:
    window = Window()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.buttons[gone].setFocus()
    window.buttons[gone].hide()
    assert window.focusWidget() is window.buttons[heir]


def test_layouts_in_layouts_are_read_from_left_to_right_and_down(qtbot: QtBot) -> None:
    """Whatever was made, or put into its place, first."""
    page = QWidget()
    qtbot.addWidget(page)
    names = ("head", "left", "right", "upper", "lower", "foot", "beside")
    buttons = {name: QPushButton(name, page) for name in reversed(names)}
    column, line, grid = QVBoxLayout(page), QHBoxLayout(), QGridLayout()
    column.addWidget(buttons["foot"])
    column.insertLayout(0, grid)
    column.insertLayout(0, line)
    column.insertWidget(0, buttons["head"])
    column.insertStretch(1)
    for name in ("left", "right"):
        line.addWidget(buttons[name])
    grid.addWidget(buttons["lower"], 1, 0)
    grid.addWidget(buttons["upper"], 0, 1)
    page.show()
    assert [one.text() for one in tabbing.stops(page)] == list(names)  # type: ignore[attr-defined]  # all are buttons


def test_what_a_layout_has_let_go_is_known_to_nobody(qtbot: QtBot) -> None:
    """PySide's book of what is where must not name what Qt has ended: the next thing there would be mistaken for it."""
    stack, page = QStackedWidget(), Window()
    qtbot.addWidget(stack)
    qtbot.addWidget(page)
    stack.addWidget(page)
    stack.show()
    before = _items_in_hand()
    assert page.frame in tabbing.stops(stack)
    stack.removeWidget(page)
    assert _items_in_hand() == before


def _items_in_hand() -> int:
    """Those of layouts that PySide knows."""
    known = Shiboken.getAllValidWrappers()
    return sum(isinstance(one, QLayoutItem) and not isinstance(one, QLayout) for one in known)
