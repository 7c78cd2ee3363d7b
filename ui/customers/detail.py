"""One customer: how to reach them, their work orders, their notes."""

from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QDesktopServices, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit

from client.views import Change, CustomerDetail, Mark, WorkOrderLine
from sync.errors import InvalidInput, Problem, StreamFlowError
from sync.records import Customer, Kind
from ui import keys, look, record_words
from ui.announce import announce
from ui.going import may_open, open_record
from ui.keys import Action
from ui.links import map_url, phone_url
from ui.live import LivePage
from ui.look import Kind as TextKind
from ui.notes_card import NotesCard
from ui.page import page_layout
from ui.palette import Role
from ui.rows import Row, RowsModel
from ui.widgets.badge import Badge, BadgeValue, Tone
from ui.widgets.banner import Banner, BannerValue
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.field import FormField
from ui.widgets.table import Cell, TableView
from ui.widgets.text import Text
from ui.workplace import Workplace

_FIELDS = ("name", "phone", "email", "address")
_NEW = ""


class CustomerPage(LivePage):
    """`drafts` and `note_drafts` outlive the page: what was typed is there again when it is opened again."""

    def __init__(
        self, place: Workplace, customer_id: str, drafts: dict[str, dict[str, str]], note_drafts: dict[str, str]
    ) -> None:
        super().__init__(place.bridge, frozenset({Kind.CUSTOMER, Kind.WORK_ORDER, Kind.NOTE}))
        self._place, self.customer_id = place, customer_id
        self._drafts, self._note_drafts = drafts, note_drafts
        self._detail: CustomerDetail | None = None
        self._orders: tuple[WorkOrderLine, ...] = ()
        self._title = Text(self.tr("New customer"), TextKind.TITLE, on=Role.BACKGROUND, wrap=True)
        self._mark = Badge(BadgeValue(""))
        self._back = Button(self.tr("Customers"), icon_name="arrow-left")
        self._call = Button(self.tr("Call"), icon_name="phone")
        self._map = Button(self.tr("Map"), icon_name="map-pin")
        self._save = Button(self.tr("Save"), ButtonKind.PRIMARY, key=Action.SAVE)
        self._news = Banner(BannerValue(""))
        self._editors = {name: QLineEdit() for name in _FIELDS}
        titles = (self.tr("Name"), self.tr("Phone"), self.tr("Email"), self.tr("Address"))
        self.fields = {
            name: FormField(title, self._editors[name]) for name, title in zip(_FIELDS, titles, strict=True)
        }
        self._model = RowsModel((self.tr("Work order"), self.tr("When"), self.tr("Status")))
        self._table = TableView(self.tr("Work orders"))
        self._none = Text(self.tr("No work orders on this device."), ink=Role.MUTED, wrap=True)
        self._orders_card = Card(self.tr("Work orders"))
        self.notes = NotesCard(place.writer, place.zone, place.now)
        self._lay_out()
        self._connect()
        self.refetch()

    @property
    def may_save(self) -> bool:
        return not self.customer_id or self._place.session.customers.may_change()

    def focus(self) -> None:
        self._editors["name"].setFocus()

    def is_touched(self, change: Change) -> bool:
        is_named = any(kind is Kind.CUSTOMER for kind, _ in change.subjects)
        is_mine = (Kind.CUSTOMER, self.customer_id) in change.subjects
        others = bool({Kind.WORK_ORDER, Kind.NOTE} & change.kinds)
        return change.is_status or is_mine or others or (Kind.CUSTOMER in change.kinds and not is_named)

    def refetch(self) -> None:
        """What is being typed stays; all else follows."""
        self._detail = self._place.session.customers.get(self.customer_id) if self.customer_id else None
        customer = self._detail.customer if self._detail else Customer(id=_NEW, name="")
        for name, editor in self._editors.items():
            text = self._typed.get(name, str(getattr(customer, name)))
            if editor.text() != text:
                editor.setText(text)
            editor.setReadOnly(not self.may_save)
        self._title.setText(customer.name or self.tr("New customer"))
        self._show_lists()
        self._show_state()

    def save(self) -> None:
        if not self._save.isEnabled():
            return
        fields = {name: editor.text() for name, editor in self._editors.items()}
        problems = self._place.session.customers.problems(fields, is_new=not self.customer_id)
        self._show_problems(problems)
        if problems:
            next(field for field in self.fields.values() if field.has_error).editor.setFocus()
            return
        self._save.setEnabled(False)
        customers = self._place.session.customers
        if self.customer_id:
            typed = dict(self._typed)
            job = partial(customers.change, self.customer_id, typed)
            self._place.writer.do(job, partial(self._changed, typed), self._not_saved)
        else:
            filled = {name: text for name, text in fields.items() if text.strip()}
            self._place.writer.do(partial(customers.create, filled), self._created, self._not_saved)

    @property
    def _typed(self) -> dict[str, str]:
        return self._drafts.setdefault(self.customer_id, {})

    def _created(self, customer_id: str) -> None:
        self._drafts.pop(_NEW, None)
        self.customer_id = customer_id
        self._saved()

    def _changed(self, typed: dict[str, str], _nothing: None) -> None:
        for name, text in typed.items():
            if self._typed.get(name) == text:
                del self._typed[name]
        self._saved()

    def _saved(self) -> None:
        announce(self, self.tr("Saved on this device"))
        self._news.hide()
        self.refetch()

    def _not_saved(self, trouble: StreamFlowError) -> None:
        if isinstance(trouble, InvalidInput):
            self._show_problems(trouble.problems)
        text = self.tr("Not saved: {trouble} What you typed is still here.").format(trouble=trouble)
        self._news.set_value(BannerValue(text, tone=Tone.BAD, sign="octagon-alert"))
        self._news.show()
        self._show_state()

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        messages = {problem.field: problem.message for problem in problems}
        for name, field in self.fields.items():
            field.set_error(messages.get(name, ""))

    def _show_lists(self) -> None:
        detail = self._detail
        self.notes.setVisible(detail is not None)
        self._orders_card.setVisible(detail is not None)
        self._orders = detail.work_orders if detail else ()
        today = self._place.now().astimezone(self._place.zone).date()
        self._model.set_rows(tuple(Row(line.id, self._cells(line, today)) for line in self._orders))
        high = self._table.verticalHeader().defaultSectionSize()
        self._table.setFixedHeight(min(len(self._orders), 8) * high + look.px(40))
        self._table.setVisible(bool(self._orders))
        self._none.setVisible(not self._orders)
        if detail is not None:
            self.notes.show_notes(detail.notes, partial(self._place.session.customers.add_note, self.customer_id))

    def _cells(self, line: WorkOrderLine, today: date) -> tuple[Cell, ...]:
        when = record_words.when_text(line.scheduled_start, self._place.zone, today)
        status = record_words.status_badge(line.status)
        return Cell(line.title, strong=line.number), Cell(when, is_muted=True), Cell(badges=(status,))

    def _show_state(self) -> None:
        detail = self._detail
        if self._typed:
            self._mark.set_value(BadgeValue(self.tr("Not saved yet"), Tone.WARN, "pencil"))
        elif detail is not None:
            self._mark.set_value(record_words.mark_badge(detail.mark))
        self._mark.setVisible(bool(self._typed) or (detail is not None and detail.mark is not Mark.SENT))
        self._call.setVisible(bool(detail and detail.customer.phone))
        self._map.setVisible(bool(detail and detail.customer.address))
        self._save.setVisible(self.may_save)
        self._save.setEnabled(bool(self._typed) or not self.customer_id)

    def _edit(self, name: str, text: str) -> None:
        before = str(getattr(self._detail.customer, name)) if self._detail else ""
        if text == before:
            self._typed.pop(name, None)
        else:
            self._typed[name] = text
        fields = {one: editor.text() for one, editor in self._editors.items() if one == name or one in self._typed}
        problems = self._place.session.customers.problems(fields, is_new=False)
        self._show_problems(problems)
        self._show_state()

    def _open_order(self, index: QModelIndex) -> None:
        if may_open(self._place.shell, Kind.WORK_ORDER):
            open_record(self._place.shell, Kind.WORK_ORDER, self._orders[index.row()].id)

    def _call_them(self) -> None:
        if self._detail is not None:
            QDesktopServices.openUrl(phone_url(self._detail.customer.phone))

    def _show_map(self) -> None:
        if self._detail is not None:
            QDesktopServices.openUrl(map_url(self._detail.customer.address))

    def _keep_note_draft(self, text: str) -> None:
        self._note_drafts[self.customer_id] = text

    def _connect(self) -> None:
        self._back.clicked.connect(self._place.shell.back)
        self._call.clicked.connect(self._call_them)
        self._map.clicked.connect(self._show_map)
        self._save.clicked.connect(self.save)
        for name, editor in self._editors.items():
            editor.textEdited.connect(partial(self._edit, name))
        self._table.opened.connect(self._open_order)
        self._table.clicked.connect(self._table.opened)
        self.notes.changed.connect(self.refetch)
        self.notes.put_draft(self._note_drafts.get(self.customer_id, ""))
        self.notes.typed.connect(self._keep_note_draft)
        for sequence in keys.sequences(Action.SAVE):
            QShortcut(sequence, self).activated.connect(self.save)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        for button in (self._call, self._map, self._save):
            buttons.addWidget(button)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        reach = Card(self.tr("Contact"))
        for field in self.fields.values():
            reach.add(field)
        self._table.setModel(self._model)
        self._table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._table.setColumnWidth(1, look.px(160))
        self._table.setColumnWidth(2, look.px(130))
        self._orders_card.add(self._table)
        self._orders_card.add(self._none)
        page = page_layout(self)
        page.addLayout(buttons)
        page.addLayout(head)
        page.addWidget(self._news)
        page.addWidget(Columns((reach, self.notes), (5, 3)))
        page.addWidget(self._orders_card)
        page.addStretch(1)
        self._news.hide()
