"""What a checklist asks for, and what is an answer to it."""

from typing import Any

import msgspec
import pytest

from sync import checklists, rules
from sync.kinds import Kind
from sync.protocol import Op
from sync.records import CheckItem

PHOTO_ID = "0190a000-0000-7000-8000-00000000000a"


def item(**fields: Any) -> CheckItem:
    return msgspec.convert({"id": "one", "text": "Flue draught", **fields}, CheckItem)


NUMBER = item(kind="number", unit="Pa", least=-10, most=0.5)
TEXT, PHOTO = item(kind="text"), item(kind="photo")
CHOICE = item(kind="choice", choices=["Left", "Right"])


@pytest.mark.parametrize(
    ("asked", "value", "complaint"),
    [
        (item(), True, ""),
        (item(), False, ""),
        (item(), 1, "Flue draught is done or not done."),
        (NUMBER, -8, ""),
        (NUMBER, 0, ""),
        (NUMBER, 0.5, ""),
        (NUMBER, 0.6, "Flue draught has to be between \N{MINUS SIGN}10 and 0.5 Pa."),
        (NUMBER, -11, "Flue draught has to be between \N{MINUS SIGN}10 and 0.5 Pa."),
        (NUMBER, True, "Flue draught is a number."),
        (NUMBER, "-8", "Flue draught is a number."),
        (item(kind="number", least=2), 1, "Flue draught has to be at least 2."),
        (item(kind="number", most=2, unit="bar"), 3, "Flue draught has to be at most 2 bar."),
        (item(kind="number"), 10**9, ""),
        (TEXT, "Fine", ""),
        (TEXT, 3, "Flue draught is answered in words."),
        (CHOICE, "Left", ""),
        (CHOICE, "Up", "Flue draught is one of: Left, Right."),
        (PHOTO, PHOTO_ID, ""),
        (PHOTO, "boiler.jpg", "Flue draught is answered with a photo."),
        (PHOTO, True, "Flue draught is answered with a photo."),
    ],
)
def test_an_answer(asked: CheckItem, value: Any, complaint: str) -> None:
    problems = checklists.answer_problems([asked], {"answers.one": value})
    assert [problem.message for problem in problems] == ([complaint] if complaint else [])
    assert all(problem.field == "answers.one" for problem in problems)
    assert checklists.answer_problems([asked], {"answers.one": None, "answers.gone": object()}) == []
    assert checklists.is_answered(asked, value) == (not complaint and value is not False)


@pytest.mark.parametrize("asked", [item(), NUMBER, TEXT, CHOICE, PHOTO])
def test_nothing_is_no_answer(asked: CheckItem) -> None:
    assert not any(checklists.is_answered(asked, value) for value in (None, "", "  ", False))


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"kind": "number", "least": 3, "most": 2}, "the lower bound is above the upper one."),
        ({"kind": "choice", "choices": ["A", "A"]}, "a choice needs two things to choose from."),
        ({"kind": "choice"}, "a choice needs two things to choose from."),
        ({"unit": "Pa"}, "only a number has a unit and bounds."),
        ({"kind": "text", "most": 1}, "only a number has a unit and bounds."),
        ({"choices": ["A", "B"]}, "only a choice has something to choose from."),
    ],
)
def test_a_checklist_that_asks_for_nonsense_is_refused(fields: dict[str, Any], message: str) -> None:
    asked = {"checklist": [{"id": "one", "text": "Draught", **fields}]}
    for op in (Op.CREATE, Op.CHANGE):
        problems = rules.field_problems(Kind.WORK_ORDER, op, {"title": "Boiler", **asked})
        assert [(problem.field, problem.message) for problem in problems] == [("checklist", f"Draught: {message}")]


def test_two_items_of_one_id_are_refused() -> None:
    items = [{"id": "one", "text": text} for text in ("A", "B")]
    (problem,) = rules.field_problems(Kind.WORK_ORDER, Op.CHANGE, {"checklist": items})
    assert problem.message == "Two items of the checklist have the same id."


def test_what_an_older_program_wrote_is_a_tick_and_stays_as_it_was() -> None:
    old = {"id": "one", "text": "Gas is off"}
    (read,) = checklists.read_checklist({"checklist": [old]})
    assert msgspec.to_builtins(read) == old
    assert checklists.read_checklist({}) == ()
