"""Reads query parameters as strictly as bodies."""

import re
from datetime import date

from starlette.datastructures import QueryParams

from server_stub.troubles import bad_request, invalid
from sync.protocol import MAX_CHUNK_ROWS, MAX_PAGE_ROWS

_DEFAULT_ROWS = 1_000
_KINDS = re.compile(r"[a-z_]{1,40}(,[a-z_]{1,40}){0,49}", re.ASCII)


def single(query: QueryParams, name: str) -> str | None:
    values = query.getlist(name)
    if len(values) > 1:
        raise bad_request(f"{name} stands there twice.")
    return values[0] if values else None


def pull_limit(query: QueryParams) -> int:
    return _limit(query, MAX_PAGE_ROWS)


def chunk_limit(query: QueryParams) -> int:
    return _limit(query, MAX_CHUNK_ROWS)


def kinds(query: QueryParams) -> tuple[str, ...]:
    """The kinds that are named; one that is not known here has no records, and that is no fault."""
    text = single(query, "kinds") or ""
    if text and not _KINDS.fullmatch(text):
        raise invalid("kinds are names with commas between them.", {"kinds": "Does not look right."})
    return tuple(sorted(set(text.split(",")))) if text else ()


def _limit(query: QueryParams, most: int) -> int:
    text = single(query, "limit")
    if text is None:
        return _DEFAULT_ROWS
    limit = int(text) if re.fullmatch(r"[0-9]{1,9}", text, re.ASCII) else 0
    if not 1 <= limit <= most:
        raise invalid(f"limit is a number from 1 to {most}.", {"limit": "Out of range."})
    return limit


def day(query: QueryParams, name: str) -> date:
    text = single(query, name) or ""
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII) else _no_day(name)
    except ValueError:
        return _no_day(name)


def _no_day(name: str) -> date:
    raise invalid(f"{name} is a day, as in 2026-03-09.", {name: "Not a day."})
