"""Notifications: who is told of what, that nobody else ever sees it, and that reading is never a quarrel."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from server_stub import apply as counter
from server_stub import news, purge, rulings, scope
from server_stub.merge import Merge
from support.wire import WireDevice
from support.world import World
from sync.kinds import Kind
from sync.protocol import Op, Outcome, State

Plant = Callable[[pytest.MonkeyPatch], None]
_SHIFT = ("clock_in", "clock_out")
LATER = "2026-11-21T08:00:00Z"


def told(world: World, name: str) -> list[tuple[str, str]]:
    """What this person is told, and of which record, in the order in which it was made."""
    device = world.device(name)
    rows = [row for row in device.pull() if row.kind == Kind.NOTIFICATION]
    return [(row.body["happening"], row.body["subject_id"]) for row in rows]


def assigned(world: World, by: str = "office", to: str = "worker", **fields: Any) -> tuple[WireDevice, Any, int]:
    device = world.device(by)
    order = device.order(assignee_id=world.ids[to], status="assigned", **fields)
    return device, order, device.apply(order).version


def notification(device: WireDevice) -> tuple[str, int]:
    """The id and the version of the only one that this device holds."""
    device.pull()
    ((ref, row),) = ((ref, row) for ref, row in device.held.items() if ref[0] == Kind.NOTIFICATION)
    return ref[1], row.version


def check_who_is_told(world: World) -> None:
    device, order, version = assigned(world)
    device.apply(device.change(order.id, Kind.WORK_ORDER, version, scheduled_start=LATER))
    device.apply(device.change(order.id, Kind.WORK_ORDER, world.version(), description="By the back door"))
    device.apply(device.change(order.id, Kind.WORK_ORDER, world.version(), status="cancelled"))
    lead = device.lead(assignee_id=world.ids["worker"])
    device.apply(lead)
    order_news = [(happening, order.id) for happening in ("assigned", "rescheduled", "cancelled")]
    assert told(world, "worker") == [*order_news, ("assigned", lead.id)]


def check_nobody_else_sees_it(world: World) -> None:
    """Nor may the owner read it for them: an id that is not one's own answers as one that nobody has."""
    assigned(world)
    for name in ("lead", "office", "owner", "other"):
        assert told(world, name) == []
    found, _version = notification(world.device())
    for name in ("lead", "office", "owner", "other"):
        device = world.device(name)
        foreign, unknown = (
            device.mutation(Op.CHANGE, Kind.NOTIFICATION, some_id, base=10**6, fields={"is_read": True})
            for some_id in (found, world.new_id())
        )
        first, second = device.push(foreign, unknown)
        assert first.refusal is not None
        assert (first.outcome, first.refusal, first.row) == (second.outcome, second.refusal, second.row)


def check_reading_is_no_quarrel(world: World) -> None:
    """Whatever two devices do to one notification, it is done, and no conflict is kept."""
    assigned(world)
    phone, tablet = world.device(), world.device()
    found, base = notification(phone)
    steps = [
        (phone, Op.CHANGE, {"is_read": True}),
        (tablet, Op.CHANGE, {"is_read": True}),
        (tablet, Op.REMOVE, {}),
        (phone, Op.REMOVE, {}),
        (phone, Op.CHANGE, {"is_read": True}),
    ]
    for device, op, fields in steps:
        verdict = device.push(device.mutation(op, Kind.NOTIFICATION, found, base=base, fields=fields))[0]
        assert (verdict.outcome, verdict.conflicts) == (Outcome.APPLIED, ())
    phone.pull()
    assert phone.held[Kind.NOTIFICATION, found].state is State.DELETED


def check_each_has_its_version(world: World) -> None:
    before, events, audits = world.version(), len(world.rows("event")), len(world.rows("audit"))
    assigned(world)
    assert world.version() == before + 2
    assert (len(world.rows("event")), len(world.rows("audit"))) == (events + 2, audits + 2)


def check_a_correction_is_told(world: World) -> None:
    lead = world.device("lead")
    punch = lead.punch(user_id=world.ids["worker"])
    amend = lead.punch("amend", user_id=world.ids["worker"], target_id=punch.id, amended_at=LATER, reason="Forgot")
    lead.push(punch, amend)
    assert told(world, "worker") == [("time_corrected", amend.id)]


def check_decisions_on_a_week_are_told(world: World) -> None:
    worker, lead = world.device(), world.device("lead")
    week = worker.week()
    worker.apply(week)
    steps = [(lead, "returned", "Friday?"), (worker, "submitted", ""), (lead, "approved", "")]
    for device, status, comment in steps:
        fields = {"status": status, "digest": "1" * 64, **({"comment": comment} if comment else {})}
        device.apply(device.change(week.id, Kind.TIMESHEET, 10**6, **fields))
    assert told(world, "worker") == [("week_returned", week.id), ("week_approved", week.id)]
    assert told(world, "lead") == []


def check_a_group_tells_once(world: World) -> None:
    """A missed shift is a clock-in and a clock-out, and one thing to tell; what else the step does is another."""
    lead, group = world.device("lead"), world.new_id()
    whole = [
        lead.mutation(Op.CREATE, Kind.PUNCH, fields=one.fields, group=group)
        for one in (lead.punch(action, user_id=world.ids["worker"], reason="Missed") for action in _SHIFT)
    ]
    job = replace(lead.order(assignee_id=world.ids["worker"]), group=group)
    lead.push(*whole, job)
    assert [happening for happening, _ in told(world, "worker")] == ["time_corrected", "assigned"]


