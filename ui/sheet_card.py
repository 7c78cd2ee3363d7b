"""Where a week stands on its way to being approved, and the next step for whoever may take it."""

from collections.abc import Callable
from datetime import tzinfo
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from client.views import Mark, Sheet
from sync.language import translate
from sync.terms import SheetStatus
from ui import words
from ui.drafts import Typed
from ui.palette import Role
from ui.record_words import mark_badge
from ui.widgets.badge import Badge, BadgeValue, Outline, Tone
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.question import Question
from ui.widgets.text import Text
from ui.workplace import Workplace


class SheetCard(Card):
    stepped = Signal(str)
    """What was done, in a sentence."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(margin=14)
        self._place = place
        self._sheet: Sheet | None = None
        self._badge, self._mark = Badge(BadgeValue("")), Badge(BadgeValue(""))
        self._text = Text("", wrap=True)
        self._changed = Text("", ink=Role.WARN, wrap=True)
        self._running = Text(
            self.tr(
                "Time is still running. What is clocked after handing in counts as well: "
                "the week then says that it has changed, and can be handed in again."
            ),
            ink=Role.MUTED,
            wrap=True,
        )
        self._hand_in = Button(self.tr("Hand in this week"), ButtonKind.PRIMARY)
        self._approve = Button(self.tr("Approve"), ButtonKind.PRIMARY)
        self._return = Button(self.tr("Return…"))
        self._question = Question()
        self._lay_out()
        weeks = place.session.weeks
        self._hand_in.clicked.connect(lambda: self._step(weeks.hand_in, self.tr("Handed in – saved on this device")))
        self._approve.clicked.connect(lambda: self._step(weeks.approve, self.tr("Approved – saved on this device")))
        self._return.clicked.connect(self._ask)
        self._question.typed.connect(self._keep)

    def show_sheet(self, sheet: Sheet) -> None:
        if sheet == self._sheet:
            return
        before, self._sheet = self._sheet, sheet
        is_other = before is None or (sheet.user_id, sheet.week) != (before.user_id, before.week)
        is_decided = before is not None and sheet.status is not before.status
        self._badge.set_value(status_badge(sheet.status))
        self._mark.setVisible(sheet.mark is not Mark.SENT)
        self._mark.set_value(mark_badge(sheet.mark))
        self._text.setText(sentence(sheet, self._is_own(sheet), self._place.zone))
        self._changed.setText(changed_text(sheet))
        self._changed.setVisible(bool(self._changed.text()))
        may_hand_in = sheet.may_hand_in and not sheet.may_approve
        self._running.setVisible(may_hand_in and sheet.is_running)
        self._hand_in.setVisible(may_hand_in)
        self._approve.setVisible(sheet.may_approve)
        self._return.setVisible(sheet.may_return)
        self.setVisible(sheet.status is not None or sheet.may_hand_in)
        if is_other or is_decided or not sheet.may_return:
            self._question.hide()
        if is_other and sheet.may_return and self._typed(sheet).is_unsaved:
            self._ask()

    def _lay_out(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(self._text)
        said.addWidget(self._changed)
        said.addWidget(self._running)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._badge)
        line.addWidget(self._mark)
        line.addLayout(said, 1)
        for button in (self._return, self._hand_in, self._approve):
            line.addWidget(button)
        self.add(line)
        self.add(self._question)

    def _is_own(self, sheet: Sheet) -> bool:
        return sheet.user_id == self._place.session.profile.user_id

    def _step(self, take: Callable[[Sheet], None], done: str) -> None:
        assert self._sheet is not None
        self._place.writer.do(partial(take, self._sheet), lambda _: self.stepped.emit(done))

    def _ask(self) -> None:
        sheet = self._sheet
        assert sheet is not None
        text = self.tr("What is {name} to change? They read this beside the week.").format(name=sheet.user)
        self._question.ask(
            text, self.tr("Return the week"), self._give_back, self.tr("Please say what is to be changed."),
            self._typed(sheet).get("text", ""),
        )

    def _typed(self, sheet: Sheet) -> Typed:
        return self._place.drafts.of("timesheet/return", sheet.id or "")

    def _keep(self, comment: str) -> None:
        if self._sheet is not None:
            self._typed(self._sheet)["text"] = comment

    def _give_back(self, comment: str) -> None:
        give_back = self._place.session.weeks.give_back
        self._step(lambda sheet: give_back(sheet, comment), self.tr("Returned – saved on this device"))


def status_badge(status: SheetStatus | None) -> BadgeValue:
    match status:
        case SheetStatus.SUBMITTED:
            return BadgeValue(translate("week", "Handed in"), Tone.INFO, "inbox", Outline.ROUND)
        case SheetStatus.APPROVED:
            return BadgeValue(translate("week", "Approved"), Tone.BRAND, "circle-check", Outline.ROUND)
        case SheetStatus.RETURNED:
            return BadgeValue(translate("week", "Returned"), Tone.WARN, "undo-2", Outline.CUT)
        case None:
            return BadgeValue(translate("week", "Not handed in"), Tone.NEUTRAL, "pencil", Outline.SQUARE)


def sentence(sheet: Sheet, is_own: bool, zone: tzinfo) -> str:
    local = sheet.at.astimezone(zone) if sheet.at else None
    when = f"{words.date_text(local.date())}, {words.time_text(local)}" if local else ""
    match sheet.status:
        case None:
            if is_own:
                return translate("week", "Hand it in when it is complete.")
            return translate("week", "{name} has not handed it in yet.").format(name=sheet.user)
        case SheetStatus.SUBMITTED if sheet.may_approve and not is_own:
            if not when:
                return translate("week", "{name} waits for your decision.").format(name=sheet.user)
            form = translate("week", "{name} waits for your decision; handed in {when}.")
            return form.format(name=sheet.user, when=when)
        case SheetStatus.SUBMITTED:
            own = translate("week", "It waits for your crew lead or the office.")
            return own if is_own else translate("week", "It waits.")
        case SheetStatus.APPROVED:
            if not when:
                return translate("week", "Its times are not corrected any more unless it is returned.")
            form = translate("week", "By {name}, {when}. Its times are not corrected any more unless it is returned.")
            return form.format(name=sheet.by, when=when)
        case _:
            if not sheet.by:
                return translate("week", "To change: {comment}").format(comment=sheet.comment)
            return translate("week", "{name} asks: {comment}").format(name=sheet.by, comment=sheet.comment)


def changed_text(sheet: Sheet) -> str:
    """What was recorded after the last step never passes unseen."""
    if not sheet.is_changed or sheet.status is SheetStatus.RETURNED:
        return ""
    if sheet.status is SheetStatus.APPROVED:
        form = translate("week", "Changed since it was approved: {before} then, {now} now.")
    else:
        form = translate("week", "Changed since it was handed in: {before} then, {now} now.")
    return form.format(before=words.hours_text(sheet.stepped_worked), now=words.hours_text(sheet.worked))
