"""`streamflow-server` as a process: set-up, serving, the demo."""

import json
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

import httpx
import pytest

from server_stub.cli import main
from support.wire import WireDevice, sign_in
from sync.clock import SystemClock
from sync.ids import id_maker

PATIENCE = 60.0
"""A disk that others keep busy may hold up a flush for many seconds."""


def run(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "server_stub.cli", *arguments]
    return subprocess.run(command, input=typed, capture_output=True, text=True, timeout=PATIENCE)


def client(ready: dict[str, Any]) -> httpx.Client:
    return httpx.Client(base_url=ready["url"], timeout=PATIENCE)


@contextmanager
def serving(*arguments: str) -> Iterator[dict[str, Any]]:
    """A server process until the block ends; what its first line says."""
    command = [sys.executable, "-m", "server_stub.cli", *arguments, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE) in (0, -signal.SIGTERM)


def test_an_organisation_is_set_up_and_served(tmp_path: Path) -> None:
    database = f"--database=sqlite:///{tmp_path}/server.db"
    assert run("create-org", "acme", "--name", "Acme", database).returncode == 0
    user = ("add-user", "acme", "ann@acme.test", "--name", "Ann", "--role", "owner", database)
    assert run(*user, typed="a good password\n").returncode == 0
    again = run(*user, typed="a good password\n")
    assert (again.returncode, "already" in again.stderr, "Traceback" in again.stderr) == (1, True, False)
    assert run("add-user", "nowhere", "a@b.test", "--name", "A", database, typed="x\n").returncode == 1
    with serving("serve", database) as ready, client(ready) as http:
        reply = sign_in(http, "acme", "ann@acme.test", "a good password")
        account = reply.json()["account"]
        assert (account["name"], account["role"]) == ("Ann", "owner")
        headers = {"Authorization": f"Bearer {reply.json()['token']}"}
        with http.stream("GET", "/v1/sync/events", headers=headers) as events:
            next(events.iter_lines())
        assert run("revoke-device", "acme", account["device_id"], database).returncode == 0
        assert http.get("/v1/me", headers=headers).status_code == 403
    with closing(sqlite3.connect(tmp_path / "server.db")) as books:
        revoked = books.execute("SELECT id, outcome FROM audit WHERE op = 'revoke'").fetchall()
    assert revoked == [(account["device_id"], "applied")]


def test_what_the_operator_does_is_on_record(tmp_path: Path) -> None:
    database = f"--database=sqlite:///{tmp_path}/server.db"
    nowhere = run("create-org", "acme", "--name", "Acme", "--time-zone", "Europe/Londn", database)
    assert (nowhere.returncode, "no time zone" in nowhere.stderr) == (1, True)
    assert run("create-org", "acme", "--name", "Acme", "--time-zone", "Europe/London", database).returncode == 0
    user = ("add-user", "acme", "ann@acme.test", "--name", "Ann", "--role", "owner", database)
    assert run(*user, typed="a good password\n").returncode == 0
    with closing(sqlite3.connect(tmp_path / "server.db")) as books:
        audits = books.execute("SELECT kind, op, version FROM audit ORDER BY version").fetchall()
        events = books.execute("SELECT name, version FROM event ORDER BY version").fetchall()
    assert audits == [("organisation", "create", 1), ("user", "create", 2)]
    assert events == [("organisation.create", 1), ("user.create", 2)]


def test_a_crew_and_who_works_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*arguments: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", StringIO(typed))
        return main(arguments), *capsys.readouterr()

    database = f"--database=sqlite:///{tmp_path}/server.db"
    assert run("create-org", "acme", "--name", "Acme", database)[0] == 0
    crew = json.loads(run("add-crew", "acme", "Crew North", database)[1])["crew_id"]
    user = ("add-user", "acme", "lee@acme.test", "--name", "Lee", "--role", "crew_lead", database, "--crew")
    code, _, trouble = run(*user, "nobody", typed="a good password\n")
    assert (code, "no crew" in trouble) == (1, True)
    assert run(*user, crew, typed="a good password\n")[0] == 0
    assert run("move-to-crew", "acme", "lee@acme.test", database)[0] == 0
    assert run("set-role", "acme", "lee@acme.test", "office", database)[0] == 0
    assert run("set-role", "acme", "lee@acme.test", "crew_lead", database)[0] == 0
    assert run("move-to-crew", "acme", "lee@acme.test", crew, database)[0] == 0
    new_id = id_maker(SystemClock(), random.Random(1))
    with serving("serve", database) as ready, client(ready) as http:
        account = sign_in(http, "acme", "lee@acme.test", "a good password").json()
        device = WireDevice(http, account["token"], new_id, account["account"]["user_id"])
        device.pull()
        assert device.bodies()["user", account["account"]["user_id"]]["crew_id"] == crew
        assert device.bodies()["crew", crew]["name"] == "Crew North"


def test_after_a_backup_was_put_back_devices_notice(tmp_path: Path) -> None:
    database = f"--database=sqlite:///{tmp_path}/server.db"
    assert run("create-org", "acme", "--name", "Acme", database).returncode == 0

    def position() -> tuple[str, int]:
        with closing(sqlite3.connect(tmp_path / "server.db")) as connection:
            (epoch,) = connection.execute("SELECT value FROM server_meta WHERE name = 'epoch'").fetchone()
            (version,) = connection.execute("SELECT version FROM organisation").fetchone()
        return epoch, version

    epoch, version = position()
    assert run("restored", database).returncode == 0
    assert position()[0] != epoch
    assert position()[1] > version + 1_000_000


def test_the_demo_is_a_company_to_play_with(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    new_id = id_maker(SystemClock(), random.Random(1))
    with serving("demo", str(folder), "--fresh") as ready, client(ready) as http:
        held: dict[str, dict[str, int]] = {}
        for account in ready["accounts"][:3]:
            reply = sign_in(http, account["organisation"], account["email"], account["password"])
            device = WireDevice(http, reply.json()["token"], new_id, reply.json()["account"]["user_id"])
            device.pull()
            kinds = [kind for kind, _id in device.bodies()]
            held[account["role"]] = {kind: kinds.count(kind) for kind in set(kinds)}
    assert list(held) == ["worker", "crew_lead", "owner"]
    assert held["owner"]["customer"] >= 100
    assert held["owner"]["lead"] >= 100
    assert held["owner"]["work_order"] >= 100
    worker = held["worker"]
    assert 20 <= worker["work_order"] < held["owner"]["work_order"]
    assert worker["customer"] <= worker["work_order"]
    assert worker["punch"] >= 40
    with serving("demo", str(folder)) as ready, client(ready) as http:
        account = ready["accounts"][0]
        assert sign_in(http, account["organisation"], account["email"], account["password"]).status_code == 200


def test_a_database_of_another_schema_is_left_alone(tmp_path: Path) -> None:
    database = f"--database=sqlite:///{tmp_path}/server.db"
    assert run("create-org", "acme", "--name", "Acme", database).returncode == 0
    with sqlite3.connect(tmp_path / "server.db") as connection:
        connection.execute("UPDATE server_meta SET value = '99' WHERE name = 'schema'")
    connection.close()
    answer = run("create-org", "other", "--name", "Other", database)
    assert answer.returncode == 1
    assert "Nothing was changed" in answer.stderr
