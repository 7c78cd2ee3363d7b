"""Pages that somebody has turned away from, and that nobody comes back to."""

from PySide6.QtWidgets import QWidget

_HELD = 3


class TurnedAway:
    """Python's collector ends them, on this thread. Ended by Qt (`deleteLater`), a window that Python still named in
    its own children was ended twice now and then. The last few are held: who asked for the turn may be one."""

    def __init__(self) -> None:
        self._last: list[QWidget] = []

    def let_go(self, page: QWidget) -> None:
        page.hide()
        page.setParent(None)
        self._last = [*self._last, page][-_HELD:]
