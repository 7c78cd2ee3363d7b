"""Three devices, one server, real processes and sockets: whatever the line does, nothing is lost, doubled or stuck."""

import time

from support.judge import DeviceFile
from support.processes import wait_until
from support.theatre import Theatre

PORTAL = {"kind": "portal"}
DUPLICATE = {"kind": "duplicate"}
RETRY_AFTER = 2
TOO_MANY = {"kind": "status", "status": 429, "error": "too_many", "retry_after": RETRY_AFTER}


def begin(theatre: Theatre) -> None:
    """Everybody is there and has seen everything."""
    theatre.start_all()
    theatre.settle()


def finish(theatre: Theatre) -> None:
    theatre.settle()
    assert theatre.judge().names == set(), theatre.judge()


def test_a_day_with_a_cut_line_and_kills(theatre: Theatre) -> None:
    begin(theatre)
    theatre.proxy.cut()
    for device in theatre.devices.values():
        theatre.work(device, 2)
        device.kill()
        device.start()
        theatre.work(device)
        assert device.state()["waiting"] == 9
    theatre.proxy.restore()
    finish(theatre)
    assert len(theatre.books.receipts()) == 27


def test_the_reply_is_lost_after_the_commit(theatre: Theatre) -> None:
    begin(theatre)
    theatre.proxy.drop_reply("/v1/sync/push", times=3)
    for device in theatre.devices.values():
        theatre.work(device)
    wait_until(lambda: theatre.proxy.robbed > 0, "a reply was dropped")
    finish(theatre)


def test_requests_arrive_twice_and_late(theatre: Theatre) -> None:
    begin(theatre)
    late = {"kind": "late"}
    for device in theatre.devices.values():
        device.say("faults", faults=[DUPLICATE, late, DUPLICATE, late, None, DUPLICATE] * 3)
        theatre.work(device, 3)
    finish(theatre)


def test_a_login_page_under_200_is_never_success(theatre: Theatre) -> None:
    begin(theatre)
    theatre.proxy.portal()
    theatre.work(theatre.van, 2)
    theatre.van.wake()
    assert theatre.van.wait(phase="offline", seconds=10)["phase"] == "offline"
    assert theatre.van.state()["waiting"] == 6
    assert theatre.books.receipts() == {}
    theatre.proxy.restore()
    for device in theatre.devices.values():
        device.say("faults", faults=[PORTAL, None, PORTAL])
    finish(theatre)


def test_answers_break_off_at_any_byte(theatre: Theatre) -> None:
    begin(theatre)
    for at_byte in (1, 17, 80, 200, 320, 500):
        theatre.proxy.truncate(at_byte)
        theatre.work(theatre.van)
        theatre.van.wake()
        theatre.van.wait(phase="offline", seconds=10)
    theatre.proxy.restore()
    finish(theatre)


def test_the_token_ends_in_mid_queue_and_the_person_signs_in_again(theatre: Theatre) -> None:
    """A first push goes through, then a real 401; a new sign-in of the same person sends the rest, each once."""
    begin(theatre)
    theatre.proxy.cut()
    theatre.fill(theatre.van, 2_200)
    theatre.van.say("faults", faults=[None, None, {"kind": "status", "status": 401, "error": "unauthenticated"}])
    theatre.proxy.restore()
    theatre.van.wake()
    left = theatre.van.wait(phase="sign_in_needed")["waiting"]
    assert 0 < left < 2_200
    device_id = theatre.books_device("worker")
    theatre.be_operator("UPDATE device SET is_signed_out = 1 WHERE id = ?", device_id)
    theatre.work(theatre.van)
    theatre.van.wake("user")
    assert theatre.van.wait(phase="sign_in_needed")["waiting"] == left + 3
    theatre.van.take_token(theatre.sign_in("worker"))
    theatre.van.wake("signed_in")
    finish(theatre)


def test_a_locked_out_device_sends_nothing_and_keeps_only_what_nobody_else_has(theatre: Theatre) -> None:
    begin(theatre)
    theatre.work(theatre.van)
    theatre.settle()
    sent = set(theatre.books.receipts())
    theatre.proxy.cut()
    theatre.work(theatre.van, 2)
    theatre.operate("revoke-device", "acme", theatre.books_device("worker"))
    theatre.proxy.restore()
    theatre.van.wake()
    assert theatre.van.wait(phase="revoked")["waiting"] == 6
    assert DeviceFile(theatre.van.folder).confirmed() == {}
    theatre.van.kill()
    theatre.van.start()
    assert theatre.van.wait(phase="revoked")["waiting"] == 6
    assert set(theatre.books.receipts()) == sent
    theatre.van.take_token(theatre.sign_in("worker"))
    theatre.van.wake("signed_in")
    finish(theatre)


def test_a_busy_server_is_left_alone_for_as_long_as_it_asks(theatre: Theatre) -> None:
    begin(theatre)
    theatre.van.say("faults", faults=[TOO_MANY])
    began = time.monotonic()
    theatre.work(theatre.van)
    theatre.van.wake()
    assert theatre.van.wait(phase="waiting", seconds=10)["phase"] == "waiting"
    assert theatre.van.state()["waiting"] == 3
    theatre.van.settle()
    assert time.monotonic() - began >= RETRY_AFTER
    finish(theatre)


def test_a_full_outbox_drains_by_itself_at_the_start(theatre: Theatre) -> None:
    """Nobody wakes anything: starting while online is enough."""
    begin(theatre)
    theatre.proxy.cut()
    theatre.fill(theatre.van, 1_500)
    theatre.work(theatre.van)
    theatre.van.kill()
    theatre.proxy.restore()
    theatre.van.start()
    theatre.van.settle()
    finish(theatre)


def test_the_server_is_killed_again_and_again(theatre: Theatre) -> None:
    begin(theatre)
    for _ in range(3):
        theatre.fill(theatre.van, 400)
        theatre.work(theatre.devices["tablet"])
        theatre.server.kill()
        theatre.work(theatre.van)
        theatre.server.restart()
        theatre.van.wake()
    finish(theatre)


def test_a_refusal_is_parked_with_what_hangs_on_it_and_the_rest_flows(theatre: Theatre) -> None:
    begin(theatre)
    theatre.proxy.cut()
    lead = theatre.new_id()
    theatre.van.create("lead", lead, "name", customer_id=theatre.new_id())
    theatre.van.change("lead", lead, "need")
    theatre.work(theatre.van, 2)
    theatre.proxy.restore()
    finish(theatre)
    outcomes = sorted(outcome for outcome, _code in theatre.parked("van"))
    assert outcomes == ["held", "refused"]


def test_two_devices_change_the_same_field_and_what_loses_is_kept(theatre: Theatre) -> None:
    begin(theatre)
    (lead,) = theatre.work(theatre.devices["desk"])
    theatre.settle()
    theatre.proxy.cut()
    theatre.devices["desk"].change("lead", lead, "need")
    theatre.devices["tablet"].change("lead", lead, "need")
    theatre.devices["tablet"].change("lead", lead, "source")
    theatre.proxy.restore()
    finish(theatre)
    assert theatre.parked("desk") + theatre.parked("tablet") == []
    assert len(theatre.books.lost()) == 1
