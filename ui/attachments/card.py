"""The attachments of one record: what is there, and a way to add to it: chosen, dropped or signed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from client.views import AttachmentLine
from sync.errors import StreamFlowError
from sync.kinds import Kind
from ui.announce import announce
from ui.attachments.row import AttachmentRow
from ui.look import Kind as TextKind
from ui.palette import Role
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.question import Question
from ui.widgets.text import Text
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace
from ui.writer import Failed

_SHOWN = 50


class AttachmentsCard(Card):
    """`signature` makes a button for one. Photos are read and made smaller on the thread for what takes long."""

    signature_asked = Signal()

    def __init__(self, place: Workplace, kind: Kind, *, signature: bool = False) -> None:
        super().__init__(self.tr("Photos and files"))
        self._place, self._kind = place, kind
        self._subject_id = ""
        self._busy = 0
        self._rows: dict[str, AttachmentRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(14)
        self._none = Text(self.tr("Nothing here yet. Add a photo, or drop a file here."), ink=Role.MUTED, wrap=True)
        self._waits = Text("", TextKind.NOTE, Role.MUTED, wrap=True)
        self._trouble = Text("", TextKind.NOTE, Role.BAD, wrap=True)
        self._trouble.hide()
        self.question = Question()
        self._add = Button(self.tr("Add photo or file"), icon_name="camera")
        self._sign = Button(self.tr("Signature"), icon_name="pencil")
        self._add.clicked.connect(self._choose)
        self._sign.clicked.connect(self.signature_asked)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._add)
        if signature:
            line.addWidget(self._sign)
        line.addStretch(1)
        for part in (self._list, self.question, self._none, self._waits, self._trouble, line):
            self.add(part)
        self.setAcceptDrops(True)

    def show_of(self, subject_id: str) -> None:
        """Read anew and show; rows that stay keep the focus."""
        if subject_id != self._subject_id:
            self._subject_id = subject_id
            self._trouble.hide()
        lines = self._place.session.attachments.of(subject_id)[-_SHOWN:]
        if list(self._rows) != [line.id for line in lines]:
            self._rebuild(lines)
        today = self._place.now().astimezone(self._place.zone).date()
        for line in lines:
            self._rows[line.id].show_line(line, today)
        self._none.setVisible(not lines)
        self._show_waiting()

    def attach(self, files: list[Path]) -> None:
        attachments = self._place.session.attachments
        for file in files:
            self._busy += 1
            job = partial(attachments.attach, self._kind, self._subject_id, file)
            self._place.messenger.do(job, self._attached, self._not_attached)
        self._show_waiting()

    def sign(self, signer: str, picture: bytes, done: Callable[[str], None], failed: Failed) -> None:
        job = partial(self._place.session.attachments.sign, self._subject_id, signer, picture)
        self._place.messenger.do(job, done, failed)

    def refresh(self) -> None:
        self.show_of(self._subject_id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _local_files(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.attach(_local_files(event.mimeData().urls()))

    def _choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Add photos or files"), "", self.tr("All files (*)"))
        self.attach([Path(name) for name in names])

    def _attached(self, _attachment_id: object) -> None:
        self._busy -= 1
        self._trouble.hide()
        announce(self, self.tr("Saved on this device"))
        self.show_of(self._subject_id)

    def _not_attached(self, trouble: StreamFlowError) -> None:
        self._busy -= 1
        self._trouble.setText(str(trouble))
        self._trouble.show()
        announce(self, str(trouble))
        self._show_waiting()

    def _show_waiting(self) -> None:
        if self._busy:
            text = self.tr("Adding…")
        elif self._place.session.attachments.is_held_back and self._rows:
            text = self.tr("As you have set it, only what you fetch is carried; the rest waits.")
        else:
            text = ""
        self._waits.setText(text)
        self._waits.setVisible(bool(text))

    def _open(self, line: AttachmentLine) -> None:
        job = partial(self._place.session.attachments.copy_to_open, line.id)
        self._place.writer.do(job, self._opened, self._place.shell.tell_trouble)

    def _opened(self, copy: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            text = self.tr("Nothing on this computer opens {name}. Save a copy instead.").format(name=copy.name)
            self._place.shell.toast(ToastValue(text, sign="info"))

    def _fetch(self, line: AttachmentLine) -> None:
        job = partial(self._place.session.attachments.fetch, line.id)
        self._place.writer.do(job, self._refetch, self._place.shell.tell_trouble)

    def _save(self, line: AttachmentLine) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), str(Path.home() / line.name))
        if name:
            job = partial(self._place.session.attachments.save_copy, line.id, Path(name))
            self._place.messenger.do(job, self._saved, self._place.shell.tell_trouble)

    def _saved(self, copy: Path) -> None:
        self._place.shell.toast(ToastValue(self.tr("Saved as {name}.").format(name=copy.name), sign="check"))

    def _ask_to_remove(self, line: AttachmentLine) -> None:
        text = self.tr("Remove {name}? It goes for everybody.").format(name=line.name)
        self.question.ask(text, self.tr("Remove"), lambda _reason: self._remove(line))

    def _remove(self, line: AttachmentLine) -> None:
        job = partial(self._place.session.attachments.remove, line.id)
        self._place.writer.do(job, self._refetch, self._place.shell.tell_trouble)

    def _refetch(self, _outcome: object) -> None:
        self.show_of(self._subject_id)

    def _rebuild(self, lines: tuple[AttachmentLine, ...]) -> None:
        for row in self._rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {line.id: self._row() for line in lines}
        for row in self._rows.values():
            self._list.addWidget(row)

    def _row(self) -> AttachmentRow:
        row = AttachmentRow(self._place.zone)
        row.opened.connect(self._open)
        row.fetched.connect(self._fetch)
        row.saved.connect(self._save)
        row.removed.connect(self._ask_to_remove)
        return row


def _local_files(urls: list[QUrl]) -> list[Path]:
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
