"""What the screens ask, over a small world.

Over 300 lines: one test for each question, over one small world.
"""

import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from storage.outbox import Draft
from storage.profile import Profile
from storage.queries.filters import LeadFilter, LeadOrder, WorkOrderFilter
from storage.queries.lookalikes import Same
from support.clock import FakeClock
from support.profiles import applied, change_lead, new_lead, page, reply, row
from sync.ids import NewId
from sync.kinds import Kind
from sync.protocol import Op
from sync.status import Mark
from sync.terms import Stage, Status

PLENTY = 10**9


def names(profile: Profile, wanted: LeadFilter, limit: int = 100, offset: int = 0) -> list[str]:
    return [one.record.name for one in profile.queries.leads.page(wanted, limit, offset)]


def test_leads_come_newest_first_or_by_name_and_in_windows(profile: Profile, new_id: NewId, clock: FakeClock) -> None:
    for name in ("birch", "Ash", "Élan", "cedar"):
        clock.advance(1)
        profile.outbox.record(new_lead(new_id(), name))
    assert names(profile, LeadFilter()) == ["cedar", "Élan", "Ash", "birch"]
    by_name = LeadFilter(order=LeadOrder.NAME)
    assert names(profile, by_name) == ["Ash", "birch", "cedar", "Élan"]
    assert names(profile, by_name, 2, 1) == ["birch", "cedar"]
    assert names(profile, by_name, 2, 9) == []


def test_leads_are_filtered_and_counted(profile: Profile, new_id: NewId) -> None:
    me = new_id()
    profile.outbox.record(
        new_lead(new_id(), "A", stage="won", source="Web"),
        new_lead(new_id(), "B", stage="new", source="Web", assignee_id=me),
        new_lead(new_id(), "C", stage="won", source="Phone"),
    )
    assert set(names(profile, LeadFilter(stage=Stage.WON))) == {"A", "C"}
    assert names(profile, LeadFilter(stage=Stage.WON, source="Web")) == ["A"]
    assert names(profile, LeadFilter(assignee_id=me)) == ["B"]
    assert profile.queries.leads.count(LeadFilter(stage=Stage.WON)) == 2
    assert profile.queries.leads.sources() == ("Phone", "Web")


