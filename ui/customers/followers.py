"""The sites of a customer, or the people to talk to there: read, add, correct and remove in place."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from client.customers import FollowerDesk
from client.views import ContactLine, Mark, SiteLine
from sync.errors import InvalidInput, Problem, StreamFlowError
from ui import record_words
from ui.drafts import Typed, then_clear
from ui.look import Kind as TextKind
from ui.palette import Role
from ui.reach import ReachButtons
from ui.widgets.badge import Badge
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.clearing import clear
from ui.widgets.field import FormField
from ui.widgets.text import Text
from ui.writer import Writer

Line = SiteLine | ContactLine


@dataclass(frozen=True)
class Wording:
    """What a card says; `fields` are names and labels, the name first."""

    title: str
    add: str
    none: str
    edit: str
    fields: tuple[tuple[str, str], ...]


class FollowersCard(Card):
    changed = Signal()

    def __init__(self, wording: Wording, desk: FollowerDesk, writer: Writer) -> None:
        self._add = Button(wording.add, icon_name="plus")
        super().__init__(wording.title, self._add)
        self._wording, self._desk, self._writer = wording, desk, writer
        self._typed: Typed
        self._customer_id = ""
        self._lines: tuple[Line, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self._none = Text(wording.none, ink=Role.MUTED, wrap=True)
        self.editors = {name: QLineEdit() for name, _label in wording.fields}
        self.fields = {name: FormField(label, self.editors[name]) for name, label in wording.fields}
        self._trouble = Text("", TextKind.NOTE, Role.BAD, wrap=True)
        self.save = Button(self.tr("Save"), ButtonKind.PRIMARY)
        self._cancel = Button(self.tr("Cancel"))
        self.remove = Button(self.tr("Remove"), ButtonKind.DANGER)
        self._form = self._make_form()
        self._lay_out()
        self._connect()

    def show_lines(self, customer_id: str, lines: tuple[Line, ...], typed: Typed) -> None:
        """`typed` outlives the card: what is being written is there again when the customer is opened again."""
        self._customer_id, self._typed = customer_id, typed
        if lines != self._lines or not (self._rows.count() or lines):
            self._lines = lines
            self._fill()
        self._none.setVisible(not lines and self._form.isHidden())
        if self._typed and self._form.isHidden():
            self._open_form()

    def edit(self, line: Line | None) -> None:
        """Without a line a new one is written."""
        texts = {name: str(getattr(line, name)) if line else "" for name in self.editors}
        self._typed.fill({"id": line.id if line else "", **texts})
        self._open_form()
        self.editors["name"].setFocus()

    def _open_form(self) -> None:
        for name, editor in self.editors.items():
            editor.setText(self._typed.get(name, ""))
            self.fields[name].set_error("")
        self._trouble.hide()
        self.remove.setVisible(bool(self._typed.get("id")) and self._desk.may_remove())
        self._form.show()
        self._none.hide()
        self._add.setEnabled(False)

    def _close_form(self) -> None:
        self._typed.clear()
        self._form.hide()
        self._add.setEnabled(True)
        self._none.setVisible(not self._lines)

    def _save(self) -> None:
        fields = {name: editor.text() for name, editor in self.editors.items()}
        problems = self._desk.problems(fields)
        self._show_problems(problems)
        if problems:
            next((one for one in self.fields.values() if one.has_error), self.fields["name"]).editor.setFocus()
            return
        record_id = self._typed.get("id", "")
        if record_id:
            self._do(partial(self._desk.change, record_id, fields))
        else:
            filled = {name: text for name, text in fields.items() if text.strip()}
            self._do(partial(self._desk.add, self._customer_id, filled))

    def _do(self, job: Callable[[], object]) -> None:
        for button in (self.save, self.remove):
            button.setEnabled(False)
        self._writer.do(job, then_clear(self._typed, self._done), self._refuse)

    def _done(self, _answer: object) -> None:
        for button in (self.save, self.remove):
            button.setEnabled(True)
        self._close_form()
        self.changed.emit()

    def _refuse(self, trouble: StreamFlowError) -> None:
        for button in (self.save, self.remove):
            button.setEnabled(True)
        if isinstance(trouble, InvalidInput):
            self._show_problems(trouble.problems)
        self._trouble.setText(self.tr("Not saved: {trouble} What you typed is still here.").format(trouble=trouble))
        self._trouble.show()

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        messages = {problem.field: problem.message for problem in problems}
        for name, field in self.fields.items():
            field.set_error(messages.get(name, ""))

    def _fill(self) -> None:
        clear(self._rows)
        for line in self._lines:
            self._rows.addWidget(self._row(line))

    def _row(self, line: Line) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(Text(line.name, TextKind.STRONG, wrap=True), 1)
        if line.mark is not Mark.SENT:
            head.addWidget(Badge(record_words.mark_badge(line.mark)))
        column.addLayout(head)
        for fact in _facts(line):
            column.addWidget(Text(fact, ink=Role.MUTED, wrap=True))
        ways = QHBoxLayout()
        ways.setSpacing(8)
        reach = ReachButtons(ButtonKind.LINK)
        reach.show_ways(*_ways(line), whom=line.name)
        edit = Button(self._wording.edit, ButtonKind.LINK, icon_name="pencil")
        edit.setAccessibleName(f"{self._wording.edit} {line.name}")
        edit.clicked.connect(partial(self.edit, line))
        ways.addWidget(reach)
        ways.addWidget(edit)
        ways.addStretch(1)
        column.addLayout(ways)
        return row

    def _keep(self, name: str, text: str) -> None:
        self._typed[name] = text
        if self.fields[name].has_error:
            self.fields[name].set_error("")

    def _make_form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for field in self.fields.values():
            column.addWidget(field)
        column.addWidget(self._trouble)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.save, self._cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.remove)
        column.addLayout(buttons)
        return form

    def _connect(self) -> None:
        self._add.clicked.connect(partial(self.edit, None))
        self.save.clicked.connect(self._save)
        self._cancel.clicked.connect(self._close_form)
        self.remove.clicked.connect(lambda: self._do(partial(self._desk.remove, self._typed["id"])))
        for name, editor in self.editors.items():
            editor.textChanged.connect(partial(self._keep, name))
            editor.returnPressed.connect(self._save)

    def _lay_out(self) -> None:
        self.add(self._none)
        self.add(self._rows)
        self.add(self._form)
        self._form.hide()
        self._trouble.hide()


def _facts(line: Line) -> tuple[str, ...]:
    facts = (line.address, line.access) if isinstance(line, SiteLine) else (line.role, line.phone, line.email)
    return tuple(fact for fact in facts if fact)


def _ways(line: Line) -> tuple[str, str, str]:
    return ("", "", line.address) if isinstance(line, SiteLine) else (line.phone, line.email, "")
