"""One work order: how far it is, what to do next, its checklist, customer, time and notes."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from client.views import Change, Mark, WorkOrderDetail
from sync.errors import StreamFlowError
from sync.records import Kind, Status
from ui import record_words, words
from ui.announce import announce
from ui.attachments.card import AttachmentsCard
from ui.attachments.signing import Signing
from ui.going import may_open, open_record
from ui.links import map_url, phone_url
from ui.live import LivePage
from ui.look import Kind as TextKind
from ui.notes_card import NotesCard
from ui.page import page_layout
from ui.palette import Role
from ui.widgets.badge import Badge, BadgeValue, Tone
from ui.widgets.banner import Banner, BannerValue
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.question import Question
from ui.widgets.steps import StepBar, Steps
from ui.widgets.text import Text
from ui.widgets.toast import ToastValue
from ui.work_orders import steps
from ui.work_orders.cards import ChecklistCard, CustomerCard, TimeCard, is_answered
from ui.workplace import Workplace

_SHOWN = frozenset({Kind.WORK_ORDER, Kind.CUSTOMER, Kind.NOTE, Kind.ATTACHMENT, Kind.PUNCH})


class WorkOrderPage(LivePage):
    """`note_drafts` outlive the page: what was typed is there again when it is opened again."""

    def __init__(self, place: Workplace, order_id: str, note_drafts: dict[str, str]) -> None:
        super().__init__(place.bridge, _SHOWN)
        self._place = place
        self.order_id = order_id
        self._note_drafts = note_drafts
        self.detail: WorkOrderDetail | None = None
        self._pending: dict[str, bool] = {}
        self._title = Text("", TextKind.TITLE, on=Role.BACKGROUND, wrap=True)
        self._plan = Text("", ink=Role.MUTED, on=Role.BACKGROUND, wrap=True)
        self._status = Badge(BadgeValue(""))
        self._mark = Badge(BadgeValue(""))
        self._back = Button(self.tr("Work orders"), icon_name="arrow-left")
        self._back.setToolTip(self.tr("Back to the list (Esc)"))
        self._call = Button(self.tr("Call customer"), icon_name="phone")
        self._map = Button(self.tr("Map"), icon_name="map-pin")
        self._more = Button(self.tr("More"), icon_name="chevron-down")
        self._beside = Button("")
        self._forward = Button("", ButtonKind.PRIMARY)
        self._banner = Banner(BannerValue(""))
        self.question = Question()
        self._steps = StepBar(Steps(tuple(record_words.status_word(status) for status in steps.LINE), -1))
        self.checklist = ChecklistCard()
        self._about = Card(self.tr("What to do"))
        self._description = Text("", wrap=True)
        self._open = Button(self.tr("Open"), ButtonKind.LINK)
        self._customer = CustomerCard(self._open)
        self._time = TimeCard()
        self.notes = NotesCard(place.writer, place.zone, place.now)
        self.attachments = AttachmentsCard(place, Kind.WORK_ORDER, signature=True)
        self.signing = Signing(place, self.attachments)
        self._lay_out()
        self._connect()
        self.notes.put_draft(note_drafts.get(order_id, ""))
        self.refetch()

    def is_touched(self, change: Change) -> bool:
        is_named = any(kind is Kind.WORK_ORDER for kind, _ in change.subjects)
        others = bool((_SHOWN - {Kind.WORK_ORDER}) & change.kinds)
        is_mine = (Kind.WORK_ORDER, self.order_id) in change.subjects
        return change.is_status or others or is_mine or (Kind.WORK_ORDER in change.kinds and not is_named)

    def refetch(self) -> None:
        detail = self._place.session.work_orders.get(self.order_id)
        if detail is None:
            self._lose()
            return
        self.detail = detail
        self._show_head(detail)
        self._show_ways(detail)
        self._show_banner(detail)
        current = steps.position(detail.work_order.status)
        self._steps.set_steps(Steps(tuple(record_words.status_word(status) for status in steps.LINE), current))
        self.checklist.show_lines(detail.checklist, self._pending)
        self._description.setText(detail.work_order.description)
        self._about.setVisible(bool(detail.work_order.description))
        self._customer.show_detail(detail)
        self._time.show_detail(detail)
        self.notes.show_notes(detail.notes, partial(self._place.session.work_orders.add_note, self.order_id))
        self.attachments.show_of(self.order_id)

    def _show_head(self, detail: WorkOrderDetail) -> None:
        order, line = detail.work_order, detail.line
        self._title.setText(f"{line.number} {line.title}" if order.number is not None else line.title)
        self.setAccessibleName(line.label)
        self._status.set_value(record_words.status_badge(order.status))
        self._mark.set_value(record_words.mark_badge(line.mark, detail.saved_at, self._place.zone))
        self._mark.setVisible(line.mark is not Mark.SENT)
        today = self._place.now().astimezone(self._place.zone).date()
        number = self.tr("number when sent") if order.number is None else ""
        who = self._who(detail)
        planned = self.tr("planned {time}").format(time=words.duration_text(detail.planned)) if detail.planned else ""
        when = record_words.when_text(order.scheduled_start, self._place.zone, today)
        self._plan.setText(" · ".join(part for part in (number, when, planned, who) if part))
        self._call.setVisible(bool(detail.customer and detail.customer.phone))
        self._map.setVisible(bool(line.address))
        self._open.setVisible(detail.customer is not None and may_open(self._place.shell, Kind.CUSTOMER))

    def _who(self, detail: WorkOrderDetail) -> str:
        if detail.work_order.assignee_id == self._place.session.me.id:
            return self.tr("assigned to you")
        name = detail.line.assignee
        return self.tr("assigned to {name}").format(name=name) if name else self.tr("nobody has it yet")

    def _show_ways(self, detail: WorkOrderDetail) -> None:
        status = detail.work_order.status
        ways = steps.ways_from(status, detail.next_statuses)
        for button, way in ((self._forward, ways.forward), (self._beside, ways.beside)):
            button.setVisible(way is not None)
            if way is not None:
                button.setText(steps.action_text(status, way))
        self._more.setVisible(bool(ways.others))

    def _show_banner(self, detail: WorkOrderDetail) -> None:
        order = detail.work_order
        self._banner.show()
        if detail.problem is not None:
            value = BannerValue(detail.problem.reason, tone=Tone.BAD, sign="triangle-alert")
            self._banner.set_value(replace(value, action=self.tr("Look at it")))
        elif order.status is Status.ON_HOLD:
            self._banner.set_value(BannerValue(self.tr("On hold:"), order.hold_reason or "–", sign="pause"))
        elif order.status is Status.CANCELLED:
            text = self.tr("This work order is cancelled.")
            self._banner.set_value(BannerValue(text, tone=Tone.NEUTRAL, sign="x"))
        else:
            self._banner.hide()

    def _lose(self) -> None:
        for part in (self._call, self._map, self._more, self._beside, self._forward):
            part.hide()
        text = self.tr("This work order is not on this device any more. What you sent is with the office.")
        self._banner.set_value(BannerValue(text, action=self.tr("Back to the list"), sign="info"))
        self._banner.show()
        self.detail = None

    def _act_on_banner(self) -> None:
        if self.detail is None:
            self._place.shell.back()
        elif self._place.shell.has_screen("attention"):
            self._place.shell.show_screen("attention")

    def _go_forward(self) -> None:
        if self.detail is not None:
            way = steps.ways_from(self.detail.work_order.status, self.detail.next_statuses).forward
            if way is not None:
                self.go(way)

    def _go_beside(self) -> None:
        if self.detail is not None:
            way = steps.ways_from(self.detail.work_order.status, self.detail.next_statuses).beside
            if way is not None:
                self.go(way)

    def _show_more(self) -> None:
        if self.detail is None:
            return
        status = self.detail.work_order.status
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for other in steps.ways_from(status, self.detail.next_statuses).others:
            menu.addAction(steps.action_text(status, other)).triggered.connect(partial(self.go, other))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def go(self, status: Status, _checked: bool = False) -> None:
        """What leads somewhere else asks first; the rest is done at once."""
        if status is Status.ON_HOLD:
            self.question.ask(
                self.tr("Why does it have to wait?"),
                self.tr("Pause"),
                partial(self._set_status, status),
                self.tr("Say in a word or two why, so that the office knows."),
            )
        elif status is Status.COMPLETED:
            self._complete()
        elif status is Status.CANCELLED:
            self.question.ask(
                self.tr("Cancel this work order? It stays in the list and can be taken up again."),
                self.tr("Cancel the work order"),
                partial(self._set_status, status),
            )
        elif status is Status.IN_PROGRESS and self.detail is not None:
            self._place.puncher.start(self.detail.line)
        else:
            self._set_status(status, "")
            self._travel(status)

    def _complete(self) -> None:
        if self.detail is None:
            return
        missing = [
            line.text for line in self.detail.checklist if not self._pending.get(line.id, is_answered(line))
        ]
        if not missing:
            self._set_status(Status.COMPLETED, "")
            return
        named = ", ".join(missing[:3]) + (self.tr(" and more") if len(missing) > 3 else "")
        text = self.tr("Still open on the checklist: {names}. Complete it all the same?").format(names=named)
        self.question.ask(text, self.tr("Complete all the same"), partial(self._set_status, Status.COMPLETED))
        self.checklist.focus_first_open()

    def _travel(self, status: Status) -> None:
        if status is Status.EN_ROUTE and self._place.puncher.state.is_on_clock:
            self._place.writer.do(partial(self._place.session.time.travel, self.order_id), self._travelling)

    def _travelling(self, punched: object) -> None:
        self._place.puncher.saved.emit(punched)

    def _set_status(self, status: Status, reason: str) -> None:
        self._status.set_value(record_words.status_badge(status))
        job = partial(self._place.session.work_orders.set_status, self.order_id, status, reason)
        self._place.writer.do(job, partial(self._status_saved, status), self._refused)

    def _status_saved(self, status: Status, _nothing: None) -> None:
        announce(self, record_words.status_word(status))
        self.refetch()

    def _tick(self, item_id: str, is_done: bool) -> None:
        self._pending[item_id] = is_done
        self._show_pending()
        job = partial(self._place.session.work_orders.answer, self.order_id, item_id, is_done)
        self._place.writer.do(job, partial(self._ticked, item_id, is_done), partial(self._not_ticked, item_id))

    def _ticked(self, item_id: str, is_done: bool, _nothing: None) -> None:
        if self._pending.get(item_id) is is_done:
            del self._pending[item_id]
        self.refetch()

    def _not_ticked(self, item_id: str, trouble: StreamFlowError) -> None:
        self._pending.pop(item_id, None)
        self._refused(trouble)

    def _show_pending(self) -> None:
        if self.detail is not None:
            self.checklist.show_lines(self.detail.checklist, self._pending)

    def _refused(self, trouble: StreamFlowError) -> None:
        self.refetch()
        self._place.shell.toast(ToastValue(str(trouble), sign="triangle-alert", seconds=20))

    def _call_customer(self) -> None:
        if self.detail is not None and self.detail.customer is not None:
            QDesktopServices.openUrl(phone_url(self.detail.customer.phone))

    def _show_map(self) -> None:
        if self.detail is not None:
            QDesktopServices.openUrl(map_url(self.detail.line.address))

    def _open_customer(self) -> None:
        if self.detail is not None and self.detail.customer is not None:
            open_record(self._place.shell, Kind.CUSTOMER, self.detail.customer.id)

    def _ask_to_sign(self) -> None:
        customer = self.detail.customer if self.detail is not None else None
        self.signing.ask(customer.name if customer is not None else "")

    def _keep_note_draft(self, text: str) -> None:
        self._note_drafts[self.order_id] = text

    def _connect(self) -> None:
        pairs: tuple[tuple[Button, Callable[[], object]], ...] = (
            (self._back, self._place.shell.back),
            (self._call, self._call_customer),
            (self._map, self._show_map),
            (self._open, self._open_customer),
            (self._more, self._show_more),
            (self._beside, self._go_beside),
            (self._forward, self._go_forward),
        )
        for button, do in pairs:
            button.clicked.connect(do)
        self._banner.action_asked.connect(self._act_on_banner)
        self.checklist.ticked.connect(self._tick)
        self.attachments.signature_asked.connect(self._ask_to_sign)
        self.notes.changed.connect(self.refetch)
        self.notes.typed.connect(self._keep_note_draft)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        for button in (self._call, self._map, self._more, self._beside, self._forward):
            buttons.addWidget(button)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._status, 0, Qt.AlignmentFlag.AlignVCenter)
        names = QVBoxLayout()
        names.setSpacing(4)
        names.addLayout(head)
        names.addWidget(self._plan)
        line = Card()
        line.add(self._steps)
        self._about.add(self._description)
        page = page_layout(self)
        page.addLayout(buttons)
        page.addLayout(names)
        for part in (self._banner, self.question, line):
            page.addWidget(part)
        left = _stack(self.checklist, self._about, self.attachments, last=2)
        right = _stack(self._customer, self._time, self.notes, last=2)
        page.addWidget(Columns((left, right), (5, 3)), 1)


def _stack(*parts: QWidget, last: int) -> QWidget:
    """Cards below each other; the one at `last` takes the spare room."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    for position, part in enumerate(parts):
        column.addWidget(part, 1 if position == last else 0)
    return made
