"""The timesheet: a week of a person, day by day, with sums, corrections and a file to take away."""

from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QHeaderView

from client.views import Entry, Week
from sync.records import Kind as Record
from ui import look, words
from ui.correction import Correction
from ui.live import LivePage
from ui.page import PageTop, page_layout
from ui.palette import Role
from ui.rows import RowsModel
from ui.timesheet_rows import rows, titles
from ui.week_card import check_text
from ui.widgets.badge import Badge, BadgeValue, Outline, Tone
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.states import EmptyState, StateValue
from ui.widgets.table import TableView
from ui.widgets.text import Text
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace

_SHOWN = frozenset({Record.PUNCH, Record.WORK_ORDER, Record.USER, Record.CREW, Record.ORGANISATION})
_WEEK = timedelta(days=7)
_WIDTHS = ((0, 116), (1, 82), (2, 106), (3, 116))
_STRETCHED = (4, 5)


class TimesheetScreen(LivePage):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place.bridge, _SHOWN)
        self._place = place
        self._week: Week | None = None
        self._of: date | None = None
        self._person = Choice()
        self._person.setAccessibleName(self.tr("Whose time"))
        self._export = Button(self.tr("Save as CSV…"), icon_name="download")
        self._top = PageTop(self.tr("Timesheet"), (self._person, self._export))
        self._before = self._step(self.tr("Week before"), "arrow-left")
        self._after = self._step(self.tr("Week after"), "arrow-right")
        self._now = Button(self.tr("This week"))
        self._sum = Text("", ink=Role.MUTED, on=Role.BACKGROUND)
        self._extra = Badge(BadgeValue(""))
        self._check = Badge(BadgeValue(""))
        self._model = RowsModel(titles())
        self._table = self._make_table()
        self._empty = EmptyState(
            StateValue(self.tr("No time in this week"), self.tr("What you clock shows here, day by day."), sign="clock")
        )
        self._correction = Correction(place.session, place.writer, place.zone)
        self._correction.hide()
        self._lay_out()
        self._connect()

    def refetch(self) -> None:
        self._offer_people()
        self._week = week = self._place.session.timesheet.week(self._of, self._user())
        self._top.set_detail(words.span_text(week.start, week.start + _WEEK - timedelta(days=1)))
        self._now.setEnabled(self._of is not None)
        self._show_sums(week)
        self._model.set_rows(rows(week, self._place.zone))
        self._table.setVisible(bool(self._model.rows))
        self._empty.setVisible(not self._model.rows)
        self._fit()

    def open_entry(self, entry: Entry) -> None:
        """An own entry of any week, ready to be corrected."""
        self._person.setCurrentIndex(0)
        self._of = entry.day
        self.refetch()
        self.correct(entry)

    def correct(self, entry: Entry) -> None:
        self._correction.show()
        self._correction.show_entry(entry)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(10)
        for part in (self._before, self._now, self._after, self._sum, self._extra, self._check):
            line.addWidget(part)
        line.addStretch(1)
        sheet = Card(margin=7)
        sheet.add(self._table)
        sheet.add(self._empty)
        page = page_layout(self)
        page.addWidget(self._top)
        page.addLayout(line)
        page.addWidget(self._correction)
        page.addWidget(sheet)
        page.addStretch(1)

    def _connect(self) -> None:
        self._before.clicked.connect(partial(self._go, -1))
        self._after.clicked.connect(partial(self._go, 1))
        self._now.clicked.connect(partial(self._go, 0))
        self._person.activated.connect(self.refetch)
        self._export.clicked.connect(self._choose_file)
        self._table.opened.connect(self._open)
        self._correction.closed.connect(self._close_correction)
        self._correction.saved.connect(self._corrected)

    def _make_table(self) -> TableView:
        table = TableView(self.tr("Time entries of the week; Enter corrects one"))
        table.setModel(self._model)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column in _STRETCHED:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        return table

    def _fit(self) -> None:
        table = self._table
        for column, wide in _WIDTHS:
            table.setColumnWidth(column, look.px(wide))
        table.set_row_height(look.touch())
        table.setFixedHeight(table.horizontalHeader().sizeHint().height() + look.touch() * len(self._model.rows) + 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _step(self, name: str, icon: str) -> Button:
        button = Button("", icon_name=icon)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _go(self, step: int) -> None:
        if self._week is not None:
            self._of = self._week.start + step * _WEEK if step else None
            self._close_correction()
            self.refetch()

    def _offer_people(self) -> None:
        people = self._place.session.timesheet.people()
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
        self._extra.setVisible(bool(week.overtime))
        self._check.set_value(BadgeValue(check_text(week.to_check), Tone.WARN, "circle-alert", Outline.ROUND))
        self._check.setVisible(week.to_check > 0)

    def _open(self, index: QModelIndex) -> None:
        if self._week is None:
            return
        row_id = self._model.rows[index.row()].id
        entry = next((entry for entry in self._week.entries if entry.id == row_id), None)
        if entry is not None:
            self.correct(entry)

    def _close_correction(self) -> None:
        self._correction.hide()

    def _corrected(self) -> None:
        self._close_correction()
        self._place.shell.toast(ToastValue(self.tr("Corrected – saved on this device")))
        self._table.setFocus()

    def _choose_file(self) -> None:
        if self._week is None:
            return
        name = f"timesheet-{self._week.start}.csv"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save as CSV"), str(Path.home() / name), "CSV (*.csv)")
        if path:
            self.export_to(Path(path))

    def export_to(self, path: Path) -> None:
        assert self._week is not None
        first, last = self._week.start, self._week.start + _WEEK - timedelta(days=1)
        job = partial(self._place.session.timesheet.export_csv, path, first, last, self._user())
        self._place.messenger.do(job, partial(self._exported, path))

    def _exported(self, path: Path, count: int) -> None:
        text = self.tr("{count} entries are in {file}").format(count=words.number_text(count), file=path.name)
        self._place.shell.toast(ToastValue(text, details=str(path)))
