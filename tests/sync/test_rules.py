"""What is allowed to whom, and what a field may hold.

Over 300 lines: tables of what is allowed, kind by kind.
"""

import itertools
from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import settings as run
from hypothesis import strategies as st

from support.timeclock import make_punch
from sync import rules
from sync.blobs import MAX_CONTENT_BYTES, MAX_PREVIEW_BYTES
from sync.kinds import CHANGEABLE, SERVER_FIELDS, TYPES, WRITTEN_BY_DEVICES, Kind
from sync.protocol import Op, decode, encode
from sync.records import CheckItem, Lead, Money, Record, WorkOrder, answers, body_of, read
from sync.terms import Action, Role, Status

ID = "0190a000-0000-7000-8000-00000000000a"
NOW = "2026-08-04T08:02:14Z"
LEAST: dict[Kind, dict[str, Any]] = {
    Kind.CUSTOMER: {"name": "Brook"},
    Kind.SITE: {"subject_kind": "customer", "subject_id": ID, "name": "Depot"},
    Kind.CONTACT: {"subject_kind": "customer", "subject_id": ID, "name": "Ann"},
    Kind.LEAD: {"name": "Brook"},
    Kind.WORK_ORDER: {"title": "Boiler"},
    Kind.NOTE: {"subject_kind": "lead", "subject_id": ID, "text": "Rang twice", "written_at": NOW},
    Kind.ATTACHMENT: {
        "subject_kind": "lead",
        "subject_id": ID,
        "name": "boiler.jpg",
        "sha256": "0" * 64,
        "size": 1,
        "media_type": "image/jpeg",
        "taken_at": NOW,
    },
    Kind.PART: {"subject_kind": "work_order", "subject_id": ID, "name": "Valve", "quantity": 1_000, "used_at": NOW},
    Kind.TIMESHEET: {"user_id": ID, "week": "2026-08-03", "digest": "0" * 64},
    Kind.LOCATION: {
        "user_id": ID,
        "punch_id": ID,
        "at": NOW,
        "latitude": 51.5,
        "longitude": -0.14,
        "accuracy_m": 20.0,
    },
    Kind.PUNCH: {
        "user_id": ID,
        "by_id": ID,
        "action": "clock_in",
        "at": NOW,
        "zone": "Europe/London",
        "utc_offset_minutes": 60,
        "evidence": {"monotonic_ms": 1},
    },
}


def codes(kind: Kind, fields: dict[str, Any], op: Op = Op.CHANGE) -> dict[str, str]:
    return {problem.field: problem.code for problem in rules.field_problems(kind, op, fields)}


@pytest.mark.parametrize("kind", sorted(LEAST))
def test_the_least_that_makes_a_record(kind: Kind) -> None:
    assert codes(kind, LEAST[kind], Op.CREATE) == {}
    for name in LEAST[kind]:
        without = {other: value for other, value in LEAST[kind].items() if other != name}
        assert codes(kind, without, Op.CREATE) == {name: "required"}
        fixed = without.keys() - CHANGEABLE.get(kind, without.keys())
        assert codes(kind, without, Op.CHANGE) == dict.fromkeys(fixed, "fixed")
    assert codes(kind, {}, Op.CREATE) == dict.fromkeys(LEAST[kind], "required")


RECORDS: list[tuple[Kind, Record]] = [
    (Kind.LEAD, Lead(id=ID, name="Brook", value=Money(minor=-5, currency="EUR"), follow_up_on=date(2026, 8, 9))),
    (
        Kind.WORK_ORDER,
        WorkOrder(
            id=ID,
            title="Boiler",
            checklist=(CheckItem(id="gas-off", text="Gas is off"),),
            scheduled_start=datetime(2026, 8, 4, tzinfo=UTC),
        ),
    ),
    (Kind.PUNCH, make_punch(1, Action.AMEND, datetime(2026, 8, 4, tzinfo=UTC), reason="Forgot", target_id=ID)),
]


@pytest.mark.parametrize(("kind", "record"), RECORDS)
def test_a_record_s_body_is_its_json_and_reads_back(kind: Kind, record: Record) -> None:
    body = body_of(record)
    assert decode(encode(body), dict[str, Any]) == body
    assert read(type(record), record.id, record.version, body) == record
    written = {name: value for name, value in body.items() if name not in SERVER_FIELDS.get(kind, ())}
    assert codes(kind, written, Op.CREATE) == {}


