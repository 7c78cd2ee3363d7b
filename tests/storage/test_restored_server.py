"""After the server lost its disk: what was sent goes out again, and waits by itself for what others bring back."""

import msgspec
import pytest

import storage.attention
import storage.store
import storage.streams
from storage.profile import Profile
from support.profiles import applied, change_lead, mutation_of, new_lead, page, refused, reply, row
from sync.ids import NewId
from sync.kinds import Kind
from sync.protocol import Code, Item, Row, Verdict

PLENTY = 10**9


def batch(profile: Profile) -> tuple[Item, ...]:
    return profile.store.next_batch(1_000, PLENTY)


def parked(profile: Profile) -> list[str]:
    return [line.change.key for line in profile.queries.sync.attention()]


def test_what_was_sent_goes_out_again_under_its_old_number(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.outbox.record(new_lead(lead))
    (first,) = batch(profile)
    assert first.was == 0
    profile.store.settle(reply(applied(first, 41)))
    profile.outbox.record(change_lead(lead, name="Unsent"))
    profile.store.meet_epoch("restored")
    again, unsent = batch(profile)
    assert (again.key, again.was, bytes(again.mutation)) == (first.key, 41, bytes(first.mutation))
    assert unsent.was == 0
    profile.store.settle(reply(applied(again, 1_041), applied(unsent, 1_042)))
    profile.store.meet_epoch("restored again")
    assert [item.was for item in batch(profile)] == [1_041, 1_042]


def lose(profile: Profile, new_id: NewId) -> tuple[str, str]:
    """A change of a lead that another device has still to bring back was refused; the lead, and the change's key."""
    lead = new_id()
    profile.store.absorb(page([row(lead, 20, name="Webb")], version=20))
    (key,) = profile.outbox.record(change_lead(lead, need="Boiler"))
    profile.store.settle(reply(applied(batch(profile)[0], 21)))
    profile.store.meet_epoch("restored")
    profile.store.settle(reply(refused(batch(profile)[0], Code.NOT_FOUND)))
    assert parked(profile) == [key]
    return lead, key


def test_a_change_goes_out_by_itself_when_its_record_is_back(profile: Profile, new_id: NewId) -> None:
    """With the base that the person saw: what nobody saw is still decided on the server."""
    lead, key = lose(profile, new_id)
    profile.store.absorb(page([row(new_id(), 1_000, name="Another")], version=1_000))
    assert parked(profile) == [key]
    profile.store.absorb(page([row(lead, 1_001, name="Webb")], version=1_001))
    assert parked(profile) == []
    (again,) = batch(profile)
    mutation = mutation_of(again)
    assert (mutation.supersedes, mutation.fields, mutation.bases) == (key, {"need": "Boiler"}, {"need": 20})


def test_the_record_may_come_before_the_answer(profile: Profile, new_id: NewId) -> None:
    """The refusal was lost on its way; the pull in between has brought the record, and none will bring it again."""
    lead = new_id()
    profile.store.absorb(page([row(lead, 20, name="Webb")], version=20))
    profile.outbox.record(change_lead(lead, need="Boiler"))
    profile.store.meet_epoch("restored")
    (item,) = batch(profile)
    profile.store.absorb(page([row(lead, 1_001, name="Webb")], version=1_001))
    profile.store.settle(reply(msgspec.structs.replace(refused(item, Code.NOT_FOUND), replayed=True)))
    assert parked(profile) == []


def not_found(item: Item, field: str, their_row: Row | None = None) -> Verdict:
    verdict = refused(item, Code.NOT_FOUND, their_row)
    assert verdict.refusal is not None
    return msgspec.structs.replace(verdict, refusal=msgspec.structs.replace(verdict.refusal, fields={field: "Gone."}))


def test_a_reference_counts_and_a_group_goes_together(profile: Profile, new_id: NewId) -> None:
    customer, order = new_id(), new_id()
    draft = new_lead(order)
    draft = type(draft)(draft.op, Kind.WORK_ORDER, order, {"title": "Boiler", "customer_id": customer})
    keys = profile.outbox.record(draft, new_lead(new_id()), is_group=True)
    first, second = batch(profile)
    missing = not_found(first, "customer_id")
    profile.store.settle(reply(missing, refused(second, Code.GROUP)))
    assert parked(profile) == list(keys)
    profile.store.absorb(page([row(customer, 1_000, kind="customer", name="Webb")], version=1_000))
    assert parked(profile) == []
    assert [mutation_of(item).supersedes for item in batch(profile)] == list(keys)


def test_whatever_was_not_found_is_waited_for_and_not_what_speaks_of_it(profile: Profile, new_id: NewId) -> None:
    """A lead was merged into one that is nobody's here; that the lead itself comes with the refusal changes nothing."""
    lead, survivor = new_id(), new_id()
    here = row(lead, 20, name="Webb")
    profile.store.absorb(page([here], version=20))
    (key,) = profile.outbox.record(change_lead(lead, merged_into=survivor))
    (item,) = batch(profile)
    profile.store.settle(reply(not_found(item, "merged_into", here)))
    assert parked(profile) == [key]
    profile.store.absorb(page([row(survivor, 21, name="Webb")], version=21))
    assert parked(profile) == []


def test_what_is_brought_back_shows_as_unsent_at_once(profile: Profile, new_id: NewId) -> None:
    """Also over what somebody else wrote since: whose it will be the server has to say again."""
    lead = new_id()
    profile.store.absorb(page([row(lead, 20, need="Boiler")], version=20))
    profile.outbox.record(change_lead(lead, need="Tap"))
    profile.store.settle(reply(applied(batch(profile)[0], 21)))
    profile.store.absorb(page([row(lead, 22, need="Roof")], version=22))
    profile.store.meet_epoch("restored")
    shown = profile.queries.leads.get(lead)
    assert shown is not None
    assert shown.record.need == "Tap"


def test_without_its_conflict_a_decision_is_moot_and_what_was_chosen_goes_alone(
    profile: Profile, new_id: NewId
) -> None:
    lead, conflict = new_id(), new_id()
    profile.store.absorb(page([row(lead, 20, name="Webb")], version=20))
    draft = change_lead(lead, need="Boiler")
    decision = type(draft)(draft.op, Kind.CONFLICT, conflict, {"choice": "other"})
    chosen, decided = profile.outbox.record(draft, decision, is_group=True)
    change, choice = batch(profile)
    profile.store.settle(reply(refused(change, Code.GROUP), refused(choice, Code.NOT_FOUND)))
    assert parked(profile) == []
    (again,) = batch(profile)
    assert (mutation_of(again).supersedes, mutation_of(again).fields) == (chosen, {"need": "Boiler"})
    with profile.database.read() as tx:
        assert tx.all("SELECT key, why FROM trash") == [(decided, "decided")]


def forget_the_numbers(patch: pytest.MonkeyPatch) -> None:
    requeue = storage.streams._REQUEUE
    patch.setattr(storage.streams, "_REQUEUE", requeue.replace("group_key, version,", "group_key, 0,"))


def wait_for_a_person(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(storage.store, "release_arrived", lambda *_, **__: None)


def look_only_at_the_page(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(storage.attention, "_THERE", "SELECT 1 WHERE ?1 IS NULL")


def show_later(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(storage.store, "show_requeued", lambda _: None)


def ask_a_person_about_what_is_gone(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(storage.store, "release_undecidable", lambda *_: None)


@pytest.mark.parametrize(
    ("plant", "check"),
    [
        (show_later, test_what_is_brought_back_shows_as_unsent_at_once),
        (ask_a_person_about_what_is_gone, test_without_its_conflict_a_decision_is_moot_and_what_was_chosen_goes_alone),
        (forget_the_numbers, test_what_was_sent_goes_out_again_under_its_old_number),
        (wait_for_a_person, test_a_change_goes_out_by_itself_when_its_record_is_back),
        (look_only_at_the_page, test_the_record_may_come_before_the_answer),
    ],
)
def test_a_planted_bug_is_caught(
    profile: Profile, new_id: NewId, monkeypatch: pytest.MonkeyPatch, plant: object, check: object
) -> None:
    assert callable(plant)
    assert callable(check)
    plant(monkeypatch)
    with pytest.raises(AssertionError):
        check(profile, new_id)
