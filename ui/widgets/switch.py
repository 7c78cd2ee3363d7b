"""Two or three ways to look at the same things, side by side; one of them is on."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.button import Button


class Switch(QWidget):
    chosen = Signal(int)

    def __init__(self, options: tuple[str, ...], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        self._chosen = 0
        self.buttons = tuple(Button(option) for option in options)
        for position, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setAccessibleDescription(name)
            button.toggled.connect(partial(self._take, position))
            line.addWidget(button)
        self.buttons[0].setChecked(True)

    def show_chosen(self, position: int) -> None:
        self._chosen = position
        self.buttons[position].setChecked(True)

    def _take(self, position: int, is_on: bool) -> None:
        """Assistive technology switches without a click."""
        if is_on and position != self._chosen:
            self._chosen = position
            self.chosen.emit(position)
