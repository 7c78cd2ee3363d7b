"""A lead becomes a customer and a work order: what is to be done, for whom, and when, if that is known."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from client.views import Duplicate
from sync.kinds import Kind
from sync.records import Lead
from ui import look, words
from ui.drafts import Typed
from ui.palette import Role
from ui.typed_start import BEGIN, read_start
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.columns import Columns
from ui.widgets.field import FormField, go_to_wrong
from ui.widgets.text import Text
from ui.workplace import Workplace


@dataclass(frozen=True)
class Order:
    """`customer_id` where the customer is here already."""

    title: str
    start: datetime | None
    customer_id: str | None


class ConvertPanel(Card):
    wanted = Signal(object)
    """An `Order`."""
    cancelled = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__(self.tr("Make a work order"))
        self._place = place
        self._customers: tuple[str | None, ...] = ()
        self._typed: Typed | None = None
        self._begun: dict[str, str] = {}
        self._what, self._day, self._time = QLineEdit(), QLineEdit(), QLineEdit()
        self._lines = {"title": self._what, "day": self._day, "time": self._time}
        self._customer = Choice()
        self._make = Button(self.tr("Make work order"), ButtonKind.PRIMARY)
        self._cancel = Button(self.tr("Cancel"))
        self.fields = {
            "title": FormField(self.tr("What is to be done"), self._what),
            "customer": FormField(self.tr("Customer"), self._customer),
            "day": FormField(self.tr("Day"), self._day, self.tr("may stay empty")),
            "time": FormField(self.tr("Time"), self._time),
        }
        self._lay_out()
        self._make.clicked.connect(self._ask)
        self._cancel.clicked.connect(self._drop)
        for name, line in self._lines.items():
            line.returnPressed.connect(self._ask)
            line.textChanged.connect(partial(self._keep, name))

    def show_lead(self, lead: Lead, known: tuple[Duplicate, ...]) -> None:
        """`known` is who looks like the same; customers among them are offered."""
        for field in self.fields.values():
            field.set_error("")
        title = next(iter(lead.need.strip().splitlines()), "")[:200] or lead.name
        typed = self._place.drafts.of(f"{Kind.LEAD}/order", lead.id)
        self._typed, self._begun = None, {"title": title, "day": "", "time": ""}
        for name, line in self._lines.items():
            line.setText(typed.get(name, self._begun[name]))
        self._typed = typed
        self._offer(lead, known)

    def forget(self) -> None:
        """It was made, or is not wanted."""
        if self._typed is not None:
            self._typed.clear()

    def focus(self) -> None:
        self._what.setFocus()
        self._what.selectAll()

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(344), super().minimumSizeHint().height())

    def _keep(self, name: str, text: str) -> None:
        if self._typed is not None:
            self._typed.change(name, text, self._begun[name])

    def _drop(self) -> None:
        self.forget()
        self.cancelled.emit()

    def _offer(self, lead: Lead, known: tuple[Duplicate, ...]) -> None:
        """Who is a customer already stays one; and nobody is made a customer twice without being asked."""
        options: dict[str | None, str] = {}
        for customer_id in _candidates(lead, known):
            line = self._place.session.customers.line(customer_id)
            if line is not None:
                options[line.id] = line.name
        if lead.customer_id is None:
            options[None] = self.tr("New customer: {name}").format(name=lead.name)
        self._customers = tuple(options) or (lead.customer_id,)
        self._customer.clear()
        self._customer.addItems(list(options.values()) or [self.tr("The customer of this lead")])

    def _ask(self) -> None:
        title = self._what.text().strip()
        self.fields["title"].set_error("" if title else self.tr("Say what is to be done."))
        start, wrong = read_start(self._day.text(), self._time.text(), self._place.zone)
        for name in ("day", "time"):
            self.fields[name].set_error(wrong.get(name, ""))
        if not go_to_wrong(self.fields.values()):
            chosen = self._customers[self._customer.currentIndex()]
            self.wanted.emit(Order(title, start, chosen))

    def _lay_out(self) -> None:
        self._customer.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._customer.setMinimumContentsLength(12)
        self._day.setPlaceholderText(self.tr("a date"))
        self._time.setPlaceholderText(words.time_text(datetime.combine(self._place.now().date(), BEGIN)))
        said = self.tr("The lead is won, and customer and work order are saved together.")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._make)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Text(said, ink=Role.MUTED, wrap=True))
        column.addWidget(self.fields["title"])
        column.addWidget(self.fields["customer"])
        column.addWidget(Columns((self.fields["day"], self.fields["time"])))
        column.addLayout(buttons)
        column.addStretch(1)
        self.add(form, 1)


def _candidates(lead: Lead, known: tuple[Duplicate, ...]) -> tuple[str, ...]:
    if lead.customer_id is not None:
        return (lead.customer_id,)
    return tuple(one.id for one in known if one.kind is Kind.CUSTOMER)
