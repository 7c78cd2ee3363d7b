"""What a work order is made of, below its head: checklist, parts, files, customer, time, notes and history."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal

from client.views import WorkOrderDetail
from sync.kinds import Kind
from sync.rules import Answer
from ui.afterwards import Afterwards
from ui.attachments.card import AttachmentsCard
from ui.attachments.signing import Signing
from ui.drafts import Typed
from ui.going import may_open
from ui.later import Later
from ui.notes_card import NotesCard
from ui.on_demand import OnDemand
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.pile import Pile
from ui.widgets.text import Text
from ui.work_orders.cards import CustomerCard, TimeCard
from ui.work_orders.checklist_card import ChecklistCard
from ui.work_orders.checklist_form import ChecklistChange
from ui.work_orders.history_card import HistoryCard
from ui.work_orders.parts_card import PartsCard
from ui.workplace import Workplace


class OrderCards(Columns):
    """They follow the head card by card, from above, so that none moves what stands there already; or at once, where
    one is asked for."""

    answered = Signal(str, object)
    photo_asked = Signal(str)
    changed = Signal()
    open_asked = Signal()
    mail_asked = Signal()

    def __init__(self, place: Workplace, order_id: str, pending: Mapping[str, Answer]) -> None:
        """`pending` are ticks on their way to the disk."""
        self._left, self._right = Pile(4), Pile(4)
        super().__init__((self._left, self._right), (5, 3))
        self._place, self._order_id, self._pending = place, order_id, pending
        self._afterwards = Afterwards[WorkOrderDetail]()
        following = ("checklist_change", "_about", "customer", "parts", "attachments", "_time", "notes", "history")
        Later(self, *(partial(getattr, self, name) for name in following), is_awaited=True)

    def typed(self, part: str) -> Typed:
        return self._place.drafts.of(f"{Kind.WORK_ORDER}/{part}", self._order_id)

    def show_detail(self, detail: WorkOrderDetail) -> None:
        self._afterwards.show(detail)

    @property
    def checklist(self) -> ChecklistCard:
        return self.checklist_change.card

    @OnDemand
    def checklist_change(self) -> ChecklistChange:
        card = ChecklistCard(self.typed("answers"))
        card.answered.connect(self.answered)
        card.photo_asked.connect(self.photo_asked)
        change = ChecklistChange(self._place, self._order_id, self.typed("checklist"), card)
        change.saved.connect(self.changed)
        self._afterwards.add(change, self._show_checklist)
        return self._left.put(0, change)

    @OnDemand
    def _about(self) -> Card:
        card, description = Card(self.tr("What to do")), Text("", wrap=True)
        card.add(description)
        self._afterwards.add(card, partial(_show_description, description))
        return self._left.put(1, card)

    @OnDemand
    def customer(self) -> CustomerCard:
        card = CustomerCard()
        card.open_asked.connect(self.open_asked)
        card.mail_asked.connect(self.mail_asked)
        may_open_it = may_open(self._place.shell, Kind.CUSTOMER)
        self._afterwards.add(card, partial(CustomerCard.show_detail, may_open=may_open_it))
        return self._right.put(0, card)

    @OnDemand
    def parts(self) -> PartsCard:
        card = PartsCard(self._place, self.typed("part"))
        self._afterwards.add(card, lambda card, _detail: card.show_of(self._order_id))
        return self._left.put(2, card)

    @OnDemand
    def attachments(self) -> AttachmentsCard:
        card = AttachmentsCard(self._place, Kind.WORK_ORDER, signature=True)
        card.signature_asked.connect(self._ask_to_sign)
        self._afterwards.add(card, lambda card, _detail: card.show_of(self._order_id))
        return self._left.put(3, card)

    @OnDemand
    def _time(self) -> TimeCard:
        card = TimeCard()
        self._afterwards.add(card, TimeCard.show_detail)
        return self._right.put(1, card)

    @OnDemand
    def notes(self) -> NotesCard:
        card = NotesCard(self._place.writer, self._place.zone, self._place.now)
        card.changed.connect(self.changed)
        card.go_on(self.typed("note"))
        add = partial(self._place.session.work_orders.add_note, self._order_id)
        self._afterwards.add(card, lambda card, detail: card.show_notes(detail.notes, add))
        return self._right.put(2, card)

    @OnDemand
    def history(self) -> HistoryCard:
        card = HistoryCard(self._place)
        self._afterwards.add(card, self._show_history)
        return self._right.put(3, card)

    @OnDemand
    def signing(self) -> Signing:
        return Signing(self._place, self.attachments, self.typed("signature"))

    def _show_checklist(self, change: ChecklistChange, detail: WorkOrderDetail) -> None:
        change.card.show_lines(detail.checklist, self._pending)
        change.show_items(tuple(line.item for line in detail.checklist))

    def _show_history(self, card: HistoryCard, detail: WorkOrderDetail) -> None:
        card.show_of(self._order_id, {line.id: line.text for line in detail.checklist})

    def _ask_to_sign(self) -> None:
        customer = self._afterwards.detail.customer if self._afterwards.detail is not None else None
        self.signing.ask(customer.name if customer is not None else "")


def _show_description(text: Text, card: Card, detail: WorkOrderDetail) -> None:
    text.setText(detail.work_order.description)
    card.setVisible(bool(detail.work_order.description))