def test_a_body_keeps_what_a_newer_server_added() -> None:
    body = {"title": "Boiler", "colour": "red", "answers.gas-off": True}
    assert read(WorkOrder, ID, 3, body) == WorkOrder(id=ID, version=3, title="Boiler")
    assert answers(body) == {"gas-off": True}


@pytest.mark.parametrize(
    ("kind", "fields", "code"),
    [
        (Kind.LEAD, {"name": ""}, "required"),
        (Kind.LEAD, {"name": " \t\n"}, "required"),
        (Kind.LEAD, {"name": None}, "invalid"),
        (Kind.LEAD, {"name": 7}, "invalid"),
        (Kind.LEAD, {"name": "x" * 200}, None),
        (Kind.LEAD, {"name": "x" * 201}, "too_long"),
        (Kind.LEAD, {"name": "Zoë Šimůnková 日本 👷"}, None),
        (Kind.LEAD, {"name": "a\x00b"}, "control_character"),
        (Kind.LEAD, {"name": "half \ud83d"}, "control_character"),
        (Kind.LEAD, {"need": "x" * 10_000}, None),
        (Kind.LEAD, {"need": "x" * 10_001}, "too_long"),
        (Kind.LEAD, {"phone": ""}, None),
        (Kind.LEAD, {"phone": None}, "invalid"),
        (Kind.LEAD, {"stage": "won"}, None),
        (Kind.LEAD, {"stage": "Won"}, "invalid"),
        (Kind.LEAD, {"assignee_id": None}, None),
        (Kind.LEAD, {"assignee_id": "short"}, "invalid"),
        (Kind.LEAD, {"follow_up_on": "2026-02-29"}, "invalid"),
        (Kind.LEAD, {"follow_up_on": "2028-02-29"}, None),
        (Kind.LEAD, {"value": {"minor": 10**15, "currency": "GBP"}}, None),
        (Kind.LEAD, {"value": {"minor": 10**15 + 1, "currency": "GBP"}}, "invalid"),
        (Kind.LEAD, {"value": {"minor": 1.5, "currency": "GBP"}}, "invalid"),
        (Kind.LEAD, {"value": {"minor": 1, "currency": "gbp"}}, "invalid"),
        (Kind.LEAD, {"value": {"minor": 1, "currency": "GBP\n"}}, "invalid"),
        (Kind.LEAD, {"value": {"minor": 1}}, "invalid"),
        (Kind.LEAD, {"value": None}, None),
        (Kind.LEAD, {"created_by": ID}, "server_field"),
        (Kind.LEAD, {"id": ID}, "unknown_field"),
        (Kind.LEAD, {"version": 9}, "unknown_field"),
        (Kind.LEAD, {"answers.a": True}, "unknown_field"),
        (Kind.WORK_ORDER, {"number": 7}, "server_field"),
        (Kind.WORK_ORDER, {"scheduled_start": "2026-08-04T08:00:00+02:00"}, None),
        (Kind.WORK_ORDER, {"scheduled_start": "2026-08-04T08:00:00"}, "invalid"),
        (Kind.WORK_ORDER, {"scheduled_start": "0001-01-01T00:00:00+14:00"}, "invalid"),
        (Kind.WORK_ORDER, {"scheduled_start": "9999-12-31T23:00:00-14:00"}, "invalid"),
        (Kind.WORK_ORDER, {"planned_minutes": -1}, "invalid"),
        (Kind.WORK_ORDER, {"planned_minutes": True}, "invalid"),
        (Kind.WORK_ORDER, {"checklist": [{"id": "a", "text": "b"}]}, None),
        (Kind.WORK_ORDER, {"checklist": [{"id": "A", "text": "b"}]}, "invalid"),
        (Kind.WORK_ORDER, {"checklist": [{"id": "a\n", "text": "b"}]}, "invalid"),
        (Kind.WORK_ORDER, {"checklist": [{"id": "a", "text": "b\x00"}]}, "control_character"),
        (Kind.WORK_ORDER, {"answers.a": True}, None),
        (Kind.WORK_ORDER, {"answers.a": "x" * 10_001}, "too_long"),
        (Kind.WORK_ORDER, {"answers.a": {}}, "invalid"),
        (Kind.WORK_ORDER, {"answers.a": "\x00"}, "control_character"),
        (Kind.WORK_ORDER, {"answers.a": 2**60}, "invalid"),
        (Kind.WORK_ORDER, {"answers.a": float("inf")}, "invalid"),
        (Kind.WORK_ORDER, {"answers.": True}, "unknown_field"),
        (Kind.WORK_ORDER, {"answers.a b": True}, "unknown_field"),
        (Kind.WORK_ORDER, {"answers." + "a" * 37: True}, "unknown_field"),
        (Kind.PUNCH, {"corrected_at": NOW}, "server_field"),
        (Kind.PUNCH, {"flags": ["skew"]}, "server_field"),
        (Kind.PUNCH, {"at": "2026-08-04T08:02:14"}, "invalid"),
        (Kind.PUNCH, {"at": "2124-08-04T08:02:14Z"}, None),  # a clock may be wrong by a century
        (Kind.PUNCH, {"zone": "Nowhere/Land"}, None),
        (Kind.PUNCH, {"evidence": {"monotonic_ms": 1, "boot_id": "\x00"}}, "control_character"),
        (Kind.PUNCH, {"evidence": {}}, "invalid"),
        (Kind.NOTE, {"text": ""}, "required"),
        (Kind.ATTACHMENT, {"name": ""}, "required"),
        (Kind.LOCATION, {"latitude": 90.1}, "invalid"),
        (Kind.LOCATION, {"longitude": -180.1}, "invalid"),
        (Kind.LOCATION, {"accuracy_m": -1.0}, "invalid"),
        (Kind.PART, {"quantity": 1}, None),
        (Kind.PART, {"quantity": 0}, "invalid"),
        (Kind.PART, {"quantity": 1.5}, "invalid"),
        (Kind.PART, {"price": {"minor": 1, "currency": "GBP"}}, None),
        (Kind.PART, {"unit": "x" * 21}, "invalid"),
    ],
)
def test_a_field(kind: Kind, fields: dict[str, Any], code: str | None) -> None:
    assert list(codes(kind, fields).values()) == ([code] if code else [])
    created = codes(kind, {**LEAST[kind], **fields}, Op.CREATE)
    assert list(created.values()) == ([code] if code else [])


