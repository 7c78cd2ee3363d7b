"""Every filter of the long lists: alone each keeps its record, and together they keep just that one."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from types import ModuleType
from typing import Any

import pytest

from storage.profile import Profile
from storage.queries import leads, statements, work_orders
from storage.queries.filters import LeadFilter, LeadOrder, WorkOrderFilter
from support.profiles import page, row
from sync.ids import NewId
from sync.terms import Stage, Status

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def found_lead(profile: Profile, wanted: LeadFilter) -> list[str]:
    found = [one.record.name for one in profile.queries.leads.page(wanted, 100)]
    assert profile.queries.leads.count(wanted) == len(found)
    return found


def found_order(profile: Profile, wanted: WorkOrderFilter) -> list[str]:
    found = [line.order.title for line in profile.queries.work_orders.page(wanted, 100)]
    assert profile.queries.work_orders.count(wanted) == len(found)
    return found


def each_and_all(filters: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from ({name: value} for name, value in filters.items())
    yield filters


def put(profile: Profile, new_id: NewId, kind: str, fits: dict[str, Any], misses: dict[str, Any]) -> None:
    """One that fits, and for each field one that fits but for that."""
    profile.store.absorb(
        page(
            [row(new_id(), 1, kind, **fits)]
            + [row(new_id(), 2 + n, kind, **{**fits, **miss}) for n, miss in enumerate(misses.values())]
        )
    )


def with_leads(profile: Profile, new_id: NewId) -> dict[str, Any]:
    me = new_id()
    fits = {
        "name": "Fits",
        "stage": "quoted",
        "source": "Web",
        "assignee_id": me,
        "follow_up_on": "2026-03-02",
        "need": "boiler",
    }
    wrong = {"stage": "won", "source": "Phone", "assignee_id": new_id(), "need": "roof"}
    misses = {field: {field: value, "name": f"Another {field}"} for field, value in wrong.items()}
    misses["follow_up_on"] = {"follow_up_on": "2026-03-03", "name": "Another day"}
    put(profile, new_id, "lead", fits, misses)
    return {
        "words": "boil",
        "stage": Stage.QUOTED,
        "source": "Web",
        "assignee_id": me,
        "due_by": date(2026, 3, 2),
    }


def with_orders(profile: Profile, new_id: NewId) -> dict[str, Any]:
    me, crew = new_id(), new_id()
    fits = {
        "title": "Fits",
        "number": 1_042,
        "status": "assigned",
        "assignee_id": me,
        "crew_id": crew,
        "scheduled_start": "2026-03-02T09:00:00Z",
    }
    wrong = {"number": 7, "status": "completed", "assignee_id": new_id(), "crew_id": new_id()}
    misses = {field: {field: value, "title": f"Another {field}"} for field, value in wrong.items()}
    for start in ("2026-03-01T09:00:00Z", "2026-03-02T11:00:00Z"):
        misses[start] = {"scheduled_start": start, "title": start}
    put(profile, new_id, "work_order", fits, misses)
    return {
        "words": "1042",
        "statuses": frozenset({Status.ASSIGNED, Status.ON_HOLD}),
        "assignee_id": me,
        "crew_id": crew,
        "starts_from": NOON - timedelta(hours=3),
        "starts_before": NOON - timedelta(hours=2),
        "late_at": NOON,
    }


def keeps_leads_apart(profile: Profile, new_id: NewId) -> None:
    filters = with_leads(profile, new_id)
    assert set(filters) == set(asdict(LeadFilter())) - {"order"}
    everything = len(found_lead(profile, LeadFilter()))
    for chosen in each_and_all(filters):
        for order in LeadOrder:
            found = found_lead(profile, LeadFilter(**chosen, order=order))
            assert "Fits" in found, chosen
            assert len(found) < everything, chosen
    assert found_lead(profile, LeadFilter(**filters)) == ["Fits"]


def keeps_orders_apart(profile: Profile, new_id: NewId) -> None:
    filters = with_orders(profile, new_id)
    assert set(filters) == set(asdict(WorkOrderFilter()))
    everything = len(found_order(profile, WorkOrderFilter()))
    for chosen in each_and_all(filters):
        found = found_order(profile, WorkOrderFilter(**chosen))
        assert "Fits" in found, chosen
        assert len(found) < everything, chosen
    assert found_order(profile, WorkOrderFilter(**filters)) == ["Fits"]


def test_every_filter_of_the_leads(profile: Profile, new_id: NewId) -> None:
    keeps_leads_apart(profile, new_id)


def test_every_filter_of_the_work_orders(profile: Profile, new_id: NewId) -> None:
    keeps_orders_apart(profile, new_id)


def keeps_customers_apart(profile: Profile, new_id: NewId) -> None:
    """What belongs to one: its work orders by their start, its leads from the newest on, without what was merged."""
    mine, other, kept = new_id(), new_id(), new_id()
    starts = {"third": None, "second": "2026-03-02T09:00:00Z", "first": "2026-03-01T09:00:00Z"}
    orders = [(mine, title, start) for title, start in starts.items()] + [(other, "not mine", None)]
    leads = [
        (kept, mine, "older", None),
        (new_id(), mine, "newer", None),
        (new_id(), mine, "merged", kept),
        (new_id(), other, "not mine", None),
    ]
    rows = [
        row(new_id(), number, "work_order", title=title, customer_id=customer, scheduled_start=start)
        for number, (customer, title, start) in enumerate(orders, 1)
    ]
    rows += [
        row(lead, number, "lead", name=name, stage="won", customer_id=customer, merged_into=into)
        for number, (lead, customer, name, into) in enumerate(leads, 10)
    ]
    profile.store.absorb(page(rows))
    found = profile.queries.work_orders.of_customer(mine, 10)
    assert [line.order.title for line in found] == ["first", "second", "third"]
    assert [lead.record.name for lead in profile.queries.leads.of_customer(mine, 10)] == ["newer", "older"]
    assert [len(some.of_customer(mine, 1)) for some in (profile.queries.work_orders, profile.queries.leads)] == [1, 1]


def test_what_belongs_to_a_customer(profile: Profile, new_id: NewId) -> None:
    keeps_customers_apart(profile, new_id)


@pytest.mark.parametrize(
    ("module", "kept", "planted"),
    [
        (work_orders, "v.customer_id = ?", "v.customer_id >= ?"),
        (work_orders, "v.starts_at IS NULL, v.starts_at, v.id", "v.id"),
        (leads, "v.customer_id = ?", "v.customer_id >= ?"),
        (leads, "AND v.merged_into IS NULL", ""),
        (leads, "v.id DESC", "v.id"),
    ],
)
def test_a_planted_mistake_about_a_customer_is_noticed(
    profile: Profile, new_id: NewId, monkeypatch: pytest.MonkeyPatch, module: ModuleType, kept: str, planted: str
) -> None:
    monkeypatch.setattr(module, "_OF_CUSTOMER", module._OF_CUSTOMER.replace(kept, planted))
    with pytest.raises(AssertionError):
        keeps_customers_apart(profile, new_id)


def test_a_filter_that_is_left_out_is_noticed(
    profile: Profile, new_id: NewId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Planted: whichever condition comes last is forgotten."""
    of_leads, of_work_orders = statements._of_leads, statements._of_work_orders
    monkeypatch.setattr(statements, "_of_leads", lambda wanted: of_leads(wanted)[:-1])
    monkeypatch.setattr(statements, "_of_work_orders", lambda wanted: of_work_orders(wanted)[:-1])
    with pytest.raises(AssertionError):
        keeps_leads_apart(profile, new_id)
    with pytest.raises(AssertionError):
        keeps_orders_apart(profile, new_id)


def test_every_column_that_lists_use_is_there(profile: Profile) -> None:
    with profile.database.read() as tx:
        for table in (statements.CONFIRMED, statements.CUSTOMER, statements.LEAD, statements.WORK_ORDER):
            columns = {name for (name,) in tx.all("SELECT name FROM pragma_table_info(?)", (table.name,))}
            assert set(table.c.keys()) <= columns
