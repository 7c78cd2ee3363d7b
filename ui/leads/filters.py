"""What the list of leads is narrowed to: words, stage, source, what is due, and in which order."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from client.said import as_read
from client.saved_filters import LeadFilter
from sync.errors import StreamFlowError
from sync.terms import Stage
from ui import look, record_words, words
from ui.leads.saved import SavedFilterButton
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.columns import Strip
from ui.widgets.search_line import SearchLine
from ui.workplace import Workplace

SORTS = ("newest", "name", "due")


class LeadFilters(QWidget):
    changed = Signal()

    def __init__(self, place: Workplace, failed: Callable[[StreamFlowError], None]) -> None:
        super().__init__()
        self.sources: tuple[str, ...] = ()
        self.search = SearchLine()
        self.stage = Choice((self.tr("All stages"), *(record_words.stage_word(stage) for stage in Stage)))
        self.source = Choice((self.tr("All sources"),))
        self.sort = Choice((self.tr("Newest first"), self.tr("By name"), self.tr("By follow-up")))
        self.due = Button("", icon_name="calendar-days")
        self.due.setCheckable(True)
        self.due.hide()
        self.saved = SavedFilterButton(place.session.lead_filters, place.writer, self.current, failed)
        self._lay_out()
        self._connect()

    @property
    def is_narrow(self) -> bool:
        return not self.current().is_everything

    def current(self) -> LeadFilter:
        return LeadFilter(
            query=self.search.text().strip(),
            stage=self._wanted_stage(),
            source=self._wanted_source(),
            sort=SORTS[self.sort.currentIndex()],
            is_due=self.due.isChecked(),
        )

    def show_filter(self, wanted: LeadFilter) -> None:
        if wanted.source and wanted.source not in self.sources:
            self.offer_sources((*self.sources, wanted.source))
        self.search.setText(wanted.query)
        self.stage.setCurrentIndex(tuple(Stage).index(wanted.stage) + 1 if wanted.stage else 0)
        self.source.setCurrentIndex(self.sources.index(wanted.source) + 1 if wanted.source else 0)
        self.sort.setCurrentIndex(SORTS.index(wanted.sort) if wanted.sort in SORTS else 0)
        self.due.setChecked(wanted.is_due)

    def show_all(self) -> None:
        self.search.clear()
        self.stage.setCurrentIndex(0)
        self.source.setCurrentIndex(0)
        self.due.setChecked(False)

    def show_due(self, count: int) -> None:
        """A button only where somebody waits to be called."""
        self.due.setText(self.tr("To follow up: {count}").format(count=words.number_text(count)))
        self.due.setVisible(bool(count) or self.due.isChecked())

    def offer_sources(self, sources: tuple[str, ...]) -> bool:
        """False where they are the same as before."""
        if sources == self.sources:
            return False
        wanted = self._wanted_source()
        self.sources = sources
        self.source.blockSignals(True)
        self.source.clear()
        self.source.addItems([self.tr("All sources"), *map(as_read, sources)])
        self.source.setCurrentIndex(sources.index(wanted) + 1 if wanted in sources else 0)
        self.source.blockSignals(False)
        return True

    def _wanted_stage(self) -> Stage | None:
        chosen = self.stage.currentIndex()
        return tuple(Stage)[chosen - 1] if chosen > 0 else None

    def _wanted_source(self) -> str | None:
        chosen = self.source.currentIndex()
        return self.sources[chosen - 1] if chosen > 0 else None

    def _connect(self) -> None:
        self.search.textChanged.connect(self.changed)
        for choice in (self.stage, self.source, self.sort):
            choice.currentIndexChanged.connect(self.changed)
        self.due.toggled.connect(self.changed)
        self.saved.chosen.connect(self.show_filter)

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("Name, phone, address…"))
        self.search.setAccessibleName(self.tr("Search leads"))
        self.search.setMinimumWidth(look.px(160))
        for choice, name in (
            (self.stage, self.tr("Stage")),
            (self.source, self.tr("Source")),
            (self.sort, self.tr("Order")),
        ):
            choice.setAccessibleName(name)
        choices = QWidget()
        line = QHBoxLayout(choices)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        for part in (self.stage, self.source, self.sort):
            line.addWidget(part, 1)
        line.addWidget(self.saved)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Strip((self.search, choices), (1, 0), spacing=10))