@pytest.mark.parametrize("name", ["\x00", "x" * 10_000, "half \ud83d", ""])
def test_a_name_that_cannot_be_shown_is_not_repeated(name: str) -> None:
    (problem,) = rules.field_problems(Kind.LEAD, Op.CHANGE, {name: 1})
    assert problem.field == ""
    assert len(problem.message) < 100


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("sha256", "A" * 64, "invalid"),
        ("sha256", "0" * 64 + "\n", "invalid"),
        ("size", 0, "invalid"),
        ("size", MAX_CONTENT_BYTES, None),
        ("size", MAX_CONTENT_BYTES + 1, "invalid"),
        ("preview_size", MAX_PREVIEW_BYTES + 1, "invalid"),
        ("media_type", "text/html; charset=utf-8", "invalid"),
        ("media_type", "html", "invalid"),
        ("purpose", "signature", None),
        ("purpose", "malware", "invalid"),
        ("stored_at", NOW, "server_field"),
        ("name", "../../etc/passwd", None),  # a name is only shown; no path is ever made of it
    ],
)
def test_an_attachment(name: str, value: Any, code: str | None) -> None:
    found = codes(Kind.ATTACHMENT, {**LEAST[Kind.ATTACHMENT], name: value}, Op.CREATE)
    assert found == ({name: code} if code else {})


def test_every_problem_is_told_at_once() -> None:
    found = codes(Kind.LEAD, {"name": "", "phone": 1, "nonsense": 2, "created_by": ID})
    assert found == {"name": "required", "phone": "invalid", "nonsense": "unknown_field", "created_by": "server_field"}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just(NOW) | st.just(ID),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


