"""A label of one of the few kinds of text; plain text only, since much of it was typed by people."""

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import look
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas

_ENDLESS = re.compile(r"\S{41,}")
_PIECE = re.compile(r"(\S{16})(?=\S)")
_MAY_BREAK = "\u200b"


class Text(QLabel):
    """`wrap` breaks it into lines where there is no room, endless words as well; `elide` ends it with dots."""

    def __init__(
        self,
        text: str = "",
        kind: Kind = Kind.BODY,
        ink: Role = Role.TEXT,
        on: Role = Role.SURFACE,
        *,
        wrap: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._ink, self._on = kind, ink, on
        self._text, self._elides = text, elide
        self._is_told = False
        """A reader hears the words as they are, where they are painted otherwise."""
        self._worn: tuple[look.Look, Role, Role] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        upright = QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Ignored if elide else QSizePolicy.Policy.Preferred, upright)
        self._dress()
        self._fit()

    def text(self) -> str:
        """All of it, as it was given."""
        return self._text

    def setText(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self._fit()

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(0, least.height()) if self._elides else least

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._elides:
            self._fit()

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

    def _fit(self) -> None:
        shown = self._text
        if self.wordWrap():
            shown = _ENDLESS.sub(_broken, shown)
        elif self._elides:
            shown = QFontMetrics(self.font()).elidedText(shown, canvas.ELIDE, self.contentsRect().width())
        if shown == super().text():
            return
        if shown != self._text or self._is_told:
            self._is_told = True
            self.setAccessibleName(self._text)
        super().setText(shown)

    def _dress(self) -> None:
        """Only when something changed: whoever is put into a parent hears of a new style, over and over."""
        wanted = look.current(), self._ink, self._on
        color, font = look.ink(self._ink, self._on), look.font(self._kind)
        is_kept = self.palette().color(QPalette.ColorRole.WindowText) == color
        if wanted == self._worn and is_kept and self.font().pixelSize() == font.pixelSize():
            return
        self._worn = wanted
        self.setFont(font)
        palette = self.palette()
        for part in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            palette.setColor(part, color)
        self.setPalette(palette)
        if self._elides:
            self._fit()


def _broken(word: re.Match[str]) -> str:
    return _PIECE.sub(rf"\1{_MAY_BREAK}", word.group())
