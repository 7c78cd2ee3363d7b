"""The top of a work order: what it is, how far, and what can be done next."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from client.views import Mark, WorkOrderDetail
from sync.terms import Status
from ui import record_words, words
from ui.look import Kind as TextKind
from ui.palette import Role
from ui.widgets.badge import Badge, BadgeValue
from ui.widgets.button import Button, ButtonKind
from ui.widgets.columns import Strip, line_of
from ui.widgets.menu import offer
from ui.widgets.text import Text
from ui.work_orders import steps
from ui.workplace import Workplace


class Head(QWidget):
    way_asked = Signal(object)
    """The status that it is to have."""
    back_asked = Signal()
    call_asked = Signal()
    map_asked = Signal()
    plan_asked = Signal()
    report_asked = Signal()
    report_attach_asked = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._detail: WorkOrderDetail | None = None
        self._title = Text("", TextKind.TITLE, on=Role.BACKGROUND, wrap=True)
        self._plan = Text("", ink=Role.MUTED, on=Role.BACKGROUND, wrap=True)
        self._status = Badge(BadgeValue(""))
        self._mark = Badge(BadgeValue(""))
        self.back = Button(self.tr("Work orders"), icon_name="arrow-left")
        self.back.setToolTip(self.tr("Back to the list (Esc)"))
        self.call = Button(self.tr("Call customer"), icon_name="phone")
        self.map = Button(self.tr("Map"), icon_name="map-pin")
        self.more = Button(self.tr("More"), icon_name="chevron-down")
        self.beside = Button("")
        self.forward = Button("", ButtonKind.PRIMARY)
        self._onward = line_of((self.beside, self.forward), at_end=True, spacing=10)
        self._lay_out()
        for button, asked in ((self.back, self.back_asked), (self.call, self.call_asked), (self.map, self.map_asked)):
            button.clicked.connect(asked)
        self.more.clicked.connect(self._show_more)
        self.forward.clicked.connect(lambda: self._go(self._ways().forward))
        self.beside.clicked.connect(lambda: self._go(self._ways().beside))

    @property
    def title(self) -> str:
        return self._title.text()

    def show_detail(self, detail: WorkOrderDetail) -> None:
        self._detail = detail
        order, line = detail.work_order, detail.line
        self._title.setText(f"{line.number} {line.title}" if order.number is not None else line.title)
        self.show_status(order.status)
        self._mark.set_value(record_words.mark_badge(line.mark, detail.saved_at, self._place.zone))
        self._mark.setVisible(line.mark is not Mark.SENT)
        self._plan.setText(" · ".join(part for part in self._plan_parts(detail) if part))
        self.call.setVisible(bool(detail.customer and detail.customer.phone))
        self.map.setVisible(bool(line.address))
        ways = self._ways()
        for button, way in ((self.forward, ways.forward), (self.beside, ways.beside)):
            button.setVisible(way is not None)
            if way is not None:
                button.setText(steps.action_text(order.status, way))
        self._onward.setVisible(bool(ways.forward or ways.beside))
        self.more.show()

    def show_status(self, status: Status) -> None:
        self._status.set_value(record_words.status_badge(status))

    def lose(self) -> None:
        """It is not here any more: there is nothing to be done with it."""
        self._detail = None
        for part in (self.call, self.map, self.more, self.beside, self.forward):
            part.hide()

    def menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._detail is None:
            return menu
        status = self._detail.work_order.status
        for other in self._ways().others:
            menu.addAction(steps.action_text(status, other)).triggered.connect(partial(self._go, other))
        if self._detail.may_plan:
            menu.addSeparator()
            menu.addAction(self.tr("Change the work order…")).triggered.connect(self.plan_asked)
        menu.addSeparator()
        menu.addAction(self.tr("Save the job report…")).triggered.connect(self.report_asked)
        menu.addAction(self.tr("Attach the job report")).triggered.connect(self.report_attach_asked)
        return menu

    def _plan_parts(self, detail: WorkOrderDetail) -> tuple[str, ...]:
        order = detail.work_order
        today = self._place.now().astimezone(self._place.zone).date()
        number = self.tr("number when sent") if order.number is None else ""
        planned = self.tr("planned {time}").format(time=words.duration_text(detail.planned)) if detail.planned else ""
        when = record_words.when_text(order.scheduled_start, self._place.zone, today)
        return number, when, planned, self._who(detail)

    def _who(self, detail: WorkOrderDetail) -> str:
        if detail.work_order.assignee_id == self._place.session.me.id:
            return self.tr("assigned to you")
        name = detail.line.assignee or detail.crew
        return self.tr("assigned to {name}").format(name=name) if name else self.tr("nobody has it yet")

    def _ways(self) -> steps.Ways:
        if self._detail is None:
            return steps.Ways(None, None, ())
        return steps.ways_from(self._detail.work_order.status, self._detail.next_statuses)

    def _go(self, way: Status | None, _checked: bool = False) -> None:
        if way is not None:
            self.way_asked.emit(way)

    def _show_more(self) -> None:
        offer(self.menu(), self.more)

    def _lay_out(self) -> None:
        often = line_of((self.call, self.map, self.more), spacing=10)
        buttons = Strip((line_of((self.back,)), often, self._onward), (1, 0, 0), spacing=10)
        names = QHBoxLayout()
        names.setSpacing(12)
        names.addWidget(self._title, 1)
        names.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        names.addWidget(self._status, 0, Qt.AlignmentFlag.AlignVCenter)
        below = QVBoxLayout()
        below.setSpacing(4)
        below.addLayout(names)
        below.addWidget(self._plan)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(buttons)
        column.addLayout(below)
