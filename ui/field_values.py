"""Fields of any record as people read and type them."""

from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo
from typing import Any

import msgspec

from client.amounts import parse_money, parse_quantity
from client.said import as_read, as_stored
from sync.errors import Problem
from sync.language import capitalised, translate, words
from sync.records import ANSWER, Money
from sync.terms import Stage, Status
from ui import record_words
from ui.words import time_text

Names = Callable[[str], str]

_DATES = frozenset({"follow_up_on"})
_INSTANTS = frozenset({"scheduled_start", "at", "amended_at", "written_at", "used_at"})
_AMOUNTS = frozenset({"value", "price"})
_QUANTITIES = frozenset({"quantity"})
_SAID = frozenset({"source", "reason"})
TYPED = frozenset(
    {"name", "title", "phone", "email", "address", "need", "description", "source", "hold_reason", "text", "note",
     "reason", "unit"}
)  # fmt: skip
LONG = frozenset({"need", "description", "text", "note"})
MENDABLE = TYPED | _DATES | _AMOUNTS | _QUANTITIES


def label(name: str) -> str:
    """ "Scheduled start", "Checklist"."""
    if name.startswith(ANSWER):
        return translate("values", "Checklist")
    return capitalised(words(name.removesuffix("_id").removesuffix("_on")))


def shown(name: str, value: Any, zone: tzinfo, person: Names) -> str:
    """A JSON value of a field in words."""
    if value is None or value == "":
        return record_words.NONE
    if isinstance(value, bool):
        return translate("values", "Done") if value else translate("values", "Not done")
    if name == "stage" and value in set(Stage):
        return record_words.stage_word(Stage(value))
    if name == "status" and value in set(Status):
        return record_words.status_word(Status(value))
    if name in _AMOUNTS and isinstance(value, Mapping):
        return record_words.money_text(msgspec.convert(value, Money))
    if name in _QUANTITIES and isinstance(value, int):
        return record_words.quantity_text(value)
    if name in _INSTANTS:
        at = datetime.fromisoformat(str(value)).astimezone(zone)
        return f"{record_words.date_text(at.date())} {time_text(at)}"
    if name in _DATES:
        return record_words.date_text(datetime.fromisoformat(str(value)).date())
    if name in _SAID:
        return as_read(str(value))
    if name.endswith("_id"):
        return person(str(value)) or translate("values", "another one")
    return str(value) if isinstance(value, str | int | float) else translate("values", "changed")


def read(texts: Mapping[str, str], currency: str) -> tuple[dict[str, Any], list[Problem]]:
    """Typed texts as values of their fields, and what can't be read."""
    fields: dict[str, Any] = {}
    problems = []
    for name, text in texts.items():
        try:
            fields[name] = _read(name, text, currency)
        except ValueError as trouble:
            problems.append(Problem(name, "invalid", str(trouble)))
    return fields, problems


def _read(name: str, text: str, currency: str) -> Any:
    if name in _AMOUNTS:
        return parse_money(text, currency) if text.strip() else None
    if name in _QUANTITIES:
        return parse_quantity(text)
    if name in _DATES:
        return record_words.read_date(text) if text.strip() else None
    return as_stored(text) if name in _SAID else text
