"""How to reach a customer: the fields, each with what is wrong with it beside it."""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit

from sync.errors import Problem
from ui.widgets.card import Card
from ui.widgets.field import FormField, go_to_wrong

FIELDS = ("name", "phone", "email", "address")


class CustomerForm(Card):
    edited = Signal(str, str)
    """Name of a field and its text, when a person has typed."""

    def __init__(self) -> None:
        super().__init__(self.tr("Contact"))
        self.editors = {name: QLineEdit() for name in FIELDS}
        titles = (self.tr("Name"), self.tr("Phone"), self.tr("E-mail"), self.tr("Address"))
        self.fields = {name: FormField(title, self.editors[name]) for name, title in zip(FIELDS, titles, strict=True)}
        for name, field in self.fields.items():
            self.add(field)
            self.editors[name].textChanged.connect(partial(self.edited.emit, name))

    def show_texts(self, texts: Mapping[str, str], *, may_change: bool) -> None:
        """A cursor stays where it is."""
        for name, editor in self.editors.items():
            if editor.text() != texts[name]:
                with QSignalBlocker(editor):
                    editor.setText(texts[name])
            editor.setReadOnly(not may_change)

    def texts(self) -> dict[str, str]:
        return {name: editor.text() for name, editor in self.editors.items()}

    def show_problems(self, problems: Iterable[Problem]) -> None:
        messages = {problem.field: problem.message for problem in problems}
        for name, field in self.fields.items():
            field.set_error(messages.get(name, ""))

    def focus(self) -> None:
        """Where something is to be mended, else at the beginning."""
        if not go_to_wrong(self.fields.values()):
            self.editors["name"].setFocus()
