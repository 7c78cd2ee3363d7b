"""Whom to call today: leads that were to be followed up by now, the longest due first."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QDesktopServices, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from client.views import LeadLine
from ui import look, record_words
from ui.links import phone_url
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.badge import Badge
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.clearing import clear
from ui.widgets.text import Text
from ui.words import number_text

_NAME = 260


class FollowUps(Card):
    """There only where somebody waits."""

    open_asked = Signal(str)
    all_asked = Signal()

    def __init__(self) -> None:
        self._all = Button("", ButtonKind.LINK)
        super().__init__(self.tr("To follow up"), self._all)
        self._shown: tuple[object, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.add(self._rows)
        self._all.clicked.connect(self.all_asked)
        self.hide()

    def show_leads(self, leads: tuple[LeadLine, ...], count: int, today: date) -> None:
        if (leads, count, today) == self._shown:
            return
        self._shown = leads, count, today
        clear(self._rows)
        for lead in leads:
            self._rows.addWidget(self._row(lead, today))
        self._all.setText(self.tr("All {count}").format(count=number_text(count)))
        self._all.setAccessibleName(self.tr("All that are to be followed up: {count}").format(count=number_text(count)))
        self._all.setVisible(count > len(leads))
        self.setVisible(bool(leads))

    def _row(self, lead: LeadLine, today: date) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        letters = QFontMetrics(look.font(Kind.STRONG))
        name = Button(letters.elidedText(lead.name, canvas.ELIDE, look.px(_NAME)), ButtonKind.LINK)
        name.setAccessibleName(self.tr("Open {name}").format(name=lead.name))
        name.clicked.connect(partial(self.open_asked.emit, lead.id))
        line.addWidget(name)
        if lead.follow_up_on is not None:
            line.addWidget(Badge(record_words.follow_up_badge(lead.follow_up_on, today)))
        line.addWidget(Text(lead.address, ink=Role.MUTED, elide=True), 1)
        if lead.phone:
            call = Button(lead.phone, icon_name="phone")
            call.setAccessibleName(self.tr("Call {name}").format(name=lead.name))
            call.clicked.connect(partial(QDesktopServices.openUrl, phone_url(lead.phone)))
            line.addWidget(call)
        return row
