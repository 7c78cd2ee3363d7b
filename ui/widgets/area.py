"""A part of the window that scrolls, safe to be read by assistive technology.

Asked for a child that went a moment ago, such as a scroll bar that is not needed any more, Qt's interface for scroll
areas reads beyond its list, and the program ends. Which interface a widget gets is chosen by the name of its class: one
that is called `QWidget` gets the plain one, which looks before it reads.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar

_Area: type[QScrollArea] = type("QWidget", (QScrollArea,), {})


def make_area() -> QScrollArea:
    area = _Area()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    return area


class _Bar(QScrollBar):
    """Not painted where there is nothing to scroll."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.rangeChanged.connect(self._fit)

    def _fit(self, least: int, most: int) -> None:
        self.setEnabled(most > least)


def keep_room_for_bar(area: QScrollArea) -> None:
    """So that nothing moves aside when a page grows longer than the window."""
    area.setVerticalScrollBar(_Bar())
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
