"""What was typed and is not saved yet: named where somebody looks, and opened where it was typed."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Protocol, cast

from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from sync.kinds import Kind
from sync.language import marked, translate
from ui import words
from ui.drafts import Typed
from ui.going import SCREENS
from ui.keys import Action
from ui.page import PageTop, page_layout
from ui.palette import Role
from ui.widgets.banner import Banner, BannerValue
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.workplace import Workplace

QUICK_LEAD = "quick_lead"
_MOST = 3
_NEW = {
    Kind.LEAD: marked("unsaved", "New lead"),
    Kind.WORK_ORDER: marked("unsaved", "New work order"),
    Kind.CUSTOMER: marked("unsaved", "New customer"),
}
_PARTS = {
    "note": marked("unsaved", "Note: {record}"),
    "plan": marked("unsaved", "Changes to {record}"),
    "part": marked("unsaved", "Part: {record}"),
    "checklist": marked("unsaved", "Checklist: {record}"),
    "answers": marked("unsaved", "Answer: {record}"),
    "reason": marked("unsaved", "Reason: {record}"),
    "signature": marked("unsaved", "Signature: {record}"),
    "order": marked("unsaved", "Work order for {record}"),
    "site": marked("unsaved", "Site: {record}"),
    "contact": marked("unsaved", "Contact: {record}"),
}
_OTHERS = {
    QUICK_LEAD: marked("unsaved", "Quick lead"),
    "today/missed_time": marked("unsaved", "Missed time"),
    "timesheet/missed_time": marked("unsaved", "Missed time"),
    "timesheet/return": marked("unsaved", "Week to return"),
    "attention/fix": marked("unsaved", "Something refused, being mended"),
    "attention/review": marked("unsaved", "A choice between two values"),
}


class GoesOn(Protocol):
    """A screen with forms."""

    def go_on(self, typed: Typed, /) -> bool:
        """Open the form in which this was typed; False where what it is about is not here any more."""


class UnsavedNote(Banner):
    """`kind` narrows it to one kind of record; `is_open` says what stands before one's eyes anyway."""

    def __init__(
        self, place: Workplace, kind: Kind | None = None, is_open: Callable[[Typed], bool] = lambda _: False
    ) -> None:
        super().__init__(BannerValue("", sign="pencil"))
        self._place, self._kind, self._is_open = place, kind, is_open
        self.action_asked.connect(self.open_first)
        place.drafts.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        found = self._found()
        self.setVisible(bool(found))
        if found:
            names = [name_of(typed, self._place) for typed in found[:_MOST]]
            if len(found) > _MOST:
                names.append(self.tr("and {count} more").format(count=words.number_text(len(found) - _MOST)))
            shown = ", ".join(names)
            said = self.tr("Typed and not saved yet:")
            self.set_value(BannerValue(said, shown, action=self.tr("Open"), sign="pencil"))

    def open_first(self) -> None:
        if found := self._found():
            open_typed(found[0], self._place)

    def _found(self) -> list[Typed]:
        wanted = (one for one in self._place.drafts.unsaved if self._is_wanted(one.form))
        return [one for one in wanted if not one.is_in_hand() and not self._is_open(one)]

    def _is_wanted(self, form: str) -> bool:
        """The question of Today asks for itself."""
        return form.startswith(self._kind) if self._kind else form != "today/still_there"


def name_of(typed: Typed, place: Workplace) -> str:
    form, _, part = typed.form.partition("/")
    if form not in set(_NEW):
        return _name_of_other(typed)
    kind = Kind(form)
    hit = place.session.search.hit(kind, typed.record) if typed.record else None
    title = typed.get("name") or typed.get("title") or translate("unsaved", _NEW[kind])
    title = hit.title if hit else title
    return translate("unsaved", _PARTS[part]).format(record=title) if part else title


def _name_of_other(typed: Typed) -> str:
    if typed.form == "timesheet/correction":
        day = date.fromisoformat(typed.record.split()[1])
        return translate("unsaved", "Correction of {day}").format(day=words.date_text(day))
    return translate("unsaved", _OTHERS[typed.form])


def screen_of(typed: Typed) -> str:
    form = typed.form.partition("/")[0]
    return SCREENS[Kind(form)] if form in set(SCREENS) else form


def open_typed(typed: Typed, place: Workplace) -> None:
    shell = place.shell
    if typed.form == QUICK_LEAD:
        shell.quick_lead_asked.emit()
        return
    key = screen_of(typed)
    if shell.has_screen(key):
        shell.show_screen(key)
    if not shell.has_screen(key) or not cast(GoesOn, shell.page(key)).go_on(typed):
        shell.open_detail(LeftBehind(typed, place))


class LeftBehind(QWidget):
    """Words whose record has left this device: to be read and taken along, or thrown away."""

    def __init__(self, typed: Typed, place: Workplace) -> None:
        super().__init__()
        self._typed, self._place = typed, place
        texts = (*typed.values(), *(text for row in typed.rows for text in row.values()))
        self._text = "\n".join(text for text in texts if text.strip())
        back = Button(self.tr("Back"), key=Action.BACK, icon_name="arrow-left")
        back.clicked.connect(place.shell.back)
        copy = Button(self.tr("Copy"), ButtonKind.PRIMARY)
        copy.clicked.connect(partial(QApplication.clipboard().setText, self._text))
        self.drop = Button(self.tr("Throw away"), ButtonKind.DANGER)
        self.drop.clicked.connect(self._throw_away)
        card = Card()
        card.set_spacing(14)
        told = self.tr("What this was typed for is not on this device any more. It is kept until you throw it away.")
        card.add(Text(told, ink=Role.MUTED, wrap=True))
        card.add(Text(self._text, wrap=True))
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(copy)
        line.addWidget(self.drop)
        line.addStretch(1)
        card.add(line)
        page = page_layout(self)
        page.addWidget(PageTop(name_of(typed, place), (back,)))
        page.addWidget(card)
        page.addStretch(1)

    def _throw_away(self) -> None:
        self._typed.clear()
        self._place.shell.back()
