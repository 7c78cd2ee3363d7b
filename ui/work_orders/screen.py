"""The list of work orders, with the filters that people in the field need."""

from collections.abc import Collection
from functools import cached_property, partial
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from client.views import Mark, WorkOrderLine
from client.work_orders import NOT_DONE, Whose
from sync.kinds import Kind
from sync.language import marked
from sync.terms import Status
from ui import record_words, words
from ui.drafts import Typed
from ui.going import remember
from ui.keys import Action
from ui.list_view import ListView, room_for
from ui.live import LivePage
from ui.page import PageTop, page_layout
from ui.paged import Column
from ui.undoing import offer_undo
from ui.unsaved import UnsavedNote
from ui.widgets.button import Button, ButtonKind
from ui.widgets.choice import Choice
from ui.widgets.search_line import SearchLine
from ui.widgets.states import StateValue
from ui.widgets.switch import Switch
from ui.widgets.table import Cell
from ui.widgets.toast import ToastValue
from ui.work_orders import plan_notice
from ui.work_orders.boards import Agenda, StatusBoard, Wanted
from ui.work_orders.detail import WorkOrderPage
from ui.work_orders.new_form import NewWorkOrderPage
from ui.workplace import Workplace

_ALL, _MINE, _CREW, _TODAY, _LATE = range(5)
_ANY_STATUS = 1
_View = TypeVar("_View", StatusBoard, Agenda)


