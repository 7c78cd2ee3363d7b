"""Pull: in version order, nothing skipped, and each device holds what its user may hold, no more and no less."""

import random
from datetime import timedelta
from typing import Any

import pytest

from server_stub.purge import KEPT_DAYS, purge
from support.sending import attachment
from support.wire import WireDevice, trouble_of
from support.world import World
from sync.kinds import Kind
from sync.protocol import Code, Op, Outcome, State


def test_pages_come_in_version_order_whatever_their_size(world: World) -> None:
    device = world.device("owner")
    device.push(*(device.lead(f"Lead {place}") for place in range(25)))
    whole = world.device("owner").pull()
    for limit in (1, 2, 7, 2000):
        rows = world.device("owner").pull(limit)
        assert rows == whole
    assert [row.version for row in whole] == sorted(row.version for row in whole)


def test_what_is_written_while_paging_comes_with_the_next_run(world: World) -> None:
    device, writer = world.device("owner"), world.device("office")
    writer.push(*(writer.lead(f"Lead {place}") for place in range(5)))
    page = device.page("", 3)
    late = writer.apply(writer.lead("Late"))
    seen = list(page.rows)
    while page.more:
        page = device.page(page.cursor, 3)
        seen += page.rows
    assert all(row.version < late.version for row in seen)
    following = device.page(page.cursor, 3)
    assert [row.version for row in following.rows] == [late.version]


def test_a_record_that_changes_while_paging_is_not_lost(world: World) -> None:
    device, writer = world.device("owner"), world.device("office")
    leads = [writer.lead(f"Lead {place}") for place in range(6)]
    writer.push(*leads)
    page = device.page("", 8)
    for lead in leads:
        writer.apply(writer.change(lead.id, Kind.LEAD, 10**6, name="Changed"))
    device.cursor = page.cursor
    for row in page.rows:
        device.held[row.kind, row.id] = row
    device.pull(2)
    device.pull(2)
    assert {body["name"] for (kind, _), body in device.bodies().items() if kind == "lead"} == {"Changed"}


def test_a_first_pull_names_no_tombstones_and_a_later_one_does(world: World) -> None:
    office, known = world.device("office"), world.device("owner")
    lead = office.lead("Ann")
    created = office.apply(lead)
    known.pull()
    office.apply(office.mutation(Op.REMOVE, Kind.LEAD, lead.id, base=created.version))
    assert [row.state for row in known.pull()] == [State.DELETED]
    assert lead.id not in [row.id for row in world.device("owner").pull()]


@pytest.mark.parametrize("cursor", ["x", "A" * 40, "é", "\x00", "1", "99999999999999999999", "A" * 5000])
def test_a_forged_cursor_is_refused(world: World, cursor: str) -> None:
    reply = world.device().get("/v1/sync/pull", cursor=cursor)
    assert (reply.status_code, trouble_of(reply).error) == (400, "bad_request")


def test_a_cursor_is_good_for_its_user_alone(world: World) -> None:
    cursor = world.device("owner").page("").cursor
    for device in (world.device("office"), world.device("owner", "zenith")):
        assert device.get("/v1/sync/pull", cursor=cursor).status_code == 400
    tampered = cursor[:-2] + ("AA" if not cursor.endswith("AA") else "BB")
    assert world.device("owner").get("/v1/sync/pull", cursor=tampered).status_code == 400


def test_a_cursor_of_another_epoch_says_so(world: World) -> None:
    device = world.device("owner")
    cursor = device.page("").cursor
    database = world.server.service.database
    database.__dict__["epoch"] = "restored"
    reply = device.get("/v1/sync/pull", cursor=cursor)
    assert (reply.status_code, trouble_of(reply).error, trouble_of(reply).epoch) == (409, "epoch", "restored")


def test_everybody_holds_settings_users_and_crews(world: World) -> None:
    for name in ("worker", "lead", "office", "owner", "other"):
        device = world.device(name)
        device.pull()
        kinds = [kind for kind, _id in device.bodies()]
        assert (kinds.count("organisation"), kinds.count("user"), kinds.count("crew")) == (1, 5, 1)


def test_a_worker_holds_their_leads_and_nobody_elses(world: World) -> None:
    office, worker = world.device("office"), world.device("worker")
    theirs, mine = office.lead("Theirs"), worker.lead("Mine")
    office.apply(theirs)
    worker.apply(mine)
    worker.pull()
    assert worker.holds(mine.id)
    assert not worker.holds(theirs.id)
    office.apply(office.change(theirs.id, Kind.LEAD, 10**6, assignee_id=worker.user_id))
    worker.pull()
    assert worker.holds(theirs.id)


