"""The leads screen: search and filters over a list of any length, one lead beside it, files on request.

Over 300 lines: it only joins the parts of the screen, which have files of their own.
"""

from datetime import date
from functools import partial

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from client.saved_filters import LeadFilter
from client.views import Change, Duplicate, LeadLine
from sync.kinds import Kind
from ui import keys
from ui.drafts import Typed
from ui.going import may_open, open_record, remember
from ui.keys import Action
from ui.later import Later
from ui.leads.columns import columns
from ui.leads.convert_panel import ConvertPanel, Order
from ui.leads.filters import LeadFilters
from ui.leads.form import LeadForm
from ui.leads.import_panel import ImportPanel
from ui.leads.inspector import LeadInspector
from ui.leads.merge_panel import MergePanel
from ui.leads.stages import StageBoard
from ui.list_view import ListView
from ui.live import LivePage
from ui.on_demand import OnDemand
from ui.page import PageTop, clear_area, page_layout, show_part
from ui.paged import Listing
from ui.undoing import offer_undo
from ui.unsaved import UnsavedNote
from ui.widgets.button import Button, ButtonKind
from ui.widgets.columns import Columns
from ui.widgets.pile import Pile
from ui.widgets.states import EmptyState, StateValue
from ui.widgets.switch import Switch
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace


