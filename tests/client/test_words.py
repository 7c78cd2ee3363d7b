"""Changes in the words that people read, and the books of the demo."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from client.ledger import Applied, Ledger, Made, reconcile
from client.sentences import FLAGS, PUNCHED, PUNCHES, hours, what
from sync.protocol import Mutation, Op
from sync.terms import Action
from sync.timekeeping import Flag

ID = "01890000-0000-7000-8000-000000000001"
AT = datetime(2026, 8, 4, 15, 31, tzinfo=UTC)


def local(at: datetime) -> datetime:
    return at + timedelta(hours=1)


CASES: list[tuple[str, Op, dict[str, Any], str]] = [
    ("lead", Op.CREATE, {"name": "Orchard House"}, "New lead"),
    ("lead", Op.CHANGE, {"stage": "quoted"}, "Stage → Quoted"),
    ("lead", Op.CHANGE, {"phone": "1"}, "Phone changed"),
    ("lead", Op.CHANGE, {"phone": "1", "follow_up_on": None}, "Phone and follow up changed"),
    ("lead", Op.CHANGE, {"a": 1, "b": 1, "c": 1, "d": 1}, "4 fields changed"),
    ("lead", Op.REMOVE, {}, "Lead removed"),
    ("work_order", Op.CHANGE, {"status": "in_progress"}, "Status → In progress"),
    ("work_order", Op.CHANGE, {"answers.a": True}, "Checklist answer"),
    ("work_order", Op.CHANGE, {"answers.a": True, "answers.b": 3}, "2 checklist answers"),
    ("work_order", Op.RESTORE, {}, "Work order restored"),
    ("punch", Op.CREATE, {"action": "clock_out", "at": "2026-08-04T15:31:00Z"}, "Clock out 16:31"),
    (
        "punch",
        Op.CREATE,
        {"action": "break_start", "at": "2026-08-04T15:31:00Z", "break_kind": "unpaid_meal"},
        "Break 16:31 (unpaid meal)",
    ),
    ("punch", Op.CREATE, {"action": "amend", "amended_at": "2026-08-04T15:00:00Z"}, "Correction → 16:00"),
    ("punch", Op.CREATE, {"action": "void"}, "Undo of a punch"),
    ("note", Op.CREATE, {"text": "x"}, "Note"),
    ("attachment", Op.CREATE, {}, "New attachment"),
]


@pytest.mark.parametrize(("kind", "op", "fields", "sentence"), CASES)
def test_a_change_is_told_in_words(kind: str, op: Op, fields: dict[str, Any], sentence: str) -> None:
    mutation = Mutation(key=ID, op=op, kind=kind, id=ID, occurred_at=AT, fields=fields)
    assert what(mutation, local) == sentence


def test_every_punch_and_flag_has_its_words() -> None:
    assert set(PUNCHES) == set(PUNCHED) == set(Action)
    assert set(FLAGS) == set(Flag)


def test_hours_are_told_with_their_minutes() -> None:
    assert hours(timedelta(hours=3, minutes=4, seconds=59)) == "3 h 04 min"


MADE = [Made(n, "punch", "create", {"note": f"step {n}"}) for n in range(4)]
APPLIED = [Applied(n, "punch", "create", {"note": f"step {n}", "at": "now"}) for n in range(4)]


def test_clean_books_have_no_differences() -> None:
    books = reconcile(MADE, APPLIED)
    assert books == Ledger(made=4, applied=4, lost=0, doubled=0, out_of_order=0, unknown=0)
    assert books.is_clean


def test_a_drop_a_double_a_stranger_and_a_swap_are_each_found() -> None:
    assert reconcile(MADE, APPLIED[:2] + APPLIED[3:]).lost == 1
    assert reconcile(MADE, [*APPLIED, Applied(9, "punch", "create", {"note": "step 2"})]).doubled == 1
    assert reconcile(MADE, [*APPLIED, Applied(9, "lead", "create", {"note": "step 2"})]).unknown == 1
    swapped = [Applied(3 - effect.position, effect.kind, effect.op, effect.fields) for effect in APPLIED]
    assert reconcile(MADE, sorted(swapped, key=lambda effect: effect.position)).out_of_order == 3
    for books in (reconcile(MADE, []), reconcile([], APPLIED), reconcile(MADE, swapped)):
        assert not books.is_clean
