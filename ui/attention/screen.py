"""The items that need a person, each held one under its cause, with what can be done about it; and what is put away."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from client.session import Session
from client.views import Change, Review, SyncItem
from sync.errors import StreamFlowError
from sync.kinds import Kind
from sync.language import translate
from ui import look
from ui.attention.panel import AttentionPanel
from ui.attention.put_away import Bin, DeletedBin, MissingBin, PutAway, TrashBin, read_put_away
from ui.attention.review import ReviewPanel
from ui.drafts import Typed
from ui.keys import Action, hint
from ui.live import LivePage
from ui.page import PageTop, page_layout
from ui.reading import Reading
from ui.rows import Row, RowsModel
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.states import EmptyState, StateValue
from ui.widgets.table import Cell, TableView
from ui.workplace import Workplace

_MOST = 500


Entry = SyncItem | Review
_AnyBin = TypeVar("_AnyBin", bound=Bin)


@dataclass(frozen=True)
class Lists:
    attention: tuple[Entry, ...]
    put_away: PutAway


def read_lists(session: Session) -> Lists:
    """On the reader's thread."""
    troubles = under_causes(session.sync.attention(limit=_MOST))
    return Lists((*troubles, *session.conflicts.reviews()), read_put_away(session))


def under_causes(items: tuple[SyncItem, ...]) -> tuple[SyncItem, ...]:
    """Each held item right below the one it waits for, however deep."""
    keys = {item.key for item in items}
    behind: dict[str, list[SyncItem]] = {}
    for item in items:
        if item.cause in keys:
            behind.setdefault(str(item.cause), []).append(item)
    ordered: list[SyncItem] = []
    rest = [item for item in reversed(items) if item.cause not in keys]
    while rest:
        item = rest.pop()
        ordered.append(item)
        rest.extend(reversed(behind.get(item.key, ())))
    return tuple(ordered)


