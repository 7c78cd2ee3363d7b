"""One work order: how far it is, what to do next, its checklist, parts, customer, time, notes and history."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from client.file_names import PICTURES
from client.views import Change, WorkOrderDetail
from sync.errors import StreamFlowError
from sync.kinds import Kind
from sync.rules import Answer
from sync.terms import Status
from ui import record_words
from ui.announce import announce
from ui.going import open_record
from ui.links import mail_url, map_url, phone_url
from ui.live import LivePage
from ui.page import page_layout
from ui.widgets.badge import Tone
from ui.widgets.banner import Banner, BannerValue
from ui.widgets.card import Card
from ui.widgets.question import Question
from ui.widgets.steps import StepBar, Steps
from ui.work_orders import completing, steps
from ui.work_orders.head import Head
from ui.work_orders.order_cards import OrderCards
from ui.work_orders.plan_notice import PlanNotice
from ui.work_orders.planning import Planning
from ui.work_orders.reporting import Reporting
from ui.workplace import Workplace

_MAY_WAIT = (Status.ASSIGNED, Status.EN_ROUTE, Status.IN_PROGRESS)
_SHOWN = frozenset({Kind.WORK_ORDER, Kind.CUSTOMER, Kind.NOTE, Kind.ATTACHMENT, Kind.PART, Kind.PUNCH})


class WorkOrderPage(LivePage):
    def __init__(self, place: Workplace, order_id: str) -> None:
        super().__init__(place.bridge, _SHOWN)
        self._place = place
        self.order_id = order_id
        self.detail: WorkOrderDetail | None = None
        self._pending: dict[str, Answer] = {}
        self.head = Head(place)
        self.banner = Banner()
        self.plan_notice = PlanNotice(place)
        self.question = Question()
        self._steps = StepBar(Steps(tuple(record_words.status_word(status) for status in steps.LINE), -1))
        self.cards = OrderCards(place, order_id, self._pending)
        self.planning = Planning(place, self.cards.typed("plan"))
        self.reporting = Reporting(place, self, order_id)
        self._lay_out()
        self._connect()
        self.fetch()
        self._go_on_asking()

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
        self.setAccessibleName(detail.line.label)
        self.head.show_detail(detail)
        self._show_banner(detail)
        self._show_plan_change(detail)
        self.planning.show_detail(detail)
        current = steps.position(detail.work_order.status)
        self._steps.set_steps(Steps(tuple(record_words.status_word(status) for status in steps.LINE), current))
        self.cards.show_detail(detail)

    def _go_on_asking(self) -> None:
        """Somebody was about to say why it has to wait."""
        may_wait = self.detail is not None and self.detail.work_order.status in _MAY_WAIT
        if may_wait and self.cards.typed("reason").is_unsaved:
            self.go(Status.ON_HOLD)

    def go(self, status: Status) -> None:
        """What leads somewhere else asks first; the rest is done at once."""
        if status is Status.ON_HOLD:
            self.question.ask(
                self.tr("Why does it have to wait?"),
                self.tr("Pause"),
                partial(self._set_status, status),
                self.tr("Say in a word or two why, so that the office knows."),
                self.cards.typed("reason").get("text", ""),
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

    def answer(self, item_id: str, value: Answer) -> None:
        if isinstance(value, bool):
            self._pending[item_id] = value
            self._show_pending()
        job = partial(self._place.session.work_orders.answer, self.order_id, item_id, value)
        self._place.writer.do(job, partial(self._answered, item_id, value), partial(self._not_answered, item_id))

    def answer_with_photo(self, item_id: str, file: Path) -> None:
        job = partial(self._place.session.attachments.answer, self.order_id, item_id, file)
        self._place.messenger.do(job, partial(self._answered, item_id), partial(self._not_answered, item_id))

    def _show_banner(self, detail: WorkOrderDetail) -> None:
        order = detail.work_order
        self.banner.show()
        if detail.problem is not None:
            value = BannerValue(detail.problem.reason, tone=Tone.BAD, sign="triangle-alert")
            self.banner.set_value(replace(value, action=self.tr("Look at it")))
        elif order.status is Status.ON_HOLD:
            self.banner.set_value(BannerValue(self.tr("On hold:"), order.hold_reason or "–", sign="pause"))
        elif order.status is Status.CANCELLED:
            text = self.tr("This work order is cancelled.")
            self.banner.set_value(BannerValue(text, tone=Tone.NEUTRAL, sign="x"))
        else:
            self.banner.hide()

    def _show_plan_change(self, detail: WorkOrderDetail) -> None:
        """Once it is shown it has been seen; it stays on the page until that is closed."""
        if detail.line.plan_change is not None:
            self.plan_notice.show_change(detail.line.plan_change)
            self._place.writer.do(partial(self._place.session.work_orders.look, self.order_id))

    def _lose(self) -> None:
        self.head.lose()
        text = self.tr("This work order is not on this device any more. What you sent is with the office.")
        self.banner.set_value(BannerValue(text, action=self.tr("Back to the list"), sign="info"))
        self.banner.show()
        self.detail = None

    def _act_on_banner(self) -> None:
        if self.detail is None:
            self._place.shell.back()
        elif self._place.shell.has_screen("attention"):
            self._place.shell.show_screen("attention")

    def _complete(self) -> None:
        if self.detail is None:
            return
        if not self.detail.missing.is_anything:
            self._set_status(Status.COMPLETED, "")
            return
        text = completing.question_text(self.detail.missing)
        self.question.ask(text, self.tr("Complete all the same"), partial(self._set_status, Status.COMPLETED))
        if self.detail.missing.unanswered:
            self.cards.checklist.focus_first_open()

    def _travel(self, status: Status) -> None:
        if status is Status.EN_ROUTE and self._place.puncher.state.is_on_clock:
            self._place.writer.do(partial(self._place.session.time.travel, self.order_id), self._travelling)

    def _travelling(self, punched: object) -> None:
        self._place.puncher.saved.emit(punched)

    def _set_status(self, status: Status, reason: str) -> None:
        self.head.show_status(status)
        job = partial(self._place.session.work_orders.set_status, self.order_id, status, reason)
        self._place.writer.do(job, partial(self._status_saved, status), self._refused)

    def _status_saved(self, status: Status, _nothing: None) -> None:
        announce(self, record_words.status_word(status))
        self.refetch()

    def _answered(self, item_id: str, value: Answer, _outcome: object = None) -> None:
        if self._pending.get(item_id) is value:
            self._pending.pop(item_id, None)
        self.cards.checklist.show_trouble(item_id, "")
        self.refetch()

    def _not_answered(self, item_id: str, trouble: StreamFlowError) -> None:
        is_tick = self._pending.pop(item_id, None) is not None
        self.cards.checklist.show_trouble(item_id, str(trouble))
        if is_tick:
            self._refused(trouble)

    def _show_pending(self) -> None:
        if self.detail is not None:
            self.cards.checklist.show_lines(self.detail.checklist, self._pending)

    def _refused(self, trouble: StreamFlowError) -> None:
        self.refetch()
        self._place.shell.tell_trouble(trouble)

    def _ask_for_photo(self, item_id: str) -> None:
        photos = self.tr("Photos ({endings})").format(endings=" ".join(f"*.{ending}" for ending in PICTURES))
        forms = ";;".join((photos, self.tr("All files (*)")))
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Add a photo"), "", forms)
        if name:
            self.answer_with_photo(item_id, Path(name))

    def _call_customer(self) -> None:
        if self.detail is not None and self.detail.customer is not None:
            QDesktopServices.openUrl(phone_url(self.detail.customer.phone))

    def _mail_customer(self) -> None:
        if self.detail is not None and self.detail.customer is not None:
            QDesktopServices.openUrl(mail_url(self.detail.customer.email, self.detail.line.label))

    def _show_map(self) -> None:
        if self.detail is not None:
            QDesktopServices.openUrl(map_url(self.detail.line.address))

    def _open_customer(self) -> None:
        if self.detail is not None and self.detail.customer is not None:
            open_record(self._place.shell, Kind.CUSTOMER, self.detail.customer.id)

    def _connect(self) -> None:
        self.head.back_asked.connect(self._place.shell.back)
        self.head.way_asked.connect(self.go)
        self.head.call_asked.connect(self._call_customer)
        self.head.map_asked.connect(self._show_map)
        self.head.plan_asked.connect(self.planning.begin)
        self.planning.saved.connect(self.refetch)
        self.head.report_asked.connect(self.reporting.save)
        self.head.report_attach_asked.connect(self.reporting.attach)
        self.cards.open_asked.connect(self._open_customer)
        self.cards.mail_asked.connect(self._mail_customer)
        self.cards.changed.connect(self.refetch)
        self.banner.action_asked.connect(self._act_on_banner)
        self.cards.answered.connect(self.answer)
        self.cards.photo_asked.connect(self._ask_for_photo)
        self.question.typed.connect(partial(self.cards.typed("reason").__setitem__, "text"))

    def _lay_out(self) -> None:
        line = Card()
        line.add(self._steps)
        page = page_layout(self)
        for part in (self.head, self.banner, self.plan_notice, self.planning, self.question, line):
            page.addWidget(part)
        page.addWidget(self.cards, 1)
