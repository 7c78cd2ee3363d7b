"""Walls between organisations, and who may call what: checked over the whole route table."""

from dataclasses import replace
from typing import Any

import httpx
import pytest
from sqlalchemy import update

from server_stub.app import create_app
from server_stub.routes import ROUTES, Policy, Route
from server_stub.schema import device as device_table
from support.wire import WireDevice, sign_in, trouble_of
from support.world import World
from sync.errors import StreamFlowError
from sync.ids import is_id
from sync.kinds import Kind
from sync.protocol import MEDIA_TYPE, Op, encode
from sync.records import User
from sync.terms import Role

GUARDED = [route for route in ROUTES if route.policy is not Policy.ANYBODY]
OPEN = {"/v1/health", "/v1/sign-in"}
USED: dict[str, Any] = {
    "subject_kind": "work_order",
    "name": "Valve",
    "quantity": 1,
    "used_at": "2026-11-20T08:00:00Z",
}


def ask(http: httpx.Client, route: Route, authorization: str | None, body: bytes = b"{}") -> httpx.Response:
    headers = {"Content-Type": MEDIA_TYPE, "Idempotency-Key": "one"}
    if authorization is not None:
        headers["Authorization"] = authorization
    query = {"from": "2026-11-20", "to": "2026-11-20"} if route.path == "/v1/time-entries" else None
    return http.request(route.method, route.path, headers=headers, content=body, params=query)


def test_only_these_routes_are_open_to_anybody() -> None:
    assert {route.path for route in ROUTES if route.policy is Policy.ANYBODY} == OPEN


def test_a_route_without_a_policy_stops_the_server_at_start_up(tmp_path: Any) -> None:
    forgotten = replace(ROUTES[0], path="/v1/forgotten", policy=None)
    with pytest.raises(StreamFlowError, match="names no policy"):
        create_app(f"sqlite:///{tmp_path}/server.db", routes=(*ROUTES, forgotten))


@pytest.mark.parametrize("route", GUARDED, ids=lambda route: f"{route.method} {route.path}")
def test_no_token_or_a_bad_one_gets_the_same_answer_everywhere(world: World, route: Route) -> None:
    good = world.companies.tokens["acme", "worker"]
    bad = [None, "", "Bearer", "Bearer x", f"Basic {good}", f"Bearer {good[:-4]}AAAA", f"Bearer {good}A", "Bearer é"]
    bad.append("Bearer sf1_" + "A" * 75)
    replies = [ask(world.http, route, authorization) for authorization in bad if authorization != "Bearer é"]
    assert {reply.status_code for reply in replies} == {401}
    assert len({reply.content for reply in replies}) == 1
    assert trouble_of(replies[0]).error == "unauthenticated"


@pytest.mark.parametrize("route", GUARDED, ids=lambda route: f"{route.method} {route.path}")
def test_a_locked_out_device_is_told_so_and_nothing_else(world: World, route: Route) -> None:
    token = world.companies.tokens["acme", "worker"]
    with world.server.service.database.write() as connection:
        connection.execute(
            update(device_table).where(device_table.c.user_id == world.ids["worker"]).values(revoked_at=1)
        )
    reply = ask(world.http, route, f"Bearer {token}")
    assert (reply.status_code, trouble_of(reply).error) == (403, "device_revoked")


def test_a_signed_out_token_is_no_token(world: World) -> None:
    device = world.device()
    assert device.post("/v1/sign-out", b"").status_code == 204
    reply = device.get("/v1/me")
    assert (reply.status_code, trouble_of(reply).error) == (401, "unauthenticated")


