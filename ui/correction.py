"""Correcting one entry: other times, with a reason that stays beside them. The first record is never overwritten."""

from datetime import datetime, time, timedelta, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from client.session import Session
from client.views import Entry
from sync.errors import InvalidInput, StreamFlowError
from ui import words
from ui.keys import Action
from ui.palette import Role
from ui.timesheet_rows import what
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.field import FormField
from ui.widgets.text import Text
from ui.writer import Writer

_DAY = timedelta(days=1)


class Correction(Card):
    closed = Signal()
    saved = Signal()

    def __init__(self, session: Session, writer: Writer, zone: tzinfo) -> None:
        super().__init__(self.tr("Correct this entry"))
        self._session, self._writer, self._zone = session, writer, zone
        self._entry: Entry | None = None
        self._about = Text("", ink=Role.MUTED, wrap=True)
        self._start, self._end = self._field(self.tr("Start")), self._field(self.tr("End"))
        self._reason = self._field(self.tr("Reason"), self.tr("It stays beside the correction."))
        self._save = Button(self.tr("Save correction"), ButtonKind.PRIMARY, key=Action.SAVE)
        self._save.clicked.connect(self.save)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.closed)
        self.add(self._about)
        self.add(Columns((self._start, self._end, self._reason), (1, 1, 3), spacing=12))
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._save)
        line.addWidget(cancel)
        line.addStretch(1)
        self.add(line)

    def show_entry(self, entry: Entry) -> None:
        self._entry = entry
        self._about.setText(
            " · ".join(part for part in (words.date_text(entry.day), what(entry), entry.work_order) if part)
        )
        self._editor(self._start).setText(words.time_text(entry.start, self._zone))
        self._editor(self._end).setText(words.time_text(entry.end, self._zone) if entry.end else "")
        self._end.setEnabled(entry.end is not None or entry.is_unresolved)
        self._editor(self._reason).clear()
        for field in (self._start, self._end, self._reason):
            field.set_error("")
        target = self._end if entry.is_unresolved else self._start
        self._editor(target).setFocus()
        self._editor(target).selectAll()

    def save(self) -> None:
        entry = self._entry
        if entry is None or not self._save.isEnabled():
            return
        start, end = self._read(self._start), self._read(self._end) if self._end.isEnabled() else None
        reason = self._editor(self._reason).text()
        self._reason.set_error("" if reason.strip() else self.tr("Please say why."))
        if any(field.has_error for field in (self._start, self._end, self._reason)):
            return
        begins = self._instant(entry.start, start)
        ends = self._instant(begins, end) if end else None
        if ends and ends <= begins:
            ends += _DAY
        self._save.setEnabled(False)
        self._writer.do(lambda: correct(self._session, entry, begins, ends, reason), self._done, self._refuse)

    def _field(self, label: str, hint: str = "") -> FormField:
        editor = QLineEdit()
        editor.returnPressed.connect(self.save)
        return FormField(label, editor, hint)

    def _editor(self, field: FormField) -> QLineEdit:
        assert isinstance(field.editor, QLineEdit)
        return field.editor

    def _read(self, field: FormField) -> time | None:
        found = words.read_time(self._editor(field).text())
        example = words.time_text(datetime(2026, 1, 1, 16, 30))  # noqa: DTZ001 - a wall clock's reading, not an instant
        field.set_error(self.tr("A time, like {example}.").format(example=example) if found is None else "")
        return found

    def _instant(self, near: datetime, at: time | None) -> datetime:
        """That reading of the wall clock on the day of `near`; an unchanged reading keeps its seconds."""
        local = near.astimezone(self._zone)
        if at is None or (local.hour, local.minute) == (at.hour, at.minute):
            return near
        return local.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)

    def _done(self, _outcome: object) -> None:
        self._save.setEnabled(True)
        self.saved.emit()

    def _refuse(self, trouble: StreamFlowError) -> None:
        self._save.setEnabled(True)
        problems = trouble.problems if isinstance(trouble, InvalidInput) else ()
        fields = {"reason": self._reason, "at": self._start}
        for problem in problems:
            fields.get(problem.field, self._reason).set_error(problem.message)
        if not problems:
            self._reason.set_error(str(trouble))


def correct(session: Session, entry: Entry, start: datetime, end: datetime | None, reason: str) -> None:
    """Amend what differs. A clock-out that was forgotten is made now, and amended to when it should have been."""
    clock, user = session.time, entry.user_id
    if start != entry.start:
        clock.amend(entry.start_punch, start, reason, for_user=user)
    if end is None or end == entry.end:
        return
    out = entry.end_punch or clock.clock_out(for_user=user).punch_id
    clock.amend(out, end, reason, for_user=user)
