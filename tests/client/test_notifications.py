"""What a worker was told, on the command line: listed, read and deleted, and the same on every device."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from client.commands import notifications
from client.commands.context import Context
from client.news import NewsDesk
from client.parser import build_parser
from client.session import Session
from sync.errors import InvalidInput
from sync.terms import Status

OpenSession = Callable[..., Session]


class Heard:
    def __init__(self) -> None:
        self.lines: list[str] = []

    def out(self, text: str) -> None:
        self.lines.append(text)

    def err(self, text: str) -> None:
        raise AssertionError(text)


def say(session: Session, *words: str) -> str:
    heard = Heard()
    args = build_parser().parse_args(["notifications", *words])
    assert args.run(Context(session, heard, Path.cwd()), args) == 0
    return "\n".join(heard.lines)


def told(session: Session, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(say(session, *words, "--json"))
    return found


def settle(*sessions: Session) -> None:
    for session in sessions * 2:
        session.sync.once(5)


def check_reading(open_session: OpenSession) -> None:
    office, worker, tablet = open_session("office"), open_session("worker"), open_session("worker", device="tablet")
    for title in ("Boiler service", "Roof"):
        whose = {"assignee_id": worker.profile.user_id, "status": Status.ASSIGNED}
        office.work_orders.create({"title": title, **whose})
    settle(office, worker)
    assert {line["told"] for line in told(worker)} == {
        f"{office.profile.name} gave you WO-1 · Boiler service.",
        f"{office.profile.name} gave you WO-2 · Roof.",
    }
    newest = told(worker)[0]
    assert newest["id"][-8:] in say(worker)
    assert say(worker, "--read", newest["id"][-8:]) == "1 notification marked as read – saved on this device"
    assert [line["id"] for line in told(worker, "--unread")] == [told(worker)[1]["id"]]
    assert say(worker, "--read", "all") == "1 notification marked as read – saved on this device"
    assert say(worker, "--unread") == "Nothing that you have not read."
    settle(worker, tablet)
    assert [line["is_read"] for line in told(tablet)] == [True, True]
    assert json.loads(say(tablet, "--delete", "all", "--json")) == {
        "sentence": "2 notifications deleted – saved on this device"
    }
    settle(tablet, worker)
    assert say(worker) == "Nobody has told you anything."


def test_they_are_listed_read_and_deleted(open_session: OpenSession) -> None:
    check_reading(open_session)


def test_one_that_is_not_there_is_told(open_session: OpenSession) -> None:
    with pytest.raises(InvalidInput, match="There is no notification abc"):
        say(open_session("worker"), "--read", "abc")


def reads_nothing(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(NewsDesk, "read_each", lambda *_: None)


def names_everything(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(notifications, "_named", lambda lines, _wanted: list(lines))


def keeps_all(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(NewsDesk, "remove", lambda *_: None)


@pytest.mark.parametrize("plant", [reads_nothing, names_everything, keeps_all])
def test_a_planted_bug_is_caught(
    plant: Callable[[pytest.MonkeyPatch], None], open_session: OpenSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    with pytest.raises(AssertionError):
        check_reading(open_session)
