"""One part, typed: name, quantity, unit and price, each with what is wrong beside it."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from client.amounts import format_money, format_quantity, parse_money, parse_quantity
from client.views import PartLine
from sync.errors import InvalidInput, Problem, StreamFlowError
from ui.drafts import Typed, then_clear
from ui.meanwhile import told_once
from ui.widgets.button import Button, ButtonKind
from ui.widgets.columns import Columns
from ui.widgets.field import FormField
from ui.workplace import Workplace


class PartForm(QWidget):
    """`typed` outlives it: what is being written is there again when the work order is opened again."""

    saved = Signal()
    closed = Signal()

    def __init__(self, place: Workplace, typed: Typed) -> None:
        super().__init__()
        self._place, self._typed = place, typed
        self._order_id = ""
        self._lines = {name: QLineEdit() for name in ("name", "quantity", "unit", "price")}
        titles = {
            "name": (self.tr("What"), ""),
            "quantity": (self.tr("Quantity"), self.tr("such as 2 or 1.5")),
            "unit": (self.tr("Unit"), self.tr("such as m or kg; empty for pieces")),
            "price": (self.tr("Price of one"), self.tr("may stay empty")),
        }
        self.fields = {name: FormField(title, self._lines[name], hint) for name, (title, hint) in titles.items()}
        self._save = Button(self.tr("Save part"), ButtonKind.PRIMARY)
        self._cancel = Button(self.tr("Not now"))
        self._lay_out()
        self._save.clicked.connect(self.save)
        self._cancel.clicked.connect(self._drop)
        for name, line in self._lines.items():
            line.returnPressed.connect(self.save)
            line.textChanged.connect(partial(self._keep, name))

    def ask(self, order_id: str, part: PartLine | None) -> None:
        """A new part, or one to be changed."""
        if part is None:
            self._typed.fill({"id": "", "name": "", "quantity": "1", "unit": "", "price": ""})
        else:
            self._typed.begin(_texts_of(part))
        self.go_on(order_id)
        self._lines["name"].setFocus()

    def go_on(self, order_id: str) -> None:
        """With what was typed before."""
        self._order_id = order_id
        for name, text in [(name, self._typed.get(name, "")) for name in self._lines]:
            self._lines[name].setText(text)
            self.fields[name].set_error("")
        self._save.setEnabled(True)
        self.show()

    def put(self, name: str, text: str) -> None:
        self._lines[name].setText(text)

    def save(self) -> None:
        if not self._save.isEnabled():
            return
        fields, problems = self._read()
        part_id = self._typed.get("id", "")
        problems += told_once(self._typed, self._now(part_id))
        problems += [one for one in self._place.session.parts.problems(fields) if one.field not in _named(problems)]
        self._show_problems(problems)
        if problems:
            next(one for one in self.fields.values() if one.has_error).editor.setFocus()
            return
        self._save.setEnabled(False)
        parts = self._place.session.parts
        changed = {name: fields[name] for name in self._typed.changed}
        job = partial(parts.change, part_id, changed) if part_id else partial(parts.add, self._order_id, fields)
        self._place.writer.do(job, then_clear(self._typed, self._done), self._refuse)

    def _now(self, part_id: str) -> dict[str, str]:
        parts = self._place.session.parts.of(self._order_id) if part_id else ()
        return next((_texts_of(part) for part in parts if part.id == part_id), self._typed.before)

    def _read(self) -> tuple[dict[str, Any], list[Problem]]:
        texts = {name: line.text().strip() for name, line in self._lines.items()}
        fields: dict[str, Any] = {"name": texts["name"], "unit": texts["unit"]}
        problems: list[Problem] = []
        currency = self._place.session.organisation.currency
        for name, read in (("quantity", parse_quantity), ("price", lambda text: parse_money(text, currency))):
            try:
                fields[name] = read(texts[name]) if texts[name] or name == "quantity" else None
            except ValueError as trouble:
                problems.append(Problem(name, "invalid", str(trouble)))
        return fields, problems

    def _done(self, _outcome: object) -> None:
        self._save.setEnabled(True)
        self.saved.emit()

    def _drop(self) -> None:
        self._typed.clear()
        self.closed.emit()

    def _refuse(self, trouble: StreamFlowError) -> None:
        self._save.setEnabled(True)
        self._show_problems(
            list(trouble.problems) if isinstance(trouble, InvalidInput) else [Problem("name", "trouble", str(trouble))]
        )

    def _show_problems(self, problems: list[Problem]) -> None:
        for name, one in self.fields.items():
            one.set_error(next((problem.message for problem in problems if problem.field == name), ""))
        beyond = next((problem.message for problem in problems if problem.field not in self.fields), "")
        if beyond:
            self.fields["name"].set_error(beyond)

    def _keep(self, name: str, text: str) -> None:
        self._typed[name] = text
        if self.fields[name].has_error:
            self.fields[name].set_error("")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.fields["name"])
        column.addWidget(Columns((self.fields["quantity"], self.fields["unit"], self.fields["price"]), spacing=12))
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._save)
        line.addWidget(self._cancel)
        line.addStretch(1)
        column.addLayout(line)


def _named(problems: list[Problem]) -> set[str]:
    return {problem.field for problem in problems}


def _texts_of(part: PartLine) -> dict[str, str]:
    return {
        "id": part.id,
        "name": part.name,
        "quantity": format_quantity(part.quantity),
        "unit": part.unit,
        "price": format_money(part.price) if part.price else "",
    }
