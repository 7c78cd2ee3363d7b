"""The list behind the bell: the newest first; opening one reads it."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from client.views import Change, NewsLine
from sync.kinds import Kind
from sync.terms import Happening
from ui import look
from ui.going import may_open, open_record
from ui.news.row import NewsRow
from ui.shell import scrolling
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.overlay import Overlay
from ui.widgets.states import EmptyState, StateValue
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace

_WIDE, _HIGH = 620, 460
_MOST = 50
"""Older ones stay until they are pruned; nobody looks for them here."""


class NewsPanel(Overlay):
    counted = Signal(int)
    """How many are unread."""

    def __init__(self, place: Workplace) -> None:
        title = self.tr("Notifications")
        self._read_all = Button(self.tr("Mark all as read"), ButtonKind.LINK)
        card = Card(title, self._read_all)
        super().__init__(place.shell.ground, title, card)
        self._place = place
        self._rows: list[NewsRow] = []
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self._empty = EmptyState(
            StateValue(
                self.tr("Nothing new"),
                self.tr("You are told here when somebody gives you work, plans it anew or corrects your time."),
                sign="bell",
            )
        )
        self._close = Button(self.tr("Close"))
        self._area = scrolling(self._list)
        self._area.viewport().setAutoFillBackground(False)
        self._list.setAutoFillBackground(False)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        card.add(self._area, 1)
        card.add(self._empty, 1)
        card.add(self._close)
        self._read_all.clicked.connect(self._mark_all)
        self._close.clicked.connect(self.close_it)
        place.bridge.changed.connect(self._on_change)

    @property
    def rows(self) -> tuple[NewsRow, ...]:
        return tuple(self._rows)

    def open_it(self) -> None:
        self.refetch()
        self.open_over(self._close)

    def card_size(self, room: QSize) -> QSize:
        return QSize(look.px(_WIDE), look.px(_HIGH)).boundedTo(room)

    def refetch(self) -> None:
        self._place.reader.do(partial(self._place.session.news.list, _MOST), self._show)
        self.recount()

    def recount(self) -> None:
        unread = self._place.session.news.count_unread()
        self._read_all.setEnabled(unread > 0)
        self.counted.emit(unread)

    def _show(self, lines: tuple[NewsLine, ...]) -> None:
        at = self._focused()
        self._fill(lines)
        self._refocus(at)

    def _fill(self, lines: tuple[NewsLine, ...]) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        now, zone = self._place.now(), self._place.zone
        self._rows = [NewsRow(line, now, zone) for line in lines]
        for place, row in enumerate(self._rows):
            row.open_asked.connect(self._open)
            row.remove_asked.connect(self._remove)
            self._column.insertWidget(place, row)
        self._area.setVisible(bool(self._rows))
        self._empty.setVisible(not self._rows)

    def _focused(self) -> int:
        """Which row the keyboard is on; -1 for none."""
        return next((n for n, row in enumerate(self._rows) if row.open.hasFocus() or row.remove.hasFocus()), -1)

    def _refocus(self, at: int) -> None:
        """Whoever deletes one after the other by keys stays in the list."""
        if at >= 0 and self.isVisible():
            target = self._rows[min(at, len(self._rows) - 1)].open if self._rows else self._close
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, line: NewsLine) -> None:
        place = self._place
        place.writer.do(partial(place.session.news.read, line.id))
        self.close_it()
        if line.kind is Kind.TIMESHEET:
            open_record(place.shell, line.kind, line.record_id)
        elif line.kind is Kind.PUNCH:
            place.shell.show_screen("timesheet")
        elif line.happening is Happening.OVERRULED and self._is_undecided(line):
            place.shell.show_screen("attention")
        elif may_open(place.shell, line.kind) and place.session.search.hit(line.kind, line.record_id):
            open_record(place.shell, line.kind, line.record_id)
        else:
            text = self.tr("{what} is no longer on this device. It may be somebody else's now.")
            place.shell.toast(ToastValue(text.format(what=line.title or self.tr("This record")), sign="info"))

    def _is_undecided(self, line: NewsLine) -> bool:
        return bool(self._place.session.conflicts.of(line.record_id))

    def _remove(self, line: NewsLine) -> None:
        self._place.writer.do(partial(self._place.session.news.remove, line.id))

    def _mark_all(self) -> None:
        self._place.writer.do(self._place.session.news.read_all)

    def _on_change(self, change: Change) -> None:
        if Kind.NOTIFICATION not in change.kinds:
            return
        if self.isVisible():
            self.refetch()
        else:
            self.recount()
