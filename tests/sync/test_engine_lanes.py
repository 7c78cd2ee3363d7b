"""Trouble rests the lane that met it, for as long as its kind says, and is told; the others go on.

Over 300 lines: every trouble in every lane.
"""

import itertools
import math
import random
from collections.abc import Callable, Iterator

import pytest
from msgspec import structs

from support.rig import Rig
from sync.backoff import DISK_BEAT, SLOW_BEAT
from sync.contact import Contact
from sync.engine import BUG, Engine
from sync.errors import (
    Busy,
    CursorGone,
    DeviceRevoked,
    DiskFull,
    EpochChanged,
    NetworkTrouble,
    Rejected,
    StreamForked,
    TooLarge,
    Unauthenticated,
    Unreachable,
    UpdateNeeded,
)
from sync.plan import FIRST_CHUNK, PROOFS
from sync.protocol import MAX_PAGE_ROWS, Page, PushReply, PushRequest
from sync.pushing import OVERSIZE
from sync.status import Checked, Phase, Signal, Status

FULL = DiskFull("The disk is full.")


def gaps(rig: Rig, call: str) -> list[float]:
    return [later - earlier for earlier, later in itertools.pairwise(rig.server.calls_of(call))]


def always(*calls: str, trouble: NetworkTrouble) -> Callable[[str, int], Iterator[NetworkTrouble | None]]:
    return lambda name, _: iter((trouble,)) if name in calls else iter(())


def phase(rig: Rig) -> Phase:
    return rig.engine.status.phase


def fail(*_: object) -> object:
    raise FULL


def test_a_disk_that_takes_no_verdicts_rests_the_push_and_nothing_else(rig: Rig) -> None:
    rig.store.record("One")
    rig.store.settle = fail  # type: ignore[assignment]  # the disk is full
    rig.run(1)
    assert rig.store.cursor == "1"
    assert phase(rig) is Phase.WAITING
    rig.run(600)
    assert gaps(rig, "push") == [pytest.approx(DISK_BEAT)] * 20
    assert rig.engine.status.trouble == str(FULL)
    assert len(rig.server.calls_of("pull")) > 10


def test_what_could_not_be_settled_is_not_on_its_way_any_more(rig: Rig) -> None:
    """By a full disk, or by a bug of ours."""
    troubles: list[Exception] = [ZeroDivisionError(), FULL]

    def settle(_reply: object) -> None:
        raise troubles.pop()

    rig.store.record("One")
    rig.store.settle = settle  # type: ignore[assignment]  # what came cannot be stored
    rig.run(1)
    assert rig.store.rests == 1
    with pytest.raises(ZeroDivisionError):
        rig.run(600)
    rig.engine.stumble()
    assert rig.store.rests == 2


def test_a_file_that_cannot_be_read_is_tried_again_at_the_disks_beat(rig: Rig) -> None:
    rig.drain()
    before = len(rig.server.calls)
    real, asked = rig.store.outbox_size, []

    def outbox_size() -> int:
        asked.append(rig.clock.monotonic())
        raise FULL

    rig.store.outbox_size = outbox_size
    rig.engine.notice(Signal.WORK)
    rig.run(10 * DISK_BEAT)
    assert [later - earlier for earlier, later in itertools.pairwise(asked)] == [pytest.approx(DISK_BEAT)] * 10
    assert (phase(rig), rig.engine.status.trouble) == (Phase.WAITING, str(FULL))
    assert len(rig.server.calls) == before
    rig.store.outbox_size = real
    assert rig.drain(DISK_BEAT)


@pytest.mark.parametrize("asked", [Phase.PAUSED, Phase.SIGN_IN_NEEDED])
def test_trouble_with_the_file_answers_no_question_that_a_person_was_asked(rig: Rig, asked: Phase) -> None:
    if asked is Phase.PAUSED:
        rig.engine.notice(Signal.PAUSE)
    else:
        rig.server.trouble = always("pull", "snapshot", trouble=Unauthenticated("who are you?"))
        rig.run(1)
    rig.store.outbox_size = fail  # type: ignore[assignment]  # the file can't be read
    rig.engine.step()
    assert (phase(rig), rig.engine.status.trouble) == (asked, str(FULL))


def test_what_the_server_asks_for_is_kept_to_though_the_disk_fails_meanwhile(rig: Rig) -> None:
    rig.server.trouble = always("health", trouble=Busy("slow down", retry_after=500, status=429))
    rig.store.log_contact = lambda *_, **__: fail()  # type: ignore[assignment]  # who was reached can't be noted
    rig.run(499)
    assert len(rig.server.calls) == 1


