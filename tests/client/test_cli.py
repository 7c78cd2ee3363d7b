"""`streamflow`, called as a function and as a program, with a real server on loopback.

Over 300 lines: one test for each command, on one server.
"""

import contextlib
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from client.cli import main
from client.demo.process import ClientProcess
from client.demo.world import DemoWorld
from client.exit_codes import Exit
from client.home import Home
from client.passphrase import Cost, PassphraseFile
from client.profile import Profiles

pytestmark = pytest.mark.timeout(120)

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoWorld]:
    started = DemoWorld.start(tmp_path_factory.mktemp("world"))
    yield started
    started.stop()


@pytest.fixture
def home(tmp_path: Path, world: DemoWorld, monkeypatch: pytest.MonkeyPatch) -> Home:
    home = Home.at(tmp_path / "home")
    PassphraseFile(home.secrets_file, world.passphrase, Cost(64, 1, 1)).write("cheap for tests", "")
    monkeypatch.setenv("STREAMFLOW_PASSPHRASE", world.passphrase)
    monkeypatch.setenv("STREAMFLOW_PASSWORD", world.accounts[0].password)
    world.restore()
    return home


@pytest.fixture
def run(home: Home, capsys: pytest.CaptureFixture[str]) -> Run:
    def run_one(*words: str) -> tuple[int, str, str]:
        code = main(words, home)
        out, err = capsys.readouterr()
        return code, out, err

    return run_one


@pytest.fixture
def signed_in(run: Run, world: DemoWorld) -> Run:
    account = world.accounts[0]
    code, out, err = run(
        "sign-in", "--server", world.server_url, "--organisation", account.organisation, "--email", account.email
    )
    assert (code, err) == (Exit.DONE, "")
    assert out.startswith(f"Signed in as {account.name}")
    return run


def answer(run: Run, *words: str) -> Any:
    code, out, err = run(*words, "--json")
    assert code == Exit.DONE, err
    return json.loads(out)


def test_nobody_is_signed_in_at_first(run: Run) -> None:
    code, _, err = run("status")
    assert code == Exit.SIGN_IN_NEEDED
    assert "sign-in" in err


