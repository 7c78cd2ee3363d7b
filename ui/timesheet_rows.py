"""A week as rows: each day with its sums, and below it what was recorded."""

from collections.abc import Iterator
from datetime import timedelta, tzinfo
from math import ceil

from PySide6.QtGui import QFontMetrics

from client.views import Activity, DayTotal, Entry, Mark, Week
from sync.language import translate
from sync.terms import BreakKind
from ui import look, words
from ui.look import Kind
from ui.rows import Row
from ui.sync_words import MARKS
from ui.widgets.badge import BadgeValue, Outline, Tone, sync_badge
from ui.widgets.table import PAD, Cell

_MINUTE = timedelta(minutes=1)
DAY = "day/"
"""How the id of a day's row begins."""


def titles() -> tuple[str, ...]:
    return (
        translate("timesheet", "Start"),
        translate("timesheet", "End"),
        translate("timesheet", "Time"),
        translate("timesheet", "What"),
        translate("timesheet", "Job"),
        translate("timesheet", "Marks"),
    )


def rows(week: Week, zone: tzinfo) -> tuple[Row, ...]:
    """Days without an entry are left out, unless the whole week is empty."""
    return tuple(row for total in week.days for row in _day(week, total, zone))


def _day(week: Week, total: DayTotal, zone: tzinfo) -> Iterator[Row]:
    entries = week.entries_of(total.day)
    if not entries:
        return
    yield _head(total)
    for entry in entries:
        yield Row(entry.id, _cells(entry, zone))


def _head(total: DayTotal) -> Row:
    parts = [
        (total.travel, translate("timesheet", "travel {time}")),
        (total.on_break, translate("timesheet", "break {time}")),
    ]
    details = " · ".join(form.format(time=words.hours_text(length)) for length, form in parts if length)
    extra = translate("timesheet", "Overtime {time}").format(time=words.hours_text(total.overtime))
    badges = (BadgeValue(extra, Tone.WARN, "clock", Outline.ROUND),) if total.overtime >= _MINUTE else ()
    worked = Cell(strong=words.hours_text(total.worked))
    name = Cell(strong=words.date_text(total.day))
    sums = Cell(details, is_muted=True)
    return Row(f"{DAY}{total.day}", (name, Cell(), worked, Cell(), sums, Cell(badges=badges)))


def _cells(entry: Entry, zone: tzinfo) -> tuple[Cell, ...]:
    end = words.time_text(entry.end, zone) if entry.end else _open_end(entry)
    length = Cell("–") if entry.is_unresolved else Cell(words.duration_text(entry.duration))
    return (
        Cell(words.time_text(entry.start, zone)),
        Cell(end, is_muted=entry.end is None),
        length,
        Cell(what(entry)),
        Cell(entry.work_order or entry.note),
        Cell(badges=tuple(_badges(entry))),
    )


def _open_end(entry: Entry) -> str:
    return translate("timesheet", "missing") if entry.is_unresolved else translate("timesheet", "running")


def _badges(entry: Entry) -> Iterator[BadgeValue]:
    if entry.mark is not Mark.SENT:
        yield sync_badge(MARKS[entry.mark])
    for flag in entry.flags:
        yield BadgeValue(flag.rstrip("."), Tone.WARN, "circle-alert", Outline.ROUND)


def what(entry: Entry) -> str:
    return _what(entry.activity, entry.break_kind)


def room_for_what() -> int:
    """What the widest of these words needs, at the usual size of letters."""
    kinds = ((Activity.WORK, None), (Activity.TRAVEL, None), *((Activity.BREAK, kind) for kind in BreakKind))
    letters = QFontMetrics(look.font(Kind.BODY, tabular=True))
    return ceil(max(letters.horizontalAdvance(_what(*kind)) for kind in kinds) / look.current().scale) + 2 * PAD + 2


def _what(activity: Activity, break_kind: BreakKind | None) -> str:
    if activity is Activity.TRAVEL:
        return translate("timesheet", "Travel")
    if activity is Activity.WORK:
        return translate("timesheet", "Work")
    is_paid = break_kind is BreakKind.PAID_REST
    return translate("timesheet", "Paid rest") if is_paid else translate("timesheet", "Unpaid meal")
