"""What was refused, to be mended where it stands."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from client.views import SyncItem
from sync.errors import Problem
from ui import field_values, look
from ui.drafts import Typed
from ui.widgets.button import Button, ButtonKind
from ui.widgets.field import FormField
from ui.workplace import Workplace


class FixForm(QWidget):
    fixed = Signal(object)
    """The fields with their new values."""
    closed = Signal()

    def __init__(self, item: SyncItem, place: Workplace, draft: Typed) -> None:
        """`draft` outlives the form: what was typed is there again when it is opened again."""
        super().__init__()
        self._item, self._place, self._draft = item, place, draft
        self._before: dict[str, str] = {}
        self._editors = {name: self._editor(name) for name in mendable(item)}
        self._fields = {name: FormField(field_values.label(name), editor) for name, editor in self._editors.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for field in self._fields.values():
            column.addWidget(field)
        line = QHBoxLayout()
        line.setSpacing(10)
        send = Button(self.tr("Save and send again"), ButtonKind.PRIMARY)
        send.clicked.connect(self.save)
        close = Button(self.tr("Not now"))
        close.clicked.connect(self.closed)
        line.addWidget(send)
        line.addWidget(close)
        line.addStretch(1)
        column.addLayout(line)
        self.show_problems([Problem(name, item.code, text) for name, text in item.field_problems.items()])

    def focus(self) -> None:
        wrong = next((field for field in self._fields.values() if field.has_error), None)
        (wrong or next(iter(self._fields.values()))).editor.setFocus()

    def text(self, name: str) -> str:
        editor = self._editors[name]
        return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else editor.text()

    def put(self, name: str, text: str) -> None:
        editor = self._editors[name]
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
        else:
            editor.setText(text)

    def save(self) -> None:
        fields, problems = field_values.read(
            {name: self.text(name) for name in self._fields}, self._place.session.organisation.currency
        )
        self.show_problems(problems)
        if problems:
            self.focus()
        else:
            self.fixed.emit(fields)

    def show_problems(self, problems: list[Problem]) -> None:
        messages = {problem.field: problem.message for problem in problems}
        for name, field in self._fields.items():
            field.set_error(messages.get(name, ""))

    def _editor(self, name: str) -> QLineEdit | QPlainTextEdit:
        before = field_values.shown(name, self._item.mine.get(name), self._place.zone, lambda _id: "")
        self._before[name] = "" if self._item.mine.get(name) in (None, "") else before
        text = self._draft.get(name, self._before[name])
        editor: QLineEdit | QPlainTextEdit
        if name in field_values.LONG:
            editor = QPlainTextEdit(text)
            editor.setTabChangesFocus(True)
            editor.setFixedHeight(look.px(84))
        else:
            editor = QLineEdit(text)
        editor.textChanged.connect(lambda: self._keep(name))
        return editor

    def _keep(self, name: str) -> None:
        self._draft.change(name, self.text(name), self._before[name])
        if self._fields[name].has_error:
            self._fields[name].set_error("")


def mendable(item: SyncItem) -> tuple[str, ...]:
    """The fields that a person can type anew; what the server complained of comes first."""
    names = [name for name in (*item.field_problems, *item.mine) if name in field_values.MENDABLE]
    return tuple(dict.fromkeys(names))
