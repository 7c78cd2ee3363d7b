"""Whatever happened before: when the faults stop, everything goes out, once, in order (P2, P3, P4, P10)."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.rig import Rig
from sync.errors import (
    Busy,
    CursorGone,
    NetworkTrouble,
    Rejected,
    TooLarge,
    Unauthenticated,
    Unreachable,
    UpdateNeeded,
)
from sync.status import Phase, Signal

SETTLED_WITHIN = 3_600.0 + 900.0

TROUBLES: dict[str, tuple[NetworkTrouble | None, ...]] = {
    "fine": (),
    "request lost": (Unreachable("lost"),),
    "reply lost": (None, Unreachable("lost")),
    "500": (Busy("out of order", status=500),),
    "503 after commit": (None, Busy("out of order", status=503)),
    "429": (Busy("slow down", retry_after=120, status=429),),
    "401": (Unauthenticated("who are you?"),),
    "410": (CursorGone("too old"),),
    "413": (TooLarge("too large"),),
    "426": (UpdateNeeded("too old"),),
    "400": (Rejected("not understood"),),
}
FITS = {"410": "pull", "426": "pull", "413": "push"}

happenings = st.one_of(
    st.tuples(st.just("trouble"), st.sampled_from(sorted(TROUBLES))),
    st.tuples(st.just("record"), st.integers(1, 40)),
    st.tuples(st.just("signal"), st.sampled_from([Signal.WORK, Signal.NETWORK, Signal.USER, Signal.NEWS])),
    st.tuples(st.just("hear"), st.integers(0, 60)),
    st.tuples(st.just("run"), st.floats(0.0, 400.0)),
    st.tuples(st.just("fork"), st.none()),
    st.tuples(st.just("restore"), st.none()),
    st.tuples(st.just("pause"), st.floats(0.0, 100.0)),
)


class Day:
    """A rig with a queue of troubles that strike one call each."""

    def __init__(self, seed: int) -> None:
        self.rig = Rig(seed)
        self.keys: list[str] = []
        self.troubles: list[str] = []
        self.rig.server.trouble = self._next

    def _next(self, name: str, _: int) -> Iterator[NetworkTrouble | None]:
        if self.troubles and FITS.get(self.troubles[0], name) == name and name != "health":
            yield from TROUBLES[self.troubles.pop(0)]

    def live(self, what: str, value: object) -> None:
        rig = self.rig
        match what, value:
            case "trouble", str(kind):
                self.troubles.append(kind)
            case "record", int(number):
                self.keys += [rig.store.record(f"{len(self.keys) + n:06}") for n in range(number)]
            case "signal", Signal() as signal:
                rig.engine.notice(signal)
            case "hear", int(version):
                rig.engine.hear(version)
            case "run", float(seconds):
                rig.run(seconds)
            case "fork", _:
                rig.server.streams[rig.store.stream] = 10_000
            case "restore", _:
                self._restore()
            case "pause", float(seconds):
                rig.engine.notice(Signal.PAUSE)
                rig.run(seconds)
                rig.engine.notice(Signal.RESUME)

    def _restore(self) -> None:
        """The server's disk is replaced by an empty one, its version counter raised above all it ever gave out."""
        server = self.rig.server
        server.epoch += "'"
        server.version += 1_000
        server.rows.clear()
        server.receipts.clear()
        server.streams.clear()

    def calm(self) -> None:
        self.troubles.clear()
        self.rig.engine.notice(Signal.SIGNED_IN)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**16), st.lists(happenings, max_size=40))
def test_never_stuck(seed: int, script: list[tuple[str, object]]) -> None:
    day = Day(seed)
    for what, value in script:
        day.live(what, value)
    day.calm()
    rig = day.rig
    assert rig.drain(SETTLED_WITHIN)
    assert set(rig.store.sent) | set(rig.store.parked) == set(day.keys)
    assert len(rig.server.rows) == len(rig.store.sent)
    in_order = [row.body["name"] for row in sorted(rig.server.rows.values(), key=lambda row: row.version)]
    assert in_order == sorted(in_order)
    assert rig.store.rows == rig.server.rows


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**16), st.lists(happenings, max_size=30))
def test_never_stuck_without_anybody_helping(seed: int, script: list[tuple[str, object]]) -> None:
    """No sign-in, no wake: time alone has to do."""
    day = Day(seed)
    for what, value in script:
        day.live(what, value)
    day.troubles.clear()
    assert day.rig.drain(SETTLED_WITHIN)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**16), st.lists(happenings, max_size=30))
def test_the_same_seed_lives_the_same_day(seed: int, script: list[tuple[str, object]]) -> None:
    traces = []
    for _ in range(2):
        day = Day(seed)
        for what, value in script:
            day.live(what, value)
        day.rig.run(300)
        traces.append((day.rig.statuses, day.rig.server.calls))
    assert traces[0] == traces[1]


def test_poison_first_in_a_queue_of_ten_thousand() -> None:
    for crash in (Busy("out of order", status=500), Unreachable("the line was cut")):
        rig = Rig()
        poison = rig.store.record("Poison")
        others = [rig.store.record("Lead") for _ in range(9_999)]
        rig.server.poison, rig.server.crash = {poison}, crash
        assert rig.drain(120)
        assert list(rig.store.sent) == others
        assert list(rig.store.parked) == [poison]
        assert rig.server.receipts[poison].verdict.outcome == "withdrawn"
        assert rig.server.version == 9_999


def test_poison_in_the_middle_with_what_depends_on_it() -> None:
    rig = Rig()
    before = [rig.store.record("Lead") for _ in range(700)]
    poison = rig.store.record("Poison")
    held = rig.store.record("Behind it", after=(poison,))
    after = [rig.store.record("Lead") for _ in range(700)]
    rig.server.poison = {poison}
    assert rig.drain(180)
    assert list(rig.store.sent) == before + after
    assert set(rig.store.parked) == {poison, held}


def test_a_poisoned_group_is_parked_whole() -> None:
    rig = Rig()
    group = [rig.store.record("Together", group="g") for _ in range(3)]
    later = rig.store.record("Later")
    rig.server.poison = {group[1]}
    assert rig.drain(120)
    assert list(rig.store.sent) == [later]
    assert list(rig.store.parked) == group


def test_a_server_that_is_down_convicts_nobody() -> None:
    rig = Rig()
    keys = [rig.store.record("Lead") for _ in range(30)]
    rig.server.trouble = lambda name, _: iter((Busy("down", status=500),)) if name == "push" else iter(())
    rig.run(20_000)
    assert rig.store.parked == {}
    rig.server.trouble = None
    assert rig.drain(301)
    assert list(rig.store.sent) == keys


@pytest.mark.parametrize("crowded", [Busy("slow down", retry_after=5, status=429), Busy("a proxy's word", status=503)])
def test_a_server_that_is_crowded_convicts_nobody(crowded: Busy) -> None:
    """Empty pushes go through, all others are told to come back later."""
    rig = Rig()
    rig.store.record("Lead")
    rig.server.trouble = lambda name, size: iter((crowded,)) if name == "push" and size else iter(())
    rig.run(20_000)
    assert rig.store.parked == {}
    assert rig.engine.status.phase is Phase.WAITING


def test_twenty_thousand_waiting_are_sent_in_time_that_grows_with_their_number() -> None:
    pushes = []
    for number in (2_000, 20_000):
        rig = Rig()
        for _ in range(number):
            rig.store.record("Lead")
        assert rig.drain(0.0)
        pushes.append(len(rig.server.calls_of("push")))
    assert pushes == [3, 21]
