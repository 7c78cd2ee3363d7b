"""A lead that two people convert without hearing of each other becomes one customer, with one job to go to."""

from collections.abc import Callable

import pytest

from client.session import Session
from server_stub import rulings

OpenSession = Callable[..., Session]


def meet(*sessions: Session) -> None:
    for _round in range(2):
        for session in sessions:
            session.sync.once(5)


def made(session: Session) -> tuple[int, int]:
    return session.customers.count(), session.work_orders.count()


def check_second_conversion_falls_whole(first: Session, second: Session) -> None:
    lead = first.leads.create({"name": "Ann", "phone": "020 7946 0018"})
    meet(first, second)
    customer, _order = first.leads.convert(lead)
    _customer, late = second.leads.convert(lead)
    second.work_orders.add_note(late, "Bring the long ladder")
    first.sync.once(5)
    meet(second, first)
    assert made(first) == (1, 1)
    reasons = {item.code for item in second.sync.attention()}
    assert {"conflict", "group"} <= reasons
    assert made(second) == (2, 2)  # what is not settled stays on its own screen

    second.sync.discard(next(item.key for item in second.sync.attention() if item.code == "conflict"))
    meet(second, first)
    assert made(second) == made(first) == (1, 1)
    found = second.leads.get(lead)
    assert found is not None
    assert found.lead.customer_id == customer
    assert second.sync.attention() == ()


def test_the_second_conversion_falls_whole(open_session: OpenSession) -> None:
    check_second_conversion_falls_whole(open_session("office"), open_session("owner"))


def test_who_insists_on_a_second_conversion_has_it_whole(open_session: OpenSession) -> None:
    first, second = open_session("office"), open_session("owner")
    lead = first.leads.create({"name": "Ann"})
    meet(first, second)
    first.leads.convert(lead)
    customer, order = second.leads.convert(lead)
    second.work_orders.add_note(order, "Bring the long ladder")
    meet(first, second)
    second.sync.retry(next(item.key for item in second.sync.attention() if item.code == "conflict"))
    meet(second, first)
    assert made(first) == made(second) == (2, 2)
    found, sent = first.leads.get(lead), first.work_orders.get(order)
    assert found is not None
    assert found.lead.customer_id == customer
    assert sent is not None
    assert [note.text for note in sent.notes] == ["Bring the long ladder"]


def test_merging_conversions_is_caught(open_session: OpenSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rulings, "check_converted_once", lambda *_: None)
    with pytest.raises(AssertionError):
        check_second_conversion_falls_whole(open_session("office"), open_session("owner"))
