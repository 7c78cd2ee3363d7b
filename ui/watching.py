"""Notices when the machine slept while somebody was on the clock, and says on any screen that there is a question."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from client.views import Doubt
from ui.live import LivePage
from ui.widgets.toast import ToastValue
from ui.workplace import Workplace

_PACE = 60_000
_SECONDS = 20.0


class Watching(QObject):
    def __init__(self, place: Workplace, elapsed: Callable[[], float]) -> None:
        super().__init__(place.shell)
        self._place, self._elapsed = place, elapsed
        self._told: Doubt | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_PACE)
        self.look()

    def close(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        doubts = self._place.session.doubts
        doubts.tick(self._elapsed())
        found = doubts.current()
        is_new = found is not None and not found.is_same(self._told)
        self._told = found
        if not is_new:
            return
        shell = self._place.shell
        page = shell.page("today")
        if isinstance(page, LivePage):
            page.refresh()
        if shell.current == "today":
            return
        text = self.tr("There is a question about your time. Nothing changes until you answer it.")
        toast = shell.toast(ToastValue(text, sign="clock", action=self.tr("Look at it"), seconds=_SECONDS))
        toast.action_asked.connect(partial(shell.show_screen, "today"))
