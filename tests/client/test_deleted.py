"""What was deleted comes back: by whom, how much of it, and for how long."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from client.deleted import KEPT
from client.session import Session
from server_stub.schema import record
from support.inprocess import InProcessServer
from sync.errors import InvalidInput
from sync.kinds import Kind
from sync.protocol import Op

OpenSession = Callable[..., Session]


def settle(*sessions: Session) -> None:
    for session in sessions * 2:
        status = session.sync.once(5)
        assert (status.waiting, status.attention) == (0, 0)


def listed(session: Session) -> list[tuple[str, str]]:
    return [(one.what, one.name) for one in session.deleted.list()]


def delete_all_leads(office: Session) -> list[str]:
    leads = [office.leads.create({"name": f"Lead {place}", "phone": f"{place}"}) for place in range(5)]
    settle(office)
    for lead in leads:
        office.leads.remove(lead)
    return leads


def test_a_mass_deletion_is_undone_by_somebody_else_and_everybody_has_all_again(open_session: OpenSession) -> None:
    office, lead, worker = (open_session(name) for name in ("office", "lead", "worker"))
    settle(lead, worker)
    ids = delete_all_leads(office)
    settle(office, lead, worker)
    assert sorted(listed(lead)) == [("Lead", f"Lead {place}") for place in range(5)]
    assert listed(worker) == []
    assert lead.deleted.bring_back(*ids) == 5
    assert listed(lead) == []
    assert {line.name for line in lead.leads.list()} == {f"Lead {place}" for place in range(5)}
    settle(lead, office)
    assert [one.phone for one in sorted(office.leads.list(), key=lambda one: one.name)] == ["0", "1", "2", "3", "4"]
    assert listed(office) == []


def test_a_new_device_knows_what_was_deleted_before_it_came(open_session: OpenSession) -> None:
    office = open_session("office")
    delete_all_leads(office)
    settle(office)
    fresh = open_session("owner")
    settle(fresh)
    assert len(listed(fresh)) == 5


def test_what_belongs_together_comes_back_together_and_in_order(open_session: OpenSession) -> None:
    office = open_session("office")
    customer = office.customers.create({"name": "Webb"})
    order = office.work_orders.create({"title": "Boiler", "customer_id": customer})
    settle(office)
    office.work_orders.remove(order)
    office._desk.save(office._desk.draft(Op.REMOVE, Kind.CUSTOMER, customer, {}))
    settle(office)
    assert office.deleted.bring_back(order, customer) == 2
    assert [item.kind for item in office.sync.waiting()] == [Kind.CUSTOMER, Kind.WORK_ORDER]
    settle(office)
    detail = office.work_orders.get(order)
    assert detail is not None
    assert detail.customer is not None


def test_after_thirty_days_by_the_servers_clock_it_is_not_offered_any_more(
    open_session: OpenSession, server: InProcessServer
) -> None:
    office = open_session("office")
    (gone, *_rest) = delete_all_leads(office)
    settle(office)
    late = int((KEPT + timedelta(minutes=1)) / timedelta(milliseconds=1))
    with server.service.database.write() as connection:
        connection.execute(record.update().where(record.c.id == gone).values(received_at=record.c.received_at - late))
    fresh = open_session("office", "two")
    settle(fresh)
    assert gone not in {one.id for one in fresh.deleted.list()}
    assert len(listed(fresh)) == 4
    with pytest.raises(InvalidInput, match="not among what was deleted"):
        fresh.deleted.bring_back(gone)
