"""One item that needs a person: what happened, why, what is safe, and what can be done."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from client.views import Mark, SyncItem
from sync.errors import InvalidInput, StreamFlowError
from ui import record_words, words
from ui.attention.fix_form import FixForm, mendable
from ui.drafts import Typed
from ui.going import may_open, open_record
from ui.look import Kind as TextKind
from ui.palette import Role
from ui.widgets.badge import Badge
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.question import Question
from ui.widgets.text import Text
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace


class AttentionPanel(Card):
    done = Signal()
    item_asked = Signal(str)
    """Key of the item that this one waits behind."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self.item: SyncItem | None = None
        self.form: FixForm | None = None
        self._title = Text("", TextKind.HEADING, wrap=True)
        self._subject = Text("", ink=Role.MUTED, wrap=True)
        self._reason = Text("", wrap=True)
        self._server = Text("", TextKind.NOTE, Role.MUTED, wrap=True)
        self._safe = Text("", ink=Role.MUTED, wrap=True)
        self._fix = Button(self.tr("Fix…"), ButtonKind.PRIMARY)
        self._retry = Button(self.tr("Retry"))
        self._cause = Button(self.tr("Show what it waits for"), ButtonKind.PRIMARY)
        self._record = Button(self.tr("Open the record"))
        self._discard = Button(self.tr("Discard…"), ButtonKind.DANGER)
        self.question = Question()
        self._inner = QVBoxLayout()
        self._lay_out()
        self._connect()

    def show_item(self, item: SyncItem) -> None:
        """A form that is being filled in stays while its item does."""
        if self.item is not None and item == self.item:
            return
        self.item = item
        self._title.setText(item.what)
        self.setAccessibleName(item.what)
        made = words.time_text(item.made_at, self._place.zone)
        self._subject.setText(" · ".join(part for part in (item.subject, self.tr("made {t}").format(t=made)) if part))
        self._reason.setText(item.reason)
        has_words = bool(item.server_text) and item.server_text != item.reason and item.cause is None
        self._server.setText(self.tr("The server's words: {text}").format(text=item.server_text))
        self._server.setVisible(has_words)
        self._safe.setText(self._safe_text(item))
        self.question.hide()
        self._drop_inner()
        self._fix.setVisible(item.cause is None and bool(mendable(item)))
        self._retry.setVisible(item.cause is None)
        self._cause.setVisible(item.cause is not None)
        self._record.setVisible(may_open(self._place.shell, item.kind))
        if self._typed(item.key).is_unsaved:
            self.start_fixing()

    def start_fixing(self) -> None:
        if self.item is None or self.form is not None or not mendable(self.item):
            return
        self.form = FixForm(self.item, self._place, self._typed(self.item.key))
        self.form.fixed.connect(self._send_fixed)
        self.form.closed.connect(self._close_form)
        self._inner.addWidget(self.form)
        self._fix.hide()
        self.form.focus()

    def _typed(self, key: str) -> Typed:
        return self._place.drafts.of("attention/fix", key)

    def _safe_text(self, item: SyncItem) -> str:
        kept = self.tr("What you entered is kept on this device.")
        if item.held == 1:
            held = self.tr("1 later change waits behind it.")
            return f"{kept} {held}"
        if item.held:
            held = self.tr("{count} later changes wait behind it.").format(count=words.number_text(item.held))
            return f"{kept} {held}"
        return kept

    def _send_fixed(self, fields: dict[str, object]) -> None:
        if self.item is not None:
            job = partial(self._place.session.sync.fix, self.item.key, fields)
            self._do(job, self.tr("Mended, and saved on this device to be sent again."))

    def _send_again(self) -> None:
        if self.item is not None:
            self._do(partial(self._place.session.sync.retry, self.item.key), self.tr("It will be sent again."))

    def _ask_discard(self) -> None:
        if self.item is None:
            return
        text = self.tr("Discard this change? It goes to the trash and can be brought back for 30 days.")
        self.question.ask(text, self.tr("Discard"), self._throw_away)

    def _throw_away(self, _reason: str) -> None:
        if self.item is not None:
            key = self.item.key
            self._do(partial(self._place.session.sync.discard, key), self.tr("Moved to the trash."), key)

    def _do(self, job: partial[None], told: str, restorable: str = "") -> None:
        key = self.item.key if self.item else ""
        self._place.writer.do(job, partial(self._finished, key, told, restorable), self._refused)

    def _finished(self, key: str, told: str, restorable: str, _nothing: object) -> None:
        self._typed(key).clear()
        if self.item is not None and self.item.key == key:
            self.item = None
            self._drop_inner()
        toast = self._place.shell.toast(ToastValue(told, self.tr("Bring back") if restorable else ""))
        if restorable:
            toast.action_asked.connect(partial(self._bring_back, restorable))
        self.done.emit()

    def _bring_back(self, key: str) -> None:
        self._place.writer.do(partial(self._place.session.sync.restore, key), self._brought_back, self._refused)

    def _brought_back(self, _nothing: object) -> None:
        self.done.emit()

    def _refused(self, trouble: StreamFlowError) -> None:
        if isinstance(trouble, InvalidInput) and self.form is not None:
            self.form.show_problems(list(trouble.problems))
        text = self.tr("{trouble} Nothing was lost.").format(trouble=trouble)
        self._place.shell.tell_trouble(text)
        self.done.emit()

    def _close_form(self) -> None:
        if self.item is not None:
            self._typed(self.item.key).clear()
            self._drop_inner()
            self._fix.show()

    def _drop_inner(self) -> None:
        if self.form is not None:
            self._inner.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _open_record(self) -> None:
        if self.item is not None:
            open_record(self._place.shell, self.item.kind, self.item.record_id)

    def _ask_cause(self) -> None:
        if self.item is not None and self.item.cause is not None:
            self.item_asked.emit(self.item.cause)

    def _connect(self) -> None:
        self._fix.clicked.connect(self.start_fixing)
        self._retry.clicked.connect(self._send_again)
        self._cause.clicked.connect(self._ask_cause)
        self._record.clicked.connect(self._open_record)
        self._discard.clicked.connect(self._ask_discard)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title, 1)
        head.addWidget(Badge(record_words.mark_badge(Mark.NEEDS_ATTENTION)))
        self.add(head)
        for part in (self._subject, self._reason, self._server, self._safe):
            self.add(part)
        self.add(self._inner)
        self.add(self.question)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self._fix, self._cause, self._retry, self._record, self._discard):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.add(buttons)
        self.add(QWidget(), 1)
