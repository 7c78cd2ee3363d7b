"""The server is killed between any two statements of a push; the device sends again, and everything is there once."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from support.company import Company
from support.journal import DraftLine, Journal
from support.judge import Books, DeviceFile, judge, read
from support.processes import DeviceProcess, close, hear, start, wait_until
from sync.clock import SystemClock
from sync.ids import id_maker

MOST = 200
new_id = id_maker(SystemClock(), random.SystemRandom())
Batch = Callable[[Journal], list[list[DraftLine]]]


def plain(journal: Journal) -> list[list[DraftLine]]:
    """What the server takes in bulk: creates, changes, and two that stand or fall together."""
    lead, customer = new_id(), new_id()
    return [
        [journal.announce("van", "create", "lead", lead, "name")],
        [journal.announce("van", "change", "lead", lead, "need", stage="contacted")],
        [
            journal.announce("van", "create", "customer", customer, "name"),
            journal.announce("van", "create", "lead", new_id(), "name", customer_id=customer),
        ],
    ]


def troubled(journal: Journal) -> list[list[DraftLine]]:
    """With a refusal and what hangs on it in the middle."""
    lead = new_id()
    return [
        [journal.announce("van", "create", "lead", new_id(), "name")],
        [journal.announce("van", "create", "lead", lead, "name", customer_id=new_id())],
        [journal.announce("van", "change", "lead", lead, "need")],
        [journal.announce("van", "create", "lead", new_id(), "name")],
    ]


@pytest.mark.timeout(400)
@pytest.mark.parametrize("batch", [plain, troubled])
def test_killed_between_any_two_statements_of_a_push(tmp_path: Path, company: Company, batch: Batch) -> None:
    books = Books(company.copy_to(tmp_path / "server.db"))
    before, journal = books.counts(), Journal(tmp_path / "journal.jsonl")
    server = start("support.mortal_server", books.file, log=tmp_path / "server.log")
    van = DeviceProcess(tmp_path / "van", hear(server)["url"], company.tokens["desk"], journal)
    assert server.stdin is not None

    def serve(dies_at: int) -> Path:
        server.stdin.write(f"{dies_at}\n")
        server.stdin.flush()
        return Path(f"/proc/{hear(server)['pid']}/stat")

    def is_dead(process: Path) -> bool:
        return process.read_text().rpartition(")")[2].split()[0] == "Z"

    def is_dead_before_all_is_sent(process: Path) -> bool:
        wait_until(lambda: is_dead(process) or van.state()["waiting"] == 0, "the server died, or all was sent")
        return bool(van.state()["waiting"] > 0)

    kills = commits = 0
    serve(0)
    van.start()
    van.settle()
    for dies_at in range(1, MOST):
        van.say("wake", signal="pause")
        van.wait(phase="paused")
        for drafts in batch(journal):
            van.record(*drafts, is_group=len(drafts) > 1)
        counted = len(books.receipts())
        process = serve(dies_at)
        van.wake("resume")
        if not is_dead_before_all_is_sent(process):
            break
        kills += 1
        commits += len(books.receipts()) > counted
        serve(0)
        van.wake()
        van.settle()
    assert kills >= 10, kills
    assert commits >= 1, "no kill landed between the commit and the answer"
    serve(0)
    van.wake()
    van.settle(books.counts().version)
    van.stop()
    close(server)
    journal.close()
    findings = judge(books, [DeviceFile(van.folder)], journal.entries, before)
    assert findings.names == set(), findings
    assert read(books.file, "PRAGMA integrity_check") == [("ok",)]
