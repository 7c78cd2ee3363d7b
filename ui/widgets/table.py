"""Virtual lists: a table view for any model that gives a `Cell`; only rows in sight are asked for and painted."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import ceil

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPixmap, QStaticText
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui import look
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.badge import BadgeValue, badge_size, fitted, paint_badge

CELL_ROLE = Qt.ItemDataRole.UserRole + 1
"""`model.data(index, CELL_ROLE)` gives a Cell; DisplayRole the same as plain text, for screen readers and copying."""

PAD = 12
BADGE_GAP = 6
_AROUND_BUTTONS = 8
_KNOWN = 500
_WRITTEN_AT_ONCE = 5


@dataclass(frozen=True)
class Cell:
    """`strong` is set in bold before `text`; badges follow."""

    text: str = ""
    strong: str = ""
    is_muted: bool = False
    badges: tuple[BadgeValue, ...] = ()
    is_right: bool = False

    def plain(self) -> str:
        return " ".join(part for part in (self.strong, self.text, *(badge.word for badge in self.badges)) if part)


class _Pen:
    """The same lines are painted over and over while one scrolls, and to lay a text out is most of writing it."""

    def __init__(self, font: QFont, color: QColor) -> None:
        self.font, self.color = font, color
        self._metrics = QFontMetrics(font)
        self.fit = lru_cache(maxsize=_KNOWN)(self._fit)

    def _fit(self, text: str, room: int) -> tuple[QStaticText, int]:
        """As much of a text as there is room for, laid out, and how wide that is."""
        line = self._laid_out(text)
        if line.size().width() > room:
            line = self._laid_out(self._metrics.elidedText(text, canvas.ELIDE, room))
        return line, ceil(line.size().width())

    def _laid_out(self, text: str) -> QStaticText:
        line = QStaticText(text)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.prepare(font=self.font)
        return line


class _Faces:
    """What cells are painted with in one look: a hundred are in sight, and making all of it anew is half their work."""

    def __init__(self, worn: look.Look) -> None:
        self.worn = worn
        self.grounds = {False: Role.SURFACE, True: Role.BRAND_SOFT}
        self.strong = self._pens(look.font(Kind.STRONG), Role.TEXT)
        self.plain = self._pens(look.font(Kind.BODY, tabular=True), Role.TEXT)
        self.muted = self._pens(look.font(Kind.BODY, tabular=True), Role.MUTED)
        self.fills = {is_selected: look.fill(ground) for is_selected, ground in self.grounds.items()}
        self.line, self.brand = look.fill(Role.LINE), look.fill(Role.BRAND)
        self.pad, self.gap = look.px(PAD), look.px(5)

    def _pens(self, font: QFont, ink: Role) -> dict[bool, _Pen]:
        return {is_selected: _Pen(font, look.ink(ink, on)) for is_selected, on in self.grounds.items()}


class CellDelegate(QStyledItemDelegate):
    def __init__(self, table: "TableView") -> None:
        super().__init__(table)
        self._worn_faces: _Faces | None = None

    @property
    def _faces(self) -> _Faces:
        if self._worn_faces is None or self._worn_faces.worn is not look.current():
            self._worn_faces = _Faces(look.current())
        return self._worn_faces

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), look.touch())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell = index.data(CELL_ROLE)
        if cell is None:
            cell = Cell(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))
        state = option.state
        box = QRectF(option.rect)
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        faces = self._faces
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, faces.fills[is_selected])
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), faces.line)
        if is_selected and index.column() == 0:
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), faces.brand)
        _paint_cell(painter, box.adjusted(faces.pad, 0, -faces.pad, -1), cell, faces, is_selected=is_selected)


def _paint_cell(painter: QPainter, box: QRectF, cell: Cell, faces: _Faces, *, is_selected: bool) -> None:
    if cell.strong:
        box = _paint_text(painter, box, cell.strong, faces.strong[is_selected], cell.is_right)
        box = box.adjusted(faces.gap, 0, 0, 0)
    if cell.text:
        pens = faces.muted if cell.is_muted else faces.plain
        box = _paint_text(painter, box, cell.text, pens[is_selected], cell.is_right).adjusted(faces.gap, 0, 0, 0)
    for badge in cell.badges:
        shown = fitted(badge, box.width())
        size = badge_size(shown)
        if box.width() < size.width():
            return
        top = box.center().y() - size.height() / 2
        at = QRectF(box.left(), top, size.width(), size.height())
        paint_badge(painter, at, shown, faces.grounds[is_selected])
        box = box.adjusted(size.width() + look.px(BADGE_GAP), 0, 0, 0)


def _paint_text(painter: QPainter, box: QRectF, text: str, pen: _Pen, is_right: bool) -> QRectF:
    """What is left of the box behind it."""
    line, width = pen.fit(text, int(box.width()))
    left = box.right() - width if is_right else box.left()
    painter.setFont(pen.font)
    painter.setPen(pen.color)
    painter.drawStaticText(QPointF(left, box.center().y() - line.size().height() / 2), line)
    return box.adjusted(width, 0, 0, 0)


class TableView(QTableView):
    """Rows of 44, and higher ones where they hold buttons; arrows move, Enter opens, Tab leaves."""

    opened = Signal(QModelIndex)

    def __init__(self, name: str, *, holds_buttons: bool = False) -> None:
        super().__init__()
        self._written = 0
        self._extra = _AROUND_BUTTONS if holds_buttons else 0
        self._widths: Mapping[int, int] = {}
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self._set_up_headers()
        self.doubleClicked.connect(self.opened)

    @property
    def row_height(self) -> int:
        return look.touch() + self._extra

    def write_some(self) -> bool:
        """A few rows in sight that were not painted yet, where nobody sees it; False if there are none left. Their
        lines, letters and badges are kept, and painted in half the time afterwards."""
        top, below = max(0, self.rowAt(0)), self.rowAt(self.viewport().height() - 1) + 1
        end = below or self.model().rowCount()
        rows = range(top + self._written, min(top + self._written + _WRITTEN_AT_ONCE, end))
        self._written += len(rows)
        if rows:
            self._write(rows)
        return bool(rows)

    def set_widths(self, widths: Mapping[int, int]) -> None:
        """Of some columns, at the usual size of letters."""
        self._widths = widths
        self._fit_letters()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit_letters()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                event.ignore()
                return
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _write(self, rows: range) -> None:
        density = self.devicePixelRatio()
        paper = QPixmap(QSize(self.viewport().width(), self.row_height) * density)
        paper.setDevicePixelRatio(density)
        columns = [one for one in range(self.model().columnCount()) if not self.isColumnHidden(one)]
        cell = QStyleOptionViewItem()
        self.initViewItemOption(cell)
        with QPainter(paper) as painter:
            for row, column in product(rows, columns):
                cell.rect = QRect(self.columnViewportPosition(column), 0, self.columnWidth(column), self.row_height)
                self.itemDelegate().paint(painter, cell, self.model().index(row, column))

    def _set_up_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(look.TOUCH)
        columns = self.horizontalHeader()
        columns.setDefaultAlignment(canvas.LEFT)
        columns.setHighlightSections(False)
        columns.setStretchLastSection(True)
        columns.setSectionsClickable(False)
        self._fit_letters()

    def _fit_letters(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.row_height)
        for column, wide in self._widths.items():
            self.setColumnWidth(column, look.px(wide))