class LeadsScreen(LivePage):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place.bridge, frozenset({Kind.LEAD, Kind.NOTE, Kind.ATTACHMENT}))
        self._place = place
        self.filters = LeadFilters(place, self._place.shell.tell_trouble)
        self.new_button = Button(self.tr("New lead"), ButtonKind.PRIMARY, key=Action.NEW, icon_name="plus")
        self._import_button = Button(self.tr("Import…"))
        self.views = Switch((self.tr("List"), self.tr("Board")), self.tr("How to look at them"))
        self._top = PageTop(self.tr("Leads"), (self.filters.due, self.views, self._import_button, self.new_button))
        self._looks = QStackedWidget()
        self._left = Pile(1)
        self._beside = QStackedWidget()
        self.unsaved = UnsavedNote(place, Kind.LEAD, self._is_open)
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()
        self.fetch()
        Later(self, lambda: self.list, is_awaited=True)
        Later(self, lambda: self._form, lambda: self._bare_inspector, lambda: self.inspector)

    @OnDemand
    def list(self) -> ListView:
        """A turn after what stands above it."""
        made = ListView(self.tr("Leads"), columns(self._today), self._place.reader, self._empty)
        made.chosen.connect(self._choose)
        made.opened.connect(self._edit)
        made.counted.connect(self._show_count)
        made.empty_action_asked.connect(self._act_on_empty)
        self.filters.search.left.connect(made.enter)
        made.show_listing(self._listing())
        return self._left.put(0, made)

    @OnDemand
    def _form(self) -> LeadForm:
        """The inspector takes three steps: its form, all the rest of it, and to put it into its place."""
        return LeadForm()

    @OnDemand
    def _bare_inspector(self) -> LeadInspector:
        return LeadInspector(self._place, self._form)

    @OnDemand
    def inspector(self) -> LeadInspector:
        inspector = self._bare_inspector
        inspector.saved.connect(self._saved)
        inspector.turned.connect(self.unsaved.refresh)
        inspector.duplicate_asked.connect(self._open_duplicate)
        inspector.merge_asked.connect(self._merge_with)
        inspector.order_asked.connect(self._ask_for_order)
        inspector.work_order_made.connect(self._order_made)
        inspector.attention_asked.connect(partial(self._place.shell.show_screen, "attention"))
        inspector.form.offer_sources(self.filters.sources)
        save, *save_and_new = keys.sequences(Action.SAVE)
        QShortcut(save, self).activated.connect(inspector.save)
        for sequence in save_and_new:
            QShortcut(sequence, self).activated.connect(inspector.save_and_new)
        self._beside.addWidget(inspector)
        return inspector

    @OnDemand
    def board(self) -> StageBoard:
        """What nobody asks for is not built: a screen is to be there at once."""
        board = StageBoard(self._place)
        board.counted.connect(self._show_count)
        board.opened.connect(self.open)
        self._looks.addWidget(board)
        return board

    @OnDemand
    def import_panel(self) -> ImportPanel:
        panel = ImportPanel(self._place)
        panel.closed.connect(partial(self._body.setCurrentIndex, 0))
        self._body.addWidget(clear_area(panel))
        return panel

    @OnDemand
    def merging(self) -> MergePanel:
        panel = MergePanel(self._place)
        panel.merged.connect(self._merged)
        panel.cancelled.connect(self._show_inspector)
        self._beside.addWidget(panel)
        return panel

    @OnDemand
    def converting(self) -> ConvertPanel:
        panel = ConvertPanel(self._place)
        panel.wanted.connect(self._convert)
        panel.cancelled.connect(self._show_inspector)
        self._beside.addWidget(clear_area(panel))
        return panel

    def step_back(self) -> bool:
        """From the import to the list, from a panel over the lead to the lead."""
        if self._body.currentIndex():
            self._body.setCurrentIndex(0)
        elif self._beside.currentIndex() and not isinstance(self._beside.currentWidget(), LeadInspector):
            self._show_inspector()
        else:
            return False
        return True

    @property
    def has_unsaved(self) -> bool:
        """What is chosen here is kept nowhere: it depends on a file, or on two leads as they are now."""
        panels = LeadsScreen.merging.built(self), LeadsScreen.import_panel.built(self)
        return any(panel is not None and panel.is_begun for panel in panels)

    @property
    def may_enter_list(self) -> bool:
        """A new lead, or one far down, has no row there that is read."""
        is_beside = not self._is_board and self._beside.currentIndex() > 0
        return not is_beside or self.list.table.currentIndex().isValid()

    def show_view(self, position: int) -> None:
        """The list with one lead beside it, or the stages as columns."""
        self.views.show_chosen(position)
        self._looks.setCurrentWidget(self.board if position else self._columns)
        self.filters.stage.setVisible(position == 0)
        self._show_listing()

    def new(self) -> None:
        self._go_to_list()
        self.list.select("")
        self._beside.setCurrentWidget(self.inspector)
        self.inspector.show_new()

    def open(self, lead_id: str) -> None:
        self._go_to_list()
        if self.inspector.show_lead(self._standing(lead_id)):
            self._beside.setCurrentWidget(self.inspector)
            self.list.select(self.inspector.lead_id)
            remember(self._place, Kind.LEAD, lead_id)
        else:
            self._place.shell.toast(ToastValue(self.tr("This lead is not on this device any more."), sign="info"))

    def show_due(self) -> None:
        """Whoever is to be called by now, the longest due first."""
        self._go_to_list()
        self.filters.show_filter(LeadFilter(sort="due", is_due=True))

    def import_file(self) -> None:
        show_part(self._body, self.import_panel)
        self.import_panel.ask_for_file()

    def refetch(self) -> None:
        list_ = LeadsScreen.list.built(self)
        if self._is_board:
            self.board.board.refetch()
        elif list_ is not None:
            list_.model.refetch()
        leads = self._place.session.leads
        self._place.reader.do(lambda: (leads.sources(), leads.count(is_due=True)), self._take_facts)

    def is_touched(self, change: Change) -> bool:
        if self._is_inspecting and self.inspector.is_touched(change):
            self.inspector.refetch()
        return super().is_touched(change)

    @property
    def _is_inspecting(self) -> bool:
        return isinstance(self._beside.currentWidget(), LeadInspector)

    @property
    def _is_board(self) -> bool:
        return self._looks.currentWidget() is not self._columns

    def _today(self) -> date:
        return self._place.now().astimezone(self._place.zone).date()

    def _standing(self, lead_id: str) -> str:
        """What was merged is looked at where it stands now."""
        leads = self._place.session.leads
        detail = leads.get(lead_id)
        survivor = detail.lead.merged_into if detail else None
        return survivor if survivor and leads.line(survivor) else lead_id

    def _show_count(self, count: int) -> None:
        self._top.set_count(count, self.tr("Number of leads"))

    def _go_to_list(self) -> None:
        self._body.setCurrentIndex(0)
        if self._is_board:
            self.show_view(0)

    def _show_listing(self) -> None:
        wanted = self.filters.current()
        if self._is_board:
            self.board.show_wanted(wanted.query, wanted.source, wanted.sort, is_due=wanted.is_due)
            return
        self.list.show_listing(self._listing())

    def _listing(self) -> Listing:
        leads, wanted = self._place.session.leads, self.filters.current()
        chosen = (wanted.query, wanted.stage, wanted.source)
        page = partial(leads.list, *chosen, sort=wanted.sort, is_due=wanted.is_due)
        return Listing(
            partial(leads.count, *chosen, is_due=wanted.is_due), lambda offset, limit: page(offset=offset, limit=limit)
        )

    def _take_facts(self, facts: tuple[tuple[str, ...], int]) -> None:
        sources, due = facts
        self.filters.show_due(due)
        inspector = LeadsScreen.inspector.built(self)
        if self.filters.offer_sources(sources) and inspector is not None:
            inspector.form.offer_sources(sources)

    def _empty(self) -> StateValue:
        if self.filters.is_narrow:
            hint = self.tr("Search and filters look at what is on this device.")
            return StateValue(self.tr("No lead like that"), hint, self.tr("Show all"), "search")
        if coming := self.coming():
            return coming
        hint = self.tr("Enter one here, or bring a list in from a file. It works without a connection.")
        return StateValue(self.tr("No leads yet"), hint, self.tr("New lead"), "user-plus", Action.NEW)

    def _act_on_empty(self) -> None:
        if self.list.model.rowCount() == 0 and self._empty().key is Action.NEW:
            self.new()
            return
        self.filters.show_all()

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

    def go_on(self, typed: Typed) -> bool:
        if not typed.record:
            self.new()
            return True
        if self._place.session.leads.line(typed.record) is None:
            return False
        self.open(typed.record)
        if typed.form.endswith("/order"):
            self._ask_for_order()
        return True

    def _is_open(self, typed: Typed) -> bool:
        return self._beside.currentIndex() > 0 and self.inspector.lead_id == typed.record

    def _open_duplicate(self, duplicate: Duplicate) -> None:
        if may_open(self._place.shell, duplicate.kind):
            open_record(self._place.shell, duplicate.kind, duplicate.id)

    def _merge_with(self, duplicate: Duplicate) -> None:
        if self.inspector.is_dirty:
            self._place.shell.toast(ToastValue(self.tr("Save what you typed first."), sign="info"))
            return
        self.merging.show_pair(self.inspector.lead_id, duplicate.id)
        show_part(self._beside, self.merging)
        self.merging.focus()

    def _merged(self, kept_id: str) -> None:
        self.open(kept_id)
        offer_undo(self._place, self.tr("Merged – saved on this device"))

    def _ask_for_order(self) -> None:
        detail, found = self.inspector.detail, self.inspector.alike.found
        if detail is not None:
            self.converting.show_lead(detail.lead, (found,) if found else ())
            show_part(self._beside, self.converting)
            self.converting.focus()

    def _convert(self, order: Order) -> None:
        self._show_inspector()
        self.inspector.convert(order)

    def _show_inspector(self) -> None:
        merging = LeadsScreen.merging.built(self)
        if merging is not None:
            merging.forget()
        self._beside.setCurrentWidget(self.inspector)

    def _order_made(self, order_id: str) -> None:
        self.converting.forget()
        toast = self._place.shell.toast(
            ToastValue(self.tr("Work order made – saved on this device"), self.tr("Open"))
        )
        toast.action_asked.connect(partial(open_record, self._place.shell, Kind.WORK_ORDER, order_id))

    def _connect(self) -> None:
        self.filters.changed.connect(self._show_listing)
        self.new_button.clicked.connect(self.new)
        self._import_button.clicked.connect(self.import_file)
        self.views.chosen.connect(self.show_view)

    def _lay_out(self) -> None:
        """From the outside in: what has many parts is put into its place once."""
        nothing = StateValue(self.tr("No lead is open"), self.tr("Choose one from the list, or enter a new one."))
        page = page_layout(self)
        page.setSpacing(12)
        page.addWidget(self._top)
        page.addWidget(self.unsaved)
        page.addWidget(self._body, 1)
        main = QWidget()
        self._body.addWidget(main)
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.filters)
        column.addWidget(self._looks, 1)
        self._columns = Columns((self._left, self._beside), (1, 0))
        self._looks.addWidget(self._columns)
        self._beside.addWidget(EmptyState(nothing))