def test_a_worker_keeps_the_customers_that_they_have_entered(world: World) -> None:
    """Work must not vanish from the screen when it is sent, nor when an order for it comes and goes."""
    office, worker, other = (world.device(name) for name in ("office", "worker", "other"))
    customer = worker.create(Kind.CUSTOMER, name="Hill Street Residents")
    verdict = worker.apply(customer)
    assert verdict.row is not None
    assert verdict.row.body["created_by"] == worker.user_id
    order = office.order(customer_id=customer.id, assignee_id=other.user_id)
    office.apply(order)
    for device in (worker, other):
        device.pull()
        assert device.holds(customer.id)
    office.apply(office.mutation(Op.REMOVE, Kind.WORK_ORDER, order.id, base=10**6))
    worker.pull()
    other.pull()
    assert worker.holds(customer.id)
    assert not other.holds(customer.id)


def assigned(office: WireDevice, user_id: str | None) -> tuple[str, str, str]:
    """A work order with its customer and a note; returns their ids."""
    customer = office.create(Kind.CUSTOMER, name="Hill Street Residents")
    order = office.order(customer_id=customer.id, assignee_id=user_id)
    note = office.create(
        Kind.NOTE, subject_kind="work_order", subject_id=order.id, text="Key", written_at="2026-11-20T08:00:00Z"
    )
    verdicts = office.push(customer, order, note)
    assert {verdict.outcome for verdict in verdicts} == {Outcome.APPLIED}
    return order.id, customer.id, note.id


def test_a_reassigned_work_order_takes_customer_and_notes_along(world: World) -> None:
    office, worker, other = world.device("office"), world.device("worker"), world.device("other")
    everything = assigned(office, worker.user_id)
    worker.pull()
    other.pull()
    assert all(worker.holds(record_id) for record_id in everything)
    assert not any(other.holds(record_id) for record_id in everything)
    office.apply(office.change(everything[0], Kind.WORK_ORDER, 10**6, assignee_id=other.user_id))
    assert {row.id: row.state for row in worker.pull()} == dict.fromkeys(everything, State.REMOVED)
    other.pull()
    assert all(other.holds(record_id) for record_id in everything)
    office.apply(office.change(everything[0], Kind.WORK_ORDER, 10**6, assignee_id=worker.user_id))
    worker.pull()
    assert all(worker.holds(record_id) for record_id in everything)


def test_what_is_attached_stays_with_whoever_holds_it_when_its_subject_has_been_forgotten(world: World) -> None:
    worker, office, database = world.device("worker"), world.device("office"), world.server.service.database
    lead = worker.lead()
    photo = attachment(worker, lead, b"photo")
    worker.push(lead, photo)
    office.apply(office.mutation(Op.REMOVE, Kind.LEAD, lead.id, base=10**6))
    world.clock.advance(timedelta(days=KEPT_DAYS + 1).total_seconds())
    assert purge(database, world.new_id, world.clock.now()) == 1
    office.apply(office.change(photo.id, Kind.ATTACHMENT, 10**6, name="boiler-left.jpg"))
    for device in (worker, world.device("lead")):
        device.pull()
        assert device.bodies()[Kind.ATTACHMENT, photo.id]["name"] == "boiler-left.jpg"
    other = world.device("other")
    other.pull()
    assert not other.holds(photo.id)


def test_whoever_made_a_work_order_holds_it_until_somebody_is_assigned(world: World) -> None:
    office, worker = world.device("office"), world.device("worker")
    order = worker.order()
    verdict = worker.apply(order)
    assert verdict.row is not None
    assert verdict.row.state is State.PRESENT
    worker.pull()
    assert worker.holds(order.id)
    office.apply(office.change(order.id, Kind.WORK_ORDER, 10**6, assignee_id=world.ids["other"]))
    worker.pull()
    assert not worker.holds(order.id)


def test_a_customer_stays_while_another_work_order_needs_it(world: World) -> None:
    office, worker = world.device("office"), world.device("worker")
    order_id, customer_id, _note = assigned(office, worker.user_id)
    second = office.order(customer_id=customer_id, assignee_id=worker.user_id)
    office.apply(second)
    office.apply(office.change(order_id, Kind.WORK_ORDER, 10**6, assignee_id=None))
    worker.pull()
    assert worker.holds(customer_id)
    office.apply(office.mutation(Op.REMOVE, Kind.WORK_ORDER, second.id, base=10**6))
    worker.pull()
    assert not worker.holds(customer_id)


