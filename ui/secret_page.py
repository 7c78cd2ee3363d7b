"""A page that asks for one secret and says beside it what is wrong: unlocking the program, signing in again."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sync.errors import StreamFlowError
from ui import look
from ui.look import Kind
from ui.palette import Role
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.field import FormField
from ui.widgets.text import Text
from ui.writer import Writer

_WIDTH = 440


@dataclass(frozen=True)
class SecretValue:
    title: str
    text: str
    label: str
    action: str
    links: tuple[str, ...] = ()
    """Other ways, below."""


class SecretPage(QWidget):
    """`use` runs on the worker with what was typed; `accepted` has its result."""

    accepted = Signal(object)
    link_asked = Signal(int)

    def __init__(self, value: SecretValue, worker: Writer, use: Callable[[str], object]) -> None:
        super().__init__()
        self._worker, self._use = worker, use
        self._secret = QLineEdit()
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._secret.returnPressed.connect(self._ask)
        self._field = FormField(value.label, self._secret)
        self._button = Button(value.action, ButtonKind.PRIMARY)
        self._button.clicked.connect(self._ask)
        card = Card(margin=28)
        card.set_spacing(14)
        card.add(Text(value.title, Kind.TITLE, wrap=True))
        card.add(Text(value.text, ink=Role.MUTED, wrap=True))
        card.add(self._field)
        card.add(self._button)
        for place, text in enumerate(value.links):
            link = Button(text, ButtonKind.LINK)
            link.clicked.connect(partial(self.link_asked.emit, place))
            card.add(link)
        centered(self, card)
        self.setFocusProxy(self._secret)

    def _ask(self) -> None:
        if not self._button.isEnabled():
            return
        secret = self._secret.text()
        self._field.set_error("")
        self._button.setEnabled(False)
        self._worker.do(lambda: self._use(secret), self._take, self._refuse)

    def _take(self, result: object) -> None:
        self._button.setEnabled(True)
        self.accepted.emit(result)

    def _refuse(self, trouble: StreamFlowError) -> None:
        self._button.setEnabled(True)
        self._field.set_error(str(trouble))
        self._secret.selectAll()
        self._secret.setFocus(Qt.FocusReason.OtherFocusReason)


def centered(page: QWidget, card: QWidget) -> None:
    """A narrow card in the middle of an otherwise empty page."""
    card.setFixedWidth(look.px(_WIDTH))
    line = QHBoxLayout()
    line.addStretch(1)
    line.addWidget(card)
    line.addStretch(1)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    column.addStretch(1)
    column.addLayout(line)
    column.addStretch(1)
