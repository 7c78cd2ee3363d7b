"""Help from outside: what support may see, looked at before it is saved; and unsent work as an encrypted file."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPlainTextEdit

from sync.errors import InvalidInput, StreamFlowError
from ui import look
from ui.palette import Role
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.field import FormField
from ui.widgets.text import Text
from ui.widgets.toast import ToastValue
from ui.words import number_text
from ui.workplace import Workplace

_HIGH = 260


class BundleCard(Card):
    """One click shows what it holds, the next one saves exactly that."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(self.tr("Diagnostics for support"))
        self._place = place
        self._parts: Mapping[str, str] = {}
        why = self.tr("Versions, counts, checks and the log, without names, phone numbers, notes or sign-in data.")
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(self.tr("What the bundle holds"))
        self.preview.setMinimumHeight(look.px(_HIGH))
        self.preview.hide()
        self.collect = Button(self.tr("Show what it holds"))
        self.keep = Button(self.tr("Save the bundle…"), ButtonKind.PRIMARY)
        self.keep.hide()
        self.collect.clicked.connect(self._collect)
        self.keep.clicked.connect(self._choose_file)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.collect)
        line.addWidget(self.keep)
        line.addStretch(1)
        self.add(Text(why, ink=Role.MUTED, wrap=True))
        self.add(self.preview)
        self.add(line)

    def save_to(self, path: Path) -> None:
        job = partial(self._place.session.bundle.save, path, self._parts)
        self._place.messenger.do(job, partial(self._saved, path))

    def _collect(self) -> None:
        self.collect.setEnabled(False)
        self._place.messenger.do(self._place.session.bundle.collect, self._show, self._fail)

    def _show(self, parts: Mapping[str, str]) -> None:
        self.collect.setEnabled(True)
        self._parts = parts
        self.preview.setPlainText("\n\n".join(f"── {name} ──\n{text}" for name, text in parts.items()))
        self.preview.show()
        self.keep.show()

    def _fail(self, trouble: StreamFlowError) -> None:
        self.collect.setEnabled(True)
        self._place.shell.tell_trouble(trouble)

    def _choose_file(self) -> None:
        title = self.tr("Save the bundle")
        file, form = Path.home() / "streamflow-diagnostics.zip", self.tr("Archive (*.zip)")
        name, _ = QFileDialog.getSaveFileName(self, title, str(file), form)
        if name:
            self.save_to(Path(name))

    def _saved(self, path: Path, _count: int) -> None:
        self._place.shell.toast(ToastValue(self.tr("The bundle is in {name}.").format(name=path.name)))


class RescueCard(Card):
    """Takes unsent work to another device of the same person; here it stays as well."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(self.tr("Unsent work on another device"))
        self._place = place
        why = self.tr(
            "If this device is to be repaired or replaced: save what is not sent as an encrypted file, and take it "
            "over on another device where you have signed in. It is sent once, wherever it goes out first."
        )
        self._secret = QLineEdit()
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._field = FormField(self.tr("Passphrase of the file, 8 characters or more"), self._secret)
        save, load = Button(self.tr("Save encrypted…")), Button(self.tr("Take over…"))
        save.clicked.connect(self._choose_new)
        load.clicked.connect(self._choose_known)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(save)
        line.addWidget(load)
        line.addStretch(1)
        self.add(Text(why, ink=Role.MUTED, wrap=True))
        self.add(self._field)
        self.add(line)

    def save_to(self, path: Path) -> None:
        self._do(partial(self._place.session.rescue.save, path, self._secret.text()), partial(self._saved, path))

    def load_from(self, path: Path) -> None:
        self._do(partial(self._place.session.rescue.load, path, self._secret.text()), partial(self._loaded, path))

    def _do(self, job: Callable[[], int], done: Callable[[int], None]) -> None:
        self._field.set_error("")
        self._place.messenger.do(job, done, self._refuse)

    def _saved(self, path: Path, count: int) -> None:
        form = self.tr("Saved in {name}, encrypted; changes: {count}. They are still here, too.")
        self._tell(form, path, count)

    def _loaded(self, path: Path, count: int) -> None:
        form = self.tr("Taken over from {name}; changes: {count}. They are sent from here now.")
        self._tell(form, path, count)

    def _tell(self, form: str, path: Path, count: int) -> None:
        self._secret.clear()
        self._place.shell.toast(ToastValue(form.format(name=path.name, count=number_text(count))))

    def _refuse(self, trouble: StreamFlowError) -> None:
        if isinstance(trouble, InvalidInput) and trouble.problems[0].field == "passphrase":
            self._field.set_error(str(trouble))
            self._secret.setFocus()
            return
        self._place.shell.tell_trouble(trouble)

    def _choose_new(self) -> None:
        title = self.tr("Save unsent work")
        name, _ = QFileDialog.getSaveFileName(self, title, str(Path.home() / "streamflow-unsent.rescue"), self._forms())
        if name:
            self.save_to(Path(name))

    def _choose_known(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Take over unsent work"), "", self._forms())
        if name:
            self.load_from(Path(name))

    def _forms(self) -> str:
        return self.tr("Unsent work (*.rescue)")
