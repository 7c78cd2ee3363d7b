"""What a notification says, in whole sentences."""

from datetime import date, datetime, tzinfo

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


def sentence(line: NewsLine) -> str:
    form = {
        Happening.ASSIGNED: translate("news", "{who} gave you {what}."),
        Happening.RESCHEDULED: translate("news", "{who} changed when {what} is planned for."),
        Happening.CANCELLED: translate("news", "{who} cancelled {what}."),
        Happening.OVERRULED: translate("news", "{who} wrote something else on {what} than you. Both are kept: decide."),
        Happening.TIME_CORRECTED: translate("news", "{who} corrected your time. The original stays on record."),
        Happening.WEEK_APPROVED: translate("news", "{who} approved your week of {what}."),
        Happening.WEEK_RETURNED: translate("news", "{who} returned your week of {what}, with a comment."),
    }[line.happening]
    who = line.by or translate("news", "Somebody")
    return form.format(who=who, what=_what(line) or translate("news", "a record"))


def _what(line: NewsLine) -> str:
    """A week is named by its first day."""
    return words.date_text(date.fromisoformat(line.title)) if line.kind is Kind.TIMESHEET else line.title


def when(at: datetime, now: datetime, zone: tzinfo) -> str:
    """The time of today, else the day with it."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    clock = words.time_text(at, zone)
    if local.date() == today:
        return clock
    form = translate("news", "{day}, {time}")
    return form.format(day=words.date_text(local.date()), time=clock)
