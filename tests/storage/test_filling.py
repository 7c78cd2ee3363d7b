"""What a long snapshot stores in a few statements is what it would have stored row by row."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from storage import filling, show
from storage.database import Database
from storage.outbox import Draft
from storage.profile import Profile
from storage.queries.filters import LeadFilter
from support.profiles import change_lead, chunk, new_lead, open_profile, row
from support.search_words import misfiled
from support.timeclock import organisation, read_punches
from sync.ids import NewId
from sync.kinds import Kind
from sync.protocol import Chunk, Op, Row, State
from sync.records import body_of

_TABLES = """
SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
AND name NOT IN ('sqlite_schema', 'sync_state') ORDER BY name
"""

Plant = Callable[[pytest.MonkeyPatch], None]


@pytest.fixture(autouse=True)
def everything_is_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "WORTH_IT", 2)
    monkeypatch.setattr(filling, "AT_ONCE", 2)


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tables that were filled at once."""
    filled: list[str] = []
    real = filling._insert

    def insert(tx: Any, into: str, *rest: Any) -> None:
        filled.append(into.partition(" ")[0])
        real(tx, into, *rest)

    monkeypatch.setattr(filling, "_insert", insert)
    return filled


def snapshot(new_id: NewId) -> list[Row]:
    """Of each kind that is filled some, with all that their tables have columns for."""
    customer, order = new_id(), new_id()
    leads = [
        row(
            new_id(),
            n,
            name=name,
            phone=f"+44 20 7946 001{n}",
            email=f"{n}@Example.org",
            follow_up_on="2026-03-09",
            customer_id=customer,
        )
        for n, name in enumerate(("Zoë Ash", "Élan Orchard", "Bran Oak", "Ysolde Elm", "Orla Yew"), 1)
    ]
    place: dict[str, Any] = {"subject_kind": "customer", "subject_id": customer}
    return [
        *leads,
        row(new_id(), 6, name="Behind another", merged_into=leads[0].id),
        row(customer, 7, kind="customer", name="Mill & Söhne"),
        *(row(new_id(), 8, kind="customer", name=name) for name in ("Weir", "Lock")),
        *(row(new_id(), 9, kind="site", name=name, **place) for name in ("Yard", "Shed", "Quay")),
        *(row(new_id(), 10, kind="contact", name=name, role="Owner", **place) for name in ("Kit", "Noor", "Ida")),
        row(order, 11, kind="work_order", title="Boiler", number=7, scheduled_start="2026-03-02T08:00:00Z"),
        row(new_id(), 12, kind="work_order", title="Lift", customer_id=customer),
        row(new_id(), 13, kind="user", name="Ann", email="ann@example.org", role="worker"),
        row(new_id(), 13, kind="user", name="Bea", email="bea@example.org", role="worker"),
    ]


def content(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    with database.read() as tx:
        return {name: tx.all(f"SELECT * FROM {name}") for (name,) in tx.all(_TABLES)}


def assert_search_is_whole(profile: Profile) -> None:
    with profile.database.write() as tx:
        assert not misfiled(tx._connection)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Profile, Profile]]:
    """Two devices that hear the same; the second absorbs row by row."""
    with open_profile(tmp_path / "filled") as filled, open_profile(tmp_path / "plain") as plain:
        yield filled, plain


def absorb(pair: tuple[Profile, Profile], whole: Chunk) -> None:
    filled, plain = pair
    filled.store.absorb_chunk(filled.store.make_ready(whole))
    plain.store.absorb_chunk(whole)


def assert_same(pair: tuple[Profile, Profile]) -> None:
    filled, plain = pair
    assert content(filled.database) == content(plain.database)
    for profile in pair:
        assert_search_is_whole(profile)


def test_it_is_what_row_by_row_would_be(pair: tuple[Profile, Profile], new_id: NewId, statements: list[str]) -> None:
    absorb(pair, chunk(snapshot(new_id), cursor="far"))
    assert {"confirmed", "lead", "customer", "site", "contact", "work_order", "user", "lead_words"} <= {*statements}
    assert_same(pair)
    assert pair[0].queries.leads.count(LeadFilter(words="elan")) == 1


