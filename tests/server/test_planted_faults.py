"""The tests' own test: break the server on purpose, and see that the checks below notice.

Each fault is planted by replacing one function; `check_*` are the oracles, and each also passes on the sound server.
"""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.exc import SQLAlchemyError

from server_stub import apply as counter
from server_stub import membership, shelf
from server_stub.database import DatabaseAway
from server_stub.ledger import Book
from server_stub.push import push
from server_stub.scope import Directory, Scope
from support.wire import WireDevice
from support.world import World
from sync.kinds import Kind
from sync.protocol import Item, Op

Plant = Callable[[pytest.MonkeyPatch], None]


def check_exactly_once(world: World) -> None:
    """A second delivery has no effect and brings the same verdict; versions move once per accepted mutation."""
    device, before, events = world.device("owner"), world.version(), len(world.rows("event"))
    order = device.order()
    items = device.items(order, device.change(order.id, Kind.WORK_ORDER, 0, title="Changed"))
    first = device.deliver(items).verdicts
    again = device.deliver(items).verdicts
    assert [(v.outcome, v.version, v.refusal) for v in first] == [(v.outcome, v.version, v.refusal) for v in again]
    assert world.version() == before + 2
    assert len(world.rows("event")) == events + 2
    assert all(verdict.replayed for verdict in again)


def check_known_among_many(world: World) -> None:
    """Of many lines at once the one that had arrived is known by its key, and its record by its id, wherever it is."""
    device = world.device("owner")
    for place in (0, -1):
        many = [device.lead(f"Number {number}") for number in range(30)]
        device.apply(many[place])
        verdicts = device.push(*many)
        assert [place for place, verdict in enumerate(verdicts) if verdict.replayed] == [range(30)[place]]
        again = [device.mutation(Op.CREATE, Kind.LEAD, fields={"name": "Else"}) for _ in range(30)]
        again[place] = device.create(Kind.LEAD, many[place].id, name="Else")
        refused = [verdict.refusal for verdict in device.push(*again)]
        assert [one.code for one in refused if one is not None] == ["already_exists"]


def check_key_belongs_to_one_body(world: World) -> None:
    device = world.device()
    mutation = device.lead("Ann")
    device.apply(mutation)
    verdict = device.push(device.mutation(Op.CREATE, Kind.LEAD, key=mutation.key, fields={"name": "Bob"}))[0]
    assert verdict.refusal is not None
    assert verdict.refusal.code == "key_reused"


def check_all_or_nothing(world: World) -> None:
    """A push that dies leaves no trace; sent again it has its one effect."""
    device, before = world.device(), world.version()
    items = device.items(device.lead("Ann"))
    real = counter.write_book
    with pytest.MonkeyPatch.context() as patch:

        def die(*arguments: Any) -> None:
            real(*arguments)
            raise KeyboardInterrupt

        patch.setattr(counter, "write_book", die)
        with pytest.raises(KeyboardInterrupt):
            _push_directly(world, device, items)
    assert world.version() == before
    verdict = device.deliver(items).verdicts[0]
    assert (verdict.outcome, verdict.replayed, verdict.version) == ("applied", False, before + 1)


def _push_directly(world: World, device: WireDevice, items: list[Item]) -> None:
    service = world.server.service
    who = service.door.admit(f"Bearer {device.token}", world.clock.now())
    push(service.database, service.new_id, who, device.request(items), world.clock.now())


def check_scope(world: World) -> None:
    office, worker = world.device("office"), world.device("worker")
    lead = office.lead("Secret")
    customer = office.create(Kind.CUSTOMER, name="Hill Street Residents")
    order = office.order(customer_id=customer.id, assignee_id=worker.user_id)
    office.push(lead, customer, order)
    worker.pull()
    assert worker.holds(customer.id)
    assert not worker.holds(lead.id)
    assert worker.push(worker.change(lead.id, Kind.LEAD, 10**6, name="Mine"))[0].outcome == "refused"
    office.apply(office.change(order.id, Kind.WORK_ORDER, 10**6, assignee_id=None))
    worker.pull()
    assert not worker.holds(order.id)


