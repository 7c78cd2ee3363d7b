"""A question on the page, where the answer is given: never a dialog in the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.field import FormField
from ui.widgets.text import Text


class Question(Card):
    """One at a time; `ask` shows it, any answer hides it."""

    typed = Signal(str)
    """The reason as it stands there; empty again when it is taken or not wanted."""

    def __init__(self) -> None:
        super().__init__(margin=16)
        self._answer: Callable[[str], None] | None = None
        self._must_say = ""
        self._text = Text("", wrap=True)
        self._line = QLineEdit()
        self._field = FormField(self.tr("Reason"), self._line)
        self._yes = Button("", ButtonKind.PRIMARY)
        self._no = Button(self.tr("Not now"))
        self.add(self._text)
        self.add(self._field)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self._yes)
        buttons.addWidget(self._no)
        buttons.addStretch(1)
        self.add(buttons)
        self._yes.clicked.connect(self._take)
        self._no.clicked.connect(self._put_away)
        self._line.returnPressed.connect(self._take)
        self._line.textChanged.connect(self.typed)
        self.hide()

    def ask(self, text: str, yes: str, answer: Callable[[str], None], must_say: str = "", reason: str = "") -> None:
        """`must_say` is what to tell where a reason is needed and missing; without it none is asked for."""
        self._answer, self._must_say = answer, must_say
        self._text.setText(text)
        self.setAccessibleName(text)
        self._yes.setText(yes)
        self._field.setVisible(bool(must_say))
        self._field.set_error("")
        if must_say:
            self._line.setText(reason)
        self.show()
        (self._line if must_say else self._yes).setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self) -> None:
        reason = self._line.text().strip()
        if self._must_say and not reason:
            self._field.set_error(self._must_say)
            return
        self._put_away()
        if self._answer is not None:
            self._answer(reason)

    def _put_away(self) -> None:
        self.hide()
        if self._must_say:
            self._line.clear()
