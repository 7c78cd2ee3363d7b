"""The push exchange by itself: what is sent, what is believed, and what is taken out in the end."""

from collections.abc import Sequence

import pytest
from msgspec import Raw, structs

from support.clock import FakeClock
from support.fakes import FakeServer, FakeStore
from sync.contact import Contact
from sync.errors import Busy, EpochChanged, Rejected, Unreachable
from sync.plan import AIM, EQUAL_FAILURES, FIRST_BYTES, PROOFS
from sync.protocol import PROTOCOL, Code, Item, PushReply, PushRequest, Verdict
from sync.pushing import OVERSIZE, POISON, Pushing

CUT = Unreachable("the line was cut")
BROKEN = Busy("out of order", status=500)
CROWDED = Busy("slow down", retry_after=5, status=429)


class Desk:
    """A push with its two ports; `sent` is what went over the line."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.store, self.server = FakeStore(self.clock), FakeServer(self.clock)
        self.sent: list[PushRequest] = []
        contact = Contact(self.store, self.clock)
        self.pushing = Pushing(self.store, self, contact, "boot-7")  # type: ignore[arg-type]  # only its push is used

    def push(self, request: PushRequest) -> PushReply:
        self.sent.append(request)
        return self.server.push(request)

    def record(self, *names: str) -> list[str]:
        return [self.store.record(name) for name in names]

    def fail(self, trouble: Unreachable | Busy, times: int = 1) -> bool:
        """Push so often in vain; what the last doubt said."""
        is_searching = False
        self.server.trouble = lambda _name, _size: iter((trouble,))
        for _ in range(times):
            with pytest.raises(type(trouble)):
                self.pushing.run()
            is_searching = self.pushing.doubt(trouble)
        self.server.trouble = None
        return is_searching

    def suspect(self) -> None:
        """Fail until an empty push has shown that the server is well."""
        self.fail(CUT, EQUAL_FAILURES)
        assert self.pushing.run() is None

    @property
    def sizes(self) -> list[int]:
        return [len(request.mutations) for request in self.sent]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_push_says_who_and_when_and_holds_what_waits_in_its_order(desk: Desk) -> None:
    keys = desk.record("One", "Two")
    desk.clock.advance(7.5)
    reply = desk.pushing.run()
    assert reply is not None
    (request,) = desk.sent
    position = desk.store.position()
    assert [item.key for item in request.mutations] == keys == list(desk.store.sent)
    assert (request.protocol, request.stream, request.confirmed_seq) == (PROTOCOL, position.stream, 0)
    assert (request.sent_at, request.monotonic_ms, request.boot_id) == (desk.clock.now(), 1_007_500, "boot-7")
    desk.record("Three")
    desk.pushing.run()
    assert (desk.sent[1].epoch, desk.sent[1].confirmed_seq) == ("epoch-1", 2)


def test_nothing_waiting_is_nothing_sent(desk: Desk) -> None:
    assert desk.pushing.run() is None
    assert desk.sent == []


def test_an_answer_out_of_another_database_is_not_settled(desk: Desk) -> None:
    desk.record("One")
    desk.store.epoch = "epoch-0"
    real = desk.server.push
    desk.server.push = lambda request: real(structs.replace(request, epoch=""))
    with pytest.raises(EpochChanged):
        desk.pushing.run()
    assert len(desk.store.outbox) == 1


def test_an_answer_to_something_else_is_not_settled(desk: Desk) -> None:
    def shuffled(request: PushRequest) -> PushReply:
        reply = real(request)
        return structs.replace(reply, verdicts=reply.verdicts[::-1])

    desk.record("One", "Two")
    real, desk.server.push = desk.server.push, shuffled
    with pytest.raises(Rejected, match="does not match"):
        desk.pushing.run()
    assert len(desk.store.outbox) == 2


def test_one_that_was_cut_is_sent_again_under_the_same_key_and_in_full(desk: Desk) -> None:
    desk.record("One", "Two")
    desk.fail(CUT)
    desk.pushing.run()
    assert desk.sent[0].mutations == desk.sent[1].mutations


def test_after_equal_failures_nothing_is_pushed_to_see_whether_the_server_is_well(desk: Desk) -> None:
    desk.record(*"abcdefgh")
    desk.suspect()
    desk.pushing.run()
    assert desk.sizes == [8, 8, 8, 0, 4]


def test_failures_of_different_kinds_are_no_proof_against_a_batch(desk: Desk) -> None:
    desk.record(*"abcd")
    for trouble in (CUT, BROKEN, Busy("a proxy's", status=502), Busy("another's", status=504), BROKEN) * 2:
        assert desk.fail(trouble) is False
    assert set(desk.sizes) == {4}


def test_a_proof_that_fails_says_nothing_about_the_batch(desk: Desk) -> None:
    desk.record(*"abcd")
    desk.fail(CUT, EQUAL_FAILURES)
    assert desk.fail(CUT, 4) is False
    assert desk.pushing.run() is None
    desk.pushing.run()
    assert desk.sizes == [4, 4, 4, 0, 0, 0, 0, 0, 2]


def test_once_the_server_is_known_to_be_well_the_search_goes_on_soon(desk: Desk) -> None:
    desk.record(*"abcdefgh")
    assert desk.fail(CUT, EQUAL_FAILURES) is False
    assert desk.pushing.run() is None
    assert desk.fail(CUT) is True
    assert desk.fail(CROWDED) is False
    assert desk.sizes[-2:] == [4, 2]


def convict(desk: Desk) -> None:
    """Fail with one mutation alone until only the last proof is wanting."""
    desk.suspect()
    for _ in range(PROOFS - 1):
        desk.fail(CUT)
        assert desk.pushing.run() is None
    desk.fail(CUT)


def test_what_fails_alone_again_and_again_is_parked_and_what_is_behind_it_goes(desk: Desk) -> None:
    poison, sound = desk.record("Poison", "Sound")
    desk.server.poison = {poison}
    convict(desk)
    assert desk.store.parked == {}
    assert desk.pushing.run() is None
    assert desk.store.parked == {poison: POISON}
    assert POISON.code is Code.INTERNAL
    assert desk.pushing.run() is not None
    assert list(desk.store.sent) == [sound]
    assert desk.sizes[-1] == 2


def test_a_withdrawal_that_cannot_be_sent_is_told_and_leaves_nothing_to_take_out(desk: Desk) -> None:
    (key,) = desk.record("One")
    desk.store.withdraw(key, OVERSIZE)
    convict(desk)
    with pytest.raises(Rejected, match="keeps failing"):
        desk.pushing.run()
    assert desk.store.parked == {key: OVERSIZE}
    assert desk.pushing.run() is not None
    assert desk.store.outbox == []


def test_a_batch_that_is_too_large_is_halved_and_one_alone_is_parked(desk: Desk) -> None:
    keys = desk.record(*"abcd")
    halves = []
    for _ in range(2):
        desk.pushing.batch = desk.store.next_batch(desk.pushing._sizing.most, FIRST_BYTES)
        assert desk.pushing.shrink() is True
        halves.append(desk.pushing._sizing.most)
    assert halves == [2, 1]
    desk.pushing.batch = desk.store.next_batch(1, FIRST_BYTES)
    assert desk.pushing.shrink() is True
    assert desk.store.parked == {keys[0]: OVERSIZE}
    assert OVERSIZE.code is Code.INVALID


def test_an_empty_push_that_is_too_large_leaves_nothing_to_shrink(desk: Desk) -> None:
    desk.record("One")
    desk.fail(CUT, EQUAL_FAILURES)
    assert desk.pushing.shrink() is False
    assert desk.store.parked == {}


def test_of_a_batch_with_withdrawals_the_first_that_is_none_is_taken_out(desk: Desk) -> None:
    items: Sequence[Item] = (Item(seq=1, key="a"), Item(seq=2, key="b", mutation=Raw(b"{}")))
    desk.record("One")
    desk.store.outbox[0].key = "b"
    desk.pushing.batch = tuple(items)
    assert desk.pushing.withdraw(POISON) is True
    assert desk.store.parked == {"b": POISON}
    desk.pushing.batch = (items[0],)
    assert desk.pushing.withdraw(POISON) is False


def test_how_much_is_sent_follows_how_long_it_took(desk: Desk) -> None:
    desk.record(*(f"{n:04}" for n in range(2_000)))

    def verdicts_after(seconds: float) -> int:
        def slowly(request: PushRequest) -> PushReply:
            desk.clock.advance(seconds)
            return real(request)

        real, desk.server.push = desk.server.push, slowly
        desk.pushing.run()
        desk.server.push = real
        return desk.sizes[-1]

    first = verdicts_after(AIM * 0.7)
    assert verdicts_after(AIM * 2) == pytest.approx(first, rel=0.01)
    assert verdicts_after(AIM * 0.7) == pytest.approx(first / 2, rel=0.01)
    desk.fail(CUT)
    desk.pushing.run()
    assert desk.sizes[-1] == pytest.approx(first / 4, rel=0.01)


def test_a_reply_is_handed_on_as_it_came(desk: Desk) -> None:
    (key,) = desk.record("One")
    reply = desk.pushing.run()
    assert reply is not None
    assert [type(verdict) for verdict in reply.verdicts] == [Verdict]
    assert (reply.verdicts[0].key, reply.version) == (key, 1)
