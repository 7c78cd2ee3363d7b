"""What the items of a checklist ask for, and whether an answer is one: the same at both ends.

Nothing here makes anybody answer: an item without an answer is pointed out when the work is completed.
"""

from collections.abc import Iterable, Sequence
from typing import TypeGuard

import msgspec

from sync.errors import Problem
from sync.ids import is_id
from sync.language import translate
from sync.records import ANSWER, Body, CheckItem
from sync.terms import AnswerKind

_NO_ANSWER = (None, False, "")


def read_checklist(body: Body) -> tuple[CheckItem, ...]:
    """The checklist in a work order's body."""
    return msgspec.convert(body.get("checklist", ()), tuple[CheckItem, ...])


def is_answered(item: CheckItem, value: object) -> bool:
    """A measured 0 is an answer; what was answered before the item asked for something else is none."""
    is_blank = isinstance(value, str) and not value.strip()
    return not is_blank and not any(value is none for none in _NO_ANSWER) and not _complaint(item, value)


def answer_problems(checklist: Iterable[CheckItem], fields: Body) -> list[Problem]:
    """What is wrong with the answers among these fields; an item that is not there any more asks for nothing."""
    found = ((f"{ANSWER}{item.id}", item) for item in checklist)
    wrong = ((name, _complaint(item, fields[name])) for name, item in found if name in fields)
    return [Problem(name, "invalid", complaint) for name, complaint in wrong if complaint]


def checklist_problem(items: Sequence[CheckItem]) -> str:
    """What is wrong with a checklist itself, as a sentence; empty where nothing is."""
    if len({item.id for item in items}) < len(items):
        return translate("checklists", "Two items of the checklist have the same id.")
    return next((problem for problem in map(_item_problem, items) if problem), "")


def number_text(number: float) -> str:
    """-8, 2.5: as few digits as say it."""
    return f"{number:.15g}".replace("-", "\N{MINUS SIGN}")


def bounds_text(item: CheckItem) -> str:
    """ "between −10 and 0 Pa", "at least 2 bar"; empty without bounds."""
    unit = f" {item.unit}" if item.unit else ""
    least, most = (None if bound is None else number_text(bound) for bound in (item.least, item.most))
    if least is not None and most is not None:
        return translate("checklists", "between {least} and {most}{unit}").format(least=least, most=most, unit=unit)
    if least is not None:
        return translate("checklists", "at least {least}{unit}").format(least=least, unit=unit)
    return translate("checklists", "at most {most}{unit}").format(most=most, unit=unit) if most is not None else ""


def _item_problem(item: CheckItem) -> str:
    if item.least is not None and item.most is not None and item.least > item.most:
        return translate("checklists", "{text}: the lower bound is above the upper one.").format(text=item.text)
    if item.kind is AnswerKind.CHOICE and len(set(item.choices)) < 2:
        return translate("checklists", "{text}: a choice needs two things to choose from.").format(text=item.text)
    if item.kind is not AnswerKind.NUMBER and (item.unit or item.least is not None or item.most is not None):
        return translate("checklists", "{text}: only a number has a unit and bounds.").format(text=item.text)
    if item.kind is not AnswerKind.CHOICE and item.choices:
        return translate("checklists", "{text}: only a choice has something to choose from.").format(text=item.text)
    return ""


def _complaint(item: CheckItem, value: object) -> str:
    """Why this is no answer to the item. Nothing at all is none either, and always fine: it takes the answer back."""
    if value is None or _answers(item, value):
        return ""
    match item.kind:
        case AnswerKind.TICK:
            form = translate("checklists", "{text} is done or not done.")
        case AnswerKind.NUMBER if _is_number(value):
            form = translate("checklists", "{text} has to be {bounds}.")
        case AnswerKind.NUMBER:
            form = translate("checklists", "{text} is a number.")
        case AnswerKind.TEXT:
            form = translate("checklists", "{text} is answered in words.")
        case AnswerKind.CHOICE:
            form = translate("checklists", "{text} is one of: {choices}.")
        case AnswerKind.PHOTO:
            form = translate("checklists", "{text} is answered with a photo.")
    return form.format(text=item.text, bounds=bounds_text(item), choices=", ".join(item.choices))


def _answers(item: CheckItem, value: object) -> bool:
    match item.kind:
        case AnswerKind.TICK:
            return isinstance(value, bool)
        case AnswerKind.NUMBER:
            return _is_number(value) and not _is_out_of_bounds(item, value)
        case AnswerKind.TEXT:
            return isinstance(value, str)
        case AnswerKind.CHOICE:
            return value in item.choices
        case AnswerKind.PHOTO:
            return isinstance(value, str) and is_id(value)


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_out_of_bounds(item: CheckItem, value: float) -> bool:
    is_low = item.least is not None and value < item.least
    is_high = item.most is not None and value > item.most
    return is_low or is_high
