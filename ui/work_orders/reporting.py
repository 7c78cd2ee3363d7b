"""The job report: saved where the person wants it, or attached to the work order."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.widgets.toast import ToastValue
from ui.workplace import Workplace


class Reporting(QObject):
    def __init__(self, place: Workplace, page: QWidget, order_id: str) -> None:
        super().__init__(page)
        self._place, self._page, self._order_id = place, page, order_id

    def save(self) -> None:
        name = self._place.session.reports.file_name(self._order_id)
        chosen, _ = QFileDialog.getSaveFileName(
            self._page, self.tr("Save the job report"), str(Path.home() / name), self.tr("PDF files (*.pdf)")
        )
        if chosen:
            self.save_as(Path(chosen))

    def save_as(self, file: Path) -> None:
        job = partial(self._place.session.reports.save, self._order_id, file)
        self._place.messenger.do(job, self._saved, self._place.shell.tell_trouble)

    def attach(self) -> None:
        job = partial(self._place.session.reports.attach, self._order_id)
        self._place.messenger.do(job, self._attached, self._place.shell.tell_trouble)

    def _saved(self, file: Path) -> None:
        text = self.tr("Job report saved as {name}.").format(name=file.name)
        self._place.shell.toast(ToastValue(text, sign="check"))

    def _attached(self, _attachment_id: str) -> None:
        text = self.tr("Job report attached. It is saved on this device.")
        self._place.shell.toast(ToastValue(text, sign="check"))