def test_a_bug_is_told_and_its_lane_tried_at_a_slow_beat(rig: Rig) -> None:
    rig.drain()
    rig.store.record("One")
    rig.engine.notice(Signal.WORK)
    rig.engine.step()
    assert rig.engine.stumble() == rig.clock.monotonic()
    assert (phase(rig), rig.engine.status.trouble) == (Phase.WAITING, BUG)
    rig.run(SLOW_BEAT - 1)
    assert rig.server.calls_of("push") == []
    rig.run(1)
    assert len(rig.server.calls_of("push")) == 1
    assert rig.engine.status.trouble == ""


def test_a_bug_at_rest_is_followed_by_a_long_rest(rig: Rig) -> None:
    rig.drain()
    assert rig.engine.stumble() == rig.clock.monotonic() + SLOW_BEAT
    assert phase(rig) is Phase.WAITING


def test_who_asks_again_before_it_is_time_is_not_let_knock(rig: Rig) -> None:
    rig.store.record("One")
    rig.server.trouble = always("push", "pull", "snapshot", trouble=Unauthenticated("who are you?"))
    rig.run(1)
    before = len(rig.server.calls)
    for _ in range(5):
        rig.engine.notice(Signal.WORK)
        assert rig.engine.step() == pytest.approx(rig.clock.monotonic() + SLOW_BEAT, abs=1)
    assert len(rig.server.calls) == before
    assert rig.engine.status.trouble == "who are you?"
    rig.engine.notice(Signal.NETWORK)
    rig.engine.step()
    assert [name for _, name, _ in rig.server.calls[before:]] == ["pull"]


def test_who_is_let_in_again_after_all_goes_on_without_any_wait(rig: Rig) -> None:
    rig.drain()
    rig.server.trouble = always("pull", trouble=Unauthenticated("who are you?"))
    rig.engine.notice(Signal.USER)
    rig.run(1)
    assert phase(rig) is Phase.SIGN_IN_NEEDED
    key = rig.store.record("One")
    rig.server.trouble = None
    rig.run(SLOW_BEAT)
    assert key in rig.store.sent
    assert phase(rig) is Phase.IDLE
    assert rig.engine.status.trouble == ""


