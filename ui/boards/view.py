"""A board on a screen: scrolling sideways where it has to, with its keys told, and what was moved or not."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import look
from ui.boards.board import Board
from ui.page import clear_area
from ui.palette import Role
from ui.widgets.text import Text
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace

_LOWEST = 320


class BoardView(QWidget):
    """A board in its own scrolling, with a line that says how to use it without a mouse."""

    opened = Signal(str)
    counted = Signal(int)

    def __init__(self, place: Workplace, board: Board) -> None:
        super().__init__()
        self._place, self.board = place, board
        self._keys = Text(
            self.tr("Drag a card, or press Shift with an arrow key; Enter opens it."),
            ink=Role.MUTED,
            on=Role.BACKGROUND,
            wrap=True,
        )
        board.setMinimumHeight(look.px(_LOWEST))
        board.opened.connect(lambda line: self.opened.emit(line.id))
        board.move_asked.connect(self.take_over)
        board.failed.connect(self._place.shell.tell_trouble)
        board.counted.connect(self.counted)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(_sideways(board), 1)
        self.column.addWidget(self._keys)

    def take_over(self, item: Any, key: str) -> None:
        """The item was put into that column."""
        raise NotImplementedError

    def moved(self, text: str, _outcome: object) -> None:
        self._place.shell.toast(ToastValue(self.tr("{text} – saved on this device").format(text=text)))


def _sideways(board: Board) -> QWidget:
    """Where the columns are wider than the window they scroll, and only they."""
    area = clear_area(board)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setMinimumHeight(look.px(_LOWEST) + 16)
    return area
