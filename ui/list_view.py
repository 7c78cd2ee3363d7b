"""A long list in a card: the table, or what is there instead while it loads, is empty or could not be read."""

from collections.abc import Callable, Iterable, Sequence
from math import ceil

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QWidget

from sync.errors import StreamFlowError
from ui import look
from ui.arriving import enter
from ui.paged import Column, Listing, PagedModel
from ui.widgets.badge import BadgeValue, badge_size
from ui.widgets.card import Card
from ui.widgets.states import EmptyState, ErrorState, LoadingState, StateValue
from ui.widgets.table import BADGE_GAP, PAD, TableView
from ui.writer import Writer

_SHOW_LOADING_AFTER = 150
"""Usually the first page is there before anybody would notice that it was not."""


class ListTable(TableView):
    """Columns share the width by weight; the less needed ones go where it is narrow."""

    def __init__(self, name: str, model: PagedModel) -> None:
        super().__init__(name)
        self._model = model
        self.setModel(model)
        model.filled.connect(self.fit)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(look.px(40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        room = self.viewport().width()
        columns = self._model.columns
        shown = [column for column in columns if look.px(self._needs(column)) <= room]
        shares = sum(column.share for column in shown)
        left = max(0, room - sum(look.px(column.least) for column in shown))
        for position, column in enumerate(columns):
            self.setColumnHidden(position, column not in shown)
            if column in shown:
                self.setColumnWidth(position, look.px(column.least) + left * column.share // shares)

    def _needs(self, column: Column) -> int:
        return column.needs if self._model.is_filled(column) else max(column.needs, column.empty_needs)


def room_for(badges: Iterable[BadgeValue]) -> int:
    """At the usual size of letters: a state that people look for is never cut, in any language."""
    return max(room_for_all((badge,)) for badge in badges)


def room_for_all(badges: Sequence[BadgeValue]) -> int:
    """Side by side."""
    between = BADGE_GAP * (len(badges) - 1)
    return ceil(sum(badge_size(badge).width() for badge in badges) / look.current().scale) + between + 2 * PAD


class ListView(Card):
    """`chosen` and `opened` give the item of a row; both wait until the row has been read. `empty` is asked for what to
    say while there is nothing."""

    chosen = Signal(object)
    opened = Signal(object)
    counted = Signal(int)
    empty_action_asked = Signal()

    def __init__(self, name: str, columns: tuple[Column, ...], reader: Writer, empty: Callable[[], StateValue]) -> None:
        super().__init__(margin=4)
        self.setAccessibleName(name)
        self.model = PagedModel(reader, columns, self)
        self.table = ListTable(name, self.model)
        self._selected = ""
        self._stack = QStackedWidget()
        self.add(self._stack, 1)
        self._nothing = QWidget()
        self._loading = LoadingState(self.tr("Reading…"))
        for part in (self.table, self._nothing, self._loading):
            self._stack.addWidget(part)
        self._instead: QWidget | None = None
        self._empty = empty
        self._stack.setCurrentWidget(self._nothing)
        self.table.opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.model.counted.connect(self._show_rows)
        self.model.failed.connect(self._show_trouble)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._show_loading)

    def show_listing(self, listing: Listing) -> None:
        if self._stack.currentWidget() is self._nothing:
            self._patience.start(_SHOW_LOADING_AFTER)
        self.model.show(listing)
        self.table.scrollToTop()

    def enter(self) -> None:
        """With the keys, at the first row where none is current."""
        if self.isVisible() and self.model.rowCount():
            enter(self.table)

    def select(self, record_id: str) -> None:
        """Marks a record's row, now or when it has been read; does not tell `chosen`."""
        self._selected = record_id
        self._mark_selected()

    def _choose(self, index: QModelIndex) -> None:
        item = self.model.item(index.row()) if index.isValid() else None
        if item is not None and item.id != self._selected:
            self._selected = item.id
            self.chosen.emit(item)

    def _open(self, index: QModelIndex) -> None:
        item = self.model.item(index.row())
        if item is not None:
            self.opened.emit(item)

    def _show_rows(self, count: int) -> None:
        self._patience.stop()
        if count:
            self._show_instead(None)
            self._mark_selected()
        else:
            self._show_empty()
        self.counted.emit(count)

    def _show_empty(self) -> None:
        if isinstance(self._instead, EmptyState):
            self._instead.set_value(self._empty())
            self._stack.setCurrentWidget(self._instead)
            return
        state = EmptyState(self._empty())
        state.action_asked.connect(self.empty_action_asked)
        self._show_instead(state)

    def _show_trouble(self, trouble: StreamFlowError) -> None:
        self._patience.stop()
        state = ErrorState(
            StateValue(
                self.tr("The list can't be read"),
                self.tr("{trouble} Nothing was changed.").format(trouble=trouble),
                self.tr("Try again"),
                "octagon-alert",
            )
        )
        state.action_asked.connect(self.model.refetch)
        self._show_instead(state)

    def _show_loading(self) -> None:
        self._stack.setCurrentWidget(self._loading)

    def _show_instead(self, state: QWidget | None) -> None:
        if self._instead is not None:
            self._stack.removeWidget(self._instead)
            self._instead.deleteLater()
        self._instead = state
        if state is not None:
            self._stack.addWidget(state)
        self._stack.setCurrentWidget(state or self.table)

    def _mark_selected(self) -> None:
        row = self.model.row_of(self._selected) if self._selected else None
        selection = self.table.selectionModel()
        if row is None:
            selection.clear()
            return
        if selection.currentIndex().row() != row or not selection.isRowSelected(row):
            self.table.selectRow(row)
