"""The job report as a page: what was done, by whom, with what, and who signed for it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from client.views import JobReport, Shown
from sync.language import translate
from ui import record_words, words
from ui.print_paper import text, write_pdf
from ui.work_orders.answers import answer_text

Local = Callable[[datetime], datetime]
_PHOTO_WIDE, _SIGNATURE_WIDE = 205, 205
_PER_ROW = 3
_FIRST_WIDE = "50%"
"""Of the first column of every table, so that they stand below each other."""


def draw(report: JobReport, file: Path, local: Local) -> None:
    shown = (*report.photos, *report.signatures)
    pictures = {_name(position): one.file for position, one in enumerate(shown) if one.file is not None}
    write_pdf(f"{report.number} {report.title}", page(report, local), file, pictures)


def page(report: JobReport, local: Local) -> str:
    """Sections without content are left out."""
    described = [f"<p>{text(report.description)}</p>"] if report.description else []
    sections = (
        (translate("report", "What was to be done"), described),
        (translate("report", "Checklist"), [_table(_answers(report))] if report.checklist else []),
        (translate("report", "Parts and materials"), [_table(_parts(report))] if report.parts else []),
        (translate("report", "Time"), [_table(_time(report))] if report.time else []),
        (translate("report", "Notes"), [f"<p>{text(note)}</p>" for note in report.notes]),
        (translate("report", "Photos"), [_pictures(report.photos, 0, _PHOTO_WIDE, local)] if report.photos else []),
        (translate("report", "Signature"), list(_signatures(report, local))),
    )
    body = "".join(f"<h2>{text(title)}</h2>{''.join(parts)}" for title, parts in sections if parts)
    return _head(report, local) + body


def _head(report: JobReport, local: Local) -> str:
    made = translate("report", "Made on {when} by {who}").format(when=_when(local(report.made_at)), who=report.made_by)
    planned = translate("report", "Planned for {when}")
    lines = (
        report.customer,
        report.address,
        report.phone,
        planned.format(when=_when(local(report.scheduled_start))) if report.scheduled_start else "",
        record_words.status_word(report.status),
    )
    shown = "".join(f"<p>{text(line)}</p>" for line in lines if line)
    kind = translate("report", "Job report")
    return (
        f'<p class="muted">{text(report.organisation)} · {text(kind)}</p>'
        f'<h1>{text(report.number)} {text(report.title)}</h1>{shown}<p class="muted">{text(made)}</p>'
    )


def _answers(report: JobReport) -> Iterator[tuple[str, ...]]:
    for line in report.checklist:
        yield line.text, answer_text(line)


def _parts(report: JobReport) -> Iterator[tuple[str, ...]]:
    for part in report.parts:
        each = record_words.money_text(part.price) if part.price else ""
        total = record_words.money_text(part.total) if part.total else ""
        yield part.name, record_words.quantity_text(part.quantity, part.unit), each, total
    for money in report.totals:
        yield translate("report", "Total"), "", "", record_words.money_text(money)


def _time(report: JobReport) -> Iterator[tuple[str, ...]]:
    for one in report.time:
        yield one.name, words.duration_text(one.time)
    if len(report.time) > 1:
        yield translate("report", "Total"), words.duration_text(report.all_time)


def _signatures(report: JobReport, local: Local) -> Iterator[str]:
    if report.signatures:
        yield _pictures(report.signatures, len(report.photos), _SIGNATURE_WIDE, local)
    else:
        nobody = translate("report", "Nobody has signed.")
        yield f"<p>{text(nobody)}</p>"


def _pictures(shown: tuple[Shown, ...], first: int, wide: int, local: Local) -> str:
    cells = [_picture(one, first + position, wide, local) for position, one in enumerate(shown)]
    rows = ("".join(cells[start : start + _PER_ROW]) for start in range(0, len(cells), _PER_ROW))
    return f'<table cellspacing="4">{"".join(f"<tr>{row}</tr>" for row in rows)}</table>'


def _picture(one: Shown, position: int, wide: int, local: Local) -> str:
    caption = f"{text(Path(one.name).stem)}<br>{text(_when(local(one.at)))}"
    if one.file is None:
        missing = translate("report", "The picture is not on this device.")
        caption += f"<br>{text(missing)}"
        return f'<td class="muted">{caption}</td>'
    return f'<td><img src="{_name(position)}" width="{wide}"><br><span class="muted">{caption}</span></td>'


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    lines = (f'<td width="{_FIRST_WIDE}">{"</td><td>".join(map(text, row))}</td>' for row in rows)
    return f'<table width="100%">{"".join(f"<tr>{line}</tr>" for line in lines)}</table>'


def _when(at: datetime) -> str:
    return f"{words.date_text(at.date())} {at.year} {words.time_text(at)}"


def _name(position: int) -> str:
    return f"picture:{position}"
