"""The judge finds what is planted, each under its own name; on an honest day it finds nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from support.company import Company
from support.judge import Findings
from support.theatre import Theatre, open_theatre


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory, company: Company) -> Iterator[Theatre]:
    """An honest day on two devices, with its processes ended."""
    with open_theatre(tmp_path_factory.mktemp("day"), company) as theatre:
        del theatre.devices["tablet"]
        theatre.start_all()
        theatre.work(theatre.van, 2)
        theatre.van.create("lead", theatre.new_id(), "name", customer_id=theatre.new_id())
        theatre.work(theatre.devices["desk"])
        theatre.settle()
        for device in theatre.devices.values():
            device.stop()
        theatre.server.stop()
        yield theatre


def spoil(day: Theatre, where: str, statement: str) -> Findings:
    """What the judge says with one file changed behind everybody's back; afterwards it is as it was."""
    file = day.books.file if where == "server" else day.folder / where / "profile.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    honest = file.read_bytes()
    try:
        with closing(sqlite3.connect(file)) as connection, connection:
            assert connection.execute(statement).rowcount > 0, statement
        return day.judge()
    finally:
        for rest in file.parent.glob(file.name + "-*"):
            rest.unlink()
        file.write_bytes(honest)


def test_an_honest_day_is_clean(day: Theatre) -> None:
    assert day.judge() == Findings()
    assert len(day.books.receipts()) == 10


LEAD = "kind = 'lead' AND id = (SELECT min(id) FROM record WHERE kind = 'lead')"
PUNCH = "kind = 'punch' AND id = (SELECT min(id) FROM record WHERE kind = 'punch')"
MARKED = "(SELECT json_extract(body, '$.need') FROM record WHERE record.id = audit.id)"
NEWEST = "(SELECT max(version) FROM {0})"
COPIED = f"""
INSERT INTO record SELECT org, kind, '0190e000-0000-7000-8000-00000000dddd', version, state, body, stamps,
created_version, created_stream, created_edited, parent, occurred_at, received_at FROM record WHERE {PUNCH}
"""
REQUEUED = "INSERT INTO outbox SELECT place, place, key, kind, id, op, NULL, 0, 0, 1, frozen FROM sent LIMIT 1"
MISTAKEN = "INSERT INTO sent SELECT place, key, kind, id, op, NULL, 0, 0, 0, 0, frozen FROM attention"
PLANTED = (
    ("lost", "server", f"DELETE FROM record WHERE {PUNCH}"),
    ("lost", "server", f"UPDATE record SET body = json_set(body, '$.need', 'overwritten') WHERE {LEAD}"),
    ("lost", "van", "DELETE FROM attention"),
    ("doubled", "server", COPIED),
    ("doubled", "server", f"UPDATE audit SET before = json_set(before, '$.need', {MARKED}) WHERE before IS NOT NULL"),
    ("out_of_order", "server", "UPDATE record SET created_version = 10000 - created_version WHERE kind = 'lead'"),
    ("stuck", "van", REQUEUED),
    ("disagreeing", "van", "UPDATE attention SET outcome = 'held'"),
    ("disagreeing", "van", MISTAKEN),
    ("disagreeing", "server", "UPDATE receipt SET outcome = 'refused' WHERE version = " + NEWEST.format("receipt")),
    ("miscounted", "server", "UPDATE organisation SET version = version + 1"),
    ("miscounted", "server", "DELETE FROM event WHERE version = " + NEWEST.format("event")),
    ("miscounted", "server", "DELETE FROM audit WHERE outcome = 'refused'"),
    ("diverged", "desk", "UPDATE confirmed SET version = version - 1 WHERE kind = 'lead'"),
    ("diverged", "desk", "DELETE FROM confirmed WHERE kind = 'punch'"),
)


@pytest.mark.parametrize(("name", "where", "statement"), PLANTED)
def test_what_is_planted_is_found(day: Theatre, name: str, where: str, statement: str) -> None:
    assert name in spoil(day, where, statement).names
    assert day.judge().names == set()
