"""One icon of the set as a widget; decoration beside text, so it is not read out."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icon, look
from ui.palette import Role
from ui.widgets import canvas


class Glyph(QWidget):
    def __init__(
        self, name: str, ink: Role, on: Role = Role.SURFACE, size: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._ink, self._on, self._size = name, ink, on, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_glyph(self, name: str, ink: Role, on: Role) -> None:
        self._name, self._ink, self._on = name, ink, on
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.px(self._size), look.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        color = look.shape(self._ink, self._on)
        with canvas.painter_for(self) as painter:
            icon.paint(painter, QRectF(self.rect()), self._name, color)
