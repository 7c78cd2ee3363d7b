"""How much goes at once, and that nobody has to wait for long."""

import itertools
from collections.abc import Iterator

from support.rig import Rig, always, pushed
from sync.errors import Busy, NetworkTrouble, TooLarge, Unreachable
from sync.plan import AIM
from sync.protocol import MAX_MUTATIONS, MAX_PAGE_ROWS
from sync.status import Phase, Signal


def test_too_large_halves_at_once_and_stays_halved(rig: Rig) -> None:
    for number in range(1_000):
        rig.store.record(f"Lead {number}")
    rig.server.trouble = lambda name, size: iter((TooLarge("too large"),) if name == "push" and size > 100 else ())
    assert rig.drain(0.0)
    assert pushed(rig) == [349, 174, *[87] * 11, 43]


def test_a_slow_line_gets_as_much_as_it_can_carry_in_the_time_that_is_aimed_at(rig: Rig) -> None:
    for number in range(2_000):
        rig.store.record(f"Lead {number}")

    def drip(name: str, size: int) -> Iterator[NetworkTrouble | None]:
        rig.clock.advance(0.2 + size * 0.02 if name == "push" else 0.0)
        yield None

    rig.server.trouble = drip
    assert rig.drain(200.0)
    assert pushed(rig)[0] == 349
    assert all(0.6 * AIM <= 0.2 + size * 0.02 <= 1.1 * AIM for size in pushed(rig)[2:-1])


def test_a_line_that_gives_no_answer_is_asked_for_less(rig: Rig) -> None:
    for number in range(2_000):
        rig.store.record(f"Lead {number}")
    slow = Unreachable("not in time")
    rig.server.trouble = lambda name, size: iter((slow,) if name == "push" and size > 100 else ())
    assert rig.drain()
    assert pushed(rig)[:3] == [349, 175, 88]


def test_a_single_one_that_is_too_large_is_parked_and_its_line_withdrawn(rig: Rig) -> None:
    keys = [rig.store.record("Lead") for _ in range(20)]
    monster = rig.store.record("Monster", size=900)
    more = [rig.store.record("Lead") for _ in range(20)]

    def too_large(name: str, _: int) -> Iterator[NetworkTrouble | None]:
        batch = rig.store.next_batch(rig.engine._pushing._sizing.most, 10**9) if name == "push" else ()
        yield TooLarge("too large") if any(len(bytes(item.mutation)) > 900 for item in batch) else None

    rig.server.trouble = too_large
    assert rig.drain(0.0)
    assert list(rig.store.sent) == keys + more
    assert list(rig.store.parked) == [monster]
    assert rig.store.parked[monster] is not None
    assert rig.server.receipts[monster].verdict.outcome == "withdrawn"


def test_a_stuck_push_never_starves_the_pull(rig: Rig) -> None:
    rig.store.record("One")
    rig.server.trouble = always("push", Unreachable("times out"))
    rig.run(3_600)
    pulls = rig.server.calls_of("pull")
    assert len(pulls) > 55
    assert max(later - earlier for earlier, later in itertools.pairwise(pulls)) < 75


def test_a_stuck_pull_never_starves_the_push(rig: Rig) -> None:
    rig.server.trouble = always("pull", Busy("out of order", status=500))
    for number in range(20):
        key = rig.store.record(f"Lead {number}")
        rig.engine.notice(Signal.WORK)
        rig.run(30)
        assert key in rig.store.sent


def test_a_long_drain_and_a_long_pull_take_turns(rig: Rig) -> None:
    """Both queues are filled; each exchange takes a second."""
    other = Rig(seed=2)
    other.server = rig.server
    other.engine._server = rig.server
    for number in range(4_000):
        other.store.record(f"Theirs {number}")
    other.drain(0.0)
    for number in range(6_000):
        rig.store.record(f"Mine {number}")
    rig.store.cursor = "0"
    rig.server.calls.clear()

    def slow(_name: str, _size: int) -> Iterator[NetworkTrouble | None]:
        rig.clock.advance(1)
        yield None

    rig.server.trouble = slow
    assert rig.drain()
    names = [name for _, name, _ in rig.server.calls]
    assert names[:10].count("pull") >= 3
    assert names[:10].count("push") >= 4


def test_a_page_that_fails_gets_smaller(rig: Rig) -> None:
    limits: list[int] = []

    def slow_line(name: str, size: int) -> Iterator[NetworkTrouble | None]:
        if name == "pull":
            limits.append(size)
            yield Unreachable("took too long") if size > 300 else None

    rig.server.trouble = slow_line
    assert rig.drain()
    assert limits == [MAX_PAGE_ROWS, 1_000, 500, 250]


def test_progress_counts_up_to_the_end_of_the_drain(rig: Rig) -> None:
    for number in range(2_500):
        rig.store.record(f"Lead {number}")
    rig.drain(0.0)
    seen = [(status.settled, status.waiting) for status in rig.statuses if status.phase is Phase.PUSHING]
    settled = list(itertools.accumulate(pushed(rig)[:-1], initial=0))
    assert seen[-len(settled) :] == [(number, 2_500 - number) for number in settled]
    assert rig.engine.status.settled == 0


def test_memory_does_not_grow_with_the_queue(rig: Rig) -> None:
    for number in range(5_000):
        rig.store.record(f"Lead {number}")
    rig.engine.step()
    rig.engine.step()
    assert len(rig.engine._pushing.batch) <= MAX_MUTATIONS
    assert rig.drain(0.0)
