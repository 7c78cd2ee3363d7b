"""Parts on a work order and typed answers, as the server rules on them; and that these checks notice a wrong server."""

from collections.abc import Callable
from typing import Any

import pytest

from server_stub import membership, merge, rulings
from support.wire import WireDevice, refusal
from support.world import World
from sync.kinds import SUBJECTS, Kind
from sync.protocol import Mutation, Op, Outcome, State
from sync.terms import Policy

USED: dict[str, Any] = {
    "subject_kind": "work_order",
    "name": "Valve",
    "quantity": 1_000,
    "used_at": "2026-11-20T08:00:00Z",
}
CHECKLIST = [{"id": "draught", "text": "Draught", "kind": "number", "least": -10, "most": 0}]


def order_of(worker: WireDevice) -> Mutation:
    order = worker.order(assignee_id=worker.user_id, checklist=CHECKLIST)
    worker.apply(order)
    return order


def check_a_part_goes_where_its_order_goes(world: World) -> None:
    worker, other, office = world.device(), world.device("other"), world.device("office")
    order = order_of(worker)
    part = worker.create(Kind.PART, subject_id=order.id, **USED)
    verdict = worker.apply(part)
    assert verdict.row is not None
    assert verdict.row.body["author_id"] == worker.user_id
    other.pull()
    assert not other.holds(part.id)
    office.apply(office.change(order.id, Kind.WORK_ORDER, 10**6, assignee_id=other.user_id))
    other.pull()
    assert other.holds(part.id)
    worker.pull()
    assert not worker.holds(part.id)


def check_a_part_is_of_a_work_order(world: World) -> None:
    worker = world.device()
    lead = worker.lead()
    worker.apply(lead)
    part = worker.create(Kind.PART, **{**USED, "subject_kind": "lead", "subject_id": lead.id})
    assert refusal(worker.push(part)[0]) == "invalid"


def check_two_prices_are_for_a_person(world: World) -> None:
    worker, office = world.device(), world.device("office")
    part = worker.create(Kind.PART, subject_id=order_of(worker).id, **USED)
    seen = worker.apply(part).version
    for device, minor in ((worker, 100), (office, 200)):
        verdict = device.push(device.change(part.id, Kind.PART, seen, price={"minor": minor, "currency": "GBP"}))[0]
    assert verdict.outcome is Outcome.MERGED
    (conflict,) = verdict.conflicts
    assert (conflict.body["policy"], conflict.body["kept"]["minor"]) == (Policy.PERSON, 100)


def check_only_ones_own_are_removed_by_a_worker(world: World) -> None:
    worker, office = world.device(), world.device("office")
    order = order_of(worker)
    mine, theirs = (one.create(Kind.PART, subject_id=order.id, **USED) for one in (worker, office))
    worker.apply(mine)
    office.apply(theirs)
    base = world.version()
    assert refusal(worker.push(worker.mutation(Op.REMOVE, Kind.PART, theirs.id, base=base))[0]) == "not_allowed"
    removed = worker.apply(worker.mutation(Op.REMOVE, Kind.PART, mine.id, base=base))
    assert removed.row is not None
    assert removed.row.state is State.DELETED


def check_answers_fit_their_items(world: World) -> None:
    worker = world.device()
    order, seen = order_of(worker), world.version()
    for value, is_fine in ((-8, True), (1, False), ("cold", False), (None, True)):
        verdict = worker.push(worker.change(order.id, Kind.WORK_ORDER, seen, **{"answers.draught": value}))[0]
        assert (verdict.outcome is Outcome.APPLIED) == is_fine
        if not is_fine:
            assert refusal(verdict) == "invalid"
            assert verdict.refusal is not None
            assert list(verdict.refusal.fields) == ["answers.draught"]
    asked = [{"id": "draught", "text": "Draught", "kind": "text"}]
    both: dict[str, Any] = {"checklist": asked, "answers.draught": "cold"}
    worker.apply(worker.change(order.id, Kind.WORK_ORDER, world.version(), **both))
    answered: dict[str, Any] = {"answers.draught": 5}
    assert refusal(worker.push(worker.order(checklist=CHECKLIST, **answered))[0]) == "invalid"


def holds_nothing_of_followers(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(membership, "_settle_followers", lambda *_: None)


def lets_parts_be_about_anything(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(SUBJECTS, Kind.PART, frozenset({Kind.LEAD, Kind.WORK_ORDER}))


def leaves_money_to_the_clock(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(merge, "policy_of", lambda *_: Policy.LATER)


def lets_anybody_remove(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rulings, "check_author", lambda *_: None)


def takes_any_answer(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rulings, "check_answers", lambda *_: None)


PLANTED: tuple[tuple[Callable[[pytest.MonkeyPatch], None], Callable[[World], None]], ...] = (
    (holds_nothing_of_followers, check_a_part_goes_where_its_order_goes),
    (lets_parts_be_about_anything, check_a_part_is_of_a_work_order),
    (leaves_money_to_the_clock, check_two_prices_are_for_a_person),
    (lets_anybody_remove, check_only_ones_own_are_removed_by_a_worker),
    (takes_any_answer, check_answers_fit_their_items),
)


@pytest.mark.parametrize("check", [check for _plant, check in PLANTED])
def test_the_sound_server_passes(world: World, check: Callable[[World], None]) -> None:
    check(world)


@pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("plant", "check"), PLANTED)
def test_a_planted_fault_is_caught(
    world: World,
    monkeypatch: pytest.MonkeyPatch,
    plant: Callable[[pytest.MonkeyPatch], None],
    check: Callable[[World], None],
) -> None:
    plant(monkeypatch)
    with pytest.raises(AssertionError):
        check(world)