def foreign_records(world: World) -> dict[str, str]:
    """Records of the other company, one of each kind; and its people."""
    owner = world.device("owner", "zenith")
    customer, lead = owner.create(Kind.CUSTOMER, name="Secret"), owner.lead("Secret")
    order = owner.order(customer_id=customer.id, assignee_id=owner.user_id)
    punch, week = owner.punch(), owner.week()
    location = owner.location(punch.id)
    site, contact = (
        owner.create(kind, subject_kind="customer", subject_id=customer.id, name="Secret")
        for kind in (Kind.SITE, Kind.CONTACT)
    )
    part = owner.create(Kind.PART, subject_id=order.id, **USED)
    verdicts = owner.push(customer, lead, order, punch, site, contact, part, week, location)
    assert {verdict.outcome for verdict in verdicts} == {"applied"}
    foreman = world.device("office", "zenith")
    told = foreman.lead("Secret", assignee_id=owner.user_id)
    foreman.apply(told)
    owner.pull()
    theirs = world.companies.ids["zenith"]
    (notification,) = (record_id for kind, record_id in owner.held if kind == Kind.NOTIFICATION)
    return {
        "notification": notification,
        "customer": customer.id,
        "site": site.id,
        "contact": contact.id,
        "lead": lead.id,
        "work_order": order.id,
        "punch": punch.id,
        "location": location.id,
        "part": part.id,
        "timesheet": week.id,
        "user": theirs["worker"],
        "crew": theirs["crew"],
        "organisation": theirs["organisation"],
    }


def attempts(device: WireDevice, ids: dict[str, str]) -> list[Any]:
    """Every way to name a foreign record in a mutation."""
    subjects = [
        device.create(Kind.NOTE, subject_kind=kind, subject_id=ids[kind], text="Hm", written_at="2026-11-20T08:00:00Z")
        for kind in ("customer", "lead", "work_order")
    ]
    subjects += [
        device.create(kind, subject_kind="customer", subject_id=ids["customer"], name="Hm")
        for kind in (Kind.SITE, Kind.CONTACT)
    ]
    subjects.append(device.create(Kind.PART, subject_id=ids["work_order"], **USED))
    changes = [
        device.mutation(op, kind, ids[kind.value], base=10**6, fields={"name": "X"} if op is Op.CHANGE else {})
        for kind in (Kind.CUSTOMER, Kind.SITE, Kind.CONTACT, Kind.LEAD, Kind.WORK_ORDER, Kind.PART)
        for op in (Op.CHANGE, Op.REMOVE, Op.RESTORE)
    ]
    news = [
        device.mutation(Op.CHANGE, Kind.NOTIFICATION, ids["notification"], base=10**6, fields={"is_read": True}),
        device.mutation(Op.REMOVE, Kind.NOTIFICATION, ids["notification"], base=10**6),
    ]
    references = [
        device.lead(customer_id=ids["customer"]),
        device.lead(assignee_id=ids["user"]),
        device.lead(merged_into=ids["lead"]),
        device.order(customer_id=ids["customer"]),
        device.order(assignee_id=ids["user"]),
        device.order(crew_id=ids["crew"]),
        device.punch(user_id=ids["user"]),
        device.week(ids["user"]),
        device.location(ids["punch"], user_id=ids["user"]),
        device.mutation(Op.REMOVE, Kind.LOCATION, ids["location"], base=10**6),
        device.change(ids["timesheet"], Kind.TIMESHEET, 10**6, status="approved"),
        device.mutation(Op.CREATE, Kind.LEAD, ids["lead"], fields={"name": "Mine"}),
        device.punch(work_order_id=ids["work_order"], target_id=ids["punch"]),
    ]
    return [*subjects, *changes, *news, *references]


@pytest.mark.parametrize("role", ["worker", "lead", "office", "owner"])
def test_foreign_ids_answer_as_ids_that_nobody_has(world: World, role: str) -> None:
    """Two runs that differ only in what the other company has give the same answers."""
    foreign = foreign_records(world)
    unknown = {kind: world.new_id() for kind in foreign}
    replies = []
    for ids in (foreign, unknown):
        device = world.device(role)
        verdicts = device.push(*attempts(device, ids))
        replies.append([(v.outcome, v.refusal, v.row.state if v.row else None, v.cause, v.replayed) for v in verdicts])
    assert replies[0] == replies[1]
    assert any(outcome == "refused" for outcome, *_rest in replies[0])


