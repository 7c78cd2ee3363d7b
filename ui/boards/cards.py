"""One column of cards, read page by page; only those in sight are painted."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui import look
from ui.look import Kind
from ui.paged import PagedModel
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.badge import badge_size, fitted, paint_badge
from ui.widgets.table import CELL_ROLE, Cell

_HIGH, _PAD, _GAP = 88, 10, 6
_SIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardList(QListView):
    opened = Signal(object)
    stepped = Signal(int)
    """Left or right: to another column."""
    pushed = Signal(object, int)
    """With Shift: take the item along."""
    menu_asked = Signal(object, QPoint)
    dragged = Signal(object, QPoint)
    dropped = Signal(object, QPoint)

    def __init__(self, model: PagedModel) -> None:
        super().__init__()
        self._items = model
        self._pressed: tuple[Any, QPoint] | None = None
        self._is_dragging = False
        self.setModel(model)
        self.setItemDelegate(_CardDelegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.setProperty("clear", True)

    @property
    def current(self) -> Any | None:
        index = self.currentIndex()
        return self._items.item(index.row()) if index.isValid() else None

    def choose(self, row: int) -> None:
        self.setCurrentIndex(self._items.index(row, 0))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by keyboard sees the column, and which card it is."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection() and self._items.rowCount():
            # Qt makes the first one current by now, and marks it as nothing.
            self.setCurrentIndex(self.currentIndex() if self.currentIndex().isValid() else self._items.index(0, 0))
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(self, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item, by = self.current, _SIDE.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() == Qt.KeyboardModifier.ShiftModifier and item is not None:
            self.pushed.emit(item, by)
        elif by is not None:
            self.stepped.emit(by)
        elif event.key() in _ENTER and item is not None and not event.modifiers():
            self.opened.emit(item)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        item = self._items.item(index.row()) if index.isValid() else None
        if item is not None:
            at = event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_asked.emit(item, at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        item = self._items.item(index.row()) if index.isValid() else None
        if event.button() is Qt.MouseButton.LeftButton and item is not None:
            self._pressed = (item, event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        item, begun_at = self._pressed
        at = event.globalPosition().toPoint()
        if self._is_dragging or (at - begun_at).manhattanLength() >= QApplication.startDragDistance():
            self._is_dragging = True
            self.dragged.emit(item, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, was_dragging = self._pressed, self._is_dragging
        self._pressed, self._is_dragging = None, False
        if pressed is None:
            return
        if was_dragging:
            self.dropped.emit(pressed[0], event.globalPosition().toPoint())
        else:
            self.opened.emit(pressed[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._items.rowCount() == 0 and self._items.is_settled:
            with canvas.painter_for(self.viewport()) as painter:
                box = QRectF(0, 0, self.viewport().width(), look.touch())
                ink = look.ink(Role.MUTED, Role.RAISED)
                canvas.write(painter, box, self.tr("Nothing here"), look.font(Kind.BODY), ink, canvas.CENTER)


class _CardDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), look.px(_HIGH))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell = index.data(CELL_ROLE)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = is_chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        ground = Role.BRAND_SOFT if is_chosen else Role.SURFACE
        box = QRectF(option.rect).adjusted(4, 3, -4, -3)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = look.shape(Role.BRAND, Role.RAISED) if has_focus else look.fill(Role.LINE)
        canvas.rounded(painter, box, 8, look.fill(ground), line, 2 if has_focus else 1)
        pad = look.px(_PAD)
        _paint_card(painter, box.adjusted(pad, pad - 2, -pad, -pad + 2), cell, ground)
        painter.restore()


def _paint_card(painter: QPainter, box: QRectF, cell: Cell, ground: Role) -> None:
    """Strong, and below it two lines at most; badges at the right of the first line, as far as there is room."""
    high = box.height() / 3
    right = box.right()
    named = min(box.width() / 2, QFontMetrics(look.font(Kind.STRONG)).horizontalAdvance(cell.strong))
    for badge in cell.badges:
        room = right - box.left() - named - look.px(_GAP)
        shown = fitted(badge, room)
        size = badge_size(shown)
        if size.width() > room:
            break
        at = QRectF(right - size.width(), box.top() + (high - size.height()) / 2, size.width(), size.height())
        paint_badge(painter, at, shown, ground)
        right = at.left() - look.px(_GAP)
    first = QRectF(box.left(), box.top(), right - box.left(), high)
    _write(painter, first, cell.strong, Kind.STRONG, Role.TEXT, ground)
    for number, text in enumerate(cell.text.split("\n")[:2], 1):
        ink = Role.TEXT if number == 1 else Role.MUTED
        _write(painter, QRectF(box.left(), box.top() + number * high, box.width(), high), text, Kind.BODY, ink, ground)


def _write(painter: QPainter, box: QRectF, text: str, kind: Kind, ink: Role, ground: Role) -> None:
    font = look.font(kind)
    shown = QFontMetrics(font).elidedText(text, canvas.ELIDE, int(box.width()))
    canvas.write(painter, box, shown, font, look.ink(ink, ground))
