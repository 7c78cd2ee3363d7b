"""What a person decides: nothing is lost, the order is kept, and every decision can be taken back.

Over 300 lines: what a person may decide, decision by decision.
"""

import json

import pytest

from storage import export
from storage.export import read_unsent
from storage.outbox import Draft
from storage.profile import Profile
from support.profiles import (
    SERVER_TIME,
    applied,
    change_lead,
    held,
    mutation_of,
    new_lead,
    page,
    refused,
    reply,
    row,
    withdrawn,
)
from sync.errors import InvalidInput
from sync.ids import NewId
from sync.kinds import Kind
from sync.protocol import Code, Mutation, Op

PLENTY = 10**9


def waiting(profile: Profile) -> list[Mutation]:
    return [mutation_of(item) for item in profile.store.next_batch(1_000, PLENTY) if not item.is_withdrawal]


def park_create_with_changes(profile: Profile, lead: str) -> tuple[str, str, str]:
    (create,) = profile.outbox.record(new_lead(lead, "A"))
    (second,) = profile.outbox.record(change_lead(lead, name="B"))
    (third,) = profile.outbox.record(change_lead(lead, need="Pump"))
    one, two, three = profile.store.next_batch(10, PLENTY)
    profile.store.settle(reply(refused(one), held(two, create), held(three, second)))
    return create, second, third


def name_of(profile: Profile, lead: str) -> str:
    found = profile.queries.leads.get(lead)
    assert found is not None
    return found.record.name


