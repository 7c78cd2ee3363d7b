"""The database's own walls, writers side by side, and what happens while it is away."""

import sqlite3
import threading
from typing import Any

import pytest
from sqlalchemy import event, insert
from sqlalchemy.exc import DBAPIError, IntegrityError

from server_stub import schema
from support.postgres import Cluster
from support.wire import trouble_of
from support.world import World
from sync.kinds import Kind
from sync.protocol import MAX_PAGE_ROWS

_RECORD = {
    "org": 1,
    "kind": "lead",
    "id": "x",
    "state": "present",
    "body": "{}",
    "created_version": 1,
    "created_stream": 0,
    "occurred_at": 0,
    "received_at": 0,
}


@pytest.mark.parametrize("version", [None, 0, -1])
def test_a_row_without_a_version_is_rejected_by_the_database_itself(world: World, version: int | None) -> None:
    with pytest.raises(IntegrityError), world.server.service.database.write() as connection:
        connection.execute(insert(schema.record).values(**_RECORD, version=version))


def test_a_bug_in_our_own_sql_is_not_taken_for_a_database_that_is_away(world: World) -> None:
    """SQLite says "operational error" to both; tried again for ever, a bug would never be heard of."""
    with pytest.raises(DBAPIError), world.server.service.database.read() as connection:
        connection.exec_driver_sql("SELECT nothing FROM nowhere")


def test_every_key_and_index_begins_with_the_organisation() -> None:
    directory = {"server_meta", "organisation"}
    for table in schema.metadata.tables.values():
        if table.name in directory:
            continue
        assert next(iter(table.primary_key.columns)).name == "org", table.name
        for index in table.indexes:
            assert next(iter(index.columns)).name == "org", index.name
        for constraint in table.constraints:
            columns = getattr(constraint, "columns", [])
            if len(columns):
                assert next(iter(columns)).name in ("org", "version"), (table.name, constraint)


def test_writers_side_by_side_lose_nothing_and_a_reader_skips_nothing(world: World) -> None:
    """Four devices write while a fifth pulls; nothing at or below a finished run's version ever turns up later."""
    writers = [world.device(name) for name in ("worker", "lead", "office", "other")]
    before = world.version()
    failures: list[Exception] = []

    def write(number: int) -> None:
        try:
            for place in range(15):
                writers[number].apply(writers[number].lead(f"Lead {number}-{place}"))
        except Exception as error:  # noqa: BLE001 shown by the test itself
            failures.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(len(writers))]
    reader = world.device("owner")
    seen = 0
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        rows = reader.pull(3)
        assert all(row.version > seen for row in rows)
        seen = max([seen, *(row.version for row in rows)])
    reader.pull()
    assert not failures
    names = [body["name"] for (kind, _), body in reader.bodies().items() if kind == Kind.LEAD]
    assert len(set(names)) == len(names) == 60
    assert world.version() == before + 60


@pytest.mark.logs
@pytest.mark.parametrize("furnished", ["postgresql"], indirect=True)
def test_while_postgresql_is_away_the_answer_is_later(world: World, cluster: Cluster) -> None:
    device = world.device("owner")
    items = device.items(device.lead("Ann"))
    cluster.stop()
    try:
        for reply in (device.send(items), device.get("/v1/sync/pull"), world.http.get("/v1/health")):
            assert (reply.status_code, trouble_of(reply).error) == (503, "unavailable")
            assert int(reply.headers["retry-after"]) >= 1
    finally:
        cluster.start()
    assert device.deliver(items).verdicts[0].outcome == "applied"


@pytest.mark.logs
@pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)
def test_while_sqlite_is_held_by_another_the_answer_is_later(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    device = world.device("owner")
    items = device.items(device.lead("Ann"))
    database = world.server.service.database
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    holder = sqlite3.connect(str(database.url.database), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        reply = device.send(items)
    finally:
        holder.close()
    assert (reply.status_code, trouble_of(reply).error) == (503, "unavailable")
    assert device.deliver(items).verdicts[0].outcome == "applied"


def test_the_longest_page_has_as_many_rows_as_are_published(world: World) -> None:
    assert len(world.device("owner").page("", MAX_PAGE_ROWS).rows) <= MAX_PAGE_ROWS


@pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)
def test_a_workers_time_entries_are_found_by_who_holds_them(world: World) -> None:
    """Not by going through the punches of everybody."""
    engine = world.server.service.database.engine
    statements: list[str] = []

    @event.listens_for(engine, "before_cursor_execute")
    def note(_connection: Any, _cursor: Any, statement: str, _values: Any, *_rest: Any) -> None:
        statements.append(statement)

    for name, is_direct in (("worker", True), ("lead", True), ("office", False)):
        statements.clear()
        reply = world.device(name).get("/v1/time-entries", **{"from": "2026-11-16", "to": "2026-11-22"})
        assert reply.status_code == 200
        assert any("scope_entry" in statement for statement in statements) is is_direct


@pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)
def test_no_query_of_a_push_or_a_pull_reads_the_whole_organisation(world: World) -> None:
    """SQLite plans without statistics here; each look-up has to go by more than the organisation."""
    engine = world.server.service.database.engine
    plans: dict[str, list[str]] = {}

    @event.listens_for(engine, "before_cursor_execute")
    def explain(connection: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        if statement.startswith(("SELECT", "UPDATE")):
            cursor = connection.connection.cursor()
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", values)
            plans[statement] = [line[3] for line in cursor.fetchall()]

    office, worker = world.device("office"), world.device()
    customer = office.create(Kind.CUSTOMER, name="Hill Street Residents")
    order = office.order(customer_id=customer.id, assignee_id=worker.user_id)
    office.push(customer, order)
    worker.pull()
    office.confirmed_seq = 2
    office.apply(office.change(order.id, Kind.WORK_ORDER, 0, assignee_id=world.ids["other"]))
    for name in ("worker", "lead", "owner"):
        world.device(name).pull()
    worker.pull()
    assert len(plans) > 10
    for statement, plan in plans.items():
        assert not any("SCAN" in step for step in plan), (statement, plan)
        big = [step for step in plan if any(f" {table} " in step for table in ("record", "receipt", "scope_entry"))]
        assert not any(step.endswith("(org=?)") for step in big), (statement, plan)
