"""The week at a glance, and whether a day wants looking at."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from client.views import Week
from sync.language import translate
from ui import words
from ui.palette import Role
from ui.widgets import weekbars
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.widgets.weekbars import DayBar, WeekBars


class WeekCard(Card):
    check_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("This week"))
        self._bars = WeekBars(weekbars.Week(()))
        self._sum = Text("", ink=Role.MUTED, wrap=True)
        self._check = Button("", ButtonKind.NOTICE)
        self._check.hide()
        self._check.clicked.connect(self.check_asked)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._sum, 1)
        line.addWidget(self._check)
        self.add(self._bars, 1)
        self.add(line)

    def show_week(self, week: Week, today: date) -> None:
        days = tuple(DayBar(day.day, day.worked, day.day == today) for day in week.days)
        self._bars.set_week(weekbars.Week(days, week.daily_limit or None))
        self._sum.setText(self._sentence(week))
        self._check.setText(check_text(week.to_check))
        self._check.setVisible(week.to_check > 0)

    def _sentence(self, week: Week) -> str:
        paid = words.hours_text(week.paid)
        if week.weekly_limit:
            paid = self.tr("{paid} of {limit}").format(paid=paid, limit=words.hours_text(week.weekly_limit))
        if not week.daily_limit:
            return paid
        return self.tr("{paid} · line: {limit} a day").format(paid=paid, limit=words.hours_text(week.daily_limit))


def check_text(count: int) -> str:
    if count == 1:
        return translate("week", "1 entry to check")
    return translate("week", "{count} entries to check").format(count=words.number_text(count))
