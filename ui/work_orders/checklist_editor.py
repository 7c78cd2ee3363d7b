"""The items of a checklist that is being written: one below the other, each with what it asks for."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sync.errors import Problem
from sync.language import translate
from sync.terms import AnswerKind
from ui.announce import announce
from ui.drafts import Typed
from ui.look import Kind
from ui.palette import Role
from ui.widgets.button import Button, ButtonKind
from ui.widgets.choice import Choice
from ui.widgets.columns import Columns
from ui.widgets.field import FormField
from ui.widgets.text import Text
from ui.work_orders.answers import read_number

Item = dict[str, str]
"""The texts of one item by name; `id` where it is on the work order already."""
_KINDS = tuple(AnswerKind)
_NEEDS = {
    AnswerKind.NUMBER: ("unit", "least", "most"),
    AnswerKind.CHOICE: ("choices",),
}


class ChecklistEditor(QWidget):
    """`typed` outlives the form, so that Esc loses nothing; its rows are the items: text, kind, what that needs."""

    def __init__(self, typed: Typed) -> None:
        super().__init__()
        self._typed = typed
        self.rows: list[ItemRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.trouble = Text("", Kind.NOTE, Role.BAD, wrap=True)
        self.trouble.hide()
        self.add_button = Button(self.tr("Add checklist item"), icon_name="plus")
        self.add_button.clicked.connect(self._add_new)
        line = QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._list)
        column.addWidget(self.trouble)
        column.addLayout(line)
        for one in typed.rows:
            self._add(one)

    def read(self) -> tuple[list[dict[str, Any]], list[Problem]]:
        """The items that have a text, and what can't be read."""
        items, problems = [], []
        for one in self._typed.rows:
            if not one.get("text", "").strip():
                continue
            item, wrong = _item(one)
            items.append(item)
            problems += wrong
        return items, problems

    def set_error(self, message: str) -> None:
        self.trouble.setText(message)
        self.trouble.setVisible(bool(message))
        if message:
            announce(self.trouble, message)

    def _add_new(self) -> None:
        one: Item = {"kind": AnswerKind.TICK.value}
        self._typed.rows.append(one)
        self._add(one).focus()

    def _add(self, one: Item) -> "ItemRow":
        row = ItemRow(one, self._edited)
        row.removed.connect(partial(self._remove, row))
        self.rows.append(row)
        self._list.addWidget(row)
        return row

    def _remove(self, row: "ItemRow") -> None:
        position = self.rows.index(row)
        del self.rows[position], self._typed.rows[position]
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.add_button.setFocus()
        self._edited()

    def _edited(self) -> None:
        self.set_error("")
        self._typed.touch()


class ItemRow(QWidget):
    removed = Signal()

    def __init__(self, typed: Item, edited: Callable[[], None]) -> None:
        super().__init__()
        self._typed, self._edited = typed, edited
        self._kind = Choice(tuple(_kind_word(kind) for kind in _KINDS))
        names = {
            "text": (translate("ItemRow", "Item"), ""),
            "unit": (translate("ItemRow", "Unit"), translate("ItemRow", "such as Pa")),
            "least": (translate("ItemRow", "Least"), translate("ItemRow", "may stay empty")),
            "most": (translate("ItemRow", "Most"), translate("ItemRow", "may stay empty")),
            "choices": (translate("ItemRow", "To choose from"), translate("ItemRow", "with commas between them")),
        }
        self.lines = {name: QLineEdit(typed.get(name, "")) for name in names}
        self._fields = {name: FormField(title, self.lines[name], hint) for name, (title, hint) in names.items()}
        remove = Button("", ButtonKind.LINK, icon_name="trash-2")
        remove.setAccessibleName(translate("ItemRow", "Remove this item"))
        remove.setToolTip(remove.accessibleName())
        remove.clicked.connect(self.removed)
        for name, line in self.lines.items():
            line.textChanged.connect(partial(self._keep, name))
        self._kind.currentIndexChanged.connect(self._choose)
        asks = FormField(translate("ItemRow", "Answer"), self._kind)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(Columns((self._fields["text"], asks), (3, 1), spacing=12), 1)
        top.addWidget(remove, 0, Qt.AlignmentFlag.AlignBottom)
        self._number = Columns(tuple(self._fields[name] for name in _NEEDS[AnswerKind.NUMBER]), spacing=12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._number)
        column.addWidget(self._fields["choices"])
        self.choose(AnswerKind(typed["kind"]))

    def focus(self) -> None:
        self.lines["text"].setFocus()

    def choose(self, kind: AnswerKind) -> None:
        self._kind.setCurrentIndex(_KINDS.index(kind))
        self._choose(_KINDS.index(kind))

    def _choose(self, position: int) -> None:
        kind = _KINDS[position]
        self._typed["kind"] = kind.value
        self._number.setVisible(kind is AnswerKind.NUMBER)
        self._fields["choices"].setVisible(kind is AnswerKind.CHOICE)
        self._edited()

    def _keep(self, name: str, text: str) -> None:
        self._typed[name] = text
        self._edited()


def _item(typed: Item) -> tuple[dict[str, Any], list[Problem]]:
    kind = AnswerKind(typed["kind"])
    item: dict[str, Any] = {"text": typed["text"].strip()}
    if typed.get("id"):
        item["id"] = typed["id"]
    if kind is not AnswerKind.TICK:
        item["kind"] = kind.value
    problems = []
    for name in _NEEDS.get(kind, ()):
        text = typed.get(name, "").strip()
        if name == "choices":
            item[name] = [one.strip() for one in text.replace(";", ",").split(",") if one.strip()]
        elif name == "unit" and text:
            item[name] = text
        elif text:
            item[name] = read_number(text)
            if item[name] is None:
                message = translate("ItemRow", "{item}: {text} is not a number.")
                problems.append(Problem("checklist", "invalid", message.format(item=item["text"], text=text)))
    return item, problems


def _kind_word(kind: AnswerKind) -> str:
    return {
        AnswerKind.TICK: translate("ItemRow", "Tick"),
        AnswerKind.NUMBER: translate("ItemRow", "Number"),
        AnswerKind.TEXT: translate("ItemRow", "Words"),
        AnswerKind.CHOICE: translate("ItemRow", "Choice"),
        AnswerKind.PHOTO: translate("ItemRow", "Photo"),
    }[kind]
