"""The running clock: large on Today, compact in the header of every other screen."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui import look, words
from ui.look import Kind
from ui.palette import Role
from ui.widgets import canvas
from ui.widgets.button import Button, ButtonKind
from ui.widgets.picture import Picture
from ui.widgets.text import Text
from ui.widgets.ticker import Now, Ticker, system_now

_LONGEST_JOB = 220


@dataclass(frozen=True)
class Running:
    """`since` is the instant from which the clock counts; a break shows the break's own time."""

    since: datetime
    job: str = ""
    is_break: bool = False


class ClockFace(Picture):
    """Digits of equal width, so that nothing jumps while it ticks."""

    def __init__(
        self, now: Now = system_now, kind: Kind = Kind.CLOCK, *, seconds: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Time on the clock"))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._kind, self._has_seconds = kind, seconds
        self._ticker = Ticker(self, now, self._show_time)
        self._shown = ""
        self._show_time()

    def set_since(self, since: datetime | None) -> None:
        """Counts from `since`; None shows 0:00 and stands still."""
        if since is None:
            self._ticker.stop()
        else:
            self._ticker.start(since)
        self._show_time()

    @property
    def shown(self) -> str:
        return self._shown

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(look.font(self._kind, tabular=True))
        return QSize(metrics.horizontalAdvance(self._shown) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        color = look.ink(Role.TEXT, Role.SURFACE)
        with canvas.painter_for(self) as painter:
            canvas.write(painter, QRectF(self.rect()), self._shown, look.font(self._kind, tabular=True), color)

    def _show_time(self) -> None:
        elapsed = self._ticker.elapsed()
        shown = words.ticking_text(elapsed, seconds=self._has_seconds)
        if shown == self._shown:
            return
        is_longer = len(shown) != len(self._shown)
        self._shown = shown
        self.describe(words.duration_text(timedelta(minutes=elapsed // timedelta(minutes=1))))
        if is_longer:
            self.updateGeometry()
        self.update()


class RunningClock(QFrame):
    """The frame shows it where Today's large clock is not seen, and only while somebody is on the clock."""

    clock_out_asked = Signal()

    def __init__(self, now: Now = system_now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Running clock"))
        self._ground = Role.WORK
        self._face = ClockFace(now, Kind.STRONG, seconds=False)
        self._job = Text("", Kind.BODY, Role.MUTED)
        self._name, self._is_short = "", False
        self._out = Button(self.tr("Clock out"), ButtonKind.LINK)
        self._out.clicked.connect(self.clock_out_asked)
        line = QHBoxLayout(self)
        self._line = line
        for part in (self._face, self._job, self._out):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._make_room()
        self.set_running(None)

    def set_running(self, running: Running | None) -> None:
        self._face.set_since(running.since if running else None)
        if running is None:
            return
        self._ground = Role.BREAK if running.is_break else Role.WORK
        self._name = self.tr("On a break") if running.is_break else running.job
        self.setAccessibleDescription(self._name)
        self._show_job()
        self.update()

    def set_short(self, is_short: bool) -> None:
        """Without the job's name."""
        if is_short != self._is_short:
            self._is_short = is_short
            self._show_job()

    @property
    def full_width(self) -> int:
        """With the job's name, whether it is shown or not."""
        is_missing = self._is_short and bool(self._name)
        return self.sizeHint().width() + (self._wanted_width() + self._line.spacing() if is_missing else 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._make_room()

    def _make_room(self) -> None:
        """For the dot on the left, at the font scale in use."""
        self._line.setContentsMargins(look.px(36), 0, look.px(12), 0)
        self._line.setSpacing(look.px(10))
        self._show_job()

    def _show_job(self) -> None:
        metrics = self._job.fontMetrics()
        self._job.setText(metrics.elidedText(self._name, canvas.ELIDE, self._wanted_width()))
        self._job.setToolTip(self._name)
        self._job.setVisible(bool(self._name) and not self._is_short)

    def _wanted_width(self) -> int:
        return min(self._job.fontMetrics().horizontalAdvance(self._name) + 2, look.px(_LONGEST_JOB))

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(self.rect()).adjusted(0, 4, 0, -4)
        with canvas.painter_for(self) as painter:
            canvas.rounded(painter, box, box.height() / 2, look.fill(Role.SURFACE), look.fill(Role.LINE))
            dot = look.px(10)
            mark = QRectF(look.px(16), box.center().y() - dot / 2, dot, dot)
            color = look.shape(self._ground, Role.SURFACE)
            canvas.rounded(painter, mark, 1 if self._ground is Role.BREAK else dot / 2, color)
