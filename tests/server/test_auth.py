"""Signing in, devices, throttles; and what the log does not say."""

import logging

import pytest
from sqlalchemy import select

from server_stub.routes import newest_version
from server_stub.schema import device as device_table
from server_stub.schema import member
from server_stub.throttle import Allowance
from support.inprocess import PASSWORD, InProcessServer, found_company
from support.wire import sign_in, trouble_of
from support.world import World
from sync.errors import InvalidInput
from sync.protocol import Account, SignedIn, decode
from sync.records import User
from sync.terms import Role


def test_signing_in_registers_a_device(world: World) -> None:
    reply = sign_in(world.http, " ACME ", "Worker@Acme.TEST")
    signed_in = decode(reply.content, SignedIn)
    assert signed_in.account.user_id == world.ids["worker"]
    me = world.http.get("/v1/me", headers={"Authorization": f"Bearer {signed_in.token}"})
    assert decode(me.content, Account) == signed_in.account
    assert signed_in.account.server_time == world.clock.now()


def test_neither_token_nor_password_is_stored(world: World) -> None:
    signed_in = decode(sign_in(world.http, "acme", "worker@acme.test").content, SignedIn)
    for table in ("device", "member"):
        text = repr(world.rows(table))
        assert signed_in.token not in text
        assert PASSWORD not in text
    with world.server.service.database.read() as connection:
        hashes = connection.execute(select(member.c.password_hash)).scalars().all()
        digests = connection.execute(select(device_table.c.token_hash)).scalars().all()
    assert all(text.startswith("$argon2id$") for text in hashes)
    assert all(len(digest) == 32 for digest in digests)


def test_whatever_is_wrong_the_answer_is_the_same(world: World) -> None:
    replies = [
        sign_in(world.http, "nobody", "worker@acme.test"),
        sign_in(world.http, "acme", "nobody@acme.test"),
        sign_in(world.http, "acme", "worker@acme.test", "wrong"),
        sign_in(world.http, "acme", "worker@zenith.test"),
        sign_in(world.http, "acme", "%"),
        sign_in(world.http, "acme", ""),
    ]
    assert {reply.status_code for reply in replies} == {401}
    assert len({reply.content for reply in replies}) == 1


def test_guessing_is_slowed_down_for_that_account_alone(world: World) -> None:
    statuses = [sign_in(world.http, "acme", "worker@acme.test", "wrong").status_code for _try in range(11)]
    assert statuses == [401] * 10 + [429]
    reply = sign_in(world.http, "acme", "worker@acme.test")
    assert trouble_of(reply).error == "too_many"
    wait = int(reply.headers["retry-after"])
    assert sign_in(world.http, "acme", "owner@acme.test").status_code == 200
    world.clock.advance(wait)
    assert sign_in(world.http, "acme", "worker@acme.test").status_code == 200


@pytest.mark.parametrize("field", ["organisation", "email", "password", "device"])
def test_texts_that_cannot_be_kept_are_refused(world: World, field: str) -> None:
    good = {"organisation": "acme", "email": "worker@acme.test", "password": PASSWORD, "device": "x"}
    for bad in ("a\x00b", "x" * 5000):
        reply = world.http.post("/v1/sign-in", json={**good, field: bad})
        assert (reply.status_code, trouble_of(reply).error) == (422, "invalid")


def test_somebody_who_left_is_let_in_no_more(world: World) -> None:
    user = User(id=world.new_id(), name="Gone", role=Role.WORKER, email="gone@acme.test", is_active=False)
    world.server.office.add_user(world.ids["organisation"], user, PASSWORD)
    assert sign_in(world.http, "acme", "gone@acme.test").status_code == 401


def test_a_locked_out_device_is_turned_away_at_once_and_alone(world: World) -> None:
    first = decode(sign_in(world.http, "acme", "worker@acme.test").content, SignedIn)
    second = decode(sign_in(world.http, "acme", "worker@acme.test").content, SignedIn)
    world.server.office.revoke_device(world.ids["organisation"], first.account.device_id)
    statuses = [
        world.http.get("/v1/me", headers={"Authorization": f"Bearer {signed_in.token}"}).status_code
        for signed_in in (first, second)
    ]
    assert statuses == [403, 200]
    with pytest.raises(InvalidInput):
        world.server.office.revoke_device(world.companies.ids["zenith"]["organisation"], second.account.device_id)


def test_an_operator_is_told_what_is_wrong(world: World) -> None:
    office = world.server.office
    with pytest.raises(InvalidInput, match="already"):
        office.create_organisation("ACME", name="Again")
    user = User(id=world.new_id(), name="Twin", role=Role.WORKER, email="Worker@acme.test")
    with pytest.raises(InvalidInput, match="already"):
        office.add_user(world.ids["organisation"], user, PASSWORD)
    with pytest.raises(InvalidInput, match="password"):
        office.add_user(world.ids["organisation"], user, "short")


def test_a_device_that_floods_is_asked_to_wait(tmp_path: object) -> None:
    server = InProcessServer(f"sqlite:///{tmp_path}/server.db", requests=Allowance(burst=3, per_second=0.001))
    try:
        found_company(server)
        http = server.client()
        token = decode(sign_in(http, "acme", "worker@acme.test").content, SignedIn).token
        replies = [http.get("/v1/me", headers={"Authorization": f"Bearer {token}"}) for _request in range(4)]
        assert [reply.status_code for reply in replies] == [200, 200, 200, 429]
        assert int(replies[3].headers["retry-after"]) >= 1
    finally:
        server.close()


def test_the_log_has_no_token_no_query_and_no_body(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="server_stub")
    device = world.device()
    device.apply(device.lead("Canary Body"))
    device.get("/v1/sync/pull", cursor="canary-cursor")
    device.get("/v1/canary%0d%0aline")
    text = "\n".join(record.getMessage() for record in caplog.records)
    assert "POST /v1/sync/push 200" in text
    for secret in (device.token, "Canary Body", "canary-cursor", "\r"):
        assert secret not in text
    assert not any("\n" in record.getMessage() for record in caplog.records)


def test_an_event_stream_ends_with_the_right_to_listen(world: World) -> None:
    signed_in = decode(sign_in(world.http, "acme", "worker@acme.test").content, SignedIn)
    authorization = f"Bearer {signed_in.token}"
    service = world.server.service
    who = service.door.admit(authorization, world.clock.now())
    assert newest_version(service, who, authorization) == world.version()
    world.server.office.revoke_device(world.ids["organisation"], who.device_id)
    assert newest_version(service, who, authorization) is None
