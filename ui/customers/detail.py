"""One customer: how to reach them, their sites and contacts, work orders and leads, and the notes."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout

from client.views import Change, CustomerDetail, Mark
from sync.errors import InvalidInput, StreamFlowError
from sync.kinds import Kind
from sync.records import Customer
from ui import keys, record_words
from ui.announce import announce
from ui.customers.cards import CustomerCards
from ui.customers.follower_form import FollowerForm
from ui.customers.form import FIELDS, CustomerForm
from ui.drafts import Typed, then_clear
from ui.going import may_open, open_record
from ui.keys import Action
from ui.live import LivePage
from ui.look import Kind as TextKind
from ui.meanwhile import told_once
from ui.page import page_layout
from ui.palette import Role
from ui.reach import ReachButtons
from ui.undoing import offer_undo
from ui.widgets.badge import Badge, BadgeValue, Tone
from ui.widgets.banner import Banner, BannerValue
from ui.widgets.button import Button, ButtonKind
from ui.widgets.question import Question
from ui.widgets.text import Text
from ui.workplace import Workplace

_NEW = ""
_SHOWN = frozenset({Kind.CUSTOMER, Kind.SITE, Kind.CONTACT, Kind.WORK_ORDER, Kind.LEAD, Kind.NOTE})


class CustomerPage(LivePage):
    def __init__(self, place: Workplace, customer_id: str) -> None:
        super().__init__(place.bridge, _SHOWN)
        self._place, self.customer_id = place, customer_id
        self._detail: CustomerDetail | None = None
        self._title = Text(self.tr("New customer"), TextKind.TITLE, on=Role.BACKGROUND, wrap=True)
        self._mark = Badge(BadgeValue(""))
        self._back = Button(self.tr("Customers"), icon_name="arrow-left")
        self._reach = ReachButtons()
        self._remove = Button(self.tr("Delete customer…"), ButtonKind.DANGER)
        self._question = Question()
        self._save = Button(self.tr("Save"), ButtonKind.PRIMARY, key=Action.SAVE)
        self._news = Banner()
        self.cards = CustomerCards(place, self._make_form)
        self._lay_out()
        self._connect()
        self.fetch()

    @property
    def may_save(self) -> bool:
        return not self.customer_id or self._place.session.customers.may_change()

    @property
    def form(self) -> CustomerForm:
        return self.cards.form

    def focus(self) -> None:
        self.form.focus()

    def is_touched(self, change: Change) -> bool:
        is_named = any(kind is Kind.CUSTOMER for kind, _ in change.subjects)
        is_mine = (Kind.CUSTOMER, self.customer_id) in change.subjects
        others = bool((_SHOWN - {Kind.CUSTOMER}) & change.kinds)
        return change.is_status or is_mine or others or (Kind.CUSTOMER in change.kinds and not is_named)

    def refetch(self) -> None:
        """What is being typed stays; all else follows."""
        self._detail = self._place.session.customers.get(self.customer_id) if self.customer_id else None
        self._title.setText(self._customer.name or self.tr("New customer"))
        form = CustomerCards.form.built(self.cards)
        if form is not None:
            self._show_texts(form)
        self.cards.show_detail(self._detail)
        self._show_state()

    def save(self) -> None:
        if not self._save.isEnabled():
            return
        fields = self.form.texts()
        problems = [*self._place.session.customers.problems(fields, is_new=not self.customer_id)]
        problems += told_once(self._typed, self._known_texts)
        self.form.show_problems(problems)
        if problems:
            self.form.focus()
            return
        self._save.setEnabled(False)
        customers = self._place.session.customers
        if self.customer_id:
            typed = dict(self._typed)
            job = partial(customers.change, self.customer_id, typed)
            done = partial(self._changed, typed)
            self._place.writer.do(job, then_clear(self._typed, done), self._not_saved)
        else:
            filled = {name: text for name, text in fields.items() if text.strip()}
            create = partial(customers.create, filled)
            self._place.writer.do(create, then_clear(self._typed, self._created), self._not_saved)

    def _save_by_key(self) -> None:
        """The key belongs to the site or the contact that is being typed."""
        focus = QApplication.focusWidget()
        forms = (form for form in self.findChildren(FollowerForm) if focus and form.isAncestorOf(focus))
        form = next(forms, None)
        if form is not None:
            form.save_asked.emit()
        else:
            self.save()

    @property
    def _customer(self) -> Customer:
        return self._detail.customer if self._detail else Customer(id=_NEW, name="")

    @property
    def _known_texts(self) -> dict[str, str]:
        return {name: str(getattr(self._customer, name)) for name in FIELDS}

    @property
    def _typed(self) -> Typed:
        return self._place.drafts.of(Kind.CUSTOMER, self.customer_id)

    def _created(self, customer_id: str) -> None:
        self.customer_id = customer_id
        self._saved()

    def _changed(self, typed: dict[str, str], _nothing: None) -> None:
        for name, text in typed.items():
            if self._typed.get(name) == text:
                self._typed.drop(name)
        self._saved()

    def _saved(self) -> None:
        announce(self, self.tr("Saved on this device"))
        self._news.hide()
        self.refetch()

    def _not_saved(self, trouble: StreamFlowError) -> None:
        if isinstance(trouble, InvalidInput):
            self.form.show_problems(trouble.problems)
        text = self.tr("Not saved: {trouble} What you typed is still here.").format(trouble=trouble)
        self._news.set_value(BannerValue(text, tone=Tone.BAD, sign="octagon-alert"))
        self._news.show()
        self._show_state()

    def _show_state(self) -> None:
        detail = self._detail
        if self._typed:
            self._mark.set_value(BadgeValue(self.tr("Not saved yet"), Tone.WARN, "pencil"))
        elif detail is not None:
            self._mark.set_value(record_words.mark_badge(detail.mark))
        self._mark.setVisible(bool(self._typed) or (detail is not None and detail.mark is not Mark.SENT))
        known = self._customer
        self._reach.show_ways(known.phone, known.email, known.address)
        self._remove.setVisible(detail is not None and self._place.session.customers.may_remove())
        self._save.setVisible(self.may_save)
        self._save.setEnabled(bool(self._typed) or not self.customer_id)

    def _edit(self, name: str, text: str) -> None:
        self._typed.change(name, text, self._typed.before.get(name, self._known_texts[name]))
        fields = {one: typed for one, typed in self.form.texts().items() if one == name or one in self._typed}
        self.form.show_problems(self._place.session.customers.problems(fields, is_new=False))
        self._show_state()

    def _open(self, kind: Kind, record_id: str) -> None:
        if may_open(self._place.shell, kind):
            open_record(self._place.shell, kind, record_id)

    def _make_form(self) -> CustomerForm:
        form = CustomerForm()
        self._show_texts(form)
        form.edited.connect(self._edit)
        return form

    def _show_texts(self, form: CustomerForm) -> None:
        """What is being typed stays."""
        form.show_texts(self._known_texts | dict(self._typed), may_change=self.may_save)

    def _ask_to_remove(self) -> None:
        text = self.tr("Delete this customer for everybody? Work orders and leads stay. It can be undone.")
        self._question.ask(text, self.tr("Delete customer"), self._do_remove)

    def _do_remove(self, _reason: str) -> None:
        job = partial(self._place.session.customers.remove, self.customer_id)
        self._place.writer.do(job, self._removed, self._not_saved)

    def _removed(self, _nothing: None) -> None:
        self._place.shell.back()
        offer_undo(self._place, self.tr("Customer deleted – saved on this device"))

    def _connect(self) -> None:
        self._back.clicked.connect(self._place.shell.back)
        self._remove.clicked.connect(self._ask_to_remove)
        self._save.clicked.connect(self.save)
        self.cards.opened.connect(self._open)
        self.cards.changed.connect(self.refetch)
        for sequence in keys.sequences(Action.SAVE):
            QShortcut(sequence, self).activated.connect(self._save_by_key)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        for part in (self._reach, self._remove, self._save):
            buttons.addWidget(part)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        page = page_layout(self)
        page.addLayout(buttons)
        page.addLayout(head)
        page.addWidget(self._news)
        page.addWidget(self._question)
        page.addWidget(self.cards)
        page.addStretch(1)
        self._news.hide()
