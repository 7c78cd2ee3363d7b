"""The list of customers."""

from functools import partial

from client.views import CustomerLine
from sync.kinds import Kind
from sync.language import marked
from ui import record_words
from ui.customers.detail import CustomerPage
from ui.drafts import Typed
from ui.going import remember
from ui.keys import Action
from ui.list_view import ListView
from ui.live import LivePage
from ui.page import PageTop, page_layout
from ui.paged import Column, Listing
from ui.unsaved import UnsavedNote
from ui.widgets.button import Button, ButtonKind
from ui.widgets.search_line import SearchLine
from ui.widgets.states import StateValue
from ui.widgets.table import Cell
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace


class CustomersScreen(LivePage):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place.bridge, frozenset({Kind.CUSTOMER}))
        self._place = place
        self.search = SearchLine()
        self.new_button = Button(self.tr("New customer"), ButtonKind.PRIMARY, key=Action.NEW, icon_name="plus")
        self._top = PageTop(self.tr("Customers"), (self.new_button,))
        self._unsaved = UnsavedNote(place, Kind.CUSTOMER)
        self.list = ListView(self.tr("Customers"), _COLUMNS, place.reader, self._empty)
        self._lay_out()
        self._connect()
        self._show_listing()
        self.has_asked()

    def new(self) -> None:
        self._open_page("")

    def open(self, customer_id: str) -> None:
        if not self._place.session.customers.is_known(customer_id):
            text = self.tr("This customer is not on this device any more.")
            self._place.shell.toast(ToastValue(text, sign="info"))
        else:
            remember(self._place, Kind.CUSTOMER, customer_id)
            self._open_page(customer_id)

    def go_on(self, typed: Typed) -> bool:
        if not typed.record:
            self.new()
        elif not self._place.session.customers.is_known(typed.record):
            return False
        else:
            self.open(typed.record)
        return True

    def refetch(self) -> None:
        self.list.model.refetch()

    def _open_page(self, customer_id: str) -> None:
        page = CustomerPage(self._place, customer_id)
        self._place.shell.open_detail(page)
        if not customer_id:
            page.focus()

    def _show_listing(self) -> None:
        customers, query = self._place.session.customers, self.search.text().strip()
        self.list.show_listing(
            Listing(
                partial(customers.count, query),
                lambda offset, limit: customers.list(query, offset=offset, limit=limit),
            )
        )

    def _empty(self) -> StateValue:
        if self.search.text().strip():
            hint = self.tr("The search looks at what is on this device.")
            return StateValue(self.tr("No customer like that"), hint, self.tr("Show all"), "search")
        if coming := self.coming():
            return coming
        hint = self.tr("The customers of your work orders show here by themselves.")
        return StateValue(self.tr("No customers yet"), hint, self.tr("New customer"), "building-2", Action.NEW)

    def _act_on_empty(self) -> None:
        if self.search.text().strip():
            self.search.clear()
        else:
            self.new()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._show_listing)
        self.search.left.connect(self.list.enter)
        self.new_button.clicked.connect(self.new)
        self.list.opened.connect(lambda line: self.open(line.id))
        self.list.table.clicked.connect(self.list.table.opened)
        self.list.counted.connect(lambda count: self._top.set_count(count, self.tr("Number of customers")))
        self.list.empty_action_asked.connect(self._act_on_empty)

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("Name, phone, address…"))
        self.search.setAccessibleName(self.tr("Search customers"))
        page = page_layout(self)
        page.setSpacing(12)
        page.addWidget(self._top)
        page.addWidget(self._unsaved)
        page.addWidget(self.search)
        page.addWidget(self.list, 1)


def _name(line: CustomerLine) -> Cell:
    return Cell(strong=line.name)


def _phone(line: CustomerLine) -> Cell:
    return Cell(line.phone or record_words.NONE, is_muted=True)


def _email(line: CustomerLine) -> Cell:
    return Cell(line.email, is_muted=True)


def _address(line: CustomerLine) -> Cell:
    return Cell(line.address)


def _mark(line: CustomerLine) -> Cell:
    return record_words.mark_cell(line.mark)


_COLUMNS = (
    Column(marked("columns", "Name"), _name, 30),
    Column(marked("columns", "Phone"), _phone, 20),
    Column(marked("columns", "E-mail"), _email, 28, needs=860),
    Column(marked("columns", "Address"), _address, 32, needs=560),
    Column("", _mark, 22, empty_needs=920),
)
