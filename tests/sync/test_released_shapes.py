"""What released programs wrote is read for ever: frozen messages and files of each schema, replayed by today's code."""

import json
import random
from pathlib import Path

import pytest
import zstandard

from server_stub.lines import read_line
from storage.profile import Profile
from storage.queries.filters import LeadFilter
from support import released
from support.clock import FakeClock
from support.fakes import FakeServer
from support.profiles import EPOCH, open_profile
from sync.engine import Engine
from sync.kinds import WRITTEN_BY_DEVICES, Kind
from sync.protocol import Page, PushReply, PushRequest, decode
from sync.status import Phase

RELEASED = sorted(path for path in released.FIXTURES.iterdir() if path.is_dir())
# What is received by one queue of its own, decided upon or read, has no creation in a push.
ELSEWHERE = {Kind.ATTACHMENT, Kind.CONFLICT, Kind.NOTIFICATION}

every_schema = pytest.mark.parametrize("folder", RELEASED, ids=lambda folder: folder.name)


def test_todays_shapes_are_the_frozen_ones() -> None:
    """Before a release: write the folder anew with `make freeze`, and look at the difference.

    After it: a new schema with a step in `sync.upcast`, or a new step of the file, and a folder of its own.
    """
    frozen = json.loads((released.TODAY / "shapes.json").read_text())
    today = released.shapes()
    assert today["steps"] == frozen["steps"], test_todays_shapes_are_the_frozen_ones.__doc__
    assert today == frozen, test_todays_shapes_are_the_frozen_ones.__doc__


@every_schema
def test_every_frozen_mutation_is_read(folder: Path) -> None:
    request = decode((folder / "push-request.json").read_bytes(), PushRequest)
    lines = [read_line(item) for item in request.mutations]
    assert [line.refusal for line in lines] == [None] * len(lines)
    assert [line.is_withdrawal for line in lines] == [False] * (len(lines) - 1) + [True]


def test_the_frozen_request_has_every_kind_that_devices_create() -> None:
    assert set(released.BODIES) == set(WRITTEN_BY_DEVICES) - ELSEWHERE


@every_schema
def test_every_frozen_answer_is_taken(folder: Path, tmp_path: Path) -> None:
    with open_profile(tmp_path) as profile:
        profile.store.settle(decode((folder / "push-reply.json").read_bytes(), PushReply))
        profile.store.absorb(decode((folder / "page.json").read_bytes(), Page))
        assert profile.store.position().cursor == "cursor"


@every_schema
def test_a_profile_of_every_released_program_opens_and_sends_what_it_holds(folder: Path, tmp_path: Path) -> None:
    content = (folder / "profile.db.zst").read_bytes()
    (tmp_path / "profile.db").write_bytes(zstandard.ZstdDecompressor().decompress(content))
    (tmp_path / "profile.db").chmod(0o600)
    clock = FakeClock()
    with open_profile(tmp_path, clock) as profile:
        lists = profile.queries.sync
        waiting = {line.key for line in lists.waiting(100)}
        made = len(released.BODIES.keys() - {Kind.CUSTOMER, Kind.LEAD})
        assert (len(waiting), len(lists.sent(100)), len(lists.attention()), len(lists.trash())) == (made, 1, 1, 1)
        assert [line.record.name for line in profile.queries.leads.page(LeadFilter(), 10)] == ["Orchard House"]
        drain(profile, clock)
        assert waiting <= {line.key for line, _ in lists.sent(100)}
        profile.attention.retry(lists.attention()[0].change.key)
        profile.attention.restore(lists.trash()[0].change.key)
        drain(profile, clock)
        assert (lists.waiting(10), lists.attention()) == ((), ())


def drain(profile: Profile, clock: FakeClock) -> None:
    engine = Engine(profile.store, FakeServer(clock, epoch=EPOCH), clock, random.Random(1), lambda _: None)
    for _ in range(50):
        clock.advance_to(engine.step())
        if not profile.store.outbox_size() and engine.status.phase is Phase.IDLE:
            return
    raise AssertionError(engine.status)