def skip_receipts(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(shelf, "_read_receipts", lambda *_arguments: None)


def forget_to_write_receipts(patch: pytest.MonkeyPatch) -> None:
    real = counter.write_book

    def write(connection: Any, sql: Any, book: Book) -> None:
        book.new_receipts.clear()
        real(connection, sql, book)

    patch.setattr(counter, "write_book", write)


def commit_the_effect_first(patch: pytest.MonkeyPatch) -> None:
    real = counter.write_book

    def write(connection: Any, sql: Any, book: Book) -> None:
        receipts, book.new_receipts = book.new_receipts, []
        real(connection, sql, book)
        connection.connection.driver_connection.commit()
        book.new_receipts = receipts

    patch.setattr(counter, "write_book", write)


def trust_the_key_alone(patch: pytest.MonkeyPatch) -> None:
    real = counter.Clerk._repeat

    def repeat(clerk: counter.Clerk, line: Any, receipt: Any) -> Any:
        return real(clerk, counter.Line(line.key, line.seq, receipt.hash, line.mutation), receipt)

    patch.setattr(counter.Clerk, "_repeat", repeat)


def take_two_versions(patch: pytest.MonkeyPatch) -> None:
    real = Book.put_record

    def put(book: Book, *arguments: Any) -> None:
        real(book, *arguments)
        book.version += 1

    patch.setattr(Book, "put_record", put)


def show_everything(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Directory, "scope_of", lambda *_: Scope(frozenset(Kind), frozenset()))


def forget_who_left(patch: pytest.MonkeyPatch) -> None:
    real = membership._settle

    def settle(book: Book, ref: Any, wanted: Any, version: int, **options: Any) -> None:
        real(book, ref, wanted | book.audiences(ref), version, **options)

    patch.setattr(membership, "_settle", settle)


def leave_customers_behind(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(membership, "_audiences_of_customer", lambda book, one: book.audiences((Kind.CUSTOMER, one)))


def looks_short_of_the_ends(patch: pytest.MonkeyPatch) -> None:
    real = shelf._may_be_any

    def look(connection: Any, statement: Any, ids: Any, **fixed: Any) -> bool:
        return real(connection, statement, sorted(ids)[1:-1], **fixed)

    patch.setattr(shelf, "_may_be_any", look)


def takes_many_for_new(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(shelf, "_may_be_any", lambda _connection, _statement, ids, **_: len(ids) == 1)


CHECKS = (check_exactly_once, check_known_among_many, check_key_belongs_to_one_body, check_all_or_nothing, check_scope)
PLANTED: tuple[tuple[Plant, Callable[[World], None]], ...] = (
    (skip_receipts, check_exactly_once),
    (forget_to_write_receipts, check_exactly_once),
    (take_two_versions, check_exactly_once),
    (trust_the_key_alone, check_key_belongs_to_one_body),
    (commit_the_effect_first, check_all_or_nothing),
    (show_everything, check_scope),
    (forget_who_left, check_scope),
    (leave_customers_behind, check_scope),
)


@pytest.mark.parametrize("check", CHECKS)
def test_the_sound_server_passes(world: World, check: Callable[[World], None]) -> None:
    check(world)


@pytest.mark.logs
@pytest.mark.parametrize(("plant", "check"), PLANTED)
def test_a_planted_fault_is_caught(
    world: World, monkeypatch: pytest.MonkeyPatch, plant: Plant, check: Callable[[World], None]
) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, SQLAlchemyError, DatabaseAway)):
        check(world)


@pytest.mark.logs
@pytest.mark.parametrize("plant", [looks_short_of_the_ends, takes_many_for_new])
def test_a_look_that_falls_short_is_noticed_by_the_database_and_costs_the_bulk_alone(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, plant: Plant
) -> None:
    """On the sound server the same check passes with nothing in the log."""
    plant(monkeypatch)
    check_known_among_many(world)
    assert "could not be applied in bulk" in caplog.text
