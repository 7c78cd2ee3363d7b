"""The sites of a customer, or the people to talk to there: read, add, correct and remove in place."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from client.customers import FollowerDesk
from client.views import ContactLine, Mark, SiteLine
from sync.errors import InvalidInput, StreamFlowError
from ui import record_words
from ui.customers.follower_form import FollowerForm
from ui.drafts import Typed, then_clear
from ui.look import Kind as TextKind
from ui.meanwhile import told_once
from ui.on_demand import OnDemand
from ui.palette import Role
from ui.reach import ReachButtons
from ui.widgets.badge import Badge
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.clearing import clear
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
        self.add(self._none)
        self.add(self._rows)
        self._add.clicked.connect(partial(self.edit, None))

    @OnDemand
    def form(self) -> FollowerForm:
        form = FollowerForm(self._wording.fields)
        form.typed.connect(self._keep)
        form.save_asked.connect(self._save)
        form.cancel.clicked.connect(self._close_form)
        form.remove.clicked.connect(lambda: self._do(partial(self._desk.remove, self._typed["id"])))
        form.hide()
        self.add(form)
        return form

    def show_lines(self, customer_id: str, lines: tuple[Line, ...], typed: Typed) -> None:
        """`typed` outlives the card: what is being written is there again when the customer is opened again."""
        self._customer_id, self._typed = customer_id, typed
        if lines != self._lines or not (self._rows.count() or lines):
            self._lines = lines
            self._fill()
        self._none.setVisible(not lines and not self._is_typing)
        if self._typed and not self._is_typing:
            self._open_form()

    def edit(self, line: Line | None) -> None:
        """Without a line a new one is written."""
        if line is None:
            self._typed.fill({"id": "", **dict.fromkeys(self._names, "")})
        else:
            self._typed.begin(self._texts_of(line))
        self._open_form()
        self.form.editors["name"].setFocus()

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(name for name, _label in self._wording.fields)

    def _texts_of(self, line: Line) -> dict[str, str]:
        return {"id": line.id, **{name: str(getattr(line, name)) for name in self._names}}

    @property
    def _is_typing(self) -> bool:
        form = FollowersCard.form.built(self)
        return form is not None and not form.isHidden()

    def _open_form(self) -> None:
        self.form.fill(self._typed)
        self.form.remove.setVisible(bool(self._typed.get("id")) and self._desk.may_remove())
        self.form.show()
        self._none.hide()
        self._add.setEnabled(False)

    def _close_form(self) -> None:
        """The keys stay in this card, and do not go to what stands nearest."""
        self._typed.clear()
        focus = QApplication.focusWidget()
        self._add.setEnabled(True)
        if focus is not None and self.form.isAncestorOf(focus):
            self._add.setFocus()
        self.form.hide()
        self._none.setVisible(not self._lines)

    def _save(self) -> None:
        if not self.form.save.isEnabled():
            return
        fields = self.form.texts
        record_id = self._typed.get("id", "")
        now = next((self._texts_of(line) for line in self._lines if line.id == record_id), self._typed.before)
        problems = (*self._desk.problems(fields), *told_once(self._typed, now))
        self.form.show_problems(problems)
        if problems:
            self.form.focus_on_problem()
            return
        if record_id:
            self._do(partial(self._desk.change, record_id, self._typed.changed))
        else:
            filled = {name: text for name, text in fields.items() if text.strip()}
            self._do(partial(self._desk.add, self._customer_id, filled))

    def _do(self, job: Callable[[], object]) -> None:
        self.form.allow(may=False)
        self._writer.do(job, then_clear(self._typed, self._done), self._refuse)

    def _done(self, _answer: object) -> None:
        self.form.allow(may=True)
        self._close_form()
        self.changed.emit()

    def _refuse(self, trouble: StreamFlowError) -> None:
        self.form.allow(may=True)
        if isinstance(trouble, InvalidInput):
            self.form.show_problems(trouble.problems)
        self.form.show_trouble(self.tr("Not saved: {trouble} What you typed is still here.").format(trouble=trouble))

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


def _facts(line: Line) -> tuple[str, ...]:
    facts = (line.address, line.access) if isinstance(line, SiteLine) else (line.role, line.phone, line.email)
    return tuple(fact for fact in facts if fact)


def _ways(line: Line) -> tuple[str, str, str]:
    return ("", "", line.address) if isinstance(line, SiteLine) else (line.phone, line.email, "")
