"""A table with buttons in its rows: they lie over one of its columns.

Qt tells assistive technology of a table's cells, and not of widgets that are put into them.
"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.table import TableView

_GAP = 6


class RowButtons(QWidget):
    def __init__(self, table: TableView, column: int) -> None:
        super().__init__()
        self._table, self._column = table, column
        self._boxes: tuple[QWidget, ...] = ()
        self._is_placing = False
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(table)
        self._strip = QWidget(self)
        self._strip.setProperty("floats", True)
        self._strip.setProperty("scrolls", True)
        self._strip.installEventFilter(self)
        for bar in (table.verticalScrollBar(), table.horizontalScrollBar()):
            bar.valueChanged.connect(self.place)
            bar.rangeChanged.connect(self.place)
        for header in (table.horizontalHeader(), table.verticalHeader()):
            header.geometriesChanged.connect(self.place)
            header.sectionResized.connect(self.place)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._bring_into_view)

    def put(self, rows: Iterable[Iterable[Button]]) -> None:
        """Instead of those that are there, from the first row on."""
        for box in self._boxes:
            box.hide()
            box.deleteLater()
        self._boxes = tuple(self._box(buttons) for buttons in rows)
        self.place()

    def buttons(self, row: int) -> list[Button]:
        return self._boxes[row].findChildren(Button)

    def place(self, *_: object) -> None:
        """Where the rows are by now."""
        if self._is_placing or not self.isVisible():
            return  # it is our own new width that is heard of, or nobody sees it
        self._is_placing = True
        wide = self._needed_width()
        if self._table.columnWidth(self._column) != wide:
            self._table.setColumnWidth(self._column, wide)
        self._is_placing = False
        table, inside = self._table, self._table.viewport()
        column = QRect(table.columnViewportPosition(self._column), 0, wide, inside.height())
        shown = column.intersected(inside.rect())
        self._strip.setGeometry(shown.translated(inside.mapTo(self, QPoint(0, 0))))
        for row, box in enumerate(self._boxes):
            box.setGeometry(column.left() - shown.left(), table.rowViewportPosition(row), wide, table.rowHeight(row))

    def _needed_width(self) -> int:
        """By the widest of the rows."""
        least = self._table.horizontalHeader().minimumSectionSize()
        return max((least, *(box.sizeHint().width() for box in self._boxes)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other letters make other buttons."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.place()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.place()

    def _bring_into_view(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Who comes by Tab sees where they are."""
        row = next((row for row, box in enumerate(self._boxes) if new is not None and box.isAncestorOf(new)), None)
        if row is not None:
            self._table.scrollTo(self._table.model().index(row, self._column))

    def _box(self, buttons: Iterable[Button]) -> QWidget:
        box = QWidget(self._strip)
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, _GAP, 0)
        line.setSpacing(_GAP)
        line.addStretch(1)
        for button in buttons:
            line.addWidget(button)
        box.show()
        return box