def check_who_is_overruled_hears_of_it(world: World) -> None:
    worker, lead = world.device(), world.device("lead")
    order = lead.order(assignee_id=world.ids["worker"])
    version = lead.apply(order).version
    worker.apply(worker.change(order.id, Kind.WORK_ORDER, version, description="Front door"))
    world.clock.advance(60)
    verdict = lead.push(
        lead.mutation(
            Op.CHANGE,
            Kind.WORK_ORDER,
            order.id,
            base=version,
            fields={"description": "Back door"},
            occurred_at=lead.sent_at + timedelta(minutes=1),
        )
    )[0]
    assert len(verdict.conflicts) == 1
    assert ("overruled", order.id) in told(world, "worker")
    assert told(world, "lead") == []


def check_old_ones_go(world: World) -> None:
    assigned(world)
    device = world.device()
    found, _version = notification(device)
    world.clock.advance(86_400 * (purge.NEWS_KEPT_DAYS + 1))
    before, database = world.version(), world.server.service.database
    assert purge.prune_news(database, world.new_id, world.clock.now()) == 1
    assert purge.prune_news(database, world.new_id, world.clock.now()) == 0
    assert world.version() == before + 1
    device.pull()
    assert device.held[Kind.NOTIFICATION, found].state is State.DELETED


def test_nobody_is_told_of_their_own_doing(world: World) -> None:
    assigned(world, by="lead", to="lead")
    worker = world.device()
    worker.apply(worker.punch("clock_in", reason="Forgot"))
    assert told(world, "lead") == told(world, "worker") == []


def test_a_refused_group_tells_nobody(world: World) -> None:
    device, group = world.device("office"), world.new_id()
    fields = {"title": "Boiler", "assignee_id": world.ids["worker"]}
    good = device.mutation(Op.CREATE, Kind.WORK_ORDER, fields=fields, group=group)
    bad = device.mutation(Op.CREATE, Kind.WORK_ORDER, fields={**fields, "crew_id": world.new_id()}, group=group)
    assert {verdict.outcome for verdict in device.push(good, bad)} == {Outcome.REFUSED}
    assert told(world, "worker") == []


def test_only_whether_it_is_read_is_the_persons_to_write(world: World) -> None:
    assigned(world)
    device = world.device()
    found, base = notification(device)
    for fields in ({"title": "Other"}, {"user_id": world.ids["owner"]}, {"is_read": "yes"}):
        verdict = device.push(device.mutation(Op.CHANGE, Kind.NOTIFICATION, found, base=base, fields=fields))[0]
        assert (verdict.outcome, verdict.refusal and verdict.refusal.code) == (Outcome.REFUSED, "invalid")
    made = device.push(device.create(Kind.NOTIFICATION, is_read=True))[0]
    assert (made.outcome, made.refusal and made.refusal.code) == (Outcome.REFUSED, "not_allowed")


def tell_the_doer(patch: pytest.MonkeyPatch) -> None:
    real = news._notification
    patch.setattr(news, "_notification", lambda happened, _user, what: real(happened, happened.by, what))


def tell_nothing_new(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(news.Happened, "is_new", lambda *_: True)


def leave_it_to_the_role(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(scope, "_BY_ROLE", dict.fromkeys(scope._BY_ROLE, frozenset(Kind)))


def quarrel(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rulings, "PERSONAL", frozenset())


def bring_back_by_reading(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rulings, "_STATE_AFTER", {**rulings._STATE_AFTER, Op.CHANGE: State.PRESENT})


def share_the_version(patch: pytest.MonkeyPatch) -> None:
    real = counter.Clerk._add

    def add(clerk: counter.Clerk, *arguments: Any) -> str:
        clerk._book.version -= 1
        return real(clerk, *arguments)

    patch.setattr(counter.Clerk, "_add", add)


def tell_of_no_correction(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(news, "_of_correcting", lambda _: None)


def forget_decisions(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(news, "_DECISIONS", {})


def tell_twice(patch: pytest.MonkeyPatch) -> None:
    real = counter.Clerk._tell

    def tell(clerk: counter.Clerk, *arguments: Any) -> None:
        clerk._told = set()
        real(clerk, *arguments)

    patch.setattr(counter.Clerk, "_tell", tell)


def forget_the_loser(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Merge, "contests", lambda _: [])


CHECKS = (
    check_who_is_told,
    check_nobody_else_sees_it,
    check_reading_is_no_quarrel,
    check_each_has_its_version,
    check_a_correction_is_told,
    check_decisions_on_a_week_are_told,
    check_a_group_tells_once,
    check_who_is_overruled_hears_of_it,
    check_old_ones_go,
)
PLANTED: tuple[tuple[Plant, Callable[[World], None]], ...] = (
    (tell_the_doer, check_who_is_told),
    (tell_nothing_new, check_who_is_told),
    (leave_it_to_the_role, check_nobody_else_sees_it),
    (quarrel, check_reading_is_no_quarrel),
    (bring_back_by_reading, check_reading_is_no_quarrel),
    (share_the_version, check_each_has_its_version),
    (forget_decisions, check_decisions_on_a_week_are_told),
    (tell_of_no_correction, check_a_correction_is_told),
    (tell_twice, check_a_group_tells_once),
    (forget_the_loser, check_who_is_overruled_hears_of_it),
)


@pytest.mark.parametrize("check", CHECKS)
def test_what_is_promised(world: World, check: Callable[[World], None]) -> None:
    check(world)


@pytest.mark.logs
@pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("plant", "check"), PLANTED)
def test_a_planted_fault_is_caught(
    world: World, monkeypatch: pytest.MonkeyPatch, plant: Plant, check: Callable[[World], None]
) -> None:
    plant(monkeypatch)
    with pytest.raises(Exception):  # noqa: B017, PT011 a database that refuses it notices as well
        check(world)
