"""A new work order: what, for whom, where and when."""

from datetime import datetime, time, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from sync.errors import InvalidInput, Problem, StreamFlowError
from sync.terms import Status
from ui import keys, look, record_words, words
from ui.drafts import Typed, then_clear
from ui.keys import Action
from ui.page import PageTop, page_layout
from ui.widgets.badge import Tone
from ui.widgets.banner import Banner, BannerValue
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.checklist import ChecklistItem, ChecklistRow
from ui.widgets.columns import Columns
from ui.widgets.field import FormField, go_to_wrong
from ui.widgets.offers import dress_completions
from ui.work_orders.checklist_editor import ChecklistEditor
from ui.workplace import Workplace

_OFFERED = 8
_BEGIN = time(8, 0)


class NewWorkOrderPage(QWidget):
    made = Signal(str)

    def __init__(self, place: Workplace, typed: Typed) -> None:
        """`typed` outlives the form, so that Esc loses nothing."""
        super().__init__()
        self._place, self._typed = place, typed
        self._customers: dict[str, str] = {}
        self._addresses: dict[str, str] = {}
        self._description = QPlainTextEdit()
        self._lines = {name: QLineEdit() for name in ("title", "customer", "address", "day", "time", "hours")}
        self.fields = {name: FormField(title, self._editor(name), hint) for name, title, hint in self._titles()}
        self.checklist = ChecklistEditor(typed)
        self._mine = ChecklistRow(ChecklistItem(self.tr("I do it myself"), is_done=True))
        self._save = Button(self.tr("Save"), ButtonKind.PRIMARY, key=Action.SAVE)
        self._trouble = Banner()
        self._offers = QStringListModel(self)
        self._lay_out()
        self._connect()

    def focus(self) -> None:
        self._lines["title"].setFocus()

    def save(self) -> None:
        fields, problems = self._read()
        problems += self._place.session.work_orders.problems(fields)
        self._show_problems(problems)
        if problems:
            if not go_to_wrong(self.fields.values()):
                self._place.shell.bring_into_view(self.checklist.trouble)
            return
        self._save.setEnabled(False)
        create = partial(self._place.session.work_orders.create, fields)
        self._place.writer.do(create, then_clear(self._typed, self._saved), self._not_saved)

    def _saved(self, order_id: str) -> None:
        self.made.emit(order_id)

    def _not_saved(self, trouble: StreamFlowError) -> None:
        self._save.setEnabled(True)
        text = self.tr("Not saved: {trouble} What you typed is still here.").format(trouble=trouble)
        self._trouble.set_value(BannerValue(text, tone=Tone.BAD, sign="octagon-alert"))
        self._trouble.show()
        if isinstance(trouble, InvalidInput):
            self._show_problems(list(trouble.problems))

    def _read(self) -> tuple[dict[str, Any], list[Problem]]:
        problems: list[Problem] = []
        text = {name: line.text().strip() for name, line in self._lines.items()}
        fields: dict[str, Any] = {"title": text["title"], "address": text["address"]}
        fields["description"] = self._description.toPlainText().strip()
        if text["customer"]:
            fields["customer_id"] = self._customer_id(text["customer"], problems)
        fields["scheduled_start"] = self._read_start(text["day"], text["time"], problems)
        fields["planned_minutes"] = self._read_minutes(text["hours"], problems)
        items, wrong = self.checklist.read()
        fields["checklist"] = [{"id": f"item-{place}", **item} for place, item in enumerate(items, start=1)]
        problems += wrong
        if self._mine.isChecked():
            fields |= {"assignee_id": self._place.session.me.id, "status": Status.ASSIGNED}
        return {name: value for name, value in fields.items() if value or name == "title"}, problems

    def _customer_id(self, name: str, problems: list[Problem]) -> str:
        known = self._customers.get(name)
        if known is None:
            found = [one for one in self._place.session.customers.list(name, limit=2) if one.name == name]
            known = found[0].id if found else None
        if known is None:
            message = self.tr("Choose a customer from the list, or leave this empty.")
            problems.append(Problem("customer", "not_found", message))
        return known or ""

    def _read_start(self, day: str, time_of_day: str, problems: list[Problem]) -> datetime | None:
        if not day and not time_of_day:
            return None
        at = words.read_time(time_of_day) if time_of_day else _BEGIN
        if at is None:
            problems.append(Problem("time", "invalid", self.tr("A time, like 9:30.")))
        try:
            on = record_words.read_date(day) if day else None
        except ValueError as trouble:
            problems.append(Problem("day", "invalid", str(trouble)))
            return None
        if on is None:
            problems.append(Problem("day", "missing", self.tr("Say on which day, too.")))
        return datetime.combine(on, at, tzinfo=self._place.zone) if on and at else None

    def _read_minutes(self, hours: str, problems: list[Problem]) -> int | None:
        if not hours:
            return None
        try:
            return round(float(hours.replace(",", ".")) * 60)
        except (ValueError, OverflowError):
            problems.append(Problem("hours", "invalid", self.tr("Hours are a number, such as 2 or 1.5.")))
            return None

    def _show_problems(self, problems: list[Problem]) -> None:
        names = {"customer_id": "customer", "scheduled_start": "day", "planned_minutes": "hours"}
        messages = {names.get(problem.field, problem.field): problem.message for problem in reversed(problems)}
        for name, one in self.fields.items():
            one.set_error(messages.get(name, ""))
        self.checklist.set_error(messages.get("checklist", ""))

    def _offer(self, text: str) -> None:
        found = self._place.session.customers.list(text, limit=_OFFERED) if text.strip() else ()
        self._customers |= {one.name: one.id for one in found}
        self._addresses |= {one.name: one.address for one in found}
        self._offers.setStringList([one.name for one in found])

    def _take_customer(self, name: str) -> None:
        if not self._lines["address"].text():
            self._lines["address"].setText(self._addresses.get(name, ""))

    def _clear_error(self, name: str, _text: str = "") -> None:
        if self.fields[name].has_error:
            self.fields[name].set_error("")

    def _titles(self) -> tuple[tuple[str, str, str], ...]:
        tomorrow = self._place.now().astimezone(self._place.zone).date() + timedelta(days=1)
        return (
            ("title", self.tr("What is to be done"), ""),
            ("customer", self.tr("Customer"), self.tr("Type a few letters of a customer on this device")),
            ("address", self.tr("Address"), ""),
            ("day", self.tr("Day"), self.tr("such as {day}").format(day=record_words.date_text(tomorrow))),
            ("time", self.tr("Time"), self.tr("such as 9:30")),
            ("hours", self.tr("Planned hours"), self.tr("such as 1.5")),
            ("description", self.tr("Details"), ""),
        )

    def _editor(self, name: str) -> QWidget:
        return self._description if name == "description" else self._lines[name]

    def _connect(self) -> None:
        completer = QCompleter(self._offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._take_customer)
        dress_completions(completer, self._lines["customer"])
        self._lines["customer"].setCompleter(completer)
        self._lines["customer"].textEdited.connect(self._offer)
        self._typed.follow({**self._lines, "description": self._description})
        for name, line in self._lines.items():
            line.textChanged.connect(partial(self._clear_error, name))
        self._save.clicked.connect(self.save)
        for sequence in keys.sequences(Action.SAVE):
            QShortcut(sequence, self).activated.connect(self.save)

    def _lay_out(self) -> None:
        back = Button(self.tr("Back"), key=Action.BACK, icon_name="arrow-left")
        back.clicked.connect(self._place.shell.back)
        card = Card(margin=24)
        card.set_spacing(14)
        self._description.setFixedHeight(look.px(110))
        self._description.setTabChangesFocus(True)
        for name in ("title", "customer", "address"):
            card.add(self.fields[name])
        card.add(Columns((self.fields["day"], self.fields["time"], self.fields["hours"])))
        card.add(self.fields["description"])
        card.add(self.checklist)
        card.add(self._mine)
        buttons = QHBoxLayout()
        buttons.addWidget(self._save)
        buttons.addStretch(1)
        card.add(buttons)
        page = page_layout(self)
        page.addWidget(PageTop(self.tr("New work order"), (back,)))
        page.addWidget(self._trouble)
        page.addWidget(card)
        page.addStretch(1)
        self._trouble.hide()
