"""There is room for so much that is begun and not ended: of a device, and of all of its organisation."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, event, func, select, text, update

from server_stub import custody, uploads
from server_stub.database import APPLICATION
from server_stub.files.staging import KEPT, Slot
from server_stub.schema import organisation, upload
from server_stub.uploads import MOST_AWAITED, MOST_OPEN, Uploads
from support.attaching import BYTES, Check, Plant, assert_caught, attached
from support.processes import wait_until
from support.sending import append, attachment, begin, fetch, give_up, offset_of, send_whole
from support.wire import trouble_of
from support.world import World
from sync.blobs import OFFSET, Part
from sync.moments import to_ms

MANY = 40_000
"""More than fit into one statement as values."""


def test_a_device_has_only_so_many_uploads_open(world: World) -> None:
    device = world.device()
    lead = device.lead()
    device.apply(lead)
    records = [attachment(device, lead, bytes([n])) for n in range(MOST_OPEN + 1)]
    device.push(*records)
    statuses = [begin(device, record.id, 1).status_code for record in records]
    assert statuses == [201] * MOST_OPEN + [429]


def check_unfinished_uploads_take_so_much_room(world: World, patch: pytest.MonkeyPatch) -> None:
    """Of a device, and of all of its organisation; not of another one, and never of what was begun."""
    for whose, most in (("device", 30), ("organisation", 40)):
        patch.setitem(MOST_AWAITED, whose, most)
    device, colleague, stranger = world.device(), world.device("office"), world.device("worker", "zenith")
    mine = [attached(device, bytes([n]) * 10) for n in range(4)]
    theirs = [attached(colleague, bytes([n]) * 10) for n in (4, 5)]
    replies = [begin(device, one, 10) for one in mine] + [begin(colleague, one, 10) for one in theirs]
    assert [reply.status_code for reply in replies] == [201, 201, 201, 429, 201, 429]
    assert [trouble_of(replies[place]).message.split()[1] for place in (3, 5)] == ["device", "organisation"]
    assert replies[3].headers["Retry-After"]
    assert begin(stranger, attached(stranger, b"x" * 10), 10).status_code == 201
    assert append(device, mine[0], 0, b"\0" * 10).status_code == 204
    assert begin(device, mine[3], 10).status_code == 201
    assert begin(device, mine[3], 10).status_code == 201


def test_unfinished_uploads_take_so_much_room(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    check_unfinished_uploads_take_so_much_room(world, monkeypatch)


def check_whatever_ends_makes_room(world: World) -> None:
    device, colleague = world.device(), world.device("office")
    whole, wrong, given_up, twice, left = (attached(device, BYTES[n:]) for n in range(5))
    for n, one in enumerate((whole, wrong, given_up, twice, left)):
        begin(device, one, len(BYTES) - n)
    begin(colleague, twice, len(BYTES) - 3)
    assert awaited(world) == (sum(len(BYTES) - n for n in (0, 1, 2, 3, 3, 4)), 6)
    assert append(device, whole, 0, BYTES).status_code == 204
    assert append(device, wrong, 0, bytes(len(BYTES) - 1)).status_code == 422
    give_up(device, given_up)
    append(device, twice, 0, BYTES[3:])
    assert awaited(world) == (2 * len(BYTES) - 7, 2)
    assert offset_of(colleague, twice).status_code == 200
    assert awaited(world) == (len(BYTES) - 4, 1)
    world.clock.advance((KEPT + timedelta(hours=1)).total_seconds())
    begin(device, wrong, len(BYTES) - 1)
    assert awaited(world) == (len(BYTES) - 1, 1)


def test_whatever_ends_makes_room(world: World) -> None:
    check_whatever_ends_makes_room(world)


def check_what_a_restored_server_finds_staged_is_counted_again(world: World, patch: pytest.MonkeyPatch) -> None:
    """As soon as its device goes on with it, in whichever way; only what is begun anew may find no room."""
    device = world.device()
    appended, begun, waiting = (attached(device, BYTES[n:]) for n in range(3))
    for n, one in enumerate((appended, begun)):
        begin(device, one, len(BYTES) - n)
        append(device, one, 0, BYTES[n : n + 100])
    forget_what_was_begun(world)
    append(device, appended, 100, BYTES[100:200])
    assert awaited(world) == (len(BYTES), 1)
    assert begin(device, begun, len(BYTES) - 1).headers[OFFSET] == "100"
    assert awaited(world) == (2 * len(BYTES) - 1, 2)
    patch.setitem(MOST_AWAITED, "organisation", 3 * len(BYTES) - 4)
    assert begin(device, waiting, len(BYTES) - 2).status_code == 429
    append(device, appended, 200, BYTES[200:])
    append(device, begun, 100, BYTES[101:])
    assert awaited(world) == (0, 0)


def test_what_a_restored_server_finds_staged_is_counted_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    check_what_a_restored_server_finds_staged_is_counted_again(world, monkeypatch)


def forget_what_was_begun(world: World) -> None:
    """As a backup does that is older than it."""
    with world.server.service.database.write() as connection:
        connection.execute(delete(upload))
        connection.execute(update(organisation).values(awaited=0))


def awaited(world: World) -> tuple[int, int]:
    """The sum that is kept, which has to be that of the lines; and how many these are."""
    sums = select(func.count(), func.coalesce(func.sum(upload.c.size), 0)).where(upload.c.org == organisation.c.org)
    kept = select(organisation.c.awaited, organisation.c.id)
    with world.server.service.database.read() as connection:
        (row,) = [row for row in connection.execute(kept) if row.id == world.ids["organisation"]]
        number, total = connection.execute(sums.where(organisation.c.id == row.id)).one()
    assert row.awaited == total
    return row.awaited, number


def test_what_is_being_written_just_now_does_not_expire(world: World) -> None:
    device = world.device()
    record_id = attached(device)
    begin(device, record_id, len(BYTES))
    ((_org, device_id, *_rest),) = world.rows("upload")
    staging = world.server.service.depot.staging
    slot = Slot(world.ids["organisation"], device_id, record_id, Part.CONTENT)
    later = world.clock.now() + KEPT + timedelta(hours=1)
    with staging.hold(slot):
        world.server.service.uploads.expire(later)
        assert staging.length(slot) == 0
        staging.discard(slot)
        world.server.service.uploads.expire(later)
        assert awaited(world)[1] == 1
    world.server.service.uploads.expire(later)
    assert awaited(world) == (0, 0)


@pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)
def test_to_begin_costs_the_same_however_much_has_been_begun(world: World) -> None:
    device = world.device()
    first, second = attached(device), attached(device)
    begin(device, attached(device), len(BYTES))
    with counted_steps(world) as few:
        assert begin(device, first, len(BYTES)).status_code == 201
    begin_on_other_devices(world)
    with counted_steps(world) as many:
        assert begin(device, second, len(BYTES)).status_code == 201
    assert sum(many) <= sum(few) + 5


@pytest.mark.parametrize("furnished", ["postgresql"], indirect=True)
def test_however_many_have_been_begun_more_may_be(world: World) -> None:
    begin_on_other_devices(world)
    device = world.device()
    assert send_whole(device, record_id := attached(device), BYTES).status_code == 204
    assert fetch(device, record_id).content == BYTES


def begin_on_other_devices(world: World) -> None:
    with world.server.service.database.write() as connection:
        org = connection.scalar(select(organisation.c.org).where(organisation.c.id == world.ids["organisation"]))
        connection.execute(text(_BEGIN_MANY), {"org": org, "many": MANY, "at": to_ms(world.clock.now())})
        connection.execute(update(organisation).where(organisation.c.org == org).values(awaited=1_000 * MANY))


_BEGIN_MANY = """
INSERT INTO upload (org, device_id, attachment_id, part, size, begun_at)
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :many)
SELECT :org, 'device ' || n / 50, 'attachment ' || n, 'content', 1000, :at FROM numbers
"""


@contextmanager
def counted_steps(world: World) -> Iterator[list[int]]:
    """A number for each thousand steps of SQLite's machine."""
    engine, steps = world.server.service.database.engine, [0]

    def count(connection: Any, *_: object) -> None:
        connection.set_progress_handler(lambda: steps.append(1), 1_000)

    def leave(connection: Any, *_: object) -> None:
        connection.set_progress_handler(None, 0)

    event.listen(engine, "checkout", count)
    event.listen(engine, "checkin", leave)
    yield steps
    event.remove(engine, "checkout", count)
    event.remove(engine, "checkin", leave)


