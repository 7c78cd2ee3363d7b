"""The time on a work order goes with it: who worked on it for how long, and no more than that."""

import random
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from server_stub import job_time, owed_time
from server_stub.job_time import TimeBook
from server_stub.owed_time import make_up_all
from support.wire import WireDevice
from support.world import World
from sync.kinds import Kind
from sync.protocol import Mutation, Op
from sync.records import Organisation, Punch, read
from sync.timekeeping import Activity, Span, compute_entries, job_totals, recompute

DAWN = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)


def at(minutes: float) -> str:
    return (DAWN + timedelta(minutes=minutes)).isoformat().replace("+00:00", "Z")


def order_of(office: WireDevice, user_id: str | None) -> str:
    order = office.order(assignee_id=user_id)
    office.apply(order)
    return order.id


def shift(device: WireDevice, order_id: str | None, begin: int, end: int) -> list[Mutation]:
    return [device.punch("clock_in", at=at(begin), work_order_id=order_id), device.punch("clock_out", at=at(end))]


def spent(device: WireDevice, order_id: str) -> dict[str, int]:
    device.pull()
    body = device.bodies()["work_order", order_id]
    return {one["user_id"]: one["seconds"] for one in body.get("time_spent", [])}


def test_who_gets_a_work_order_sees_how_long_others_have_worked_on_it(world: World) -> None:
    office, worker, other = (world.device(name) for name in ("office", "worker", "other"))
    order = order_of(office, worker.user_id)
    worker.push(*shift(worker, order, 0, 90))
    office.apply(office.change(order, Kind.WORK_ORDER, 10**6, assignee_id=other.user_id))
    assert spent(other, order) == {worker.user_id: 90 * 60}
    assert not any(kind == Kind.PUNCH for kind, _id in other.bodies())
    other.push(*shift(other, order, 100, 130))
    office.apply(office.change(order, Kind.WORK_ORDER, 10**6, assignee_id=worker.user_id))
    assert spent(worker, order) == {worker.user_id: 90 * 60, other.user_id: 30 * 60}
    other.pull()
    assert not other.holds(order)


def test_what_is_sent_after_it_went_arrives_with_its_new_holder(world: World) -> None:
    office, worker, other = (world.device(name) for name in ("office", "worker", "other"))
    order = order_of(office, worker.user_id)
    worker.pull()
    office.apply(office.change(order, Kind.WORK_ORDER, 10**6, assignee_id=other.user_id))
    other.pull()
    worker.push(*shift(worker, order, 0, 45))
    assert spent(other, order) == {worker.user_id: 45 * 60}


def test_punches_may_be_here_before_the_work_order(world: World) -> None:
    worker = world.device("worker")
    order = worker.order()
    worker.push(*shift(worker, order.id, 0, 10))
    worker.apply(order)
    assert spent(worker, order.id) == {worker.user_id: 600}


def test_time_that_was_taken_back_while_the_order_was_deleted_does_not_come_back_with_it(world: World) -> None:
    office, worker = world.device("office"), world.device("worker")
    order = order_of(office, worker.user_id)
    come, leave = shift(worker, order, 0, 90)
    worker.push(come, leave)
    assert spent(office, order) == {worker.user_id: 90 * 60}
    office.apply(office.mutation(Op.REMOVE, Kind.WORK_ORDER, order, base=world.version()))
    worker.push(worker.punch("void", at=at(100), target_id=come.id, reason="Was not there"))
    office.apply(office.mutation(Op.RESTORE, Kind.WORK_ORDER, order, base=world.version()))
    assert spent(office, order) == {}


def test_a_meal_does_not_count_and_a_correction_does(world: World) -> None:
    office, worker = world.device("office"), world.device("worker")
    order = order_of(office, worker.user_id)
    come, leave = shift(worker, order, 0, 240)
    meal = worker.punch("break_start", at=at(60), break_kind="unpaid_meal"), worker.punch("break_end", at=at(100))
    worker.push(come, *meal, leave)
    assert spent(office, order) == {worker.user_id: 200 * 60}
    worker.push(worker.punch("amend", at=at(250), target_id=leave.id, amended_at=at(260), reason="Forgot"))
    assert spent(office, order) == {worker.user_id: 220 * 60}
    worker.push(worker.punch("void", at=at(300), target_id=come.id, reason="Was not there"))
    worker.push(worker.punch("void", at=at(301), target_id=meal[1].id, reason="Was not there"))
    assert spent(office, order) == {}


