"""The day: offline, on the clock, a break, a lead, a work order moved on, killed in between; then the network returns.

The driver writes each action into a journal before it happens. At the end the journal and the server's own file are
held against each other, and a second device has to show the same.
"""

import json
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

from client.demo.books import Journal, read_applied
from client.demo.process import ClientProcess
from client.demo.world import DemoFailed, DemoWorld, Progress
from client.ledger import Ledger, reconcile
from sync.terms import Role

_DRAIN_SECONDS = 45.0
_BEAT = 0.05
_LONGEST_LIFE = 0.03

Tamper = Callable[[Path], None]


@dataclass(frozen=True)
class Action:
    """`words` are the command, `fields` are those by which its effect is known on the server."""

    words: tuple[str, ...]
    kind: str
    op: str
    fields: dict[str, Any]


@dataclass(frozen=True)
class Report:
    ledger: Ledger
    missing_on_second_device: int
    kills: int
    cuts: int
    replies_lost: int
    seconds: float

    @property
    def is_clean(self) -> bool:
        return self.ledger.is_clean and not self.missing_on_second_device

    def line(self) -> str:
        facts = asdict(self)
        return json.dumps({**facts.pop("ledger"), **facts, "seconds": round(self.seconds, 1)})


def walk(
    folder: Path, note: str, progress: Progress, randomness: Random, tamper: Tamper = lambda _database: None
) -> Report:
    """Walk the day in a fresh folder. `tamper` is for tests: it may spoil the server's file before it is read."""
    began = time.monotonic()
    world = DemoWorld.start(folder, progress)
    client = ClientProcess(world.home, world.passphrase)
    try:
        day = Day(world, client, Journal(folder / "journal.jsonl"), progress, randomness)
        day.walk(note)
        missing = day.look_from_second_device(note)
        tamper(world.database)
        ledger = reconcile(day.journal.made(), read_applied(world.database, world.profile.device_id))
        return Report(ledger, missing, client.kills, 1, world.replies_lost, time.monotonic() - began)
    finally:
        client.stop()
        world.stop()


class Day:
    def __init__(
        self, world: DemoWorld, client: ClientProcess, journal: Journal, progress: Progress, randomness: Random
    ) -> None:
        self.journal = journal
        self._world = world
        self._client = client
        self._progress = progress
        self._randomness = randomness
        self._mark = f"demo {randomness.getrandbits(32):08x}"
        self._order: dict[str, Any] = {}

    def walk(self, note: str) -> None:
        self._arrive()
        self._world.cut()
        self._client.kill()
        self._client.start()
        self._progress("The network is gone; the worker clocks in, and the day goes on offline")
        actions = self._actions(note)
        for number, action in enumerate(actions):
            if number in (3, 5, len(actions) - 1):
                self._do_under_fire(action)
            else:
                self._do(action)
        self._check_kept(len(actions))
        self._return_of_the_network()

    def look_from_second_device(self, note: str) -> int:
        """How much of the day the crew lead's own computer does not show."""
        self._progress("The crew lead looks from a second device")
        home, _ = self._world.sign_in(Role.CREW_LEAD)
        other = ClientProcess(home, self._world.passphrase)
        other.command("sync", "--once")
        leads = json.loads(other.command("leads", "list", "--search", self._mark, "--json"))
        orders = json.loads(other.command("work-orders", "list", "--status", "completed", "--json"))
        seen = [
            [lead["name"] for lead in leads] == [self._lead_name],
            self._order["id"] in [order["id"] for order in orders],
        ]
        if note:
            seen.append(bool(json.loads(other.command("leads", "list", "--search", note, "--json"))))
        return seen.count(False)

    @property
    def _lead_name(self) -> str:
        return f"Orchard House, {self._mark}"

    def _arrive(self) -> None:
        """In the morning there is a network: the day's work orders are fetched."""
        self._progress("The worker's computer fetches the day's work")
        self._client.start()
        self._wait("the first sync", lambda: self._orders() != [])
        self._order = self._orders()[0]

    def _orders(self) -> list[dict[str, Any]]:
        words = ("work-orders", "list", "--mine", "--status", "assigned", "--json")
        orders: list[dict[str, Any]] = json.loads(self._say(*words))
        return orders

    def _actions(self, note: str) -> list[Action]:
        order_id = self._order["id"]
        return [
            self._punch("in", "clock_in", "--work-order", order_id),
            self._move("assigned", "en_route"),
            self._move("en_route", "in_progress"),
            self._punch("break", "break_start"),
            self._punch("resume", "break_end"),
            Action(
                ("leads", "add", self._lead_name, "--phone", "020 7946 0018", "--need", note or "A new boiler"),
                "lead",
                "create",
                {"name": self._lead_name, "need": note or "A new boiler"},
            ),
            self._move("in_progress", "completed"),
            self._punch("out", "clock_out"),
        ]

    def _punch(self, word: str, action: str, *words: str) -> Action:
        note = f"{self._mark} {action}"
        return Action(("clock", word, "--note", note, *words), "punch", "create", {"action": action, "note": note})

    def _move(self, before: str, after: str) -> Action:
        order_id = self._order["id"]
        words = ("work-orders", "set-status", order_id, after)
        return Action(words, "work_order", "change", {"id": order_id, "before.status": before})

    def _do(self, action: Action) -> None:
        self.journal.announce(action.kind, action.op, action.fields)
        self._say(*action.words)

    def _do_under_fire(self, action: Action) -> None:
        """Kill the program somewhere in the middle. What it has called saved must be there; what not, is done again."""
        self._progress(f"Killed in the middle of `{' '.join(action.words[:2])}`, and started again")
        self.journal.announce(action.kind, action.op, action.fields)
        answers: list[object] = []
        asking = threading.Thread(target=lambda: answers.append(self._client.ask(*action.words)))
        before = len(self._unsent())
        asking.start()
        time.sleep(self._randomness.uniform(0, _LONGEST_LIFE))
        self._client.kill()
        asking.join()
        self._client.start()
        is_acknowledged = answers != [] and answers[0] is not None
        if not is_acknowledged and len(self._unsent()) == before:
            self._say(*action.words)

    def _unsent(self) -> list[str]:
        copy = self._world.folder / "unsent.jsonl"
        self._say("export-unsent", str(copy))
        return copy.read_text("utf-8").splitlines()

    def _check_kept(self, count: int) -> None:
        status = json.loads(self._say("status", "--json"))
        unsent = self._unsent()
        self._progress(f"Offline with {len(unsent)} changes of {status['waiting']} records kept on this device")
        if len(unsent) != count:
            raise DemoFailed(f"{count} changes were made, but {len(unsent)} are kept.")

    def _return_of_the_network(self) -> None:
        self._progress("The network returns; the first answer is lost on the way, everything goes out by itself")
        self._world.restore()
        self._world.lose_a_reply()
        self._wait("everything to be sent", lambda: json.loads(self._say("status", "--json"))["waiting"] == 0)

    def _say(self, *words: str) -> str:
        heard = self._client.ask(*words)
        if heard is None:
            raise DemoFailed(f"The client did not answer to `{' '.join(words)}`.")
        return "\n".join(heard.lines)

    def _wait(self, what: str, is_done: Callable[[], bool]) -> None:
        give_up_at = time.monotonic() + _DRAIN_SECONDS
        while not is_done():
            if time.monotonic() > give_up_at:
                raise DemoFailed(f"Waited in vain for {what}.")
            time.sleep(_BEAT)
