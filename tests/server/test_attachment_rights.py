"""Who may send and fetch attachments' bytes, and whoever may not is told nothing."""

from dataclasses import replace
from typing import Any

import httpx
import pytest

from server_stub import attachments, custody, uploads
from server_stub.custody import Custody
from server_stub.files.staging import Staging
from support.attaching import BYTES, Check, Plant, assert_caught, attached, files, stored_at
from support.sending import append, attachment, begin, fetch, give_up, offset_of, send_whole
from support.wire import WireDevice, trouble_of
from support.world import World
from sync.blobs import OFFSET, Part
from sync.kinds import Kind
from sync.protocol import Account, Op, State, decode
from sync.terms import Role


def test_a_hash_that_one_knows_is_no_way_to_the_bytes(world: World) -> None:
    """The other worker makes a record that names the same hash, and has to bring the bytes all the same."""
    owner, thief = world.device("owner"), world.device("other")
    send_whole(owner, attached(owner), BYTES)
    claim = attached(thief)
    assert fetch(thief, claim).status_code == 404
    assert begin(thief, claim, len(BYTES)).headers[OFFSET] == "0"
    assert stored_at(thief, claim) is None
    send_whole(thief, claim, BYTES)
    assert fetch(thief, claim).content == BYTES
    assert len(files(world)) == 1


def test_who_can_read_the_same_bytes_need_not_send_them(world: World) -> None:
    owner = world.device("owner")
    send_whole(owner, attached(owner), BYTES)
    second = attached(owner)
    assert begin(owner, second, len(BYTES)).headers[OFFSET] == f"{len(BYTES)}"
    assert fetch(owner, second).content == BYTES


@pytest.mark.parametrize("role", ["worker", "lead", "office", "owner"])
def test_the_other_companys_attachments_answer_as_those_that_nobody_has(world: World, role: str) -> None:
    theirs = world.device("owner", "zenith")
    foreign = attached(theirs)
    send_whole(theirs, foreign, BYTES)
    mine = world.device(role)
    answers = [_every_way(mine, record_id) for record_id in (foreign, world.new_id())]
    assert answers[0] == answers[1]
    assert {status for status, _content in answers[0]} == {404}
    own = attached(mine)
    assert begin(mine, own, len(BYTES)).headers[OFFSET] == "0"


def _every_way(device: WireDevice, record_id: str) -> list[tuple[int, bytes]]:
    replies: list[httpx.Response] = [
        begin(device, record_id, len(BYTES)),
        offset_of(device, record_id),
        append(device, record_id, 0, BYTES),
        give_up(device, record_id),
        fetch(device, record_id),
        fetch(device, record_id, Part.PREVIEW),
    ]
    return [(reply.status_code, reply.content) for reply in replies]


@pytest.mark.parametrize("name", ["..", "%2e%2e", "x" * 36, "a/b", "00000000-0000-0000-0000-00000000000g"])
def test_an_id_that_is_none_is_not_found(world: World, name: str) -> None:
    device = world.device("owner")
    assert {status for status, _content in _every_way(device, name)} <= {404, 405}


def test_out_of_scope_is_not_found_and_in_scope_is_shared(world: World) -> None:
    office, worker, other = world.device("office"), world.device(), world.device("other")
    order = office.order(assignee_id=worker.user_id)
    office.apply(order)
    record = attachment(office, order, BYTES)
    office.apply(record)
    send_whole(office, record.id, BYTES)
    assert fetch(worker, record.id).content == BYTES
    assert fetch(other, record.id).status_code == 404
    worker.pull()
    assert worker.holds(record.id)
    base = office.push(office.change(order.id, Kind.WORK_ORDER, world.version(), assignee_id=other.user_id))[0]
    assert base.outcome == "applied"
    assert (fetch(worker, record.id).status_code, fetch(other, record.id).status_code) == (404, 200)
    worker.pull()
    assert worker.held["attachment", record.id].state is State.REMOVED


def test_two_devices_do_not_share_an_upload(world: World) -> None:
    office, owner = world.device("office"), world.device("owner")
    record_id = attached(office)
    begin(office, record_id, len(BYTES))
    append(office, record_id, 0, BYTES[:100])
    assert offset_of(owner, record_id).status_code == 404
    assert begin(owner, record_id, len(BYTES)).headers[OFFSET] == "0"


def test_a_worker_removes_only_what_they_have_attached(world: World) -> None:
    office, worker = world.device("office"), world.device()
    order = office.order(assignee_id=worker.user_id)
    office.apply(order)
    theirs, own = attachment(office, order, BYTES), attachment(worker, order, b"mine")
    office.apply(theirs)
    worker.apply(own)
    refused = worker.push(worker.mutation(Op.REMOVE, Kind.ATTACHMENT, theirs.id, base=world.version()))[0]
    assert refused.refusal is not None
    assert refused.refusal.code == "not_allowed"
    worker.apply(worker.mutation(Op.REMOVE, Kind.ATTACHMENT, own.id, base=world.version()))


