"""Planning a work order anew: another time, another place, somebody else. Only what was changed is saved."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from client.views import WorkOrderDetail
from sync.errors import InvalidInput, StreamFlowError
from ui import keys
from ui.announce import announce
from ui.draft import Draft
from ui.drafts import Typed, then_clear
from ui.keys import Action
from ui.look import Kind
from ui.meanwhile import told_at_once
from ui.palette import Role
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.clearing import clear
from ui.widgets.field import go_to_wrong
from ui.widgets.text import Text
from ui.work_orders.order_fields import FIELDS, OrderFields, texts_of
from ui.workplace import Workplace


class PlanForm(Card):
    """`typed` outlives it: what is being written is there again when the work order is opened again."""

    saved = Signal()
    closed = Signal()

    def __init__(self, place: Workplace, detail: WorkOrderDetail, typed: Typed) -> None:
        super().__init__(self.tr("Change the work order"))
        self._place, self._order_id, self._typed = place, detail.work_order.id, typed
        self.order = OrderFields(place, Draft(texts_of(detail, place.zone), typed))
        self._news = Text("", Kind.NOTE, Role.WARN, wrap=True)
        self._news.hide()
        self._trouble = Text("", Kind.NOTE, Role.BAD, wrap=True)
        self._trouble.hide()
        self._save = Button(self.tr("Save the changes"), ButtonKind.PRIMARY, key=Action.SAVE)
        cancel = Button(self.tr("Not now"))
        self._save.clicked.connect(self.save)
        cancel.clicked.connect(self._drop)
        keys.answer(Action.SAVE, self, self.save)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._save)
        line.addWidget(cancel)
        line.addStretch(1)
        self.add(self._news)
        self.add(self.order)
        self.add(self._trouble)
        self.add(line)
        self.take(detail)

    def take(self, detail: WorkOrderDetail) -> None:
        """The work order as it is now; it may have changed while somebody types."""
        if detail.customer is not None:
            self.order.know_customer(detail.customer.name, detail.customer.id)
        theirs = self.order.rebase(texts_of(detail, self._place.zone))
        if theirs:
            self._news.setText(told_at_once(theirs))
            self._news.show()
            announce(self, self._news.text())

    def save(self) -> None:
        if not self._save.isEnabled():
            return
        fields, problems = self.order.read()
        changed = {FIELDS[name]: fields[FIELDS[name]] for name in self._typed}
        problems += self._place.session.work_orders.problems(changed, is_new=False)
        self.order.show_problems(problems)
        if problems:
            go_to_wrong(self.order.fields.values())
            return
        self._save.setEnabled(False)
        job = partial(self._place.session.work_orders.plan, self._order_id, changed)
        self._place.writer.do(job, then_clear(self._typed, self._done), self._refuse)

    def _done(self, _nothing: object) -> None:
        self.saved.emit()

    def _refuse(self, trouble: StreamFlowError) -> None:
        self._save.setEnabled(True)
        self.order.show_problems(trouble.problems if isinstance(trouble, InvalidInput) else ())
        if not go_to_wrong(self.order.fields.values()):
            self._trouble.setText(str(trouble))
            self._trouble.show()

    def _drop(self) -> None:
        self._typed.clear()
        self.closed.emit()


class Planning(QWidget):
    """Where the form stands while somebody plans."""

    saved = Signal()

    def __init__(self, place: Workplace, typed: Typed) -> None:
        super().__init__()
        self._place, self._typed = place, typed
        self._detail: WorkOrderDetail | None = None
        self.form: PlanForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_detail(self, detail: WorkOrderDetail) -> None:
        self._detail = detail
        if self.form is not None:
            self.form.take(detail)
        elif self._typed.is_unsaved:
            self._open(detail)

    def begin(self) -> None:
        if self._detail is not None:
            form = self._open(self._detail)
            form.order.focus()
            self._place.shell.bring_into_view(form)

    def _open(self, detail: WorkOrderDetail) -> PlanForm:
        if self.form is None:
            self.form = PlanForm(self._place, detail, self._typed)
            self.form.saved.connect(self._saved)
            self.form.closed.connect(self._close)
            self._column.addWidget(self.form)
            self.show()
        return self.form

    def _saved(self) -> None:
        self._close()
        announce(self, self.tr("Saved on this device"))
        self.saved.emit()

    def _close(self) -> None:
        clear(self._column)
        self.form = None
        self.hide()
