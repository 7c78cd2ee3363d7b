"""The items that need a person, each held one under its cause, with what can be done about it; and the trash."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from client.session import Session
from client.views import Change, Review, SyncItem
from sync.errors import StreamFlowError
from sync.records import Kind
from ui import look, words
from ui.attention.panel import AttentionPanel
from ui.attention.review import ReviewPanel
from ui.keys import Action, hint
from ui.live import LivePage
from ui.page import PageTop, page_layout
from ui.rows import Row, RowsModel
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.states import EmptyState, StateValue
from ui.widgets.table import Cell, TableView
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace

_MOST = 500
_TROUBLES, _TRASH = range(2)


Entry = SyncItem | Review


@dataclass(frozen=True)
class Lists:
    attention: tuple[Entry, ...]
    trash: tuple[SyncItem, ...]


def read_lists(session: Session) -> Lists:
    """On the reader's thread."""
    troubles = under_causes(session.sync.attention(limit=_MOST))
    return Lists((*troubles, *session.conflicts.reviews()), session.sync.trash(limit=_MOST))


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
        self._trash: tuple[SyncItem, ...] = ()
        self._is_reading = False
        self._is_outdated = False
        self._wants_next = False
        self._troubles_tab = Button(self.tr("To decide"))
        self._trash_tab = Button(self.tr("Trash"), icon_name="trash-2")
        self._top = PageTop(self.tr("Needs attention"), (self._troubles_tab, self._trash_tab))
        self._model = RowsModel((self.tr("What"),))
        self.table = _table(self.tr("Needs attention"), self._model)
        self._trash_model = RowsModel((self.tr("What"), self.tr("Record"), self.tr("Why")))
        self.trash_table = _table(self.tr("Trash"), self._trash_model)
        self._restore = Button(self.tr("Bring back"), ButtonKind.PRIMARY, icon_name="undo-2")
        self.panel = AttentionPanel(place)
        self.review = ReviewPanel(place)
        self._pane = _Pane()
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def open_key(self) -> str | None:
        """Of the entry that is open."""
        return _key(self._open) if self._open else None

    def next_item(self) -> None:
        """The one after the one that is open; from the last on to the first."""
        self._body.setCurrentIndex(_TROUBLES)
        self._troubles_tab.setChecked(True)
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

    def refetch(self) -> None:
        self._is_outdated = True
        if not self._is_reading:
            self._read()

    def is_touched(self, _change: Change) -> bool:
        return True

    def _read(self) -> None:
        self._is_outdated, self._is_reading = False, True
        self._place.reader.do(partial(read_lists, self._place.session), self._take, self._fail)

    def _take(self, lists: Lists) -> None:
        self._is_reading = False
        self._show_troubles(lists.attention)
        self._show_trash(lists.trash)
        self._top.set_count(len(lists.attention), self.tr("Number of changes that need you"))
        if self._wants_next and self.items:
            self._wants_next = False
            self.next_item()
        if self._is_outdated:
            self._read()

    def _fail(self, trouble: StreamFlowError) -> None:
        self._is_reading = False
        text = self.tr("{trouble} Nothing was changed.").format(trouble=trouble)
        self._place.shell.toast(ToastValue(text, sign="triangle-alert", seconds=20))

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

    def _show_trash(self, items: tuple[SyncItem, ...]) -> None:
        self._trash = items
        self._trash_model.set_rows(
            tuple(
                Row(item.key, (Cell(strong=item.what), Cell(item.subject), Cell(self._why(item), is_muted=True)))
                for item in items
            )
        )
        self._bin.setCurrentIndex(0 if items else 1)
        self._allow()

    def _why(self, item: SyncItem) -> str:
        if item.settled_at is None:
            return item.reason
        local = item.settled_at.astimezone(self._place.zone)
        return f"{item.reason} {words.weekday_text(local.date())} {words.time_text(local)}"

    def _choose(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.items):
            self._show(self.items[row])

    def _allow(self) -> None:
        self._restore.setEnabled(0 <= self.trash_table.currentIndex().row() < len(self._trash))

    def _bring_back(self) -> None:
        row = self.trash_table.currentIndex().row()
        if 0 <= row < len(self._trash):
            job = partial(self._place.session.sync.restore, self._trash[row].key)
            self._place.writer.do(job, self._brought_back)

    def _brought_back(self, _nothing: object) -> None:
        self._place.shell.toast(ToastValue(self.tr("Brought back, saved on this device and sent again.")))
        self.refresh()

    def _connect(self) -> None:
        for tab, position in ((self._troubles_tab, _TROUBLES), (self._trash_tab, _TRASH)):
            tab.setCheckable(True)
            tab.setAutoExclusive(True)
            tab.clicked.connect(partial(self._body.setCurrentIndex, position))
        self._troubles_tab.setChecked(True)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.trash_table.selectionModel().currentRowChanged.connect(self._allow)
        self._restore.clicked.connect(self._bring_back)
        self.panel.done.connect(self.refresh)
        self.review.done.connect(self.refresh)
        self.review.later_asked.connect(self.next_item)
        self.panel.item_asked.connect(self.show_item)
        self._place.bridge.status_changed.connect(self.refresh)

    def _lay_out(self) -> None:
        card = Card(margin=4)
        card.setMinimumWidth(look.px(250))
        card.add(self.table, 1)
        self._pane.addWidget(self.panel)
        self._pane.addWidget(self.review)
        calm = StateValue(
            self.tr("Nothing needs you"),
            self.tr("When the server can't take something, it waits here with what happened and what you can do. "
                    "{key} brings you to it.").format(key=hint(Action.NEXT_ATTENTION)),
            sign="circle-check",
        )  # fmt: skip
        self._troubles = _either(Columns((card, self._pane), (2, 3)), calm)
        bin_card = Card(margin=14)
        bin_card.add(self.trash_table, 1)
        line = QHBoxLayout()
        line.addWidget(self._restore)
        line.addStretch(1)
        bin_card.add(line)
        nothing = StateValue(
            self.tr("The trash is empty"),
            self.tr("What you discard or undo stays here for 30 days and can be brought back."),
            sign="trash-2",
        )
        self._bin = _either(bin_card, nothing)
        self._body.addWidget(self._troubles)
        self._body.addWidget(self._bin)
        page = page_layout(self)
        page.addWidget(self._top)
        page.addWidget(self._body, 1)


class _Pane(QStackedWidget):
    """As large as the page in sight needs, not as the largest."""

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
        return Cell(item.subject, strong=QCoreApplication.translate("AttentionScreen", "Two people changed this"))
    lead = "↳ " if item.cause else ""
    return Cell(item.subject, strong=f"{lead}{item.what}")


def _table(name: str, model: RowsModel) -> TableView:
    made = TableView(name)
    made.setModel(model)
    made.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    if model.columnCount() > 1:
        made.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        made.setColumnWidth(2, look.px(190))
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
