"""All that belongs to a customer: how to reach them, notes, sites, contacts, work orders and leads."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from client.views import CustomerDetail, LeadLine, WorkOrderLine
from sync.kinds import Kind
from ui import record_words
from ui.afterwards import Afterwards
from ui.customers.followers import FollowersCard, Wording
from ui.customers.form import CustomerForm
from ui.customers.short_table import ShortTable
from ui.drafts import Typed
from ui.later import Later
from ui.notes_card import NotesCard
from ui.on_demand import OnDemand
from ui.rows import Row
from ui.widgets.columns import Columns
from ui.widgets.pile import Pile
from ui.widgets.table import Cell
from ui.workplace import Workplace

_FOLLOWING = ("notes", "sites", "contacts", "orders", "leads")


class CustomerCards(Pile):
    """They follow the head card by card, in the order of reading, or at once, where one is asked for; before there is a
    customer, the form alone."""

    changed = Signal()
    opened = Signal(object, str)
    """A kind and the id of a record of it."""

    def __init__(self, place: Workplace, make_form: Callable[[], CustomerForm]) -> None:
        super().__init__(4)
        self._place, self._make_form = place, make_form
        self._afterwards = Afterwards[CustomerDetail]()
        self._given, self._beside, self._left, self._right = Pile(1), Pile(1), Pile(1), Pile(1)
        self.put(0, Columns((self._given, self._beside), (5, 3)))
        self.put(1, Columns((self._left, self._right)))

    def show_detail(self, detail: CustomerDetail | None) -> None:
        """None where there is no customer yet, or none any more."""
        for name in _FOLLOWING:
            card = getattr(CustomerCards, name).built(self)
            if card is not None:
                card.setVisible(detail is not None)
        if detail is None:
            self.form.show()
            return
        if self._afterwards.detail is None:
            Later(self, *(partial(getattr, self, name) for name in ("form", *_FOLLOWING)), is_awaited=True)
        self._afterwards.show(detail)

    @OnDemand
    def form(self) -> CustomerForm:
        return self._given.put(0, self._make_form())

    @OnDemand
    def notes(self) -> NotesCard:
        card = NotesCard(self._place.writer, self._place.zone, self._place.now)
        card.changed.connect(self.changed)
        card.go_on(self._typed("note"))
        add = partial(self._place.session.customers.add_note, self._customer_id)
        self._afterwards.add(card, lambda card, detail: card.show_notes(detail.notes, add))
        return self._beside.put(0, card)

    @OnDemand
    def sites(self) -> FollowersCard:
        wording = Wording(
            self.tr("Sites"),
            self.tr("Add site"),
            self.tr("Where work is done, if not at the address above."),
            self.tr("Edit"),
            (("name", self.tr("Name")), ("address", self.tr("Address")), ("access", self.tr("How to get in"))),
        )
        card = FollowersCard(wording, self._place.session.customers.sites, self._place.writer)
        card.changed.connect(self.changed)
        typed = self._typed("site")
        self._afterwards.add(card, lambda card, detail: card.show_lines(self._customer_id, detail.sites, typed))
        return self._left.put(0, card)

    @OnDemand
    def contacts(self) -> FollowersCard:
        wording = Wording(
            self.tr("Contacts"),
            self.tr("Add contact"),
            self.tr("Who to ask for there."),
            self.tr("Edit"),
            (
                ("name", self.tr("Name")),
                ("role", self.tr("What they are there")),
                ("phone", self.tr("Phone")),
                ("email", self.tr("E-mail")),
            ),
        )
        card = FollowersCard(wording, self._place.session.customers.contacts, self._place.writer)
        card.changed.connect(self.changed)
        typed = self._typed("contact")
        self._afterwards.add(card, lambda card, detail: card.show_lines(self._customer_id, detail.contacts, typed))
        return self._right.put(0, card)

    @OnDemand
    def orders(self) -> ShortTable:
        columns = (self.tr("Work order"), self.tr("When"), self.tr("Status"))
        card = ShortTable(self.tr("Work orders"), columns, (160, 130), self.tr("No work orders on this device."))
        card.opened.connect(partial(self.opened.emit, Kind.WORK_ORDER))
        self._afterwards.add(card, self._show_orders)
        return self.put(2, card)

    @OnDemand
    def leads(self) -> ShortTable:
        columns = (self.tr("Lead"), self.tr("Value"), self.tr("Stage"))
        card = ShortTable(self.tr("Leads"), columns, (120, 130), self.tr("No leads on this device."))
        card.opened.connect(partial(self.opened.emit, Kind.LEAD))
        self._afterwards.add(card, _show_leads)
        return self.put(3, card)

    @property
    def _customer_id(self) -> str:
        assert self._afterwards.detail is not None
        return self._afterwards.detail.customer.id

    def _typed(self, part: str) -> Typed:
        return self._place.drafts.of(f"{Kind.CUSTOMER}/{part}", self._customer_id)

    def _show_orders(self, card: ShortTable, detail: CustomerDetail) -> None:
        today = self._place.now().astimezone(self._place.zone).date()
        card.show_rows([Row(line.id, self._order_cells(line, today)) for line in detail.work_orders])

    def _order_cells(self, line: WorkOrderLine, today: date) -> tuple[Cell, ...]:
        when = record_words.when_text(line.scheduled_start, self._place.zone, today)
        status = record_words.status_badge(line.status)
        return Cell(line.title, strong=line.number), Cell(when, is_muted=True), Cell(badges=(status,))


def _show_leads(card: ShortTable, detail: CustomerDetail) -> None:
    card.show_rows([Row(line.id, _lead_cells(line)) for line in detail.leads])


def _lead_cells(line: LeadLine) -> tuple[Cell, ...]:
    stage = Cell(badges=(record_words.stage_badge(line.stage),))
    return Cell(strong=line.name), record_words.money_cell(line.value), stage
