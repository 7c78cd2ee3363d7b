"""Leads out of a file: choose it, see what the columns mean and what will happen, take it in, stop when wanted."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar

from client.csv_import import ImportResult, LeadImport, Preview, TakenBack
from sync.errors import InvalidInput, Problem, StreamFlowError
from sync.language import translate
from ui import words
from ui.leads.mapping import ColumnMapping
from ui.look import Kind
from ui.palette import Role
from ui.widgets.badge import Tone
from ui.widgets.banner import Banner, BannerValue
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.checklist import ChecklistItem, ChecklistRow
from ui.widgets.text import Text
from ui.workplace import Workplace

_PROBLEMS = 5


class _Progress(QObject):
    """From the thread that imports to the window."""

    moved = Signal(int, int)
    undone = Signal(int)


class ImportPanel(Card):
    closed = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__(self.tr("Import leads from a file"))
        self._place = place
        self._content = b""
        self._import: LeadImport | None = None
        self._result: ImportResult | None = None
        self._preview: Preview | None = None
        self._is_running = False
        self._is_stoppable = False
        self._progress = _Progress(self)
        self._progress.moved.connect(self._move)
        self._says = Text("", ink=Role.MUTED, wrap=True)
        self._trouble = Banner()
        self._mapping = ColumnMapping()
        self._problems = Text("", Kind.NOTE, Role.BAD, wrap=True)
        self._skip = ChecklistRow(ChecklistItem(self.tr("Leave out those that look like somebody who is here already")))
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Import"))
        self._bar.setTextVisible(False)
        self._choose = Button(self.tr("Choose a file…"))
        self._start = Button(self.tr("Import"), ButtonKind.PRIMARY)
        self._stop = Button(self.tr("Stop"))
        self._take_back = Button(self.tr("Take this import back"), icon_name="undo-2")
        self._close = Button(self.tr("Back to the leads"), icon_name="arrow-left")
        self._lay_out()
        self._show_stage()

    @property
    def is_begun(self) -> bool:
        """A file is chosen, and not taken in yet."""
        return self._preview is not None or self._is_running

    def ask_for_file(self) -> None:
        if self._is_running:
            return
        form = self.tr("Tables (*.csv *.tsv *.txt);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import leads"), "", form)
        if name:
            self.read(Path(name))

    def read(self, file: Path) -> None:
        """Read the file and show what its columns would become."""
        self._preview = self._result = None
        self._trouble.hide()
        self._says.setText(self.tr("Reading {name}…").format(name=file.name))
        self._import = self._place.session.leads.start_import()
        self._show_stage()
        self._place.messenger.do(partial(_read, file, self._import), self._take, self._refuse)

    def _take(self, answer: tuple[bytes, Preview]) -> None:
        self._content, self._preview = answer
        self._mapping.show_preview(self._preview)
        self._show_stage()

    def _remap(self) -> None:
        if self._preview is None or self._import is None:
            return
        mapping = self._mapping.chosen(self._preview)
        self._start.setEnabled(False)
        self._place.messenger.do(
            partial(_preview_again, self._import, self._content, mapping), self._take, self._refuse
        )

    def _run(self) -> None:
        if self._preview is None or self._import is None:
            return
        self._is_running = self._is_stoppable = True
        self._bar.setRange(0, max(1, len(self._preview.good)))
        self._bar.setValue(0)
        self._show_stage()
        job = partial(
            self._import.run,
            self._preview,
            skip_lookalikes=self._skip.isChecked(),
            progress=self._progress.moved.emit,
        )
        self._place.messenger.do(job, self._done, self._refuse)

    def _undo(self) -> None:
        if self._import is None or self._result is None:
            return
        self._is_running = True
        self._is_stoppable = False
        self._bar.setRange(0, len(self._result.ids))
        self._bar.setValue(0)
        self._says.setText(self.tr("Taking the import back…"))
        self._show_stage()
        undo = partial(self._import.undo, self._result, lambda done, _total: self._progress.undone.emit(done))
        self._place.messenger.do(undo, self._undone, self._refuse)

    def _undone(self, taken: TakenBack) -> None:
        self._is_running = False
        self._result = None
        gone = self.tr("Taken back: {count}. The file can be imported again.")
        left = self.tr("Left, since they had been sent: {count}. The office can delete them.") if taken.left else ""
        parts = (
            gone.format(count=words.number_text(taken.withdrawn + taken.deleted)),
            left.format(count=words.number_text(taken.left)),
        )
        self._says.setText(" ".join(part for part in parts if part))
        self._show_stage()

    def _cancel(self) -> None:
        if self._import is not None:
            self._import.cancel()
            self._says.setText(self.tr("Stopping…"))

    def _move(self, done: int, total: int) -> None:
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        form = self.tr("{done} of {total} are saved on this device.")
        self._says.setText(form.format(done=words.number_text(done), total=words.number_text(total)))

    def _done(self, result: ImportResult) -> None:
        self._is_running = False
        self._preview = None
        self._result = result if result.added else None
        self._says.setText(self._result_text(result))
        self._show_stage()

    def _refuse(self, trouble: StreamFlowError) -> None:
        self._is_running = False
        self._preview = None
        kept = self.tr("What was imported before is kept; the file is as it was.")
        self._trouble.set_value(BannerValue(f"{trouble} {kept}", tone=Tone.BAD, sign="octagon-alert"))
        self._trouble.show()
        self._says.setText("")
        self._show_stage()

    def _result_text(self, result: ImportResult) -> str:
        added = self.tr("Leads saved on this device: {count}.").format(count=words.number_text(result.added))
        known = self.tr("Already imported before: {count}.")
        known = known.format(count=words.number_text(result.already_imported)) if result.already_imported else ""
        out = self.tr("Left out: {count}.").format(count=words.number_text(result.left_out))
        stopped = self.tr("Stopped: import the file again to go on.") if result.is_cancelled else ""
        return " ".join(part for part in (added, known, out if result.left_out else "", stopped) if part)

    def _show_stage(self) -> None:
        preview = self._preview
        has_preview = preview is not None and not self._is_running
        self._mapping.setVisible(has_preview)
        self._skip.setVisible(has_preview and bool(preview and preview.lookalikes))
        self._problems.setVisible(has_preview and bool(preview and preview.problems))
        self._start.setVisible(has_preview)
        self._start.setEnabled(bool(preview and preview.good))
        self._bar.setVisible(self._is_running)
        self._stop.setVisible(self._is_running and self._is_stoppable)
        self._take_back.setVisible(self._result is not None and not self._is_running)
        self._choose.setVisible(not self._is_running)
        if preview is not None and not self._is_running:
            self._trouble.hide()
            self._describe(preview)
        elif self._import is None:
            self._says.setText(self.tr("Any table with a heading row will do: comma, semicolon or tab between cells."))

    def _describe(self, preview: Preview) -> None:
        ready = self.tr("Ready: {count}.").format(count=words.number_text(len(preview.good)))
        parts = [ready]
        for count, form in (
            (preview.already_imported, self.tr("Imported before: {count}.")),
            (len(preview.repeated), self.tr("Twice in the file: {count}.")),
            (len(preview.lookalikes), self.tr("Look like somebody who is here already: {count}.")),
            (len({problem.line for problem in preview.problems}), self.tr("With a mistake, so left out: {count}.")),
        ):
            if count:
                parts.append(form.format(count=words.number_text(count)))
        self._says.setText(" ".join(parts))
        lines = [
            self.tr("Line {line}: {message}").format(line=problem.line, message=problem.message)
            for problem in preview.problems[:_PROBLEMS]
        ]
        more = len(preview.problems) - _PROBLEMS
        if more > 0:
            lines.append(self.tr("and {count} more").format(count=words.number_text(more)))
        self._problems.setText("\n".join(lines))
        count = len(preview.good)
        form = self.tr("Import 1 lead") if count == 1 else self.tr("Import {count} leads")
        self._start.setText(form.format(count=words.number_text(count)))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button, do in (
            (self._start, self._run),
            (self._stop, self._cancel),
            (self._take_back, self._undo),
            (self._choose, self.ask_for_file),
            (self._close, self.closed.emit),
        ):
            self._press(button, do)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._mapping.changed.connect(self._remap)
        self._progress.undone.connect(self._bar.setValue)
        for part in (self._says, self._trouble, self._mapping, self._problems, self._skip, self._bar):
            self.add(part)
        self.add(buttons)
        self._trouble.hide()

    def _press(self, button: Button, do: Callable[[], object]) -> None:
        button.clicked.connect(lambda _checked: do())


def _read(file: Path, import_: LeadImport) -> tuple[bytes, Preview]:
    try:
        content = file.read_bytes()
    except OSError as trouble:
        message = translate("import", "{name} can't be read: {reason}.").format(name=file.name, reason=trouble.strerror)
        raise InvalidInput(Problem("", "unreadable", message)) from trouble
    return content, import_.preview(content)


def _preview_again(import_: LeadImport, content: bytes, mapping: dict[str, tuple[int, ...]]) -> tuple[bytes, Preview]:
    return content, import_.preview(content, mapping)
