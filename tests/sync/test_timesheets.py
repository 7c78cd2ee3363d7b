"""The steps of a week, which of several timesheets counts, and what an approval was about."""

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from sync.records import Timesheet
from sync.terms import Role, SheetStatus
from sync.timekeeping import Activity, Flag, TimeEntry
from sync.timesheets import digest_of, is_locked, may_decide, standing, step_problems

MONDAY = date(2026, 3, 2)
EIGHT = datetime(2026, 3, 2, 8, tzinfo=UTC)


def sheet(record_id: str, status: SheetStatus = SheetStatus.SUBMITTED, week: date = MONDAY) -> Timesheet:
    return Timesheet(id=record_id, user_id="u", week=week, digest="0" * 64, status=status)


def entry(**changed: object) -> TimeEntry:
    made = TimeEntry(
        user_id="u", day=MONDAY, kind=Activity.WORK, start=EIGHT, end=EIGHT + timedelta(hours=8), shift_start=EIGHT,
        start_punch_id="p", work_order_id="A",
    )  # fmt: skip
    return replace(made, **changed)


WAYS = {
    "": "submitted approved returned",
    "submitted": "submitted approved returned",
    "returned": "returned submitted",
    "approved": "approved returned",
}
# Whose week, in whose hands: what they may make of it.
HANDS = {
    (Role.WORKER, True): "submitted",
    (Role.WORKER, False): "",
    (Role.CREW_LEAD, True): "submitted",
    (Role.CREW_LEAD, False): "submitted approved returned",
    (Role.OFFICE, True): "submitted approved returned",
    (Role.OFFICE, False): "submitted approved returned",
    (Role.OWNER, True): "submitted approved returned",
    (Role.OWNER, False): "submitted approved returned",
}


@pytest.mark.parametrize(("role", "is_own"), sorted(HANDS))
@pytest.mark.parametrize("was", sorted(WAYS))
@pytest.mark.parametrize("wanted", list(SheetStatus))
def test_the_steps_of_a_week(was: str, wanted: SheetStatus, role: Role, is_own: bool) -> None:
    before = {"status": was} if was else None
    problems = step_problems(before, {"status": wanted, "comment": "Friday?"}, role, is_own=is_own)
    is_right = wanted in WAYS[was].split() and wanted in HANDS[role, is_own].split()
    assert (problems == []) is is_right
    assert may_decide(role, is_own=is_own) is ("approved" in HANDS[role, is_own])


def test_nothing_changes_beside_a_step_that_could_not_be_taken() -> None:
    (problem,) = step_problems({"status": "approved"}, {"comment": "Mine"}, Role.WORKER, is_own=True)
    assert problem.code == "not_allowed"
    assert step_problems({}, {"worked_minutes": 5}, Role.WORKER, is_own=True) == []


def test_a_week_comes_back_with_a_comment() -> None:
    (problem,) = step_problems({}, {"status": "returned", "comment": " "}, Role.OWNER, is_own=False)
    assert (problem.field, problem.code) == ("comment", "required")


def test_the_approved_one_counts_and_else_the_last() -> None:
    first, second = sheet("1"), sheet("2")
    approved = replace(first, status=SheetStatus.APPROVED)
    assert standing([]) is None
    assert standing([second, first]) is second
    assert standing([approved, second]) is approved
    assert standing([replace(first, status=SheetStatus.RETURNED), second]) is second


def test_an_approved_week_is_locked_from_its_first_day_to_its_last() -> None:
    sheets = [sheet("1", SheetStatus.APPROVED), sheet("2", week=MONDAY + timedelta(days=7))]
    locked = [day for day in range(-2, 16) if is_locked(sheets, MONDAY + timedelta(days=day))]
    assert locked == list(range(7))


def test_the_digest_is_about_hours_and_jobs() -> None:
    other = entry(start_punch_id="q", start=EIGHT + timedelta(days=1))
    known = digest_of([entry(), other])
    assert known == digest_of([other, entry(flags=frozenset({Flag.OVERLAP}), note="Hm", end_punch_id="x")])
    changes = (
        {"end": EIGHT + timedelta(hours=7)},
        {"end": None},
        {"start": EIGHT - timedelta(minutes=1)},
        {"work_order_id": "B"},
        {"kind": Activity.TRAVEL},
        {"day": MONDAY + timedelta(days=1)},
    )
    digests = {digest_of([entry(**changed), other]) for changed in changes} | {digest_of([other])}
    assert len(digests) == len(changes) + 1
    assert known not in digests
