"""A part that is scrolled out of sight comes into it."""

from functools import partial

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def area_of(part: QWidget) -> QScrollArea | None:
    """The nearest that scrolls it."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def bring_into_view(part: QWidget) -> None:
    area = area_of(part)
    while area is not None:
        area.ensureWidgetVisible(part)
        if part.height() > area.viewport().height():  # of which Qt shows the middle
            bar = area.verticalScrollBar()
            bar.setValue(bar.value() + part.mapTo(area.viewport(), QPoint()).y())
        area = area_of(area)


def bring_into_view_soon(part: QWidget) -> None:
    """Once it has its place."""
    QTimer.singleShot(0, part, partial(bring_into_view, part))
