"""What a mutation says about what its maker saw: base, bases, after."""

from storage.outbox import Draft, ImportRow
from storage.profile import Profile
from support.profiles import (
    applied,
    change_lead,
    mutation_of,
    new_lead,
    page,
    refused,
    reply,
    row,
)
from sync.ids import NewId
from sync.kinds import Kind
from sync.protocol import Mutation, Op

PLENTY = 10**9


def minted(profile: Profile) -> list[Mutation]:
    return [mutation_of(item) for item in profile.store.next_batch(1_000, PLENTY)]


def test_a_create_has_no_base_and_waits_for_nothing(profile: Profile, new_id: NewId) -> None:
    profile.outbox.record(new_lead(new_id()))
    (mutation,) = minted(profile)
    assert (mutation.base, mutation.bases, mutation.after) == (0, {}, ())


def test_a_change_names_the_version_that_was_seen(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.store.absorb(page([row(lead, 12, name="A")]))
    profile.outbox.record(change_lead(lead, name="B"))
    (mutation,) = minted(profile)
    assert (mutation.base, mutation.bases, mutation.after) == (12, {}, ())


def test_a_field_under_own_changes_keeps_the_base_of_the_earliest(profile: Profile, new_id: NewId) -> None:
    """Else the pull in between would hide what the office wrote."""
    lead = new_id()
    profile.store.absorb(page([row(lead, 12, name="A")]))
    profile.outbox.record(change_lead(lead, name="B"))
    profile.store.absorb(page([row(lead, 15, name="Office", need="Boiler")]))
    profile.outbox.record(change_lead(lead, name="C", need="Radiator"))
    first, second = minted(profile)
    assert (second.base, second.bases) == (15, {"name": 12})
    assert second.after == (first.key,)
    profile.store.absorb(page([row(lead, 19, name="Office 2", need="Boiler 2")]))
    profile.outbox.record(change_lead(lead, name="D", need="Pump"))
    third = minted(profile)[-1]
    assert (third.base, third.bases) == (19, {"name": 12, "need": 15})
    profile.store.settle(reply(applied(profile.store.next_batch(1, PLENTY)[0], 20)))
    profile.outbox.record(change_lead(lead, name="E"))
    fourth = minted(profile)[-1]
    assert (fourth.base, fourth.bases) == (20, {"name": 12})


def test_two_changes_with_no_pull_between_them_have_seen_the_same(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.store.absorb(page([row(lead, 12, name="A")]))
    profile.outbox.record(change_lead(lead, name="B"))
    profile.outbox.record(change_lead(lead, name="C"))
    assert [(mutation.base, mutation.bases) for mutation in minted(profile)] == [(12, {}), (12, {})]


def test_whoever_keeps_the_mark_hears_how_far_minting_has_come(profile: Profile, new_id: NewId) -> None:
    heard: list[int] = []
    profile.database.on_mint = heard.append
    profile.outbox.record(new_lead(new_id()), new_lead(new_id()))
    profile.outbox.record(new_lead(new_id()))
    assert heard == [2, 3]


def test_the_previous_mutation_and_every_latest_writer_are_named(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    (create,) = profile.outbox.record(new_lead(lead))
    (named,) = profile.outbox.record(change_lead(lead, name="B"))
    (staged,) = profile.outbox.record(change_lead(lead, stage="quoted"))
    profile.outbox.record(change_lead(lead, name="C"))
    mutations = minted(profile)
    assert [set(m.after) for m in mutations] == [set(), {create}, {named}, {staged, named}] or [
        set(m.after) for m in mutations
    ] == [set(), {create}, {named, create}, {staged, named}]


def test_a_reference_to_something_unsent_is_named(profile: Profile, new_id: NewId) -> None:
    customer, order = new_id(), new_id()
    keys = profile.outbox.record(
        Draft(Op.CREATE, Kind.CUSTOMER, customer, {"name": "Brook"}),
        Draft(Op.CREATE, Kind.WORK_ORDER, order, {"title": "Boiler", "customer_id": customer}),
        Draft(
            Op.CREATE,
            Kind.NOTE,
            new_id(),
            {"subject_kind": "work_order", "subject_id": order, "text": "Dog", "written_at": "2026-03-02T08:00:00Z"},
        ),
        is_group=True,
    )
    mutations = minted(profile)
    assert [m.after for m in mutations] == [(), (keys[0],), (keys[1],)]
    assert len({m.group for m in mutations}) == 1
    assert mutations[0].group is not None


def test_a_punch_waits_for_nothing(profile: Profile, new_id: NewId) -> None:
    """Neither for what it speaks of nor, if there should ever be two of one record, for itself."""
    order, same = new_id(), new_id()
    profile.outbox.record(Draft(Op.CREATE, Kind.WORK_ORDER, order, {"title": "Boiler"}))
    profile.outbox.record(punch(same, work_order_id=order))
    profile.outbox.record(punch(same, work_order_id=order))
    assert [mutation.after for mutation in minted(profile)] == [(), (), ()]


def punch(punch_id: str, **fields: object) -> Draft:
    body = {
        "user_id": "u" * 36,
        "by_id": "u" * 36,
        "action": "clock_in",
        "at": "2026-03-02T08:00:00Z",
        "zone": "UTC",
        "utc_offset_minutes": 0,
        "evidence": {"monotonic_ms": 1},
    }
    return Draft(Op.CREATE, Kind.PUNCH, punch_id, {**body, **fields})


def test_what_is_settled_is_not_waited_for(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.outbox.record(new_lead(lead))
    profile.store.settle(reply(applied(profile.store.next_batch(1, PLENTY)[0], 5)))
    profile.outbox.record(change_lead(lead, name="B"))
    (mutation,) = minted(profile)
    assert (mutation.base, mutation.after) == (5, ())


def test_behind_a_parked_create_everything_waits(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    (create,) = profile.outbox.record(new_lead(lead))
    profile.store.settle(reply(refused(profile.store.next_batch(1, PLENTY)[0])))
    profile.outbox.record(change_lead(lead, need="Pump"))
    assert minted(profile)[0].after == (create,)


def test_behind_a_parked_change_only_the_same_field_waits(profile: Profile, new_id: NewId) -> None:
    lead = new_id()
    profile.store.absorb(page([row(lead, 12, name="A")]))
    (parked,) = profile.outbox.record(change_lead(lead, name="B"))
    profile.store.settle(reply(refused(profile.store.next_batch(1, PLENTY)[0])))
    profile.outbox.record(change_lead(lead, need="Pump"))
    profile.outbox.record(change_lead(lead, name="C"))
    other, same = minted(profile)
    assert other.after == ()
    assert set(same.after) == {other.key, parked}


def test_an_import_saves_each_row_once(profile: Profile, new_id: NewId) -> None:
    rows = [ImportRow(b"digest %d" % n, new_lead(new_id(), f"Lead {n}")) for n in range(1_200)]
    steps: list[int] = []
    first = profile.outbox.import_rows(iter(rows), steps.append)
    assert (len(first.made), first.known) == (1_200, 0)
    assert steps == [500, 1_000, 1_200]
    again = [ImportRow(digest, new_lead(new_id())) for digest, _ in rows]
    second = profile.outbox.import_rows([*again, ImportRow(b"new", new_lead(new_id()))], steps.append)
    assert (len(second.made), second.known) == (1, 1_200)
    assert steps[3:] == [500, 1_000, 1_201]
    assert profile.store.outbox_size() == 1_201
    assert profile.outbox.knows([b"new", b"unheard of"]) == {b"new"}


def test_the_same_row_twice_in_one_file_is_saved_once(profile: Profile, new_id: NewId) -> None:
    rows = [ImportRow(b"same", new_lead(new_id())) for _ in range(3)]
    assert profile.outbox.import_rows(rows).made == (rows[-1].draft.id,)
    assert profile.store.outbox_size() == 1


def test_only_the_making_of_what_is_referred_to_is_waited_for(profile: Profile, new_id: NewId) -> None:
    customer = new_id()
    (made,) = profile.outbox.record(Draft(Op.CREATE, Kind.CUSTOMER, customer, {"name": "Brook"}))
    profile.outbox.record(Draft(Op.CHANGE, Kind.CUSTOMER, customer, {"phone": "020"}))
    profile.outbox.record(Draft(Op.CREATE, Kind.WORK_ORDER, new_id(), {"title": "Boiler", "customer_id": customer}))
    assert minted(profile)[-1].after == (made,)
