"""Entering time that was never clocked: from, to, on which job, and why; what is there already stays as it is."""

from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from client.views import Punched, WorkOrderLine
from sync.errors import InvalidInput, StreamFlowError
from sync.language import translate
from ui import keys, words
from ui.drafts import Typed
from ui.keys import Action
from ui.palette import Role
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.columns import Columns
from ui.widgets.field import FormField, go_to_wrong
from ui.widgets.text import Text
from ui.widgets.time_field import TimeField
from ui.workplace import Workplace

_DAY = timedelta(days=1)


class MissedTime(Card):
    closed = Signal()
    added = Signal(object)
    """views.Punched."""

    def __init__(self, place: Workplace, form: str) -> None:
        """`form` is the one of its drafts that is meant."""
        super().__init__(translate("MissedTime", "Add missed time"))
        self._place = place
        self._typed = place.drafts.of(form)
        self._jobs: tuple[WorkOrderLine, ...] = ()
        self._start, self._end = TimeField(self.tr("Start"), place.zone), TimeField(self.tr("End"), place.zone)
        self._why, self._job, self._on = QLineEdit(), Choice(), Choice()
        self._days: tuple[date, ...] = ()
        self._user: str | None = None
        self._day_field = FormField(self.tr("Day"), self._on)
        self._reason = FormField(self.tr("Reason"), self._why, self.tr("It stays beside the entry."))
        self._save = Button(self.tr("Add time"), ButtonKind.PRIMARY, key=Action.SAVE)
        self._cancel = Button(self.tr("Cancel"))
        self._lay_out()
        self._save.clicked.connect(self.save)
        keys.answer(Action.SAVE, self, self.save)
        self._cancel.clicked.connect(self._drop)
        self.closed.connect(self.hide)
        for asking in (self._start.entered, self._end.entered, self._why.returnPressed):
            asking.connect(self.save)
        self._typed.follow(self._editors())
        self._job.activated.connect(self._keep_job)
        self._on.activated.connect(self._keep_day)

    def fill(self, start: datetime, end: datetime, days: tuple[date, ...] = (), user: str | None = None) -> None:
        """The gap that it is about; with `days` the person says on which of them, with `user` it is somebody else's."""
        reason = self._why.text()
        self._begin(start, days, user)
        self._start.show_instant(None if days else start)
        self._end.show_instant(None if days else end)
        texts = {name: editor.text() for name, editor in self._editors().items()}
        self._typed.fill({**texts, "why": "", **_written(start, days, user)})
        if reason:
            self._typed["why"] = reason
        self.show()
        self._start.focus()

    def go_on(self) -> None:
        """With what was typed before."""
        start, days, user = _read(self._typed)
        texts = dict(self._typed)
        self._begin(start, days, user)
        if texts.get("on"):
            self._on.setCurrentIndex(int(texts["on"]))
        self._job.setCurrentIndex(self._places_of_jobs().get(texts.get("job", ""), 0))
        for field in (self._start, self._end):
            field.show_instant(None)
        for name, editor in self._editors().items():
            editor.setText(texts.get(name, ""))
        self.show()
        self._start.focus()

    def save(self) -> None:
        if not self._save.isEnabled():
            return
        day = self._chosen_day()
        start = self._start.read(day)
        end = self._end.read(start or day)
        reason = self._why.text()
        self._reason.set_error("" if reason.strip() else self.tr("Please say why."))
        if go_to_wrong((self._start, self._end, self._reason)) or start is None or end is None:
            return
        if end <= start:
            end += _DAY
        self._save.setEnabled(False)
        chosen = self._job.currentIndex()
        job = self._jobs[chosen - 1].id if chosen > 0 else None
        add = partial(self._place.session.time.add_missed, start, end, reason, job, for_user=self._user)
        self._place.writer.do(add, self._done, self._refuse)

    def _chosen_day(self) -> datetime:
        """An instant on the day that was chosen; a reading of the clock is laid on its day."""
        if not self._days:
            return self._day
        day = self._days[self._on.currentIndex()]
        return datetime.combine(day, self._day.astimezone(self._place.zone).time(), self._place.zone)

    def _begin(self, start: datetime, days: tuple[date, ...], user: str | None) -> None:
        self._offer_jobs()
        self._day, self._days, self._user = start, days, user
        self._on.clear()
        self._on.addItems([words.date_text(day) for day in days])
        self._on.setCurrentIndex(max(0, len(days) - 1))
        self._day_field.setVisible(bool(days))
        self._reason.set_error("")

    def _editors(self) -> dict[str, QLineEdit]:
        return {"start": self._start.line, "end": self._end.line, "why": self._why}

    def _keep_job(self, position: int) -> None:
        self._typed["job"] = self._jobs[position - 1].id if position else ""

    def _keep_day(self, position: int) -> None:
        self._typed["on"] = str(position)

    def _places_of_jobs(self) -> dict[str, int]:
        return {job.id: place for place, job in enumerate(self._jobs, start=1)}

    def _drop(self) -> None:
        self._why.clear()
        self._typed.clear()
        self.closed.emit()

    def _done(self, punched: Punched) -> None:
        self._save.setEnabled(True)
        self._why.clear()
        self._typed.clear()
        self.added.emit(punched)

    def _refuse(self, trouble: StreamFlowError) -> None:
        self._save.setEnabled(True)
        problems = trouble.problems if isinstance(trouble, InvalidInput) else ()
        fields: dict[str, FormField] = {"start": self._start, "end": self._end}
        for problem in problems:
            fields.get(problem.field, self._reason).set_error(problem.message)
        if not problems:
            self._reason.set_error(str(trouble))
        go_to_wrong((self._start, self._end, self._reason))

    def _offer_jobs(self) -> None:
        """Today's, since most likely it was one of them."""
        self._jobs = self._place.session.work_orders.today()
        self._job.clear()
        self._job.addItems([self.tr("No job"), *(job.label for job in self._jobs)])

    def _lay_out(self) -> None:
        about = self.tr("For time that you worked and did not clock. It is marked as entered by hand.")
        self.add(Text(about, ink=Role.MUTED, wrap=True))
        job = FormField(self.tr("Job"), self._job)
        self.add(Columns((self._day_field, self._start, self._end, job, self._reason), (2, 1, 1, 2, 3), spacing=12))
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._save)
        line.addWidget(self._cancel)
        line.addStretch(1)
        self.add(line)


def _written(start: datetime, days: tuple[date, ...], user: str | None) -> dict[str, str]:
    return {"at": start.isoformat(), "days": " ".join(day.isoformat() for day in days), "user": user or ""}


def _read(typed: Typed) -> tuple[datetime, tuple[date, ...], str | None]:
    days = tuple(date.fromisoformat(day) for day in typed.get("days", "").split())
    return datetime.fromisoformat(typed["at"]), days, typed.get("user") or None
