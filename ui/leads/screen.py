"""The leads screen: search and filters over a list of any length, one lead beside it, files on request."""

from functools import partial

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from client.saved_filters import LeadFilter
from client.views import Change, Duplicate, LeadLine
from sync.errors import StreamFlowError
from sync.records import Kind, Stage
from ui import keys, look, record_words
from ui.going import may_open, open_record, remember
from ui.keys import Action
from ui.leads.columns import COLUMNS
from ui.leads.draft import NEW
from ui.leads.import_panel import ImportPanel
from ui.leads.inspector import LeadInspector
from ui.leads.saved import SavedFilterButton
from ui.leads.stages import StageBoard
from ui.list_view import ListView
from ui.live import LivePage
from ui.page import PageTop, clear_area, page_layout
from ui.paged import Listing
from ui.undoing import offer_undo
from ui.widgets.banner import Banner, BannerValue
from ui.widgets.button import Button, ButtonKind
from ui.widgets.choice import Choice
from ui.widgets.columns import Columns
from ui.widgets.states import EmptyState, StateValue
from ui.widgets.switch import Switch
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace

_SORTS = ("newest", "name")


class LeadsScreen(LivePage):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place.bridge, frozenset({Kind.LEAD, Kind.NOTE, Kind.ATTACHMENT}))
        self._place = place
        self._sources: tuple[str, ...] = ()
        self.search = QLineEdit()
        self._stage = Choice((self.tr("All stages"), *(record_words.stage_word(stage) for stage in Stage)))
        self._source = Choice((self.tr("All sources"),))
        self._sort = Choice((self.tr("Newest first"), self.tr("By name")))
        self.new_button = Button(self.tr("New lead"), ButtonKind.PRIMARY, key=Action.NEW, icon_name="plus")
        self._import_button = Button(self.tr("Import…"))
        self.views = Switch((self.tr("List"), self.tr("Board")), self.tr("How to look at them"))
        self._top = PageTop(self.tr("Leads"), (self.views, self._import_button, self.new_button))
        self.saved = SavedFilterButton(place.session.lead_filters, place.writer, self._current_filter, self._tell)
        self.board = StageBoard(place)
        self._looks = QStackedWidget()
        self._unsaved = Banner(BannerValue("", action=self.tr("Open"), sign="pencil"))
        self.list = ListView(self.tr("Leads"), COLUMNS, place.reader, self._empty())
        self.inspector = LeadInspector(place)
        self.import_panel = ImportPanel(place)
        self._beside = QStackedWidget()
        self._import_area = clear_area(self.import_panel)
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_listing()

    @property
    def has_unsaved(self) -> bool:
        """Whether something was typed that is nowhere else."""
        return bool(self.inspector.unsaved)

    def show_view(self, position: int) -> None:
        """The list with one lead beside it, or the stages as columns."""
        self.views.show_chosen(position)
        self._looks.setCurrentIndex(position)
        self._stage.setVisible(position == 0)
        self._show_listing()

    def new(self) -> None:
        self._go_to_list()
        self.list.select("")
        self._beside.setCurrentWidget(self.inspector)
        self.inspector.show_new()

    def open(self, lead_id: str) -> None:
        self._go_to_list()
        if self.inspector.show_lead(lead_id):
            self._beside.setCurrentWidget(self.inspector)
            self.list.select(lead_id)
            remember(self._place, Kind.LEAD, lead_id)
        else:
            self._place.shell.toast(ToastValue(self.tr("This lead is not on this device any more."), sign="info"))

    def import_file(self) -> None:
        self._body.setCurrentWidget(self._import_area)
        self.import_panel.ask_for_file()

    def refetch(self) -> None:
        (self.board.board if self._is_board else self.list.model).refetch()
        self._place.reader.do(self._place.session.leads.sources, self._offer_sources)

    def is_touched(self, change: Change) -> bool:
        is_open = self._beside.currentWidget() is self.inspector
        if is_open and self.inspector.is_touched(change):
            self.inspector.refetch()
        return super().is_touched(change)

    @property
    def _is_board(self) -> bool:
        return self._looks.currentWidget() is self.board

    def _go_to_list(self) -> None:
        self._body.setCurrentIndex(0)
        if self._is_board:
            self.show_view(0)

    def _show_listing(self) -> None:
        leads, sort = self._place.session.leads, _SORTS[self._sort.currentIndex()]
        query, stage, source = self.search.text().strip(), self._wanted_stage(), self._wanted_source()
        if self._is_board:
            self.board.show_wanted(query, source, sort)
            return
        page = partial(leads.list, query, stage, source, sort=sort)
        self.list.set_empty(self._empty())
        self.list.show_listing(
            Listing(
                partial(leads.count, query, stage, source),
                lambda offset, limit: page(offset=offset, limit=limit),
            )
        )

    def _current_filter(self) -> LeadFilter:
        return LeadFilter(
            query=self.search.text().strip(),
            stage=self._wanted_stage(),
            source=self._wanted_source(),
            sort=_SORTS[self._sort.currentIndex()],
        )

    def _show_filter(self, wanted: LeadFilter) -> None:
        if wanted.source and wanted.source not in self._sources:
            self._offer_sources((*self._sources, wanted.source))
        self.search.setText(wanted.query)
        self._stage.setCurrentIndex(tuple(Stage).index(wanted.stage) + 1 if wanted.stage else 0)
        self._source.setCurrentIndex(self._sources.index(wanted.source) + 1 if wanted.source else 0)
        self._sort.setCurrentIndex(_SORTS.index(wanted.sort) if wanted.sort in _SORTS else 0)

    def _tell(self, trouble: StreamFlowError) -> None:
        self._place.shell.toast(ToastValue(str(trouble), sign="triangle-alert", seconds=20))

    def _wanted_stage(self) -> Stage | None:
        chosen = self._stage.currentIndex()
        return tuple(Stage)[chosen - 1] if chosen > 0 else None

    def _wanted_source(self) -> str | None:
        chosen = self._source.currentIndex()
        return self._sources[chosen - 1] if chosen > 0 else None

    def _offer_sources(self, sources: tuple[str, ...]) -> None:
        if sources == self._sources:
            return
        wanted = self._wanted_source()
        self._sources = sources
        self._source.blockSignals(True)
        self._source.clear()
        self._source.addItems([self.tr("All sources"), *sources])
        self._source.setCurrentIndex(sources.index(wanted) + 1 if wanted in sources else 0)
        self._source.blockSignals(False)
        self.inspector.form.offer_sources(sources)

    def _empty(self) -> StateValue:
        is_filtered = bool(self.search.text().strip() or self._stage.currentIndex() > 0)
        if is_filtered or self._source.currentIndex() > 0:
            hint = self.tr("Search and filters look at what is on this device.")
            return StateValue(self.tr("No lead like that"), hint, self.tr("Show all"), "search")
        hint = self.tr("Enter one here, or bring a list in from a file. It works without a connection.")
        return StateValue(self.tr("No leads yet"), hint, self.tr("New lead"), "user-plus", Action.NEW)

    def _act_on_empty(self) -> None:
        if self.list.model.rowCount() == 0 and self._empty().key is Action.NEW:
            self.new()
            return
        self.search.clear()
        self._stage.setCurrentIndex(0)
        self._source.setCurrentIndex(0)

    def _choose(self, line: LeadLine) -> None:
        if self.inspector.show_lead(line.id):
            self._beside.setCurrentWidget(self.inspector)

    def _edit(self, line: LeadLine) -> None:
        remember(self._place, Kind.LEAD, line.id)
        self.inspector.form.focus()

    def _saved(self, lead_id: str) -> None:
        remember(self._place, Kind.LEAD, lead_id)
        offer_undo(self._place, self.tr("Saved on this device"))
        if self.inspector.lead_id == lead_id:
            self.list.select(lead_id)

    def _show_unsaved(self) -> None:
        """Typing in another lead than the one that is open waits, and says so."""
        is_open = self._beside.currentWidget() is self.inspector
        elsewhere = [one for one in self.inspector.unsaved if not (is_open and one.lead_id == self.inspector.lead_id)]
        self._unsaved.setVisible(bool(elsewhere))
        if elsewhere:
            names = ", ".join(one.texts["name"] or self.tr("New lead") for one in elsewhere)
            self._unsaved.set_value(
                BannerValue(self.tr("Typed and not saved yet:"), names, action=self.tr("Open"), sign="pencil")
            )

    def _open_unsaved(self) -> None:
        elsewhere = [one for one in self.inspector.unsaved if one.lead_id != self.inspector.lead_id]
        if elsewhere and elsewhere[0].lead_id == NEW:
            self.new()
        elif elsewhere:
            self.open(elsewhere[0].lead_id)

    def _open_duplicate(self, duplicate: Duplicate) -> None:
        if may_open(self._place.shell, duplicate.kind):
            open_record(self._place.shell, duplicate.kind, duplicate.id)

    def _order_made(self, order_id: str) -> None:
        toast = self._place.shell.toast(
            ToastValue(self.tr("Work order made – saved on this device"), self.tr("Open"))
        )
        toast.action_asked.connect(partial(open_record, self._place.shell, Kind.WORK_ORDER, order_id))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._show_listing)
        for choice in (self._stage, self._source, self._sort):
            choice.currentIndexChanged.connect(self._show_listing)
        self.new_button.clicked.connect(self.new)
        self._import_button.clicked.connect(self.import_file)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._edit)
        for counting in (self.list, self.board):
            counting.counted.connect(lambda count: self._top.set_count(count, self.tr("Number of leads")))
        self.board.opened.connect(self.open)
        self.views.chosen.connect(self.show_view)
        self.saved.chosen.connect(self._show_filter)
        self.list.empty_action_asked.connect(self._act_on_empty)
        self.inspector.saved.connect(self._saved)
        self.inspector.drafts_changed.connect(self._show_unsaved)
        self.inspector.duplicate_asked.connect(self._open_duplicate)
        self.inspector.work_order_made.connect(self._order_made)
        self.inspector.attention_asked.connect(partial(self._place.shell.show_screen, "attention"))
        self._unsaved.action_asked.connect(self._open_unsaved)
        self.import_panel.closed.connect(partial(self._body.setCurrentIndex, 0))
        save, *save_and_new = keys.sequences(Action.SAVE)
        QShortcut(save, self).activated.connect(self.inspector.save)
        for sequence in save_and_new:
            QShortcut(sequence, self).activated.connect(self.inspector.save_and_new)

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("Name, phone, address…"))
        self.search.setAccessibleName(self.tr("Search leads"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(look.px(160))
        for choice, name in (
            (self._stage, self.tr("Stage")),
            (self._source, self.tr("Source")),
            (self._sort, self.tr("Order")),
        ):
            choice.setAccessibleName(name)
            choice.setMinimumWidth(look.px(130))
        filters = QHBoxLayout()
        filters.setSpacing(10)
        filters.addWidget(self.search, 1)
        for part in (self._stage, self._source, self._sort, self.saved):
            filters.addWidget(part)
        nothing = StateValue(self.tr("No lead is open"), self.tr("Choose one from the list, or enter a new one."))
        self._beside.addWidget(EmptyState(nothing))
        self._beside.addWidget(self.inspector)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(filters)
        self._looks.addWidget(Columns((self.list, self._beside), (1, 0)))
        self._looks.addWidget(self.board)
        column.addWidget(self._looks, 1)
        self._body.addWidget(main)
        self._body.addWidget(self._import_area)
        page = page_layout(self)
        page.setSpacing(12)
        page.addWidget(self._top)
        page.addWidget(self._unsaved)
        page.addWidget(self._body, 1)
        self._unsaved.hide()
