"""Stages, statuses, sync marks, money and instants as badges and words."""

from datetime import date, datetime, tzinfo

from PySide6.QtCore import QDate, QLocale

from client.amounts import format_money, format_quantity, parse_date
from client.views import LeadLine, Mark
from sync.language import translate
from sync.records import Money
from sync.terms import Stage, Status
from ui import words
from ui.sync_words import MARKS
from ui.widgets.badge import BadgeValue, Outline, Tone, sync_badge
from ui.widgets.table import Cell

NONE = "–"
_EXAMPLE = QDate(2026, 11, 24)
"""In which the day can't be taken for the month."""
_STAGE_TONES = {Stage.NEW: Tone.BRAND, Stage.QUOTED: Tone.INFO, Stage.WON: Tone.BRAND}
_STAGE_SIGNS = {Stage.WON: "check", Stage.LOST: "x"}
_STATUS_TONES = {
    Status.ASSIGNED: Tone.INFO,
    Status.EN_ROUTE: Tone.INFO,
    Status.IN_PROGRESS: Tone.BRAND,
    Status.ON_HOLD: Tone.WARN,
    Status.COMPLETED: Tone.BRAND,
}
_STATUS_SIGNS = {
    Status.EN_ROUTE: "car",
    Status.IN_PROGRESS: "play",
    Status.ON_HOLD: "pause",
    Status.COMPLETED: "check",
    Status.CANCELLED: "x",
}


def stage_word(stage: Stage) -> str:
    return {
        Stage.NEW: translate("record", "New"),
        Stage.CONTACTED: translate("record", "Contacted"),
        Stage.QUOTED: translate("record", "Quoted"),
        Stage.WON: translate("record", "Won"),
        Stage.LOST: translate("record", "Lost"),
    }[stage]


def stage_badge(stage: Stage) -> BadgeValue:
    return BadgeValue(stage_word(stage), _STAGE_TONES.get(stage, Tone.NEUTRAL), _STAGE_SIGNS.get(stage, ""))


def status_word(status: Status) -> str:
    return {
        Status.DRAFT: translate("record", "Draft"),
        Status.ASSIGNED: translate("record", "Assigned"),
        Status.EN_ROUTE: translate("record", "En route"),
        Status.IN_PROGRESS: translate("record", "In progress"),
        Status.ON_HOLD: translate("record", "On hold"),
        Status.COMPLETED: translate("record", "Completed"),
        Status.INVOICED: translate("record", "Invoiced"),
        Status.CANCELLED: translate("record", "Cancelled"),
    }[status]


def status_badge(status: Status) -> BadgeValue:
    tone = _STATUS_TONES.get(status, Tone.NEUTRAL)
    return BadgeValue(status_word(status), tone, _STATUS_SIGNS.get(status, ""), Outline.ROUND)


def mark_badge(mark: Mark, saved_at: datetime | None = None, zone: tzinfo | None = None) -> BadgeValue:
    """ "Saved here 11:58" where the time is known and still means something."""
    is_timed = saved_at is not None and mark is Mark.SAVED_HERE
    return sync_badge(MARKS[mark], words.time_text(saved_at, zone) if saved_at and is_timed else "")


def mark_cell(mark: Mark) -> Cell:
    """Nothing for what is sent: that is the usual case in a list."""
    return Cell() if mark is Mark.SENT else Cell(badges=(mark_badge(mark),))


def follow_up_badge(due: date, today: date) -> BadgeValue:
    if due == today:
        return BadgeValue(translate("record", "Due today"), Tone.WARN, "calendar-days")
    form = translate("record", "Due {day}") if due > today else translate("record", "Overdue {day}")
    tone = Tone.NEUTRAL if due > today else Tone.WARN
    return BadgeValue(form.format(day=words.date_text(due)), tone, "calendar-days")


def follow_up_cell(line: LeadLine, today: date) -> Cell:
    """Nothing before its day, and nothing for what is won or lost; short, since a list is narrow."""
    due = line.follow_up_on
    if due is None or due > today or line.stage in (Stage.WON, Stage.LOST):
        return Cell()
    if due == today:
        return Cell(badges=(follow_up_badge(due, today),))
    return Cell(badges=(BadgeValue(translate("record", "Overdue"), Tone.WARN, "calendar-days"),))


def money_text(money: Money | None) -> str:
    return words.marks_text(format_money(money)) if money else ""


def quantity_text(thousandths: int, unit: str = "") -> str:
    return f"{words.marks_text(format_quantity(thousandths))} {unit}".rstrip()


def money_cell(money: Money | None) -> Cell:
    return Cell(money_text(money)) if money else Cell(NONE, is_muted=True)


def when_text(instant: datetime | None, zone: tzinfo, today: date) -> str:
    """Today 09:30; Fri 20 Nov 09:30."""
    if instant is None:
        return translate("record", "No date")
    local = instant.astimezone(zone)
    return f"{day_word(local.date(), today)} {words.time_text(local)}"


def day_word(day: date, today: date) -> str:
    if day == today:
        return translate("record", "Today")
    form = translate("record", "ddd d MMM") if day.year == today.year else translate("record", "d MMM yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def plan_badge() -> BadgeValue:
    return BadgeValue(translate("plan", "Plan changed"), Tone.WARN, "calendar-days")


def date_text(day: date | None) -> str:
    """As it is typed into a form, and read back by `read_date`."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat) if day else ""


def read_date(text: str, locale: QLocale | None = None) -> date:
    """As dates are written here, or were where it was typed. Raises `ValueError`."""
    here = locale or QLocale()
    form = here.dateFormat(QLocale.FormatType.ShortFormat)
    try:
        return parse_date(text, day_first=form.find("d") < form.find("M"))
    except ValueError:
        found = here.toDate(text.strip(), form)  # as `date_text` wrote it: 2026/11/24 in South Africa
        if not found.isValid():
            example = here.toString(_EXAMPLE, QLocale.FormatType.ShortFormat)
            raise ValueError(translate("record_words", "A date, like {day}.").format(day=example)) from None
        return date(found.year(), found.month(), found.day())
