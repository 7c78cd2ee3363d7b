"""A raised sheet with an optional heading line; screens put their content in `body`."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.look import Kind, fill
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.text import Text

RADIUS = 12


class Card(QFrame):
    def __init__(self, title: str = "", aside: QWidget | None = None, *, margin: int = 18) -> None:
        super().__init__()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(10)
        self._title = Text(title, Kind.HEADING)
        if title:
            self.setAccessibleName(title)
        if title or aside:
            self.body.addLayout(self._heading(aside))

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
