"""A week as a grid: the jobs down, the days across, sums at both ends."""

from collections.abc import Iterable
from datetime import timedelta

from client.views import JobTotal, Week
from sync.language import translate
from ui import words
from ui.rows import Row
from ui.widgets.table import Cell

_NOTHING = timedelta()
GRID_COLUMNS = 9


def grid_titles(week: Week) -> tuple[str, ...]:
    days = (f"{words.weekday_text(day.day)} {day.day.day}" for day in week.days)
    return (translate("timesheet", "Job"), *days, translate("timesheet", "Total"))


def grid_rows(week: Week, jobs: Iterable[JobTotal]) -> tuple[Row, ...]:
    """What counts as work, by job and day; breaks that are not paid are left out."""
    rows = [
        Row(
            f"job/{job.work_order_id or ''}",
            (
                Cell(job.label or translate("timesheet", "No job")),
                *(_cell(length) for length in _days_of(week, job.work_order_id)),
                Cell(strong=_text(job.worked)),
            ),
        )
        for job in jobs
    ]
    if not rows:
        return ()
    sums = (Cell(strong=_text(day.worked)) if day.worked else _cell(_NOTHING) for day in week.days)
    return (*rows, Row("sum", (Cell(strong=translate("timesheet", "Total")), *sums, Cell(strong=_text(week.paid)))))


def _days_of(week: Week, job: str | None) -> tuple[timedelta, ...]:
    return tuple(
        sum(
            (entry.duration for entry in week.entries_of(day.day) if entry.is_work_time and entry.work_order_id == job),
            _NOTHING,
        )
        for day in week.days
    )


def _cell(length: timedelta) -> Cell:
    return Cell(_text(length)) if length else Cell("–", is_muted=True)


def _text(length: timedelta) -> str:
    return words.ticking_text(length, seconds=False)
