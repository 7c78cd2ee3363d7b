"""What was attached to a job that has gone to somebody else meanwhile still arrives, bytes and all."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from client.attachments import HELD_BACK, UNLESS_IT_COSTS
from client.session import Session
from client.views import Where
from server_stub import membership
from sync.kinds import Kind
from sync.terms import Status

OpenSession = Callable[..., Session]


def check_bytes_arrive(open_session: OpenSession, folder: Path) -> None:
    """One file's record had been sent before the job went away, the other one's had not; the bytes of neither."""
    worker, other, office = open_session("worker"), open_session("other"), open_session("office")
    facts = {"title": "Boiler", "assignee_id": worker.profile.user_id, "status": Status.ASSIGNED}
    order = office.work_orders.create(facts)
    office.sync.once(5)
    worker.settings.put("attachments_network", HELD_BACK)
    for name in ("before", "after"):
        worker.sync.once(5)
        (folder / name).write_text(f"What was seen {name}")
        worker.attachments.attach(Kind.WORK_ORDER, order, folder / name)
    office.work_orders.change(order, {"assignee_id": other.profile.user_id})
    office.sync.once(5)
    worker.sync.once(5)
    worker.settings.put("attachments_network", UNLESS_IT_COSTS)
    for _round in range(2):
        worker.sync.once(10)
    assert worker.attachments.of(order) == ()  # the bytes are there, so it has gone with its job

    other.sync.once(10)
    lines = other.attachments.of(order)
    assert {(line.name, line.where) for line in lines} == {("before", Where.THERE), ("after", Where.THERE)}
    for line in lines:
        other.attachments.fetch(line.id)
    other.sync.once(10)
    for line in lines:
        assert other.attachments.save_copy(line.id, folder / "copy").read_text() == f"What was seen {line.name}"


def test_bytes_arrive_for_a_job_that_has_gone(open_session: OpenSession, tmp_path: Path) -> None:
    check_bytes_arrive(open_session, tmp_path)


def leaves_whoever_has_the_bytes_behind(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(membership, "_audiences_of_bringer", lambda *_: frozenset())


def keeps_whoever_had_the_bytes(patch: pytest.MonkeyPatch) -> None:
    real = membership._audiences_of_bringer

    def always(book: Any, kind: Kind, stored: Any) -> frozenset[str]:
        return real(book, kind, replace(stored, body={**stored.body, "stored_at": None}))

    patch.setattr(membership, "_audiences_of_bringer", always)


@pytest.mark.parametrize("plant", [leaves_whoever_has_the_bytes_behind, keeps_whoever_had_the_bytes])
def test_what_never_arrives_is_noticed(
    open_session: OpenSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plant: Callable[..., None]
) -> None:
    plant(monkeypatch)
    with pytest.raises(AssertionError):
        check_bytes_arrive(open_session, tmp_path)
