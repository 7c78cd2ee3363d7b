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


def spoil(day: Theatre, where: str, *statements: str) -> Findings:
    """What the judge says with one file changed behind everybody's back; afterwards it is as it was."""
    file = day.books.file if where == "server" else day.folder / where / "profile.db"
    honest = file.read_bytes()
    try:
        with closing(sqlite3.connect(file)) as connection, connection:
            for statement in statements:
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
COPY = f"""
INSERT INTO record SELECT org, kind, '0190e000-0000-7000-8000-00000000dddd', version, state, body, stamps,
created_version, created_stream, parent, occurred_at, received_at FROM record WHERE {PUNCH}
"""


@pytest.mark.parametrize(
    ("name", "where", "statements"),
    [
        ("lost", "server", [f"DELETE FROM record WHERE {PUNCH}"]),
        ("lost", "server", [f"UPDATE record SET body = json_set(body, '$.need', 'overwritten') WHERE {LEAD}"]),
        ("doubled", "server", [COPY]),
        ("doubled", "server", ["UPDATE audit SET before = json_set(before, '$.need', (SELECT json_extract(body, "
                               "'$.need') FROM record WHERE record.id = audit.id)) WHERE before IS NOT NULL"]),
        ("out_of_order", "server", [
            "UPDATE record SET created_version = 10000 - created_version WHERE kind = 'lead'",
        ]),
        ("stuck", "van", ["INSERT INTO outbox SELECT place, place, key, kind, id, op, NULL, 0, 1, frozen FROM sent "
                          "LIMIT 1"]),
        ("disagreeing", "van", ["UPDATE attention SET outcome = 'held'"]),
        ("disagreeing", "van", ["INSERT INTO sent SELECT place, key, kind, id, op, NULL, 0, 0, frozen FROM attention"]),
        ("disagreeing", "server", ["UPDATE receipt SET outcome = 'refused' WHERE version = (SELECT max(version) FROM "
                                   "receipt)"]),
        ("lost", "van", ["DELETE FROM attention"]),
        ("miscounted", "server", ["UPDATE organisation SET version = version + 1"]),
        ("miscounted", "server", ["DELETE FROM event WHERE version = (SELECT max(version) FROM event)"]),
        ("miscounted", "server", ["DELETE FROM audit WHERE before IS NULL AND outcome = 'refused'"]),
        ("diverged", "desk", ["UPDATE confirmed SET version = version - 1 WHERE kind = 'lead'"]),
        ("diverged", "desk", ["DELETE FROM confirmed WHERE kind = 'punch'"]),
    ],
)  # fmt: skip
def test_what_is_planted_is_found(day: Theatre, name: str, where: str, statements: list[str]) -> None:
    assert name in spoil(day, where, *statements).names
    assert day.judge().names == set()