@run(max_examples=300)
@given(st.data())
def test_what_the_rules_let_through_can_be_kept_and_read(data: st.DataObject) -> None:
    """No field whatever breaks the rules; and what passes is JSON that reads back as a record."""
    kind = data.draw(st.sampled_from(sorted(LEAST)))
    names = st.sampled_from(TYPES[kind].__struct_fields__) | st.just("answers.a") | st.text(max_size=12)
    fields = {**LEAST[kind], **data.draw(st.dictionaries(names, json_values, max_size=3))}
    problems = rules.field_problems(kind, Op.CREATE, fields)
    for problem in problems:
        assert problem.message.endswith(".")
        encode([problem.field, problem.code, problem.message])
    if not problems:
        again = decode(encode(fields), dict[str, Any])
        assert again == fields
        assert b"\\u0000" not in encode(fields)
        record = read(TYPES[kind], ID, 0, again)
        assert msgspec.json.decode(msgspec.json.encode(record), type=type(record)) == record


@given(st.data())
def test_the_quick_look_and_the_long_one_agree(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(WRITTEN_BY_DEVICES)))
    names = st.sampled_from(TYPES[kind].__struct_fields__) | st.just("answers.a")
    fields = data.draw(st.dictionaries(names, json_values, max_size=3))
    if rules._is_plainly_right(kind, fields):
        assert rules._problems(kind, fields) == []


ROLES = {
    (Kind.CUSTOMER, Op.CREATE): "worker crew_lead office owner",
    (Kind.CUSTOMER, Op.CHANGE): "crew_lead office owner",
    (Kind.CUSTOMER, Op.REMOVE): "office owner",
    (Kind.CUSTOMER, Op.RESTORE): "office owner",
    (Kind.SITE, Op.CREATE): "worker crew_lead office owner",
    (Kind.SITE, Op.CHANGE): "worker crew_lead office owner",
    (Kind.SITE, Op.REMOVE): "crew_lead office owner",
    (Kind.SITE, Op.RESTORE): "crew_lead office owner",
    (Kind.CONTACT, Op.CREATE): "worker crew_lead office owner",
    (Kind.CONTACT, Op.CHANGE): "worker crew_lead office owner",
    (Kind.CONTACT, Op.REMOVE): "crew_lead office owner",
    (Kind.CONTACT, Op.RESTORE): "crew_lead office owner",
    (Kind.LEAD, Op.CREATE): "worker crew_lead office owner",
    (Kind.LEAD, Op.CHANGE): "worker crew_lead office owner",
    (Kind.LEAD, Op.REMOVE): "crew_lead office owner",
    (Kind.LEAD, Op.RESTORE): "crew_lead office owner",
    (Kind.WORK_ORDER, Op.CREATE): "worker crew_lead office owner",
    (Kind.WORK_ORDER, Op.CHANGE): "worker crew_lead office owner",
    (Kind.WORK_ORDER, Op.REMOVE): "office owner",
    (Kind.WORK_ORDER, Op.RESTORE): "office owner",
    (Kind.PUNCH, Op.CREATE): "worker crew_lead office owner",
    (Kind.NOTE, Op.CREATE): "worker crew_lead office owner",
    (Kind.NOTE, Op.REMOVE): "crew_lead office owner",
    (Kind.ATTACHMENT, Op.CREATE): "worker crew_lead office owner",
    (Kind.ATTACHMENT, Op.CHANGE): "worker crew_lead office owner",
    (Kind.ATTACHMENT, Op.REMOVE): "worker crew_lead office owner",
    (Kind.ATTACHMENT, Op.RESTORE): "crew_lead office owner",
    (Kind.PART, Op.CREATE): "worker crew_lead office owner",
    (Kind.PART, Op.CHANGE): "worker crew_lead office owner",
    (Kind.PART, Op.REMOVE): "worker crew_lead office owner",
    (Kind.PART, Op.RESTORE): "crew_lead office owner",
    (Kind.CONFLICT, Op.CHANGE): "worker crew_lead office owner",
    (Kind.NOTIFICATION, Op.CHANGE): "worker crew_lead office owner",
    (Kind.NOTIFICATION, Op.REMOVE): "worker crew_lead office owner",
    (Kind.TIMESHEET, Op.CREATE): "worker crew_lead office owner",
    (Kind.TIMESHEET, Op.CHANGE): "worker crew_lead office owner",
    (Kind.LOCATION, Op.CREATE): "worker crew_lead office owner",
    (Kind.LOCATION, Op.REMOVE): "worker crew_lead office owner",
}


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("op", list(Op))
def test_who_may(kind: Kind, op: Op) -> None:
    allowed = {role.value for role in Role if rules.may(role, op, kind)}
    assert allowed == set(ROLES.get((kind, op), "").split())


