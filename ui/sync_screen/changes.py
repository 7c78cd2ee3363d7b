"""The changes on their way, as one list: what needs a person, what waits, what was sent last."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import tzinfo
from enum import Enum
from functools import partial

from PySide6.QtCore import QEvent, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QStackedWidget

from client.session import Session
from client.views import Mark, SyncItem
from ui import look, record_words, words
from ui.rows import Row, RowsModel
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.row_buttons import RowButtons
from ui.widgets.states import EmptyState, StateValue
from ui.widgets.table import Cell, TableView

_ACTIONS = 5
_WIDTHS = {2: 90, 3: 150, 4: 84}
_GIVE_WAY = (4, 2, 1)
"""Where there is no room for all: first the tries, then when it was made, then the record."""
_WORDS = 150
"""What a column of words needs."""
MOST = 100
"""Of each state; whoever has more looks at the numbers above."""


class Which(Enum):
    ALL = 0
    WAITING = 1
    SENT = 2


@dataclass(frozen=True)
class Changes:
    items: tuple[SyncItem, ...]
    which: Which


def read_changes(session: Session, which: Which) -> Changes:
    """On the reader's thread."""
    attention = session.sync.attention(limit=MOST) if which is Which.ALL else ()
    waiting = session.sync.waiting(limit=MOST) if which is not Which.SENT else ()
    sent = session.sync.sent(limit=MOST) if which is not Which.WAITING else ()
    return Changes((*attention, *waiting, *sent), which)


class ChangesCard(Card):
    undo_asked = Signal(object)
    """views.SyncItem."""
    retry_asked = Signal(object)
    open_asked = Signal(object)
    wanted = Signal(object)
    """Which."""

    def __init__(self, zone: tzinfo) -> None:
        self.which = Choice((self.tr("All changes"), self.tr("Waiting"), self.tr("Sent")))
        super().__init__(self.tr("Changes"), self.which, margin=14)
        self.which.setAccessibleName(self.tr("Which changes"))
        self._zone = zone
        self._items: tuple[SyncItem, ...] = ()
        titles = (self.tr("Change"), self.tr("Record"), self.tr("Made"), self.tr("State"), self.tr("Tries"), "")
        self.model = RowsModel(titles)
        self.table = TableView(self.tr("Changes"), holds_buttons=True)
        self.table.setModel(self.model)
        self._stack = QStackedWidget()
        self.rows = RowButtons(self.table, _ACTIONS)
        self._stack.addWidget(self.rows)
        self._stack.addWidget(
            EmptyState(
                StateValue(
                    self.tr("Nothing to send"),
                    self.tr("What you save shows here until the server has it, and for a while after."),
                    sign="circle-check",
                )
            )
        )
        self._lay_out()
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._give_way()

    def show_changes(self, changes: Changes) -> None:
        selected = self._selected()
        self._items = changes.items
        rows = tuple(Row(item.key, self._cells(item)) for item in changes.items)
        self._stack.setCurrentIndex(0 if rows else 1)
        if rows == self.model.rows:
            return  # the buttons stay, and with them the focus
        if self.model.set_rows(rows):
            position = self.model.position(selected.key if selected else None)
            if position is not None:
                self.table.selectRow(position)
        self.rows.put(map(self._buttons, self._items))
        self._give_way()

    def _give_way(self) -> None:
        needs = {column: look.px(_WIDTHS.get(column, _WORDS)) for column in range(_ACTIONS)}
        free = self.table.viewport().width() - self.table.columnWidth(_ACTIONS) - sum(needs.values())
        for column in _GIVE_WAY:
            self.table.setColumnHidden(column, free < 0)
            free += needs[column] if free < 0 else 0

    def _cells(self, item: SyncItem) -> tuple[Cell, ...]:
        state = record_words.mark_badge(item.mark)
        return (
            Cell(strong=item.what),
            Cell(item.subject),
            Cell(words.time_text(item.made_at, self._zone), is_muted=True),
            Cell(badges=(state,)),
            Cell(f"{item.tries}" if item.tries else "–", is_muted=True),
            Cell(),
        )

    def _selected(self) -> SyncItem | None:
        row = self.table.currentIndex().row()
        return self._items[row] if 0 <= row < len(self._items) else None

    def _buttons(self, item: SyncItem) -> Iterator[Button]:
        """What can be done about this change, in its row."""
        for text, asked in self._choices(item):
            button = Button(text)
            button.setAccessibleName(f"{text}: {item.what}")
            button.clicked.connect(partial(asked.emit, item))
            yield button

    def _choices(self, item: SyncItem) -> Iterator[tuple[str, SignalInstance]]:
        if item.mark is Mark.NEEDS_ATTENTION:
            yield self.tr("Look at it"), self.open_asked
            if item.cause is None:
                yield self.tr("Retry"), self.retry_asked
        elif item.can_undo:
            yield self.tr("Undo"), self.undo_asked

    def _ask_open(self) -> None:
        if (item := self._selected()) is not None:
            self.open_asked.emit(item)

    def _connect(self) -> None:
        self.table.opened.connect(self._ask_open)
        self.which.currentIndexChanged.connect(lambda chosen: self.wanted.emit(Which(chosen)))

    def _lay_out(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        self.table.set_widths(_WIDTHS)
        self._stack.setMinimumHeight(look.px(200))
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.add(self._stack, 1)
