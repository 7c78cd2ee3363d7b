"""A week on paper: exact times beside the sums, what corrects them marked, and room for two signatures."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from client.views import DayTotal, Entry, TimeReport
from sync.language import translate
from ui import words
from ui.print_paper import text, write_pdf
from ui.sheet_card import changed_text, status_badge
from ui.timesheet_rows import what

Local = Callable[[datetime], datetime]
_WIDTHS = (11, 11, 11, 15, 30, 22)


def draw(report: TimeReport, file: Path, local: Local) -> None:
    write_pdf(f"{report.sheet.user} {report.week.start}", page(report, local), file)


def page(report: TimeReport, local: Local) -> str:
    jobs = [(job.label or translate("timesheet", "No job"), words.duration_text(job.worked)) for job in report.jobs]
    days = "".join(_day(report, day, local) for day in report.week.days if report.week.entries_of(day.day))
    nothing, by_job = translate("timesheet", "No time in this week"), translate("timesheet", "By job")
    return "".join(
        (
            _head(report, local),
            days or f"<p>{text(nothing)}</p>",
            f"<h2>{text(by_job)}</h2>{_table(jobs)}" if jobs else "",
            _sums(report),
            _signatures(),
        )
    )


def _head(report: TimeReport, local: Local) -> str:
    sheet, days = report.sheet, report.week.days
    made = local(report.made_at)
    when = f"{words.date_text(made.date())} {made.year} {words.time_text(made)}"
    said = translate("timesheet", "Made on {when} by {who}").format(when=when, who=report.made_by)
    stands = status_badge(sheet.status).word
    if sheet.by and sheet.at:
        at = local(sheet.at)
        form = translate("timesheet", "{status} by {name}, {when}")
        stands = form.format(status=stands, name=sheet.by, when=f"{words.date_text(at.date())} {words.time_text(at)}")
    lines = (stands, changed_text(sheet), sheet.comment)
    shown = "".join(f"<p>{text(line)}</p>" for line in lines if line)
    kind = translate("timesheet", "Timesheet")
    return (
        f'<p class="muted">{text(report.organisation)} · {text(kind)}</p>'
        f"<h1>{text(sheet.user)}</h1><p>{text(words.span_text(days[0].day, days[-1].day))}</p>"
        f'{shown}<p class="muted">{text(said)}</p>'
    )


def _day(report: TimeReport, day: DayTotal, local: Local) -> str:
    rows = [_cells(entry, local) for entry in report.week.entries_of(day.day)]
    worked = words.duration_text(day.worked)
    return f"<h2>{text(words.day_text(day.day))} · {text(worked)}</h2>{_table(rows, _WIDTHS)}"


def _cells(entry: Entry, local: Local) -> tuple[str, ...]:
    missing = translate("timesheet", "missing") if entry.is_unresolved else translate("timesheet", "running")
    return (
        f"{local(entry.start):%H:%M:%S}",
        f"{local(entry.end):%H:%M:%S}" if entry.end else missing,
        "–" if entry.is_unresolved else words.ticking_text(entry.duration, seconds=True),
        what(entry),
        entry.work_order or entry.note,
        " ".join(entry.flags),
    )


def _sums(report: TimeReport) -> str:
    week = report.week
    rows = [(translate("timesheet", "Worked"), words.duration_text(week.paid))]
    if week.overtime:
        rows.append((translate("timesheet", "Of that overtime"), words.duration_text(week.overtime)))
    title = translate("timesheet", "Total")
    return f"<h2>{text(title)}</h2>{_table(rows)}"


def _signatures() -> str:
    names = (translate("timesheet", "Worker"), translate("timesheet", "Approved by"))
    cells = "".join(f'<td width="50%"><br><br>____________________________<br>{text(name)}</td>' for name in names)
    return f'<table width="100%"><tr>{cells}</tr></table>'


def _table(rows: Iterable[tuple[str, ...]], widths: tuple[int, ...] = (60, 40)) -> str:
    lines = (
        "".join(f'<td width="{wide}%">{text(cell)}</td>' for cell, wide in zip(row, widths, strict=True))
        for row in rows
    )
    return f'<table width="100%">{"".join(f"<tr>{line}</tr>" for line in lines)}</table>'
