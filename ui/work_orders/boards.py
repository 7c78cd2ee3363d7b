"""Work orders by status, and by day: the same cards in columns, moved by the mouse or by keys."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from client.views import WorkOrderLine
from client.work_orders import Whose, WorkOrderDesk
from sync import language
from sync.language import translate
from sync.terms import Status
from ui import record_words, words
from ui.boards.board import Board, Lane
from ui.boards.view import BoardView
from ui.paged import Listing
from ui.palette import Role
from ui.widgets.button import Button
from ui.widgets.table import Cell
from ui.widgets.text import Text
from ui.widgets.toast import ToastValue
from ui.work_orders import plan_notice
from ui.workplace import Workplace

_COLUMNS = (
    Status.DRAFT,
    Status.ASSIGNED,
    Status.EN_ROUTE,
    Status.IN_PROGRESS,
    Status.ON_HOLD,
    Status.COMPLETED,
)
_ASKS = (Status.ON_HOLD, Status.COMPLETED)
"""These need a word more: why, or what is still missing."""
_WEEK = timedelta(days=7)
_DAY_NARROWEST, _STATUS_NARROWEST = 132, 200


@dataclass(frozen=True)
class Wanted:
    """What the filters of the screen say."""

    query: str = ""
    whose: Whose = Whose.ALL
    is_late: bool = False
    day: date | None = None

    def listing(self, orders: WorkOrderDesk, statuses: Collection[Status] = (), day: date | None = None) -> Listing:
        asked: dict[str, Any] = {"whose": self.whose, "late": self.is_late, "day": day or self.day}
        return Listing(
            partial(orders.count, self.query, statuses, **asked),
            lambda offset, limit: orders.list(self.query, statuses, offset=offset, limit=limit, **asked),
        )


class _OrderBoard(BoardView):
    def __init__(self, place: Workplace, board: Board) -> None:
        super().__init__(place, board)
        self._wanted = Wanted()

    def show_wanted(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self.show_lanes()

    def refetch(self) -> None:
        self.board.refetch()

    def show_lanes(self) -> None:
        raise NotImplementedError


class StatusBoard(_OrderBoard):
    question_asked = Signal(str, object)
    """A work order and the status that it can only be given with an answer."""

    def __init__(self, place: Workplace) -> None:
        orders = place.session.work_orders
        may_move = lambda line, key: orders.may_become(line, Status(key))  # noqa: E731 one line of glue, used once
        name = translate("boards", "Work orders by status")
        super().__init__(place, Board(place.reader, _status_card, may_move, name, _STATUS_NARROWEST))

    def show_lanes(self) -> None:
        orders, wanted = self._place.session.work_orders, self._wanted
        lanes = []
        for status in _COLUMNS:
            listing = wanted.listing(orders, (status,))
            lanes.append(Lane(status.value, record_words.status_word(status), listing))
        self.board.show_lanes(tuple(lanes))

    def take_over(self, line: WorkOrderLine, key: str) -> None:
        status = Status(key)
        if status in _ASKS and self._place.session.work_orders.may_become(line, status):
            self.question_asked.emit(line.id, status)
            return
        text = self.tr("{number} is {status}").format(number=line.number, status=language.words(status))
        job = partial(self._place.session.work_orders.set_status, line.id, status)
        self._place.writer.do(job, partial(self.moved, text), self._place.shell.tell_trouble)


class Agenda(_OrderBoard):
    """A week, a column for each day; moving a card plans it for another day at the same time."""

    def __init__(self, place: Workplace) -> None:
        orders = place.session.work_orders
        card = partial(_day_card, place)
        may_move = lambda line, _key: orders.may_move(line)  # noqa: E731 one line of glue, used once
        name = translate("boards", "Work orders of the week")
        super().__init__(place, Board(place.reader, card, may_move, name, _DAY_NARROWEST))
        self._of: date | None = None
        self._days: tuple[date, ...] = ()
        self._span = Text("", on=Role.BACKGROUND, ink=Role.MUTED)
        self._before = self._step(self.tr("Week before"), "arrow-left", -1)
        self._after = self._step(self.tr("Week after"), "arrow-right", 1)
        self._now = Button(self.tr("This week"))
        self._now.clicked.connect(partial(self._go, 0))
        line = QHBoxLayout()
        line.setSpacing(10)
        for part in (self._before, self._now, self._after, self._span):
            line.addWidget(part)
        line.addStretch(1)
        self.column.insertLayout(0, line)

    def show_lanes(self) -> None:
        orders, wanted = self._place.session.work_orders, self._wanted
        self._days = days = orders.week(self._of, words.first_weekday())
        today = self._place.now().astimezone(self._place.zone).date()
        lanes = (Lane(day.isoformat(), _day_title(day, today), wanted.listing(orders, day=day)) for day in days)
        self.board.show_lanes(tuple(lanes))
        self._span.setText(words.span_text(days[0], days[-1]))
        self._now.setEnabled(self._of is not None)

    def refetch(self) -> None:
        """Columns of other days where the week is another one by now, or begins on another day."""
        if self._days == self._place.session.work_orders.week(self._of, words.first_weekday()):
            super().refetch()
        else:
            self.show_lanes()

    def take_over(self, line: WorkOrderLine, key: str) -> None:
        if not self._place.session.work_orders.may_move(line):
            status = language.words(line.status)
            text = self.tr("{number} is {status}; it is not planned for another day any more.")
            self._place.shell.toast(ToastValue(text.format(number=line.number, status=status), sign="info"))
            return
        day = date.fromisoformat(key)
        text = self.tr("{number} is planned for {day}").format(number=line.number, day=words.date_text(day))
        job = partial(self._place.session.work_orders.plan_for, line.id, day)
        self._place.writer.do(job, partial(self.moved, text), self._place.shell.tell_trouble)

    def _go(self, step: int) -> None:
        orders = self._place.session.work_orders
        self._of = orders.week(self._of, words.first_weekday())[0] + step * _WEEK if step else None
        self.show_lanes()

    def _step(self, name: str, icon: str, by: int) -> Button:
        button = Button("", icon_name=icon)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(partial(self._go, by))
        return button


def _status_card(line: WorkOrderLine) -> Cell:
    badges = plan_notice.badges(line)
    below = " · ".join(part for part in (line.customer or line.address, line.assignee) if part)
    return Cell(f"{line.title}\n{below}", strong=line.number, badges=badges)


def _day_card(place: Workplace, line: WorkOrderLine) -> Cell:
    when = words.time_text(line.scheduled_start, place.zone) if line.scheduled_start else record_words.NONE
    return Cell(
        f"{line.title}\n{record_words.status_word(line.status)}",
        strong=when,
        badges=plan_notice.badges(line),
    )


def _day_title(day: date, today: date) -> str:
    return record_words.day_word(day, today) if day == today else words.date_text(day)
