"""What a restored server lacks and nobody brings back: listed for the office, entered again or let go."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

import storage.absorbing
import storage.store
from client.session import Session
from server_stub import epochs
from support.inprocess import InProcessServer
from sync.errors import InvalidInput

OpenSession = Callable[..., Session]


def lose(server: InProcessServer, *ids: str) -> None:
    """The server goes on from a backup that lacks these."""
    database = server.service.database
    with database.write() as connection:
        for record_id in ids:
            connection.exec_driver_sql("DELETE FROM record WHERE id = ?", (record_id,))
        for statement in epochs.statements(datetime.now(UTC)):
            connection.exec_driver_sql(statement)
    vars(database).pop("epoch", None)


def settle(*sessions: Session) -> None:
    for session in sessions * 2:
        status = session.sync.once(5)
        assert (status.waiting, status.attention) == (0, 0)


def missing(session: Session) -> list[tuple[str, str]]:
    return [(record.what, record.name) for record in session.set_aside.list()]


def lost_records(open_session: OpenSession, server: InProcessServer) -> tuple[Session, str, str]:
    """An owner who holds a customer and a note on it, made on a device that never comes back."""
    gone, owner = open_session("office"), open_session("owner")
    customer = gone.customers.create({"name": "Webb"})
    gone.customers.add_note(customer, "Ring twice")
    settle(gone, owner)
    (note,) = (line.id for line in owner.customers.get(customer).notes)  # type: ignore[union-attr]  # it was fetched
    lose(server, customer, note)
    settle(owner)
    return owner, customer, note


def check_it_is_listed_and_brought_back(open_session: OpenSession, server: InProcessServer) -> None:
    owner, customer, note = lost_records(open_session, server)
    assert sorted(missing(owner)) == [("Customer", "Webb"), ("Note", "Ring twice")]
    assert [check.sentence for check in owner.sync.diagnose() if check.name == "missing"] == [
        "2 records on this device, but not on the restored server: see Set aside in Needs attention."
    ]
    assert owner.set_aside.bring_back(customer, note) == 2
    assert missing(owner) == []
    settle(owner)
    assert missing(owner) == []
    detail = owner.customers.get(customer)
    assert detail is not None
    assert [line.text.endswith("Ring twice") for line in detail.notes] == [True]


def test_it_is_listed_and_brought_back(open_session: OpenSession, server: InProcessServer) -> None:
    check_it_is_listed_and_brought_back(open_session, server)


def test_it_is_let_go(open_session: OpenSession, server: InProcessServer) -> None:
    owner, customer, _note = lost_records(open_session, server)
    assert owner.set_aside.let_go(customer) == 1
    assert missing(owner) == [("Note", "Ring twice")]
    with pytest.raises(InvalidInput, match="not missing"):
        owner.set_aside.bring_back(customer)


def test_a_device_that_comes_back_later_takes_it_off_the_list(
    open_session: OpenSession, server: InProcessServer
) -> None:
    late, owner = open_session("office"), open_session("owner")
    lead = late.leads.create({"name": "Orchard House"})
    settle(late, owner)
    with server.service.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM receipt")
        connection.exec_driver_sql("DELETE FROM audit WHERE stream <> 0")
    lose(server, lead)
    settle(owner)
    assert missing(owner) == [("Lead", "Orchard House")]
    settle(late, owner)
    assert missing(owner) == []


def test_a_worker_is_not_asked(open_session: OpenSession, server: InProcessServer) -> None:
    worker = open_session("worker")
    lead = worker.leads.create({"name": "Orchard House"})
    settle(worker)
    lose(server, lead)
    settle(worker)
    assert missing(worker) == []


def take_missing_for_deleted(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(storage.absorbing, "_SET_ASIDE", "SELECT ?1, ?2, ?3")


def list_for_ever(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(storage.store, "forget_returned", lambda _: None)


@pytest.mark.parametrize("plant", [take_missing_for_deleted, list_for_ever])
def test_a_planted_bug_is_caught(
    open_session: OpenSession, server: InProcessServer, monkeypatch: pytest.MonkeyPatch, plant: object
) -> None:
    assert callable(plant)
    plant(monkeypatch)
    with pytest.raises((AssertionError, InvalidInput)):
        check_it_is_listed_and_brought_back(open_session, server)
