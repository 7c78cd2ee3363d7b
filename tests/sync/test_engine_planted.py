"""An oracle is worth what it catches: bugs planted in the engine, each of which must be noticed.

Over 300 lines: a few lines for each bug, and the days that notice them.
"""

import itertools
import random
from collections.abc import Callable, Iterator

import pytest

from support.rig import Rig
from sync import engine, lanes, plan, pulling, pushing
from sync.errors import (
    Busy,
    CursorGone,
    EpochChanged,
    NetworkTrouble,
    StreamForked,
    TooLarge,
    Unauthenticated,
    Unreachable,
    UpdateNeeded,
)
from sync.plan import AIM, Facts, Pace, Sizing
from sync.protocol import Outcome, PushReply, PushRequest, Verdict
from sync.status import Phase, Signal

Plant = Callable[[Rig, pytest.MonkeyPatch], None]
LOST = Unreachable("lost")


Strike = tuple[str, NetworkTrouble | None, NetworkTrouble | None]


def struck(*troubles: Strike) -> Callable[[str, int], Iterator[NetworkTrouble | None]]:
    """Each trouble strikes one call of its name, before or after the work is done."""
    left = list(troubles)

    def next_trouble(name: str, _: int) -> Iterator[NetworkTrouble | None]:
        if left and left[0][0] == name:
            _name, before, after = left.pop(0)
            yield before
            yield after

    return next_trouble


# Days that show a bug: each returns what was promised and not kept.


def complaints(rig: Rig, keys: list[str], parked: frozenset[str] = frozenset()) -> list[str]:
    store, server = rig.store, rig.server
    names = [row.body["name"] for row in sorted(server.rows.values(), key=lambda row: row.version)]
    accepted = [key for key, receipt in server.receipts.items() if receipt.verdict.outcome is Outcome.APPLIED]
    checks = {
        "stuck": not store.outbox,
        "lost": set(keys) == set(store.sent) | set(store.parked),
        "false refusal": set(store.parked) == parked,
        "outcomes disagree": set(store.sent) == set(accepted),
        "applied twice": len(names) == len(keys) - len(parked),
        "out of order": names == sorted(names),
        "not converged": store.rows == server.rows,
    }
    return [complaint for complaint, is_kept in checks.items() if not is_kept]


def a_rough_day(rig: Rig) -> list[str]:
    """Requests and answers get lost, the server stumbles, the stream forks, the token is refused once."""
    keys = [rig.store.record(f"{n:05}") for n in range(40)]
    rig.server.trouble = struck(
        ("push", None, LOST),
        ("push", LOST, None),
        ("push", Busy("broken", status=500), None),
        ("push", None, Busy("broken", status=503)),
        ("pull", CursorGone("old"), None),
        ("pull", LOST, None),
    )
    rig.run(1_000)
    keys += [rig.store.record(f"{n:05}") for n in range(40, 50)]
    rig.server.streams[rig.store.stream] = 900
    rig.engine.notice(Signal.WORK)
    rig.run(1_000)
    return complaints(rig, keys)


def a_day_without_a_line(rig: Rig) -> list[str]:
    keys = [rig.store.record("00000")]
    rig.server.trouble = lambda _name, _size: iter((LOST,))
    rig.run(2_000)
    rig.server.trouble = None
    rig.run(301)
    return complaints(rig, keys)


def a_day_of_waiting(rig: Rig) -> list[str]:
    """429 with 100 seconds, then a server that is out of order for an hour."""
    keys = [rig.store.record("00000")]
    rig.server.trouble = struck(("push", Busy("slow down", 100, 429), None))
    rig.run(300)
    first, second = [*rig.server.calls_of("push"), 0.0, 0.0][:2]
    found = [] if second - first >= 100 else ["Retry-After ignored"]
    keys.append(rig.store.record("00001"))
    rig.server.trouble = lambda name, _: iter((Busy("broken", status=500),)) if name == "push" else iter(())
    before = len(rig.server.calls_of("push"))
    rig.engine.notice(Signal.WORK)
    rig.run(3_600)
    if len(rig.server.calls_of("push")) - before > 120:
        found.append("storm")
    pulls = [*rig.server.calls_of("pull"), rig.clock.monotonic()]
    if max((later - earlier for earlier, later in itertools.pairwise(pulls)), default=999.0) > 90:
        found.append("pull starved")
    rig.server.trouble = None
    rig.run(301)
    return found + complaints(rig, keys)


