"""`streamflow conflicts`, on sessions of two people."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from client.commands.context import Context
from client.exit_codes import Exit
from client.parser import build_parser
from client.session import Session
from sync.errors import InvalidInput
from sync.records import Money

OpenSession = Callable[..., Session]


class Heard:
    def __init__(self) -> None:
        self.lines: list[str] = []

    def out(self, text: str) -> None:
        self.lines += text.splitlines()

    def err(self, text: str) -> None:
        raise AssertionError(text)


def run(session: Session, *words: str) -> tuple[int, list[str]]:
    heard = Heard()
    args = build_parser().parse_args(words)
    return args.run(Context(session, heard, Path()), args), heard.lines


def sync(*sessions: Session) -> None:
    for session in (*sessions, *sessions):
        session.sync.once(5)


@pytest.fixture
def pair(open_session: OpenSession) -> tuple[Session, Session]:
    """A worker and somebody in the office who have priced the same lead without seeing each other."""
    worker, office = open_session("worker"), open_session("office")
    sync(worker, office)
    lead = worker.leads.create({"name": "Harbour Café"})
    sync(worker, office)
    office.leads.change(lead, {"value": Money(10_000, "GBP")})
    worker.leads.change(lead, {"value": Money(90_000, "GBP")})
    sync(office, worker, office)
    return worker, office


def value(session: Session) -> int | None:
    found = session.leads.get(session.leads.list()[0].id)
    assert found is not None
    return found.lead.value.minor if found.lead.value else None


def test_what_is_to_decide_is_told_with_who_and_when(pair: tuple[Session, Session]) -> None:
    worker, office = pair
    for session in pair:
        code, lines = run(session, "conflicts")
        assert code == Exit.ATTENTION
        assert lines[0].endswith("Lead · Harbour Café · value")
        assert [line.split()[0] for line in lines[1:]] == ["before", "in", "set"]
        assert ("10000" in lines[2], "(Office," in lines[2]) == (True, True)
        assert ("90000" in lines[3], "(Worker," in lines[3]) == (True, True)
        assert run(session, "attention") == (
            Exit.ATTENTION,
            ["Two people changed the same: 1 value. See `streamflow conflicts`."],
        )
    (item,) = json.loads("".join(run(worker, "conflicts", "--json")[1]))
    assert (item["field"], item["policy"], item["is_lost_mine"]) == ("value", "person", True)
    assert value(worker) == value(office) == 10_000


@pytest.mark.parametrize(
    ("way", "stands"),
    [
        (("--keep",), 10_000),
        (("--take",), 90_000),
        (("--set", '{"minor": 5, "currency": "GBP"}'), 5),
    ],
    ids=["keep", "take", "set"],
)
def test_deciding(pair: tuple[Session, Session], way: tuple[str, ...], stands: int) -> None:
    worker, office = pair
    name = run(worker, "conflicts")[1][0].split()[0]
    assert run(worker, "conflicts", way[0], name, *way[1:])[0] == Exit.DONE
    assert run(worker, "conflicts") == (Exit.DONE, ["There is nothing to decide."])
    sync(worker, office)
    assert value(worker) == value(office) == stands
    assert run(office, "conflicts")[0] == Exit.DONE
    assert worker.sync.status().attention == office.sync.status().attention == 0
    with pytest.raises(InvalidInput, match="no such item"):
        run(office, "conflicts", "--keep", name)


def test_a_value_that_the_rules_refuse_decides_nothing(pair: tuple[Session, Session]) -> None:
    worker, _office = pair
    name = run(worker, "conflicts")[1][0].split()[0]
    with pytest.raises(InvalidInput):
        run(worker, "conflicts", "--set", name, "cheap")
    assert run(worker, "conflicts")[0] == Exit.ATTENTION


def test_what_is_contested_about_a_deleted_record_waits_until_it_comes_back(pair: tuple[Session, Session]) -> None:
    _worker, office = pair
    lead = office.leads.list()[0].id
    office.leads.remove(lead)
    assert office.conflicts.undecided() == ()
    assert office.sync.status().attention == 0
