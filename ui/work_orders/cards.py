"""The smaller cards of a work order: customer and time."""

from datetime import timedelta

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout

from client.views import PersonTime, WorkOrderDetail
from ui import look, words
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.picture import Picture
from ui.widgets.text import Text


class CustomerCard(Card):
    open_asked = Signal()
    mail_asked = Signal()

    def __init__(self) -> None:
        self._open = Button(self.tr("Open"), ButtonKind.LINK)
        super().__init__(self.tr("Customer"), self._open)
        self._name = Text("", Kind.STRONG, wrap=True)
        self._where = Text("", ink=Role.MUTED, wrap=True)
        self.mail = Button(self.tr("Write an e-mail"), icon_name="inbox")
        line = QHBoxLayout()
        line.addWidget(self.mail)
        line.addStretch(1)
        self.set_spacing(4)
        for part in (self._name, self._where, line):
            self.add(part)
        self._open.clicked.connect(self.open_asked)
        self.mail.clicked.connect(self.mail_asked)

    def show_detail(self, detail: WorkOrderDetail, *, may_open: bool) -> None:
        customer = detail.customer
        self._name.setText(customer.name if customer else self.tr("No customer"))
        phone = customer.phone if customer else ""
        self._where.setText(" · ".join(part for part in (detail.line.address, phone) if part))
        self._where.setVisible(bool(self._where.text()))
        self._open.setVisible(customer is not None and may_open)
        self.mail.setVisible(bool(customer and customer.email))


class TimeBar(Picture):
    """How much of the planned time is used: mine, then the crew's."""

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Time used"))
        self._parts = (0.0, 0.0)

    def set_times(self, mine: timedelta, crew: timedelta, planned: timedelta) -> None:
        whole = max(planned, mine + crew, timedelta(minutes=1))
        self._parts = (mine / whole, crew / whole)
        self.describe(words.duration_text(mine + crew))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.px(120), look.px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(self.rect())
        left = box.left()
        with canvas.painter_for(self) as painter:
            canvas.rounded(painter, box, box.height() / 2, look.fill(Role.RAISED))
            for part, role in zip(self._parts, (Role.WORK, Role.TRAVEL), strict=True):
                wide = box.width() * part
                bar = QRectF(left, box.top(), wide, box.height())
                canvas.rounded(painter, bar, min(box.height() / 2, wide / 2), look.shape(role, Role.RAISED))
                left += wide


class TimeCard(Card):
    def __init__(self) -> None:
        super().__init__(self.tr("Time on this job"))
        self.set_spacing(6)
        self._total = Text("", Kind.FIGURE)
        self._parts = Text("", ink=Role.MUTED, wrap=True)
        self._bar = TimeBar()
        self._others = Text("", ink=Role.MUTED, wrap=True)
        for part in (self._total, self._parts, self._bar, self._others):
            self.add(part)

    def show_detail(self, detail: WorkOrderDetail) -> None:
        self._total.setText(words.duration_text(detail.my_time + detail.crew_time))
        parts = [self.tr("you {time}").format(time=words.duration_text(detail.my_time))]
        if detail.crew_time:
            parts.append(self.tr("others {time}").format(time=words.duration_text(detail.crew_time)))
        if detail.planned:
            parts.append(self.tr("planned {time}").format(time=words.duration_text(detail.planned)))
        self._parts.setText(" · ".join(parts))
        self._bar.set_times(detail.my_time, detail.crew_time, detail.planned)
        self._others.setText("\n".join(self._line(one) for one in detail.others_time))
        self._others.setVisible(bool(detail.others_time))

    def _line(self, one: PersonTime) -> str:
        return self.tr("{name}: {time}").format(name=one.name, time=words.duration_text(one.time))
