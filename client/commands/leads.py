"""`streamflow leads …`: add, list and import leads."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from client.amounts import format_money, parse_date, parse_money
from client.commands.context import Context, as_json
from client.exit_codes import Exit
from client.sentences import count_of
from sync.errors import InvalidInput, Problem
from sync.terms import Stage

if TYPE_CHECKING:
    from client.csv_import import ImportResult, Preview

_TEXTS = ("phone", "email", "address", "need", "source")
_MOST_SHOWN = 20


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("leads", help="add, list and import leads")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    _parse_add(actions.add_parser("add", help="enter a lead"))
    _parse_list(actions.add_parser("list", help="list leads"))
    _parse_import(actions.add_parser("import", help="take in leads from a CSV file"))


def _parse_add(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=_add)
    parser.add_argument("name")
    for name in _TEXTS:
        parser.add_argument(f"--{name}", default="")
    parser.add_argument("--stage", choices=list(Stage), default=None)
    parser.add_argument("--value", help='for example "£1,800.50"')
    parser.add_argument("--follow-up", metavar="DATE", help="for example 2026-12-01")
    parser.add_argument("--note", default="", help="a note on the lead")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def _parse_list(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=_list)
    parser.add_argument("--search", default="", metavar="TEXT")
    parser.add_argument("--stage", choices=list(Stage), default=None)
    parser.add_argument("--limit", type=int, default=200)
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def _parse_import(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=_import)
    parser.add_argument("file")
    parser.add_argument("--preview", action="store_true", help="only say what would happen")
    parser.add_argument("--skip-duplicates", action="store_true", help="leave out rows that look like a known lead")
    parser.add_argument("--map", action="append", default=[], metavar="FIELD=COLUMN", help="say where a field stands")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def _add(context: Context, args: argparse.Namespace) -> int:
    fields = {"name": args.name} | {name: getattr(args, name) for name in _TEXTS if getattr(args, name)}
    if args.stage:
        fields["stage"] = args.stage
    fields |= _amounts(args, context.session.organisation.currency)
    for duplicate in context.session.leads.duplicates(args.phone, args.email):
        context.say.err(duplicate.because)
    lead_id = context.session.leads.create(fields)
    if args.note:
        context.session.leads.add_note(lead_id, args.note)
    sentence = f"{args.name} – saved on this device"
    context.say.out(as_json({"id": lead_id, "sentence": sentence}) if args.json else sentence)
    return Exit.DONE


def _amounts(args: argparse.Namespace, currency: str) -> dict[str, object]:
    fields: dict[str, object] = {}
    try:
        if args.value:
            fields["value"] = parse_money(args.value, currency)
        if args.follow_up:
            fields["follow_up_on"] = parse_date(args.follow_up)
    except ValueError as trouble:
        field = "follow_up_on" if "value" in fields or not args.value else "value"
        raise InvalidInput(Problem(field, "invalid", str(trouble))) from trouble
    return fields


def _list(context: Context, args: argparse.Namespace) -> int:
    stage = Stage(args.stage) if args.stage else None
    lines = context.session.leads.list(args.search, stage, limit=args.limit)
    if args.json:
        context.say.out(as_json([asdict(line) for line in lines]))
        return Exit.DONE
    for line in lines:
        value = format_money(line.value) if line.value else ""
        cells = (line.name, line.phone, line.address, line.stage, value, line.mark)
        context.say.out("\t".join(cells))
    return Exit.DONE


def _import(context: Context, args: argparse.Namespace) -> int:
    leads = context.session.leads.start_import()
    content = _content(context, args.file)
    preview = leads.preview(content)
    if args.map:
        preview = leads.preview(content, {**preview.mapping, **_mapping(preview, args.map)})
    if args.preview:
        context.say.out(as_json(_as_dict(preview, None)) if args.json else _told(preview))
        return Exit.DONE
    result = leads.run(
        preview,
        skip_lookalikes=args.skip_duplicates,
        progress=lambda done, total: context.say.err(f"{done} of {total}"),
    )
    context.say.out(as_json(_as_dict(preview, result)) if args.json else _told(preview, result))
    return Exit.REFUSED if preview.problems else Exit.DONE


def _content(context: Context, name: str) -> bytes:
    try:
        return context.path(name).read_bytes()
    except OSError as trouble:
        raise InvalidInput(Problem("file", "unreadable", f"{name} can't be read: {trouble.strerror}.")) from trouble


def _mapping(preview: "Preview", given: list[str]) -> dict[str, tuple[int, ...]]:
    """`--map name=Firma`: columns by their heading, several joined by a plus sign; nothing takes the field out."""
    mapping: dict[str, tuple[int, ...]] = {}
    for entry in given:
        field, _, named = entry.partition("=")
        columns = [name.strip() for name in named.split("+") if name.strip()]
        unknown = [name for name in columns if name not in preview.table.columns]
        if unknown:
            raise InvalidInput(Problem(field, "no_column", f"The file has no column {unknown[0]}."))
        mapping[field.strip()] = tuple(preview.table.columns.index(name) for name in columns)
    return mapping


def _told(preview: "Preview", result: "ImportResult | None" = None) -> str:
    lines = [f"{field}: {' + '.join(columns)}" for field, columns in preview.columns.items()]
    if preview.unused:
        lines.append(f"not imported: {', '.join(preview.unused)}")
    for title, found in (("problem", preview.problems), ("duplicate", (*preview.lookalikes, *preview.repeated))):
        texts = [f"line {one.line}: {getattr(one, 'message', '') or getattr(one, 'because', '')}" for one in found]
        lines += [f"{title}, {text}" for text in texts[:_MOST_SHOWN]]
        if len(texts) > _MOST_SHOWN:
            lines.append(f"… and {len(texts) - _MOST_SHOWN} more of these")
    if result is None:
        lines.append(f"{count_of(len(preview.good), 'lead')} would be added.")
    else:
        known = f" {count_of(result.already_imported, 'row was', 'rows were')} imported before."
        lines.append(f"{count_of(result.added, 'lead')} added.{known if result.already_imported else ''}")
    return "\n".join(lines)


def _as_dict(preview: "Preview", result: "ImportResult | None") -> dict[str, object]:
    return {
        "encoding": preview.table.encoding,
        "delimiter": preview.table.delimiter,
        "mapping": preview.columns,
        "unused": preview.unused,
        "rows": len(preview.table.rows),
        "good": len(preview.good),
        "already_imported": result.already_imported if result else preview.already_imported,
        "problems": [asdict(problem) for problem in preview.problems],
        "duplicates": [asdict(one) for one in (*preview.lookalikes, *preview.repeated)],
        "added": result.added if result else 0,
        "left_out": result.left_out if result else 0,
    }
