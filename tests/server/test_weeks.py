"""Handing in and deciding on weeks at the server; corrections after an approval are kept, and flagged."""

from collections.abc import Callable

import pytest

from server_stub import apply as counter
from server_stub import rulings, shelf, weeks
from support.wire import WireDevice
from support.world import World
from sync.kinds import Kind
from sync.protocol import Code, Outcome, State, Verdict

Check = Callable[[World], None]


def decide(device: WireDevice, week: str, status: str, comment: str = "", base: int = 10**6) -> Verdict:
    fields = {"status": status, "digest": "1" * 64, **({"comment": comment} if comment else {})}
    return device.push(device.change(week, Kind.TIMESHEET, base, **fields))[0]


def body(verdict: Verdict) -> dict[str, object]:
    assert verdict.row is not None
    return verdict.row.body


def code(verdict: Verdict) -> Code | None:
    return verdict.refusal.code if verdict.refusal else None


def flags(device: WireDevice, action: str, **fields: object) -> object:
    return body(device.apply(device.punch(action, **fields))).get("flags", [])


def check_steps(world: World) -> None:
    worker, lead = world.device(), world.device("lead")
    week = worker.week()
    handed_in = worker.apply(week)
    assert body(handed_in)["submitted_by"] == worker.user_id
    assert code(decide(worker, week.id, "approved")) is Code.TRANSITION
    assert code(decide(lead, week.id, "returned")) is Code.TRANSITION
    returned = body(decide(lead, week.id, "returned", "Friday?"))
    assert (returned["decided_by"], returned["comment"]) == (lead.user_id, "Friday?")
    assert decide(worker, week.id, "submitted").outcome is Outcome.APPLIED
    assert body(decide(lead, week.id, "approved"))["digest"] == "1" * 64
    assert code(decide(worker, week.id, "submitted")) is Code.TRANSITION


def check_crews(world: World) -> None:
    """A crew lead decides on their crew and not on themselves; the owner on everybody."""
    lead, other, owner = world.device("lead"), world.device("other"), world.device("owner")
    stranger, own = other.week(), lead.week()
    other.apply(stranger)
    lead.apply(own)
    assert code(decide(lead, stranger.id, "approved")) is Code.NOT_FOUND
    assert code(lead.push(lead.week(other.user_id))[0]) is Code.NOT_ALLOWED
    assert code(decide(lead, own.id, "approved")) is Code.TRANSITION
    assert decide(owner, own.id, "approved").outcome is Outcome.APPLIED
    assert code(world.device().push(world.device().week(lead.user_id))[0]) is Code.NOT_ALLOWED


def check_unseen(world: World) -> None:
    """Who approves a week that was handed in anew meanwhile is told; so is the second of two who decide."""
    worker, lead, owner = world.device(), world.device("lead"), world.device("owner")
    week = worker.week()
    seen = worker.apply(week).version
    again = worker.apply(worker.change(week.id, Kind.TIMESHEET, seen, digest="2" * 64)).version
    verdict = decide(lead, week.id, "approved", base=seen)
    assert (code(verdict), body(verdict).get("status")) == (Code.CONFLICT, None)
    assert decide(lead, week.id, "approved", base=again).outcome is Outcome.APPLIED
    assert code(decide(owner, week.id, "returned", "Friday?", base=again)) is Code.CONFLICT


def check_lock(world: World) -> None:
    worker, lead = world.device(), world.device("lead")
    begin, week = worker.punch(), worker.week()
    worker.push(begin, week)
    assert flags(worker, "clock_out", at="2026-11-20T08:30:00Z") == []
    assert decide(lead, week.id, "approved").outcome is Outcome.APPLIED
    assert flags(worker, "clock_in", at="2026-11-20T08:40:00Z") == ["locked_week"]
    assert flags(worker, "clock_in", at="2026-11-15T23:00:00Z") == []
    later = {"at": "2026-11-24T08:00:00Z", "reason": "Forgot"}
    amend = worker.punch("amend", target_id=begin.id, amended_at="2026-11-14T08:00:00Z", **later)
    assert body(worker.apply(amend))["flags"] == ["future", "locked_week"]
    assert "locked_week" in str(flags(worker, "void", target_id=amend.id, **later))
    assert "locked_week" not in str(flags(worker, "void", target_id=world.new_id(), **later))
    assert decide(lead, week.id, "returned", "Friday?").outcome is Outcome.APPLIED
    assert flags(worker, "clock_out", at="2026-11-20T08:50:00Z") == []


def check_scope(world: World) -> None:
    worker, lead, other = world.device(), world.device("lead"), world.device("other")
    week = worker.week()
    worker.apply(week)
    for device in (worker, lead, other):
        device.pull()
    held = [(Kind.TIMESHEET, week.id) in device.held for device in (worker, lead, other)]
    assert held == [True, True, False]
    world.server.office.move_to_crew(world.ids["organisation"], "worker@acme.test", None)
    lead.pull()
    assert lead.held[Kind.TIMESHEET, week.id].state is State.REMOVED


CHECKS: tuple[Check, ...] = (check_steps, check_crews, check_unseen, check_lock, check_scope)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_weeks(world: World, check: Check) -> None:
    check(world)


def lets_anybody_decide(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rulings, "step_problems", lambda *_, **__: [])


def asks_not_whose_crew(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rulings, "_check_person", lambda *_: None)


def decides_unseen(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(counter.rulings, "check_decided_on", lambda *_: None)


def forgets_the_lock(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rulings, "comes_late", lambda *_: False)


def reads_no_weeks(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(shelf, "_read_weeks", lambda *_: None)


def looks_at_the_day_of_the_correction(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(weeks, "_instants", lambda _, punch: iter([punch.at]))


PLANTED: dict[Callable[[pytest.MonkeyPatch], None], Check] = {
    lets_anybody_decide: check_steps,
    asks_not_whose_crew: check_crews,
    decides_unseen: check_unseen,
    forgets_the_lock: check_lock,
    reads_no_weeks: check_lock,
    looks_at_the_day_of_the_correction: check_lock,
}


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__)
@pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)
def test_a_planted_bug_is_found(
    world: World, plant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    with pytest.raises(AssertionError):
        PLANTED[plant](world)
