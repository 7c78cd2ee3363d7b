"""Ctrl+C and the system's "please end" close the window as its button does, so that everything is saved."""

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stopping(QObject):
    """Python answers a signal only between two of its own steps, and Qt's loop takes none: so a socket wakes it."""

    def __init__(self, stop: Callable[[], object]) -> None:
        super().__init__()
        self._stop = stop
        self._read, self._write = socket.socketpair()
        self._read.setblocking(False)
        self._write.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        signal.set_wakeup_fd(self._write.fileno())
        for number in _SIGNALS:
            signal.signal(number, self._on_signal)

    def end(self) -> None:
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    def _wake(self) -> None:
        self._read.recv(64)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        QTimer.singleShot(0, self._stop)  # in the loop, also where the signal comes before it runs
