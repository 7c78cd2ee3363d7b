"""Parts of a page that need not be there at first sight: built one by one after it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_PAUSE = 10
"""Milliseconds in which all that was pressed and is to be painted comes first."""


class Later(QObject):
    """So that no page stops the window while it is made."""

    def __init__(self, page: QObject, *builders: Callable[[], object]) -> None:
        super().__init__(page)
        self._left = list(builders)
        self._wait()

    @property
    def is_done(self) -> bool:
        return not self._left

    def stop(self) -> None:
        """What is left is not built any more."""
        self._left.clear()

    def _wait(self) -> None:
        QTimer.singleShot(_PAUSE, self, self._build_one)

    def _build_one(self) -> None:
        if not self._left:
            return
        self._left.pop(0)()
        if self._left:
            self._wait()
