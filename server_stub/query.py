"""Reads query parameters as strictly as bodies."""

import re
from datetime import date

from starlette.datastructures import QueryParams

from server_stub.troubles import bad_request, invalid
from sync.protocol import MAX_PAGE_ROWS

_DEFAULT_ROWS = 1_000


def single(query: QueryParams, name: str) -> str | None:
    values = query.getlist(name)
    if len(values) > 1:
        raise bad_request(f"{name} stands there twice.")
    return values[0] if values else None


def pull_limit(query: QueryParams) -> int:
    text = single(query, "limit")
    if text is None:
        return _DEFAULT_ROWS
    limit = int(text) if re.fullmatch(r"[0-9]{1,9}", text, re.ASCII) else 0
    if not 1 <= limit <= MAX_PAGE_ROWS:
        raise invalid(f"limit is a number from 1 to {MAX_PAGE_ROWS}.", {"limit": "Out of range."})
    return limit


def day(query: QueryParams, name: str) -> date:
    text = single(query, name) or ""
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII) else _no_day(name)
    except ValueError:
        return _no_day(name)


def _no_day(name: str) -> date:
    raise invalid(f"{name} is a day, as in 2026-03-09.", {name: "Not a day."})
