"""Settings: a PIN that locks the window of a device that several people use."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from sync.errors import InvalidInput, StreamFlowError
from ui import words
from ui.palette import Role
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.columns import Columns
from ui.widgets.field import FormField
from ui.widgets.text import Text
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace

_MINUTES = (1, 2, 5, 10, 30)


class PinCard(Card):
    def __init__(self, place: Workplace) -> None:
        super().__init__(self.tr("PIN for this device"))
        self._place = place
        self._editors = {"pin": QLineEdit(), "again": QLineEdit()}
        for editor in self._editors.values():
            editor.setEchoMode(QLineEdit.EchoMode.Password)
            editor.returnPressed.connect(self._save)
        self._fields = {
            "pin": FormField(self.tr("New PIN, 4 to 12 digits"), self._editors["pin"]),
            "again": FormField(self.tr("The same again"), self._editors["again"]),
        }
        why = self.tr(
            "For a device that several people use: after a pause the window is locked until you enter your PIN. The "
            "clock keeps running, nothing that you typed is lost, and your password always gets you in."
        )
        self.add(Text(why, wrap=True))
        self._state = Text("", ink=Role.MUTED, wrap=True)
        self.add(self._state)
        self.add(Columns((*self._fields.values(), self._chooser())))
        self._set = Button("")
        self._remove = Button(self.tr("Remove the PIN"))
        self._lock = Button(self.tr("Lock now"), icon_name="lock")
        self._set.clicked.connect(self._save)
        self._remove.clicked.connect(self._take_away)
        self._lock.clicked.connect(place.shell.lock_asked)
        line = QHBoxLayout()
        line.setSpacing(10)
        for button in (self._set, self._remove, self._lock):
            line.addWidget(button)
        line.addStretch(1)
        self.add(line)
        self._show_state()

    @property
    def is_begun(self) -> bool:
        return any(editor.text() for editor in self._editors.values())

    def _chooser(self) -> FormField:
        setting = self._place.session.settings.get("lock_minutes")
        texts = tuple(self.tr("after {minutes} min").format(minutes=words.number_text(minutes)) for minutes in _MINUTES)
        choice = Choice(texts)
        choice.setCurrentIndex(_MINUTES.index(setting.value) if setting.value in _MINUTES else -1)
        choice.setEnabled(not setting.is_locked)
        choice.currentIndexChanged.connect(lambda place: self._choose(_MINUTES[place]))
        hint = self.tr("Set by your organisation.") if setting.is_locked else ""
        return FormField(self.tr("Lock by itself"), choice, hint)

    def _choose(self, minutes: int) -> None:
        settings = self._place.session.settings
        self._place.writer.do(partial(settings.put, "lock_minutes", minutes))

    def _save(self) -> None:
        for field in self._fields.values():
            field.set_error("")
        self._set.setEnabled(False)
        job = partial(self._place.session.pin.choose, *(editor.text() for editor in self._editors.values()))
        self._place.writer.do(job, self._saved, self._refused)

    def _saved(self, _outcome: object) -> None:
        self._set.setEnabled(True)
        for editor in self._editors.values():
            editor.clear()
        self._place.shell.toast(ToastValue(self.tr("The PIN is set. It is asked for when this window was locked.")))
        self._show_state()

    def _refused(self, trouble: StreamFlowError) -> None:
        self._set.setEnabled(True)
        if isinstance(trouble, InvalidInput):
            for problem in trouble.problems:
                self._fields[problem.field].set_error(problem.message)
                self._editors[problem.field].setFocus()
            return
        self._place.shell.tell_trouble(trouble)

    def _take_away(self) -> None:
        self._place.writer.do(self._place.session.pin.remove, self._show_state)

    def _show_state(self, _outcome: object = None) -> None:
        is_set = self._place.session.pin.is_set
        set_text, none = self.tr("A PIN is set."), self.tr("No PIN is set: the window never locks.")
        self._state.setText(set_text if is_set else none)
        self._set.setText(self.tr("Change the PIN") if is_set else self.tr("Set the PIN"))
        for button in (self._remove, self._lock):
            button.setVisible(is_set)
