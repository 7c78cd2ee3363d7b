"""Cards below each other, each in a place that is kept for it, whenever it comes."""

from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

C = TypeVar("C", bound=QWidget)


class Pile(QWidget):
    """The card in the last place takes the spare height."""

    def __init__(self, places: int, spacing: int = 16) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing)
        self._places = tuple(QVBoxLayout() for _ in range(places))
        for place in self._places:
            column.addLayout(place, 1 if place is self._places[-1] else 0)
        column.addStretch(0)

    def put(self, place: int, card: C) -> C:
        self._places[place].addWidget(card)
        return card
