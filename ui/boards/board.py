"""Columns of cards: a card goes to another column by the mouse, by Shift and an arrow key, or by its menu."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui import look, words
from ui.announce import announce
from ui.boards.cards import CardList
from ui.look import Kind
from ui.paged import Column, Listing, PagedModel
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.badge import Badge, BadgeValue
from ui.widgets.menu import offer_at
from ui.widgets.table import Cell
from ui.widgets.text import Text
from ui.writer import Writer


@dataclass(frozen=True)
class Lane:
    """A column: its key, what stands above it, and the cards that are in it."""

    key: str
    title: str
    listing: Listing


class Board(QWidget):
    """`card` draws an item, `may_move(item, key)` says which columns it may go to; no column gets narrower than
    `narrowest`. Items have an `id`."""

    opened = Signal(object)
    """The item."""
    move_asked = Signal(object, str)
    """The item, and the key of the column that it is to go to."""
    failed = Signal(object)
    counted = Signal(int)
    """How many cards there are in all columns, once all have been read."""

    def __init__(
        self,
        reader: Writer,
        card: Callable[[Any], Cell],
        may_move: Callable[[Any, str], bool],
        name: str,
        narrowest: int,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._reader, self._card, self._may_move, self._narrowest = reader, card, may_move, narrowest
        self._lanes: list[_Column] = []
        self._followed = ""
        self._ghost = Text("", Kind.STRONG, Role.BRAND, Role.BRAND_SOFT, parent=self)
        self._ghost.setProperty("floats", True)
        self._ghost.setAutoFillBackground(True)
        self._ghost.setContentsMargins(10, 8, 10, 8)
        self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ghost.hide()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(10)

    @property
    def columns(self) -> "tuple[_Column, ...]":
        return tuple(self._lanes)

    def show_lanes(self, lanes: tuple[Lane, ...]) -> None:
        """Columns that stay keep their place, their scrolling and the focus."""
        if [lane.key for lane in lanes] != [column.key for column in self._lanes]:
            self._rebuild(len(lanes))
        for column, lane in zip(self._lanes, lanes, strict=True):
            column.show_lane(lane)

    def refetch(self) -> None:
        for column in self._lanes:
            column.model.refetch()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._keep_room()

    def follow(self, item_id: str) -> None:
        """The focus goes with this card, wherever it is found next."""
        self._followed = item_id

    def _rebuild(self, count: int) -> None:
        for column in self._lanes:
            self._line.removeWidget(column)
            column.deleteLater()
        self._lanes = [_Column(self._reader, self._card) for _ in range(count)]
        for column in self._lanes:
            self._line.addWidget(column, 1)
            self._listen(column)
        self._keep_room()
        self._ghost.raise_()

    def _keep_room(self) -> None:
        """At the font scale in use."""
        count = len(self._lanes)
        self.setMinimumWidth(count * look.px(self._narrowest) + max(0, count - 1) * self._line.spacing())

    def _listen(self, column: "_Column") -> None:
        cards = column.cards
        cards.opened.connect(self.opened)
        cards.stepped.connect(partial(self._step, column))
        cards.pushed.connect(partial(self._push, column))
        cards.menu_asked.connect(partial(self._offer_moves, column))
        cards.dragged.connect(self._drag)
        cards.dropped.connect(self._drop)
        column.model.failed.connect(self.failed)
        column.model.counted.connect(partial(self._read, column))

    def _read(self, column: "_Column", _count: int) -> None:
        row = column.model.row_of(self._followed) if self._followed else None
        if row is not None:
            self._followed = ""
            column.cards.choose(row)
        column.cards.viewport().update()
        if all(one.model.is_settled for one in self._lanes):
            self.counted.emit(sum(one.model.rowCount() for one in self._lanes))

    def _step(self, column: "_Column", by: int) -> None:
        """To the nearest column on that side that has a card."""
        here = self._lanes.index(column)
        for other in self._lanes[here + 1 :] if by > 0 else reversed(self._lanes[:here]):
            if other.model.rowCount():
                other.cards.choose(min(max(0, column.cards.currentIndex().row()), other.model.rowCount() - 1))
                return

    def _push(self, column: "_Column", item: Any, by: int) -> None:
        """To the next column on that side where it may go."""
        here = self._lanes.index(column)
        for other in self._lanes[here + 1 :] if by > 0 else reversed(self._lanes[:here]):
            if self._may_move(item, other.key):
                self._ask(item, other)
                return
        announce(self, self.tr("It can't go further in this direction."))

    def _targets(self, column: "_Column", item: Any) -> "Iterator[_Column]":
        return (other for other in self._lanes if other is not column and self._may_move(item, other.key))

    def _offer_moves(self, column: "_Column", item: Any, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open")).triggered.connect(partial(self.opened.emit, item))
        for other in self._targets(column, item):
            action = menu.addAction(self.tr("Move to {column}").format(column=other.title))
            action.triggered.connect(partial(self._ask, item, other))
        offer_at(menu, column.cards, self._card(item).plain(), at)

    def _ask(self, item: Any, column: "_Column", _checked: bool = False) -> None:
        self.follow(item.id)
        self.move_asked.emit(item, column.key)

    def _drag(self, item: Any, at: QPoint) -> None:
        target = self._under(at)
        for column in self._lanes:
            column.set_target(column is target and self._may_move(item, column.key))
        self._ghost.setText(self._card(item).strong)
        self._ghost.adjustSize()
        self._ghost.move(self.mapFromGlobal(at) + QPoint(12, 8))
        self._ghost.show()

    def _drop(self, item: Any, at: QPoint) -> None:
        target = self._under(at)
        self._ghost.hide()
        for column in self._lanes:
            column.set_target(False)
        if target is not None and target.model.row_of(item.id) is None:
            self._ask(item, target)

    def _under(self, at: QPoint) -> "_Column | None":
        return next((one for one in self._lanes if one.geometry().contains(self.mapFromGlobal(at))), None)


class _Column(QFrame):
    def __init__(self, reader: Writer, card: Callable[[Any], Cell]) -> None:
        super().__init__()
        self.key, self.title = "", ""
        self.model = PagedModel(reader, (Column("", card),), self)
        self.cards = CardList(self.model)
        self._is_target = False
        self._title = Text("", Kind.STRONG, on=Role.RAISED)
        self._count = Badge(BadgeValue(""))
        head = QHBoxLayout()
        head.setContentsMargins(8, 4, 8, 4)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 6, 4, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.cards, 1)
        self.model.counted.connect(self._show_count)

    def show_lane(self, lane: Lane) -> None:
        self.key, self.title = lane.key, lane.title
        self._title.setText(lane.title)
        self.cards.setAccessibleName(lane.title)
        self.model.show(lane.listing)

    def set_target(self, is_target: bool) -> None:
        if is_target != self._is_target:
            self._is_target = is_target
            self.update()

    def paintEvent(self, _event: object) -> None:
        with canvas.painter_for(self) as painter:
            line = look.shape(Role.BRAND, Role.RAISED) if self._is_target else look.fill(Role.LINE)
            box = self.rect().toRectF()
            canvas.rounded(painter, box, 10, look.fill(Role.RAISED), line, 2 if self._is_target else 1)

    def _show_count(self, count: int) -> None:
        self._count.set_value(BadgeValue(words.number_text(count)))
        self.cards.setAccessibleDescription(words.number_text(count))
        self.cards.setFocusPolicy(Qt.FocusPolicy.StrongFocus if count else Qt.FocusPolicy.NoFocus)
