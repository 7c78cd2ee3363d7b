"""A labelled editor with its hint, and its error in words beside it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.announce import announce
from ui.look import Kind
from ui.palette import Role
from ui.scrolling import bring_into_view_soon
from ui.widgets.glyph import Glyph
from ui.widgets.text import Text


class FormField(QWidget):
    def __init__(self, label: str, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self.editor, self.label = editor, label
        self._hint = hint
        editor.setAccessibleName(label)
        title = Text(label, Kind.LABEL, Role.MUTED)
        title.setBuddy(editor)
        self._sign = Glyph("circle-alert", Role.BAD, size=14)
        self._note = Text("", Kind.NOTE, Role.MUTED, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(title)
        column.addWidget(editor)
        note = QHBoxLayout()
        note.setSpacing(6)
        note.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self._note, 1)
        column.addLayout(note)
        column.addStretch(1)
        self.set_error("")

    @property
    def error(self) -> str:
        return self._note.text() if self.has_error else ""

    @property
    def has_error(self) -> bool:
        return bool(self.editor.property("invalid"))

    def set_error(self, error: str) -> None:
        """Empty clears it and shows the hint again."""
        self._note.setText(error or self._hint)
        self._note.set_ink(Role.BAD if error else Role.MUTED)
        self._note.setVisible(bool(error or self._hint))
        self._sign.setVisible(bool(error))
        self.editor.setAccessibleDescription(error or self._hint)
        if bool(self.editor.property("invalid")) is not bool(error):
            self.editor.setProperty("invalid", bool(error))
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)
        if error:
            announce(self.editor, error)


def go_to_wrong(fields: Iterable[FormField]) -> bool:
    """Whether there is something to mend; then the keys are where the first of it is."""
    wrong = next((field for field in fields if field.has_error), None)
    if wrong is not None:
        wrong.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view_soon(wrong)  # with its message
    return wrong is not None
