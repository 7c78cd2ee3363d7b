"""The week to take away: as a table, as a PDF, or on paper by way of the system's own dialog."""

from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QMenu

from client.views import Week
from sync.errors import InvalidInput
from ui import words
from ui.keys import Action, hint
from ui.print_paper import print_page
from ui.timesheet_paper import page
from ui.widgets.button import Button
from ui.widgets.menu import offer
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace

_LAST_DAY = timedelta(days=6)


class WeekFiles(Button):
    def __init__(self, place: Workplace) -> None:
        super().__init__(self.tr("Save or print…"), icon_name="download")
        self._place = place
        self._week: Week | None = None
        self._user: str | None = None
        self._printer: QPrinter | None = None  # a dialog doesn't keep its own
        self._menu = QMenu(self)
        for title, do in (
            (self.tr("Save as CSV…"), partial(self._choose, "csv")),
            (self.tr("Save as PDF…"), partial(self._choose, "pdf")),
            (self.tr("Print… ({key})").format(key=hint(Action.PRINT)), self.print_it),
        ):
            self._menu.addAction(title).triggered.connect(do)
        self.clicked.connect(self._offer)

    def show_week(self, week: Week, user: str | None) -> None:
        self._week, self._user = week, user

    def _offer(self) -> None:
        offer(self._menu, self)

    def print_it(self) -> None:
        self._printer = QPrinter()
        dialog = QPrintDialog(self._printer, self)
        dialog.setModal(True)
        dialog.accepted.connect(self.print_on)  # with the printer, other than that of other dialogs
        dialog.show()

    def print_on(self, printer: QPrinter) -> None:
        assert self._week is not None
        report = self._place.session.timesheet.report(self._week.start, self._user)
        print_page(page(report, self._place.session.local), printer)

    def save_table(self, path: Path) -> None:
        assert self._week is not None
        first, last = self._week.start, self._week.start + _LAST_DAY
        job = partial(self._place.session.timesheet.export_csv, path, first, last, self._user)
        self._place.messenger.do(job, partial(self._told_count, path))

    def save_paper(self, path: Path) -> None:
        """Drawn on this thread, where the fonts are; a week is one or two pages."""
        assert self._week is not None
        try:
            written = self._place.session.timesheet.export_pdf(path, self._week.start, self._user)
        except InvalidInput as trouble:
            self._place.shell.toast(ToastValue(str(trouble), sign="triangle-alert", seconds=20))
            return
        text = self.tr("The week is in {file}").format(file=written.name)
        self._place.shell.toast(ToastValue(text, details=str(written)))

    def _choose(self, ending: str) -> None:
        if self._week is None:
            return
        title = self.tr("Save as CSV") if ending == "csv" else self.tr("Save as PDF")
        name = f"timesheet-{self._week.start}.{ending}"
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(Path.home() / name), f"{ending.upper()} (*.{ending})")
        if chosen:
            (self.save_table if ending == "csv" else self.save_paper)(Path(chosen))

    def _told_count(self, path: Path, count: int) -> None:
        form = self.tr("1 entry is in {file}") if count == 1 else self.tr("{count} entries are in {file}")
        text = form.format(count=words.number_text(count), file=path.name)
        self._place.shell.toast(ToastValue(text, details=str(path)))