def test_a_page_that_is_too_large_is_halved_at_once_and_then_at_a_growing_distance(rig: Rig) -> None:
    rig.drain()
    before = len(rig.server.calls)
    rig.server.trouble = always("pull", trouble=TooLarge("too large"))
    rig.engine.notice(Signal.USER)
    rig.run(600)
    sizes = [size for _, name, size in rig.server.calls[before:] if name == "pull"]
    assert sizes[:3] == [MAX_PAGE_ROWS, MAX_PAGE_ROWS // 2, MAX_PAGE_ROWS // 4]
    assert gaps(rig, "pull")[1] == 0
    assert 6 < len(sizes) < 30
    assert rig.engine.status.trouble == "too large"


def test_a_batch_that_is_too_large_is_halved_at_once_each_time(rig: Rig) -> None:
    for number in range(64):
        rig.store.record(f"Lead {number}")
    rig.server.trouble = lambda name, size: iter((TooLarge("too large"),) if name == "push" and size > 1 else ())
    assert rig.drain(0.0)
    assert [size for _, name, size in rig.server.calls if name == "push"][:8] == [64, 32, 16, 8, 4, 2, 1, 1]


def test_a_probe_that_is_too_large_is_no_storm(rig: Rig) -> None:
    rig.store.record("One")
    rig.server.trouble = always("health", trouble=TooLarge("said a proxy"))
    rig.engine.step()
    assert rig.server.calls_of("push") == []
    rig.run(600)
    assert rig.store.outbox == []


def test_a_withdrawal_that_is_too_large_is_told_and_tried_at_a_slow_beat(rig: Rig) -> None:
    key = rig.store.record("One")
    rig.store.withdraw(key, OVERSIZE)
    rig.server.trouble = always("push", trouble=TooLarge("too large"))
    rig.run(3 * SLOW_BEAT)
    assert gaps(rig, "push") == [pytest.approx(SLOW_BEAT)] * 3
    assert rig.engine.status.trouble == OVERSIZE.message
    assert list(rig.store.parked) == [key]


def test_a_push_that_is_cut_is_followed_by_a_probe_and_not_by_pulls(rig: Rig) -> None:
    rig.drain()
    rig.store.record("One")
    rig.server.trouble = always("push", "health", trouble=Unreachable("no line"))
    rig.engine.notice(Signal.WORK)
    before = len(rig.server.calls)
    rig.run(120)
    assert phase(rig) is Phase.OFFLINE
    assert {name for _, name, _ in rig.server.calls[before + 1 :]} == {"health"}


def test_only_a_pull_says_that_an_update_is_needed(rig: Rig) -> None:
    rig.drain()
    rig.store.record("One")
    rig.server.trouble = always("push", trouble=UpdateNeeded("too old"))
    rig.engine.notice(Signal.WORK)
    rig.run(1)
    assert phase(rig) is Phase.WAITING
    rig.server.trouble = always("pull", trouble=UpdateNeeded("too old"))
    rig.engine.notice(Signal.USER)
    rig.run(1)
    assert phase(rig) is Phase.UPDATE_NEEDED
    rig.server.trouble = None
    rig.engine.notice(Signal.USER)
    rig.run(1)
    assert phase(rig) is Phase.IDLE


def test_when_the_next_attempt_is_is_told_by_the_wall_clock_to_the_second(rig: Rig) -> None:
    rig.server.trouble = always("health", trouble=Unreachable("no line"))
    rig.run(200)
    status, seconds = rig.engine.status, rig.engine.due - rig.clock.monotonic()
    assert status.until is not None
    assert status.until.microsecond == 0
    assert abs((status.until - rig.clock.now()).total_seconds() - seconds) <= 0.5
    rig.server.trouble = None
    rig.drain()
    assert rig.engine.status.until is None


def test_who_is_paused_or_locked_out_has_no_next_attempt(rig: Rig) -> None:
    rig.drain()
    rig.engine.notice(Signal.PAUSE)
    assert rig.engine.due == math.inf
    rig.engine.notice(Signal.RESUME)
    assert rig.engine.due == rig.clock.monotonic()


def test_resuming_disturbs_nobody_who_was_not_paused(rig: Rig) -> None:
    rig.drain()
    rig.engine.notice(Signal.RESUME)
    assert phase(rig) is Phase.IDLE


def test_the_one_that_the_server_cannot_take_is_found_while_pulls_go_on(rig: Rig) -> None:
    keys = [rig.store.record(f"Lead {number}") for number in range(40)]
    poison = keys.pop(17)
    rig.server.poison = {poison}
    assert rig.drain(120)
    assert (list(rig.store.sent), list(rig.store.parked)) == (keys, [poison])
    empty = [at for at, name, size in rig.server.calls if (name, size) == ("push", 0)]
    assert len(empty) == PROOFS + 1
    assert rig.engine.status.trouble == ""


def test_before_the_first_step_nothing_is_claimed_and_nothing_waited_for(rig: Rig) -> None:
    assert rig.engine.status == Status(Phase.OFFLINE)
    assert rig.engine.due == rig.engine.last_try == rig.clock.monotonic()
    assert rig.engine.pulled_version == 0


def test_the_server_is_told_since_which_start_of_the_machine_the_clock_runs(rig: Rig) -> None:
    told: list[str] = []

    def push(request: PushRequest) -> PushReply:
        told.append(request.boot_id)
        return real(request)

    real, rig.server.push = rig.server.push, push
    ports = rig.store, rig.server, rig.clock, random.Random(1)
    for engine in (Engine(*ports, rig.statuses.append), Engine(*ports, rig.statuses.append, boot_id="boot-7")):
        rig.store.record("One")
        for _ in range(4):
            engine.step()
    assert told == ["", "boot-7"]


def test_work_is_due_at_once_and_early_steps_before_a_probe_is_due_do_nothing(rig: Rig) -> None:
    rig.drain()
    assert rig.engine.due > rig.clock.monotonic()
    rig.engine.notice(Signal.WORK)
    assert rig.engine.due == rig.clock.monotonic()
    rig.server.trouble = always("health", "pull", trouble=Unreachable("no line"))
    rig.engine.notice(Signal.USER)
    rig.run(400)
    before = len(rig.server.calls)
    for _ in range(5):
        assert rig.engine.step() > rig.clock.monotonic()
    assert len(rig.server.calls) == before


def test_knocking_asks_for_one_row_from_where_this_device_is(rig: Rig) -> None:
    rig.store.record("One")
    rig.drain()
    asked: list[tuple[str, int]] = []
    real = rig.server.pull

    def pull(cursor: str, limit: int) -> Page:
        asked.append((cursor, limit))
        return real(cursor, limit)

    rig.server.pull = pull
    rig.server.trouble = always("pull", trouble=Unauthenticated("who are you?"))
    rig.engine.notice(Signal.USER)
    rig.run(SLOW_BEAT)
    assert asked == [("1", MAX_PAGE_ROWS), ("1", 1)]


def test_who_is_locked_out_stays_locked_out_when_paused_and_resumed(rig: Rig) -> None:
    rig.server.trouble = always("snapshot", trouble=DeviceRevoked("locked out"))
    rig.run(1)
    for signal in (Signal.PAUSE, Signal.RESUME):
        rig.engine.notice(signal)
        assert phase(rig) is Phase.REVOKED


def test_somebody_who_asks_for_a_check_gets_it_at_once_whatever_the_server_asked_for(rig: Rig) -> None:
    rig.drain()
    rig.server.trouble = always("pull", trouble=Busy("slow down", retry_after=500, status=429))
    rig.engine.notice(Signal.NEWS)
    rig.run(1)
    rig.server.trouble = None
    rig.engine.notice(Signal.CHECK)
    rig.run(0.0)
    assert rig.server.calls_of("check") == [rig.clock.monotonic()]
    assert rig.engine.status.checked == Checked(rig.clock.now(), ())
    assert rig.engine.due > rig.clock.monotonic()


def test_work_was_last_tried_when_it_went_out_or_there_was_none_or_somebody_has_to_act(rig: Rig) -> None:
    """What the watchdog goes by: anything else would hide a wedge, or see one where there is none."""
    rig.drain()
    rig.clock.advance(100)
    rig.engine.step()
    assert rig.engine.last_try == rig.clock.monotonic()
    rig.store.record("One")
    rig.server.trouble = always("push", trouble=Rejected("not understood"))
    rig.engine.notice(Signal.WORK)
    rig.run(1)
    tried = rig.server.calls_of("push")[-1]
    for _ in range(3):
        rig.engine.notice(Signal.NEWS)
        rig.run(60)
    assert phase(rig) is Phase.WAITING
    assert rig.engine.last_try == tried
    rig.engine.notice(Signal.PAUSE)
    rig.engine.step()
    assert rig.engine.last_try == rig.clock.monotonic()


def test_a_wait_that_the_server_asked_for_counts_as_tried_until_its_end(rig: Rig) -> None:
    rig.store.record("One")
    rig.server.trouble = always("push", trouble=Busy("slow down", retry_after=500, status=429))
    rig.run(1)
    assert rig.engine.last_try == pytest.approx(rig.clock.monotonic() + 499, abs=1)


def test_what_a_snapshot_holds_is_pulled_when_its_last_chunk_is_here_and_not_before(rig: Rig) -> None:
    for number in range(FIRST_CHUNK + 100):
        rig.store.record(f"{number:05}")
    assert rig.drain()
    device = Rig(seed=2, server=rig.server)
    assert device.run(1, lambda: device.store.token != "")
    assert (device.engine.pulled_version, device.store.cursor) == (0, "")
    assert device.run(1, lambda: device.store.cursor != "")
    assert device.engine.pulled_version == rig.server.version


def test_a_chunk_that_leads_nowhere_is_told_and_not_asked_for_for_ever(rig: Rig) -> None:
    other = Rig(seed=2, server=rig.server)
    for number in range(FIRST_CHUNK + 100):
        other.store.record(f"{number:05}")
    assert other.drain()
    assert rig.run(1, lambda: rig.store.token != "")
    token, real = rig.store.token, rig.server.snapshot
    rig.server.snapshot = lambda *asked: structs.replace(real(*asked), token=token)
    rig.run(3 * SLOW_BEAT)
    assert rig.store.token == token
    assert "leads nowhere" in rig.engine.status.trouble
    assert len(rig.server.calls_of("snapshot")) < 8


@pytest.mark.parametrize(
    "trouble",
    [
        Unreachable("no line"),
        Busy("out of order", status=500),
        Unauthenticated("who are you?"),
        DeviceRevoked("locked out"),
        StreamForked("forked"),
        EpochChanged("another database", "epoch-1"),
        CursorGone("too old"),
        TooLarge("too large"),
        UpdateNeeded("too old a program"),
        Rejected("not understood"),
    ],
    ids=lambda trouble: type(trouble).__name__,
)
@pytest.mark.parametrize("call", ["health", "pull"])
def test_whatever_the_trouble_a_person_is_told_in_its_own_words(rig: Rig, call: str, trouble: NetworkTrouble) -> None:
    if call == "pull":
        rig.drain()
    rig.server.trouble = always(call, "snapshot", trouble=trouble)
    rig.engine.notice(Signal.USER)
    rig.run(1)
    assert rig.engine.status.trouble == str(trouble)


def test_an_answer_that_has_waited_says_nothing_of_the_servers_clock_now(rig: Rig) -> None:
    contact = Contact(rig.store, rig.clock)
    waited = contact.listen(rig.server.health)
    rig.clock.advance(60)
    contact.ask(rig.server.health)
    known = contact.server_clock
    assert contact.take(waited) == waited.reply
    assert contact.server_clock == known
