"""Signing in, again and out; and what a device keeps meanwhile."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from client import profile
from client.account import (
    NoNetwork,
    SignInForm,
    SignInTrouble,
    UnsentWork,
    WrongAddress,
    WrongPassword,
    address,
    sign_in,
    sign_in_again,
    sign_out,
)
from client.home import Home
from client.passphrase import Cost, PassphraseFile, WrongPassphrase
from client.profile import Profiles
from client.session import Session
from client.views import Link
from support.inprocess import PASSWORD, InProcessServer
from sync.errors import Corrupt

PASSPHRASE = "correct horse battery"
FORM = SignInForm("https://server.test", "acme", "worker@acme.test", PASSWORD)

OpenSession = Callable[..., Session]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home.at(tmp_path / "home")
    PassphraseFile(home.secrets_file, PASSPHRASE, Cost(64, 1, 1)).write("cheap for tests", "")
    return home


def test_a_profile_is_remembered(home: Home, server: InProcessServer, ids: dict[str, str]) -> None:
    profile = sign_in(home, FORM, PASSPHRASE, transport=server.transport)
    assert (profile.user_id, profile.organisation_id) == (ids["worker"], ids["organisation"])
    assert Profiles(home).current() == profile
    assert Profiles(home).all() == (profile,)
    (profile.folder(home) / "profile.json").write_text("{garbled")
    assert Profiles(home).current() is None


@pytest.mark.usefixtures("ids")
def test_a_wrong_password_and_a_wrong_organisation_look_alike(home: Home, server: InProcessServer) -> None:
    for form in (
        SignInForm(FORM.server_url, "acme", FORM.email, "wrong"),
        SignInForm(FORM.server_url, "other", FORM.email, PASSWORD),
        SignInForm(FORM.server_url, "acme", "nobody@acme.test", PASSWORD),
    ):
        with pytest.raises(WrongPassword) as told:
            sign_in(home, form, PASSPHRASE, transport=server.transport)
        assert told.value.field == "password"
    assert Profiles(home).current() is None


def test_an_address_is_completed_and_kept_safe(home: Home) -> None:
    assert address(" field.example/ ") == "https://field.example"
    with pytest.raises(WrongAddress):
        address(" ")
    with pytest.raises(WrongAddress, match="https"):
        sign_in(home, SignInForm("http://field.example", "acme", "a@b.c", "x"), PASSPHRASE)
    with pytest.raises(NoNetwork):
        sign_in(home, SignInForm("http://127.0.0.1:9", "acme", "a@b.c", "x"), PASSPHRASE)


@pytest.mark.usefixtures("ids")
def test_a_lost_passphrase_costs_the_token_and_no_work(home: Home, server: InProcessServer) -> None:
    profile = sign_in(home, FORM, PASSPHRASE, transport=server.transport)
    kept = profile.folder(home) / "profile.db"
    kept.write_bytes(b"work")
    with pytest.raises(WrongPassphrase):
        sign_in(home, FORM, "another", transport=server.transport)
    sign_in(home, FORM, "another", forget_secrets=True, transport=server.transport)
    assert kept.read_bytes() == b"work"
    assert PassphraseFile(home.secrets_file, "another").read(profile.name_of_secret)


@pytest.mark.usefixtures("ids")
def test_a_locked_server_is_the_only_one(home: Home, server: InProcessServer) -> None:
    policy = {"server_url": {"value": FORM.server_url, "locked": True}}
    (home.config / "policies.json").write_text(json.dumps(policy))
    with pytest.raises(WrongAddress, match="organisation has set"):
        sign_in(home, SignInForm("https://elsewhere.test", "acme", FORM.email, PASSWORD), PASSPHRASE)
    assert sign_in(home, FORM, PASSPHRASE, transport=server.transport).server_url == FORM.server_url


def test_a_token_that_was_locked_out_asks_for_a_person_and_work_goes_on(
    open_session: OpenSession, server: InProcessServer, ids: dict[str, str]
) -> None:
    session = open_session("worker")
    assert session.sync.once(5).link is Link.ONLINE
    server.office.revoke_device(ids["organisation"], session.profile.device_id)
    session.time.clock_in()
    assert session.sync.once(5).link in (Link.REVOKED, Link.SIGN_IN_NEEDED)
    session.time.clock_out()
    assert session.sync.status().waiting == 2
    sign_in_again(session, PASSWORD, PASSPHRASE, transport=server.transport)
    status = session.sync.once(5)
    assert (status.link, status.waiting, status.attention) == (Link.ONLINE, 0, 0)


def test_signing_in_again_needs_the_right_password(open_session: OpenSession, server: InProcessServer) -> None:
    session = open_session("worker")
    with pytest.raises(SignInTrouble):
        sign_in_again(session, "wrong", PASSPHRASE, transport=server.transport)
    assert session.sync.once(5).link is Link.ONLINE


def test_signing_out_is_held_up_by_unsent_work(open_session: OpenSession) -> None:
    session = open_session("worker")
    session.leads.create({"name": "Only here"})
    with pytest.raises(UnsentWork, match="1 record") as told:
        sign_out(session, passphrase=PASSPHRASE)
    assert told.value.count == 1
    assert session.sync.once(5).waiting == 0
    sign_out(session, passphrase=PASSPHRASE)
    assert Profiles(session.home).current() is None
    secrets = PassphraseFile(session.home.secrets_file, PASSPHRASE)
    assert secrets.read(session.profile.name_of_secret) is None
    assert session.sync.once(5).link is Link.SIGN_IN_NEEDED


def check_a_folder_is_one_accounts(open_session: OpenSession, server: InProcessServer) -> None:
    """All of somebody's folder was copied over another one's, queue and all."""
    mine, theirs = open_session("worker"), open_session("lead")
    mine.leads.create({"name": "Only mine"})
    for session in (mine, theirs):
        session.stop()
    shutil.rmtree(theirs.folder)
    shutil.copytree(mine.folder, theirs.folder)
    assert all(one.user_id != mine.profile.user_id for one in Profiles(theirs.home).all())
    form = SignInForm(FORM.server_url, "acme", "lead@acme.test", PASSWORD)
    with pytest.raises(Corrupt, match="another account"):
        sign_in(theirs.home, form, PASSPHRASE, transport=server.transport)


def test_a_folder_is_one_accounts(open_session: OpenSession, server: InProcessServer) -> None:
    check_a_folder_is_one_accounts(open_session, server)


def test_a_folder_that_goes_over_to_another_account_is_noticed(
    open_session: OpenSession, server: InProcessServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(profile, "_is_of", lambda *_: True)
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        check_a_folder_is_one_accounts(open_session, server)
