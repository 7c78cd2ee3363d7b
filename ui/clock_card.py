"""The clock on Today: state, running time, what was worked, and what can be done next."""

from datetime import tzinfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu

from client.views import Activity, ClockState, DayTotal
from sync.language import marked, translate
from sync.terms import BreakKind
from ui import words
from ui.announce import announce
from ui.job_picker import JobPicker
from ui.keys import Action
from ui.palette import Role
from ui.widgets.badge import Badge, BadgeValue, Outline, Tone
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.clock import ClockFace
from ui.widgets.columns import Strip, line_of
from ui.widgets.menu import offer
from ui.widgets.text import Text
from ui.workplace import Workplace

_BREAKS = {
    BreakKind.UNPAID_MEAL: marked("clock", "On a meal break since {time}"),
    BreakKind.PAID_REST: marked("clock", "On a paid rest since {time}"),
}


class ClockCard(Card):
    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._zone = place.zone
        self._puncher = place.puncher
        self._told = ""
        self._badge = Badge(BadgeValue(""))
        self._job = Text("", ink=Role.MUTED, wrap=True)
        self._job.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._face = ClockFace(place.now)
        self._totals = Text("", ink=Role.MUTED, wrap=True)
        self._located = Text(self.tr("Where you are goes with each punch. Settings switch it off."), wrap=True)
        self._located.hide()
        self._main = Button("", ButtonKind.PRIMARY, key=Action.CLOCK)
        self._resume = Button(self.tr("Back to work"), ButtonKind.PRIMARY, key=Action.BREAK)
        self._out = Button(self.tr("Clock out"))
        self._break = Button(self.tr("Take a break"))
        self._switch = Button(self.tr("Switch job…"))
        self._travel = Button(self.tr("Travel"))
        self._menu = self._break_menu()
        self._picker = JobPicker(place.session)
        self._picker.hide()
        self._lay_out()
        self._connect()
        self.show_state(place.puncher.state)

    def show_state(self, state: ClockState) -> None:
        focused = next((button for button in self.findChildren(Button) if button.hasFocus()), None)
        self._badge.set_value(state_badge(state, self._zone))
        self._job.setText(state.work_order or (self.tr("No job chosen") if state.is_on_clock else ""))
        self._face.set_since(state.since)
        is_break = state.activity is Activity.BREAK
        self._main.setText(self.tr("Clock out") if state.is_on_clock else self.tr("Clock in"))
        self._switch.setText(self.tr("Switch job…") if state.is_on_clock else self.tr("Clock in on a job…"))
        self._main.setVisible(not is_break)
        self._resume.setVisible(is_break)
        self._out.setVisible(is_break)
        self._break.setVisible(state.is_on_clock and not is_break)
        self._travel.setVisible(state.is_on_clock and state.activity is not Activity.TRAVEL)
        if focused is not None and focused.isHidden():
            self._focus_main()
        if self._told != self._badge.accessibleName():
            self._told = self._badge.accessibleName()
            announce(self, self._told)

    def show_total(self, total: DayTotal) -> None:
        parts = (
            self.tr("Worked today {time}").format(time=words.duration_text(total.worked)),
            self.tr("travel {time}").format(time=words.duration_text(total.travel)),
            self.tr("break {time}").format(time=words.duration_text(total.on_break)),
        )
        self._totals.setText(" · ".join(parts))

    def show_located(self, *, is_located: bool) -> None:
        self._located.setVisible(is_located)

    def choose_job(self) -> None:
        self._picker.open_it()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._badge)
        top.addWidget(self._job, 1)
        often = line_of((self._main, self._resume, self._out, self._break), spacing=10)
        buttons = Strip((often, line_of((self._switch, self._travel), spacing=10)), (0, 1), spacing=10)
        buttons.setContentsMargins(0, 6, 0, 0)
        self.add(top)
        self.add(self._face)
        self.add(self._totals)
        self.add(self._located)
        self.add(buttons)
        self.add(self._picker)

    def _connect(self) -> None:
        puncher = self._puncher
        puncher.state_changed.connect(self.show_state)
        self._main.clicked.connect(puncher.toggle_clock)
        self._out.clicked.connect(puncher.clock_out)
        self._resume.clicked.connect(puncher.resume)
        self._travel.clicked.connect(puncher.travel)
        self._break.clicked.connect(self._offer_breaks)
        self._switch.clicked.connect(self.choose_job)
        self._picker.picked.connect(puncher.work_on)
        self._picker.closed.connect(self._focus_main)

    def _break_menu(self) -> QMenu:
        menu = QMenu(self)
        for text, kind in (
            (self.tr("Unpaid meal"), BreakKind.UNPAID_MEAL),
            (self.tr("Paid rest"), BreakKind.PAID_REST),
        ):
            menu.addAction(text).setData(kind)
        menu.triggered.connect(self._take_break)
        return menu

    def _take_break(self, chosen: QAction) -> None:
        self._puncher.take_break(BreakKind(chosen.data()))

    def _offer_breaks(self) -> None:
        offer(self._menu, self._break)

    def _focus_main(self) -> None:
        button = self._main if self._main.isVisible() else self._resume
        button.setFocus(Qt.FocusReason.OtherFocusReason)


def state_badge(state: ClockState, zone: tzinfo) -> BadgeValue:
    since = words.time_text(state.since, zone) if state.since else ""
    match state.activity:
        case Activity.WORK:
            word = translate("clock", "On the clock since {time}").format(time=since)
            return BadgeValue(word, Tone.BRAND, "clock", Outline.ROUND)
        case Activity.TRAVEL:
            word = translate("clock", "Travelling since {time}").format(time=since)
            return BadgeValue(word, Tone.INFO, "car", Outline.ROUND)
        case Activity.BREAK:
            kind = _BREAKS[state.break_kind] if state.break_kind else _BREAKS[BreakKind.UNPAID_MEAL]
            word = translate("clock", kind).format(time=since)
            return BadgeValue(word, Tone.WARN, "coffee", Outline.SQUARE)
        case Activity.OFF:
            return BadgeValue(translate("clock", "Off the clock"), Tone.NEUTRAL, "pause", Outline.ROUND)
