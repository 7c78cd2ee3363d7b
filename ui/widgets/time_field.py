"""A labelled editor for a reading of the clock on the wall."""

from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from ui import words
from ui.widgets.field import FormField


class TimeField(FormField):
    entered = Signal()

    def __init__(self, label: str, zone: tzinfo) -> None:
        self.line = QLineEdit()
        super().__init__(label, self.line)
        self._zone = zone
        self._shown: datetime | None = None
        self.line.returnPressed.connect(self.entered)

    def show_instant(self, instant: datetime | None) -> None:
        self._shown = instant
        self.line.setText(words.time_text(instant, self._zone) if instant else "")
        self.set_error("")

    def focus(self) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def read(self, near: datetime) -> datetime | None:
        """That reading on the day of `near`; None says beside the field what is wrong with it. A reading that nobody
        has changed is the instant that was shown, to the second."""
        text = self.line.text().strip()
        if self._shown is not None and text == words.time_text(self._shown, self._zone):
            self.set_error("")
            return self._shown
        found = words.read_time(text)
        example = words.time_text(datetime(2026, 1, 1, 16, 30))  # noqa: DTZ001 - a wall clock's reading, not an instant
        self.set_error(self.tr("A time, like {example}.").format(example=example) if found is None else "")
        if found is None:
            return None
        local = near.astimezone(self._zone)
        return local.replace(hour=found.hour, minute=found.minute, second=0, microsecond=0)
