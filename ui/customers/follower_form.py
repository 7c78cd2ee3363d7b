"""One site or contact, typed: what is wrong stands beside it, and what was typed outlives the form."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sync.errors import Problem
from sync.language import translate
from ui.drafts import Typed
from ui.look import Kind as TextKind
from ui.palette import Role
from ui.widgets.button import Button, ButtonKind
from ui.widgets.field import FormField
from ui.widgets.text import Text


class FollowerForm(QWidget):
    """`names` are the fields with their labels, the name first."""

    typed = Signal(str, str)
    save_asked = Signal()

    def __init__(self, names: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.editors = {name: QLineEdit() for name, _label in names}
        self.fields = {name: FormField(label, self.editors[name]) for name, label in names}
        self._trouble = Text("", TextKind.NOTE, Role.BAD, wrap=True)
        self._trouble.hide()
        self.save = Button(translate("FollowersCard", "Save"), ButtonKind.PRIMARY)
        self.cancel = Button(translate("FollowersCard", "Cancel"))
        self.remove = Button(translate("FollowersCard", "Remove"), ButtonKind.DANGER)
        self.save.clicked.connect(self.save_asked)
        for name, editor in self.editors.items():
            editor.textChanged.connect(lambda text, name=name: self._keep(name, text))
            editor.returnPressed.connect(self.save_asked)
        self._lay_out()

    @property
    def texts(self) -> dict[str, str]:
        return {name: editor.text() for name, editor in self.editors.items()}

    def fill(self, typed: Typed) -> None:
        for name, editor in self.editors.items():
            editor.setText(typed.get(name, ""))
            self.fields[name].set_error("")
        self._trouble.hide()

    def allow(self, *, may: bool) -> None:
        for button in (self.save, self.remove):
            button.setEnabled(may)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        messages = {problem.field: problem.message for problem in problems}
        for name, field in self.fields.items():
            field.set_error(messages.get(name, ""))

    def focus_on_problem(self) -> None:
        next((one for one in self.fields.values() if one.has_error), self.fields["name"]).editor.setFocus()

    def show_trouble(self, sentence: str) -> None:
        self._trouble.setText(sentence)
        self._trouble.show()

    def _keep(self, name: str, text: str) -> None:
        if self.fields[name].has_error:
            self.fields[name].set_error("")
        self.typed.emit(name, text)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for field in self.fields.values():
            column.addWidget(field)
        column.addWidget(self._trouble)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.save, self.cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.remove)
        column.addLayout(buttons)
