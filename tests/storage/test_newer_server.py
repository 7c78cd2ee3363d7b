"""A server that knows more than this program: its words are kept, wedge nothing, and show after an update."""

import json
from pathlib import Path
from typing import Any

import pytest

from storage import understanding, visible
from storage.profile import Profile
from support.clock import FakeClock
from support.profiles import change_lead, mutation_of, new_lead, open_profile, page, reply, row
from sync.ids import NewId
from sync.kinds import Kind
from sync.protocol import ACCEPTED, Outcome, Page, PushReply, Row, Verdict, decode, encode

PLENTY = 10**9


def as_newer(message: PushReply | Page, **changed: Any) -> bytes:
    """The message with words that only a newer server has; a `verdict` changes the first verdict, a `row` the row."""
    plain = json.loads(encode(message))
    plain["weather"] = "new in protocol 9"
    for name, value in changed.items():
        first = plain[f"{name}s"][0]
        first.update(value)
    return json.dumps(plain).encode()


def test_an_unknown_outcome_needs_a_person_and_nothing_is_lost(profile: Profile, new_id: NewId) -> None:
    lead, other = new_id(), new_id()
    profile.outbox.record(new_lead(lead), new_lead(other))
    item, _ = profile.store.next_batch(2, PLENTY)
    answer = reply(Verdict(key=item.key, outcome=Outcome.REFUSED), last_seq=1)
    refusal = {"code": "quota", "message": "The plan holds 100 leads.", "upgrade": "https://example.test"}
    profile.store.settle(decode(as_newer(answer, verdict={"outcome": "postponed", "refusal": refusal}), PushReply))
    (line,) = profile.queries.sync.attention()
    assert (line.outcome, line.code, line.message) == ("postponed", "quota", "The plan holds 100 leads.")
    assert profile.queries.leads.get(lead) is not None
    assert [line.id for line in profile.queries.sync.waiting(10)] == [other]
    profile.attention.retry(line.change.key)
    assert profile.store.outbox_size() == 2


def test_an_unknown_state_is_kept_and_not_shown(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.store.absorb(page([row(lead, 3, name="A")], "1"))
    answer = page([row(lead, 5, name="A")], "2")
    profile.store.absorb(decode(as_newer(answer, row={"state": "archived", "why": "old"}), Page))
    assert profile.queries.leads.get(lead) is None
    with profile.database.read() as tx:
        state, body = tx.one("SELECT state, body FROM confirmed WHERE id = ?", (lead,)) or ("", b"")
    assert (state, json.loads(body)) == ("archived", {"name": "A"})
    profile.store.absorb(page([row(lead, 6, name="Back")], "3"))
    assert profile.queries.leads.get(lead) is not None


def test_an_unknown_field_survives_an_edit(profile: Profile, new_id: NewId) -> None:
    """Only what changed is sent, and what shows keeps the whole body."""
    lead = new_id()
    profile.store.absorb(page([row(lead, 3, name="A", colour="green")]))
    profile.outbox.record(change_lead(lead, name="B"))
    (item,) = profile.store.next_batch(1, PLENTY)
    assert mutation_of(item).fields == {"name": "B"}
    with profile.database.read() as tx:
        assert json.loads(tx.value("SELECT body FROM lead WHERE id = ?", (lead,)))["colour"] == "green"
    whole = Row(kind="lead", id=lead, version=4, body={"name": "B", "colour": "green"})
    profile.store.settle(reply(Verdict(key=item.key, outcome=Outcome.APPLIED, version=4, row=whole)))
    with profile.database.read() as tx:
        assert json.loads(tx.value("SELECT body FROM lead WHERE id = ?", (lead,)))["colour"] == "green"


def test_what_an_older_program_could_not_show_shows_after_the_update(
    tmp_path: Path, new_id: NewId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The older program is this one without customers, and with fewer stages."""
    customer, lead = new_id(), new_id()
    rows = [row(customer, 1, kind="customer", name="Ann Webb"), row(lead, 2, name="A", stage="won")]
    with monkeypatch.context() as older:
        from storage import show

        older.setattr(show, "TABLES", {kind: t for kind, t in visible.TABLES.items() if kind is not Kind.CUSTOMER})
        older.setattr(show, "understood", lambda *_: None)
        older.setattr(understanding, "_mark", lambda: "older")
        with open_profile(tmp_path) as profile:
            profile.store.absorb(page(rows))
            assert profile.queries.customers.get(customer) is None
    with open_profile(tmp_path) as profile:
        shown = profile.queries.customers.get(customer)
        assert shown is not None
        assert shown.record.name == "Ann Webb"
        assert profile.queries.leads.get(lead) is not None
        turn = turns(profile)
    with open_profile(tmp_path) as profile:
        assert turns(profile) == turn


def turns(profile: Profile) -> int:
    with profile.database.read() as tx:
        return int(tx.value("SELECT turn FROM sync_state"))


def test_words_of_today_are_still_the_very_same_members() -> None:
    assert decode(b'"applied"', Outcome) is Outcome.APPLIED
    unknown = decode(b'"postponed"', Outcome)
    assert (unknown, unknown.value, encode(unknown)) == ("postponed", "postponed", b'"postponed"')
    assert unknown not in ACCEPTED


def test_the_clock_of_the_file_is_not_asked(tmp_path: Path) -> None:
    """A new file is written once for this, and never again by the same program."""
    clock = FakeClock()
    for _ in range(3):
        with open_profile(tmp_path, clock) as profile:
            before = turns(profile)
    assert before == 1
