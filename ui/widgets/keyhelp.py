"""The keys that work now, as a page (F1)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import keys
from ui.keys import Action
from ui.look import Kind
from ui.palette import Role
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.text import Text


class KeyHelp(QWidget):
    """`rows` = (what it does, the key)."""

    back_asked = Signal()

    def __init__(self, rows: list[tuple[str, str]]) -> None:
        super().__init__()
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 20, 24, 20)
        page.setSpacing(16)
        page.addLayout(self._top())
        card = Card()
        grid = QGridLayout()
        grid.setVerticalSpacing(12)
        grid.setHorizontalSpacing(32)
        grid.setColumnStretch(1, 1)
        for position, (what, key) in enumerate(rows):
            grid.addWidget(Text(key, Kind.STRONG), position, 0)
            grid.addWidget(Text(what), position, 1)
        card.add(grid)
        page.addWidget(card)
        page.addStretch(1)

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.addWidget(Text(self.tr("Help and keys"), Kind.TITLE, on=Role.BACKGROUND))
        top.addStretch(1)
        back = Button(self.tr("Back"), key=Action.BACK, icon_name="arrow-left")
        back.clicked.connect(self.back_asked)
        top.addWidget(back, 0, Qt.AlignmentFlag.AlignRight)
        return top


def rows_for(actions: list[Action], screens: list[tuple[str, str]]) -> list[tuple[str, str]]:
    made = [(keys.label(action), " · ".join(keys.readable(s) for s in keys.sequences(action))) for action in actions]
    return [*screens, *made]
