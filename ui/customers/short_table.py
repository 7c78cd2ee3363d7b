"""A short list of other records on a customer's page: as high as its rows, and one press opens one."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHeaderView

from ui import look
from ui.palette import Role
from ui.rows import Row, RowsModel
from ui.widgets.card import Card
from ui.widgets.table import TableView
from ui.widgets.text import Text

_MOST = 8
_HEADING = 40


class ShortTable(Card):
    opened = Signal(str)

    def __init__(self, title: str, columns: tuple[str, ...], widths: tuple[int, ...], none: str) -> None:
        """`widths` are those of the columns after the first, which takes the rest."""
        super().__init__(title)
        self.model = RowsModel(columns)
        self.table = TableView(title)
        self.table.setModel(self.model)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.set_widths(dict(enumerate(widths, 1)))
        self._none = Text(none, ink=Role.MUTED, wrap=True)
        self.add(self.table)
        self.add(self._none)
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self.table.opened)

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.model.set_rows(tuple(rows))
        high = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(min(len(rows), _MOST) * high + look.px(_HEADING))
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.rows[index.row()].id)
