"""The palette over the window: what is typed, and below it what that could mean."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from client.views import SearchHit
from sync.errors import StreamFlowError
from sync.kinds import Kind
from ui import keys, look
from ui.actions import Actions
from ui.announce import announce
from ui.finder.entries import Offer
from ui.finder.listing import EntriesModel, EntriesView
from ui.going import open_record
from ui.keys import Action
from ui.palette import Role
from ui.widgets.card import Card
from ui.widgets.overlay import Overlay
from ui.widgets.search_line import LONGEST
from ui.widgets.text import Text
from ui.workplace import Workplace

_WIDE, _HIGH = 620, 420
_ROUND = 10
"""The list ends above the card's round corners."""
_FOUND = 18
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
}


class Finder(Overlay):
    def __init__(self, place: Workplace, actions: Actions) -> None:
        card = Card(margin=1)
        super().__init__(place.shell.ground, keys.label(Action.PALETTE), card)
        self._place, self._actions = place, actions
        self._offer = Offer((), ())
        self._searched = ""
        self._is_searching = False
        self.search = _Search()
        self.model = EntriesModel()
        self.view = EntriesView(self.model)
        self._none = Text(self.tr("Nothing like that on this device."), wrap=True, ink=Role.MUTED)
        self._none.setMargin(look.px(12))
        card.setContentsMargins(0, 0, 0, _ROUND)
        card.set_spacing(0)
        card.add(self.search)
        card.add(self.view, 1)
        card.add(self._none)
        self._connect()

    def open_it(self) -> None:
        if self.isVisible():
            self.search.selectAll()
            return
        self._offer = Offer(self._actions.screens(), self._actions.commands())
        self._searched = ""
        self.search.clear()
        self.search.has_chosen = False
        self._show_rows()
        self.open_over(self.search)
        self._place.reader.do(self._place.session.recent.hits, self._take_recent)

    def card_size(self, _room: QSize) -> QSize:
        return QSize(look.px(_WIDE), look.px(_HIGH))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._ask)
        self.search.stepped.connect(self._step)
        self.search.returnPressed.connect(self._take)
        self.view.clicked.connect(self._take)

    def _ask(self, _typed: str) -> None:
        """What is already known at once; records as soon as they are found."""
        self._show_rows()
        self._search()

    def _search(self) -> None:
        """One search at a time, and only for what stands there by then."""
        typed = self.search.text().strip()
        if self._is_searching or typed == self._searched:
            return
        self._is_searching = True
        job = partial(self._place.session.search, typed, _FOUND)
        self._place.reader.do(job, partial(self._take_found, typed), self._fail)

    def _take_found(self, typed: str, found: tuple[SearchHit, ...]) -> None:
        self._is_searching, self._searched = False, typed
        self._offer = self._offer.with_found(found)
        self._show_rows()
        self._search()

    def _fail(self, trouble: StreamFlowError) -> None:
        """What can be done is still there; which records there are will show when the file can be read again."""
        self._is_searching, self._searched = False, self.search.text().strip()
        self._none.setText(str(trouble))
        self._show_rows()

    def _take_recent(self, recent: tuple[SearchHit, ...]) -> None:
        self._offer = self._offer.with_recent(recent)
        self._show_rows()

    def _show_rows(self) -> None:
        chosen = self.view.current if self.search.has_chosen else None
        self.model.set_rows(self._offer.rows(self.search.text(), self._open))
        self.view.choose(chosen.id if chosen else "")
        self.view.setVisible(bool(self.model.rows))
        is_certain = self._searched == self.search.text().strip()
        self._none.setVisible(not self.model.rows and is_certain)
        self._tell()

    def _step(self, by: int) -> None:
        self.view.step(by)
        self._tell()

    def _tell(self) -> None:
        current = self.view.current
        self.search.setAccessibleDescription(current.plain() if current else self._none.text())
        if self.isVisible() and current is not None:
            announce(self.search, current.plain())

    def _take(self, _index: QModelIndex | None = None) -> None:
        entry = self.view.current
        if entry is not None:
            self.close_it()
            entry.do()

    def _open(self, kind: Kind, record_id: str) -> None:
        open_record(self._place.shell, kind, record_id)


class _Search(QLineEdit):
    """The arrow keys, and Tab, move in the list below."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.has_chosen = False
        """Whether the arrows have moved since something was typed."""
        self.setMaxLength(LONGEST)
        self.setProperty("bare", True)
        self.setPlaceholderText(self.tr("Search or command…"))
        self.setAccessibleName(self.tr("Search or command"))
        self.textEdited.connect(self._forget_chosen)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _STEPS:
            self.has_chosen = True
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
            return True
        return super().event(event)

    def _forget_chosen(self, _typed: str) -> None:
        self.has_chosen = False
