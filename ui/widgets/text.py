"""A label of one of the few kinds of text; plain text only, since much of it was typed by people."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import look
from ui.look import Kind
from ui.palette import Role


class Text(QLabel):
    def __init__(
        self,
        text: str = "",
        kind: Kind = Kind.BODY,
        ink: Role = Role.TEXT,
        on: Role = Role.SURFACE,
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind, self._ink, self._on = kind, ink, on
        self._worn: tuple[look.Look, Role, Role] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        upright = QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Preferred, upright)
        self._dress()

    def set_ink(self, ink: Role, on: Role | None = None) -> None:
        self._ink = ink
        self._on = on or self._on
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt tells of a new style only those that were shown at least once."""
        super().showEvent(event)
        self._dress()

    def _dress(self) -> None:
        """Only when something changed: whoever is put into a parent hears of a new style, over and over."""
        wanted = look.current(), self._ink, self._on
        color = look.ink(self._ink, self._on)
        if wanted == self._worn and self.palette().color(QPalette.ColorRole.WindowText) == color:
            return
        self._worn = wanted
        self.setFont(look.font(self._kind))
        palette = self.palette()
        for part in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            palette.setColor(part, color)
        self.setPalette(palette)