def test_the_screens_are_told(profile: Profile, new_id: NewId) -> None:
    told: list[str] = []
    profile.database.changed.add(lambda subjects: told.extend(subject.kind for subject in subjects))
    profile.store.absorb_chunk(profile.store.make_ready(chunk(snapshot(new_id))))
    assert {"lead", "customer", "site", "contact", "work_order", "user"} <= {*told}


def test_what_is_known_already_is_compared_row_by_row(
    pair: tuple[Profile, Profile], new_id: NewId, statements: list[str]
) -> None:
    rows = snapshot(new_id)
    absorb(pair, chunk(rows, token="more"))
    statements.clear()
    newer = [msgspec.structs.replace(each, version=each.version + 20, body={**each.body, "name": "N"}) for each in rows]
    absorb(pair, chunk([*newer[:3], *rows[3:]], cursor="far"))
    assert not statements
    assert_same(pair)
    filled, _ = pair
    assert filled.queries.leads.count(LeadFilter(words="ash")) == 0


def test_what_is_new_beside_it_is_filled(
    pair: tuple[Profile, Profile], new_id: NewId, statements: list[str]
) -> None:
    """As what is urgent came before the rest, and was changed meanwhile."""
    rows = snapshot(new_id)
    absorb(pair, chunk(rows[1:9:3], token="more"))
    statements.clear()
    rows[1] = msgspec.structs.replace(rows[1], version=30, body={"name": "Newer"})
    absorb(pair, chunk(rows, cursor="far"))
    assert {"lead", "customer"} <= {*statements}
    assert_same(pair)
    assert pair[0].queries.leads.count(LeadFilter(words="newer")) == 1


@pytest.mark.parametrize("state", [State.DELETED, State.REMOVED])
def test_what_is_not_simply_there_goes_row_by_row(
    pair: tuple[Profile, Profile], new_id: NewId, statements: list[str], state: State
) -> None:
    rows = snapshot(new_id)
    absorb(pair, chunk([msgspec.structs.replace(rows[5], state=state), *rows[:5], *rows[6:]], cursor="far"))
    assert "lead" in statements
    assert_same(pair)


def test_so_does_what_this_program_cannot_read(
    pair: tuple[Profile, Profile], new_id: NewId, statements: list[str]
) -> None:
    rows = snapshot(new_id)
    ships = [row(new_id(), 15, kind="ship", name=name) for name in ("Argo", "Beagle")]
    absorb(pair, chunk([*rows, row(new_id(), 14, name=7), *ships], cursor="far"))
    assert "lead" in statements
    assert_same(pair)


def test_what_another_snapshot_brings_is_not_swept_with_what_was(pair: tuple[Profile, Profile], new_id: NewId) -> None:
    absorb(pair, chunk(snapshot(new_id)[:2], cursor="far"))
    for profile in pair:
        profile.store.drop_cursor()
    absorb(pair, chunk(snapshot(new_id), cursor="far"))
    assert_same(pair)
    assert len(content(pair[0].database)["lead"]) == 6


def test_punches_and_the_rules_for_them_make_entries(pair: tuple[Profile, Profile], new_id: NewId) -> None:
    rules = organisation("Europe/London", day_rule="split")
    punches = read_punches("22:00 in\n+1 04:00 out", rules, date(2026, 3, 2))
    made = [row(punch.id, n, kind="punch", **body_of(punch)) for n, punch in enumerate(punches, 1)]
    absorb(pair, chunk(made, token="more"))
    assert_same(pair)
    assert len(content(pair[0].database)["time_entry"]) == 1
    ours = [row(one, 9, kind="organisation", **body_of(rules)) for one in (rules.id, new_id())]
    absorb(pair, chunk(ours, cursor="far"))
    assert_same(pair)
    assert len(content(pair[0].database)["time_entry"]) == 2