def test_only_the_name_changes_and_the_server_alone_says_stored(world: World) -> None:
    device = world.device()
    record_id = attached(device)
    for fields in (
        {"sha256": "0" * 64},
        {"size": 1},
        {"subject_id": world.new_id()},
        {"stored_at": "2026-11-20T08:00Z"},
    ):
        verdict = device.push(device.change(record_id, Kind.ATTACHMENT, world.version(), **fields))[0]
        assert verdict.refusal is not None
        assert verdict.refusal.code == "invalid"
    device.apply(device.change(record_id, Kind.ATTACHMENT, world.version(), name="Boiler, left.jpg"))


def test_the_servers_word_is_no_edit_that_a_removal_conflicts_with(world: World) -> None:
    device, office = world.device(), world.device("office")
    record_id = attached(device)
    base = world.version()
    office.pull()
    send_whole(device, record_id, BYTES)
    office.apply(office.mutation(Op.REMOVE, Kind.ATTACHMENT, record_id, base=base))


def lock_out_first(world: World, device: WireDevice, patch: pytest.MonkeyPatch, owner: type, name: str) -> None:
    """The device was let in, and is locked out right before this is called."""
    account = decode(device.get("/v1/me").content, Account)
    real = getattr(owner, name)

    def late(*arguments: Any) -> Any:
        world.server.office.revoke_device(world.ids["organisation"], account.device_id)
        return real(*arguments)

    patch.setattr(owner, name, late)


def test_who_is_locked_out_in_the_middle_of_a_request_leaves_no_bytes(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = world.device()
    record_id = attached(device)
    begin(device, record_id, len(BYTES))
    lock_out_first(world, device, monkeypatch, Staging, "hold")
    assert refused_as_locked_out(append(device, record_id, 0, BYTES))
    assert [file.stat().st_size for file in files(world, "staged")] == [0]


@pytest.mark.parametrize("way", ["keep", "grant", "miss"])
def test_nothing_is_written_for_who_was_locked_out_meanwhile(
    world: World, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    device = world.device()
    record_id = attached(device)
    if way == "grant":
        send_whole(device, attached(device), BYTES)
    if way == "miss":
        send_whole(device, record_id, BYTES)
        for file in files(world):
            file.unlink()
    if way == "keep":
        begin(device, record_id, len(BYTES))
    version = world.version()
    lock_out_first(world, device, monkeypatch, Custody, way)
    match way:
        case "keep":
            reply = append(device, record_id, 0, BYTES)
        case "grant":
            reply = begin(device, record_id, len(BYTES))
        case _:
            reply = fetch(device, record_id)
    assert refused_as_locked_out(reply)
    assert world.version() == version + 1  # the lock-out itself


def refused_as_locked_out(reply: httpx.Response) -> bool:
    return reply.status_code == 403 and trouble_of(reply).error == "device_revoked"


# Planted bugs.


def believes_who_knows_a_hash(patch: pytest.MonkeyPatch) -> None:
    real = custody._held
    patch.setattr(custody, "_held", lambda connection, who: real(connection, replace(who, role=Role.OWNER)))


def shows_every_claim(patch: pytest.MonkeyPatch) -> None:
    real = Custody.claim
    patch.setattr(Custody, "claim", lambda self, who, *named: real(self, replace(who, role=Role.OWNER), *named))


def looks_once(patch: pytest.MonkeyPatch) -> None:
    for module in (custody, uploads):
        patch.setattr(module, "admit_again", lambda *_: None)


def goes_on_with_anybodys_upload(patch: pytest.MonkeyPatch) -> None:
    real = attachments._slot
    patch.setattr(attachments, "_slot", lambda call: real(call)._replace(device="any"))


@pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("plant", "check"),
    [
        (believes_who_knows_a_hash, lambda world, _: test_a_hash_that_one_knows_is_no_way_to_the_bytes(world)),
        (shows_every_claim, lambda world, _: test_out_of_scope_is_not_found_and_in_scope_is_shared(world)),
        (looks_once, test_who_is_locked_out_in_the_middle_of_a_request_leaves_no_bytes),
        (looks_once, lambda w, patch: test_nothing_is_written_for_who_was_locked_out_meanwhile(w, patch, "keep")),
        (looks_once, lambda w, patch: test_nothing_is_written_for_who_was_locked_out_meanwhile(w, patch, "grant")),
        (looks_once, lambda w, patch: test_nothing_is_written_for_who_was_locked_out_meanwhile(w, patch, "miss")),
        (goes_on_with_anybodys_upload, lambda world, _: test_two_devices_do_not_share_an_upload(world)),
    ],
)
def test_a_planted_bug_is_caught(world: World, monkeypatch: pytest.MonkeyPatch, plant: Plant, check: Check) -> None:
    assert_caught(plant, check, world, monkeypatch)
