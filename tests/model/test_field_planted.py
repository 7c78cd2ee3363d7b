"""Bugs planted on every floor of the house. The model is worth what it catches: each of these, within a few days."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy.exc import SQLAlchemyError

from server_stub import apply as applying
from server_stub import merge, rulings, shelf
from server_stub import pull as pulling
from server_stub.ledger import Book, Line
from storage import absorbing, pruning, settling, show, streams
from storage import store as stores
from storage.database import Tx
from support.field import Field
from support.house import Template, found_template
from sync import pulling as pull_exchange
from sync import pushing
from sync.engine import Engine
from sync.errors import Busy, NetworkTrouble, Unreachable
from sync.http import HttpServer
from sync.protocol import Outcome, PushReply, PushRequest, Row, Verdict
from sync.status import Phase as EnginePhase

Patch = pytest.MonkeyPatch
DAYS, SEEDS = 3, 20


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    users = {"van": "lead", "tablet": "lead", "desk": "owner"}
    return found_template(tmp_path_factory.mktemp("company"), users)


# On the server.


def forgets_its_receipts(patch: Patch) -> None:
    patch.setattr(shelf, "_read_receipts", lambda *_: None)


def overwrites_unseen(patch: Patch) -> None:
    patch.setattr(merge.Merge, "contests", lambda _: [])


def applies_behind_what_was_refused(patch: Patch) -> None:
    patch.setattr(rulings, "check_order", lambda *_: None)


def skips_a_version_in_the_pull(patch: Patch) -> None:
    real = pulling._advance

    def advance(cursor: Any, page: Any, *, is_last: bool) -> Any:
        moved = real(cursor, page, is_last=is_last)
        version, kind, record_id = moved.place
        return msgspec.structs.replace(moved, place=(version + 1, kind, record_id))

    patch.setattr(pulling, "_advance", advance)


def moves_the_version_twice(patch: Patch) -> None:
    real = shelf.write_book

    def write_book(connection: Any, sql: Any, book: Book) -> None:
        book.version += 1
        real(connection, sql, book)

    patch.setattr(applying, "write_book", write_book)


def keeps_no_receipt_of_a_withdrawal(patch: Patch) -> None:
    real = applying.Clerk._close

    def close(clerk: Any, line: Line, outcome: Outcome, detail: Any = None) -> Verdict:
        if outcome is Outcome.WITHDRAWN:
            return Verdict(key=line.key, outcome=outcome)
        return real(clerk, line, outcome, detail)

    patch.setattr(applying.Clerk, "_close", close)


def judges_a_known_key_anew(patch: Patch) -> None:
    """The first verdict is not repeated; whoever lost an answer hears that the record exists already."""
    real = applying.Clerk._repeat

    def repeat(clerk: Any, line: Line, receipt: Any) -> Verdict:
        verdict = real(clerk, line, receipt)
        outcome = Outcome.REFUSED if verdict.outcome is Outcome.APPLIED else verdict.outcome
        return msgspec.structs.replace(verdict, outcome=outcome)

    patch.setattr(applying.Clerk, "_repeat", repeat)


# In the file.


def takes_a_verdict_without_its_row(patch: Patch) -> None:
    patch.setattr(settling, "store_rows", lambda *_, **__: {})


def loses_what_was_refused(patch: Patch) -> None:
    patch.setattr(settling, "park", lambda *_: None)


def takes_a_refusal_for_success(patch: Patch) -> None:
    patch.setattr(settling, "ACCEPTED", frozenset(Outcome))


def hides_my_own_work(patch: Patch) -> None:
    patch.setattr(show, "read_pending", lambda _tx, _ids: {})


def moves_the_cursor_past_a_row(patch: Patch) -> None:
    real = absorbing.store_rows

    def store_rows(tx: Tx, rows: Sequence[Row]) -> object:
        return real(tx, rows[:-1])

    patch.setattr(absorbing, "store_rows", store_rows)


def gives_new_keys_in_a_new_stream(patch: Patch) -> None:
    real = streams.move_to_new_stream

    def move_to_new_stream(tx: Tx, stream: str) -> None:
        real(tx, stream)
        for seq, key, frozen in tx.all("SELECT seq, key, frozen FROM outbox"):
            fresh = f"{stream[:-12]}{seq:012}"
            values = (fresh, bytes(frozen).replace(key.encode(), fresh.encode()), seq)
            tx.run("UPDATE outbox SET key = ?, frozen = ? WHERE seq = ?", values)

    patch.setattr(stores, "move_to_new_stream", move_to_new_stream)


def lets_go_of_the_outbox_too(patch: Patch) -> None:
    patch.setattr(pruning, "_PICTURES", ("DELETE FROM outbox WHERE ?1 < ?2",))


# In the engine.


def takes_anything_for_success(patch: Patch) -> None:
    real = HttpServer.push

    def push(server: HttpServer, request: PushRequest) -> PushReply:
        try:
            return real(server, request)
        except Unreachable:
            verdicts = [Verdict(key=item.key, outcome=Outcome.APPLIED) for item in request.mutations]
            now = server._clock.now()
            return PushReply(protocol=1, epoch=request.epoch, last_seq=0, version=0, server_time=now, verdicts=verdicts)

    patch.setattr(HttpServer, "push", push)


def drops_the_batch_after_a_timeout(patch: Patch) -> None:
    real = Engine._doubt

    def doubt(self: Engine, trouble: Unreachable | Busy, lane: EnginePhase) -> None:
        real(self, trouble, lane)
        store = self._store
        if lane is EnginePhase.PUSHING and isinstance(store, stores.LocalStore):
            with store._database.write() as tx:
                tx.run("DELETE FROM outbox")

    patch.setattr(Engine, "_doubt", doubt)


def convicts_without_proof(patch: Patch) -> None:
    real = Engine._doubt

    def doubt(self: Engine, trouble: Unreachable | Busy, lane: EnginePhase) -> None:
        real(self, trouble, lane)
        if lane is EnginePhase.PUSHING and self._pushing.batch:
            self._pushing.withdraw(pushing.POISON)

    patch.setattr(Engine, "_doubt", doubt)


def ends_at_a_500(patch: Patch) -> None:
    real = Engine._meet

    def meet(self: Engine, trouble: NetworkTrouble, lane: EnginePhase) -> EnginePhase:
        phase = real(self, trouble, lane)
        if isinstance(trouble, Busy) and trouble.status == 500:
            self._take_step = lambda phase: EnginePhase.WAITING
            self.restart = lambda: None
            return EnginePhase.WAITING
        return phase

    patch.setattr(Engine, "_meet", meet)


def never_polls(patch: Patch) -> None:
    patch.setattr(pull_exchange, "POLL", (10_000.0, 10_000.0))
    patch.setattr(Engine, "_want_pull", lambda _: None)


Plant = Callable[[Patch], None]
# Each with a seed whose first days catch it, so that nobody has to look for long.
PLANTS: dict[Plant, int] = {
    forgets_its_receipts: 4,
    overwrites_unseen: 8,
    applies_behind_what_was_refused: 2,
    skips_a_version_in_the_pull: 2,
    moves_the_version_twice: 11,
    keeps_no_receipt_of_a_withdrawal: 5,
    judges_a_known_key_anew: 8,
    takes_a_verdict_without_its_row: 1,
    loses_what_was_refused: 11,
    takes_a_refusal_for_success: 11,
    hides_my_own_work: 7,
    moves_the_cursor_past_a_row: 5,
    gives_new_keys_in_a_new_stream: 8,
    lets_go_of_the_outbox_too: 3,
    takes_anything_for_success: 2,
    drops_the_batch_after_a_timeout: 2,
    convicts_without_proof: 4,
    ends_at_a_500: 2,
    never_polls: 1,
}


@pytest.mark.logs
@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_planted(plant: Plant, template: Template, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the seed where it was before; where the program has changed since then, at another one."""
    plant(monkeypatch)
    assert any(is_caught(template, at) for at in (PLANTS[plant], *range(1, SEEDS + 1)))


def is_caught(template: Template, at: int) -> bool:
    machine = seed(at)(type("Field", (Field,), {"template": template}))
    chosen = settings(
        max_examples=DAYS,
        stateful_step_count=30,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        report_multiple_bugs=False,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    try:
        run_state_machine_as_test(machine, settings=chosen)
    except (AssertionError, LookupError, ValueError, SQLAlchemyError):
        return True
    return False