def test_a_search_finds_words_anywhere_as_they_are_typed(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.outbox.record(
        new_lead(lead, "Café Élan", phone="020 7946-0018", email="Office@Elan.example", address="22 Orchard Road"),
        new_lead(new_id(), "Brook & Sons", need="Boiler; it's 100% broken"),
    )
    for words in ("caf", "elan", "ÉLAN cafe", "orch 22", "0207946", "7946 0018", "office elan.exa", "Orchard-Road"):
        assert names(profile, LeadFilter(words=words)) == ["Café Élan"], words
    assert names(profile, LeadFilter(words="boil 100")) == ["Brook & Sons"]
    assert names(profile, LeadFilter(words="orchard boiler")) == []
    assert profile.queries.leads.count(LeadFilter(words="e")) == 1
    profile.outbox.record(change_lead(lead, name="Harbour"))
    assert names(profile, LeadFilter(words="harb")) == ["Harbour"]
    assert names(profile, LeadFilter(words="café")) == []


def test_a_beginning_finds_the_same_spelled_out_or_not(profile: Profile, new_id: NewId) -> None:
    """Few words begin with "briar", many with "b", and some have letters that only the index knows how to fold."""
    towns = ["Bristol", "Briar Hill", "Brook", "briary", "Brüssel", "bro0k", *(f"Bay{number}" for number in range(9))]
    profile.store.absorb(page([row(new_id(), 1 + n, "lead", name=town) for n, town in enumerate(towns)]))
    for beginning in ("b", "br", "bri", "briar", "briary", "bro", "bay", "bay1", "brü", "bru", "c"):
        plain = beginning.replace("ü", "u")
        wanted = {town for town in towns if town.replace("ü", "u").lower().startswith(plain)}
        assert set(names(profile, LeadFilter(words=beginning))) == wanted, beginning
        assert profile.queries.leads.count(LeadFilter(words=f"{beginning} b")) == len(wanted), beginning


@pytest.mark.parametrize("words", [*"\"'*%_(-\0", "", "  ", "AND", "a OR b", "NEAR(", "a:b", "^x", "words:a"])
def test_no_search_is_an_error(profile: Profile, new_id: NewId, words: str) -> None:
    profile.outbox.record(new_lead(new_id(), "Plain"))
    profile.queries.leads.page(LeadFilter(words=words), 10)
    assert profile.queries.leads.count(LeadFilter(words=words)) in (0, 1)


def test_duplicates_are_found_however_they_were_written(profile: Profile, new_id: NewId) -> None:
    lead, customer = new_id(), new_id()
    profile.outbox.record(
        new_lead(lead, "A", phone="+44 20 7946 0018", email="a@b.example"),
        Draft(Op.CREATE, Kind.CUSTOMER, customer, {"name": "C", "phone": "02079460018"}),
    )
    same = profile.queries.lookalikes.same
    found = same("020-7946-0018", "")
    assert [one.id for one in found.leads] == [lead]
    assert [one.id for one in found.customers] == [customer]
    assert [one.id for one in same("", " A@B.Example ").leads] == [lead]
    for nothing in (same("", ""), same("12", ""), same("", "a@b.example", but_not=lead)):
        assert nothing == Same()


def test_customers_are_listed_by_name_and_searched(profile: Profile, new_id: NewId) -> None:
    profile.store.absorb(
        page([row(new_id(), n, "customer", name=name) for n, name in enumerate(["Quay", "ash", "Mill"], 1)])
    )
    customers = profile.queries.customers
    assert [one.record.name for one in customers.page("", 10)] == ["ash", "Mill", "Quay"]
    assert [one.record.name for one in customers.page("mi", 10)] == ["Mill"]
    assert (customers.count(), customers.count("q")) == (3, 1)


def test_work_orders_of_a_day_and_of_a_person(profile: Profile, new_id: NewId) -> None:
    customer, me = new_id(), new_id()
    morning = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    orders = [
        ("Late", "2026-03-02T15:30:00Z", me, "assigned"),
        ("Early", "2026-03-02T09:30:00Z", me, "in_progress"),
        ("Tomorrow", "2026-03-03T09:30:00Z", me, "assigned"),
        ("Another's", "2026-03-02T10:00:00Z", new_id(), "assigned"),
        ("Unplanned", None, me, "draft"),
    ]
    rows = [row(customer, 1, "customer", name="Brook")]
    for number, (title, start, who, status) in enumerate(orders, 2):
        body: dict[str, Any] = {"title": title, "assignee_id": who, "status": status, "number": 1_040 + number}
        planned: dict[str, Any] = {"scheduled_start": start} if start else {}
        rows.append(row(new_id(), number, "work_order", customer_id=customer, **body, **planned))
    profile.store.absorb(page(rows))
    midnight = morning.replace(hour=0, minute=0)
    today = WorkOrderFilter(assignee_id=me, starts_from=midnight, starts_before=midnight + timedelta(days=1))
    listed = profile.queries.work_orders.page(today, 10)
    assert [line.order.title for line in listed] == ["Early", "Late"]
    assert listed[0].customer is not None
    assert listed[0].customer.name == "Brook"
    mine = WorkOrderFilter(assignee_id=me)
    assert [line.order.title for line in profile.queries.work_orders.page(mine, 10)][-1] == "Unplanned"
    assert profile.queries.work_orders.count(mine) == 4
    assert profile.queries.work_orders.count(WorkOrderFilter(statuses=frozenset({Status.ASSIGNED}))) == 3
    assert [line.order.title for line in profile.queries.work_orders.page(WorkOrderFilter(words="1042"), 9)] == ["Late"]
    found = profile.queries.work_orders.by_number(1_042)
    assert found is not None
    assert found.record.title == "Late"
    assert profile.queries.work_orders.by_number(7) is None


def test_what_the_first_screen_asks_needs_no_statement_to_be_put_together(
    profile: Profile, new_id: NewId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "storage.queries.statements", None)
    me, crew, other = new_id(), new_id(), new_id()
    orders: list[dict[str, Any]] = [
        {"title": "Crew's", "crew_id": crew, "status": "assigned", "scheduled_start": "2026-03-02T15:30:00Z"},
        {"title": "Mine", "assignee_id": me, "status": "completed", "scheduled_start": "2026-03-02T09:30:00Z"},
        {
            "title": "At the next midnight",
            "assignee_id": me,
            "status": "assigned",
            "scheduled_start": "2026-03-03T00:00:00Z",
        },
        {"title": "Under way", "assignee_id": me, "status": "in_progress"},
        {"title": "Not begun", "assignee_id": me, "status": "assigned"},
        {
            "title": "Another's",
            "assignee_id": other,
            "status": "in_progress",
            "scheduled_start": "2026-03-02T09:30:00Z",
        },
    ]
    profile.store.absorb(page([row(new_id(), n, "work_order", **order) for n, order in enumerate(orders, 1)]))
    asked = profile.queries.work_orders
    day = datetime(2026, 3, 2, tzinfo=UTC), datetime(2026, 3, 3, tzinfo=UTC)
    of_the_day = asked.of_a_day(me, crew, *day, {Status.IN_PROGRESS})
    assert [line.order.title for line in of_the_day] == ["Mine", "Crew's", "Under way"]
    assert len(asked.of_a_day(me, None, *day, {Status.IN_PROGRESS})) == 2
    assert asked.count_of(me, {Status.ASSIGNED, Status.IN_PROGRESS}) == 3
    assert profile.queries.leads.follow_ups(me, date(2026, 3, 2), 5) == ()
    assert profile.queries.leads.count_follow_ups(me, date(2026, 3, 2)) == 0


def test_one_work_order_with_all_that_belongs_to_it(profile: Profile, new_id: NewId, clock: FakeClock) -> None:
    order, me = new_id(), new_id()
    job: dict[str, Any] = {"title": "Boiler", "answers.valve": True}
    written = [f"2026-03-02T0{hour}:00:00Z" for hour in (9, 8)]
    profile.store.absorb(
        page(
            [
                row(order, 1, "work_order", **job),
                *(
                    row(new_id(), 2 + n, "note", subject_kind="work_order", subject_id=order, text=at, written_at=at)
                    for n, at in enumerate(written)
                ),
            ]
        )
    )
    for action, seconds in (("clock_in", 3_600), ("clock_out", 0)):
        fields = {
            "user_id": me,
            "by_id": me,
            "action": action,
            "at": clock.now().isoformat(),
            "zone": "UTC",
            "utc_offset_minutes": 0,
            "evidence": {"monotonic_ms": 1},
            "work_order_id": order,
        }
        profile.outbox.record(Draft(Op.CREATE, Kind.PUNCH, new_id(), fields))
        clock.advance(seconds)
    profile.outbox.record(Draft(Op.CHANGE, Kind.WORK_ORDER, order, {"answers.seal": False}))
    detail = profile.queries.work_orders.detail(order)
    assert detail is not None
    assert detail.answers == {"valve": True, "seal": False}
    assert [note.record.text for note in detail.notes] == sorted(written)
    assert [(entry.end - entry.start).total_seconds() for entry in detail.entries if entry.end] == [3_600]
    assert (detail.mark, detail.notes[0].mark) == (Mark.SAVED_HERE, Mark.SENT)
    assert profile.queries.work_orders.detail(new_id()) is None


def test_users_crews_and_settings(profile: Profile, new_id: NewId) -> None:
    assert profile.queries.directory.organisation().time_zone == "UTC"
    crew = new_id()
    profile.store.absorb(
        page(
            [
                row(new_id(), 1, "organisation", name="Brook", time_zone="Europe/London"),
                row(crew, 2, "crew", name="North"),
                row(new_id(), 3, "user", name="Mo", role="worker", crew_id=crew),
                row(new_id(), 4, "user", name="Ann", role="owner"),
            ]
        )
    )
    assert profile.queries.directory.organisation().time_zone == "Europe/London"
    assert [user.name for user in profile.queries.directory.users()] == ["Ann", "Mo"]
    assert [crew.name for crew in profile.queries.directory.crews()] == ["North"]


def test_the_activity_of_the_last_hours(profile: Profile, new_id: NewId, clock: FakeClock) -> None:
    start = clock.now()
    profile.store.log_contact(clock.now(), is_online=True)
    profile.outbox.record(new_lead(new_id()), new_lead(new_id()))
    profile.store.settle(reply(*(applied(item, item.seq) for item in profile.store.next_batch(10, PLENTY))))
    clock.advance(120)
    profile.store.absorb(page([row(new_id(), 9, name="A")]))
    for is_online in (True, False, False, True):
        clock.advance(60)
        profile.store.log_contact(clock.now(), is_online=is_online)
    minutes = profile.queries.sync.activity(start)
    assert [(m.at - start, m.sent, m.received) for m in minutes] == [
        (timedelta(0), 2, 0),
        (timedelta(minutes=2), 0, 1),
    ]
    contacts = profile.queries.sync.contacts(start + timedelta(minutes=1))
    assert [(c.at - start, c.is_online) for c in contacts] == [
        (timedelta(0), True),
        (timedelta(minutes=4), False),
        (timedelta(minutes=6), True),
    ]
    assert profile.queries.sync.last_contact() == clock.now()


def test_what_waits_reads_like_what_was_done(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.outbox.record(new_lead(lead, "Orchard House"), change_lead(lead, stage="quoted"))
    first, second = profile.queries.sync.waiting(10)
    assert (first.op, first.kind, first.name, first.mark) == (Op.CREATE, "lead", "Orchard House", Mark.SAVED_HERE)
    assert (second.op, second.fields) == (Op.CHANGE, {"stage": "quoted"})
    profile.store.settle(reply(*(applied(item, item.seq, name="X") for item in profile.store.next_batch(1, PLENTY))))
    ((line, at),) = profile.queries.sync.sent(10)
    assert (line.key, line.mark) == (first.key, Mark.SENT)
    assert at == FakeClock().now()


def test_a_group_waits_whole_for_the_next_batch(profile: Profile, new_id: NewId) -> None:
    profile.outbox.record(new_lead(new_id()))
    profile.outbox.record(*(new_lead(new_id()) for _ in range(3)), is_group=True)
    profile.outbox.record(*(new_lead(new_id()) for _ in range(2)), is_group=True)
    assert [len(profile.store.next_batch(most, PLENTY)) for most in (1, 2, 3, 4, 5, 6)] == [1, 1, 1, 4, 4, 6]


def test_customers_are_reached_through_their_contacts(profile: Profile, new_id: NewId) -> None:
    customer, contact = new_id(), new_id()
    profile.outbox.record(
        Draft(Op.CREATE, Kind.CUSTOMER, customer, {"name": "Quay Street Dental"}),
        Draft(Op.CREATE, Kind.CONTACT, contact, _contact_of(customer, name="Zoë Ash", phone="020 7946-0018")),
    )
    reached = profile.queries.customers.reached_through
    for words in ("zoe", "manager", "0207946", "ash zo"):
        assert [(one.name, of.name) for one, of in reached(words, 5)] == [("Zoë Ash", "Quay Street Dental")], words
    assert reached("quay", 5) == reached("", 5) == ()
    profile.outbox.record(Draft(Op.CHANGE, Kind.CONTACT, contact, {"name": "Mia Oak"}))
    assert reached("zoe", 5) == ()
    assert [one.name for one, _of in reached("mia", 5)] == ["Mia Oak"]


def _contact_of(customer: str, **fields: Any) -> dict[str, Any]:
    return {"subject_kind": "customer", "subject_id": customer, "role": "Site manager", **fields}


def test_what_was_contested_first_is_decided_first(profile: Profile, new_id: NewId) -> None:
    """Whatever the ids are, and in whichever order it came: a page names what was changed last of all last."""
    lead, early, late = new_id(), *sorted((new_id(), new_id()), reverse=True)
    at = "2026-11-20T09:00:00Z"
    told: dict[str, Any] = {"subject_kind": "lead", "subject_id": lead, "field": "name", "policy": "later"}
    told |= {"kept_at": at, "lost_at": at}
    contested = [row(late, 9, "conflict", lost="Late", **told), row(early, 5, "conflict", lost="Early", **told)]
    profile.store.absorb(page([row(lead, 3, name="A"), *contested]))
    asked = profile.queries.conflicts
    for found in (asked.undecided([Kind.LEAD]), asked.of([Kind.LEAD], lead)):
        assert [one.conflict.lost for one in found] == ["Early", "Late"]
    assert [one.conflict.lost for one in asked.undecided([Kind.LEAD], limit=1, offset=1)] == ["Late"]
