"""Python's collector of circles, kept to the window's thread.

It runs on whichever thread happens to fill it up, and stops all others meanwhile. An object of Qt's that is part of a
circle would then end on a thread that is not its own, which crashes. So it is switched off and done here, by a timer.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_BEAT = 500
_REST = 10_000
"""Longer than it takes to build all screens, and not for good where somebody leaves before they are there."""
_THRESHOLDS = (5_000, 20, 20)


class Collector(QObject):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self.rest()

    def rest(self, _workshop: object = None) -> None:
        """While much is made that stays: at the start, and with each window."""
        self._timer.start(_REST)

    def settle(self) -> None:
        """What the program is made of by now stays, and need not be looked through again."""
        gc.freeze()
        self._timer.start(_BEAT)

    def _look(self) -> None:
        """The oldest generation that is due, with all younger ones, as Python would do it."""
        self._timer.setInterval(_BEAT)
        due = [generation for generation, count in enumerate(gc.get_count()) if count > _THRESHOLDS[generation]]
        if due:
            gc.collect(due[-1])
