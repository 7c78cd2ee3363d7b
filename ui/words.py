"""Times, durations and numbers as people read them, by locale."""

from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from PySide6.QtCore import QDate, QLocale, QTime

from sync.language import translate


class TimeFormat(StrEnum):
    SYSTEM = "system"
    HOURS_24 = "24"
    HOURS_12 = "12"


class WeekStart(StrEnum):
    """On which day the weeks begin that somebody plans in; those that are paid begin when the organisation says."""

    ORGANISATION = "organisation"
    SYSTEM = "system"
    MONDAY = "monday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


_WEEKDAYS = {WeekStart.MONDAY: 0, WeekStart.SATURDAY: 5, WeekStart.SUNDAY: 6}
_FORMS = {TimeFormat.HOURS_24: "HH:mm", TimeFormat.HOURS_12: "h:mm AP"}
_time_format = TimeFormat.SYSTEM
_week_start = WeekStart.ORGANISATION


def use_time_format(wanted: TimeFormat) -> None:
    global _time_format  # noqa: PLW0603 - one per process, as there is one person reading
    _time_format = wanted


def use_week_start(wanted: WeekStart) -> None:
    global _week_start  # noqa: PLW0603 - one per process, as there is one person reading
    _week_start = wanted


def first_weekday() -> int | None:
    """0 = Monday; None = as the organisation's."""
    if _week_start is WeekStart.SYSTEM:
        return QLocale().firstDayOfWeek().value - 1
    return _WEEKDAYS.get(_week_start)


def time_text(instant: datetime, zone: tzinfo | None = None) -> str:
    """Hours and minutes on the wall clock of `zone` (or of the instant itself)."""
    local = instant.astimezone(zone) if zone else instant
    return QLocale().toString(QTime(local.hour, local.minute), _form())


def read_time(text: str) -> time | None:
    """A reading of the clock as `time_text` writes it, or by 24 hours, with a gloved hand without the sign between."""
    plain = text.strip().upper()
    by_day = plain.replace("H", ":").replace(",", ":").rstrip(":")
    for form in (_form(), *_FORMS.values(), "H:mm", "H.mm", "HHmm", "Hmm", "H", "h AP", "hAP", "h:mmAP"):
        found = QLocale().toTime(by_day if form.startswith("H") else plain, form)
        if found.isValid():
            return time(found.hour(), found.minute())
    return None


def _form() -> str:
    return _FORMS.get(_time_format) or QLocale().timeFormat(QLocale.FormatType.ShortFormat)


def day_text(day: date) -> str:
    """Friday, 20 November."""
    locale = QLocale()
    form = translate("words", "dddd, d MMMM")
    return locale.toString(QDate(day.year, day.month, day.day), form)


def weekday_text(day: date) -> str:
    return QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def duration_text(length: timedelta) -> str:
    """3 h 41 min."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    if not hours:
        return translate("words", "{minutes} min").format(minutes=minutes)
    return translate("words", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)


def ticking_text(length: timedelta, *, seconds: bool) -> str:
    """2:41:08, or 2:41 where seconds would only be restless."""
    whole = max(0, int(length.total_seconds()))
    hours, rest = divmod(whole, 3600)
    text = f"{hours}:{rest // 60:02}"
    return f"{text}:{rest % 60:02}" if seconds else text


def number_text(number: int) -> str:
    return QLocale().toString(number)


def marks_text(number: str) -> str:
    """A number that was written as 1,234.5, with the marks of this locale."""
    locale = QLocale()
    marks: dict[str, str | int | None] = {",": locale.groupSeparator(), ".": locale.decimalPoint()}
    return number.translate(str.maketrans(marks))


def hours_text(length: timedelta) -> str:
    """8 h, or 7 h 30 min: for sums and limits, which are often whole hours."""
    hours, rest = divmod(int(length.total_seconds()) // 60, 60)
    if rest or not hours:
        return duration_text(length)
    return translate("words", "{hours} h").format(hours=number_text(hours))


def date_text(day: date) -> str:
    """Fri 20 Nov."""
    form = translate("words", "ddd d MMM")
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def span_text(first: date, last: date) -> str:
    """16 – 22 November 2026, or 30 November – 6 December 2026."""
    locale = QLocale()
    is_one_month = (first.year, first.month) == (last.year, last.month)
    form = translate("words", "d") if is_one_month else translate("words", "d MMMM")
    start = locale.toString(QDate(first.year, first.month, first.day), form)
    end = locale.toString(QDate(last.year, last.month, last.day), translate("words", "d MMMM yyyy"))
    return f"{start} – {end}"
