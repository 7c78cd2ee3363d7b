"""The timesheet: a week of a person by day or as a grid, corrected, completed, handed in, and taken away as a file.

Over 300 lines: it only joins the parts of the screen, which have files of their own.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from client.session import Session
from client.views import Entry, JobTotal, Person, Punched, Sheet, Week
from sync.kinds import Kind as Record
from sync.language import translate
from sync.terms import SheetStatus
from ui import look, words
from ui.correction import Correction
from ui.drafts import Typed
from ui.live import LivePage
from ui.missed_time import MissedTime
from ui.on_demand import OnDemand
from ui.page import SPACING, PageTop, page_layout
from ui.palette import Role
from ui.reading import Reading
from ui.rows import RowsModel
from ui.sheet_card import SheetCard
from ui.timesheet_rows import room_for_what, rows, titles
from ui.week_card import check_text
from ui.week_files import WeekFiles
from ui.week_grid import GRID_COLUMNS, grid_rows, grid_titles
from ui.widgets.badge import Badge, BadgeValue, Outline, Tone
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.columns import Strip, line_of
from ui.widgets.states import EmptyState, StateValue
from ui.widgets.switch import Switch
from ui.widgets.table import TableView
from ui.widgets.text import Text
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace

_SHOWN = frozenset({Record.PUNCH, Record.TIMESHEET, Record.WORK_ORDER, Record.USER, Record.CREW, Record.ORGANISATION})
_WEEK, _MINUTE = timedelta(days=7), timedelta(minutes=1)
_WIDTHS = {0: 116, 1: 82, 2: 106, 3: 116}
_WHAT = 3
_STRETCHED = (4, 5)
_ROOMY = 760
_PERSON = 280
_GRID_WIDTHS = dict.fromkeys(range(1, 9), 74)


@dataclass(frozen=True)
class WeekRead:
    people: tuple[Person, ...]
    week: Week
    sheet: Sheet
    waiting: tuple[Sheet, ...]
    jobs: tuple[JobTotal, ...]
    coming: StateValue | None
    """Of before it was read: what may have been missing."""


def read_week(session: Session, of: date | None, user: str | None, coming: StateValue | None = None) -> WeekRead:
    """On the reader's thread."""
    week = session.timesheet.week(of, user)
    sheet = session.weeks.sheet(week.start, user)
    people, waiting, jobs = session.timesheet.people(), session.weeks.waiting(), session.timesheet.jobs(week)
    return WeekRead(people, week, sheet, waiting, jobs, coming)


