"""Virtual lists: a table view for any model that gives a `Cell`; only rows in sight are asked for and painted."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
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
from ui.widgets.badge import BadgeValue, badge_size, paint_badge

CELL_ROLE = Qt.ItemDataRole.UserRole + 1
"""`model.data(index, CELL_ROLE)` gives a Cell; DisplayRole the same as plain text, for screen readers and copying."""

_PAD = 12


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


class CellDelegate(QStyledItemDelegate):
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
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = Role.BRAND_SOFT if is_selected else Role.SURFACE
        painter.fillRect(box, look.fill(ground))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), look.fill(Role.LINE))
        if is_selected and index.column() == 0:
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), look.fill(Role.BRAND))
        _paint_cell(painter, box.adjusted(look.px(_PAD), 0, -look.px(_PAD), -1), cell, ground)
        painter.restore()


def _paint_cell(painter: QPainter, box: QRectF, cell: Cell, ground: Role) -> None:
    if cell.strong:
        box = _paint_text(painter, box, cell.strong, Kind.STRONG, look.ink(Role.TEXT, ground), cell.is_right)
    if cell.text:
        ink = Role.MUTED if cell.is_muted else Role.TEXT
        box = _paint_text(painter, box, cell.text, Kind.BODY, look.ink(ink, ground), cell.is_right)
    for badge in cell.badges:
        size = badge_size(badge)
        if box.width() < size.width():
            return
        top = box.center().y() - size.height() / 2
        paint_badge(painter, QRectF(box.left(), top, size.width(), size.height()), badge)
        box = box.adjusted(size.width() + look.px(6), 0, 0, 0)


def _paint_text(painter: QPainter, box: QRectF, text: str, kind: Kind, color: QColor, is_right: bool) -> QRectF:
    font = look.font(kind, tabular=kind is Kind.BODY)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, canvas.ELIDE, int(box.width()))
    canvas.write(painter, box, shown, font, color, canvas.RIGHT if is_right else canvas.LEFT)
    return box.adjusted(metrics.horizontalAdvance(shown) + look.px(5), 0, 0, 0)


class TableView(QTableView):
    """Rows of 44; arrows move, Enter opens, Tab leaves."""

    opened = Signal(QModelIndex)

    def __init__(self, name: str) -> None:
        super().__init__()
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

    def set_row_height(self, height: int) -> None:
        """For lists whose rows hold buttons."""
        self.verticalHeader().setDefaultSectionSize(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                event.ignore()
                return
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _set_up_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(look.touch())
        rows.setDefaultSectionSize(look.touch())
        columns = self.horizontalHeader()
        columns.setDefaultAlignment(canvas.LEFT)
        columns.setHighlightSections(False)
        columns.setStretchLastSection(True)
        columns.setSectionsClickable(False)
