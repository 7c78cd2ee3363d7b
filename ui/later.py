"""Parts of a page that need not be there at first sight: built one by one after it."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

_PAUSE = 10
"""Milliseconds in which all that was pressed and is to be painted comes first."""


class Later(QObject):
    """So that no page stops the window while it is made. All stand in one line, and one part is built at a time; what
    somebody looks at and waits for (`is_awaited`) comes before what is built ahead."""

    def __init__(self, page: QObject, *builders: Callable[[], object], is_awaited: bool = False) -> None:
        super().__init__(page)
        self._left = deque(builders)
        if not _line:
            _wait()
        if is_awaited:
            _line.appendleft(self)
        else:
            _line.append(self)

    @property
    def is_done(self) -> bool:
        return not self._left

    def stop(self) -> None:
        """What is left is not built any more."""
        self._left.clear()

    def end(self) -> None:
        if isValid(self):
            self.deleteLater()

    def build_one(self) -> None:
        self._left.popleft()()


def stop_building(page: QObject) -> None:
    """Nobody will see what is left of it."""
    for later in page.findChildren(Later):
        later.stop()


_line: deque[Later] = deque()


def _wait() -> None:
    QTimer.singleShot(_PAUSE, _build_one)


def _build_one() -> None:
    while _line and (not isValid(_line[0]) or _line[0].is_done):
        _line.popleft().end()
    if _line:
        _wait()
        _line[0].build_one()
