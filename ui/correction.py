"""Correcting one entry: other times, with a reason that stays beside them. The first record is never overwritten."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, tzinfo
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from client.session import Session
from client.views import Entry
from sync.errors import InvalidInput, StreamFlowError
from sync.language import translate
from ui import keys, words
from ui.drafts import Drafts, Typed
from ui.keys import Action
from ui.palette import Role
from ui.punch_places import PunchPlaces
from ui.timesheet_rows import what
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.field import FormField, go_to_wrong
from ui.widgets.text import Text
from ui.widgets.time_field import TimeField
from ui.writer import Writer

FORM = "timesheet/correction"
_DAY = timedelta(days=1)


class Correction(Card):
    closed = Signal()
    saved = Signal()
    removed = Signal()

    def __init__(self, session: Session, writer: Writer, zone: tzinfo, drafts: Drafts) -> None:
        super().__init__(self.tr("Correct this entry"))
        self._session, self._writer, self._zone, self._drafts = session, writer, zone, drafts
        self._typed: Typed | None = None
        self._begun: dict[str, str] = {}
        self._entry: Entry | None = None
        self._about = Text("", ink=Role.MUTED, wrap=True)
        self._history = Text("", ink=Role.MUTED, wrap=True)
        self._places = PunchPlaces(session, writer, zone)
        self._locked = Text(
            self.tr("This week is approved. It is returned first, and corrected then."), ink=Role.WARN, wrap=True
        )
        self._start, self._end = TimeField(self.tr("Start"), zone), TimeField(self.tr("End"), zone)
        self._why = QLineEdit()
        self._reason = FormField(self.tr("Reason"), self._why, self.tr("It stays beside the correction."))
        self._save = Button(self.tr("Save correction"), ButtonKind.PRIMARY, key=Action.SAVE)
        self._save.clicked.connect(self.save)
        keys.answer(Action.SAVE, self, self.save)
        for asking in (self._start.entered, self._end.entered, self._why.returnPressed):
            asking.connect(self.save)
        self._editors = {"start": self._start.line, "end": self._end.line, "reason": self._why}
        for name, editor in self._editors.items():
            editor.textChanged.connect(partial(self._keep, name))
        self._remove = Button(self.tr("Remove this entry"), ButtonKind.DANGER)
        self._remove.clicked.connect(self.remove)
        self._cancel = Button(self.tr("Close"))
        self._cancel.clicked.connect(self._drop)
        self.closed.connect(self.hide)
        self.add(self._about)
        self.add(self._history)
        self.add(self._places)
        self.add(self._locked)
        self._fields = (self._start, self._end, self._reason)
        self._form = Columns(self._fields, (1, 1, 3), spacing=12)
        self.add(self._form)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._save)
        line.addWidget(self._cancel)
        line.addStretch(1)
        line.addWidget(self._remove)
        self.add(line)

    def show_entry(self, entry: Entry, *, is_locked: bool = False) -> None:
        """With every punch and correction behind it; only these where its week is locked."""
        self._entry, self._typed = None if is_locked else entry, None
        self._history.setText("\n".join(history_text(self._session, entry, self._zone)))
        self._places.show_punches(entry.start_punch, entry.end_punch)
        self._locked.setVisible(is_locked)
        self._form.setVisible(not is_locked)
        for button in (self._save, self._remove):
            button.setVisible(not is_locked)
            button.setEnabled(True)
        self._about.setText(
            " · ".join(part for part in (words.date_text(entry.day), what(entry), entry.work_order) if part)
        )
        self._start.show_instant(entry.start)
        self._end.show_instant(entry.end)
        self._end.setEnabled(entry.end is not None or entry.is_unresolved)
        self._why.clear()
        self._reason.set_error("")
        self._go_on(entry)
        if is_locked:
            self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            (self._end if entry.is_unresolved else self._start).focus()

    def _go_on(self, entry: Entry) -> None:
        """With what was typed on this entry before."""
        typed = self._drafts.of(FORM, f"{entry.user_id} {entry.day} {entry.id}")
        self._begun = {name: editor.text() for name, editor in self._editors.items()}
        for name, text in typed.items():
            self._editors[name].setText(text)
        self._typed = typed

    def _keep(self, name: str, text: str) -> None:
        if self._typed is not None:
            self._typed.change(name, text, self._begun[name])

    def _drop(self) -> None:
        if self._typed is not None:
            self._typed.clear()
        self.closed.emit()

    def save(self) -> None:
        entry = self._entry
        if entry is None or not self._save.isEnabled():
            return
        begins = self._start.read(entry.start)
        ends = self._end.read(begins or entry.start) if self._end.isEnabled() else None
        reason = self._why.text()
        self._reason.set_error("" if reason.strip() else self.tr("Please say why."))
        if begins == entry.start and not self._end.has_error and ends in (None, entry.end):
            self._start.set_error(self.tr("The times are as they were. Change one of them, or close this."))
        if go_to_wrong(self._fields) or begins is None:
            return
        if ends and ends <= begins:
            ends += _DAY
        self._do(lambda: correct(self._session, entry, begins, ends, reason), self.saved)

    def remove(self) -> None:
        """It did not happen: it counts no more, and stays on record with the reason."""
        entry = self._entry
        if entry is None or not self._remove.isEnabled():
            return
        reason = self._why.text()
        self._reason.set_error("" if reason.strip() else self.tr("Please say why."))
        if not go_to_wrong((self._reason,)):
            self._do(lambda: self._session.time.remove(entry, reason), self.removed)

    def _do(self, job: Callable[[], object], done: SignalInstance) -> None:
        self._allow(False)
        self._writer.do(job, partial(self._done, done), self._refuse)

    def _allow(self, is_allowed: bool) -> None:
        for button in (self._save, self._remove):
            button.setEnabled(is_allowed)

    def _done(self, done: SignalInstance, _outcome: object) -> None:
        self._allow(True)
        if self._typed is not None:
            self._typed.clear()
        done.emit()

    def _refuse(self, trouble: StreamFlowError) -> None:
        self._allow(True)
        problems = trouble.problems if isinstance(trouble, InvalidInput) else ()
        fields = {"reason": self._reason, "at": self._start}
        for problem in problems:
            fields.get(problem.field, self._reason).set_error(problem.message)
        if not problems:
            self._reason.set_error(str(trouble))
        go_to_wrong(self._fields)


def history_text(session: Session, entry: Entry, zone: tzinfo) -> Iterator[str]:
    """What was clocked and what was said of it later, each with when, by whom and why."""
    for line in session.timesheet.history(entry):
        at = line.at.astimezone(zone)
        by = translate("Correction", "by {name}").format(name=line.by) if line.by else ""
        when = f"{words.date_text(at.date())} {words.time_text(at)}"
        yield " · ".join(part for part in (when, line.what, by, line.reason) if part)


def correct(session: Session, entry: Entry, start: datetime, end: datetime | None, reason: str) -> None:
    """Amend what differs. A forgotten clock-out is entered by hand, or behind a later shift made now and amended."""
    clock, user = session.time, entry.user_id
    clock.check_unlocked(entry.start_punch, *(instant for instant in (start, end) if instant is not None))
    if start != entry.start:
        clock.amend(entry.start_punch, start, reason, for_user=user)
    if end is None or end == entry.end:
        return
    if entry.end_punch is None and clock.state(for_user=user).since == entry.start:
        clock.end_at(end, reason, for_user=user)
        return
    out = entry.end_punch or clock.clock_out(for_user=user).punch_id
    clock.amend(out, end, reason, for_user=user)
