"""What a notification says, in whole sentences."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from client.views import NewsLine
from sync.records import Happening
from ui import words

_SIGNS = {
    Happening.ASSIGNED: "clipboard-list",
    Happening.RESCHEDULED: "calendar-days",
    Happening.CANCELLED: "x",
    Happening.OVERRULED: "triangle-alert",
    Happening.TIME_CORRECTED: "clock",
}


def sign_of(line: NewsLine) -> str:
    return _SIGNS[line.happening]


def sentence(line: NewsLine) -> str:
    tr = QCoreApplication.translate
    form = {
        Happening.ASSIGNED: tr("news", "{who} gave you {what}."),
        Happening.RESCHEDULED: tr("news", "{who} changed when {what} is planned for."),
        Happening.CANCELLED: tr("news", "{who} cancelled {what}."),
        Happening.OVERRULED: tr("news", "{who} wrote something else on {what} than you. Both are kept: decide."),
        Happening.TIME_CORRECTED: tr("news", "{who} corrected your time. The original stays on record."),
    }[line.happening]
    who = line.by or tr("news", "Somebody")
    return form.format(who=who, what=line.title or tr("news", "a record"))


def when(at: datetime, now: datetime, zone: tzinfo) -> str:
    """The time of today, else the day with it."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    clock = words.time_text(at, zone)
    if local.date() == today:
        return clock
    form = QCoreApplication.translate("news", "{day}, {time}")
    return form.format(day=words.date_text(local.date()), time=clock)