def test_a_row_that_comes_twice_comes_as_the_newer(pair: tuple[Profile, Profile], new_id: NewId) -> None:
    rows = snapshot(new_id)
    newer = msgspec.structs.replace(rows[0], version=30, body={"name": "Newer"})
    absorb(pair, chunk([newer, *rows], cursor="far"))
    assert_same(pair)
    shown = pair[0].queries.leads.get(rows[0].id)
    assert shown is not None
    assert shown.record.name == "Newer"


def test_my_own_work_stays_on_top(profile: Profile, new_id: NewId) -> None:
    """Made and removed again here; the reply to the first was lost, so the snapshot has it."""
    mine, changed = new_id(), new_id()
    profile.outbox.record(new_lead(mine, "Mine"))
    profile.outbox.record(Draft(Op.REMOVE, Kind.LEAD, mine))
    rows = snapshot(new_id)
    profile.store.absorb_chunk(profile.store.make_ready(chunk([*rows, row(mine, 20, name="Mine")], token="more")))
    assert profile.queries.leads.get(mine) is None
    profile.outbox.record(new_lead(changed, "Here"))
    profile.outbox.record(change_lead(changed, name="Still here"))
    late = [row(changed, 21, name="Here"), row(new_id(), 22, name="Late"), row(new_id(), 23, name="Later")]
    profile.store.absorb_chunk(profile.store.make_ready(chunk(late, cursor="far")))
    shown = profile.queries.leads.get(changed)
    assert shown is not None
    assert shown.record.name == "Still here"
    assert_search_is_whole(profile)


def test_an_id_that_two_kinds_have_names_two_records(profile: Profile, new_id: NewId) -> None:
    """No program of ours makes such ids, and a server takes them: what I have of the one kind is not of the other."""
    mine, theirs = new_id(), new_id()
    profile.outbox.record(new_lead(mine, "Mine"))
    others = [row(new_id(), n, kind=kind, name="Other") for n in (1, 2) for kind in ("lead", "customer")]
    shared = [
        row(one, 9, kind=kind, name=f"{kind} of theirs") for one in (mine, theirs) for kind in ("lead", "customer")
    ]
    profile.store.absorb_chunk(profile.store.make_ready(chunk([*others, *shared[:3]], token="more")))
    profile.store.absorb_chunk(profile.store.make_ready(chunk([shared[3], row(new_id(), 10, name="O")], cursor="far")))
    with profile.database.read() as tx:
        shown = tx.all(
            "SELECT id, json_extract(body, '$.name') FROM lead WHERE id IN (?1, ?2) UNION ALL"
            " SELECT id, json_extract(body, '$.name') FROM customer WHERE id IN (?1, ?2)",
            (mine, theirs),
        )
        kept = tx.all("SELECT id, kind FROM confirmed WHERE id IN (?, ?)", (mine, theirs))
    customers = [(mine, "customer of theirs"), (theirs, "customer of theirs")]
    assert sorted(shown) == sorted([(mine, "Mine"), (theirs, "lead of theirs"), *customers])
    assert sorted(kept) == sorted((one, kind) for one in (mine, theirs) for kind in ("lead", "customer"))


def fills_over_what_is_known(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(filling, "read_versions", lambda *_: {})


def goes_on_finding_what_was(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(show, "drop_words", lambda *_: None)


def fills_over_my_own_work(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(filling, "read_pending", lambda *_: {})


@pytest.mark.parametrize("plant", [fills_over_what_is_known, goes_on_finding_what_was])
def test_a_planted_bug_is_caught(
    pair: tuple[Profile, Profile], new_id: NewId, statements: list[str], monkeypatch: pytest.MonkeyPatch, plant: Plant
) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, sqlite3.IntegrityError)):
        test_what_is_known_already_is_compared_row_by_row(pair, new_id, statements)


def test_filling_over_my_own_work_is_caught(
    profile: Profile, new_id: NewId, monkeypatch: pytest.MonkeyPatch
) -> None:
    fills_over_my_own_work(monkeypatch)
    with pytest.raises(AssertionError):
        test_my_own_work_stays_on_top(profile, new_id)
