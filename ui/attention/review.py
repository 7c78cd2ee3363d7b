"""Two people wrote the same fields of a record at once: before, yours and theirs, and which of them is to stand."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QWidget

from client.session import Session
from client.views import ConflictItem, Mark, Review
from sync.errors import StreamFlowError
from sync.terms import Choice
from ui import field_values, record_words, words
from ui.drafts import Typed
from ui.going import may_open, open_record
from ui.look import Kind
from ui.palette import Role
from ui.widgets.badge import Badge
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace

Decisions = tuple[tuple[str, Choice], ...]


class ReviewPanel(Card):
    done = Signal()
    later_asked = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self.review: Review | None = None
        self._title = Text("", Kind.HEADING, wrap=True)
        self._told = Text(
            self.tr("What only one of you changed is merged. What both changed needs your eye."),
            ink=Role.MUTED,
            wrap=True,
        )
        self.rows: Rows | None = None
        self._save = Button(self.tr("Save my choice"), ButtonKind.PRIMARY)
        self._later = Button(self.tr("Decide later"))
        self._record = Button(self.tr("Open the record"))
        self._lay_out()
        self._save.clicked.connect(self.decide)
        self._later.clicked.connect(self.later_asked)
        self._record.clicked.connect(self._open_record)

    def show_review(self, review: Review) -> None:
        """What is chosen but not saved stays while nothing else is to be decided."""
        if review == self.review:
            return
        self.review = review
        title = self.tr("Two people changed {subject}").format(subject=review.subject)
        self._title.setText(title)
        self.setAccessibleName(title)
        self._record.setVisible(may_open(self._place.shell, review.kind))
        self._drop_rows()
        self.rows = Rows(review, self._place, self._typed())
        self._inner.addWidget(self.rows)

    def decide(self) -> None:
        if self.rows is None:
            return
        job = partial(_decide, self._place.session, self.rows.decisions())
        self._place.writer.do(job, self._decided, self._refused)

    def _typed(self) -> Typed:
        return self._place.drafts.of("attention/review", self.review.record_id if self.review else "")

    def _decided(self, _nothing: object) -> None:
        self._typed().clear()
        self.review = None
        self._drop_rows()
        self._place.shell.toast(ToastValue(self.tr("Your choice is saved on this device, and goes to the server.")))
        self.done.emit()

    def _refused(self, trouble: StreamFlowError) -> None:
        text = self.tr("{trouble} Nothing was lost.").format(trouble=trouble)
        self._place.shell.tell_trouble(text)
        self.done.emit()

    def _open_record(self) -> None:
        if self.review is not None:
            open_record(self._place.shell, self.review.kind, self.review.record_id)

    def _drop_rows(self) -> None:
        if self.rows is not None:
            self._inner.removeWidget(self.rows)
            self.rows.hide()
            self.rows.deleteLater()
            self.rows = None

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title, 1)
        head.addWidget(Badge(record_words.mark_badge(Mark.NEEDS_ATTENTION)))
        self.add(head)
        self.add(self._told)
        self._inner = QHBoxLayout()
        self.add(self._inner)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self._save, self._later, self._record):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.add(buttons)
        note = self.tr("Until you decide, what is in place stays; the other value is kept too.")
        self.add(Text(note, Kind.NOTE, Role.MUTED, wrap=True))
        self.add(QWidget(), 1)


class Rows(QWidget):
    """One line for each value that lost. Between others than you, the one in place comes first."""

    def __init__(self, review: Review, place: Workplace, typed: Typed) -> None:
        """`typed` is what was chosen before and is not saved yet, by conflict."""
        super().__init__()
        self._review, self._place, self._typed = review, place, typed
        self._is_mine = all(item.is_kept_mine or item.is_lost_mine for item in review.conflicts)
        self._groups: dict[str, QButtonGroup] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        for column, share in enumerate((2, 2, 3, 3, 0)):
            self._grid.setColumnStretch(column, share)
        titles = (self.tr("Field"), self.tr("Before"), *self._sides(), self.tr("Keep"))
        for column, title in enumerate(titles):
            self._grid.addWidget(Text(title, Kind.LABEL, Role.MUTED, wrap=True), 0, column)
        for row, item in enumerate(review.conflicts):
            self._add(1 + 2 * row, item)

    def keep(self, conflict_id: str, choice: Choice) -> None:
        item = next(item for item in self._review.conflicts if item.id == conflict_id)
        self._groups[conflict_id].buttons()[self._order(item).index(choice)].setChecked(True)

    def decisions(self) -> Decisions:
        return tuple(
            (item.id, self._order(item)[self._groups[item.id].checkedId()]) for item in self._review.conflicts
        )

    def _sides(self) -> tuple[str, str]:
        if self._is_mine:
            return self.tr("Yours"), self.tr("Theirs")
        return self.tr("In place"), self.tr("Set aside")

    def _order(self, item: ConflictItem) -> tuple[Choice, Choice]:
        """What stands to the left, what to the right."""
        is_kept_left = item.is_kept_mine or not self._is_mine
        return (Choice.KEPT, Choice.LOST) if is_kept_left else (Choice.LOST, Choice.KEPT)

    def _add(self, row: int, item: ConflictItem) -> None:
        self._grid.addWidget(Text(field_values.label(item.field), Kind.STRONG, wrap=True), row, 0)
        self._grid.addWidget(Text(self._shown(item, item.before), ink=Role.MUTED, wrap=True), row, 1)
        for column, choice in enumerate(self._order(item), start=2):
            is_kept = choice is Choice.KEPT
            value = Text(self._shown(item, item.now if is_kept else item.lost), wrap=True)
            self._grid.addWidget(value, row, column)
            who = Text(self._who(item, is_kept=is_kept), Kind.NOTE, Role.MUTED, wrap=True)
            self._grid.addWidget(who, row + 1, column)
        self._grid.addLayout(self._buttons(item), row, 4, 2, 1, Qt.AlignmentFlag.AlignVCenter)

    def _buttons(self, item: ConflictItem) -> QHBoxLayout:
        group = QButtonGroup(self)
        line = QHBoxLayout()
        line.setSpacing(6)
        for position, (text, choice) in enumerate(zip(self._sides(), self._order(item), strict=True)):
            button = Button(text)
            button.setCheckable(True)
            button.setAccessibleName(f"{field_values.label(item.field)}: {text}")
            button.setChecked(choice.value == self._typed.get(item.id, Choice.KEPT))
            button.toggled.connect(partial(self._take, item.id, choice))
            group.addButton(button, position)
            line.addWidget(button)
        self._groups[item.id] = group
        return line

    def _take(self, conflict_id: str, choice: Choice, is_on: bool) -> None:
        if is_on:
            self._typed.change(conflict_id, choice.value, Choice.KEPT)

    def _who(self, item: ConflictItem, *, is_kept: bool) -> str:
        by, at = (item.kept_by, item.kept_at) if is_kept else (item.lost_by, item.lost_at)
        zone = self._place.zone
        day = at.astimezone(zone).date()
        when = words.time_text(at, zone)
        if day != self._place.now().astimezone(zone).date():
            when = f"{words.date_text(day)} {when}"
        if not is_kept:
            return f"{by}, {when}"
        if item.now != item.kept:
            return self.tr("in place, changed since")
        return self.tr("in place · {by}, {when}").format(by=by, when=when)

    def _shown(self, item: ConflictItem, value: object) -> str:
        return field_values.shown(item.field, value, self._place.zone, partial(_name_of, self._place.session))


def _decide(session: Session, decisions: Decisions) -> None:
    for conflict_id, choice in decisions:
        session.conflicts.decide(conflict_id, choice)


def _name_of(session: Session, some_id: str) -> str:
    person = session.people.get(some_id)
    customer = session.customers.get(some_id) if person is None else None
    return person.name if person else customer.customer.name if customer else ""