class AttentionScreen(LivePage):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place.bridge, frozenset(Kind))
        self._place = place
        self.items: tuple[Entry, ...] = ()
        self._open: Entry | None = None
        self._reading = Reading(place.reader, self._take, self._fail)
        self._wants_next = False
        self._troubles_tab = Button(self.tr("To decide"))
        self._trash_tab = Button(self.tr("Trash"), icon_name="trash-2")
        self._deleted_tab = Button(self.tr("Deleted"))
        self._missing_tab = Button(self.tr("Set aside"))
        tabs = (self._troubles_tab, self._trash_tab, self._deleted_tab, self._missing_tab)
        self._top = PageTop(self.tr("Needs attention"), tabs)
        self._model = RowsModel((self.tr("What"),))
        self.table = _table(self.tr("Needs attention"), self._model)
        self._put_away = PutAway((), (), ())
        self._bins: list[Bin] = []
        self._pane = _Pane()
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()

    @cached_property
    def panel(self) -> AttentionPanel:
        """Like the others below: what nobody asks for is not built."""
        panel = AttentionPanel(self._place)
        panel.done.connect(self.refresh)
        panel.item_asked.connect(self.show_item)
        self._pane.addWidget(panel)
        return panel

    @cached_property
    def review(self) -> ReviewPanel:
        review = ReviewPanel(self._place)
        review.done.connect(self.refresh)
        review.later_asked.connect(self.next_item)
        self._pane.addWidget(review)
        return review

    @cached_property
    def trash(self) -> TrashBin:
        return self._put_in(TrashBin(self._place))

    @cached_property
    def deleted(self) -> DeletedBin:
        return self._put_in(DeletedBin(self._place))

    @cached_property
    def missing(self) -> MissingBin:
        return self._put_in(MissingBin(self._place))

    @property
    def open_key(self) -> str | None:
        """Of the entry that is open."""
        return _key(self._open) if self._open else None

    def next_item(self) -> None:
        """The one after the one that is open; from the last on to the first."""
        self._troubles_tab.click()
        if not self.items:
            self._wants_next = True
            self.refresh()
            return
        position = self._model.position(self.open_key)
        self.table.selectRow(0 if position is None else (position + 1) % len(self.items))
        self.table.setFocus()

    def show_item(self, key: str) -> None:
        position = self._model.position(key)
        if position is not None:
            self.table.selectRow(position)

    def go_on(self, typed: Typed) -> bool:
        """Read here and now, since the list may not be there yet."""
        self._troubles_tab.click()
        self._take(read_lists(self._place.session))
        self.show_item(typed.record)
        return self.open_key == typed.record

    def refetch(self) -> None:
        self._reading.ask(partial(read_lists, self._place.session))

    def is_touched(self, _change: Change) -> bool:
        return True

    def _take(self, lists: Lists) -> None:
        self._show_troubles(lists.attention)
        self._show_put_away(lists.put_away)
        self._top.set_count(len(lists.attention), self.tr("Number of changes that need you"))
        if self._wants_next and self.items:
            self._wants_next = False
            self.next_item()

    def _fail(self, trouble: StreamFlowError) -> None:
        text = self.tr("{trouble} Nothing was changed.").format(trouble=trouble)
        self._place.shell.tell_trouble(text)

    def _show_troubles(self, items: tuple[Entry, ...]) -> None:
        open_key = self.open_key
        before = self._model.position(open_key) or 0
        self.items = items
        self._model.set_rows(tuple(Row(_key(item), (_cell(item),)) for item in items))
        self._troubles.setCurrentIndex(0 if items else 1)
        if not items:
            self._open = None
            return
        position = self._model.position(open_key)
        row = min(before, len(items) - 1) if position is None else position
        if self.table.currentIndex().row() != row:
            self.table.selectRow(row)
        self._show(items[row])

    def _show(self, entry: Entry) -> None:
        self._open = entry
        if isinstance(entry, Review):
            self.review.show_review(entry)
            self._pane.setCurrentWidget(self.review)
        else:
            self.panel.show_item(entry)
            self._pane.setCurrentWidget(self.panel)

    def _show_put_away(self, put_away: PutAway) -> None:
        self._put_away = put_away
        for one in self._bins:
            one.show_put_away(put_away)
        self._deleted_tab.setVisible(bool(self._place.session.deleted.kinds))
        self._missing_tab.setVisible(bool(put_away.missing) or self._missing_tab.isChecked())

    def _put_in(self, made: _AnyBin) -> _AnyBin:
        made.done.connect(self.refresh)
        made.show_put_away(self._put_away)
        self._bins.append(made)
        self._body.addWidget(made)
        return made

    def _choose(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.items):
            self._show(self.items[row])

    def _turn_to(self, page: Callable[[], QWidget], is_on: bool) -> None:
        if is_on:
            self._body.setCurrentWidget(page())

    def _connect(self) -> None:
        pages: tuple[tuple[Button, Callable[[], QWidget]], ...] = (
            (self._troubles_tab, lambda: self._troubles),
            (self._trash_tab, lambda: self.trash),
            (self._deleted_tab, lambda: self.deleted),
            (self._missing_tab, lambda: self.missing),
        )
        for tab, page in pages:
            tab.setCheckable(True)
            tab.setAutoExclusive(True)
            tab.toggled.connect(partial(self._turn_to, page))
        self._troubles_tab.setChecked(True)
        self._missing_tab.hide()
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self._place.bridge.status_changed.connect(self.refresh)

    def _lay_out(self) -> None:
        card = Card(margin=4)
        card.setMinimumWidth(look.px(250))
        card.add(self.table, 1)
        calm = StateValue(
            self.tr("Nothing needs you"),
            self.tr("When the server can't take something, it waits here with what happened and what you can do. "
                    "{key} brings you to it.").format(key=hint(Action.NEXT_ATTENTION)),
            sign="circle-check",
        )  # fmt: skip
        self._troubles = _either(Columns((card, self._pane), (2, 3)), calm)
        page = page_layout(self)
        page.addWidget(self._top)
        page.addWidget(self._body, 1)
        self._body.addWidget(self._troubles)


class _Pane(QStackedWidget):
    """As large as the page in sight needs, not as the largest."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown else QSize()

    def sizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.sizeHint() if shown else QSize()


def _key(entry: Entry) -> str:
    return entry.record_id if isinstance(entry, Review) else entry.key


def _cell(item: Entry) -> Cell:
    if isinstance(item, Review):
        return Cell(item.subject, strong=translate("AttentionScreen", "Two people changed this"))
    lead = "↳ " if item.cause else ""
    return Cell(item.subject, strong=f"{lead}{item.what}")


def _table(name: str, model: RowsModel) -> TableView:
    made = TableView(name)
    made.setModel(model)
    made.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return made


def _either(full: QWidget, empty: StateValue) -> QStackedWidget:
    made = QStackedWidget()
    made.addWidget(full)
    card = Card()
    column = QVBoxLayout()
    column.addWidget(EmptyState(empty))
    card.add(column)
    made.addWidget(card)
    return made
