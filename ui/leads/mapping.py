"""Which column of a file becomes which field of a lead, with examples out of the file."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from client.columns import FIELDS
from client.csv_import import Preview
from ui.leads.words import field_word
from ui.widgets.choice import Choice
from ui.widgets.clearing import clear
from ui.widgets.field import FormField

_EXAMPLES, _LONGEST, _SIDE_BY_SIDE = 3, 60, 3


class ColumnMapping(QWidget):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(10)
        self._choices: dict[str, Choice] = {}

    def show_preview(self, preview: Preview) -> None:
        clear(self._grid)
        self._choices = {}
        for position, field in enumerate(FIELDS):
            choice = Choice((self.tr("Not in the file"), *preview.table.columns))
            used = preview.mapping.get(field, ())
            choice.setCurrentIndex(used[0] + 1 if used else 0)
            choice.currentIndexChanged.connect(self.changed)
            self._choices[field] = choice
            cell = FormField(field_word(field), choice, _short(", ".join(_examples(preview, used))))
            row, column = divmod(position, _SIDE_BY_SIDE)
            self._grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)
        for column in range(_SIDE_BY_SIDE):
            self._grid.setColumnStretch(column, 1)

    def chosen(self, before: Preview) -> dict[str, tuple[int, ...]]:
        """A field that took several columns keeps them as long as nobody chooses another one."""
        columns = {field: choice.currentIndex() - 1 for field, choice in self._choices.items()}
        return {
            field: used if (used := before.mapping.get(field, ())) and used[0] == column else (column,)
            for field, column in columns.items()
            if column >= 0
        }


def _examples(preview: Preview, columns: tuple[int, ...]) -> Iterator[str]:
    for row in preview.table.rows[:_EXAMPLES]:
        cells = [row.cells[column].strip() for column in columns if column < len(row.cells)]
        if any(cells):
            yield " ".join(cells)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