def test_each_change_is_noted_and_nobodys_edit_conflicts_with_it(world: World) -> None:
    office, worker = world.device("office"), world.device("worker")
    order = order_of(office, worker.user_id)
    seen = world.version()
    worker.push(*shift(worker, order, 0, 10))
    assert world.version() == seen + 3
    assert [row[1] for row in world.rows("event") if row[2] == "work_order.time_spent"] == [world.version()]
    assert [row[-4] for row in world.rows("audit") if row[3] == "time_spent"] == [world.version()]
    office.apply(office.change(order, Kind.WORK_ORDER, seen, title="Boiler, again"))


def test_time_that_cannot_be_computed_costs_no_punch_and_is_made_up_for(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    worker, other, database = world.device("worker"), world.device("other"), world.server.service.database
    order = worker.order()
    with monkeypatch.context() as patch:
        patch.setattr(TimeBook, "_sums", fail)
        worker.push(order, *shift(worker, order.id, 0, 10))
        assert "could not be brought up to date" in caplog.text
        make_up_all(database, world.new_id, world.clock)
        assert "still not be computed" in caplog.text
    caplog.clear()
    assert len([ref for ref in held(worker) if ref[0] == Kind.PUNCH]) == 2
    assert spent(worker, order.id) == {}
    other.push(other.punch("clock_in", at=at(0)))  # somebody else's, on no job
    assert spent(worker, order.id) == {worker.user_id: 600}
    assert world.rows("time_owed") == []
    with monkeypatch.context() as patch:
        patch.setattr(TimeBook, "_sums", fail)
        worker.push(*shift(worker, order.id, 20, 30))
    make_up_all(database, world.new_id, world.clock)
    assert spent(worker, order.id) == {worker.user_id: 1_200}
    caplog.clear()


def check_what_fails_for_good_costs_little(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person whose time can't be computed for long: the others' comes, and no push tries all of it again."""
    real, tried = TimeBook._recompute, list[int]()

    def recompute(book: TimeBook, user_id: str, changed: list[Punch], settings: Organisation) -> object:
        tried.append(len(changed))
        if user_id == worker.user_id:
            raise ZeroDivisionError
        return real(book, user_id, changed, settings)

    worker, other, database = world.device("worker"), world.device("other"), world.server.service.database
    order, few, tries = order_of(other, other.user_id), owed_time._AT_ONCE, owed_time._MOST_TRIES
    with monkeypatch.context() as patch:
        patch.setattr(TimeBook, "_recompute", recompute)
        for hour in range(5):
            worker.push(*shift(worker, None, hour * 60, hour * 60 + 30))
        tried.clear()
        for hour in range(8):
            before = len(tried)
            other.push(*shift(other, order, hour * 60, hour * 60 + 30))
            assert len(tried) - before <= 2 * few
            assert spent(other, order) == {other.user_id: (hour + 1) * 1_800}
        assert len(tried) <= 8 + 2 * 10 * tries
        assert max(tried) <= few
        assert [row[-1] for row in world.rows("time_owed")] == [tries] * 10
        make_up_all(database, world.new_id, world.clock)
    other.push(other.punch("clock_in", at=at(1_000)))
    assert [row[-1] for row in world.rows("time_owed")] == [0] * (10 - few)
    make_up_all(database, world.new_id, world.clock)
    assert world.rows("time_owed") == []


@pytest.mark.logs
def test_what_fails_for_good_costs_little(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    check_what_fails_for_good_costs_little(world, monkeypatch)


def tries_all_each_time(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(owed_time, "_SELECT_NEXT", owed_time._SELECT)


def counts_no_tries(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(owed_time, "_COUNT", owed_time._COUNT_ANEW)


@pytest.mark.logs
@pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)
@pytest.mark.parametrize("plant", [tries_all_each_time, counts_no_tries])
def test_trying_it_all_again_and_again_is_noticed(
    world: World, monkeypatch: pytest.MonkeyPatch, plant: Callable[[pytest.MonkeyPatch], None]
) -> None:
    plant(monkeypatch)
    with pytest.raises(AssertionError):
        check_what_fails_for_good_costs_little(world, monkeypatch)


def held(device: WireDevice) -> dict[tuple[str, str], Any]:
    device.pull()
    return device.bodies()


ACTIONS = ("clock_in", "clock_out", "switch", "travel", "break_start", "break_end", "clock_out", "void", "amend")


def check_against_the_whole(world: World, seed: int) -> None:
    """Punches as nobody would make them, in any order and portion: the sums are those of computing everything."""
    chance = random.Random(seed)
    office, people = world.device("office"), [world.device("worker"), world.device("other")]
    orders = [order_of(office, None) for _ in range(2)]
    made: list[str] = []
    for _push in range(24):
        who = chance.choice(people)
        new = [_drawn(chance, who, orders, made) for _ in range(chance.randint(1, 3))]
        who.push(*new)
        made += [mutation.id for mutation in new]
    bodies = held(office)
    punches: dict[str, list[Punch]] = defaultdict(list)
    for (kind, record_id), body in bodies.items():
        if kind == Kind.PUNCH:
            punches[body["user_id"]].append(read(Punch, record_id, 1, body))
    settings = next(read(Organisation, ref[1], 1, body) for ref, body in bodies.items() if ref[0] == "organisation")
    for order in orders:
        assert spent(office, order) == _reckoned(punches, settings, order)


def _reckoned(punches: dict[str, list[Punch]], settings: Organisation, order: str) -> dict[str, int]:
    found = {}
    for user_id, mine in punches.items():
        ended = [entry for entry in compute_entries(mine, settings) if entry.end and entry.work_order_id == order]
        paid = [entry for entry in ended if entry.kind is not Activity.UNPAID_MEAL and entry.end != entry.start]
        if paid:
            found[user_id] = job_totals(paid, settings, DAWN)[order].worked
    return found


def _drawn(chance: random.Random, who: WireDevice, orders: list[str], made: list[str]) -> Mutation:
    action = chance.choice(ACTIONS if made else ACTIONS[:-2])
    fields: dict[str, Any] = {"at": at(chance.randint(-40, 40) * 30)}
    if action in ("void", "amend"):
        fields |= {"target_id": chance.choice(made), "reason": "Wrong"}
    if action == "amend":
        fields["amended_at"] = at(chance.randint(-40, 40) * 30)
    if action == "break_start":
        fields["break_kind"] = chance.choice(["paid_rest", "unpaid_meal"])
    if chance.random() < 0.6:
        fields["work_order_id"] = chance.choice(orders)
    return who.punch(action, **fields)


def check_seeds(world: World) -> None:
    for seed in range(3):
        check_against_the_whole(world, seed)


def test_the_sums_are_those_of_computing_everything(world: World) -> None:
    check_seeds(world)


def forgets_what_stood_there(patch: pytest.MonkeyPatch) -> None:
    def without_dropping(book: TimeBook, user_id: str, computed: Any) -> set[str]:
        stints = job_time._stints(computed.entries)
        rows = [(book.org, order, user_id, punch, length) for (order, punch), length in stints.items()]
        book.sql.upsert(book.connection, job_time.stint, rows)
        return {order for order, _punch in stints}

    patch.setattr(TimeBook, "_replace", without_dropping)


def looks_at_the_new_ones_alone(patch: pytest.MonkeyPatch) -> None:
    def alone(_book: TimeBook, _user_id: str, changed: list[Punch], settings: Organisation) -> object:
        return recompute(changed, changed, Span(None, None), settings)

    patch.setattr(TimeBook, "_recompute", alone)


def counts_meals(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("server_stub.job_time.Activity", type("Every", (), {"UNPAID_MEAL": None}))


def tells_the_order_once(patch: pytest.MonkeyPatch) -> None:
    real, told = TimeBook._write, set[str]()

    def once(book: TimeBook, orders: Any, sums: Any) -> int | None:
        new = set(orders) - told
        told.update(new)
        return real(book, new, sums) if new else None

    patch.setattr(TimeBook, "_write", once)


@pytest.mark.parametrize("furnished", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "plant", [forgets_what_stood_there, looks_at_the_new_ones_alone, counts_meals, tells_the_order_once]
)
def test_a_planted_bug_is_caught(
    world: World, monkeypatch: pytest.MonkeyPatch, plant: Callable[[pytest.MonkeyPatch], None]
) -> None:
    plant(monkeypatch)
    with pytest.raises(AssertionError):
        check_seeds(world)
