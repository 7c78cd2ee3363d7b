"""`streamflow timesheet`: a week of work, on the screen or as a file, handed in and decided on."""

import argparse
from datetime import date, timedelta
from typing import Any

from client.commands.context import Context, as_json
from client.exit_codes import Exit
from client.sentences import count_of, hours, step_name
from client.views import Sheet, TimeReport


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("timesheet", help="show a week of work, save it as a file, hand it in or decide on it")
    parser.set_defaults(run=_timesheet)
    parser.add_argument("--week", type=_day, metavar="YYYY-MM-DD", help="any day of the week; this week without it")
    parser.add_argument("--user", metavar="NAME", help="somebody of your crew; yourself without it")
    parser.add_argument("--csv", metavar="FILE", help="save its entries as a table")
    parser.add_argument("--pdf", metavar="FILE", help="put it on paper")
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    steps = parser.add_mutually_exclusive_group()
    steps.add_argument("--hand-in", action="store_true", help="hand the week in")
    steps.add_argument("--approve", action="store_true", help="approve a week that was handed in")
    steps.add_argument("--return", dest="comment", metavar="COMMENT", help="return it with what is to be changed")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a day like 2026-11-20") from None


def _timesheet(context: Context, args: argparse.Namespace) -> int:
    session = context.session
    user = session.time.crew_member(args.user) if args.user else None
    report = session.timesheet.report(args.week, user)
    saved: dict[str, Any] = {}
    if args.csv:
        first, last = report.week.start, report.week.start + timedelta(days=6)
        path = context.path(args.csv)
        saved["csv"] = path
        saved["entries"] = session.timesheet.export_csv(path, first, last, user)
    if args.pdf:
        saved["pdf"] = session.timesheet.export_pdf(context.path(args.pdf), report.week.start, user)
    if _take_step(context, args, report.sheet):
        report = session.timesheet.report(args.week, user)
    context.say.out(as_json(_plain(report) | saved) if args.json else _told(report, saved))
    return Exit.DONE


def _take_step(context: Context, args: argparse.Namespace, sheet: Sheet) -> bool:
    weeks = context.session.weeks
    if args.hand_in:
        weeks.hand_in(sheet)
    elif args.approve:
        weeks.approve(sheet)
    elif args.comment is not None:
        weeks.give_back(sheet, args.comment)
    else:
        return False
    return True


def _told(report: TimeReport, saved: dict[str, Any]) -> str:
    week, sheet = report.week, report.sheet
    lines = [f"{sheet.user}, week of {week.start}: {hours(week.paid)}"]
    lines += [f"  {day.day}  {hours(day.worked)}" for day in week.days if day.worked]
    lines += [f"  {job.label or 'No job'}: {hours(job.worked)}" for job in report.jobs]
    if week.to_check:
        lines.append(f"{count_of(week.to_check, 'entry', 'entries')} to check.")
    if sheet.status is not None:
        changed = "; changed since" if sheet.is_changed else ""
        lines.append(f"{step_name(sheet.status)}{changed}.{f' {sheet.comment}' if sheet.comment else ''}")
    if "pdf" in saved:
        lines.append(f"Written to {saved['pdf']}")
    if "csv" in saved:
        lines.append(f"{count_of(saved['entries'], 'entry', 'entries')} saved in {saved['csv']}")
    return "\n".join(lines)


def _plain(report: TimeReport) -> dict[str, Any]:
    week, sheet = report.week, report.sheet
    return {
        "user": sheet.user,
        "user_id": sheet.user_id,
        "week": week.start,
        "status": sheet.status,
        "is_changed": sheet.is_changed,
        "comment": sheet.comment,
        "worked_seconds": int(week.paid.total_seconds()),
        "overtime_seconds": int(week.overtime.total_seconds()),
        "to_check": week.to_check,
        "days": {str(day.day): int(day.worked.total_seconds()) for day in week.days},
        "jobs": [
            {"work_order_id": job.work_order_id, "label": job.label, "seconds": int(job.worked.total_seconds())}
            for job in report.jobs
        ],
        "rows": [
            {
                "day": entry.day,
                "activity": entry.activity,
                "start": entry.start.isoformat(),
                "end": entry.end.isoformat() if entry.end else None,
                "seconds": int(entry.duration.total_seconds()),
                "work_order": entry.work_order,
                "flags": entry.flags,
            }
            for entry in week.entries
        ],
    }
