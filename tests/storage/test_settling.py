"""What verdicts do beyond the contract: what shows, what is kept, and what goes on by itself.

Over 300 lines: what may become of a line, verdict by verdict and page by page.
"""

from datetime import UTC, datetime

import pytest

from storage.outbox import Draft
from storage.plan_changes import plans_before
from storage.profile import Profile
from storage.queries.filters import LeadFilter
from storage.setting_aside import let_go
from storage.subjects import ATTENTION, OUTBOX, Subject
from support.clock import FakeClock
from support.profiles import (
    applied,
    change_lead,
    chunk,
    held,
    new_lead,
    page,
    refused,
    reply,
    row,
    withdrawn,
)
from sync.ids import NewId
from sync.kinds import Kind
from sync.moments import from_us
from sync.protocol import Code, Item, Op, Outcome, Refusal, Row, State, Verdict
from sync.records import Lead
from sync.status import Mark

PLENTY = 10**9


def batch(profile: Profile, most: int = 1_000) -> tuple[Item, ...]:
    return profile.store.next_batch(most, PLENTY)


def shown(profile: Profile, lead_id: str) -> Lead:
    found = profile.queries.leads.get(lead_id)
    assert found is not None
    return found.record


def mark(profile: Profile, lead_id: str) -> Mark:
    found = profile.queries.leads.get(lead_id)
    assert found is not None
    return found.mark


