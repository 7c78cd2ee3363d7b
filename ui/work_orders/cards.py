"""The cards of a work order: checklist, customer, time."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from client.views import CheckLine, PersonTime, WorkOrderDetail
from ui import look, words
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.card import Card
from ui.widgets.checklist import ChecklistItem, ChecklistRow
from ui.widgets.picture import Picture
from ui.widgets.text import Text


class ChecklistCard(Card):
    ticked = Signal(str, bool)

    def __init__(self) -> None:
        self._count = Text("", ink=Role.MUTED)
        super().__init__(self.tr("Checklist"), self._count)
        self.set_spacing(0)
        self._rows: dict[str, ChecklistRow] = {}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._none = Text(self.tr("This work order has no checklist."), ink=Role.MUTED, wrap=True)
        self.add(self._lines)
        self.add(self._none)

    def show_lines(self, lines: tuple[CheckLine, ...], pending: dict[str, bool]) -> None:
        """`pending` are ticks on their way to the disk."""
        if set(self._rows) != {line.id for line in lines}:
            self._rebuild(lines)
        done = 0
        for line in lines:
            is_done = pending.get(line.id, is_answered(line))
            done += is_done
            self._rows[line.id].set_item(ChecklistItem(_text(line), is_done))
        form = self.tr("{done} of {count}")
        self._count.setText(form.format(done=words.number_text(done), count=words.number_text(len(lines))))
        self._count.setVisible(bool(lines))
        self._none.setVisible(not lines)

    def focus_first_open(self) -> None:
        row = next((row for row in self._rows.values() if not row.isChecked()), None)
        if row is not None:
            row.setFocus()

    def _rebuild(self, lines: tuple[CheckLine, ...]) -> None:
        for row in self._rows.values():
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {line.id: ChecklistRow(ChecklistItem(line.text)) for line in lines}
        for item_id, row in self._rows.items():
            row.clicked.connect(partial(self.ticked.emit, item_id))
            self._lines.addWidget(row)


def is_answered(line: CheckLine) -> bool:
    return line.answer not in (None, False, "")


def _text(line: CheckLine) -> str:
    has_value = is_answered(line) and line.answer is not True
    return f"{line.text} {line.answer}" if has_value else line.text


class CustomerCard(Card):
    def __init__(self, aside: QWidget | None = None) -> None:
        super().__init__(self.tr("Customer"), aside)
        self._name = Text("", Kind.STRONG, wrap=True)
        self._where = Text("", ink=Role.MUTED, wrap=True)
        self.set_spacing(4)
        self.add(self._name)
        self.add(self._where)

    def show_detail(self, detail: WorkOrderDetail) -> None:
        customer = detail.customer
        self._name.setText(customer.name if customer else self.tr("No customer"))
        phone = customer.phone if customer else ""
        self._where.setText(" · ".join(part for part in (detail.line.address, phone) if part))
        self._where.setVisible(bool(self._where.text()))


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
