"""A calm question: were you at work? It takes no focus, and nothing changes until it is answered."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from client.views import Answer, Doubt, Punched, Why
from sync.errors import InvalidInput, StreamFlowError
from ui import words
from ui.drafts import Typed
from ui.palette import Role
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.widgets.time_field import TimeField
from ui.workplace import Workplace


class StillThere(Card):
    answered = Signal(object)
    """views.Punched, or None where all stays as it is."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(self.tr("Were you at work?"))
        self._place = place
        self._doubt: Doubt | None = None
        self._typed: Typed | None = None
        self._begun = ""
        self._text = Text("", wrap=True)
        self._note = Text(self.tr("It is kept as it is until you say so."), ink=Role.MUTED, wrap=True)
        self._at = TimeField(self.tr("Work ended at"), place.zone)
        self._keep = Button("")
        self._end = Button(self.tr("It ended then"))
        self._leave_out = Button(self.tr("Leave this time out"))
        self._break = Button(self.tr("It was a break"))
        for button, answer in (
            (self._keep, Answer.KEEP),
            (self._leave_out, Answer.LEAVE_OUT),
            (self._break, Answer.BREAK),
        ):
            button.clicked.connect(partial(self._give, answer, None))
        self._end.clicked.connect(self._end_then)
        self._at.entered.connect(self._end_then)
        self._at.line.textChanged.connect(self._keep_time)
        self._lay_out()
        self.hide()

    def show_doubt(self, doubt: Doubt | None) -> None:
        """What is typed stays while the same is asked."""
        is_same = doubt is not None and doubt.is_same(self._doubt)
        self._doubt = doubt
        self.setVisible(doubt is not None)
        if doubt is None or is_same:
            return
        self._text.setText(self._question(doubt))
        self._typed = None
        self._at.show_instant(doubt.since)
        self._begun = self._at.line.text()
        self._typed = self._place.drafts.of("today/still_there", doubt.start_punch)
        self._at.line.setText(self._typed.get("at", self._begun))
        is_late = doubt.why is Why.LATE
        self.set_title(self.tr("Are you still at work?") if is_late else self.tr("Were you at work?"))
        self._keep.setText(self.tr("Yes, still working") if is_late else self.tr("I was working"))
        for button in (self._leave_out, self._break):
            button.setVisible(not is_late)

    def _lay_out(self) -> None:
        self.add(self._text)
        self.add(self._note)
        line = QHBoxLayout()
        line.setSpacing(10)
        for button in (self._keep, self._leave_out, self._break):
            line.addWidget(button)
        line.addStretch(1)
        self.add(line)
        ending = QHBoxLayout()
        ending.setSpacing(10)
        ending.addWidget(self._at, 1)
        ending.addWidget(self._end, 0, Qt.AlignmentFlag.AlignBottom)
        ending.addStretch(3)
        self.add(ending)

    def _question(self, doubt: Doubt) -> str:
        since, until = (words.time_text(at, self._place.zone) for at in (doubt.since, doubt.until))
        if doubt.why is Why.LATE:
            form = self.tr("You mostly stop about {time}, and the clock still runs.")
            return form.format(time=since)
        if doubt.work_order:
            form = self.tr("This computer slept from {since} to {until} while you were on the clock for {job}.")
            return form.format(since=since, until=until, job=doubt.work_order)
        form = self.tr("This computer slept from {since} to {until} while you were on the clock.")
        return form.format(since=since, until=until)

    def _keep_time(self, text: str) -> None:
        if self._typed is not None:
            self._typed.change("at", text, self._begun)

    def _end_then(self) -> None:
        if self._doubt is not None:
            at = self._at.read(self._doubt.since)
            if at is not None:
                self._give(Answer.ENDED, at)

    def _give(self, answer: Answer, at: datetime | None) -> None:
        if self._doubt is not None:
            job = partial(self._place.session.doubts.answer, self._doubt, answer, at)
            self._place.writer.do(job, self._done, self._refuse)

    def _done(self, punched: Punched | None) -> None:
        if self._typed is not None:
            self._typed.clear()
        self.show_doubt(self._place.session.doubts.current())
        self.answered.emit(punched)

    def _refuse(self, trouble: StreamFlowError) -> None:
        problems = trouble.problems if isinstance(trouble, InvalidInput) else ()
        self._at.set_error(" ".join(problem.message for problem in problems) or str(trouble))