def test_sign_in_tells_its_troubles_apart(run: Run, world: DemoWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    account = world.accounts[0]
    who = ("--organisation", account.organisation, "--email", account.email)
    for url, expected, words in (
        ("http://127.0.0.1:9", Exit.NO_NETWORK, "does not answer"),
        ("http://server.example", Exit.REFUSED, "https"),
        ("nowhere.invalid", Exit.NO_NETWORK, "online"),
        ("ftp://127.0.0.1", Exit.REFUSED, "not the address"),
    ):
        code, _, err = run("sign-in", "--server", url, *who)
        assert (code, words in err) == (expected, True), err
    monkeypatch.setenv("STREAMFLOW_PASSWORD", "wrong")
    code, _, err = run("sign-in", "--server", world.server_url, *who)
    assert (code, "not right" in err) == (Exit.REFUSED, True)


def test_a_login_page_is_not_a_server(run: Run, world: DemoWorld) -> None:
    account = world.accounts[0]
    world._proxy.portal()
    code, _, err = run(
        "sign-in", "--server", world.server_url, "--organisation", account.organisation, "--email", account.email
    )
    assert code == Exit.REFUSED
    assert "not a StreamFlow server" in err


def test_the_clock_on_the_command_line(signed_in: Run, tmp_path: Path) -> None:
    assert signed_in("sync", "--once")[0] == Exit.DONE
    orders = answer(signed_in, "work-orders", "list", "--mine", "--status", "assigned")
    order = orders[0]
    code, out, _ = signed_in("clock", "in", "--work-order", order["number"], "--note", "started")
    assert (code, out.startswith("Clocked in")) == (Exit.DONE, True)
    status = answer(signed_in, "status")
    assert (status["clock"]["activity"], status["clock"]["work_order_id"]) == ("work", order["id"])
    assert status["waiting"] == 1
    for words in (("break", "--paid"), ("resume",), ("travel",), ("switch", "--work-order", order["id"]), ("out",)):
        code, _, err = signed_in("clock", *words)
        assert code == Exit.DONE, err
    assert answer(signed_in, "status")["clock"]["activity"] == "off"
    assert signed_in("work-orders", "set-status", order["number"], "in_progress")[0] == Exit.DONE
    report = tmp_path / "report.pdf"
    code, out, err = signed_in("work-orders", "report", order["number"], "--pdf", str(report), "--attach")
    assert (code, "Attached" in out) == (Exit.DONE, True), err
    assert report.read_bytes().startswith(b"%PDF-")
    code, _, err = signed_in("work-orders", "set-status", order["number"], "draft")
    assert (code, "can't become" in err) == (Exit.REFUSED, True)
    assert answer(signed_in, "sync")["waiting"] == 0
    code, out, _ = signed_in("sync", "--check")
    assert (code, out.strip()) == (Exit.DONE, "Everything that is kept here is as on the server.")
    assert "Everything you saved is with the server." in signed_in("status")[1]


def test_leads_on_the_command_line(signed_in: Run) -> None:
    details = ("--phone", "07000 1", "--value", "£1,800.50", "--note", "ring")
    code, out, err = signed_in("leads", "add", "Orchard House", *details)
    assert (code, out) == (Exit.DONE, "Orchard House – saved on this device\n"), err
    (lead,) = answer(signed_in, "leads", "list", "--search", "orchard house")
    assert lead["value"] == {"minor": 180050, "currency": "GBP"}
    assert "Orchard House" in signed_in("leads", "list", "--search", "orchard")[1]
    for option, value in (("--value", "lots"), ("--follow-up", "soon"), ("--phone", "1" * 300)):
        code, _, err = signed_in("leads", "add", "Bad", option, value)
        assert code == Exit.REFUSED
        assert err


def test_an_import_on_the_command_line(signed_in: Run, tmp_path: Path) -> None:
    file = tmp_path / "leads.csv"
    file.write_bytes("Firma;Telefon;Wert\nMüller;030 123456;1.800,50 €\n;1;\nKern;030 123456;\n".encode("cp1252"))
    preview = answer(signed_in, "leads", "import", str(file), "--preview")
    assert preview["mapping"] == {"name": ["Firma"], "phone": ["Telefon"], "value": ["Wert"]}
    assert [problem["line"] for problem in preview["problems"]] == [3]
    assert [duplicate["line"] for duplicate in preview["duplicates"]] == [4]
    code, out, _ = signed_in("leads", "import", str(file))
    assert (code, "2 leads added" in out) == (Exit.REFUSED, True)
    code, out, _ = signed_in("leads", "import", str(file))
    assert "0 leads added. 2 rows were imported before." in out
    code, _, err = signed_in("leads", "import", str(tmp_path / "missing.csv"))
    assert (code, "can't be read" in err) == (Exit.REFUSED, True)


def test_without_a_network_everything_is_kept(signed_in: Run, world: DemoWorld, tmp_path: Path) -> None:
    world.cut()
    assert signed_in("clock", "in")[0] == Exit.DONE
    code, out, _ = signed_in("sync", "--once", "--patience", "0")
    assert (code, "You are offline" in out) == (Exit.NO_NETWORK, True)
    code, out, _ = signed_in("export-unsent", str(tmp_path / "copy"))
    assert (code, out.startswith("1 change saved")) == (Exit.DONE, True)
    assert json.loads((tmp_path / "copy").read_text())["fields"]["action"] == "clock_in"
    code, out, _ = signed_in("diagnose", "--json")
    checks = {check["name"]: check["is_good"] for check in json.loads(out)}
    assert (code, checks["server"], checks["disk"]) == (Exit.NO_NETWORK, False, True)
    code, _, err = signed_in("sign-out")
    assert (code, "1 record is only on this device" in err) == (Exit.REFUSED, True)
    assert signed_in("sign-out", "--keep-unsent")[0] == Exit.DONE
    assert signed_in("status")[0] == Exit.SIGN_IN_NEEDED


def test_undo_and_trash_on_the_command_line(signed_in: Run, world: DemoWorld) -> None:
    world.cut()
    for name in ("First", "Second"):
        assert signed_in("leads", "add", name)[0] == Exit.DONE
    assert signed_in("undo")[1] == "New lead: undone, and kept in the trash for 30 days.\n"
    first = signed_in("undo", "--list")[1].split()[0]
    assert signed_in("undo", first)[0] == Exit.DONE
    assert signed_in("undo", "--list")[1] == "Everything has been sent.\n"
    code, _, err = signed_in("undo")
    assert (code, "with the server already" in err) == (Exit.REFUSED, True)
    assert {item["subject"] for item in answer(signed_in, "trash")} == {"Lead · First", "Lead · Second"}
    assert signed_in("trash", "--restore", first)[0] == Exit.DONE
    assert [item["subject"] for item in answer(signed_in, "trash")] == ["Lead · Second"]
    code, _, err = signed_in("trash", "--restore", first)
    assert (code, "no such item" in err) == (Exit.REFUSED, True)
    code, _, err = signed_in("undo", "zzzz")
    assert (code, "no such item" in err) == (Exit.REFUSED, True)


def test_what_needs_attention_on_the_command_line(signed_in: Run, world: DemoWorld, home: Home) -> None:
    assert signed_in("attention")[:2] == (Exit.DONE, "Nothing needs you.\n")
    world.cut()
    assert signed_in("leads", "add", "Odd")[0] == Exit.DONE
    with contextlib.closing(sqlite3.connect(next(home.data.rglob("profile.db")))) as file, file:
        file.execute("UPDATE outbox SET frozen = CAST(replace(CAST(frozen AS TEXT), '\"name\":\"Odd\"', ?) AS BLOB)", (
            '"name":"Odd","stage":"odd"',
        ))
    world.restore()
    assert signed_in("sync")[0] == Exit.ATTENTION
    code, out, _ = signed_in("attention")
    item = out.split()[0]
    assert (code, "New lead" in out) == (Exit.ATTENTION, True)
    assert signed_in("attention", "--retry", item)[0] == Exit.DONE
    assert signed_in("sync")[0] == Exit.ATTENTION
    ((item,),) = [[one["key"] for one in json.loads(signed_in("attention", "--json")[1])]]
    assert signed_in("attention", "--discard", item)[0] == Exit.DONE
    assert answer(signed_in, "trash")[0]["key"] == item
    assert signed_in("attention")[0] == Exit.DONE


def test_what_was_kept_at_sign_out_goes_out_after_the_next_sign_in(signed_in: Run, world: DemoWorld) -> None:
    account = world.accounts[0]
    assert signed_in("leads", "add", "Kept over a sign-out")[0] == Exit.DONE
    assert signed_in("sign-out", "--keep-unsent")[0] == Exit.DONE
    who = ("--organisation", account.organisation, "--email", account.email)
    assert signed_in("sign-in", "--server", world.server_url, *who)[0] == Exit.DONE
    assert answer(signed_in, "status")["waiting"] == 1
    assert answer(signed_in, "sync")["waiting"] == 0


def test_a_token_that_ended_is_told(signed_in: Run, home: Home, world: DemoWorld) -> None:
    profile = Profiles(home).current()
    assert profile is not None
    PassphraseFile(home.secrets_file, world.passphrase).write(profile.name_of_secret, "expired")
    code, out, _ = signed_in("sync", "--once")
    assert (code, "sign-in has ended" in out) == (Exit.SIGN_IN_NEEDED, True)
    assert signed_in("clock", "in")[0] == Exit.DONE


def test_a_passphrase_that_is_missing_or_wrong_is_told(signed_in: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREAMFLOW_PASSPHRASE", "wrong")
    code, _, err = signed_in("status")
    assert (code, "passphrase" in err) == (Exit.SIGN_IN_NEEDED, True)
    monkeypatch.delenv("STREAMFLOW_PASSPHRASE")
    code, _, err = signed_in("status")
    assert (code, "passphrase" in err) == (Exit.SIGN_IN_NEEDED, True)


def test_letters_that_nobody_can_show_are_told_and_shown_somehow(signed_in: Run) -> None:
    code, _, err = signed_in("leads", "add", "bad \udcff byte")
    assert code == Exit.REFUSED
    assert err
    assert signed_in("leads", "list", "--search", "\udcff")[0] == Exit.DONE


def test_a_reader_who_has_left_is_not_bothered(signed_in: Run, home: Home, world: DemoWorld) -> None:
    assert signed_in("sync", "--once")[0] == Exit.DONE
    environment = {**os.environ, "STREAMFLOW_HOME": str(home.data), "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "client.cli", "leads", "list"]
    asking = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert asking.stdout is not None
    asking.stdout.close()
    _, errors = asking.communicate(timeout=30)
    assert errors == b""
    assert asking.returncode in (Exit.DONE, 120)


def test_a_damaged_file_is_told_and_left_alone(signed_in: Run, home: Home) -> None:
    profile = Profiles(home).current()
    assert profile is not None
    assert signed_in("leads", "add", "Before")[0] == Exit.DONE
    file = profile.folder(home) / "profile.db"
    file.write_bytes(b"garbage" * 1000)
    for beside in file.parent.glob("profile.db-*"):
        beside.unlink()
    code, _, err = signed_in("leads", "add", "After")
    assert (code, "damaged" in err) == (Exit.STORAGE, True), err
    assert file.read_bytes() == b"garbage" * 1000


def test_a_refused_file_is_recovered_on_the_command_line(signed_in: Run, home: Home) -> None:
    assert signed_in("recover") == (Exit.DONE, "The data file is sound.\n", "")
    assert signed_in("recover", "--afresh")[0] == Exit.REFUSED
    profile = Profiles(home).current()
    assert profile is not None
    (profile.folder(home) / "profile.db").write_bytes(b"")
    code, _, err = signed_in("recover")
    assert (code, "empty or missing" in err) == (Exit.STORAGE, True), err
    code, out, _ = signed_in("recover", "--afresh")
    assert (code, profile.user_id in out) == (Exit.DONE, True)
    assert signed_in("sync")[0] == Exit.DONE
    assert signed_in("recover", "--older")[0] == Exit.REFUSED


def test_a_home_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way")
    assert main(("status",), Home.at(tmp_path / "file")) == Exit.STORAGE
    assert "can't be" in capsys.readouterr().err


@pytest.mark.parametrize("words", [(), ("fly",), ("clock", "sideways"), ("leads", "add"), ("clock", "switch")])
def test_what_is_not_understood_is_usage(run: Run, words: tuple[str, ...]) -> None:
    code, _, err = run(*words)
    assert code == Exit.USAGE
    assert "usage" in err


def test_version_and_paths_need_nobody(run: Run, home: Home) -> None:
    code, out, _ = run("--version")
    assert (code, out.startswith("StreamFlow Field ")) == (Exit.DONE, True)
    assert answer(run, "print-paths")["data"] == str(home.data)


def test_while_another_runs_commands_are_handed_to_it(signed_in: Run, home: Home, world: DemoWorld) -> None:
    running = ClientProcess(home, world.passphrase)
    running.start()
    try:
        assert signed_in("leads", "add", "Handed over")[0] == Exit.DONE
        assert [line["name"] for line in answer(signed_in, "leads", "list", "--search", "handed")] == ["Handed over"]
        code, _, err = signed_in("work-orders", "set-status", "99999", "draft")
        assert (code, "no work order" in err) == (Exit.REFUSED, True)
        assert answer(signed_in, "sync", "--once")["waiting"] == 0
        code, _, err = signed_in("sign-out")
        assert (code, "Close it first" in err) == (Exit.BUSY, True)
        relative = subprocess.run(
            [sys.executable, "-m", "client.cli", "export-unsent", "here.jsonl"],
            cwd=home.config,
            env=running._environment,
            capture_output=True,
            text=True,
        )
        assert relative.returncode == Exit.DONE, relative.stderr
        assert (home.config / "here.jsonl").exists()
        running.kill()
        assert answer(signed_in, "status")["waiting"] == 0
    finally:
        running.stop()


def test_commands_at_the_same_time_wait_for_each_other(signed_in: Run, home: Home) -> None:
    environment = {**os.environ, "STREAMFLOW_HOME": str(home.data)}
    command = [sys.executable, "-m", "client.cli", "leads", "add"]
    adding = [
        subprocess.Popen([*command, f"Together {n}"], env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE)
        for n in range(4)
    ]
    assert [(one.communicate(timeout=60)[1], one.returncode) for one in adding] == [(b"", Exit.DONE)] * 4
    assert len(answer(signed_in, "leads", "list", "--search", "together")) == 4


def test_no_log_holds_a_secret(signed_in: Run, home: Home, world: DemoWorld) -> None:
    signed_in("sync", "--once")
    secrets = (world.passphrase, world.accounts[0].password)
    for file in home.data.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert not any(secret.encode() in content for secret in secrets), file


def test_attachments(signed_in: Run, tmp_path: Path) -> None:
    code, out, _err = signed_in("leads", "add", "Ann Webb", "--json")
    lead = json.loads(out)["id"]
    (tmp_path / "plan.txt").write_text("Left of the boiler")
    code, out, _err = signed_in("attach", lead, str(tmp_path / "plan.txt"))
    assert (code, out) == (Exit.DONE, "1 attachment saved on this device\n")
    assert signed_in("sync")[0] == Exit.DONE
    code, out, _err = signed_in("attachments", lead, "--json", "--save-to", str(tmp_path / "copies"))
    (line,) = json.loads(out)
    assert (code, line["name"], line["where"]) == (Exit.DONE, "plan.txt", "sent")
    (copy,) = (tmp_path / "copies").iterdir()
    assert copy.read_text() == "Left of the boiler"
    assert signed_in("attach", lead, str(tmp_path / "missing"))[0] == Exit.REFUSED


def test_the_week_on_the_command_line(signed_in: Run, tmp_path: Path) -> None:
    signed_in("clock", "in")
    signed_in("clock", "out")
    file = tmp_path / "week.csv"
    week = answer(signed_in, "timesheet", "--csv", str(file))
    assert (week["status"], week["entries"], len(week["rows"])) == (None, 1, 1)
    assert file.read_text(encoding="utf-8-sig").startswith("day,name,")
    code, out, _ = signed_in("timesheet", "--hand-in")
    assert (code, out.splitlines()[-1]) == (Exit.DONE, "Week handed in.")
    code, _, err = signed_in("timesheet", "--approve")
    assert (code, err.strip()) == (Exit.REFUSED, "You may not approve or return this week.")
    code, _, err = signed_in("timesheet", "--week", "Monday")
    assert code == Exit.USAGE
    assert "Monday is not a day" in err
