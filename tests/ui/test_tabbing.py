"""What goes away while it has the keys hands them to what stands beside it, and never to the frame of the window."""

import pytest
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

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