def test_what_the_server_adds_shows_at_the_verdict(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.outbox.record(new_lead(lead))
    profile.store.settle(reply(applied(batch(profile)[0], 3, created_by="u" * 36)))
    assert shown(profile, lead).created_by == "u" * 36
    assert shown(profile, lead).version == 3


def test_a_verdict_in_between_never_shows_an_older_state(profile: Profile, new_id: NewId) -> None:
    """Read your writes: the later change stays on top while the earlier one is acknowledged."""
    lead = new_id()
    profile.outbox.record(new_lead(lead, "A"))
    profile.outbox.record(change_lead(lead, name="B"))
    profile.store.settle(reply(applied(batch(profile)[0], 3)))
    assert shown(profile, lead).name == "B"
    profile.store.absorb(page([row(lead, 3, name="A")]))
    assert shown(profile, lead).name == "B"


def test_an_own_applied_write_shows_without_a_pull(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.store.absorb(page([row(lead, 3, name="A", need="Boiler")]))
    profile.outbox.record(change_lead(lead, name="B"))
    (item,) = batch(profile)
    whole = Row(kind="lead", id=lead, version=4, body={"name": "B", "need": "Boiler"})
    profile.store.settle(reply(Verdict(key=item.key, outcome=Outcome.APPLIED, version=4, row=whole)))
    assert (shown(profile, lead).name, shown(profile, lead).need) == ("B", "Boiler")
    profile.store.absorb(page([row(lead, 3, name="A", need="Boiler")]))
    assert shown(profile, lead).name == "B"


def test_the_marks_follow_a_record_on_its_way(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.outbox.record(new_lead(lead))
    assert mark(profile, lead) is Mark.SAVED_HERE
    items = batch(profile)
    assert mark(profile, lead) is Mark.SENDING
    profile.store.rest()
    assert mark(profile, lead) is Mark.SAVED_HERE
    profile.store.settle(reply(applied(items[0], 1)))
    assert mark(profile, lead) is Mark.SENT


def test_a_parked_create_stays_on_the_screen_marked(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.outbox.record(new_lead(lead, "Mine"))
    profile.store.settle(reply(refused(batch(profile)[0])))
    assert shown(profile, lead).name == "Mine"
    assert mark(profile, lead) is Mark.NEEDS_ATTENTION
    (line,) = profile.queries.sync.attention()
    assert (line.code, line.message, line.field_errors) == ("invalid", "The office says no.", {"name": "Too odd."})


def test_screens_hear_of_what_was_saved_or_settled_and_of_what_needs_somebody(profile: Profile, new_id: NewId) -> None:
    heard: set[Subject] = set()
    profile.database.changed.add(heard.update)
    cause, *_ = keys = profile.outbox.record(*(new_lead(new_id()) for _ in range(3)))
    assert Subject(OUTBOX) in heard
    accepted, turned_down, behind = batch(profile)
    heard.clear()
    profile.store.settle(reply(applied(accepted, 1)))
    assert (Subject(OUTBOX) in heard, Subject(ATTENTION) in heard) == (True, False)
    profile.store.settle(reply(refused(turned_down), held(behind, cause)))
    assert Subject(ATTENTION) in heard
    waiting = next(line for line in profile.queries.sync.attention() if line.change.key == keys[2])
    assert (waiting.code, waiting.message, waiting.field_errors, waiting.theirs) == ("", "", {}, {})


def test_screens_hear_that_what_was_taken_back_had_arrived(profile: Profile, new_id: NewId) -> None:
    (key,) = profile.outbox.record(new_lead(new_id()))
    (item,) = batch(profile)
    profile.attention.undo(key)
    heard: set[Subject] = set()
    profile.database.changed.add(heard.update)
    profile.store.settle(reply(applied(item, 1)))
    assert Subject(ATTENTION) in heard
    assert profile.queries.sync.trash() == ()


def test_verdicts_find_what_is_not_at_the_head_of_the_queue(profile: Profile, new_id: NewId) -> None:
    profile.outbox.record(*(new_lead(new_id()) for _ in range(4)))
    first, second, third, fourth = batch(profile)
    profile.store.settle(reply(applied(first, 1), applied(fourth, 2)))
    assert [item.key for item in batch(profile)] == [second.key, third.key]


def test_an_accepted_change_without_its_row_leaves_what_is_confirmed(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.store.absorb(page([row(lead, 3, name="A")]))
    profile.outbox.record(change_lead(lead, name="B"))
    profile.store.settle(reply(Verdict(key=batch(profile)[0].key, outcome=Outcome.APPLIED, version=4)))
    assert shown(profile, lead).name == "A"


@pytest.mark.parametrize("is_by_verdict", [False, True])
def test_a_plan_that_the_server_changes_is_noticed_whichever_way_it_comes(
    profile: Profile, new_id: NewId, *, is_by_verdict: bool
) -> None:
    order = new_id()
    first, moved = (
        row(order, version, "work_order", title="Boiler", scheduled_start=f"2026-03-{version:02}T08:00:00Z")
        for version in (3, 5)
    )
    profile.store.absorb(page([first]))
    if is_by_verdict:
        profile.outbox.record(Draft(Op.CHANGE, Kind.WORK_ORDER, order, {"title": "Pump"}))
        verdict = Verdict(key=batch(profile)[0].key, outcome=Outcome.APPLIED, version=5, row=moved)
        profile.store.settle(reply(verdict))
    else:
        profile.store.absorb(page([moved]))
    with profile.database.read() as tx:
        before = plans_before(tx, [order])
    assert before[order].starts_at == datetime(2026, 3, 3, 8, tzinfo=UTC)


def test_a_parked_change_stays_on_top_and_theirs_is_kept_beside_it(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.store.absorb(page([row(lead, 3, name="A")]))
    profile.outbox.record(change_lead(lead, name="Mine"))
    their_row = row(lead, 5, name="Theirs")
    profile.store.settle(reply(refused(batch(profile)[0], Code.CONFLICT, their_row, name="Theirs")))
    assert shown(profile, lead).name == "Mine"
    (line,) = profile.queries.sync.attention()
    assert (line.code, line.theirs) == ("conflict", {"name": "Theirs"})


def test_a_withdrawal_that_the_server_chose_is_not_lost(profile: Profile, new_id: NewId) -> None:
    """Another copy of this profile fenced the key: the work is still here, and a person says what becomes of it."""
    lead = new_id()
    (key,) = profile.outbox.record(new_lead(lead))
    profile.store.settle(reply(withdrawn(batch(profile)[0])))
    (line,) = profile.queries.sync.attention()
    assert (line.change.key, line.outcome) == (key, "withdrawn")
    assert shown(profile, lead).name == "Orchard House"


def test_a_withdrawal_that_is_refused_gives_the_servers_reason(profile: Profile, new_id: NewId) -> None:
    """The key had arrived after all, and a rule said no: that is the reason to tell, not what we thought it was."""
    lead = new_id()
    (key,) = profile.outbox.record(new_lead(lead))
    (item,) = batch(profile)
    profile.store.withdraw(key, Refusal(code=Code.INTERNAL, message="The server keeps failing on this."))
    (before,) = profile.queries.sync.attention()
    profile.store.settle(reply(refused(item, name="Theirs")))
    (after,) = profile.queries.sync.attention()
    assert (before.message, after.message) == ("The server keeps failing on this.", "The office says no.")
    assert (after.outcome, after.code) == ("refused", "invalid")
    assert (after.theirs, after.change) == ({"name": "Theirs"}, before.change)
    assert profile.store.outbox_size() == 0


def test_a_merge_is_done_and_brings_what_lost(profile: Profile, new_id: NewId) -> None:
    lead, conflict = new_id(), new_id()
    profile.store.absorb(page([row(lead, 3, name="A")]))
    profile.outbox.record(change_lead(lead, name="Mine"))
    (item,) = batch(profile)
    at = "2026-11-20T09:00:00Z"
    kept = {"subject_kind": "lead", "subject_id": lead, "field": "name", "policy": "later", "kept": "Theirs"}
    lost = Row(kind=Kind.CONFLICT, id=conflict, version=6, body={**kept, "kept_at": at, "lost": "Mine", "lost_at": at})
    their_row = row(lead, 5, name="Theirs")
    merged = Verdict(key=item.key, outcome=Outcome.MERGED, version=5, row=their_row, conflicts=(lost,))
    profile.store.settle(reply(merged))
    assert shown(profile, lead).name == "Theirs"
    assert profile.queries.sync.attention() == ()
    assert len(profile.queries.sync.sent(10)) == 1
    with profile.database.read() as tx:
        assert tx.all("SELECT id, subject_kind, subject_id, is_open FROM conflict") == [(conflict, "lead", lead, 1)]


def test_a_reply_that_comes_twice_changes_nothing(profile: Profile, new_id: NewId) -> None:
    profile.outbox.record(new_lead(new_id()), new_lead(new_id()))
    first, second = batch(profile)
    answer = reply(applied(first, 1), refused(second))
    profile.store.settle(answer)
    with profile.database.read() as tx:
        before = [tx.all(f"SELECT * FROM {table}") for table in ("sent", "attention", "confirmed", "lead")]
    profile.store.settle(answer)
    with profile.database.read() as tx:
        assert [tx.all(f"SELECT * FROM {table}") for table in ("sent", "attention", "confirmed", "lead")] == before


def test_verdicts_for_keys_that_nobody_knows_are_harmless(profile: Profile, new_id: NewId) -> None:
    profile.outbox.record(new_lead(new_id()))
    stranger = Verdict(key=new_id(), outcome=Outcome.REFUSED)
    profile.store.settle(reply(stranger))
    assert profile.store.outbox_size() == 1
    assert profile.queries.sync.attention() == ()


def test_a_removed_record_leaves_but_own_unsent_fields_stay(profile: Profile, new_id: NewId) -> None:
    mine, other = new_id(), new_id()
    profile.store.absorb(page([row(mine, 3, name="A", need="Boiler"), row(other, 4, name="B")]))
    profile.outbox.record(change_lead(mine, need="Two boilers"))
    profile.store.absorb(page([row(mine, 5, state=State.REMOVED), row(other, 6, state=State.REMOVED)]))
    assert profile.queries.leads.get(other) is None
    assert (shown(profile, mine).name, shown(profile, mine).need) == ("No longer yours", "Two boilers")


def test_a_deleted_record_never_returns_by_an_older_page(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.store.absorb(page([row(lead, 3, name="A")], "1"))
    profile.store.absorb(page([row(lead, 9, state=State.DELETED)], "2"))
    assert profile.queries.leads.get(lead) is None
    profile.store.absorb(page([row(lead, 3, name="A")], "1"))
    assert profile.queries.leads.get(lead) is None
    profile.store.absorb(page([row(lead, 11, name="Restored")], "3"))
    assert shown(profile, lead).name == "Restored"


def test_of_two_rows_in_one_page_the_newer_stays_whatever_their_order(profile: Profile, new_id: NewId) -> None:
    lead, other = new_id(), new_id()
    older, newer = ([row(each, version, name=name) for each in (lead, other)] for version, name in ((4, "A"), (5, "B")))
    profile.store.absorb(page([newer[0], older[0], older[1], newer[1]]))
    assert [shown(profile, each).name for each in (lead, other)] == ["B", "B"]


def test_nothing_is_counted_while_something_is_left_to_sweep(profile: Profile, new_id: NewId) -> None:
    """It would be taken for a fault."""
    profile.store.absorb(page([row(new_id(), 3, name="A")]))
    counted = profile.store.tallies()
    assert counted is not None
    assert counted["lead"].count == 1
    profile.store.drop_cursor()
    assert profile.store.tallies() is None
    profile.store.absorb_chunk(chunk([], cursor="c2"))
    assert profile.store.tallies() == {}


def test_an_unknown_kind_and_an_unreadable_body_are_kept_and_not_shown(profile: Profile, new_id: NewId) -> None:
    lead, newer = new_id(), new_id()
    profile.store.absorb(page([row(newer, 1, kind="invoice", total=3), row(lead, 2, name="A", stage="haunted")]))
    assert profile.queries.leads.count(LeadFilter()) == 0
    with profile.database.read() as tx:
        assert tx.value("SELECT count(*) FROM confirmed") == 2
    profile.store.absorb(page([row(lead, 3, name="A", stage="won", colour="green")]))
    assert shown(profile, lead).stage == "won"


def test_a_snapshot_sweeps_what_no_chunk_named(profile: Profile, new_id: NewId) -> None:
    kept, gone, mine = new_id(), new_id(), new_id()
    profile.store.absorb(page([row(kept, 1, name="K"), row(gone, 2, name="G"), row(mine, 3, name="M")]))
    profile.outbox.record(change_lead(mine, name="Mine"))
    profile.store.drop_cursor()
    profile.store.absorb_chunk(chunk([row(new_id(), 4, name="N")], token="1"))
    assert profile.queries.leads.get(gone) is not None
    profile.store.absorb_chunk(chunk([row(kept, 1, name="K")], cursor="2"))
    assert profile.queries.leads.get(gone) is None
    assert shown(profile, kept).name == "K"
    assert shown(profile, mine).name == "Mine"
    with profile.database.read() as tx:
        assert tx.value("SELECT version FROM confirmed WHERE id = ?", (mine,)) == 3
        assert tx.all("SELECT id, version FROM set_aside") == []


def test_what_only_a_verdict_named_before_the_snapshot_began_is_swept(profile: Profile, new_id: NewId) -> None:
    """It has left the scope before the first chunk was made, so that neither chunk nor page will ever speak of it."""
    kept, left = new_id(), new_id()
    profile.outbox.record(new_lead(kept, "K"), new_lead(left, "L"))
    profile.store.settle(reply(*(applied(item, n) for n, item in enumerate(batch(profile), 5))))
    assert shown(profile, left).version == 6
    profile.store.absorb_chunk(chunk([row(kept, 5, name="K")], cursor="1"))
    assert shown(profile, kept).version == 5
    assert profile.queries.leads.get(left) is None
    with profile.database.read() as tx:
        assert tx.all("SELECT id FROM set_aside") == []
        assert tx.one("SELECT is_sweeping FROM sync_state") == (0,)


def test_what_a_verdict_names_while_the_snapshot_is_under_way_stays(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.outbox.record(new_lead(lead))
    (item,) = batch(profile)
    profile.store.absorb_chunk(chunk([], token="1"))
    profile.store.settle(reply(applied(item, 9)))
    profile.store.absorb_chunk(chunk([], cursor="1"))
    assert shown(profile, lead).version == 9


def test_a_pull_in_between_sweeps_nothing(profile: Profile, new_id: NewId) -> None:
    """A page that was on its way when the place in the line was given up says nothing about the rest."""
    lead = new_id()
    profile.store.absorb(page([row(lead, 2, name="A")]))
    profile.store.rebuild(("lead",))
    profile.store.absorb(page([]))
    assert shown(profile, lead).name == "A"


def test_what_is_missing_after_a_restore_is_set_aside(profile: Profile, new_id: NewId) -> None:
    gone = new_id()
    profile.store.absorb(page([row(gone, 2, name="G")]))
    profile.store.meet_epoch("restored")
    profile.store.drop_cursor()
    profile.store.absorb_chunk(chunk([], cursor="1"))
    assert profile.queries.leads.get(gone) is None
    with profile.database.read() as tx:
        assert tx.all("SELECT id, version FROM set_aside") == [(gone, 2)]
        assert tx.one("SELECT is_sweeping, sets_aside FROM sync_state") == (0, 0)


def test_what_waited_for_its_verdict_is_set_aside_by_the_next_page(
    profile: Profile, new_id: NewId, clock: FakeClock
) -> None:
    lead = new_id()
    profile.store.absorb(page([row(lead, 2, name="G")]))
    profile.outbox.record(change_lead(lead, name="Mine"))
    profile.store.meet_epoch("restored")
    profile.store.absorb_chunk(chunk([], cursor="1"))
    profile.store.settle(reply(Verdict(key=batch(profile)[0].key, outcome=Outcome.APPLIED, version=4)))
    profile.store.absorb(page([], "2"))
    with profile.database.read() as tx:
        ((found, at),) = tx.all("SELECT id, at FROM set_aside")
    assert (found, from_us(at)) == (lead, clock.now())


def test_what_was_set_aside_is_listed_until_it_is_back_or_let_go(profile: Profile, new_id: NewId) -> None:
    kept, gone = new_id(), new_id()
    profile.store.absorb(page([row(kept, 2, name="K"), row(gone, 3, name="G")]))
    profile.store.meet_epoch("restored")
    profile.store.absorb_chunk(chunk([], cursor="1"))
    touched: list[Subject] = []
    profile.database.changed.add(touched.extend)
    let_go(profile.database, [("lead", gone)])
    assert [one.id for one in profile.queries.set_aside.all()] == [kept]
    assert touched == [Subject(ATTENTION)]
    profile.store.absorb(page([row(kept, 9, name="K")], "2"))
    assert profile.queries.set_aside.all() == ()
    assert touched.count(Subject(ATTENTION)) == 2


def test_what_no_chunk_named_goes_as_soon_as_nobody_has_work_on_it(profile: Profile, new_id: NewId) -> None:
    """It left the scope while a change of mine was unsent: the change is kept, but not the record for ever."""
    lead = new_id()
    profile.store.absorb(page([row(lead, 2, name="A")]))
    (key,) = profile.outbox.record(change_lead(lead, name="Mine"))
    profile.store.drop_cursor()
    profile.store.absorb_chunk(chunk([], cursor="1"))
    (item,) = profile.store.next_batch(10, PLENTY)
    profile.store.settle(reply(refused(item, Code.NOT_FOUND)))
    profile.store.absorb(page([], "2"))
    assert profile.queries.leads.get(lead) is not None
    profile.attention.discard(key)
    profile.store.absorb(page([], "3"))
    assert profile.queries.leads.get(lead) is None


def test_some_kinds_are_rebuilt_and_the_others_left_alone(profile: Profile, new_id: NewId) -> None:
    kept, altered, extra, note = new_id(), new_id(), new_id(), new_id()
    rows = [row(kept, 1, name="K"), row(altered, 2, name="Wrong"), row(extra, 3, name="X")]
    profile.store.absorb(page([*rows, row(note, 4, kind="note", text="Hi")], "far"))
    profile.store.rebuild(("lead",))
    assert profile.store.position().rebuilding == ("lead",)
    assert profile.queries.leads.count(LeadFilter()) == 3
    profile.store.absorb_chunk(chunk([row(kept, 1, name="K"), row(altered, 2, name="Right")], cursor="near"))
    assert shown(profile, altered).name == "Right"
    assert profile.queries.leads.get(extra) is None
    position = profile.store.position()
    assert (position.cursor, position.rebuilding) == ("far", ())
    with profile.database.read() as tx:
        assert tx.value("SELECT count(*) FROM confirmed WHERE kind = 'note'") == 1


def test_after_a_restore_older_versions_are_the_truth(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.store.absorb(page([row(lead, 50, name="Newer")], version=50))
    profile.store.meet_epoch("restored")
    profile.store.absorb(page([row(lead, 20, name="Older")], "1", version=1_000))
    assert shown(profile, lead).name == "Older"


def test_held_mutations_name_their_cause(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    (create,) = profile.outbox.record(new_lead(lead))
    profile.outbox.record(change_lead(lead, name="B"))
    first, second = batch(profile)
    profile.store.settle(reply(refused(first), held(second, create)))
    cause, behind = profile.queries.sync.attention()
    assert (cause.cause, cause.held) == (None, 1)
    assert (behind.cause, behind.held) == (create, 0)


@pytest.mark.parametrize("most_bytes", [1, 600, 5_000])
def test_batches_keep_to_their_size(profile: Profile, new_id: NewId, most_bytes: int) -> None:
    profile.outbox.record(*(new_lead(new_id(), need="x" * 200) for _ in range(50)))
    items = profile.store.next_batch(1_000, most_bytes)
    assert len(items) == 1 or sum(len(bytes(item.mutation)) for item in items) <= most_bytes
    assert len(profile.store.next_batch(7, PLENTY)) == 7
