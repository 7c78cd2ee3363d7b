"""A question on the page, where the answer is given: never a dialog in the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sync.language import translate
from ui.on_demand import OnDemand
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.field import FormField, go_to_wrong
from ui.widgets.text import Text


class Question(Card):
    """One at a time; `ask` shows it, any answer hides it."""

    typed = Signal(str)
    """The reason as it stands there; empty again when it is taken or not wanted."""

    def __init__(self) -> None:
        super().__init__(margin=16)
        self._answer: Callable[[str], None] | None = None
        self._must_say = ""
        self.hide()

    @OnDemand
    def _form(self) -> "_Form":
        """Many pages may ask something, and few do."""
        form = _Form()
        form.yes.clicked.connect(self._take)
        form.no.clicked.connect(self._put_away)
        form.line.returnPressed.connect(self._take)
        form.line.textChanged.connect(self.typed)
        self.add(form)
        return form

    def ask(self, text: str, yes: str, answer: Callable[[str], None], must_say: str = "", reason: str = "") -> None:
        """`must_say` is what to tell where a reason is needed and missing; without it none is asked for."""
        self._answer, self._must_say = answer, must_say
        form = self._form
        form.text.setText(text)
        self.setAccessibleName(text)
        form.yes.setText(yes)
        form.field.setVisible(bool(must_say))
        form.field.set_error("")
        if must_say:
            form.line.setText(reason)
        self.show()
        (form.line if must_say else form.yes).setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self) -> None:
        reason = self._form.line.text().strip()
        if self._must_say and not reason:
            self._form.field.set_error(self._must_say)
            go_to_wrong((self._form.field,))
            return
        self._put_away()
        if self._answer is not None:
            self._answer(reason)

    def _put_away(self) -> None:
        self.hide()
        if self._must_say:
            self._form.line.clear()


class _Form(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.text = Text("", wrap=True)
        self.line = QLineEdit()
        self.field = FormField(translate("Question", "Reason"), self.line)
        self.yes = Button("", ButtonKind.PRIMARY)
        self.no = Button(translate("Question", "Not now"))
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.text)
        column.addWidget(self.field)
        column.addLayout(buttons)