class TimesheetScreen(LivePage):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place.bridge, _SHOWN)
        self._place = place
        self._reading = Reading(place.reader, self._take, place.reader.trouble.emit)
        self._week: Week | None = None
        self._of: date | None = None
        self._open_entry = ""
        self._shown_sheet: Sheet
        self._sheets_waiting: tuple[Sheet, ...] = ()
        self._person = Choice()
        self._person.setAccessibleName(self.tr("Whose time"))
        self._person.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self._person.setMaximumWidth(look.px(_PERSON))
        self.files = WeekFiles(place)
        self._waiting = Button("", ButtonKind.NOTICE)
        self._waiting.hide()
        self._top = PageTop(self.tr("Timesheet"), (self._waiting, self._person, self.files))
        self._before = self._step(self.tr("Week before"), "arrow-left")
        self._after = self._step(self.tr("Week after"), "arrow-right")
        self._now = Button(self.tr("This week"))
        self._sum = Text("", ink=Role.MUTED, on=Role.BACKGROUND)
        self._extra = Badge(BadgeValue(""))
        self._check = Button("", ButtonKind.NOTICE)
        self._check.hide()
        self._views = Switch((self.tr("List"), self.tr("Grid")), self.tr("How the week is shown"))
        self._add = Button(self.tr("Add missed time…"), icon_name="plus")
        self._sheet = SheetCard(place)
        self._model = RowsModel(titles())
        self._table = self._make_table(self._model, self.tr("Time entries of the week; Enter corrects one"), _STRETCHED)
        self._table.set_widths(_WIDTHS)
        self._grid_model = RowsModel(("",) * GRID_COLUMNS)
        self._empty = EmptyState(self._nothing())
        self._forms = QVBoxLayout()
        self._forms.setSpacing(SPACING)
        self._tables = QVBoxLayout()
        self._lay_out()
        self._connect()

    @OnDemand
    def _grid(self) -> TableView:
        """Like the forms: what nobody asks for is not built."""
        grid = self._make_table(self._grid_model, self.tr("Hours of the week by job and day"), (0,))
        grid.set_widths(_GRID_WIDTHS)
        self._tables.addWidget(grid)
        return grid

    @OnDemand
    def _correction(self) -> Correction:
        form = Correction(self._place.session, self._place.writer, self._place.zone, self._place.drafts)
        form.saved.connect(partial(self._corrected, self.tr("Corrected – saved on this device")))
        form.removed.connect(partial(self._corrected, self.tr("Removed – saved on this device")))
        self._forms.addWidget(form)
        return form

    @OnDemand
    def _missed(self) -> MissedTime:
        form = MissedTime(self._place, "timesheet/missed_time")
        form.added.connect(self._added)
        self._forms.addWidget(form)
        return form

    def refetch(self) -> None:
        is_own_work = self._of is None and self._person.currentIndex() <= 0
        coming = self.coming(is_own_work=is_own_work)
        self._reading.ask(partial(read_week, self._place.session, self._of, self._user(), coming))

    def _take(self, read: WeekRead) -> None:
        self._offer_people(read.people)
        self._week = week = read.week
        self._shown_sheet = read.sheet
        self._sheet.show_sheet(read.sheet)
        self.files.show_week(week, self._user())
        self._show_waiting(read.waiting)
        self._top.set_detail(words.span_text(week.start, week.start + _WEEK - timedelta(days=1)))
        self._now.setEnabled(self._of is not None)
        self._show_sums(week)
        self._model.set_rows(rows(week, self._place.zone))
        self._grid_model.set_titles(grid_titles(week))
        self._grid_model.set_rows(grid_rows(week, read.jobs))
        self._empty.set_value(read.coming or self._nothing())
        self._show_rows()

    def _nothing(self) -> StateValue:
        hint = self.tr("What you clock shows here, day by day.")
        return StateValue(self.tr("No time in this week"), hint, sign="clock")

    def show_view(self, position: int) -> None:
        """0 is the list, 1 the grid."""
        self._views.show_chosen(position)
        self._show_rows()

    def print_it(self) -> None:
        self.files.print_it()

    def open_entry(self, entry: Entry) -> None:
        """An own entry of any week, ready to be corrected."""
        self._person.setCurrentIndex(0)
        self._of = entry.day
        self.refetch()
        self.correct(entry)

    def open(self, sheet_id: str) -> None:
        """The week of a timesheet, if it is known here."""
        found = self._place.session.weeks.find(sheet_id)
        if found is not None:
            self._show_week(*found)

    def correct(self, entry: Entry) -> None:
        self._close_forms()
        self._open_entry = entry.id
        self._correction.show()
        self._place.shell.bring_into_view(self._correction)
        sheet = self._place.session.weeks.sheet(entry.day, entry.user_id)
        self._correction.show_entry(entry, is_locked=sheet.status is SheetStatus.APPROVED)

    def step_back(self) -> bool:
        is_open = bool(self._open_forms())
        self._close_forms()
        return is_open

    def go_on(self, typed: Typed) -> bool:
        if typed.form.endswith("/missed_time"):
            self._close_forms()
            self._missed.go_on()
        elif typed.form.endswith("/return"):
            self.open(typed.record)
        else:
            return self._go_on_correcting(*typed.record.split())
        return True

    def _go_on_correcting(self, user: str, day: str, entry_id: str) -> bool:
        of = date.fromisoformat(day)
        entries = self._place.session.timesheet.week(of, user).entries
        entry = next((entry for entry in entries if entry.id == entry_id), None)
        if entry is not None:
            self._show_week(user, of)
            self.correct(entry)
        return entry is not None

    def add_missed(self) -> None:
        """Time of one of this week's days that have begun."""
        now = self._place.now()
        today = self._place.session.local(now).date()
        week = self._week or self._place.session.timesheet.week()
        days = tuple(day.day for day in week.days if day.day <= today)
        self._close_forms()
        self._missed.fill(now, now, days or (today,), self._user())
        self._place.shell.bring_into_view(self._missed)

    def _lay_out(self) -> None:
        steps = line_of((self._before, self._now, self._after, self._sum), spacing=10)
        line = Strip((steps, line_of((self._extra, self._check), spacing=10)), (0, 1), spacing=10)
        tools = QHBoxLayout()
        tools.setSpacing(10)
        tools.addWidget(self._views)
        tools.addStretch(1)
        tools.addWidget(self._add)
        sheet = Card(margin=7)
        self._tables.addWidget(self._table)
        sheet.add(self._tables)
        sheet.add(self._empty)
        page = page_layout(self)
        page.addWidget(self._top)
        page.addWidget(line)
        page.addWidget(self._sheet)
        page.addLayout(tools)
        page.addLayout(self._forms)
        page.addWidget(sheet)
        page.addStretch(1)

    def _connect(self) -> None:
        self._before.clicked.connect(partial(self._go, -1))
        self._after.clicked.connect(partial(self._go, 1))
        self._now.clicked.connect(partial(self._go, 0))
        self._person.activated.connect(self._choose_person)
        self._waiting.clicked.connect(self._show_next_waiting)
        self._check.clicked.connect(self._show_next_to_check)
        self._views.chosen.connect(self.show_view)
        self._add.clicked.connect(self.add_missed)
        self._sheet.stepped.connect(self._stepped)
        self._table.opened.connect(self._open)

    def _make_table(self, model: RowsModel, name: str, stretched: tuple[int, ...]) -> TableView:
        table = TableView(name)
        table.setModel(model)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column in stretched:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        return table

    def _show_rows(self) -> None:
        has_rows, is_grid = bool(self._model.rows), self._views.buttons[1].isChecked()
        self._table.setVisible(has_rows and not is_grid)
        if is_grid or TimesheetScreen._grid.built(self):
            self._grid.setVisible(has_rows and is_grid)
        self._empty.setVisible(not has_rows)
        self._fit()

    def _fit(self) -> None:
        """The one that is shown, as high as its rows."""
        is_grid = self._views.buttons[1].isChecked()
        table = self._grid if is_grid else self._table
        rows = table.model().rowCount()
        table.setFixedHeight(table.horizontalHeader().sizeHint().height() + table.row_height * rows + 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()
            self._give_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """To whatever a break is called in this language; where it is narrow, the job needs it more."""
        wide = room_for_what() if self.width() >= look.px(_ROOMY) else 0
        self._table.set_widths({**_WIDTHS, _WHAT: max(_WIDTHS[_WHAT], wide)})

    def _step(self, name: str, icon: str) -> Button:
        button = Button("", icon_name=icon)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _go(self, step: int) -> None:
        if self._week is not None:
            self._of = (self._of or self._week.start) + step * _WEEK if step else None
            self._close_forms()
            self.refetch()

    def _choose_person(self) -> None:
        self._close_forms()
        self.refetch()

    def _show_waiting(self, sheets: tuple[Sheet, ...]) -> None:
        self._sheets_waiting = sheets
        self._waiting.setVisible(bool(sheets))
        self._waiting.setText(waiting_text(len(sheets)))

    def _show_next_waiting(self) -> None:
        """The one behind the one that is shown, from the last on to the first."""
        found = [(sheet.user_id, sheet.week) for sheet in self._sheets_waiting]
        here = (self._shown_sheet.user_id, self._shown_sheet.week)
        self._show_week(*found[(found.index(here) + 1) % len(found) if here in found else 0])

    def _show_next_to_check(self) -> None:
        """The one behind the one that is open, from the last on to the first."""
        found = [entry for entry in self._week.entries if entry.is_to_check] if self._week is not None else []
        if found:
            ids, open_id = [entry.id for entry in found], self._open_entry
            self.correct(found[(ids.index(open_id) + 1) % len(found) if open_id in ids else 0])

    def _show_week(self, user: str, week: date) -> None:
        self._of = week
        self._offer_people(self._place.session.timesheet.people())
        self._person.setCurrentIndex(max(0, self._person.findData(user)))
        self._choose_person()

    def _stepped(self, sentence: str) -> None:
        """The button that was pressed goes, and the keys with it, unless they went elsewhere meanwhile."""
        if (held := QApplication.focusWidget()) is None or self._sheet.isAncestorOf(held):
            self._take_keys()
        self._place.shell.toast(ToastValue(sentence))
        self.refetch()

    def _take_keys(self) -> None:
        """To the week, in the shape that it is looked at in; where nothing is in it, to where it may be completed."""
        is_grid = self._views.buttons[1].isChecked()
        shown = self._grid if is_grid else self._table
        (shown if self._model.rows else self._add).setFocus()

    def _added(self, punched: Punched) -> None:
        self._close_forms()
        self._place.shell.toast(ToastValue(punched.sentence))
        self._take_keys()
        self.refetch()

    def _offer_people(self, people: tuple[Person, ...]) -> None:
        if [person.id for person in people] == [self._person.itemData(row) for row in range(self._person.count())]:
            return
        chosen = self._person.currentData()
        self._person.clear()
        for person in people:
            self._person.addItem(person.name, person.id)
        self._person.setCurrentIndex(max(0, self._person.findData(chosen)))
        self._person.setVisible(len(people) > 1)

    def _user(self) -> str | None:
        chosen = self._person.currentData()
        return str(chosen) if chosen else None

    def _show_sums(self, week: Week) -> None:
        paid = words.hours_text(week.paid)
        if week.weekly_limit:
            paid = self.tr("{paid} of {limit}").format(paid=paid, limit=words.hours_text(week.weekly_limit))
        self._sum.setText(paid)
        extra = self.tr("Overtime {time}").format(time=words.hours_text(week.overtime))
        self._extra.set_value(BadgeValue(extra, Tone.WARN, "clock", Outline.ROUND))
        self._extra.setVisible(week.overtime >= _MINUTE)
        self._check.setText(check_text(week.to_check))
        self._check.setVisible(week.to_check > 0)

    def _open(self, index: QModelIndex) -> None:
        if self._week is None:
            return
        row_id = self._model.rows[index.row()].id
        entry = next((entry for entry in self._week.entries if entry.id == row_id), None)
        if entry is not None:
            self.correct(entry)

    def _close_forms(self) -> None:
        for form in self._open_forms():
            form.hide()

    def _open_forms(self) -> list[QWidget]:
        screen = type(self)
        forms = (screen._correction.built(self), screen._missed.built(self))
        return [form for form in forms if form is not None and form.isVisible()]

    def _corrected(self, said: str) -> None:
        self._close_forms()
        self._place.shell.toast(ToastValue(said))
        self._take_keys()


def waiting_text(count: int) -> str:
    if count == 1:
        return translate("timesheet", "1 week to approve")
    return translate("timesheet", "{count} weeks to approve").format(count=words.number_text(count))
