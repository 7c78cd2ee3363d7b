"""The one way from the client's threads into the window: what changed comes in bursts and goes out in few signals."""

import logging
import time
from collections.abc import Callable
from threading import Lock

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from client.views import Change, SyncStatus
from sync.errors import StreamFlowError
from sync.kinds import Kind
from ui.writer import Writer

Subscriber = Callable[[Change], None]
Subscribe = Callable[[Subscriber], Callable[[], None]]

_PACE = 0.1
_SHARE = 4
"""After a delivery the screens get at least this many times its length for themselves."""
_LOOK_AGAIN = 2000
"""The pill is right within 5 s also where nobody said a word, as when the connection is merely slow."""

_log = logging.getLogger(__name__)


class Bridge(QObject):
    changed = Signal(object)
    """views.Change: refetch what you show if it is touched."""
    status_changed = Signal(object)
    """views.SyncStatus, only when it differs from the one before."""

    _heard = Signal()

    def __init__(self, subscribe: Subscribe, read_status: Callable[[], SyncStatus]) -> None:
        super().__init__()
        self._read_status = read_status
        self._lock = Lock()
        self._kinds: set[Kind] = set()
        self._subjects: set[tuple[Kind, str]] = set()
        self._is_status = False
        self._is_told = False
        self._next = 0.0
        self._status: SyncStatus | None = None
        self._looker = Writer("status")
        self._is_behind = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._deliver)
        self._again = QTimer(self)
        self._again.timeout.connect(self._ask)
        self._again.start(_LOOK_AGAIN)
        self._heard.connect(self._wake, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = subscribe(self._hear)

    @property
    def status(self) -> SyncStatus:
        """The last one that was told."""
        if self._status is None:
            self._status = self._read_status()
        return self._status

    def look_at_status(self) -> None:
        """At once, for somebody who has just changed it."""
        self._take_in(self._read_status())

    def _ask(self) -> None:
        """Elsewhere: to count thousands that wait takes longer than the window may be away."""
        self._is_behind = not self._looker.is_idle
        if not self._is_behind:
            self._looker.do(self._read_status, self._take_in_and_go_on, self._cannot_read)

    def _take_in_and_go_on(self, status: SyncStatus) -> None:
        self._take_in(status)
        if self._is_behind:
            self._ask()

    def _cannot_read(self, trouble: StreamFlowError) -> None:
        """Whoever saves something hears of it; here it is tried again in a moment."""
        _log.warning("The status could not be read: %s", trouble)

    def _take_in(self, status: SyncStatus) -> None:
        if status != self._status:
            self._status = status
            self.status_changed.emit(status)

    def close(self) -> None:
        self._unsubscribe()
        self._again.stop()
        self._pause.stop()
        self._looker.close()

    def _hear(self, change: Change) -> None:
        """On any thread."""
        with self._lock:
            self._kinds |= change.kinds
            self._subjects |= change.subjects
            self._is_status |= change.is_status
            is_first, self._is_told = not self._is_told, True
        if is_first:
            self._heard.emit()

    def _wake(self) -> None:
        if not self._pause.isActive():
            self._pause.start(max(0, round((self._next - time.monotonic()) * 1000)))

    def _deliver(self) -> None:
        change = self._take()
        start = time.monotonic()
        self.changed.emit(change)
        self._ask()
        end = time.monotonic()
        self._next = end + max(_PACE, _SHARE * (end - start))

    def _take(self) -> Change:
        with self._lock:
            change = Change(frozenset(self._kinds), frozenset(self._subjects), self._is_status)
            self._kinds, self._subjects = set(), set()
            self._is_status = self._is_told = False
        return change