@pytest.mark.parametrize("role", ["worker", "lead", "office", "owner"])
def test_foreign_ids_in_the_plain_form_answer_as_ids_that_nobody_has(world: World, role: str) -> None:
    foreign = foreign_records(world)
    unknown = {kind: world.new_id() for kind in foreign}
    device = world.device(role)
    answers = []
    for run, ids in enumerate((foreign, unknown)):
        bodies = [
            ("/v1/leads", {"name": "Ann", "customer_id": ids["customer"]}),
            ("/v1/leads", {"name": "Ann", "assignee_id": ids["user"]}),
            ("/v1/work-orders", {"title": "Boiler", "customer_id": ids["customer"]}),
            ("/v1/work-orders", {"title": "Boiler", "assignee_id": ids["user"]}),
            ("/v1/work-orders", {"title": "Boiler", "crew_id": ids["crew"]}),
            ("/v1/punches", {**device.punch().fields, "user_id": ids["user"]}),
        ]
        replies = [
            device.post(path, encode(body), **{"Idempotency-Key": f"{run} {place}"})
            for place, (path, body) in enumerate(bodies)
        ]
        answers.append([(reply.status_code, reply.content) for reply in replies])
    assert answers[0] == answers[1]
    assert {status for status, _content in answers[0]} == {422}


def test_the_other_companys_keys_streams_and_versions_do_not_show(world: World) -> None:
    theirs, mine = world.device("owner", "zenith"), world.device("owner")
    lead = theirs.lead("Secret")
    theirs.apply(lead)
    before = world.version()
    mine.stream = theirs.stream
    verdict = mine.push(mine.mutation(Op.CREATE, Kind.LEAD, lead.id, key=lead.key, fields={"name": "Mine"}))[0]
    assert (verdict.outcome, verdict.replayed, verdict.version) == ("applied", False, before + 1)
    mine.pull()
    assert "Secret" not in repr(mine.held)
    held_back = mine.mutation(Op.CREATE, Kind.LEAD, fields={"name": "A"}, after=(lead.key,))
    assert mine.push(held_back)[0].outcome == "applied"


@pytest.mark.parametrize("role", ["worker", "lead", "office", "owner"])
def test_nothing_of_the_other_company_is_ever_in_an_answer(world: World, role: str) -> None:
    foreign_records(world)
    theirs = world.companies.ids["zenith"]
    device = world.device(role)
    texts = [
        device.get("/v1/sync/pull").text,
        device.get("/v1/me").text,
        device.get("/v1/time-entries", **{"from": "2026-11-01", "to": "2026-11-30"}).text,
    ]
    for text in texts:
        assert "Secret" not in text
        assert not any(identity in text for identity in theirs.values() if is_id(identity))


def test_time_entries_of_others_are_not_found(world: World) -> None:
    span = {"from": "2026-11-01", "to": "2026-11-30"}
    worker = world.device()
    for user_id in (world.companies.ids["zenith"]["worker"], world.ids["other"], world.new_id()):
        reply = worker.get("/v1/time-entries", user_id=user_id, **span)
        assert (reply.status_code, trouble_of(reply).error) == (404, "not_found")


def test_an_organisation_named_in_a_header_changes_nothing(world: World) -> None:
    device = world.device("owner")
    reply = world.http.get(
        "/v1/me", headers={**device.headers, "X-Tenant": world.companies.ids["zenith"]["organisation"]}
    )
    assert reply.json()["organisation_id"] == world.ids["organisation"]


def test_the_same_address_may_belong_to_both_companies(world: World) -> None:
    office = world.server.office
    user = User(id=world.new_id(), name="Twin", role=Role.OWNER, email="owner@acme.test")
    office.add_user(world.companies.ids["zenith"]["organisation"], user, "another pass")
    reply = sign_in(world.http, "zenith", "owner@acme.test", "another pass")
    assert reply.json()["account"]["organisation_id"] == world.companies.ids["zenith"]["organisation"]
    assert sign_in(world.http, "acme", "owner@acme.test", "another pass").status_code == 401


def test_a_body_is_never_echoed(world: World) -> None:
    device = world.device()
    reply = device.post("/v1/leads", encode({"name": 7, "canary-name": "canary-value"}), **{"Idempotency-Key": "k"})
    assert reply.status_code == 422
    assert "canary-value" not in reply.text
