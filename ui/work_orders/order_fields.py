"""What a work order says: what is to be done, for whom, where, when, and who does it."""

from collections.abc import Sequence
from datetime import timedelta, tzinfo
from functools import partial
from typing import Any

from PySide6.QtCore import QLocale, QStringListModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from client.views import WorkOrderDetail
from sync.errors import Problem
from ui import look, record_words, words
from ui.draft import Draft, Texts
from ui.typed_start import read_start
from ui.widgets.choice import Choice
from ui.widgets.columns import Columns
from ui.widgets.field import FormField
from ui.widgets.offers import dress_completions
from ui.workplace import Workplace

FIELDS = {
    "title": "title",
    "customer": "customer_id",
    "address": "address",
    "day": "scheduled_start",
    "time": "scheduled_start",
    "hours": "planned_minutes",
    "who": "assignee_id",
    "crew": "crew_id",
    "description": "description",
}
"""The field of a work order that each text is about."""
_OFFERED = 8


class OrderFields(QWidget):
    def __init__(self, place: Workplace, draft: Draft) -> None:
        super().__init__()
        self._place, self._draft = place, draft
        self._customers: dict[str, str] = {}
        self._addresses: dict[str, str] = {}
        self._description = QPlainTextEdit()
        self._lines = {name: QLineEdit() for name in ("title", "customer", "address", "day", "time", "hours")}
        self._choices = {"who": Choice(), "crew": Choice()}
        self.fields = {name: FormField(title, self._editor(name), hint) for name, title, hint in self._titles()}
        self._offers = QStringListModel(self)
        self._offer_people()
        self._lay_out()
        self._put(draft.texts)
        self._connect()

    @property
    def texts(self) -> dict[str, str]:
        lines = {name: line.text().strip() for name, line in self._lines.items()}
        chosen = {name: str(choice.currentData() or "") for name, choice in self._choices.items()}
        return {**lines, **chosen, "description": self._description.toPlainText().strip()}

    def focus(self) -> None:
        self._lines["title"].setFocus()

    def _put(self, texts: Texts) -> None:
        for name, text in self.texts.items():
            if name in self._lines and text != texts[name]:
                self._lines[name].setText(texts[name])
        if self.texts["description"] != texts["description"]:
            self._description.setPlainText(texts["description"])
        for name in self._choices:
            self.choose(name, texts[name])

    def choose(self, name: str, record_id: str) -> None:
        """Also somebody whom this device doesn't know."""
        choice = self._choices[name]
        if choice.findData(record_id) < 0:
            choice.addItem(self._place.session.people.name(record_id), record_id)
        choice.setCurrentIndex(choice.findData(record_id))

    def rebase(self, base: Texts) -> tuple[str, ...]:
        """The work order changed underneath; the answer names what others wrote where somebody types."""
        theirs = self._draft.rebase(base)
        self._put(self._draft.texts)
        return tuple(self.fields[name].label for name in theirs)

    def know_customer(self, name: str, customer_id: str) -> None:
        self._customers[name] = customer_id

    def read(self) -> tuple[dict[str, Any], list[Problem]]:
        """All of a work order's fields that stand here, and what can't be read."""
        problems: list[Problem] = []
        text = self.texts
        start, wrong_start = read_start(text["day"], text["time"], self._place.zone)
        problems += [Problem(name, "invalid", message) for name, message in wrong_start.items()]
        fields = {
            "title": text["title"],
            "address": text["address"],
            "description": text["description"],
            "customer_id": self._customer_id(text["customer"], problems),
            "scheduled_start": start,
            "planned_minutes": self._read_minutes(text["hours"], problems),
            "assignee_id": text["who"] or None,
            "crew_id": text["crew"] or None,
        }
        return fields, problems

    def show_problems(self, problems: Sequence[Problem]) -> None:
        names = {field: name for name, field in FIELDS.items() if name != "time"}
        messages = {names.get(problem.field, problem.field): problem.message for problem in reversed(problems)}
        for name, one in self.fields.items():
            one.set_error(messages.get(name, ""))

    def _customer_id(self, name: str, problems: list[Problem]) -> str | None:
        if not name:
            return None
        known = self._customers.get(name)
        if known is None:
            found = [one for one in self._place.session.customers.list(name, limit=2) if one.name == name]
            known = found[0].id if found else None
        if known is None:
            message = self.tr("Choose a customer from the list, or leave this empty.")
            problems.append(Problem("customer", "not_found", message))
        return known

    def _read_minutes(self, hours: str, problems: list[Problem]) -> int:
        if not hours:
            return 0
        try:
            return round(float(hours.replace(",", ".")) * 60)
        except (ValueError, OverflowError):
            problems.append(Problem("hours", "invalid", self.tr("Hours are a number, such as 2 or 1.5.")))
            return 0

    def _offer_people(self) -> None:
        people, me = self._place.session.people, self._place.session.me
        who, crew = self._choices["who"], self._choices["crew"]
        who.addItem(self.tr("Nobody yet"), "")
        who.addItem(self.tr("I do it myself"), me.id)
        others = (one for one in people.all() if one.is_active and one.id != me.id)
        for one in sorted(others, key=lambda one: one.name.casefold()):
            who.addItem(one.name, one.id)
        crew.addItem(self.tr("No crew"), "")
        for group in people.crews():
            crew.addItem(group.name, group.id)

    def _offer(self, text: str) -> None:
        found = self._place.session.customers.list(text, limit=_OFFERED) if text.strip() else ()
        self._customers |= {one.name: one.id for one in found}
        self._addresses |= {one.name: one.address for one in found}
        self._offers.setStringList([one.name for one in found])

    def _take_customer(self, name: str) -> None:
        if not self._lines["address"].text():
            self._lines["address"].setText(self._addresses.get(name, ""))

    def _keep(self, name: str, *_: object) -> None:
        self._draft.put(name, self.texts[name])
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
            ("who", self.tr("Who does it"), ""),
            ("crew", self.tr("Crew"), ""),
            ("description", self.tr("Details"), ""),
        )

    def _editor(self, name: str) -> QWidget:
        return self._description if name == "description" else self._choices.get(name) or self._lines[name]

    def _connect(self) -> None:
        completer = QCompleter(self._offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._take_customer)
        dress_completions(completer, self._lines["customer"])
        self._lines["customer"].setCompleter(completer)
        self._lines["customer"].textEdited.connect(self._offer)
        for name, line in self._lines.items():
            line.textChanged.connect(partial(self._keep, name))
        for name, choice in self._choices.items():
            choice.activated.connect(partial(self._keep, name))
        self._description.textChanged.connect(partial(self._keep, "description"))

    def _lay_out(self) -> None:
        self._description.setFixedHeight(look.px(110))
        self._description.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for name in ("title", "customer", "address"):
            column.addWidget(self.fields[name])
        column.addWidget(Columns(tuple(self.fields[name] for name in ("day", "time", "hours"))))
        column.addWidget(Columns(tuple(self.fields[name] for name in ("who", "crew"))))
        column.addWidget(self.fields["description"])


def blank_texts(assignee_id: str) -> Texts:
    """Of one that is not there yet, and whose it usually is."""
    return {**dict.fromkeys(FIELDS, ""), "who": assignee_id}


def texts_of(detail: WorkOrderDetail, zone: tzinfo) -> Texts:
    """What stands in the fields of a work order that is there."""
    order = detail.work_order
    start = order.scheduled_start.astimezone(zone) if order.scheduled_start else None
    return {
        "title": order.title,
        "customer": detail.customer.name if detail.customer else "",
        "address": order.address,
        "day": record_words.date_text(start.date()) if start else "",
        "time": words.time_text(start) if start else "",
        "hours": QLocale().toString(order.planned_minutes / 60, "g", 4) if order.planned_minutes else "",
        "who": order.assignee_id or "",
        "crew": order.crew_id or "",
        "description": order.description,
    }
