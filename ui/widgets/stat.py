"""A number card: state chip, figure, one line of detail."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout

from ui import words
from ui.look import Kind
from ui.palette import Role
from ui.widgets.badge import Badge, BadgeValue
from ui.widgets.card import Card
from ui.widgets.text import Text


@dataclass(frozen=True)
class StatValue:
    badge: BadgeValue
    number: int
    detail: str = ""


class StatTile(Card):
    def __init__(self, value: StatValue) -> None:
        super().__init__()
        self.set_spacing(4)
        self._badge = Badge(value.badge)
        self._number = Text("", Kind.FIGURE)
        self._detail = Text("", ink=Role.MUTED, wrap=True)
        line = QHBoxLayout()
        line.addWidget(self._badge)
        line.addStretch(1)
        self.add(line)
        self.add(self._number)
        self.add(self._detail)
        self.set_value(value)

    def set_value(self, value: StatValue) -> None:
        self._badge.set_value(value.badge)
        self._number.setText(words.number_text(value.number))
        self._detail.setText(value.detail)
        self.setAccessibleName(value.badge.word)
        self.setAccessibleDescription(f"{words.number_text(value.number)}. {value.detail}")