class WorkOrdersScreen(LivePage):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place.bridge, frozenset({Kind.WORK_ORDER, Kind.CUSTOMER}))
        self._place = place
        self.search = SearchLine()
        self._whose = Choice(
            (
                self.tr("All on this device"),
                self.tr("Mine"),
                self.tr("My crew's"),
                self.tr("Today"),
                self.tr("Late"),
            )
        )
        self._status = Choice(
            (self.tr("Open"), self.tr("Any status"), *(record_words.status_word(status) for status in Status))
        )
        self.new_button = Button(self.tr("New work order"), ButtonKind.PRIMARY, key=Action.NEW, icon_name="plus")
        self.views = Switch((self.tr("List"), self.tr("Board"), self.tr("Week")), self.tr("How to look at them"))
        self._top = PageTop(self.tr("Work orders"), (self.views, self.new_button))
        self._unsaved = UnsavedNote(place, Kind.WORK_ORDER)
        self._stack = QStackedWidget()
        self.list = ListView(self.tr("Work orders"), self._columns(), place.reader, self._empty)
        self._lay_out()
        self._connect()
        self._show_listing()
        self.has_asked()

    @cached_property
    def board(self) -> StatusBoard:
        """What nobody asks for is not built: a screen is to be there at once."""
        board = StatusBoard(self._place)
        board.question_asked.connect(self._ask)
        return self._put_in(board)

    @cached_property
    def agenda(self) -> Agenda:
        return self._put_in(Agenda(self._place))

    def new(self) -> None:
        page = NewWorkOrderPage(self._place, self._place.drafts.of(Kind.WORK_ORDER))
        page.made.connect(self._made)
        self._place.shell.open_detail(page)
        page.focus()

    def open(self, order_id: str) -> None:
        if not self._place.session.work_orders.is_known(order_id):
            text = self.tr("This work order is not on this device any more.")
            self._place.shell.toast(ToastValue(text, sign="info"))
            return
        self._open_page(order_id)

    def show_view(self, position: int) -> None:
        """The list, the board or the week; the search and whose they are stay the same."""
        self.views.show_chosen(position)
        self._stack.setCurrentWidget((lambda: self.list, lambda: self.board, lambda: self.agenda)[position]())
        self._status.setVisible(position == 0)
        self._show_listing()

    def _put_in(self, made: _View) -> _View:
        made.counted.connect(self._show_count)
        made.opened.connect(self.open)
        self._stack.addWidget(made)
        return made

    def _show_count(self, count: int) -> None:
        self._top.set_count(count, self.tr("Number of work orders"))
        self._place.reader.do(self._place.session.work_orders.count_mine, partial(self._show_mine, count))

    def _show_mine(self, shown: int, mine: int) -> None:
        """What the sidebar counts, so that nobody takes it for the number of all."""
        is_told = mine not in (0, shown) and not self._is_filtered
        text = self.tr("Handed to you: {count}").format(count=words.number_text(mine))
        self._top.set_detail(text if is_told else "")

    def _open_page(self, order_id: str) -> WorkOrderPage:
        remember(self._place, Kind.WORK_ORDER, order_id)
        page = WorkOrderPage(self._place, order_id)
        self._place.shell.open_detail(page)
        return page

    def _ask(self, order_id: str, status: Status) -> None:
        self._open_page(order_id).go(status)

    def go_on(self, typed: Typed) -> bool:
        if not typed.record:
            self.new()
        elif not self._place.session.work_orders.is_known(typed.record):
            return False
        else:
            self.open(typed.record)
        return True

    def refetch(self) -> None:
        shown = self._stack.currentWidget()
        (shown if isinstance(shown, (StatusBoard, Agenda)) else self.list.model).refetch()

    def _made(self, order_id: str) -> None:
        self._place.shell.back()
        self.open(order_id)
        offer_undo(self._place, self.tr("Work order saved on this device"))

    def _show_listing(self) -> None:
        wanted, shown = self._wanted(), self._stack.currentWidget()
        if isinstance(shown, (StatusBoard, Agenda)):
            shown.show_wanted(wanted)
            return
        self.list.show_listing(wanted.listing(self._place.session.work_orders, self._wanted_statuses()))

    def _wanted(self) -> Wanted:
        chosen = self._whose.currentIndex()
        whose = {_MINE: Whose.MINE, _CREW: Whose.CREW}.get(chosen, Whose.ALL)
        day = self._place.now().astimezone(self._place.zone).date() if chosen == _TODAY else None
        return Wanted(self.search.text().strip(), whose, chosen == _LATE, day)

    def _wanted_statuses(self) -> Collection[Status]:
        chosen = self._status.currentIndex()
        if chosen == 0:
            return NOT_DONE
        return () if chosen == _ANY_STATUS else (tuple(Status)[chosen - 2],)

    @property
    def _is_filtered(self) -> bool:
        return bool(self.search.text().strip() or self._whose.currentIndex() or self._status.currentIndex())

    def _empty(self) -> StateValue:
        if self._is_filtered:
            hint = self.tr("Search and filters look at what is on this device.")
            return StateValue(self.tr("No work order like that"), hint, self.tr("Show all"), "search")
        if coming := self.coming():
            return coming
        hint = self.tr("What the office plans for you shows here by itself.")
        action = self.tr("New work order")
        return StateValue(self.tr("No open work orders"), hint, action, "clipboard-list", Action.NEW)

    def _act_on_empty(self) -> None:
        if not self._is_filtered:
            self.new()
            return
        self.search.clear()
        self._whose.setCurrentIndex(_ALL)
        self._status.setCurrentIndex(0)

    def _columns(self) -> tuple[Column, ...]:
        marks = (record_words.plan_badge(), record_words.mark_badge(Mark.SAVED_HERE))
        return (
            Column(marked("columns", "Work order"), _title, 64),
            Column(marked("columns", "Customer"), _customer, 32, needs=920),
            Column(marked("columns", "When"), self._when, 1, least=154),
            Column(marked("columns", "Assigned to"), _assignee, 1, needs=1080, least=120),
            Column(marked("columns", "Status"), _status, 1, least=room_for(map(record_words.status_badge, Status))),
            Column("", _mark, 1, needs=700, least=room_for(marks)),
        )

    def _when(self, line: WorkOrderLine) -> Cell:
        today = self._place.now().astimezone(self._place.zone).date()
        text = record_words.when_text(line.scheduled_start, self._place.zone, today)
        return Cell(text, is_muted=line.scheduled_start is None)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._show_listing)
        self.search.left.connect(self.list.enter)
        self._whose.currentIndexChanged.connect(self._show_listing)
        self._status.currentIndexChanged.connect(self._show_listing)
        self.new_button.clicked.connect(self.new)
        self.list.opened.connect(lambda line: self.open(line.id))
        self.list.table.clicked.connect(self.list.table.opened)
        self.list.counted.connect(self._show_count)
        self.views.chosen.connect(self.show_view)
        self.list.empty_action_asked.connect(self._act_on_empty)

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("Number, title, address…"))
        self.search.setAccessibleName(self.tr("Search work orders"))
        self._whose.setAccessibleName(self.tr("Whose"))
        self._status.setAccessibleName(self.tr("Status"))
        filters = QHBoxLayout()
        filters.setSpacing(10)
        filters.addWidget(self.search, 1)
        for choice in (self._whose, self._status):
            filters.addWidget(choice)
        page = page_layout(self)
        page.setSpacing(12)
        page.addWidget(self._top)
        page.addWidget(self._unsaved)
        page.addLayout(filters)
        self._stack.addWidget(self.list)
        page.addWidget(self._stack, 1)


def _title(line: WorkOrderLine) -> Cell:
    return Cell(line.title, strong=line.number)


def _customer(line: WorkOrderLine) -> Cell:
    return Cell(" · ".join(part for part in (line.customer, line.address) if part), is_muted=True)


def _assignee(line: WorkOrderLine) -> Cell:
    return Cell(line.assignee or record_words.NONE, is_muted=True)


def _status(line: WorkOrderLine) -> Cell:
    return Cell(badges=(record_words.status_badge(line.status),))


def _mark(line: WorkOrderLine) -> Cell:
    return Cell(badges=plan_notice.badges(line))
