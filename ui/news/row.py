"""One notification in the list: what happened and when, opened by a click, put away by its cross."""

from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from client.views import NewsLine
from ui.look import Kind
from ui.news.words import sign_of, told, when
from ui.palette import Role
from ui.widgets.badge import Badge, BadgeValue, Outline, Tone
from ui.widgets.button import Button, ButtonKind
from ui.widgets.glyph import Glyph
from ui.widgets.text import Text


class NewsRow(QFrame):
    open_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, line: NewsLine, now: datetime, zone: tzinfo) -> None:
        super().__init__()
        self.line = line
        said, at = told(line), when(line.at, now, zone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{said} {at}")
        self.open = Button(self.tr("Open"), ButtonKind.LINK)
        self.open.setAccessibleName(self.tr("Open: {what}").format(what=said))
        self.remove = Button("", ButtonKind.LINK, icon_name="x")
        self.remove.setAccessibleName(self.tr("Delete: {what}").format(what=said))
        self.remove.setToolTip(self.tr("Delete"))
        self.open.clicked.connect(self._ask_open)
        self.remove.clicked.connect(lambda: self.remove_asked.emit(self.line))
        self._lay_out(said, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The whole line is one target for a thumb."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._ask_open()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _ask_open(self) -> None:
        self.open_asked.emit(self.line)

    def _lay_out(self, said: str, at: str) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(12)
        ink = Role.MUTED if self.line.is_read else Role.INFO
        line.addWidget(Glyph(sign_of(self.line), ink), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(said, Kind.BODY if self.line.is_read else Kind.STRONG, wrap=True))
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(Text(at, Kind.NOTE, Role.MUTED))
        if not self.line.is_read:
            below.addWidget(Badge(BadgeValue(self.tr("New"), Tone.INFO, outline=Outline.PILL)))
        below.addStretch(1)
        words.addLayout(below)
        line.addLayout(words, 1)
        line.addWidget(self.open)
        line.addWidget(self.remove)
