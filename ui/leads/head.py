"""What stands above a lead: its name, how things stand with it, and a way back from what was typed."""

from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from client.views import LeadDetail
from ui import record_words
from ui.look import Kind
from ui.widgets.badge import Badge, BadgeValue, Outline, Tone
from ui.widgets.button import Button, ButtonKind
from ui.widgets.text import Text


class LeadHead(QWidget):
    undo_asked = Signal()

    def __init__(self, zone: tzinfo) -> None:
        super().__init__()
        self._zone = zone
        self._title = Text("", Kind.HEADING, elide=True)
        self.badge = Badge(BadgeValue(""))
        self._undo = Button(self.tr("Undo"), ButtonKind.LINK)
        self._undo.setToolTip(self.tr("Take back what was typed and not saved"))
        self._undo.clicked.connect(self.undo_asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self._title, 1)
        line.addWidget(self.badge)
        line.addWidget(self._undo)

    def show_title(self, title: str) -> None:
        self._title.setText(title)

    def show_state(self, detail: LeadDetail | None, *, is_saving: bool, is_dirty: bool) -> None:
        if is_saving:
            value = BadgeValue(self.tr("Saving…"), Tone.NEUTRAL, "loader-circle")
        elif is_dirty:
            value = BadgeValue(self.tr("Not saved yet"), Tone.WARN, "pencil", Outline.SQUARE)
        elif detail is not None:
            value = record_words.mark_badge(detail.mark, detail.saved_at, self._zone)
        else:
            value = BadgeValue("")
        self.badge.set_value(value)
        self.badge.setVisible(bool(value.word))
        self._undo.setVisible(is_dirty)
