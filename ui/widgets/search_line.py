"""A field to search in, with a cross that empties it: Qt's is too small for a glove and not seen in the dark."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from ui import look
from ui.widgets.button import Button, ButtonKind

LONGEST = 200
"""As long as a name may be: whoever pastes a book would wait for each of its words to be looked for."""


class SearchLine(QLineEdit):
    left = Signal()
    """By Down or Enter: on into what was found."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(LONGEST)
        self.cross = Button("", ButtonKind.LINK, icon_name="x", parent=self)
        self.cross.setAccessibleName(self.tr("Clear"))
        self.cross.setToolTip(self.tr("Clear"))
        self.cross.clicked.connect(self._empty)
        self.cross.hide()
        self.textChanged.connect(self._show_cross)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_plain and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _empty(self) -> None:
        self.clear()
        self.setFocus()

    def _show_cross(self, text: str) -> None:
        self.cross.setVisible(bool(text))
        self._place()

    def _place(self) -> None:
        side = look.touch()
        self.setTextMargins(0, 0, side if self.text() else 0, 0)
        self.cross.setGeometry(self.width() - side, (self.height() - side) // 2, side, side)
