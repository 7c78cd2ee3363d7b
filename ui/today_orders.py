"""Today's work orders: where to go, how far it is, and Start."""

from collections.abc import Iterator
from datetime import date, datetime, tzinfo
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView

from client.views import Mark, WorkOrderLine
from sync.terms import Status
from ui import look, words
from ui.list_view import room_for_all
from ui.record_words import day_word, plan_badge, status_badge
from ui.rows import Row, RowsModel
from ui.sync_words import MARKS
from ui.widgets.badge import sync_badge
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.row_buttons import RowButtons
from ui.widgets.states import EmptyState, StateValue
from ui.widgets.table import Cell, TableView

_STARTABLE = frozenset({Status.ASSIGNED, Status.EN_ROUTE, Status.IN_PROGRESS, Status.ON_HOLD})
_WHEN, _WHERE, _STATE, _ACTION = 0, 2, 3, 4
_WIDTHS = {_WHEN: 90, _WHERE: 170, _STATE: 260}
_DAYS_WIDTH = 120
"""Of the first column, where something of another day is under way."""
_BUTTON = 100
_AT_ONCE = 15
"""Each row's button is a part of the window; who has more to do in a day asks for more."""
_TITLE = 300
"""What most titles need."""


class TodayOrders(Card):
    start_asked = Signal(object)
    """views.WorkOrderLine."""
    open_asked = Signal(str)

    def __init__(self, zone: tzinfo) -> None:
        super().__init__(margin=7)
        self._zone = zone
        self._orders: tuple[WorkOrderLine, ...] = ()
        self._current: str | None = None
        self._today = date.min
        self._most = _AT_ONCE
        self._shown: object = None
        self._model = RowsModel((self.tr("When"), self.tr("Work order"), self.tr("Where"), self.tr("Status"), ""))
        self._table = self._make_table()
        self._rows = RowButtons(self._table, _ACTION)
        self._more = Button("", ButtonKind.LINK)
        self._more.hide()
        self._empty = EmptyState(self._nothing())
        self._more.clicked.connect(self._show_more)
        self.add(self._rows)
        self.add(self._more)
        self.add(self._empty)

    def show_orders(
        self, orders: tuple[WorkOrderLine, ...], current: str | None, today: date, coming: StateValue | None = None
    ) -> None:
        """`current` = the job that the clock runs on; `coming` is said where there are none yet."""
        self._orders, self._current, self._today = orders, current, today
        self._empty.set_value(coming or self._nothing())
        self._show_rows()

    def _nothing(self) -> StateValue:
        hint = self.tr("What the office plans for you shows here by itself.")
        return StateValue(self.tr("No work orders today"), hint)

    def _show_more(self) -> None:
        next_one = self._orders[self._most].id
        self._most += _AT_ONCE
        self._show_rows()
        self._table.selectRow(self._model.position(next_one) or 0)
        self._table.setFocus()

    def _show_rows(self) -> None:
        shown, current = self._in_sight(), self._current
        wanted = (shown, current, len(self._orders), self._today)
        if wanted == self._shown:
            return
        self._shown = wanted
        self._model.set_rows(tuple(self._row(order) for order in shown))
        self._rows.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._rows.put(self._buttons(order, current) for order in shown)
        self._offer_more(len(self._orders) - len(shown))
        self._fit()
        position = self._model.position(current)
        if position is not None:
            self._table.selectRow(position)
        else:
            self._table.clearSelection()

    def _in_sight(self) -> tuple[WorkOrderLine, ...]:
        """What runs is never among those that are asked for first."""
        shown, rest = self._orders[: self._most], self._orders[self._most :]
        return tuple(order for order in rest if order.id == self._current) + shown

    def _offer_more(self, left: int) -> None:
        self._more.setText(self.tr("Show more ({left})").format(left=words.number_text(left)))
        self._more.setVisible(left > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _give_way(self) -> None:
        """To the title: first goes the address, which is in the work order, then what no row's badges fill."""
        starts = (order.scheduled_start for order in self._in_sight())
        widths = _WIDTHS | {_WHEN: _DAYS_WIDTH} if any(at and not self._is_today(at) for at in starts) else _WIDTHS
        left = self.width() / look.current().scale - sum(widths.values()) - _BUTTON - _TITLE
        self._table.setColumnHidden(_WHERE, left < 0)
        if left + widths[_WHERE] < 0:
            rooms = (room_for_all(row.cells[_STATE].badges) for row in self._model.rows)
            widths = widths | {_STATE: max(rooms, default=0)}
        self._table.set_widths(widths)

    def _make_table(self) -> TableView:
        table = TableView(self.tr("Today's work orders"), holds_buttons=True)
        table.setModel(self._model)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.opened.connect(self._open)
        return table

    def _row(self, order: WorkOrderLine) -> Row:
        badges = [status_badge(order.status)]
        if order.plan_change is not None:
            badges.append(plan_badge())
        if order.mark is not Mark.SENT:
            badges.append(sync_badge(MARKS[order.mark]))
        where = order.address or order.customer
        what, state = Cell(order.title, order.number), Cell(badges=tuple(badges))
        cells = (Cell(self._when(order.scheduled_start)), what, Cell(where), state, Cell())
        return Row(order.id, cells)

    def _when(self, start: datetime | None) -> str:
        """The time, or of what is under way from another day that day."""
        if start is None:
            return "–"
        local = start.astimezone(self._zone)
        return words.time_text(local) if self._is_today(start) else day_word(local.date(), self._today)

    def _is_today(self, start: datetime) -> bool:
        return start.astimezone(self._zone).date() == self._today

    def _buttons(self, order: WorkOrderLine, current: str | None) -> Iterator[Button]:
        if order.status not in _STARTABLE or order.id == current:
            return
        button = Button(self.tr("Go on") if order.status is Status.IN_PROGRESS else self.tr("Start"))
        button.setAccessibleName(f"{button.text()} {order.label}")
        button.clicked.connect(partial(self.start_asked.emit, order))
        yield button

    def _fit(self) -> None:
        """As high as its rows: the page scrolls, not the table in it."""
        self._give_way()
        header = self._table.horizontalHeader().sizeHint().height()
        self._table.setFixedHeight(header + self._table.row_height * len(self._model.rows) + 2)

    def _open(self, index: QModelIndex) -> None:
        self.open_asked.emit(self._model.rows[index.row()].id)