def test_a_retry_mints_anew_with_all_that_was_held_in_the_old_order(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    old = park_create_with_changes(profile, lead)
    new_key = profile.attention.retry(old[0])
    mutations = waiting(profile)
    assert [m.supersedes for m in mutations] == list(old)
    assert mutations[0].key == new_key
    assert mutations[1].after == (mutations[0].key,)
    assert mutations[1].key in mutations[2].after
    assert not {key for m in mutations for key in m.after} & set(old)
    assert profile.queries.sync.attention() == ()
    assert name_of(profile, lead) == "B"
    assert profile.store.next_batch(1, PLENTY)[0].seq == 4


def test_what_is_retried_does_not_wait_for_what_was_made_behind_it(profile: Profile, new_id: NewId) -> None:
    """Else either would be held behind the other, and both go out again and again."""
    lead = new_id()
    profile.store.absorb(page([row(lead, 3, name="A")]))
    (first,) = profile.outbox.record(change_lead(lead, name="B"))
    (item,) = profile.store.next_batch(10, PLENTY)
    profile.store.settle(reply(refused(item)))
    (second,) = profile.outbox.record(change_lead(lead, name="C"))
    (third,) = profile.outbox.record(change_lead(lead, need="Pump"))
    again = profile.attention.retry(first)
    made = {mutation.key: mutation for mutation in waiting(profile)}
    assert (first in made[second].after, second in made[third].after) == (True, True)
    assert made[again].after == ()
    one, two, three = profile.store.next_batch(10, PLENTY)
    profile.store.settle(reply(held(one, first), held(two, second), applied(three, 4)))
    released = waiting(profile)
    assert [(mutation.supersedes, mutation.fields) for mutation in released] == [
        (second, {"name": "C"}),
        (third, {"need": "Pump"}),
    ]
    assert not {key for mutation in released for key in mutation.after} & {first, second, third}
    assert name_of(profile, lead) == "C"


def test_a_conflict_retried_is_based_on_what_the_server_has_now(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.store.absorb(page([row(lead, 3, name="A")]))
    (key,) = profile.outbox.record(change_lead(lead, name="Mine"))
    (item,) = profile.store.next_batch(10, PLENTY)
    profile.store.settle(reply(refused(item, Code.CONFLICT, row(lead, 8, name="Theirs"), name="Theirs")))
    profile.attention.retry(key)
    (mutation,) = waiting(profile)
    assert (mutation.base, mutation.bases, mutation.fields) == (8, {}, {"name": "Mine"})


def test_a_release_hides_no_change_of_the_office_behind_the_servers_present_version(
    profile: Profile, new_id: NewId
) -> None:
    """The person decided on the name; nobody has shown them yet what the office wrote about the need."""
    lead = new_id()
    profile.store.absorb(page([row(lead, 3, name="A", need="Boiler")]))
    (name,) = profile.outbox.record(change_lead(lead, name="Mine"))
    profile.outbox.record(change_lead(lead, need="Pump"))
    one, two = profile.store.next_batch(10, PLENTY)
    theirs = row(lead, 8, name="Theirs", need="Leak")
    profile.store.settle(reply(refused(one, Code.CONFLICT, theirs, name="Theirs"), held(two, name)))
    profile.attention.retry(name)
    retried, released = waiting(profile)
    assert (retried.base, retried.bases) == (8, {})
    assert (released.base, released.bases) == (8, {"need": 3})


def test_a_fix_decides_only_on_what_was_shown(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.store.absorb(page([row(lead, 3, name="A", need="Boiler")]))
    (key,) = profile.outbox.record(change_lead(lead, name="", need="Pump"))
    (item,) = profile.store.next_batch(10, PLENTY)
    profile.store.settle(reply(refused(item, their_row=row(lead, 8, name="A", need="Leak"))))
    profile.attention.fix(key, {"name": "Mended", "need": "Pump", "phone": "1"})
    (mutation,) = waiting(profile)
    assert (mutation.base, mutation.bases) == (8, {"name": 3, "need": 3})


def test_a_retry_after_the_server_changed_again_is_not_based_on_what_nobody_saw(
    profile: Profile, new_id: NewId
) -> None:
    lead = new_id()
    profile.store.absorb(page([row(lead, 3, name="A")]))
    (key,) = profile.outbox.record(change_lead(lead, name="Mine"))
    (item,) = profile.store.next_batch(10, PLENTY)
    profile.store.settle(reply(refused(item, Code.CONFLICT, row(lead, 8, name="Theirs"), name="Theirs")))
    profile.store.absorb(page([row(lead, 9, name="Once more")], cursor="c2"))
    profile.attention.retry(key)
    (mutation,) = waiting(profile)
    assert (mutation.base, mutation.bases) == (9, {"name": 3})


def test_a_removal_that_was_held_is_not_based_on_what_nobody_saw(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.store.absorb(page([row(lead, 3, name="A")]))
    (name,) = profile.outbox.record(change_lead(lead, name="Mine"))
    profile.outbox.record(Draft(Op.REMOVE, Kind.LEAD, lead))
    one, two = profile.store.next_batch(10, PLENTY)
    theirs = row(lead, 8, name="Theirs")
    profile.store.settle(reply(refused(one, Code.CONFLICT, theirs, name="Theirs"), held(two, name)))
    profile.attention.retry(name)
    retried, removal = waiting(profile)
    assert (retried.base, removal.base) == (8, 3)


def test_a_removal_in_conflict_is_retried_on_what_the_server_has_now(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.store.absorb(page([row(lead, 3, name="A")]))
    (key,) = profile.outbox.record(Draft(Op.REMOVE, Kind.LEAD, lead))
    (item,) = profile.store.next_batch(10, PLENTY)
    profile.store.settle(reply(refused(item, Code.CONFLICT, row(lead, 8, name="Theirs"))))
    profile.attention.retry(key)
    (mutation,) = waiting(profile)
    assert mutation.base == 8


def test_of_a_decision_that_somebody_else_has_made_only_the_change_is_tried_again(
    profile: Profile, new_id: NewId
) -> None:
    lead, made, open_one = new_id(), new_id(), new_id()
    profile.store.absorb(
        page([row(lead, 3, name="A"), *(row(conflict, 3, "conflict", lost="B") for conflict in (made, open_one))])
    )
    deciding = [Draft(Op.CHANGE, Kind.CONFLICT, conflict, {"choice": "lost"}) for conflict in (made, open_one)]
    keys = profile.outbox.record(change_lead(lead, name="B"), *deciding, is_group=True)
    profile.store.settle(reply(*(refused(item) for item in profile.store.next_batch(10, PLENTY))))
    profile.store.absorb(page([row(made, 4, "conflict", lost="B", choice="kept")], "c2"))
    profile.attention.retry(keys[0])
    assert [(m.supersedes, m.id) for m in waiting(profile)] == [(keys[0], lead), (keys[2], open_one)]
    with profile.database.read() as tx:
        assert tx.all("SELECT key, why, root FROM trash") == [(keys[1], "decided", keys[0])]


def test_a_fix_writes_other_fields_and_releases_the_rest(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    create, _, _ = park_create_with_changes(profile, lead)
    profile.attention.fix(create, {"name": "Mended", "phone": "1"})
    first, second, third = waiting(profile)
    assert first.fields == {"name": "Mended", "phone": "1"}
    assert (second.fields, third.fields) == ({"name": "B"}, {"need": "Pump"})


def test_a_group_is_retried_whole_under_a_new_group(profile: Profile, new_id: NewId) -> None:
    keys = profile.outbox.record(new_lead(new_id(), "A"), new_lead(new_id(), "B"), is_group=True)
    items = profile.store.next_batch(10, PLENTY)
    old_group = mutation_of(items[0]).group
    profile.store.settle(reply(refused(items[0]), refused(items[1], Code.GROUP)))
    profile.attention.fix(keys[0], {"name": "Better"})
    first, second = waiting(profile)
    assert first.group == second.group != old_group
    assert (first.fields["name"], second.fields["name"]) == ("Better", "B")


def test_discarding_a_create_takes_its_dependants_to_the_trash(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    old = park_create_with_changes(profile, lead)
    profile.attention.discard(old[0])
    assert profile.queries.leads.get(lead) is None
    assert profile.queries.sync.attention() == ()
    assert waiting(profile) == []
    assert {line.change.key for line in profile.queries.sync.trash()} == set(old)


def test_the_trash_gives_back_all_that_went_together(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    old = park_create_with_changes(profile, lead)
    profile.attention.discard(old[0])
    profile.attention.restore(old[0])
    assert [m.supersedes for m in waiting(profile)] == list(old)
    assert name_of(profile, lead) == "B"
    assert profile.queries.sync.trash() == ()


def test_discarding_a_change_shows_the_servers_state_and_releases_what_was_held(
    profile: Profile, new_id: NewId
) -> None:
    lead = new_id()
    profile.store.absorb(page([row(lead, 3, name="A")]))
    (first,) = profile.outbox.record(change_lead(lead, name="Mine"))
    (second,) = profile.outbox.record(change_lead(lead, need="Pump"))
    one, two = profile.store.next_batch(10, PLENTY)
    profile.store.settle(reply(refused(one), held(two, first)))
    profile.attention.discard(first)
    assert name_of(profile, lead) == "A"
    (released,) = waiting(profile)
    assert (released.supersedes, released.after) == (second, ())


def test_a_held_verdict_that_comes_late_is_released_by_itself(profile: Profile, new_id: NewId) -> None:
    """The person has mended the cause while the held verdict was still on its way."""
    lead = new_id()
    (create,) = profile.outbox.record(new_lead(lead))
    (change,) = profile.outbox.record(change_lead(lead, name="B"))
    one, two = profile.store.next_batch(10, PLENTY)
    profile.store.settle(reply(refused(one)))
    successor = profile.attention.retry(create)
    profile.store.settle(reply(held(two, create)))
    assert profile.queries.sync.attention() == ()
    first, second = waiting(profile)
    assert (first.key, second.supersedes) == (successor, change)
    assert successor in second.after
    assert name_of(profile, lead) == "B"


def test_all_that_comes_late_behind_a_discarded_create_goes_to_the_trash(profile: Profile, new_id: NewId) -> None:
    """Also what waits for what waits, in one reply or in the next."""
    lead = new_id()
    (create,) = profile.outbox.record(new_lead(lead))
    (second,) = profile.outbox.record(change_lead(lead, name="B"))
    (third,) = profile.outbox.record(change_lead(lead, name="C"))
    (fourth,) = profile.outbox.record(change_lead(lead, name="D"))
    one, two, three, four = profile.store.next_batch(10, PLENTY)
    profile.store.settle(reply(refused(one)))
    profile.attention.discard(create)
    profile.store.settle(reply(held(two, create), held(three, second)))
    profile.store.settle(reply(held(four, third)))
    assert profile.queries.sync.attention() == ()
    assert waiting(profile) == []
    assert {(line.change.key, line.root) for line in profile.queries.sync.trash()} == {
        (key, create) for key in (create, second, third, fourth)
    }
    assert profile.queries.leads.get(lead) is None
    profile.attention.restore(create)
    assert [again.supersedes for again in waiting(profile)] == [create, second, third, fourth]


def test_an_undo_takes_a_change_back_and_sends_its_withdrawal(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.store.absorb(page([row(lead, 3, name="A")]))
    (key,) = profile.outbox.record(change_lead(lead, name="Mine"))
    profile.attention.undo(key)
    assert name_of(profile, lead) == "A"
    (item,) = profile.store.next_batch(10, PLENTY)
    assert (item.is_withdrawal, item.key, item.seq) == (True, key, 1)
    profile.store.settle(reply(withdrawn(item)))
    assert profile.queries.sync.attention() == ()
    assert profile.store.outbox_size() == 0
    profile.attention.restore(key)
    assert name_of(profile, lead) == "Mine"


def test_an_undo_that_comes_too_late_shows_that_it_was_sent(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    (key,) = profile.outbox.record(new_lead(lead))
    (item,) = profile.store.next_batch(10, PLENTY)
    profile.attention.undo(key)
    assert profile.queries.leads.get(lead) is None
    profile.store.settle(reply(applied(item, 1)))
    assert name_of(profile, lead) == "Orchard House"
    assert profile.queries.sync.trash() == ()


def test_undoing_a_create_takes_along_what_builds_on_it(profile: Profile, new_id: NewId) -> None:
    customer, order = new_id(), new_id()
    (key,) = profile.outbox.record(Draft(Op.CREATE, Kind.CUSTOMER, customer, {"name": "Brook"}))
    profile.outbox.record(Draft(Op.CREATE, Kind.WORK_ORDER, order, {"title": "Boiler", "customer_id": customer}))
    profile.outbox.record(Draft(Op.CHANGE, Kind.WORK_ORDER, order, {"title": "Pump"}))
    profile.outbox.record(new_lead(new_id()))
    profile.attention.undo(key)
    assert profile.queries.work_orders.get(order) is None
    assert len(waiting(profile)) == 1
    assert len(profile.queries.sync.trash()) == 3


def test_a_group_is_undone_whole(profile: Profile, new_id: NewId) -> None:
    leads = new_id(), new_id()
    _, second = profile.outbox.record(*map(new_lead, leads), is_group=True)
    profile.attention.undo(second)
    assert waiting(profile) == []
    assert not any(map(profile.queries.leads.get, leads))


def test_what_builds_on_an_undone_create_takes_its_group_along(profile: Profile, new_id: NewId) -> None:
    """Half a group would be refused, or worse, applied."""
    first, second = new_id(), new_id()
    profile.store.absorb(page([row(first, 1, name="A")]))
    (create,) = profile.outbox.record(new_lead(second))
    profile.outbox.record(change_lead(first, need="Tap"), change_lead(second, need="Tap"), is_group=True)
    profile.outbox.record(change_lead(first, need="Roof"))
    profile.attention.undo(create)
    with profile.database.read() as tx:
        assert tx.value("SELECT count(*) FROM outbox WHERE is_withdrawn = 0") == 0


def test_what_later_changes_build_on_is_not_undone_alone(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.store.absorb(page([row(lead, 3, name="A")]))
    (key,) = profile.outbox.record(change_lead(lead, name="B"))
    profile.outbox.record(change_lead(lead, name="C"))
    with pytest.raises(InvalidInput, match="Later changes"):
        profile.attention.undo(key)
    assert len(waiting(profile)) == 2


def test_what_was_dealt_with_is_not_dealt_with_twice(profile: Profile, new_id: NewId) -> None:
    create, _, _ = park_create_with_changes(profile, new_id())
    profile.attention.retry(create)
    for decide in (profile.attention.retry, profile.attention.discard, profile.attention.restore):
        with pytest.raises(InvalidInput, match="dealt with"):
            decide(create)
    with pytest.raises(InvalidInput, match="dealt with"):
        profile.attention.undo(create)


def test_the_export_holds_every_unconfirmed_mutation_in_its_own_bytes(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    create, second, third = park_create_with_changes(profile, lead)
    (unsent,) = profile.outbox.record(new_lead(new_id(), "Ünsent"))
    found = list(read_unsent(profile.database))
    lines = [json.loads(one.frozen) for one in found]
    assert [line["key"] for line in lines] == [create, second, third, unsent]
    assert lines[3]["fields"]["name"] == "Ünsent"
    assert [(one.is_parked, one.message) for one in found] == [
        (True, "The office says no."),
        (True, ""),
        (True, ""),
        (False, ""),
    ]


def test_the_copy_is_read_in_portions_and_is_whole(
    profile: Profile, new_id: NewId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "CHUNK", 3)
    keys = profile.outbox.record(*(new_lead(new_id()) for _ in range(10)))
    assert [json.loads(one.frozen)["key"] for one in read_unsent(profile.database)] == list(keys)


def test_tries_are_counted_until_there_is_an_answer(profile: Profile, new_id: NewId) -> None:
    profile.outbox.record(*(new_lead(new_id()) for _ in range(3)))
    profile.store.next_batch(3, 10**6)
    profile.store.next_batch(1, 10**6)
    assert [line.tries for line in profile.queries.sync.waiting(10)] == [2, 1, 1]
    profile.store.settle(reply(applied(profile.store.next_batch(1, 10**6)[0], 1)))
    assert [line.tries for line in profile.queries.sync.waiting(10)] == [1, 1]
    profile.store.open_stream()
    assert [line.tries for line in profile.queries.sync.waiting(10)] == [0, 0]


def test_a_parked_change_counts_how_often_it_was_refused(profile: Profile, new_id: NewId) -> None:
    profile.outbox.record(new_lead(new_id()))
    for tries in (1, 2, 3):
        profile.store.settle(reply(refused(profile.store.next_batch(1, 10**6)[0])))
        (line,) = profile.queries.sync.attention()
        assert line.change.tries == tries
        profile.attention.retry(line.change.key)


def test_counts_are_of_records(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    park_create_with_changes(profile, lead)
    other = new_id()
    profile.outbox.record(new_lead(other), change_lead(other, name="B"), new_lead(new_id()))
    counts = profile.queries.sync.counts(SERVER_TIME)
    assert (counts.saved_here, counts.sending, counts.needs_attention, counts.sent_today) == (2, 0, 1, 0)
    profile.store.next_batch(2, PLENTY)
    counts = profile.queries.sync.counts(SERVER_TIME)
    assert (counts.saved_here, counts.sending) == (1, 1)