def test_a_crew_lead_holds_the_crews_work_and_all_leads(world: World) -> None:
    office, lead, worker = world.device("office"), world.device("lead"), world.device("worker")
    order_id, customer_id, note_id = assigned(office, worker.user_id)
    foreign, foreign_customer, foreign_note = assigned(office, world.ids["other"])
    punch, some_lead = worker.punch(), office.lead("Ann")
    worker.apply(punch)
    office.apply(some_lead)
    lead.pull()
    for record_id in (order_id, customer_id, note_id, punch.id, some_lead.id, foreign_customer):
        assert lead.holds(record_id)
    for record_id in (foreign, foreign_note):
        assert not lead.holds(record_id)


def test_a_verdict_says_when_the_record_has_left_the_users_scope(world: World) -> None:
    office, worker = world.device("office"), world.device("worker")
    order_id, _customer, _note = assigned(office, worker.user_id)
    verdict = worker.apply(worker.change(order_id, Kind.WORK_ORDER, 10**6, assignee_id=world.ids["other"]))
    assert verdict.row is not None
    assert (verdict.row.state, verdict.row.body) == (State.REMOVED, {})


def test_what_one_does_not_hold_one_does_not_write(world: World) -> None:
    office, worker = world.device("office"), world.device("worker")
    order_id, _customer, _note = assigned(office, world.ids["other"])
    verdict = worker.push(worker.change(order_id, Kind.WORK_ORDER, 10**6, title="Mine now"))[0]
    unknown = worker.push(worker.change(world.new_id(), Kind.WORK_ORDER, 10**6, title="Mine now"))[0]
    assert verdict.refusal is not None
    assert (verdict.outcome, verdict.refusal.code, verdict.row) == (Outcome.REFUSED, Code.NOT_FOUND, None)
    assert (unknown.refusal, unknown.row) == (verdict.refusal, None)


@pytest.mark.parametrize("seed", range(6))
def test_every_device_comes_to_hold_exactly_its_scope(world: World, seed: int) -> None:
    """Random work on orders, customers and notes, pulled in small pages now and then, against a plain reckoning."""
    chance = random.Random(seed)
    office = world.device("office")
    devices = {name: world.device(name) for name in ("worker", "other", "lead", "owner")}
    customers = [office.create(Kind.CUSTOMER, name=f"Customer {place}") for place in range(3)]
    office.push(*customers)
    orders: dict[str, dict[str, object]] = {}
    people = [world.ids["worker"], world.ids["other"], None]
    for _step in range(40):
        match chance.randint(0, 4):
            case 0 | 1 if len(orders) < 8:
                customer = chance.choice(customers).id
                fields: dict[str, Any] = {"customer_id": customer, "assignee_id": chance.choice(people)}
                order = office.order(**fields)
                note = office.create(
                    Kind.NOTE,
                    subject_kind="work_order",
                    subject_id=order.id,
                    text="Hm",
                    written_at="2026-11-20T08:00:00Z",
                )
                office.push(order, note)
                orders[order.id] = {**fields, "note": note.id}
            case 2 | 3 if orders:
                order_id = chance.choice(sorted(orders))
                fields = chance.choice(
                    [{"assignee_id": chance.choice(people)}, {"customer_id": chance.choice(customers).id}]
                )
                office.apply(office.change(order_id, Kind.WORK_ORDER, 10**6, **fields))
                orders[order_id] |= fields
            case _:
                chance.choice(list(devices.values())).pull(chance.randint(1, 5))
    for device in devices.values():
        device.pull(3)
    for name in ("worker", "other"):
        mine = {order_id: order for order_id, order in orders.items() if order["assignee_id"] == world.ids[name]}
        expected = {
            *mine,
            *(order["note"] for order in mine.values()),
            *(order["customer_id"] for order in mine.values()),
        }
        held = {ref[1] for ref in devices[name].bodies() if ref[0] in ("customer", "work_order", "note")}
        assert held == expected
    fresh = {name: world.device(name) for name in devices}
    for name, device in fresh.items():
        device.pull()
        assert device.bodies() == devices[name].bodies()
