"""A work order goes from one person to another: three devices, and what was not sent yet."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from client.session import Session
from sync.kinds import Kind
from sync.protocol import Op
from sync.terms import Status

OpenSession = Callable[..., Session]


def sync(*sessions: Session) -> None:
    for session in (*sessions, *sessions):
        session.sync.once(5)


@pytest.fixture
def three(open_session: OpenSession) -> tuple[Session, Session, Session]:
    worker, other, office = open_session("worker"), open_session("other"), open_session("office")
    sync(worker, other, office)
    return worker, other, office


def ordered(office: Session, worker: Session) -> tuple[str, str]:
    """A work order of the worker's with a customer, a note, and a conflict that nobody has decided."""
    customer = office.customers.create({"name": "Quay Lane"})
    order = office.work_orders.create(
        {
            "title": "Boiler",
            "customer_id": customer,
            "assignee_id": worker.profile.user_id,
            "status": Status.ASSIGNED,
            "planned_minutes": 30,
        }
    )
    office.work_orders.add_note(order, "Key at the desk")
    sync(office, worker)
    office.work_orders.change(order, {"planned_minutes": 60})
    worker.work_orders.change(order, {"planned_minutes": 90})
    sync(office, worker, office)
    return order, customer


def test_it_leaves_one_device_and_comes_to_the_other_with_all_that_belongs_to_it(
    three: tuple[Session, Session, Session],
) -> None:
    worker, other, office = three
    order, customer = ordered(office, worker)
    office.work_orders.change(order, {"assignee_id": other.profile.user_id})
    sync(office, worker, other)
    assert worker.work_orders.get(order) is None
    assert worker.customers.get(customer) is None
    assert worker.conflicts.undecided() == ()
    there = other.work_orders.get(order)
    assert there is not None
    assert [note.text for note in there.notes] == ["Key at the desk"]
    assert other.customers.get(customer) is not None
    (conflict,) = other.conflicts.undecided()
    assert (conflict.kept, conflict.lost) == (60, 90)


def worked(session: Session, order: str, minutes: int) -> None:
    end = session.now() - timedelta(hours=1)
    session.time.add_missed(end - timedelta(minutes=minutes), end, "With my brother", order)


def test_the_time_of_those_who_had_it_comes_along_and_nothing_else_of_them(
    three: tuple[Session, Session, Session],
) -> None:
    worker, other, office = three
    order, _customer = ordered(office, worker)
    office.work_orders.change(order, {"assignee_id": other.profile.user_id})
    sync(office, other)
    worked(worker, order, 60)
    sync(worker, other, office)
    there = other.work_orders.get(order)
    assert there is not None
    assert [(one.name, one.time) for one in there.others_time] == [(worker.me.name, timedelta(hours=1))]
    assert there.my_time == timedelta()
    files = [file for file in other.folder.iterdir() if file.is_file()]
    assert not any(b"With my brother" in file.read_bytes() for file in files)
    office.work_orders.change(order, {"assignee_id": worker.profile.user_id})
    worked(other, order, 30)
    sync(office, other, worker)
    back = worker.work_orders.get(order)
    assert back is not None
    assert (back.my_time, back.crew_time) == (timedelta(hours=1), timedelta(minutes=30))


def test_what_was_not_sent_before_it_went_still_arrives(three: tuple[Session, Session, Session]) -> None:
    worker, other, office = three
    order, _customer = ordered(office, worker)
    office.work_orders.change(order, {"assignee_id": other.profile.user_id})
    office.work_orders.change(order, {"address": "Quay 2", "description": "By the office"})
    sync(office, other)
    worker.work_orders.change(order, {"address": "Quay 1"})
    worker.work_orders.set_status(order, Status.IN_PROGRESS)
    worker.work_orders.add_note(order, "Valve seized")
    sync(worker, other, office)
    assert (worker.sync.status().waiting, worker.sync.attention()) == (0, ())
    assert worker.work_orders.get(order) is None
    for session in (other, office):
        there = session.work_orders.get(order)
        assert there is not None
        assert (there.work_order.status, there.work_order.description) == (Status.IN_PROGRESS, "By the office")
        assert {note.text for note in there.notes} == {"Key at the desk", "Valve seized"}
        assert {(item.field, item.lost) for item in session.conflicts.undecided()} >= {("address", "Quay 2")}


def test_who_never_held_it_changes_nothing(three: tuple[Session, Session, Session]) -> None:
    worker, other, office = three
    order, _customer = ordered(office, worker)
    other._desk.save(other._desk.draft(Op.CHANGE, Kind.WORK_ORDER, order, {"title": "Mine"}))
    sync(other, office)
    assert [item.code for item in other.sync.attention()] == ["not_found"]
    there = office.work_orders.get(order)
    assert there is not None
    assert there.work_order.title == "Boiler"
