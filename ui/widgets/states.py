"""What a list or page shows when there is nothing, nothing yet, or something went wrong."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.keys import Action
from ui.look import Kind
from ui.palette import Role
from ui.widgets.button import Button, ButtonKind
from ui.widgets.clearing import clear
from ui.widgets.glyph import Glyph
from ui.widgets.text import Text


@dataclass(frozen=True)
class StateValue:
    """For an error: `title` = what happened, `text` = what was kept, `action` = what to do next."""

    title: str
    text: str = ""
    action: str = ""
    sign: str = "inbox"
    key: Action | None = None


class _State(QWidget):
    action_asked = Signal()

    def __init__(self, value: StateValue, ink: Role, on: Role, kind: ButtonKind) -> None:
        super().__init__()
        self._ink, self._on, self._kind = ink, on, kind
        self._column = QVBoxLayout(self)
        self._column.setSpacing(10)
        self._fill(value)

    def set_value(self, value: StateValue) -> None:
        """What says so already stays: while a queue goes out it would be made anew ten times a second."""
        if value != self.value:
            clear(self._column)
            self._fill(value)

    def _fill(self, value: StateValue) -> None:
        self.value = value
        self.setAccessibleName(value.title)
        column, on = self._column, self._on
        column.addStretch(1)
        column.addWidget(Glyph(value.sign, self._ink, on, size=36), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(_centered(Text(value.title, Kind.HEADING, on=on, wrap=True)))
        if value.text:
            column.addWidget(_centered(Text(value.text, ink=Role.MUTED, on=on, wrap=True)))
        if value.action:
            button = Button(value.action, self._kind, key=value.key)
            button.clicked.connect(self.action_asked)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)


class EmptyState(_State):
    def __init__(self, value: StateValue, on: Role = Role.SURFACE) -> None:
        super().__init__(value, Role.MUTED, on, ButtonKind.PRIMARY)


class ErrorState(_State):
    def __init__(self, value: StateValue, on: Role = Role.SURFACE) -> None:
        super().__init__(value, Role.BAD, on, ButtonKind.PLAIN)


class LoadingState(_State):
    def __init__(self, title: str, on: Role = Role.SURFACE) -> None:
        super().__init__(StateValue(title, sign="loader-circle"), Role.MUTED, on, ButtonKind.PLAIN)


def _centered(text: Text) -> QLabel:
    text.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return text
