"""First run: where the server is and who you are. What is wrong is said beside the field that it is about."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from client.account import SecretsUnavailable, SignInForm, SignInTrouble
from client.accounts import Account
from sync.errors import StreamFlowError
from ui.account_menu import account_text
from ui.known import Known
from ui.look import Kind
from ui.palette import Role
from ui.secret_page import centered
from ui.widgets.badge import Tone
from ui.widgets.banner import Banner, BannerValue
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.field import FormField, go_to_wrong
from ui.widgets.header import Logo
from ui.widgets.text import Text
from ui.writer import Writer

Enter = Callable[[SignInForm, str | None], object]


class SignInPage(QWidget):
    """`enter` runs on the worker, since it waits for the network; `entered` has its result."""

    entered = Signal(object)
    account_chosen = Signal(object)
    """client.accounts.Account: somebody who has worked here before."""

    def __init__(self, worker: Writer, enter: Enter, known: Known, accounts: tuple[Account, ...] = ()) -> None:
        super().__init__()
        self._worker, self._enter, self._known, self._accounts = worker, enter, known, accounts
        self._banner = Banner(BannerValue("", tone=Tone.BAD, sign="circle-alert"))
        self._banner.hide()
        self._fields = {
            "server_url": self._field(self.tr("Server address"), known.server_url, self.tr("Your office knows it.")),
            "organisation": self._field(self.tr("Organisation"), known.organisation),
            "email": self._field(self.tr("E-mail"), known.email),
            "password": self._field(self.tr("Password"), is_secret=True),
            "passphrase": self._field(
                self.tr("Passphrase for this computer"),
                hint=self.tr("It protects your sign-in here and is asked for at each start. Keep it in mind."),
                is_secret=True,
            ),
        }
        self._fields["passphrase"].hide()
        self._button = Button(self.tr("Sign in"), ButtonKind.PRIMARY)
        self._button.clicked.connect(self._ask)
        self._busy = Text(self.tr("Asking the server…"), ink=Role.MUTED)
        self._busy.hide()
        centered(self, self._card())
        self._focus_first_empty()

    def _card(self) -> Card:
        card = Card(margin=28)
        card.set_spacing(12)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(Logo())
        top.addWidget(Text(self.tr("Sign in to StreamFlow Field"), Kind.TITLE), 1)
        card.add(top)
        card.add(Text(self.tr("After this you can work without a network."), ink=Role.MUTED, wrap=True))
        card.add(self._banner)
        if any(account.profile.email != self._known.email for account in self._accounts):
            self._add_accounts(card)
        for field in self._fields.values():
            card.add(field)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._button)
        line.addWidget(self._busy)
        line.addStretch(1)
        card.add(line)
        return card

    def _add_accounts(self, card: Card) -> None:
        card.add(Text(self.tr("Go on as"), Kind.HEADING))
        for account in self._accounts:
            button = Button(account_text(account))
            button.setAccessibleName(account_text(account))  # Qt would take an ampersand for the mark of a key
            button.clicked.connect(partial(self.account_chosen.emit, account))
            card.add(button)
        card.add(Text(self.tr("Or sign in"), Kind.HEADING))

    def _field(self, label: str, text: str = "", hint: str = "", *, is_secret: bool = False) -> FormField:
        editor = QLineEdit(text)
        if is_secret:
            editor.setEchoMode(QLineEdit.EchoMode.Password)
        editor.returnPressed.connect(self._ask)
        return FormField(label, editor, hint)

    def _ask(self) -> None:
        if not self._button.isEnabled() or not self._is_complete():
            return
        form = SignInForm(*(self._text(name) for name in ("server_url", "organisation", "email", "password")))
        self._wait(is_waiting=True)
        self._worker.do(partial(self._enter, form, self._text("passphrase") or None), self._take, self._refuse)

    def _is_complete(self) -> bool:
        self._banner.hide()
        empty = [name for name, field in self._fields.items() if not field.isHidden() and not self._text(name).strip()]
        for name, field in self._fields.items():
            field.set_error(self.tr("Please fill this in.") if name in empty else "")
        return not go_to_wrong(self._fields.values())

    def _take(self, result: object) -> None:
        self._wait(is_waiting=False)
        self.entered.emit(result)

    def _refuse(self, trouble: StreamFlowError) -> None:
        self._wait(is_waiting=False)
        name = trouble.field if isinstance(trouble, SignInTrouble) else ""
        if isinstance(trouble, SecretsUnavailable):
            name = "passphrase"
            self._fields[name].show()
        if name in self._fields:
            self._fields[name].set_error(str(trouble))
            go_to_wrong(self._fields.values())
        else:
            self._banner.set_value(BannerValue(str(trouble), tone=Tone.BAD, sign="circle-alert"))
            self._banner.show()

    def _wait(self, *, is_waiting: bool) -> None:
        self._button.setEnabled(not is_waiting)
        self._busy.setVisible(is_waiting)

    def _text(self, name: str) -> str:
        editor = self._fields[name].editor
        assert isinstance(editor, QLineEdit)
        return editor.text()

    def _focus_first_empty(self) -> None:
        empty = [name for name in self._fields if not self._text(name)]
        self.setFocusProxy(self._fields[empty[0]].editor)
