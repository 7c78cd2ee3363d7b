"""A part of the window that scrolls, safe to be read by assistive technology.

Asked for a child that went a moment ago, such as a scroll bar that is not needed any more, Qt's interface for scroll
areas reads beyond its list, and the program ends. Which interface a widget gets is chosen by the name of its class: one
that is called `QWidget` gets the plain one, which looks before it reads.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea

_Area: type[QScrollArea] = type("QWidget", (QScrollArea,), {})


def make_area() -> QScrollArea:
    area = _Area()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    return area


def keep_room_for_bar(area: QScrollArea) -> None:
    """So that nothing moves aside when a page grows longer than the window; where it does not, no bar is painted."""
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar = area.verticalScrollBar()
    bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))
