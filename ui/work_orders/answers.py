"""Answers of a checklist as people read them, and as they type them."""

import math

from PySide6.QtCore import QLocale

from client.views import CheckLine
from sync.checklists import bounds_text
from sync.language import translate
from sync.records import CheckItem
from sync.terms import AnswerKind
from ui import record_words


def answer_text(line: CheckLine) -> str:
    """ "−8 Pa", "Done"; a dash where there is no answer. """
    if not line.is_answered:
        return record_words.NONE
    match line.item.kind:
        case AnswerKind.TICK:
            return translate("answers", "Done")
        case AnswerKind.PHOTO:
            return translate("answers", "Photo")
        case AnswerKind.NUMBER:
            return f"{number_text(line.answer)} {line.item.unit}".rstrip()
        case AnswerKind.TEXT | AnswerKind.CHOICE:
            return str(line.answer)


def number_text(value: object) -> str:
    """By locale, with as few digits as say it."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return QLocale().toString(float(value), "g", 15) if abs(value) < 10**15 else str(value)


def read_number(text: str) -> float | int | None:
    """What was typed, with a comma or a point; None where it is no number."""
    plain = text.strip().replace("\N{MINUS SIGN}", "-").replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
    plain = plain.replace(",", ".") if plain.count(",") + plain.count(".") == 1 else plain
    try:
        number = float(plain)
    except ValueError:
        value, is_read = QLocale().toDouble(plain)
        number = value if is_read else math.nan
    if not math.isfinite(number):
        return None
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def hint(item: CheckItem) -> str:
    """ "between −10 and 0 Pa", or only the unit."""
    return bounds_text(item) or item.unit
