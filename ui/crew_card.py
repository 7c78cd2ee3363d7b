"""A crew lead's crew: who is on the clock, and a click for whoever has no device at hand. The record names both."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHeaderView

from client.time_clock import TimeClock
from client.views import ClockState, Person, Punched
from ui.clock_card import state_badge
from ui.reading import Reading
from ui.rows import Row, RowsModel
from ui.undoing import UNDO_SECONDS
from ui.widgets.badge import BadgeValue
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.row_buttons import RowButtons
from ui.widgets.table import Cell, TableView
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace

_ACTION = 3


Crew = tuple[tuple[Person, ClockState], ...]


def read_crew(clock: TimeClock) -> Crew:
    """On the reader's thread."""
    return tuple((person, clock.state(for_user=person.id)) for person in clock.crew())


class CrewCard(Card):
    def __init__(self, place: Workplace) -> None:
        super().__init__(self.tr("Your crew"))
        self._place = place
        self._reading = Reading(place.reader, self._take, place.reader.trouble.emit)
        self._shown: Crew = ()
        self._model = RowsModel((self.tr("Who"), self.tr("Clock"), self.tr("Job"), ""))
        self._table = TableView(self.tr("Your crew"), holds_buttons=True)
        self._table.setModel(self._model)
        self._table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self._table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column in (0, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._table.set_widths({1: 220})
        self._rows = RowButtons(self._table, _ACTION)
        self.add(self._rows)

    def refetch(self) -> None:
        self._reading.ask(partial(read_crew, self._place.session.time))

    def _take(self, shown: Crew) -> None:
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        self._shown = shown
        self._model.set_rows(tuple(self._row(person, state) for person, state in shown))
        self._rows.put((self._button(person, state),) for person, state in shown)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _row(self, person: Person, state: ClockState) -> Row:
        badge: BadgeValue = state_badge(state, self._place.zone)
        return Row(person.id, (Cell(strong=person.name), Cell(badges=(badge,)), Cell(state.work_order), Cell()))

    def _button(self, person: Person, state: ClockState) -> Button:
        clock = self._place.session.time
        button = Button(self.tr("Clock out") if state.is_on_clock else self.tr("Clock in"))
        button.setAccessibleName(f"{button.text()}: {person.name}")
        do = clock.clock_out if state.is_on_clock else clock.clock_in
        button.clicked.connect(partial(self._punch, button, person, partial(do, for_user=person.id)))
        return button

    def _punch(self, button: Button, person: Person, job: partial[Punched]) -> None:
        button.setEnabled(False)
        self._place.writer.do(job, partial(self._saved, person))

    def _saved(self, person: Person, punched: Punched) -> None:
        text = self.tr("{name}: {what}").format(name=person.name, what=punched.sentence)
        toast = self._place.shell.toast(ToastValue(text, action=self.tr("Undo"), seconds=UNDO_SECONDS))
        toast.action_asked.connect(partial(self._undo, person, punched))
        self.refetch()

    def _undo(self, person: Person, punched: Punched) -> None:
        job = partial(self._place.session.time.undo, punched.punch_id, for_user=person.id)
        self._place.writer.do(job, self._undone)

    def _undone(self, _punched: Punched) -> None:
        self.refetch()

    def _fit(self) -> None:
        header = self._table.horizontalHeader().sizeHint().height()
        self._table.setFixedHeight(header + self._table.row_height * len(self._shown) + 2)