def check_two_who_begin_at_once_see_each_other(world: World, patch: pytest.MonkeyPatch) -> None:
    """The second has come to where it waits, or past it, before the first has made its room."""
    patch.setitem(MOST_AWAITED, "organisation", len(BYTES))
    device, colleague = world.device(), world.device("office")
    mine, theirs = attached(device), attached(colleague, BYTES[::-1])
    real, replies = uploads._check_room, []
    second = threading.Thread(target=lambda: replies.append(begin(colleague, theirs, len(BYTES))))

    def look(*arguments: Any) -> None:
        real(*arguments)
        if second.ident is None:
            second.start()
            wait_until(lambda: is_waiting(world) or not second.is_alive(), "the second one waits")

    patch.setattr(uploads, "_check_room", look)
    replies.append(begin(device, mine, len(BYTES)))
    second.join()
    assert sorted(reply.status_code for reply in replies) == [201, 429]


def is_waiting(world: World) -> bool:
    """For the server's own turn, or for a lock of PostgreSQL's."""
    database = world.server.service.database
    if database.is_sqlite:
        return database._turn.locked()
    with database.engine.connect() as connection:
        waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND application_name = :ours"
        return bool(connection.scalar(text(waiting), {"ours": APPLICATION}))


def test_two_who_begin_at_once_see_each_other(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    check_two_who_begin_at_once_see_each_other(world, monkeypatch)


# Planted bugs.


def takes_uploads_without_end(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(uploads, "_check_room", lambda *_: None)


def makes_no_room_for_what_is_stored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(custody, "make_room", lambda *_: None)


def makes_no_room_for_what_is_given_up(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Uploads, "end", lambda *_: None)


def makes_no_room_for_what_expired(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Uploads, "_expire", lambda *_: None)


def adds_up_all_that_was_begun(patch: pytest.MonkeyPatch) -> None:
    def check_room(connection: Any, org: int, _slot: object, _size: int) -> None:
        connection.execute(select(func.sum(upload.c.size)).where(upload.c.org == org)).one()

    patch.setattr(uploads, "_check_room", check_room)


def counts_only_what_it_began(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Uploads, "go_on", lambda *_: None)


def begins_without_the_lock(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(uploads, "lock_counter", lambda *_: 0)


@pytest.mark.parametrize(
    ("furnished", "plant", "check"),
    [
        ("sqlite", takes_uploads_without_end, check_unfinished_uploads_take_so_much_room),
        ("sqlite", makes_no_room_for_what_is_stored, lambda world, _: check_whatever_ends_makes_room(world)),
        ("sqlite", makes_no_room_for_what_is_given_up, lambda world, _: check_whatever_ends_makes_room(world)),
        ("sqlite", makes_no_room_for_what_expired, lambda world, _: check_whatever_ends_makes_room(world)),
        (
            "sqlite",
            adds_up_all_that_was_begun,
            lambda world, _: test_to_begin_costs_the_same_however_much_has_been_begun(world),
        ),
        ("sqlite", counts_only_what_it_began, check_what_a_restored_server_finds_staged_is_counted_again),
        ("postgresql", begins_without_the_lock, check_two_who_begin_at_once_see_each_other),
    ],
    indirect=["furnished"],
)
def test_a_planted_bug_is_caught(world: World, monkeypatch: pytest.MonkeyPatch, plant: Plant, check: Check) -> None:
    assert_caught(plant, check, world, monkeypatch)