def a_prompt_day(rig: Rig) -> list[str]:
    rig.drain()
    keys = [rig.store.record("00000")]
    rig.engine.notice(Signal.WORK)
    rig.run(0.5)
    found = [] if keys[0] in rig.store.sent else ["not prompt"]
    other = Rig(seed=9, server=rig.server)
    other.store.record("00001")
    other.drain()
    rig.engine.hear(rig.server.version)
    rig.run(0.5)
    if len(rig.store.rows) != 2:
        found.append("news not prompt")
    rig.server.trouble = lambda _name, _size: iter((LOST,))
    for _ in range(2):
        before = len(rig.server.calls)
        rig.engine.notice(Signal.LOST)
        rig.run(0.0)
    if rig.engine.status.phase is not Phase.OFFLINE:
        found.append("a cut line goes unnoticed")
    return found + (["storm at a cut"] if len(rig.server.calls) > before else [])


def a_poisoned_day(rig: Rig) -> list[str]:
    poison = rig.store.record("poison")
    keys = [rig.store.record(f"{n:05}") for n in range(300)]
    rig.server.poison = {poison}
    rig.run(400)
    rig.server.trouble = lambda name, size: iter((TooLarge("large"),)) if name == "push" and size > 7 else iter(())
    keys += [rig.store.record(f"{n:05}") for n in range(300, 330)]
    rig.engine.notice(Signal.WORK)
    rig.run(400)
    return complaints(rig, [poison, *keys], frozenset({poison}))


def a_day_after_the_restore(rig: Rig) -> list[str]:
    keys = [rig.store.record(f"{n:05}") for n in range(5)]
    rig.drain()
    server = rig.server
    server.epoch, server.version = "epoch-2", 1_000
    for kept in (server.rows, server.receipts, server.streams, rig.store.rows):
        kept.clear()
    rig.run(700)
    return complaints(rig, keys)


def a_day_of_doors(rig: Rig) -> list[str]:
    """A 401 until somebody signs in; a pull that needs an update while the push goes on."""
    keys = [rig.store.record("00000")]
    rig.server.trouble = lambda name, _: iter(()) if name == "health" else iter((Unauthenticated("who?"),))
    rig.run(100)
    rig.server.trouble = lambda name, _: iter((UpdateNeeded("old"),)) if name == "pull" else iter(())
    rig.engine.notice(Signal.SIGNED_IN)
    rig.run(5)
    keys.append(rig.store.record("00001"))
    rig.engine.notice(Signal.WORK)
    rig.run(5)
    found = [] if set(keys) == set(rig.store.sent) else ["push blocked"]
    rig.server.trouble = None
    rig.run(400)
    return found + complaints(rig, keys)


def a_slow_day(rig: Rig) -> list[str]:
    """A line that carries thirty mutations a second."""
    keys = [rig.store.record(f"{n:05}") for n in range(1_200)]
    took = []

    def drip(name: str, size: int) -> Iterator[NetworkTrouble | None]:
        if name == "push":
            took.append(size / 30)
            rig.clock.advance(took[-1])
        yield None

    rig.server.trouble = drip
    rig.run(400)
    return complaints(rig, keys) + [f"{seconds} s" for seconds in took[2:] if seconds > 2 * AIM]


DAYS = (
    a_slow_day,
    a_rough_day,
    a_day_without_a_line,
    a_day_of_waiting,
    a_prompt_day,
    a_poisoned_day,
    a_day_after_the_restore,
    a_day_of_doors,
)


