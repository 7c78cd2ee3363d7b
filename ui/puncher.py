"""The person's clock: what they want shows at once, what the disk holds follows, and every click can be undone."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from math import inf

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from client.session import Session
from client.time_clock import TimeClock
from client.views import Activity, Change, ClockState, Mark, Punched, WorkOrderLine
from sync.errors import StreamFlowError
from sync.kinds import Kind
from sync.terms import BreakKind, Status
from ui.bridge import Bridge
from ui.reading import Reading
from ui.widgets.ticker import Now
from ui.writer import Writer

_LABELLED = frozenset({Kind.PUNCH, Kind.WORK_ORDER})


class Puncher(QObject):
    """One per window; Today, the header's clock and the keys all punch here."""

    state_changed = Signal(object)
    """views.ClockState: what was just asked for, then what is saved."""
    saved = Signal(object)
    """views.Punched: it is on the disk."""
    failed = Signal(object)
    """A StreamFlowError: it is not."""

    def __init__(
        self, session: Session, bridge: Bridge, writer: Writer, reader: Writer, now: Now, elapsed: Callable[[], float]
    ) -> None:
        super().__init__()
        self._session, self._writer, self._now, self._elapsed = session, writer, now, elapsed
        self._reading = Reading(reader, self._take, reader.trouble.emit)
        self._is_saving = False
        self._punches = 0
        self._asked_at = -inf
        self.state = session.time.state()
        bridge.changed.connect(self._on_changed)

    def toggle_clock(self) -> None:
        if self.state.is_on_clock:
            self.clock_out()
        else:
            self.clock_in()

    def toggle_break(self) -> None:
        if self.state.activity is Activity.BREAK:
            self.resume()
        elif self.state.is_on_clock:
            self.take_break(BreakKind.UNPAID_MEAL)

    def clock_in(self) -> None:
        self._punch(self._intend(Activity.WORK, None, ""), self._session.time.clock_in)

    def clock_out(self) -> None:
        self._punch(ClockState(Activity.OFF, mark=Mark.SAVED_HERE), self._session.time.clock_out)

    def take_break(self, kind: BreakKind) -> None:
        intent = replace(self._same_job(Activity.BREAK), break_kind=kind)
        self._punch(intent, partial(self._session.time.take_break, kind))

    def resume(self) -> None:
        self._punch(self._same_job(Activity.WORK), self._session.time.resume)

    def travel(self) -> None:
        job = self.state.work_order_id
        self._punch(self._same_job(Activity.TRAVEL), partial(self._session.time.travel, job))

    def work_on(self, order: WorkOrderLine | None) -> None:
        """Switch to this job, or clock in on it; None = no job."""
        job = order.id if order else None
        time_clock = self._session.time
        do = time_clock.switch if self.state.is_on_clock else time_clock.clock_in
        self._punch(self._intend(Activity.WORK, job, order.label if order else ""), partial(do, job))

    def start(self, order: WorkOrderLine) -> None:
        """The work begins: the clock goes over to it and its status says so."""
        if not self._may_ask():
            return
        self.work_on(order)
        if order.status is not Status.IN_PROGRESS:
            self._writer.do(
                partial(self._session.work_orders.set_status, order.id, Status.IN_PROGRESS), failed=self.failed.emit
            )

    def undo(self, punch_id: str) -> None:
        self._punches += 1
        self._writer.do(partial(self._session.time.undo, punch_id), self._read, self._not_saved)

    def _punch(self, intent: ClockState, job: Callable[[], Punched]) -> None:
        if not self._may_ask():
            return
        self._is_saving, self._asked_at = True, self._elapsed()
        self._punches += 1
        self._show(intent)
        self._writer.do(job, self._saved, self._not_saved)

    def _may_ask(self) -> bool:
        """The second click of a double click would hit a button that has just changed its meaning."""
        pause = QApplication.doubleClickInterval() / 1000
        return not self._is_saving and self._elapsed() - self._asked_at >= pause

    def _intend(self, activity: Activity, job: str | None, label: str) -> ClockState:
        now = self._now()
        return ClockState(activity, now, self.state.on_clock_since or now, job, label, mark=Mark.SAVED_HERE)

    def _same_job(self, activity: Activity) -> ClockState:
        return self._intend(activity, self.state.work_order_id, self.state.work_order)

    def _saved(self, punched: Punched) -> None:
        self._read()
        self.saved.emit(punched)

    def _not_saved(self, trouble: StreamFlowError) -> None:
        self._read()
        self.failed.emit(trouble)

    def _on_changed(self, change: Change) -> None:
        if (change.is_status or _LABELLED & change.kinds) and not self._is_saving:
            self._read()

    def _read(self, _outcome: object = None) -> None:
        self._is_saving = False
        self._reading.ask(partial(_state_after, self._punches, self._session.time))

    def _take(self, read: tuple[int, ClockState]) -> None:
        """What was read before the last punch says nothing of it."""
        punches, state = read
        if punches == self._punches:
            self._show(state)

    def _show(self, state: ClockState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)


def _state_after(punches: int, clock: TimeClock) -> tuple[int, ClockState]:
    """On the reader's thread."""
    return punches, clock.state()
