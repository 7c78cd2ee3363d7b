"""What a notification says, how it is marked, and when it was."""

from datetime import date, datetime, tzinfo

from client.news import sentence
from client.views import NewsLine
from sync.kinds import Kind
from sync.language import translate
from sync.terms import Happening
from ui import words

_SIGNS = {
    Happening.ASSIGNED: "clipboard-list",
    Happening.RESCHEDULED: "calendar-days",
    Happening.CANCELLED: "x",
    Happening.OVERRULED: "triangle-alert",
    Happening.TIME_CORRECTED: "clock",
    Happening.WEEK_APPROVED: "circle-check",
    Happening.WEEK_RETURNED: "undo-2",
}


def sign_of(line: NewsLine) -> str:
    return _SIGNS[line.happening]


def told(line: NewsLine) -> str:
    """A week is named by its first day."""
    is_week = line.kind is Kind.TIMESHEET
    return sentence(line, words.date_text(date.fromisoformat(line.title)) if is_week else line.title)


def when(at: datetime, now: datetime, zone: tzinfo) -> str:
    """The time of today, else the day with it."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    clock = words.time_text(at, zone)
    if local.date() == today:
        return clock
    form = translate("news", "{day}, {time}")
    return form.format(day=words.date_text(local.date()), time=clock)