def found_by_all_days(plant: Plant | None, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for day in DAYS:
        with monkeypatch.context() as patch:
            rig = Rig(seed=5)
            if plant is not None:
                plant(rig, patch)
            try:
                found[day.__name__] = day(rig)
            except AssertionError as trouble:
                found[day.__name__] = [str(trouble)]
    return {name: broken for name, broken in found.items() if broken}


# Bugs.


def retries_with_a_new_key(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    real = rig.store.next_batch

    def next_batch(items: int, size: int) -> object:
        for line in rig.store.outbox:
            fresh = rig.store.new_id()
            line.frozen, line.key = line.frozen.replace(line.key.encode(), fresh.encode()), fresh
        return real(items, size)

    patch.setattr(rig.store, "next_batch", next_batch)


def takes_anything_for_success(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    real = rig.server.push

    def push(request: PushRequest) -> PushReply:
        try:
            return real(request)
        except Unreachable:
            verdicts = [Verdict(key=item.key, outcome=Outcome.APPLIED) for item in request.mutations]
            return PushReply(
                protocol=1,
                epoch=rig.server.epoch,
                last_seq=0,
                version=0,
                server_time=rig.clock.now(),
                verdicts=verdicts,
            )

    patch.setattr(rig.server, "push", push)


def meets(rig: Rig, patch: pytest.MonkeyPatch, trouble: type[NetworkTrouble], phase: Phase) -> None:
    """Answer one kind of trouble with a phase and do nothing else about it."""
    real = rig.engine._meet

    def meet(found: NetworkTrouble, lane: Phase) -> Phase:
        return phase if isinstance(found, trouble) else real(found, lane)

    patch.setattr(rig.engine, "_meet", meet)


def stops_after_a_500(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    meets(rig, patch, Busy, Phase.PAUSED)


def drops_the_batch_after_a_timeout(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    real = rig.engine._doubt

    def doubt(trouble: Unreachable | Busy, lane: Phase) -> None:
        real(trouble, lane)
        if lane is Phase.PUSHING:
            rig.store.outbox = []

    patch.setattr(rig.engine, "_doubt", doubt)


def ignores_retry_after(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rig.engine._lanes, "hold_all", lambda _: None)


def never_backs_off(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(lanes, "pause", lambda _wait, _failures: 0.01)


def never_probes_again(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rig.engine, "_stay_offline", lambda: Phase.OFFLINE)


def forgets_wakes(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rig.engine, "notice", lambda _: None)


def believes_in_a_lost_line(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rig.engine, "_doubt_line", lambda: None)


def doubts_whatever_it_knows(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rig.engine, "_doubt_line", lambda: rig.engine._enter(Phase.PROBING))


def forgets_news(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rig.engine, "hear", lambda _: None)


def lets_a_stuck_push_hold_the_pull(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    real = plan.choose

    def choose(facts: Facts) -> tuple[Phase, float]:
        return real(structs_free(facts)) if facts.waiting else real(facts)

    def structs_free(facts: Facts) -> Facts:
        return Facts(facts.now, facts.waiting, facts.push, facts.pull, facts.now + 60, facts.pulled_at)

    patch.setattr(engine, "choose", choose)


def lets_an_update_block_the_push(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    meets(rig, patch, UpdateNeeded, Phase.PAUSED)


def keeps_the_forked_stream(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rig.store, "open_stream", lambda: None)
    meets(rig, patch, StreamForked, Phase.WAITING)


def forgets_the_sent_log_in_a_new_epoch(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    def meet_epoch(epoch: str) -> None:
        rig.store.epoch, rig.store.cursor = epoch, ""

    patch.setattr(rig.store, "meet_epoch", meet_epoch)


def overlooks_a_new_epoch(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    for exchange in (pushing, pulling):
        patch.setattr(exchange, "check_epoch", lambda _position, _epoch: None)
    meets(rig, patch, EpochChanged, Phase.IDLE)


def keeps_a_cursor_that_is_gone(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    meets(rig, patch, CursorGone, Phase.PAUSED)


def never_halves(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Sizing, "fail", lambda sizing, _kind, _count, **_: sizing)


def never_shrinks(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Sizing, "shrink", lambda sizing, _count: sizing)


def never_slows_down(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Pace, "after", lambda pace, _size, _seconds: pace)


def convicts_without_proof(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rig.engine, "_doubt", lambda _trouble, lane: _convict(rig, lane))


def _convict(rig: Rig, lane: Phase) -> None:
    if lane is Phase.PUSHING:
        rig.engine._pushing.withdraw(pushing.POISON)


def ends_at_a_401(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    meets(rig, patch, Unauthenticated, Phase.PAUSED)
    patch.setattr(rig.engine, "restart", lambda: None)


def never_polls(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(pulling, "POLL", (10_000.0, 10_000.0))


def sends_out_of_order(rig: Rig, patch: pytest.MonkeyPatch) -> None:
    real = rig.store.next_batch
    shuffle = random.Random(1).shuffle

    def next_batch(items: int, size: int) -> object:
        shuffle(rig.store.outbox)
        for number, line in enumerate(rig.store.outbox, start=rig.server.streams.get(rig.store.stream, 0) + 1):
            line.seq = number
        return real(items, size)

    patch.setattr(rig.store, "next_batch", next_batch)


PLANTS: tuple[Plant, ...] = (
    retries_with_a_new_key,
    takes_anything_for_success,
    stops_after_a_500,
    drops_the_batch_after_a_timeout,
    ignores_retry_after,
    never_backs_off,
    never_probes_again,
    forgets_wakes,
    believes_in_a_lost_line,
    doubts_whatever_it_knows,
    forgets_news,
    lets_a_stuck_push_hold_the_pull,
    lets_an_update_block_the_push,
    keeps_the_forked_stream,
    forgets_the_sent_log_in_a_new_epoch,
    overlooks_a_new_epoch,
    keeps_a_cursor_that_is_gone,
    never_halves,
    never_shrinks,
    never_slows_down,
    convicts_without_proof,
    ends_at_a_401,
    never_polls,
    sends_out_of_order,
)


def test_nothing_planted_nothing_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found_by_all_days(None, monkeypatch) == {}


@pytest.mark.logs
@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_planted(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found_by_all_days(plant, monkeypatch) != {}
