"""A raised sheet with an optional heading line; screens `add` their content."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.look import Kind, fill
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.text import Text

RADIUS = 12


class Card(QFrame):
    def __init__(self, title: str = "", aside: QWidget | None = None, *, margin: int = 18) -> None:
        super().__init__()
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(margin, margin, margin, margin)
        self._body.setSpacing(10)
        self._body.addStretch(0)
        self._title = Text(title, Kind.HEADING)
        if title:
            self.setAccessibleName(title)
        if title or aside:
            self.add(self._heading(aside))

    def add(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Below what is there; parts with a stretch share the card's spare height, else it stays empty at the end."""
        end = self._body.count() - 1
        if isinstance(part, QWidget):
            self._body.insertWidget(end, part, stretch)
        else:
            self._body.insertLayout(end, part, stretch)

    def set_spacing(self, spacing: int) -> None:
        self._body.setSpacing(spacing)

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)

    def _heading(self, aside: QWidget | None) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._title)
        line.addStretch(1)
        if aside:
            line.addWidget(aside, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def paintEvent(self, _event: QPaintEvent) -> None:
        with canvas.painter_for(self) as painter:
            canvas.rounded(painter, QRectF(self.rect()), RADIUS, fill(Role.SURFACE), fill(Role.LINE))
