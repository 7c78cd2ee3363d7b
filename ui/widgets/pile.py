"""Cards below each other, each in a place that is kept for it, whenever it comes."""

from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

C = TypeVar("C", bound=QWidget)


class Pile(QWidget):
    """The card in the last place takes the spare height; until it comes, that stays empty."""

    def __init__(self, places: int, spacing: int = 16) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)
        self._places = tuple(QVBoxLayout() for _ in range(places))
        for place in self._places:
            self._column.addLayout(place)
        self._column.addStretch(1)

    def put(self, place: int, card: C) -> C:
        self._places[place].addWidget(card)
        if place == len(self._places) - 1:
            self._column.setStretch(place, 1)
            self._column.setStretch(place + 1, 0)
        return card
