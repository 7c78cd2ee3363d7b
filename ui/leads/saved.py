"""Filters that were kept: one press brings one back. A filter is called what it asks for, so nobody has to name it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from client.said import as_read
from client.saved_filters import LeadFilter, SavedFilters
from sync.errors import StreamFlowError
from sync.language import translate
from ui import record_words
from ui.widgets.button import Button
from ui.widgets.menu import offer
from ui.writer import Writer


class SavedFilterButton(Button):
    chosen = Signal(object)
    """client.saved_filters.LeadFilter."""

    def __init__(
        self,
        saved: SavedFilters,
        writer: Writer,
        current: Callable[[], LeadFilter],
        failed: Callable[[StreamFlowError], None],
    ) -> None:
        super().__init__("", icon_name="filter")
        self.setAccessibleName(self.tr("Saved filters"))
        self.setToolTip(self.accessibleName())
        self._saved, self._writer, self._current, self._failed = saved, writer, current, failed
        self.menu_shown: QMenu | None = None
        self.clicked.connect(self._open)

    def _open(self) -> None:
        kept, now = self._saved.all(), self._current()
        menu = self.menu_shown = QMenu(self)
        for wanted in kept:
            menu.addAction(_plain(filter_text(wanted))).triggered.connect(partial(self._choose, wanted))
        if kept:
            menu.addSeparator()
        if now.is_everything:
            menu.addAction(self.tr("Search or filter first, then keep it here")).setEnabled(False)
        elif now not in kept:
            keep = menu.addAction(self.tr("Keep this filter: {filter}").format(filter=_plain(filter_text(now))))
            keep.triggered.connect(partial(self._do, self._saved.save, now))
        else:
            forget = menu.addAction(self.tr("Forget this filter"))
            forget.triggered.connect(partial(self._do, self._saved.forget, now))
        offer(menu, self)

    def _choose(self, wanted: LeadFilter, _checked: bool = False) -> None:
        self.chosen.emit(wanted)

    def _do(self, do: Callable[[LeadFilter], None], wanted: LeadFilter, _checked: bool = False) -> None:
        self._writer.do(partial(do, wanted), failed=self._failed)


def filter_text(wanted: LeadFilter) -> str:
    """ "Quoted · Web · “orchard”"."""
    stage = record_words.stage_word(wanted.stage) if wanted.stage else ""
    due = translate("leads", "To follow up") if wanted.is_due else ""
    words = f"“{wanted.query}”" if wanted.query else ""
    return " · ".join(part for part in (due, stage, as_read(wanted.source or ""), words) if part) or record_words.NONE


def _plain(text: str) -> str:
    """An ampersand would mark a key in a menu."""
    return text.replace("&", "&&")
