"""What is let go of, and when: the sent log, the trash and the rest go after 30 days by the server's clock alone."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from storage import pruning
from storage.outbox import Draft
from storage.profile import Profile
from support.clock import FakeClock
from support.profiles import SERVER_TIME, applied, change_lead, mutation_of, new_lead, page, refused, reply, row
from sync.ids import NewId
from sync.kinds import Kind
from sync.protocol import Op

DAY = timedelta(days=1)
KEPT = pruning.KEPT


def count(profile: Profile, table: str) -> int:
    with profile.database.read() as tx:
        return int(tx.value(f"SELECT count(*) FROM {table}"))


def send(profile: Profile, *leads: str, at: timedelta = timedelta()) -> None:
    """Leads are made here and confirmed by the server so long after the beginning."""
    for lead in leads:
        profile.outbox.record(new_lead(lead))
    items = profile.store.next_batch(10_000, 10**9)
    answer = reply(*(applied(item, number) for number, item in enumerate(items, start=1)))
    profile.store.settle(replace(answer, server_time=SERVER_TIME + at))


def hear(profile: Profile, clock: FakeClock, at: timedelta, backed_up: int = 1_000_000, **more: Any) -> None:
    """An hour later on this device the server sends a page, and says that it is so long after the beginning."""
    clock.advance(pruning.EVERY_SECONDS)
    profile.store.absorb(replace(page([], **more), server_time=SERVER_TIME + at, backed_up=backed_up))


def refuse(profile: Profile, lead: str) -> str:
    (key,) = profile.outbox.record(new_lead(lead))
    profile.store.settle(reply(refused(profile.store.next_batch(10, 10**9)[0])))
    return key


def test_the_sent_log_goes_after_thirty_days(profile: Profile, clock: FakeClock, new_id: NewId) -> None:
    send(profile, new_id(), new_id())
    send(profile, new_id(), at=3 * DAY)
    hear(profile, clock, KEPT)
    assert count(profile, "sent") == 3
    hear(profile, clock, KEPT + DAY)
    assert count(profile, "sent") == 1


def test_what_no_backup_of_the_server_holds_is_kept_however_old_it_is(
    profile: Profile, clock: FakeClock, new_id: NewId
) -> None:
    send(profile, new_id(), new_id(), new_id())
    hear(profile, clock, 10 * KEPT, backed_up=2)
    assert count(profile, "sent") == 1
    hear(profile, clock, 11 * KEPT, backed_up=3)
    assert count(profile, "sent") == 0


def check_what_speaks_of_bytes_stays_until_they_are_sent(profile: Profile, clock: FakeClock, new_id: NewId) -> None:
    hear(profile, clock, timedelta())
    kept = profile.blobs.keep([b"a photo"])
    facts: dict[str, Any] = {
        "subject_kind": "lead",
        "subject_id": new_id(),
        "name": "photo.jpg",
        "sha256": kept.sha256,
        "size": kept.size,
        "media_type": "image/jpeg",
        "taken_at": "2026-03-02T08:00:00Z",
    }
    profile.outbox.record(Draft(Op.CREATE, Kind.ATTACHMENT, new_id(), facts))
    (item,) = profile.store.next_batch(10, 10**9)
    profile.store.settle(reply(applied(item, 1)))
    hear(profile, clock, 10 * KEPT)
    assert count(profile, "sent") == 1
    stored = row(mutation_of(item).id, 2, kind=Kind.ATTACHMENT, **facts, stored_at="2026-03-02T09:00:00Z")
    profile.store.absorb(page([stored]))
    hear(profile, clock, 11 * KEPT)
    assert count(profile, "sent") == 0


def test_what_speaks_of_bytes_stays_until_they_are_sent(profile: Profile, clock: FakeClock, new_id: NewId) -> None:
    check_what_speaks_of_bytes_stays_until_they_are_sent(profile, clock, new_id)


def test_letting_go_of_what_speaks_of_unsent_bytes_is_noticed(
    profile: Profile, clock: FakeClock, new_id: NewId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pruning, "_PRUNE_SENT", pruning._PRUNE_SENT.partition(" AND NOT ")[0])
    with pytest.raises(AssertionError):
        check_what_speaks_of_bytes_stays_until_they_are_sent(profile, clock, new_id)


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_that_is_years_off_costs_nobody_the_sent_log_or_the_trash(
    profile: Profile, clock: FakeClock, new_id: NewId, years: int
) -> None:
    clock.jump(years * 365 * DAY)
    send(profile, new_id())
    profile.attention.discard(refuse(profile, new_id()))
    hear(profile, clock, DAY)
    clock.jump(-years * 365 * DAY)
    hear(profile, clock, 2 * DAY)
    clock.jump(years * 365 * DAY)
    hear(profile, clock, 3 * DAY)
    assert (count(profile, "sent"), count(profile, "trash")) == (1, 1)


def test_what_was_thrown_away_offline_counts_from_the_first_contact_after_it(
    profile: Profile, clock: FakeClock, new_id: NewId
) -> None:
    profile.attention.discard(refuse(profile, new_id()))
    clock.advance(90 * 86_400)
    hear(profile, clock, 90 * DAY)
    hear(profile, clock, 119 * DAY)
    assert count(profile, "trash") == 1
    hear(profile, clock, 121 * DAY)
    assert count(profile, "trash") == 0


def test_what_waits_or_needs_a_person_is_never_pruned(profile: Profile, clock: FakeClock, new_id: NewId) -> None:
    lead = new_id()
    refuse(profile, lead)
    profile.outbox.record(change_lead(lead, name="Later"))
    for month in range(1, 40):
        hear(profile, clock, month * KEPT)
    assert (count(profile, "attention"), count(profile, "outbox")) == (1, 1)


def test_retries_leave_no_growing_trail(profile: Profile, clock: FakeClock, new_id: NewId) -> None:
    key = refuse(profile, new_id())
    for _ in range(20):
        key = profile.attention.retry(key)
        profile.store.settle(reply(refused(profile.store.next_batch(10, 10**9)[0])))
    assert count(profile, "successor") == 20
    hear(profile, clock, DAY)
    hear(profile, clock, KEPT + 2 * DAY)
    assert (count(profile, "successor"), count(profile, "attention")) == (0, 1)


def test_the_pictures_keep_a_week_and_the_last_word_before_it(profile: Profile, clock: FakeClock) -> None:
    for _ in range(30):
        profile.store.log_contact(clock.now(), is_online=False)
        clock.advance(43_200)
        profile.store.log_contact(clock.now(), is_online=True)
        with profile.database.write() as tx:
            tx.run("INSERT INTO activity VALUES (?, 1, 1)", (int(clock.now().timestamp() // 60),))
        clock.advance(43_200)
    hear(profile, clock, 30 * DAY)
    assert (count(profile, "activity"), count(profile, "reach")) == (7, 14)
    since = clock.now() - pruning.PICTURED
    first, second, *_ = profile.queries.sync.contacts(since)
    assert first.at <= since < second.at


def test_minutes_from_a_future_that_never_came_are_dropped(profile: Profile, clock: FakeClock) -> None:
    clock.jump(3_650 * DAY)
    profile.store.log_contact(clock.now(), is_online=True)
    clock.jump(-3_650 * DAY)
    hear(profile, clock, DAY)
    profile.store.log_contact(clock.now(), is_online=False)
    assert [one.is_online for one in profile.queries.sync.contacts(clock.now())] == [False]


def test_a_long_log_goes_a_little_with_each_page(
    profile: Profile, clock: FakeClock, new_id: NewId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pruning, "AT_ONCE", 10)
    send(profile, *(new_id() for _ in range(25)))
    hear(profile, clock, 2 * KEPT, more=True)
    assert count(profile, "sent") == 25
    for left in (15, 5, 0):
        profile.store.absorb(replace(page([]), server_time=SERVER_TIME + 2 * KEPT, backed_up=1_000))
        assert count(profile, "sent") == left


def test_it_is_looked_after_once_an_hour(profile: Profile, clock: FakeClock, new_id: NewId) -> None:
    hear(profile, clock, DAY)
    send(profile, new_id())
    clock.advance(pruning.EVERY_SECONDS - 1)
    profile.store.absorb(replace(page([]), server_time=SERVER_TIME + 2 * KEPT, backed_up=1_000))
    assert count(profile, "sent") == 1
    clock.advance(1)
    profile.store.absorb(replace(page([]), server_time=SERVER_TIME + 2 * KEPT, backed_up=1_000))
    assert count(profile, "sent") == 0