def test_a_punch_is_never_changed_and_settings_only_come() -> None:
    for role in Role:
        assert not any(rules.may(role, op, Kind.PUNCH) for op in (Op.CHANGE, Op.REMOVE, Op.RESTORE))
        assert not any(rules.may(role, op, kind) for op in Op for kind in Kind if kind not in WRITTEN_BY_DEVICES)


NEXT = {
    "draft": "assigned cancelled",
    "assigned": "draft en_route in_progress on_hold cancelled",
    "en_route": "assigned in_progress on_hold cancelled",
    "in_progress": "on_hold completed cancelled",
    "on_hold": "assigned en_route in_progress cancelled",
    "completed": "in_progress invoiced",
    "invoiced": "",
    "cancelled": "draft",
}


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("status", list(Status))
def test_what_a_work_order_may_become(status: Status, role: Role) -> None:
    expected = set(NEXT[status].split())
    if role in (Role.WORKER, Role.CREW_LEAD):
        expected -= {"invoiced"}
    offered = rules.next_statuses(status, role)
    assert {after.value for after in offered} == expected
    for after in Status:
        problems = rules.transition_problems(Kind.WORK_ORDER, {"status": status}, {"status": after}, role)
        assert (problems == []) == (after in offered or after is status)
        assert all(problem.field == "status" and problem.code == "transition" for problem in problems)


def test_every_status_can_be_reached_by_the_office() -> None:
    reached = {Status.DRAFT}
    while more := {after for status in reached for after in rules.next_statuses(status, Role.OFFICE)} - reached:
        reached |= more
    assert reached == set(Status)


def test_transitions_where_there_is_nothing_to_say() -> None:
    assert rules.transition_problems(Kind.LEAD, {"status": "draft"}, {"status": "won"}, Role.WORKER) == []
    assert rules.transition_problems(Kind.WORK_ORDER, {"status": "draft"}, {"title": "x"}, Role.WORKER) == []
    (problem,) = rules.transition_problems(Kind.WORK_ORDER, {}, {"status": "completed"}, Role.OWNER)
    assert problem.message == "A work order that is draft can't become completed."


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("role", list(Role))
def test_a_new_work_order_may_be_in_progress_but_only_the_office_invoices(status: Status, role: Role) -> None:
    problems = rules.transition_problems(Kind.WORK_ORDER, None, {"status": status}, role)
    is_fine = status is not Status.INVOICED or role in (Role.OFFICE, Role.OWNER)
    assert (problems == []) == is_fine


@pytest.mark.parametrize(
    ("start", "end", "role", "way"),
    [
        (Status.DRAFT, Status.DRAFT, Role.OWNER, ()),
        (Status.ASSIGNED, Status.IN_PROGRESS, Role.OWNER, (Status.IN_PROGRESS,)),
        (Status.DRAFT, Status.INVOICED, Role.WORKER, ()),
    ],
)
def test_the_way_from_one_status_to_another_is_the_shortest_in_these_hands(
    start: Status, end: Status, role: Role, way: tuple[Status, ...]
) -> None:
    assert rules.way_to(start, end, role) == way


@pytest.mark.parametrize("role", Role)
def test_a_way_takes_only_steps_that_are_allowed_and_none_twice(role: Role) -> None:
    for start in Status:
        for end in Status:
            way = rules.way_to(start, end, role)
            assert all(rules.may_become(one, next_one, role) for one, next_one in itertools.pairwise((start, *way)))
            assert len({start, *way}) == len(way) + 1
            assert way == () or way[-1] is end


def test_half_a_character_is_no_text_and_a_whole_one_beside_it_is() -> None:
    (problem,) = rules.field_problems(Kind.LEAD, Op.CREATE, {"name": "Zoë, 2½ m 🙂", "need": "Ann \ud83d"})
    assert problem.field == "need"
